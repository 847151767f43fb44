"""What is asked of the groups, the wall and the message: presenters with fakes."""

from __future__ import annotations

import pytest

from fakes import HeldLane, InlineLane, ManualClock
from studio_fixture import a_studio
from workshop_studio.domain.live import ClockStyle, StageFace
from workshop_studio.ui.console.desk import Desk
from workshop_studio.ui.console.groups_panel_rows import GroupRow
from workshop_studio.ui.console.groups_presenter import GroupsPresenter
from workshop_studio.ui.console.wall_presenter import WallPresenter


class Page:
    def __init__(self):
        self.done, self.problems, self.opened = [], [], []

    def say_done(self, text, *, can_undo):
        self.done.append((text, can_undo))

    def say_problem(self, text):
        self.problems.append(text)

    def open_menu(self, track, cost_of_one):
        self.opened.append(("menu", track.id, track.cost, cost_of_one))

    def open_send_out(self, rows, left_min):
        self.opened.append(("send out", rows, left_min))

    def open_round(self):
        self.opened.append(("round",))

    def open_all(self):
        self.opened.append(("all",))

    def ask_word(self, words):
        self.opened.append(("word", words))

    def ask_prompt(self, texts):
        self.opened.append(("prompt", texts))


class Room:
    def __init__(self, tmp_path, lane=None):
        self.clock = ManualClock()
        self.studio = a_studio(tmp_path, self.clock)
        self.live = self.studio.live
        self.page, self.lane = Page(), InlineLane() if lane is None else lane
        desk = Desk(self.live, self.lane, self.page, lambda: None)
        self.groups = GroupsPresenter(desk, self.lane, self.page)
        self.wall = WallPresenter(desk, self.page)

    def open(self):
        self.live.open(self.studio.planning.sessions()[0].id)
        return self

    def to_the_relay(self):
        self.open()
        self.live.start()
        for _ in range(5):
            self.clock.advance(1)
            self.live.next()
        return self

    def track(self, track_id):
        return next(t for t in self.live.console().tracks if t.id == track_id)

    @property
    def last(self):
        return self.page.done[-1]


@pytest.fixture
def room(tmp_path):
    made = Room(tmp_path)
    yield made
    made.studio.close()


def test_the_menu_of_a_group_names_what_more_time_costs_everybody(room):
    room.to_the_relay()
    room.groups.choose("A")
    assert room.page.opened == [
        ("menu", "A", "all come back 2 min later", "all come back 1 min later")
    ]
    room.groups.choose("Z")
    assert len(room.page.opened) == 1


def test_two_more_minutes_are_one_line_of_the_log_a_toast_and_one_undo(room):
    room.to_the_relay()
    length = len(room.live.log)
    room.groups.more("A", 2)
    assert len(room.live.log) == length + 1
    name = room.track("A").name
    assert room.last == (f"{name} has 2 min more", True)
    assert (room.track("A").clock, room.track("B").clock) == ("34:00", "32:00")
    room.live.undo()
    assert room.track("A").clock == "32:00"


def test_a_group_waits_and_goes_on_and_is_back_and_out_again(room):
    room.to_the_relay()
    name = room.track("A").name
    said = []
    for act in (room.groups.hold, room.groups.hold, room.groups.come_back, room.groups.come_back):
        act("A")
        said.append(room.last[0])
    assert said == [f"{name} waits", f"{name} goes on", f"{name} is back", f"{name} is out again"]
    assert (room.track("A").is_held, room.track("A").is_back) == (False, False)


def test_a_group_that_is_gone_meanwhile_is_told_and_changes_nothing(room):
    room.to_the_relay()
    before = room.live.log
    room.groups.more("Z", 2)
    assert room.live.log == before
    assert room.page.problems == ["This group is not in the block. Nothing was changed."]


def test_the_press_counts_and_not_the_turn_on_the_lane(tmp_path):
    room = Room(tmp_path, HeldLane()).to_the_relay()
    room.groups.hold("A")
    room.clock.advance(4)
    room.lane.run()
    assert room.track("A").clock == "32:00"
    room.studio.close()


def test_a_new_round_a_call_and_the_end_of_the_breakout(room):
    room.to_the_relay()
    room.groups.ask_round()
    assert room.page.opened == [("round",)]
    room.groups.begin_round(4, "Last pass")
    assert (room.track("B").clock, room.last[0]) == ("4:00", "New round of 4 min")
    room.groups.call_back()
    assert (room.live.stage().message, room.last[0]) == (
        "Come back together now", "Everybody is called back"
    )  # fmt: skip
    room.groups.call_off()
    assert room.live.console().tracks == ()
    assert room.last == ("The breakout is called off", True)
    room.live.undo()
    assert room.track("B").clock == "4:00"


@pytest.mark.parametrize("act", ["ask_round", "call_back", "call_off"])
def test_what_is_for_groups_is_refused_with_a_reason_where_there_are_none(room, act):
    room.open().live.start()
    before = room.live.log
    getattr(room.groups, act)()
    assert room.live.log == before
    assert room.page.problems == ["This block has no groups. Send the room out in groups first."]


def test_the_form_that_sends_out_begins_with_the_teams_and_the_minutes_left(room):
    room.open().live.start()
    room.clock.advance(70)
    room.groups.open()
    teams = room.studio.cohorts.cohorts()[0].teams
    rows = tuple(GroupRow(team.letter, team.name) for team in teams)
    rows += tuple(GroupRow(letter, "") for letter in "CDEFGH")
    # 4:50 are left of the six minutes.
    assert room.page.opened == [("send out", rows, 4)]


def test_with_groups_the_same_key_opens_what_can_be_done_to_all(room):
    room.to_the_relay().groups.open()
    assert room.page.opened == [("all",)]


def test_without_a_session_nobody_is_sent_out(room):
    room.groups.open()
    assert room.page.opened == []
    assert len(room.page.problems) == 1


def test_groups_go_out_with_their_texts_mentors_and_places(room):
    room.open().live.start()
    rows = (GroupRow("A", "Window", "Who waits?", "Ines", "table 3"), GroupRow("C", "Door"))
    room.groups.send_out(3, rows)
    first, second = room.live.console().tracks
    assert (first.name, first.text, first.mentor, first.place, first.clock) == (
        "Window", "Who waits?", "Ines", "table 3", "3:00"
    )  # fmt: skip
    assert (second.id, second.letter) == ("C", "C")
    assert room.last == ("Sent out in 2 groups for 3 min", True)
    assert "Ines" not in repr(room.live.stage())


def test_a_cohort_without_teams_is_offered_groups_by_letter(tmp_path):
    room = Room(tmp_path)
    cohort = room.studio.cohorts.create("Without teams")
    session = room.studio.planning.plan(
        cohort.id, "ask-early", room.clock.now().utc, "Europe/Berlin"
    )
    room.live.open(session.id)
    room.live.start()
    room.groups.open()
    ((_, rows, _),) = room.page.opened
    assert [row.letter for row in rows] == list("ABCDEFGH")
    assert [row.name for row in rows] == [
        "Group A", "Group B", "Group C", "Group D", "", "", "", ""
    ]  # fmt: skip
    room.studio.close()


# --- the wall and the message --------------------------------------------------------------------


def test_slides_are_shown_and_named(room):
    room.to_the_relay()
    for show, face, said in (
        (room.wall.countdown, StageFace.COUNTDOWN, "The stage shows the countdown"),
        (room.wall.breakouts, StageFace.BREAKOUTS, "The stage shows the clocks of all groups"),
        (room.wall.agenda, StageFace.AGENDA, "The stage shows now and next"),
    ):
        show()
        assert (room.live.stage().face, room.last) == (face, (said, True))


def test_the_holding_slide_gives_way_to_what_the_block_shows(room):
    room.to_the_relay()
    seen = []
    for _ in range(2):
        room.wall.hold()
        seen.append(room.live.stage().face)
    assert seen == [StageFace.HOLDING, StageFace.BREAKOUTS]
    room.groups.call_off()
    for _ in range(2):
        room.wall.hold()
        seen.append(room.live.stage().face)
    assert seen[2:] == [StageFace.HOLDING, StageFace.COUNTDOWN]


def test_the_wall_of_clocks_is_refused_with_a_reason_where_there_are_no_groups(room):
    room.open().live.start()
    room.wall.breakouts()
    assert room.page.problems == ["This block has no groups. Send the room out in groups first."]
    assert room.live.stage().face is StageFace.COUNTDOWN


def test_a_prompt_is_chosen_from_stage_text_alone_or_typed(room):
    room.to_the_relay()
    room.wall.prompt()
    ((_, texts),) = room.page.opened
    assert texts[:2] == (
        "Pass it on. Two questions for a lens nobody has used.", "Last pass: add two questions."
    )  # fmt: skip
    assert "Alone: write two" in texts
    block = room.live.console().block
    assert not any(part in text for text in texts for part in (
        block.facilitator_note[:30], block.answer_key[:30]
    ))  # fmt: skip
    room.wall.show_prompt("  Who would notice first?  ")
    assert (room.live.stage().face, room.live.stage().prompt) == (
        StageFace.PROMPT, "Who would notice first?"
    )  # fmt: skip
    room.wall.show_prompt("   ")
    assert room.live.stage().prompt == "Who would notice first?"


def test_a_word_is_chosen_from_the_vocabulary_and_explained(room):
    room.to_the_relay()
    room.wall.word()
    ((_, offered),) = room.page.opened
    assert "drift" in offered
    room.wall.show_word("drift")
    assert (room.live.stage().face, room.live.stage().word.term) == (StageFace.WORD, "drift")
    assert room.last[0] == "The stage explains “drift”"


@pytest.mark.parametrize("style", list(ClockStyle))
def test_the_room_sees_the_style_and_the_console_the_exact_clock(room, style):
    room.to_the_relay()
    room.wall.countdown()
    room.clock.advance(1800)
    room.wall.style(style)
    shown = room.live.stage().clock
    assert shown.style is style
    assert shown.text == {ClockStyle.ABOUT: "about 2 min", ClockStyle.NONE: ""}.get(style, "2:00")
    assert room.live.console().clock == "2:00"


def test_a_message_stands_until_the_room_has_it(room):
    room.open().live.start()
    room.wall.message("Keep the questions.", 30.0, until_read=True)
    assert room.last == ("Sent, until the room has it", True)
    room.clock.advance(600)
    reading = room.live.console()
    assert (room.live.stage().message, reading.message_s) == ("Keep the questions.", 600)
    room.wall.acknowledge()
    assert room.live.stage().message == ""
    room.live.undo()
    assert room.live.stage().message == "Keep the questions."


def test_a_message_for_half_a_minute_leaves_by_itself(room):
    room.open().live.start()
    room.wall.message(" Two minutes left. ", 30.0, until_read=False)
    assert room.live.stage().message == "Two minutes left."
    room.clock.advance(30)
    assert room.live.stage().message == ""
    room.wall.acknowledge()
    assert room.page.problems == ["No message is on the stage."]
