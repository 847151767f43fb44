"""When the shown clocks change next: never late, never early by more than the noise of floats."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_studio.domain import timer
from workshop_studio.domain.next_change import (
    clocks_stay_s,
    pulse_after_s,
    reading_stays_s,
    text_stays_s,
)
from workshop_studio.domain.timer import Countdown

NOISE_S = 2e-6
lefts = st.floats(-30_000, 30_000, allow_nan=False)


@pytest.mark.parametrize(
    ("left", "stays"),
    [
        (60.0, 1.0),  # 1:00, and 0:59 from 59.0 on
        (59.25, 0.25),  # 1:00 for another quarter
        (0.5, 0.5),  # 0:01, then 0:00
        (0.0, 1.0),  # 0:00 stands for exactly one second
        (-0.75, 0.25),
        (-1.0, 1.0),  # +0:01
        (-61.5, 0.5),
    ],
)
def test_the_text_stays_until_the_next_whole_second_left(left, stays):
    assert text_stays_s(left) == pytest.approx(stays)


@given(lefts)
def test_the_text_is_the_same_until_then_and_another_one_then(left):
    stays = text_stays_s(left)
    assert 0 < stays <= 1
    assert timer.clock_text(left - max(0.0, stays - NOISE_S)) == timer.clock_text(left)
    assert timer.clock_text(left - stays - NOISE_S) != timer.clock_text(left)


@given(st.floats(0, 36_000), st.floats(0, 40_000))
def test_the_text_never_changes_between_two_looks(planned, at):
    """Whoever looks only when told to sees every text there is, in order."""
    clock = timer.start(Countdown(planned), 0.0)
    stays = clocks_stay_s([clock], at)
    assert stays is not None
    middle = timer.read(clock, at + stays / 2).remaining_s
    assert timer.clock_text(middle) == timer.clock_text(timer.read(clock, at).remaining_s) or (
        stays <= NOISE_S
    )


def test_a_phase_that_begins_between_two_seconds_is_a_change():
    assert reading_stays_s(60.5, (60.2, 20.0)) == pytest.approx(0.3)
    assert reading_stays_s(60.1, (60.2, 20.0)) == pytest.approx(0.1)
    # 5 % of 12 min 5 s are 36.25 s: danger begins in the middle of a second.
    clock = timer.start(Countdown(725.0), 0.0)
    assert clocks_stay_s([clock], 725 - 36.5) == pytest.approx(0.25)


def test_the_first_of_several_clocks_counts():
    plenary = timer.start(Countdown(600.0), 0.0)
    tracks = [timer.start(Countdown(300.0), begun) for begun in (0.25, 0.5, 0.75)]
    assert clocks_stay_s([plenary, *tracks], 10.0) == pytest.approx(0.25)
    assert clocks_stay_s([plenary, *tracks], 10.3) == pytest.approx(0.2)
    assert clocks_stay_s([plenary], 10.3) == pytest.approx(0.7)


def test_clocks_that_stand_still_change_nothing():
    paused = timer.pause(timer.start(Countdown(600.0), 0.0), 10.4)
    running = timer.start(Countdown(600.0), 0.0)
    assert clocks_stay_s([paused, Countdown(60.0)], 20.0) is None
    assert clocks_stay_s([paused, running], 20.0) == pytest.approx(1.0)
    assert clocks_stay_s([], 20.0) is None


@pytest.mark.parametrize(
    ("stays", "after"),
    [
        (None, 0.1),
        (1.0, 0.1),
        (0.9997, 0.09997),  # woken a little late: ten looks to the change
        (0.109, 0.109),  # one slightly longer wait rather than two short ones
        (0.15, 0.075),
        (0.04, 0.04),
    ],
)
def test_pulses_are_spread_so_that_one_falls_on_the_change(stays, after):
    assert pulse_after_s(stays, 0.1) == pytest.approx(after)


@given(st.floats(1e-6, 1.0), st.floats(0, 0.004))
def test_pulses_land_on_the_change_however_late_each_of_them_is_woken(stays, late):
    """Late wake-ups shorten the next wait: only the last one's own lateness is ever seen."""
    passed, looks = 0.0, 0
    while passed < stays:
        wait = pulse_after_s(stays - passed, 0.1)
        assert wait <= 0.11 + 1e-9
        passed += wait + late
        looks += 1
        assert looks <= 12
    assert passed - stays <= late + 1e-9
