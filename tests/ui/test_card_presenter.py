"""What the station does with answers of a team: saved once, in order, never lost."""

from __future__ import annotations

import pytest

from fakes import FullDisk, HeldLane, ManualClock
from studio_fixture import a_studio
from workshop_studio.domain.capstone import EMPTY, Answer, AnswerState
from workshop_studio.ui.capstone.presenter import CardPresenter


def said(text):
    return Answer(AnswerState.ANSWERED, text)


class CardOnPaper:
    """Stands in for the page and remembers what it was told."""

    def __init__(self):
        self.desk = None
        self.fields = {}
        self.conflicts = {}
        self.typing = set()
        self.late = []
        self.saved = self.problem = ""

    def show_desk(self, desk):
        self.desk = desk

    def show_capstone(self, capstone):
        self.capstone = capstone

    def is_typing(self, key):
        return key in self.typing

    def fill(self, key, answer):
        self.fields[key] = answer

    def show_conflict(self, key, theirs):
        self.conflicts[key] = theirs

    def say_saving(self):
        self.saved = "saving"

    def say_saved(self, time_of_day):
        self.saved, self.problem = f"saved {time_of_day}", ""

    def say_failed(self, text, action):
        self.saved, self.problem, self.action = "not saved", text, action

    def flush(self):
        while self.late:
            self.hand_on(*self.late.pop())

    def blank(self):
        self.desk = None


class Station:
    """A presenter at an open card, on a lane that runs when told to."""

    def __init__(self, studio):
        self.studio, self.lane, self.page = studio, HeldLane(), CardOnPaper()
        self.is_at_door = True
        self.presenter = CardPresenter(
            studio, self.lane, self.page, opened=self._opened, handed_over=self._handed_over
        )
        self.page.hand_on = self.type
        self.team = studio.cohorts.cohorts()[0].teams[0]
        self.presenter.open(self.team.code, self.refuse)
        self.lane.run()

    def _opened(self):
        self.is_at_door = False

    def _handed_over(self):
        self.is_at_door = True

    def refuse(self, error):
        raise AssertionError(error)

    def type(self, key, text):
        self.presenter.set_answer(key, said(text))

    def elsewhere(self, key, text, seen=EMPTY):
        card = self.page.desk.capstone.id
        self.studio.capstones.set_answer(card, key, said(text), seen)

    def on_disk(self, key):
        return self.studio.capstones.open(self.team.code).capstone.answer(key).text

    @property
    def title(self):
        return self.studio.capstones.open(self.team.code).capstone.title


@pytest.fixture
def studio(tmp_path):
    opened = a_studio(tmp_path, ManualClock())
    yield opened
    opened.close()


@pytest.fixture
def station(studio):
    return Station(studio)


@pytest.fixture
def disk(studio):
    found = FullDisk(studio.capstones._unit_of_work)
    studio.capstones._unit_of_work = found
    return found


def test_an_answer_is_saved_and_the_time_is_said(station):
    station.type("limits", "Fails above 5 %")
    assert station.page.saved == "saving"
    station.lane.run()
    assert station.on_disk("limits") == "Fails above 5 %"
    assert station.page.saved == "saved 13:30"


def test_what_is_typed_while_a_write_is_under_way_follows_it(station):
    for text in ("F", "Fa", "Fail", "Fails"):
        station.type("limits", text)
    assert len(station.lane) == 1
    station.lane.run(1)
    assert station.page.saved == "saving"
    station.lane.run()
    assert station.on_disk("limits") == "Fails"


def test_the_same_answer_is_not_written_twice(station):
    station.type("limits", "Fails")
    station.lane.run()
    station.type("limits", "Fails")
    assert len(station.lane) == 0


def test_title_and_owner_are_saved_like_fields(station):
    station.type("title", "Pantry Predict")
    station.type("owner", "Product lead")
    station.lane.run()
    card = station.studio.capstones.open(station.team.code).capstone
    assert (card.title, card.owner) == ("Pantry Predict", "Product lead")


def test_a_refused_write_keeps_the_text_and_is_tried_again(station, disk):
    disk.is_full = True
    station.type("limits", "Fails")
    station.lane.run()
    assert station.page.saved == "not saved"
    assert "The disk is full" in station.page.problem
    assert "still on the screen" in station.page.problem
    station.presenter.try_again()
    station.lane.run()
    disk.is_full = False
    station.presenter.try_again()
    station.lane.run()
    assert station.on_disk("limits") == "Fails"
    assert (station.page.saved, station.page.problem) == ("saved 13:30", "")


def test_a_write_after_a_refused_one_is_no_conflict(station, disk):
    disk.is_full = True
    station.type("limits", "Fai")
    station.lane.run()
    disk.is_full = False
    station.type("limits", "Fails")
    station.lane.run()
    assert station.page.conflicts == {}
    assert station.on_disk("limits") == "Fails"


def test_two_texts_for_one_field_are_both_shown_and_nothing_is_overwritten(station):
    station.elsewhere("consent", "People agree at the till.")
    station.type("consent", "Off until taken.")
    station.lane.run()
    assert station.page.conflicts == {"consent": said("People agree at the till.")}
    assert station.on_disk("consent") == "People agree at the till."
    station.type("consent", "Off until somebody takes it.")
    station.presenter.try_again()
    station.lane.run()
    assert station.on_disk("consent") == "People agree at the till."


def test_keeping_ones_own_text_writes_it_over_the_other(station):
    station.elsewhere("consent", "theirs")
    station.type("consent", "ours")
    station.lane.run()
    station.presenter.keep_own("consent")
    station.lane.run()
    assert station.on_disk("consent") == "ours"
    assert station.page.saved == "saved 13:30"


def test_taking_the_other_text_shows_it(station):
    station.elsewhere("consent", "theirs")
    station.type("consent", "ours")
    station.lane.run()
    station.presenter.take_other("consent")
    station.lane.run()
    assert station.page.fields["consent"] == said("theirs")
    assert station.on_disk("consent") == "theirs"
    assert station.page.saved == "saved 13:30"


def test_a_title_changed_elsewhere_is_a_conflict_too(station):
    card = station.page.desk.capstone.id
    station.studio.capstones.set_head(card, "Larder", "", ("", ""))
    station.type("title", "Pantry Predict")
    station.lane.run()
    assert station.page.conflicts == {"title": said("Larder")}
    station.presenter.keep_own("title")
    station.lane.run()
    assert station.title == "Pantry Predict"


def test_what_another_machine_wrote_elsewhere_appears_with_the_next_save(station):
    station.elsewhere("consent", "theirs")
    station.type("limits", "Fails")
    station.lane.run()
    assert station.page.fields == {"consent": said("theirs")}
    station.type("consent", "theirs, and ours")
    station.lane.run()
    assert station.page.conflicts == {}


def test_a_field_that_somebody_types_in_is_not_filled_under_their_hands(station):
    station.elsewhere("consent", "theirs")
    station.page.typing.add("consent")
    station.type("limits", "Fails")
    station.lane.run()
    assert station.page.fields == {}
    station.type("consent", "ours")
    station.lane.run()
    assert station.page.conflicts == {"consent": said("theirs")}


def test_handing_over_waits_for_the_disk(station):
    station.type("limits", "Fails")
    station.presenter.hand_over()
    assert not station.is_at_door
    station.lane.run()
    assert station.is_at_door
    assert station.page.desk is None
    assert station.on_disk("limits") == "Fails"


def test_a_word_typed_after_handing_over_is_kept_too(station):
    station.type("limits", "Fails")
    station.presenter.hand_over()
    station.page.late.append(("limits", "Fails above 5 %"))
    station.lane.run(1)
    assert not station.is_at_door
    station.lane.run()
    assert station.is_at_door
    assert station.on_disk("limits") == "Fails above 5 %"


def test_handing_over_an_unsaved_card_keeps_it_open(station, disk):
    disk.is_full = True
    station.type("limits", "Fails")
    station.presenter.hand_over()
    station.lane.run()
    assert not station.is_at_door
    assert "still on the screen" in station.page.problem
    disk.is_full = False
    station.presenter.hand_over()
    station.lane.run()
    assert station.is_at_door


def test_handing_over_two_texts_asks_for_the_choice_first(station):
    station.elsewhere("consent", "theirs")
    station.type("consent", "ours")
    station.lane.run()
    station.page.conflicts = {}
    station.presenter.hand_over()
    assert not station.is_at_door
    assert station.page.conflicts == {"consent": said("theirs")}


def test_the_app_closes_in_the_middle_of_a_sentence_and_nothing_is_lost(station):
    station.type("limits", "Fai")
    station.type("limits", "Fails above 5 %")
    station.type("consent", "Off until taken.")
    station.presenter.put_away()
    station.lane.run(4)
    assert station.on_disk("limits") == "Fails above 5 %"
    assert station.on_disk("consent") == "Off until taken."


def test_the_app_closes_over_two_texts_and_keeps_both(station):
    station.elsewhere("consent", "theirs")
    station.type("consent", "ours")
    station.lane.run()
    station.presenter.put_away()
    station.lane.run()
    assert station.on_disk("consent") == "theirs\nours"


def test_an_answer_that_comes_after_handing_over_shows_nothing_of_the_last_team(studio):
    station = Station(studio)
    station.type("limits", "Fails")
    station.presenter.hand_over()
    station.lane.run()
    station.page.saved = ""
    station.presenter.set_answer("limits", said("a late key"))
    station.lane.run()
    assert station.page.saved == ""
    assert station.on_disk("limits") == "Fails"
