from __future__ import annotations

from dataclasses import replace
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_scenario import make_effect, make_feature, make_scenario

from workshop_studio.domain.scenario import Dist, Segment
from workshop_studio.domain.scenario_kinds import DistKind, EffectKind, Layer, Shape
from workshop_studio.simulation.curves import strength
from workshop_studio.simulation.inverse import standard_normal, values_of
from workshop_studio.simulation.rows import draw_reference, draw_rows
from workshop_studio.simulation.streams import uniforms

TROUBLE = (
    make_effect(),
    make_effect(EffectKind.MISSING, target="size", layer=Layer.SEEN_BY_MODEL, size=0.3),
    make_effect(EffectKind.NEW_MIX, target="pack", where=(("pack", "bulk"),), size=0.5),
)


def drawn(scenario, days=range(1, 13)):
    return draw_rows(scenario, days)


@given(st.integers(1, 12), st.integers(1, 12))
@settings(max_examples=15, deadline=None)
def test_any_window_of_days_equals_the_cut_of_the_whole(one, other):
    scenario = make_scenario(TROUBLE)
    first, last = sorted((one, other))
    whole, window = drawn(scenario), drawn(scenario, range(first, last + 1))
    for name, values in whole.seen.items():
        np.testing.assert_array_equal(values[first - 1 : last], window.seen[name])
        np.testing.assert_array_equal(whole.true[name][first - 1 : last], window.true[name])
    np.testing.assert_array_equal(whole.fate[first - 1 : last], window.fate)
    np.testing.assert_array_equal(whole.labelled[first - 1 : last], window.labelled)


def test_another_seed_another_day_or_another_column_gives_other_numbers():
    here = uniforms(7, range(3, 4), "price", (5,))
    assert not np.array_equal(here, uniforms(8, range(3, 4), "price", (5,)))
    assert not np.array_equal(here, uniforms(7, range(4, 5), "price", (5,)))
    assert not np.array_equal(here, uniforms(7, range(3, 4), "size", (5,)))
    assert np.array_equal(here, uniforms(7, range(3, 4), "price", (5,)))


def test_a_new_effect_leaves_the_other_columns_untouched():
    healthy, shifted = drawn(make_scenario()), drawn(make_scenario([make_effect()]))
    np.testing.assert_array_equal(healthy.true["size"], shifted.true["size"])
    np.testing.assert_array_equal(healthy.fate, shifted.fate)


def test_a_shift_moves_every_value_by_its_size_from_its_first_day_to_its_last():
    effect = make_effect(start=6, full_from=6, end=8, size=4.0)
    moved = drawn(make_scenario([effect])).true["price"] - drawn(make_scenario()).true["price"]
    assert moved[:5].max() == 0.0
    assert moved[5:8] == pytest.approx(4.0)
    assert moved[8:].max() == 0.0


def test_a_unit_change_of_the_data_leaves_the_world_as_it_is():
    effect = make_effect(
        EffectKind.UNIT_CHANGE,
        target="size",
        where=(("pack", "bulk"),),
        layer=Layer.SEEN_BY_MODEL,
        size=1.0,
        factor=1000.0,
    )
    healthy, broken = drawn(make_scenario()), drawn(make_scenario([effect]))
    np.testing.assert_array_equal(healthy.true["size"], broken.true["size"])
    ratio = broken.seen["size"][6:] / healthy.seen["size"][6:]
    touched = ratio[np.isfinite(ratio)] > 1.5
    assert touched.mean() == pytest.approx(0.2, abs=0.02)  # the share of bulk packs
    assert ratio[np.isfinite(ratio)][touched] == pytest.approx(1000.0)


def test_a_unit_change_of_a_share_touches_about_that_share():
    effect = make_effect(EffectKind.UNIT_CHANGE, size=0.4, factor=10.0)
    healthy, broken = drawn(make_scenario()), drawn(make_scenario([effect]))
    assert (healthy.true["price"] != broken.true["price"])[5:].mean() == pytest.approx(
        0.4, abs=0.03
    )


def test_a_burst_of_missing_values_adds_to_the_usual_ones():
    effect = make_effect(EffectKind.MISSING, target="size", layer=Layer.SEEN_BY_MODEL, size=0.5)
    empty = np.isnan(drawn(make_scenario([effect])).seen["size"])
    assert empty[:5].mean() == pytest.approx(0.02, abs=0.01)
    assert empty[5:].mean() == pytest.approx(0.51, abs=0.03)  # 0.5 + 0.02 of the other half
    assert not np.isnan(drawn(make_scenario([effect])).true["size"]).any()


def test_a_new_mix_brings_more_of_the_growing_value():
    effect = make_effect(EffectKind.NEW_MIX, target="pack", where=(("pack", "bulk"),), size=0.5)
    large = drawn(make_scenario([effect])).true["size"] > 2.0
    assert large[:5].mean() == pytest.approx(0.2, abs=0.03)
    assert large[5:].mean() == pytest.approx(0.6, abs=0.03)  # 0.2 x 0.5 + 0.5


def test_segments_of_other_names_leave_an_effect_alone():
    effect = make_effect(where=(("pack", "bulk"),), size=4.0)
    scenario = make_scenario([effect])
    city = Segment("city", "city", ("north", "south"), (0.5, 0.5))
    both = replace(scenario.population, segments=(city, *scenario.population.segments))
    one, two = drawn(scenario), drawn(replace(scenario, population=both))
    np.testing.assert_array_equal(one.true["price"], two.true["price"])


def test_a_value_of_a_segment_can_have_a_distribution_of_another_kind():
    counted = (("pack", "bulk", Dist(DistKind.POISSON, 3.0, 0.0)),)
    scenario = make_scenario()
    price = make_feature(dist=Dist(DistKind.NORMAL, 100.0, 1.0), by_segment=counted)
    values = drawn(replace(scenario, features=(price,))).true["price"]
    counts = values[values < 50]
    assert counts.size / values.size == pytest.approx(0.2, abs=0.02)
    assert counts.mean() == pytest.approx(3.0, abs=0.15)
    assert (counts == np.round(counts)).all()


def test_the_reference_knows_nothing_of_the_effects():
    healthy, troubled = draw_reference(make_scenario()), draw_reference(make_scenario(TROUBLE))
    np.testing.assert_array_equal(healthy.seen["price"], troubled.seen["price"])
    np.testing.assert_array_equal(healthy.true["size"], troubled.true["size"])


def test_a_line_feature_has_one_value_a_line_and_a_candidate_feature_one_a_candidate():
    rows = drawn(make_scenario())
    assert rows.seen["basket"].shape == (12, 300, 1)
    assert rows.seen["price"].shape == (12, 300, 2)


def test_a_linear_effect_grows_in_equal_steps_and_stays():
    effect = make_effect(shape=Shape.LINEAR, start=6, full_from=9, end=12)
    assert strength(effect, range(5, 12)) == pytest.approx([0, 0.25, 0.5, 0.75, 1, 1, 1])


def test_a_sigmoid_effect_is_half_grown_in_its_middle_and_full_at_its_end():
    effect = make_effect(shape=Shape.SIGMOID, start=2, full_from=10, end=12)
    grown = strength(effect, range(1, 13))
    assert grown[0] == 0.0
    assert grown[5] == pytest.approx(0.5)
    assert grown[9:] == pytest.approx([1.0, 1.0, 1.0])
    assert (np.diff(grown) >= 0).all()


def test_normal_values_lie_where_the_inverse_of_the_normal_distribution_puts_them():
    shares = np.array([0.001, 0.025, 0.3, 0.5, 0.84, 0.975, 0.999])
    expected = [NormalDist().inv_cdf(share) for share in shares]
    assert standard_normal(shares) == pytest.approx(expected, abs=1e-3)
    assert values_of(DistKind.NORMAL, 10.0, 2.0, np.array([0.5, 0.975])) == pytest.approx(
        [10.0, 13.92], abs=0.01
    )


def test_the_middle_of_a_lognormal_is_its_median():
    assert values_of(DistKind.LOGNORMAL, 6.0, 0.7, np.array([0.5])) == pytest.approx([6.0])


def test_poisson_values_follow_the_cumulative_probabilities():
    # Mean 1: P(0) = 0.3679, P(at most 1) = 0.7358, P(at most 2) = 0.9197.
    shares = np.array([0.0, 0.36, 0.37, 0.73, 0.74, 0.92])
    assert list(values_of(DistKind.POISSON, 1.0, 0.0, shares)) == [0, 0, 1, 1, 2, 3]


@given(st.floats(0, 1, exclude_max=True))
def test_every_uniform_number_has_a_finite_value(share):
    for kind in DistKind:
        assert np.isfinite(values_of(kind, 3.0, 0.5, np.array([share]))).all()
