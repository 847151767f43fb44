"""The adviser on the console without a window."""

from __future__ import annotations

import pytest

from fakes import HeldLane, InlineLane, ManualClock
from studio_fixture import a_studio
from workshop_studio.domain.run_log import Act
from workshop_studio.ui.console.advice import AdvicePresenter
from workshop_studio.ui.console.desk import Desk


class Page:
    """Remembers what it was told."""

    def __init__(self):
        self.advice, self.preview, self.said, self.problem = None, (), [], ""
        self.is_open = False

    def show_advice(self, reading):
        self.advice = reading

    def show_preview(self, rows):
        self.preview = rows

    def open_ways(self):
        self.is_open = not self.is_open

    def say_done(self, text, *, can_undo):
        self.said.append((text, can_undo))

    def say_problem(self, text):
        self.problem = text


class Console:
    """A late session, a page, and the presenter between them."""

    def __init__(self, studio, clock, lane, late_min=4):
        self.studio, self.clock, self.page = studio, clock, Page()
        self.live = studio.live
        clock.advance(late_min * 60)
        self.live.start()
        clock.advance(1)
        self.desk = Desk(self.live, lane, self.page, self.look)
        self.presenter = AdvicePresenter(self.desk, self.page)
        self.look()

    def look(self):
        self.presenter.show_reading(self.live.console())

    def minutes(self, block_id):
        return next(row.minutes for row in self.live.console().rows if row.block_id == block_id)


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def studio(tmp_path, clock):
    opened = a_studio(tmp_path, clock)
    opened.live.open(opened.planning.sessions()[0].id)
    yield opened
    opened.close()


def test_the_gentlest_way_is_taken_and_can_be_undone(studio, clock):
    console = Console(studio, clock, InlineLane())
    assert console.page.advice.ways[0].headline == "End at 16:00 after all"
    console.presenter.take()
    assert console.minutes("b8") == 31
    assert console.page.said == [("Agenda changed, ends 16:00", True)]
    assert console.page.advice is None
    console.live.undo()
    console.look()
    assert console.minutes("b8") == 35
    assert console.page.advice.ways[0].headline == "End at 16:00 after all"


def test_after_an_undo_the_same_way_can_be_taken_again(studio, clock):
    console = Console(studio, clock, InlineLane())
    console.presenter.take()
    console.live.undo()
    console.look()
    console.presenter.take()
    assert console.minutes("b8") == 31


def test_two_presses_cut_once(studio, clock):
    lane = HeldLane()
    console = Console(studio, clock, lane)
    console.presenter.take()
    console.presenter.take()
    assert len(lane) == 1


def test_another_way_is_taken_by_its_place(studio, clock):
    console = Console(studio, clock, InlineLane())
    way = console.page.advice.ways[1]
    console.presenter.take(1)
    assert console.live.log[-1].changes == way.changes


def test_looking_at_a_way_shows_its_minutes_in_the_agenda_until_one_looks_away(studio, clock):
    console = Console(studio, clock, InlineLane())
    console.presenter.look_at(0)
    assert {row.block_id: row.minutes for row in console.page.preview}["b8"] == 31
    console.presenter.look_at(1)
    console.presenter.look_away(0)
    assert console.page.preview != ()
    console.presenter.look_away(1)
    assert console.page.preview == ()
    assert console.live.log[-1].act is Act.START


def test_on_time_the_key_says_that_nothing_has_to_be_won_back(studio, clock):
    console = Console(studio, clock, InlineLane(), late_min=0)
    assert console.page.advice is None
    console.presenter.take()
    assert console.page.said == [("Nothing has to be won back", False)]
    assert console.live.log[-1].act is Act.START


def test_where_nothing_can_be_won_the_key_says_so(studio, clock):
    console = Console(studio, clock, InlineLane())
    for _ in range(8):
        clock.advance(console.live.console().block.planned_s)
        console.live.next()
    console.look()
    assert console.page.advice.ways == ()
    console.presenter.take()
    assert console.page.said == [
        ("Everything left is at its shortest. You will end 16:04, 4 min late.", False)
    ]


def test_the_other_ways_are_opened_only_where_there_are_some(studio, clock):
    console = Console(studio, clock, InlineLane())
    console.presenter.show_ways()
    assert console.page.is_open
    console.presenter.take()
    console.presenter.show_ways()
    assert console.page.said[-1] == ("Nothing has to be won back", False)


def test_a_closed_run_takes_its_advice_along(studio, clock):
    console = Console(studio, clock, InlineLane())
    console.live.close()
    console.look()
    assert console.page.advice is None


def test_a_way_that_became_old_on_its_way_to_the_disk_says_so(studio, clock):
    lane = HeldLane()
    console = Console(studio, clock, lane)
    console.presenter.take()
    console.live.extend(-240)
    lane.run()
    assert console.page.problem.startswith("Something changed in between")
    assert console.minutes("b8") == 35
