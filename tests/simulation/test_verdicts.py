from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_studio.domain.scenario_kinds import Direction, SignalState
from workshop_studio.simulation.metrics import Reason, Undefined
from workshop_studio.simulation.verdicts import (
    Levels,
    Reading,
    chi2_999,
    clear_level,
    judge,
    psi_noise_limit,
)

Q, W, A, R = SignalState.QUIET, SignalState.WATCH, SignalState.ALERT, SignalState.RECOVERING
FEW, NONE = SignalState.NOT_ENOUGH_DATA, SignalState.CANNOT_COMPUTE
STOPPED = Undefined(Reason.JOB_STOPPED)

ABOVE = Levels(amber=10.0, red=20.0, clear=8.0, direction=Direction.ABOVE)
BELOW = Levels(amber=69.0, red=67.0, clear=69.4, direction=Direction.BELOW)


def states(values, levels=ABOVE, rows=1000):
    return [verdict.state for verdict in judge([Reading(v, rows) for v in values], levels)]


def test_one_day_over_the_level_raises_nothing():
    assert states([1, 30, 1, 1, 30, 1]) == [Q] * 6


def test_two_of_three_days_over_amber_raise_a_watch():
    assert states([1, 12, 1, 12]) == [Q, Q, Q, W]


def test_two_of_three_days_over_red_raise_an_alert():
    assert states([25, 1, 25]) == [Q, Q, A]


def test_a_watch_becomes_an_alert_but_an_alert_does_not_shrink_to_a_watch():
    assert states([12, 12, 25, 25, 12, 12, 12]) == [Q, W, W, A, A, A, A]


def test_a_value_exactly_on_the_level_counts():
    assert states([10, 10]) == [Q, W]


def test_two_days_in_a_row_under_four_fifths_of_amber_end_an_alarm():
    assert states([25, 25, 9, 7, 9, 7, 7, 7]) == [Q, A, R, R, R, R, Q, Q]


def test_a_value_exactly_on_the_clearing_level_does_not_end_an_alarm():
    assert states([25, 25, 8, 8]) == [Q, A, R, R]


def test_levels_below_are_passed_downward():
    assert states([71, 66, 66, 69.2, 70, 70], BELOW) == [Q, Q, A, R, R, Q]


def test_a_day_without_a_number_is_never_quiet_and_keeps_the_alarm():
    assert states([25, 25, STOPPED, 25]) == [Q, A, NONE, A]


def test_days_are_counted_without_those_that_have_no_number():
    assert states([25, STOPPED, STOPPED, STOPPED, 25]) == [Q, NONE, NONE, NONE, A]


def test_a_number_that_is_not_known_yet_says_not_enough_data():
    assert states([Undefined(Reason.NOT_KNOWN_YET), 1]) == [FEW, Q]


def test_too_few_rows_give_no_verdict():
    assert states([99, 99], rows=199) == [FEW, FEW]
    assert states([99, 99], rows=200) == [Q, A]


def test_since_names_the_first_day_of_the_state_that_stands():
    verdicts = judge([Reading(v, 1000) for v in (1, 25, 25, 25, 7, 7)], ABOVE)
    assert [verdict.since for verdict in verdicts] == [1, 1, 3, 3, 5, 6]


def test_days_over_a_level_are_counted_in_a_row():
    verdicts = judge([Reading(v, 1000) for v in (12, 25, 25, 12, 1)], ABOVE)
    assert [verdict.days_over_amber for verdict in verdicts] == [1, 2, 3, 4, 0]
    assert [verdict.days_over_red for verdict in verdicts] == [0, 1, 2, 0, 0]


@given(st.lists(st.floats(0, 40), min_size=1, max_size=30), st.integers(1, 30))
def test_a_verdict_looks_only_at_its_own_and_earlier_days(values, cut):
    assert states(values)[:cut] == states(values[:cut])


@given(st.lists(st.floats(0, 9.99), max_size=30))
def test_a_chart_that_never_passes_amber_stays_quiet(values):
    assert set(states(values)) <= {Q}


def test_chi_square_quantiles_are_those_of_the_printed_table():
    assert chi2_999(1) == 10.828
    assert chi2_999(9) == 27.877
    assert chi2_999(10) == pytest.approx(29.588, rel=0.01)
    assert chi2_999(30) == pytest.approx(59.703, rel=0.01)


def test_the_noise_limit_of_ten_bins_follows_the_row_counts():
    assert psi_noise_limit(10, 5000, 1000) == pytest.approx(27.877 * 0.0012)
    assert psi_noise_limit(10, 5000, 200) > 0.1


def test_the_clearing_level_is_measured_from_zero_or_from_the_healthy_value():
    assert clear_level(3.0, Direction.ABOVE, 0.0) == pytest.approx(2.4)
    assert clear_level(69.0, Direction.BELOW, 71.0) == pytest.approx(69.4)
