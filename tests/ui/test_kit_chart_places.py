from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_studio.ui.kit.chart_places import Box, calmest, dense, spread_apart

LEFT, RIGHT = Box(0, 0, 40, 10), Box(60, 0, 40, 10)


def test_labels_that_stand_apart_are_not_moved():
    assert spread_apart([20, 80, 45], [20, 20, 20], low=0, high=100) == [20, 80, 45]


def test_labels_that_touch_move_apart_and_keep_their_order():
    # The lower one ends at 100, so its middle is 90; the other one stands on top of it.
    assert spread_apart([95, 92], [20, 20], low=0, high=100) == [90, 70]


def test_a_large_label_pushes_a_small_one_by_half_of_both():
    # 60 and 20 high around 50: middles have to be 40 apart.
    assert spread_apart([50, 50], [60, 20], low=0, high=200) == [50, 90]


def test_labels_without_room_start_at_the_top():
    assert spread_apart([5, 5], [20, 20], low=0, high=10) == [10, 30]


@given(st.lists(st.tuples(st.floats(0, 200), st.floats(5, 40)), min_size=1, max_size=5))
def test_labels_never_touch_and_never_leave_the_chart(labels):
    wanted, heights = [w for w, _ in labels], [h for _, h in labels]
    placed = spread_apart(wanted, heights, low=0, high=200)
    boxes = sorted((p - h / 2, p + h / 2) for p, h in zip(placed, heights, strict=True))
    assert all(b[0] >= a[1] - 1e-6 for a, b in itertools.pairwise(boxes))
    assert boxes[0][0] >= -1e-6
    assert boxes[-1][1] <= 200 + 1e-6


def test_words_stand_in_the_first_place_that_no_line_runs_through():
    assert calmest([LEFT, RIGHT], [(20, 5)]) == RIGHT
    assert calmest([LEFT, RIGHT], [(50, 5)]) == LEFT


def test_a_line_near_the_words_counts_as_through_them():
    assert calmest([LEFT, RIGHT], [(44, 5)], margin=5) == RIGHT


def test_a_place_taken_by_other_words_is_worse_than_a_crossed_one():
    assert calmest([LEFT, RIGHT], [(80, 5)], taken=[Box(10, 5, 10, 10)]) == RIGHT


def test_where_every_place_is_crossed_the_least_crossed_one_is_taken():
    assert calmest([LEFT, RIGHT], [(10, 5), (20, 5), (70, 5)]) == RIGHT


def test_no_place_at_all_is_refused():
    with pytest.raises(ValueError, match="no place"):
        calmest([], [(0, 0)])


def test_boxes_side_by_side_do_not_touch():
    assert not Box(0, 0, 10, 10).touches(Box(10, 0, 10, 10))
    assert Box(0, 0, 10, 10).touches(Box(9, 9, 10, 10))


def test_a_steep_line_has_points_all_along():
    # From (0, 0) to (0, 30) in steps of at most 10, both ends included.
    points = dense([(0, 0), (0, 30)], 10)
    assert points[0] == (0, 0)
    assert points[-1] == (0, 30)
    assert max(b[1] - a[1] for a, b in itertools.pairwise(points)) <= 10
