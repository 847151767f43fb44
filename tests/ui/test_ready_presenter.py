"""The pre-flight card without a window."""

from __future__ import annotations

import pytest

from fakes import FakeComputer, FakeSounds, FullDisk, HeldLane, InlineLane, ManualClock
from studio_fixture import a_studio
from workshop_studio.domain.prints import Paper
from workshop_studio.domain.readiness import Look
from workshop_studio.domain.room_facts import (
    Awake,
    Disk,
    Power,
    PowerSource,
    Projector,
    ProjectorState,
)
from workshop_studio.domain.sounds import SoundSettings, SoundState
from workshop_studio.services.sounds import SoundService
from workshop_studio.ui.console.ready_presenter import ReadyPresenter

FOUND = Projector(ProjectorState.FOUND, "Sample Projector", (1920, 1080))


class Page:
    """Remembers what it was told."""

    def __init__(self):
        self.lines, self.by_hand, self.things = {}, {}, {}
        self.summary = self.session = self.problem = self.checked = ""
        self.progress = []
        self.is_empty = False

    def show_nothing(self):
        self.is_empty = True

    def show_session(self, title, start):
        self.session, self.is_empty = f"{title} {start}", False

    def show_lines(self, lines):
        self.lines = {line.id: line for line in lines}

    def show_summary(self, look, text):
        self.summary = (look, text)

    def show_ticks(self, by_hand, things):
        self.by_hand = {row.id: row for row in by_hand}
        self.things = {row.text: row for row in things}

    def show_progress(self, done, total):
        self.progress.append((done, total))

    def say_checked(self, time_of_day):
        self.checked = time_of_day

    def say_problem(self, text):
        self.problem = text


class Room:
    """A studio with an open session, a fake computer, and a page."""

    def __init__(self, tmp_path, lane=None, worker=None):
        self.clock = ManualClock()
        self.studio = a_studio(tmp_path, self.clock)
        self.computer, self.loudspeaker = FakeComputer(), FakeSounds()
        self.studio.readiness._computer = self.computer
        self.studio.sounds._sounds = self.loudspeaker
        self.projector, self.awake = FOUND, Awake.KEPT
        self.page, self.brief = Page(), Page()
        self.presenter = ReadyPresenter(
            self.studio,
            InlineLane() if lane is None else lane,
            InlineLane() if worker is None else worker,
            self.page,
            self.brief,
            lambda: self.projector, lambda: self.presenter.awake_found(self.awake),
        )  # fmt: skip

    def open(self):
        self.studio.live.open(self.studio.planning.sessions()[0].id)
        self.presenter.open()
        return self

    def look(self, line):
        return self.page.lines[line].look


@pytest.fixture
def room(tmp_path):
    made = Room(tmp_path)
    yield made
    made.studio.close()


def test_without_a_session_the_page_says_what_to_do_first(room):
    room.presenter.open()
    assert room.page.is_empty
    room.presenter.check()
    room.presenter.tick("heard", True)
    assert room.page.lines == {}
    assert room.presenter.printable() is None


def test_opening_checks_the_room_of_the_session(room):
    room.open()
    assert room.page.session.endswith(" 13:30")
    assert room.page.checked == "13:30"
    assert room.page.lines["projector"].says == "The stage is on Sample Projector, 1920 x 1080."
    assert room.page.lines["power"].says == "On mains, 90 % in the battery."
    assert room.page.lines["disk"].says == "The workspace can be written; 50 GB free."
    assert room.page.lines["clock"].says == "13:30 in Europe/Berlin, as planned."
    assert room.page.summary == (Look.WATCH, "3 to look at")
    assert room.brief.summary == room.page.summary


def test_checking_again_finds_what_has_changed(room):
    room.open()
    room.projector = Projector(ProjectorState.WAITING)
    room.awake = Awake.NOT_KEPT
    room.computer.power_said = Power(PowerSource.BATTERY, 12)
    room.computer.disk_said = Disk(is_writable=False)
    room.clock.change_zone("America/New_York")
    room.clock.advance(60)
    room.presenter.check()
    assert room.page.checked == "13:31"
    looks = {id_: line.look for id_, line in room.page.lines.items()}
    assert looks["projector"] is looks["power"] is looks["disk"] is Look.ALERT
    assert looks["awake"] is looks["clock"] is Look.WATCH
    assert room.page.summary == (Look.ALERT, "3 not ready, 5 to look at")


def test_a_plug_that_is_pulled_shows_at_once(room):
    room.open()
    room.projector = Projector(ProjectorState.WAITING)
    room.presenter.screens_changed()
    assert room.look("projector") is Look.ALERT


def test_a_tick_counts_at_once_and_says_when(room):
    room.open()
    room.clock.advance(120)
    room.presenter.tick("handouts", True)
    assert room.page.by_hand["handouts"].is_on
    assert room.page.by_hand["handouts"].note == "ticked 13:32"
    assert room.page.lines["handouts"].says.startswith("Printed for 12 people")
    room.presenter.tick("handouts", False)
    assert not room.page.by_hand["handouts"].is_on
    assert room.look("handouts") is Look.WATCH


def test_things_of_the_pack_name_the_block_that_needs_them(room):
    room.open()
    thing = room.page.things["Flip chart with four empty boxes"]
    assert thing.note == "Talk: four kinds of guardrail"
    room.presenter.tick(thing.id, True)
    assert room.page.things["Flip chart with four empty boxes"].note == "ticked 13:30"
    assert room.page.lines["things"].says == "1 of 17 things ticked."


def test_sound_heard_can_be_ticked_only_while_sounds_are_wanted(room):
    room.open()
    assert "heard" not in room.page.by_hand
    room.studio.sounds.choose(SoundSettings(is_on=True))
    room.presenter.sound_found(None)
    assert room.look("sound") is Look.OPEN
    room.presenter.sound_found(SoundState())
    assert room.look("sound") is Look.WATCH
    room.presenter.tick("heard", True)
    assert room.look("sound") is Look.QUIET
    room.presenter.sound_found(SoundState("No loudspeaker. Plug one in."))
    assert room.page.lines["sound"].to_do == "Plug one in."


def test_each_answer_shows_as_it_comes_and_a_second_press_waits_for_the_first(tmp_path):
    lane, worker = HeldLane(), HeldLane()
    room = Room(tmp_path, lane, worker).open()
    assert room.page.progress == [(0, 3)]
    lane.run()
    assert room.page.progress[-1] == (1, 3)
    assert room.look("power") is room.look("disk") is Look.OPEN
    worker.run(1)
    assert room.look("power") is Look.QUIET
    assert room.look("disk") is Look.OPEN
    room.presenter.check()
    assert len(worker) == 1
    assert room.page.checked == ""
    worker.run()
    assert room.page.progress[-1] == (3, 3)
    assert room.page.checked == "13:30"
    room.studio.close()


def test_the_loudspeaker_is_asked_only_while_sounds_are_wanted(room):
    asked = []
    room.loudspeaker.look = lambda: asked.append(1) or SoundState()
    room.open()
    assert asked == []
    room.studio.sounds.choose(SoundSettings(is_on=True))
    room.presenter.check()
    assert asked == [1]
    assert room.page.progress[-1] == (4, 4)


def test_a_computer_that_never_answers_hides_nothing_else(tmp_path):
    room = Room(tmp_path, worker=HeldLane()).open()
    assert room.look("projector") is Look.QUIET
    assert room.page.lines["disk"].says == "No answer yet."
    room.presenter.tick("rehearsed", True)
    assert room.look("rehearsal") is Look.QUIET
    room.studio.close()


def test_a_session_opened_while_another_is_checked_gets_a_check_of_its_own(tmp_path):
    lane, worker = HeldLane(), HeldLane()
    room = Room(tmp_path, lane, worker).open()
    cohort = room.studio.cohorts.cohorts()[0]
    other = room.studio.planning.plan(
        cohort.id, "ask-early", room.clock.now().utc, "America/New_York"
    )
    room.studio.live.open(other.id)
    room.presenter.open()
    while len(lane) or len(worker):
        lane.run()
        worker.run()
    assert room.presenter.session_id == other.id
    assert room.page.session.endswith(" 07:30")
    assert not room.presenter.is_checking
    room.studio.close()


def test_a_disk_that_is_full_keeps_the_tick_off_and_says_so(room):
    room.open()
    disk = FullDisk(room.studio.notes._unit_of_work)
    room.studio.notes._unit_of_work = disk
    disk.is_full = True
    room.presenter.tick("rehearsed", True)
    assert room.page.problem.startswith("The disk is full")
    assert not room.page.by_hand["rehearsed"].is_on
    disk.is_full = False
    room.presenter.tick("rehearsed", True)
    assert room.page.by_hand["rehearsed"].is_on


def test_a_session_that_is_gone_is_said_once_and_the_check_ends(room):
    room.open()
    room.presenter._session_id = "nowhere"
    room.presenter.check()
    assert "no longer there" in room.page.problem
    assert not room.presenter.is_checking


def test_what_is_shown_is_what_is_printed(room):
    room.open()
    room.presenter.tick("rehearsed", True)
    printed = room.presenter.printable()(Paper.A4)
    assert printed.pages == 1
    assert room.presenter.title in room.page.session


def test_the_real_service_stands_behind_it(room):
    assert isinstance(room.studio.sounds, SoundService)
