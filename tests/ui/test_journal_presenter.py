"""A journal at the station, without a window: who gets in, what is kept, when it closes."""

from __future__ import annotations

import pytest

from fakes import FullDisk, HeldLane, InlineLane, ManualClock
from studio_fixture import a_studio
from workshop_studio.ui.journal.lines import DAMAGED, SOMETHING_ELSE
from workshop_studio.ui.journal.presenter import WAITS, JournalExits, JournalPresenter

SENTENCE = "I was afraid to say that the numbers looked wrong"
PASSPHRASE = "correct horse"


class PaperJournal:
    """Stands in for the page: one text, and whether it was handed on."""

    def __init__(self):
        self.page = ""
        self.names = ()
        self.refused = self.saved = self.problem = ""
        self.lines = ()
        self.draft = None
        self.prompt = self.text = ""
        self.is_dirty = self.can_undo = False

    def type(self, text, prompt=None):
        self.text, self.is_dirty = text, True
        self.prompt = self.prompt if prompt is None else prompt

    def show_names(self, writers):
        self.page, self.names = "names", tuple(w.name for w in writers)

    def show_passphrase(self, name, *, is_new):
        self.page, self.name, self.is_new = "passphrase", name, is_new

    def say_refused(self, text):
        self.refused = text

    def show_journal(self, name, prompts):
        self.page, self.name, self.offered = "journal", name, prompts

    def show_lines(self, lines):
        self.lines = lines

    def show_entry(self, draft, line):
        self.draft, self.prompt, self.text = draft, draft.prompt, draft.text
        self.is_damaged = line.is_damaged
        self.is_dirty = False

    def take_typed(self):
        if not self.is_dirty:
            return None
        self.is_dirty = False
        return self.prompt, self.text

    def say_saving(self):
        self.saved = "saving"

    def say_saved(self, time_of_day):
        self.saved = f"saved {time_of_day}"

    def say_failed(self, text):
        self.saved, self.problem = "not saved", text

    def say_removed(self):
        self.can_undo = True

    def blank(self):
        self.__init__()


class Desk:
    """A presenter with its page; the door remembers what it was told."""

    def __init__(self, studio, lane=None):
        self.studio, self.page = studio, PaperJournal()
        self.lane = InlineLane() if lane is None else lane
        self.at_door = self.said = ""
        self.is_inside = False
        exits = JournalExits(self._opened, self._closed, self._say)
        self.presenter = JournalPresenter(studio, self.lane, self.page, exits)

    def _opened(self):
        self.is_inside = True

    def _closed(self, reason):
        self.is_inside, self.at_door = False, reason

    def _say(self, text):
        self.said = text

    def person(self, place=0):
        return self.studio.journals.door().writers[place].id

    def come(self, place=0):
        self.presenter.open()
        self.presenter.choose(self.person(place))

    def enter(self, passphrase=PASSPHRASE, place=0):
        self.come(place)
        self.presenter.enter(passphrase, passphrase)

    def save(self):
        typed = self.page.take_typed()
        if typed is not None:
            self.presenter.edited(*typed)

    def write(self, text, prompt=None):
        self.page.type(text, prompt)
        self.save()

    def kept(self, place=0, passphrase=PASSPHRASE):
        key = self.studio.journals.open(self.person(place), passphrase)
        found = [(e.prompt[:11], e.text) for e in self.studio.journals.entries(key)]
        self.studio.journals.close(key)
        return found


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def studio(tmp_path, clock):
    opened = a_studio(tmp_path, clock)
    yield opened
    opened.close()


@pytest.fixture
def desk(studio):
    return Desk(studio)


@pytest.fixture
def disk(studio):
    found = FullDisk(studio.journals._unit_of_work)
    studio.journals._unit_of_work = found
    return found


def test_names_are_found_by_their_beginnings(desk):
    desk.presenter.open()
    assert len(desk.page.names) == 12
    desk.presenter.find("12")
    assert desk.page.names == ("Sample 12",)


def test_the_first_time_the_passphrase_is_typed_twice(desk):
    desk.come()
    assert (desk.page.page, desk.page.is_new) == ("passphrase", True)
    desk.presenter.enter(PASSPHRASE, "correct house")
    assert desk.page.refused == "The two are not the same. Type both again."
    desk.presenter.enter("short", "short")
    assert desk.page.refused == "Take at least 8 characters. Four short words work well."
    desk.presenter.enter(PASSPHRASE, PASSPHRASE)
    assert desk.page.page == "journal"
    assert desk.page.prompt.startswith("A time I noticed a risk late.")


def test_a_wrong_passphrase_and_the_wait_are_said_calmly(desk):
    desk.enter()
    desk.presenter.close()
    desk.come()
    assert not desk.page.is_new
    for _ in range(5):
        desk.presenter.enter("wrong horse", "")
    assert desk.page.refused == "That is not the passphrase. Nothing was changed."
    desk.presenter.enter(PASSPHRASE, "")
    assert desk.page.refused == "Too many wrong passphrases. Wait 5 seconds, then try again."
    assert desk.page.page == "passphrase"


def test_a_journal_begun_elsewhere_in_the_meantime_is_asked_for_its_passphrase(desk, studio):
    desk.come()
    studio.journals.begin(desk.person(), "another horse")
    desk.presenter.enter(PASSPHRASE, PASSPHRASE)
    assert not desk.page.is_new
    assert "Open it with its passphrase" in desk.page.refused


def test_an_entry_is_saved_sealed_and_grows_in_one_place(desk):
    desk.enter()
    desk.write("I was")
    desk.write(SENTENCE)
    assert desk.page.saved == "saved 13:30"
    assert [(line.when, line.is_current) for line in desk.page.lines] == [("6 Oct, 13:30", True)]
    desk.presenter.close()
    assert desk.kept() == [("A time I no", SENTENCE)]


def test_an_empty_page_leaves_no_entry(desk):
    desk.enter()
    desk.write("  ")
    desk.write("", prompt="")
    desk.presenter.new_entry()
    desk.presenter.close()
    assert desk.kept() == []


def test_something_else_is_an_entry_without_a_prompt(desk):
    desk.enter()
    desk.write("That I asked.", prompt="")
    assert desk.page.lines[0].title == "That I asked."
    desk.presenter.close()
    assert desk.kept() == [("", "That I asked.")]


def test_earlier_entries_are_read_and_changed(desk, clock):
    desk.enter()
    desk.write("first")
    clock.advance(60)
    desk.presenter.new_entry()
    desk.write("second")
    assert [line.when for line in desk.page.lines] == ["6 Oct, 13:31", "6 Oct, 13:30"]
    desk.presenter.choose_entry(desk.page.lines[1].id)
    assert desk.page.text == "first"
    desk.write("first, changed")
    desk.presenter.close()
    assert [text for _, text in desk.kept()] == ["first, changed", "second"]


def test_turning_to_another_page_keeps_what_was_just_typed(desk):
    desk.enter()
    desk.write("first")
    desk.presenter.new_entry()
    desk.page.type("second, not yet saved")
    desk.presenter.choose_entry(desk.page.lines[0].id)
    assert desk.page.text == "first"
    desk.presenter.close()
    assert [text for _, text in desk.kept()] == ["first", "second, not yet saved"]


def test_a_deleted_entry_can_be_put_back(desk):
    desk.enter()
    desk.write(SENTENCE)
    desk.page.type(SENTENCE + " and this")
    desk.presenter.remove()
    assert (desk.page.text, desk.page.lines, desk.page.can_undo) == ("", (), True)
    desk.presenter.undo_remove()
    assert desk.page.text == SENTENCE
    desk.presenter.close()
    assert [text for _, text in desk.kept()] == [SENTENCE]


def test_a_deleted_entry_is_gone_after_the_journal_closed(desk):
    desk.enter()
    desk.write(SENTENCE)
    desk.presenter.remove()
    desk.presenter.close()
    desk.presenter.undo_remove()
    assert desk.kept() == []


def test_a_delete_that_the_disk_refused_shows_the_entry_again(desk, disk):
    desk.enter()
    desk.write(SENTENCE)
    disk.is_full = True
    desk.presenter.remove()
    assert len(desk.page.lines) == 1
    assert "The disk is full" in desk.page.problem


def test_a_damaged_entry_says_so_and_is_never_overwritten(desk, studio):
    desk.enter()
    desk.write("first")
    desk.presenter.new_entry()
    desk.write("second")
    damaged = desk.page.lines[1].id
    desk.presenter.close()
    with studio.journals._unit_of_work.writing() as work:
        entry = next(e for e in work.journals.entries(desk.person()) if e.id == damaged)
        work.journals.save_entry(type(entry)(
            entry.id, entry.participant_id, entry.nonce, entry.sealed[:-1] + b"?",
            entry.created_utc, entry.changed_utc,
        ))  # fmt: skip
        work.commit()
    desk.enter()
    assert sorted(line.title[:11] for line in desk.page.lines) == ["A time I no", DAMAGED[:11]]
    desk.presenter.choose_entry(damaged)
    assert desk.page.is_damaged
    desk.write("typed over it")
    desk.presenter.close()
    assert [text for _, text in desk.kept()] == ["", "second"]


def test_five_quiet_minutes_close_the_journal_and_seal_what_was_typed(desk, clock):
    desk.enter()
    desk.write("I was")
    desk.page.type(SENTENCE)
    clock.advance(299)
    desk.presenter.tick()
    assert desk.is_inside
    clock.advance(1)
    desk.presenter.tick()
    assert not desk.is_inside
    assert desk.at_door == (
        "The journal closed itself after five quiet minutes. Open it again. "
        "Everything written is kept."
    )
    assert (desk.page.text, desk.page.lines, desk.page.draft) == ("", (), None)
    assert [text for _, text in desk.kept()] == [SENTENCE]


def test_a_first_sentence_that_was_never_saved_survives_the_five_minutes(desk, clock):
    desk.enter()
    desk.page.type(SENTENCE)
    clock.sleep(3600, counted=False)
    desk.presenter.tick()
    assert [text for _, text in desk.kept()] == [SENTENCE]


def test_a_key_pressed_after_the_five_minutes_opens_nothing(desk, clock):
    desk.enter()
    desk.page.type(SENTENCE)
    clock.advance(3600)
    assert not desk.presenter.active()
    assert desk.page.text == ""
    assert [text for _, text in desk.kept()] == [SENTENCE]


def test_somebody_who_reads_is_not_quiet(desk, clock):
    desk.enter()
    for _ in range(4):
        clock.advance(200)
        assert desk.presenter.active()
    desk.write(SENTENCE)
    assert desk.page.saved == "saved 13:43"


def test_a_page_that_saves_itself_does_not_count_as_somebody(desk, clock):
    desk.enter()
    clock.advance(200)
    desk.write(SENTENCE)
    clock.advance(100)
    desk.presenter.tick()
    assert not desk.is_inside
    assert [text for _, text in desk.kept()] == [SENTENCE]


def test_a_passphrase_left_half_typed_is_forgotten_after_five_minutes(desk, clock):
    desk.come()
    clock.advance(300)
    desk.presenter.tick()
    assert not desk.is_inside
    assert desk.at_door == ""


def test_a_refused_write_is_said_and_tried_again(desk, disk, clock):
    desk.enter()
    disk.is_full = True
    desk.write(SENTENCE)
    assert desk.page.saved == "not saved"
    assert "still on the screen" in desk.page.problem
    assert SENTENCE not in desk.page.problem
    disk.is_full = False
    clock.advance(4)
    desk.presenter.tick()
    assert desk.page.saved == "saved 13:30"


def test_a_journal_that_closes_on_a_full_disk_waits_sealed_and_is_saved_later(desk, disk, clock):
    desk.enter()
    disk.is_full = True
    desk.page.type(SENTENCE)
    desk.presenter.close()
    assert (desk.is_inside, desk.said) == (False, WAITS)
    assert SENTENCE not in repr(vars(desk.presenter)) + repr(vars(desk.studio.journals))
    clock.advance(4)
    desk.presenter.tick()
    assert desk.said == WAITS
    disk.is_full = False
    clock.advance(4)
    desk.presenter.tick()
    assert desk.said == ""
    assert [text for _, text in desk.kept()] == [SENTENCE]


def test_a_key_for_somebody_who_went_away_is_thrown_away(studio, clock):
    lane = HeldLane()
    desk = Desk(studio, lane)
    desk.presenter.open()
    lane.run()
    desk.presenter.choose(desk.person())
    lane.run()
    desk.presenter.enter(PASSPHRASE, PASSPHRASE)
    desk.presenter.leave()
    lane.run()
    assert desk.page.page == ""
    assert studio.journals._last_used == {}


def test_the_app_closes_between_two_saves_and_nothing_is_lost(studio, clock):
    lane = HeldLane()
    desk = Desk(studio, lane)
    desk.presenter.open()
    lane.run()
    desk.presenter.choose(desk.person())
    lane.run()
    desk.presenter.enter(PASSPHRASE, PASSPHRASE)
    lane.run()
    desk.write("I was")
    desk.write("I was afraid")
    desk.page.type(SENTENCE)
    desk.presenter.close()
    lane.run(2)
    assert [text for _, text in desk.kept()] == [SENTENCE]


def test_another_person_sees_nothing_of_the_one_before(desk):
    desk.enter()
    desk.write(SENTENCE)
    desk.presenter.close()
    desk.enter("another horse", place=1)
    assert (desk.page.text, desk.page.lines) == ("", ())
    assert desk.page.name == "Sample 10"


def test_without_prompts_the_page_is_about_something_else(tmp_path, clock):
    studio = a_studio(tmp_path / "other", clock, with_session=False)
    cohort = studio.cohorts.create("Autumn")
    from studio_fixture import some_people

    studio.cohorts.import_people(cohort.id, some_people(1))
    desk = Desk(studio)
    desk.enter()
    assert (desk.page.offered, desk.page.prompt) == ((), "")
    desk.write("\n")
    assert desk.page.lines == ()
    desk.write("x")
    desk.presenter.edited("", "")
    assert desk.page.lines[0].title == SOMETHING_ELSE
    studio.close()
