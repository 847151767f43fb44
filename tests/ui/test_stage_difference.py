"""What of a snapshot is worth drawing again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workshop_studio.domain.live import (
    StageBreakouts,
    StageClock,
    StageFace,
    StageLine,
    StageSegment,
    StageSnapshot,
    StageTrack,
)
from workshop_studio.domain.timer import TimerPhase
from workshop_studio.ui.stage.difference import Difference, difference


def a_clock(text="4:59", left=0.5, **facts):
    return StageClock(text, facts.pop("phase", TimerPhase.NORMAL), "left, until 14:59", left=left)


def a_slide(**changes):
    facts = {
        "face": StageFace.COUNTDOWN,
        "title": "Map the risks",
        "clock": a_clock(),
        "segments": (StageSegment(0.5, 1.0), StageSegment(0.5, 0.2)),
        "lines": (StageLine("Alone: write two"),),
        "time_of_day": "14:05",
    }
    return StageSnapshot(**{**facts, **changes})


def a_wall(*clocks):
    tracks = tuple(StageTrack("A", "Heron", "Write two", clock) for clock in clocks)
    return a_slide(face=StageFace.BREAKOUTS, breakouts=StageBreakouts(tracks, "Back at 14:59"))


def test_equal_snapshots_differ_in_nothing():
    assert difference(a_slide(), a_slide()) is Difference.NONE


@pytest.mark.parametrize(
    "changes",
    [
        {"clock": a_clock("4:58")},
        {"time_of_day": "14:06"},
        {"clock": a_clock(left=0.49)},
        {"segments": (StageSegment(0.5, 1.0), StageSegment(0.5, 0.21))},
    ],
)
def test_what_time_alone_moves_is_a_tick(changes):
    assert difference(a_slide(), a_slide(**changes)) is Difference.TICK


@pytest.mark.parametrize(
    "changes",
    [
        {"face": StageFace.BLACK},
        {"title": "Nora’s bag"},
        {"message": "Two minutes left."},
        {"clock": a_clock(phase=TimerPhase.WARNING)},
        {"clock": None},
        {"segments": (StageSegment(1.0, 0.6),)},
        {"lines": ()},
        {"callout": "Two more minutes, then back together"},
        {"is_rehearsal": True},
        {"clock": a_clock("4:58"), "title": "Nora’s bag"},
    ],
)
def test_everything_else_is_content(changes):
    assert difference(a_slide(), a_slide(**changes)) is Difference.CONTENT


def test_a_bar_that_moves_by_less_than_the_eye_sees_waits_for_its_digits():
    shown = a_slide()
    half_a_step = StageSegment(0.5, 0.2 + 1 / 300)
    later = replace(shown, segments=(shown.segments[0], half_a_step))
    assert difference(shown, later) is Difference.NONE
    whole_step = StageSegment(0.5, 0.2 + 2.1 / 300)
    assert (
        difference(shown, replace(shown, segments=(shown.segments[0], whole_step)))
        is Difference.TICK
    )


def test_each_clock_on_the_wall_of_breakouts_counts():
    shown = a_wall(a_clock("4:59"), a_clock("3:10"), None)
    assert difference(shown, a_wall(a_clock("4:59"), a_clock("3:10"), None)) is Difference.NONE
    ticked = a_wall(a_clock("4:59"), a_clock("3:09"), None)
    assert difference(shown, ticked) is Difference.TICK
    back = a_wall(a_clock("4:59"), None, None)
    assert difference(shown, back) is Difference.CONTENT
    fewer = a_wall(a_clock("4:59"), a_clock("3:10"))
    assert difference(shown, fewer) is Difference.CONTENT
