from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workshop_studio.simulation.ranges import fitted_range


def test_an_axis_holds_values_and_levels_with_a_margin():
    # 1 to 8.5 spans 7.5: margin 0.45, ends 0.55 and 8.95, outward to whole numbers.
    assert fitted_range((1.0, 8.5), (3.0,)) == (0.0, 9.0)


def test_a_level_far_above_the_values_stays_on_the_chart():
    low, high = fitted_range((0.01, 0.02), (0.25,))
    assert low == 0.0
    assert 0.25 < high <= 0.3


def test_values_far_from_zero_do_not_drag_the_axis_down_to_it():
    # 61 to 73 spans 12: margin 0.72, steps of 2.
    assert fitted_range((61.0, 73.0), (67.0,)) == (60.0, 74.0)


def test_what_is_never_negative_starts_at_zero_at_the_lowest():
    assert fitted_range((0.0, 10.0), ())[0] == 0.0
    assert fitted_range((-1.0, 10.0), ())[0] < -1.0


def test_missing_days_count_for_nothing():
    assert fitted_range((None, 1.0, None, 8.5), (3.0,)) == fitted_range((1.0, 8.5), (3.0,))


def test_without_any_number_there_is_still_an_axis():
    assert fitted_range((None,), ()) == (0.0, 1.0)
    low, high = fitted_range((5.0, 5.0), ())
    assert low < 5.0 < high


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=20), st.floats(-1e6, 1e6))
def test_nothing_lies_outside_the_axis(values, level):
    low, high = fitted_range(values, (level,))
    assert low < high
    assert all(low - 1e-6 <= each <= high + 1e-6 for each in (*values, level))
