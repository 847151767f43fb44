from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_studio.ui.kit.chart_view import (
    ChartLine,
    day_labels,
    gap_points,
    last_point,
    nice_ticks,
    tick_text,
)


def test_missing_days_get_rings_on_the_straight_line_between_their_neighbours():
    line = ChartLine((2.0, None, None, 5.0), has_gap_rings=True)
    assert gap_points(line, first_day=24, today=27) == ((25, 3.0), (26, 4.0))


def test_missing_days_at_the_end_get_rings_up_to_today():
    line = ChartLine((1.0, 2.0), has_gap_rings=True)
    assert gap_points(line, first_day=1, today=4) == ((3, 2.0), (4, 2.0))


def test_days_before_the_first_value_are_not_missing():
    line = ChartLine((None, None, 3.0), has_gap_rings=True)
    assert gap_points(line, first_day=1, today=3) == ()


def test_a_line_without_rings_has_none():
    assert gap_points(ChartLine((2.0, None, 5.0)), first_day=1, today=3) == ()


def test_the_newest_point_skips_missing_days():
    assert last_point(ChartLine((1.0, 4.0, None)), first_day=10) == (11, 4.0)
    assert last_point(ChartLine((None, None)), first_day=1) is None


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0, 150, (0, 50, 100, 150)),
        (0, 1, (0, 0.5, 1)),
        (0.3, 0.5, (0.3, 0.35, 0.4, 0.45, 0.5)),
        (-5, 5, (-5, 0, 5)),
    ],
)
def test_ticks_are_round_numbers(low, high, ticks):
    assert nice_ticks(low, high) == pytest.approx(ticks)


@given(st.floats(-1e6, 1e6), st.floats(0.001, 1e6))
def test_ticks_stay_within_the_range_and_are_few(low, span):
    ticks = nice_ticks(low, low + span)
    slack = span * 1e-6
    assert len(ticks) <= 5
    assert all(low - slack <= tick <= low + span + slack for tick in ticks)


def test_a_range_without_height_is_refused():
    with pytest.raises(ValueError, match="below"):
        nice_ticks(2, 2)


def test_negative_numbers_have_a_real_minus_sign():
    assert tick_text(-5, "%") == "−5 %"


@pytest.mark.parametrize(
    ("first", "last", "room", "days"),
    [
        (1, 30, 4, (1, 10, 20, 30)),
        (1, 42, 6, (1, 10, 20, 30, 42)),
        (24, 42, 5, (24, 30, 36, 42)),
        (1, 5, 6, (1, 2, 3, 4, 5)),
        (7, 7, 6, (7,)),
    ],
)
def test_named_days_are_the_ends_and_round_ones_between(first, last, room, days):
    assert day_labels(first, last, room) == days


@given(st.integers(1, 50), st.integers(1, 120), st.integers(2, 8))
def test_named_days_have_room(first, span, room):
    days = day_labels(first, first + span, room)
    assert days[0] == first
    assert days[-1] == first + span
    assert len(days) <= max(room, 2)
