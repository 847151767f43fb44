"""When the shown clocks change next: never late, never early by more than the noise of floats."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import make_block
from workshop_studio.domain import timer
from workshop_studio.domain.agenda import Track
from workshop_studio.domain.next_change import (
    pulse_after_s,
    reading_stays_s,
    run_stays_s,
    text_stays_s,
)
from workshop_studio.domain.run import BlockRun, RunPhase, RunState, TrackRun
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


@given(st.floats(60, 36_000), st.floats(0, 40_000))
def test_text_and_phase_never_change_between_two_looks(planned, at):
    """Whoever looks only when told to sees every text and every phase there is, in order."""
    marks = timer.default_thresholds(planned)
    left = planned - at
    stays = reading_stays_s(left, (marks.warning_s, marks.danger_s))
    middle = left - stays / 2
    if stays > NOISE_S:
        assert timer.clock_text(middle) == timer.clock_text(left)
        # Over begins with the second of zero, not with a second of its own.
        assert timer.phase_of(middle, marks) == timer.phase_of(left, marks) or left == 0


def test_a_phase_that_begins_between_two_seconds_is_a_change():
    assert reading_stays_s(60.5, (60.2, 20.0)) == pytest.approx(0.3)
    assert reading_stays_s(60.1, (60.2, 20.0)) == pytest.approx(0.1)
    assert reading_stays_s(60.2, (60.2, 20.0)) == pytest.approx(0.2)


def a_run(minutes=10.0, tracks=(), phase=RunPhase.RUNNING, **facts):
    """Return a run whose block runs since 0.0; tracks: (planned, since or None) of each group."""
    block = make_block(minutes=minutes, **facts)
    since = 0.0 if phase is RunPhase.RUNNING else None
    groups = tuple(
        TrackRun(Track(f"t{place}", "Heron", 300), Countdown(planned, since_s=begun))
        for place, (planned, begun) in enumerate(tracks)
    )
    one = BlockRun(block, Countdown(minutes * 60, since_s=since), started_s=0.0, tracks=groups)
    return RunState(phase, (one,))


def test_the_first_of_several_clocks_counts():
    run = a_run(tracks=((300.0, 0.25), (300.0, 0.5), (300.0, 0.75)))
    assert run_stays_s(run, 10.0) == pytest.approx(0.25)
    assert run_stays_s(run, 10.3) == pytest.approx(0.2)
    assert run_stays_s(a_run(), 10.3) == pytest.approx(0.7)


def test_a_group_that_keeps_everybody_decides_the_clock_of_the_block():
    run = a_run(minutes=5, tracks=((360.0, 0.4),))
    assert run_stays_s(run, 10.1) == pytest.approx(0.3)  # 350.3 left, not 289.9


def test_the_thresholds_of_the_block_itself_count():
    # 5 % of 12 min 5 s are 36.25 s: danger begins in the middle of a second.
    assert run_stays_s(a_run(minutes=725 / 60), 725 - 36.5) == pytest.approx(0.25)
    assert run_stays_s(a_run(minutes=10, warning_s=90), 600 - 90.5) == pytest.approx(0.5)


@pytest.mark.parametrize("phase", [RunPhase.READY, RunPhase.PAUSED, RunPhase.ENDED])
def test_clocks_that_stand_still_change_nothing(phase):
    assert run_stays_s(a_run(phase=phase, tracks=((300.0, None),)), 20.3) is None


def test_a_group_that_is_held_changes_nothing():
    assert run_stays_s(a_run(tracks=((300.0, None), (299.5, None))), 20.0) == pytest.approx(1.0)


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
