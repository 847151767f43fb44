from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_studio.domain import timer
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.timer import Countdown, TimerPhase


def test_a_running_countdown_counts_from_its_start():
    running = timer.start(Countdown(600), 100)
    assert timer.read(running, 160) == timer.Reading(60, 540)


def test_time_spent_paused_is_not_counted():
    paused = timer.pause(timer.start(Countdown(600), 0), 60)
    again = timer.start(paused, 3660)
    assert timer.read(again, 3670).remaining_s == 530


def test_added_time_moves_the_remaining_time_at_once():
    longer = timer.extend(timer.start(Countdown(600), 0), 120)
    assert timer.read(longer, 0).remaining_s == 720


def test_starting_twice_is_refused():
    with pytest.raises(RuleBroken) as refused:
        timer.start(timer.start(Countdown(1), 0), 0)
    assert refused.value.code == "timer-runs"


@pytest.mark.parametrize(
    ("remaining_s", "shown"),
    [
        (1062.0, "17:42"),
        (1061.2, "17:42"),
        (60.0, "1:00"),
        (59.999, "1:00"),
        (1.0, "0:01"),
        (0.4, "0:01"),
        (0.0, "0:00"),
        (-0.9, "0:00"),
        (-1.0, "+0:01"),
        (-24.7, "+0:24"),
        (-60.0, "+1:00"),
        (3600.0, "1:00:00"),
        (5025.0, "1:23:45"),
    ],
)
def test_the_clock_rounds_up_before_zero_and_down_after(remaining_s, shown):
    assert timer.clock_text(remaining_s) == shown


def test_zero_stands_for_exactly_one_second():
    shown = [timer.clock_text(ms / 1000) for ms in range(3000, -3001, -1)]
    assert shown.count("0:00") == 1000
    seen = list(dict.fromkeys(shown))
    assert seen == ["0:03", "0:02", "0:01", "0:00", "+0:01", "+0:02", "+0:03"]


@pytest.mark.parametrize(
    ("planned_min", "warning_s", "danger_s"),
    [(32, 300, 60), (10, 120, 30), (5, 60, 20), (1, 30, 15), (120, 300, 60)],
)
def test_thresholds_are_a_share_with_a_floor_and_a_cap(planned_min, warning_s, danger_s):
    # 20 % of 32 min is 6:24, capped at 5 min; 5 % of 10 min is 30 s; a minute warns at its half.
    assert timer.default_thresholds(planned_min * 60) == timer.Thresholds(warning_s, danger_s)


@pytest.mark.parametrize(
    ("remaining_s", "phase"),
    [
        (120.001, TimerPhase.NORMAL),
        (120.0, TimerPhase.WARNING),
        (30.001, TimerPhase.WARNING),
        (30.0, TimerPhase.DANGER),
        (0.0, TimerPhase.DANGER),
        (-0.001, TimerPhase.OVER),
    ],
)
def test_the_phase_changes_exactly_at_its_boundary(remaining_s, phase):
    assert timer.phase_of(remaining_s, timer.Thresholds(120, 30)) is phase


def test_adding_time_moves_the_phase_back():
    marks = timer.Thresholds(120, 30)
    running = timer.start(Countdown(600), 0)
    assert timer.phase_of(timer.read(running, 590).remaining_s, marks) is TimerPhase.DANGER
    longer = timer.extend(running, 300)
    assert timer.phase_of(timer.read(longer, 590).remaining_s, marks) is TimerPhase.NORMAL


@given(
    st.lists(st.floats(0, 700), min_size=1, max_size=30),
    st.lists(st.integers(-60, 600), max_size=6, unique=True),
)
def test_each_mark_is_crossed_once_however_the_pulses_fall(pulses, marks):
    running = timer.start(Countdown(600), 0)
    times = [0.0, *sorted(pulses), 700.0]
    seen = []
    for before, now in itertools.pairwise(times):
        seen.extend(timer.crossed(running, before, now, marks))
    assert sorted(seen) == sorted(m for m in marks if -100 <= m < 600)


@given(
    st.floats(0, 36_000),
    st.floats(-600, 600),
    st.floats(0, 40_000),
    st.none() | st.floats(0, 80_000),
    st.floats(0, 80_000),
)
def test_the_remaining_seconds_alone_are_those_of_the_whole_reading(
    planned, added, used, since, now
):
    clock = Countdown(planned, added, used, since)
    assert timer.remaining_s(clock, now) == timer.read(clock, now).remaining_s
