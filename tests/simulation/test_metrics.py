from __future__ import annotations

from math import inf, isfinite, log, nan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from workshop_studio.simulation.metrics import (
    Reason,
    Undefined,
    failing_share,
    missing_share,
    out_of_range_share,
    prepare_reference,
    psi_quantile10,
    wasserstein,
    wasserstein_normed,
)

COUNTING = np.arange(10.0)  # one value in each tenth: borders 0.9, 1.8, ... 8.1
numbers = st.floats(-1e6, 1e6, allow_subnormal=False)
samples = arrays(np.float64, st.integers(1, 60), elements=numbers)


def test_psi_of_a_sample_in_two_of_ten_bins_is_that_of_the_hand_calculation():
    day = np.array([0.0] * 5 + [9.0] * 5)
    in_two = 2 * (0.5 - 0.1) * log(0.5 / 0.1)  # 1.28755
    in_eight = 8 * (0.0001 - 0.1) * log(0.0001 / 0.1)  # 5.52068
    assert psi_quantile10(prepare_reference(COUNTING), day) == pytest.approx(in_two + in_eight)
    assert in_two + in_eight == pytest.approx(6.80823, abs=1e-5)


def test_a_value_on_a_border_belongs_to_the_bin_on_its_left():
    reference = prepare_reference(np.array([0.0, 1.0, 2.0, 3.0]), bins=2)  # one border at 1.5
    on_the_border = psi_quantile10(reference, np.array([1.5, 1.5, 2.0, 2.0]))
    assert on_the_border == 0.0


def test_repeated_borders_are_merged_and_values_beyond_the_reference_count_in_the_end_bins():
    half_zero = np.array([0.0] * 5 + [1.0, 2.0, 3.0, 4.0, 5.0])
    reference = prepare_reference(half_zero)
    assert reference.edges.size < 9
    far = psi_quantile10(reference, np.where(half_zero == 5.0, 1e9, half_zero))
    assert far == 0.0


def test_one_absurd_value_in_a_thousand_hardly_moves_the_psi():
    reference = np.linspace(0.0, 1.0, 1000)
    day = reference.copy()
    day[500] = 1e12
    assert psi_quantile10(prepare_reference(reference), day) < 0.001


def test_a_shift_of_half_a_standard_deviation_gives_a_psi_of_about_a_quarter():
    rng = np.random.default_rng(5)
    reference = prepare_reference(rng.standard_normal(20_000))
    assert psi_quantile10(reference, rng.standard_normal(20_000) + 0.5) == pytest.approx(
        0.25, abs=0.03
    )


@pytest.mark.parametrize("values", [[], [nan, nan], [inf, -inf]])
def test_without_values_every_distance_is_undefined(values):
    day = np.array(values)
    reference = prepare_reference(COUNTING)
    nothing = Undefined(Reason.NO_VALUES)
    assert psi_quantile10(reference, day) == nothing
    assert wasserstein_normed(reference, day) == nothing
    assert psi_quantile10(prepare_reference(day), COUNTING) == nothing
    assert wasserstein(prepare_reference(day), COUNTING) == nothing


def test_a_reference_of_one_value_has_neither_bins_nor_spread():
    constant = prepare_reference(np.full(50, 7.0))
    assert psi_quantile10(constant, COUNTING) == Undefined(Reason.ONE_BIN)
    assert wasserstein_normed(constant, COUNTING) == Undefined(Reason.NO_SPREAD)


def test_missing_and_infinite_values_are_left_out_and_counted():
    reference = prepare_reference(np.array([1.0, nan, 2.0, inf]))
    assert (reference.count, reference.left_out) == (2, 2)


def test_wasserstein_is_the_mean_way_of_the_values_after_holding_them_to_the_reference():
    # Quantiles 0.1 % and 99.9 % of 0 and 10 are 0.01 and 9.99; each value then travels 4.99 to 5.
    reference = prepare_reference(np.array([0.0, 10.0]))
    assert wasserstein(reference, np.array([5.0, 5.0])) == pytest.approx(4.99)
    assert wasserstein(reference, np.array([5.0])) == pytest.approx(4.99)
    assert wasserstein_normed(reference, np.array([5.0])) == pytest.approx(4.99 / 5.0)


def test_wasserstein_of_samples_of_unequal_size_is_the_area_between_the_curves():
    # Held to 0.003 and 2.997. Against one value of 1: two thirds of the reference stay apart,
    # one travels 0.997 down and one 1.997 up, a third of the weight each.
    reference = prepare_reference(np.array([0.0, 1.0, 2.0, 3.0]))
    expected = (0.997 + 0.0 + 1.0 + 1.997) / 4
    assert wasserstein(reference, np.array([1.0])) == pytest.approx(expected)


def test_an_absurd_value_travels_only_to_the_limit_of_the_reference():
    reference = prepare_reference(np.array([0.0, 10.0]))
    assert wasserstein(reference, np.array([0.0, 1e9])) == pytest.approx(0.0)


def test_shares_of_missing_out_of_range_and_failing_rows_are_counted():
    day = np.array([1.0, 2.0, nan, 50.0])
    assert missing_share(np.array([1.0, nan, inf, 4.0])) == 0.5
    assert out_of_range_share(day, 0.0, 10.0) == pytest.approx(1 / 3)
    assert failing_share(day, 0.0, 10.0) == 0.5
    assert out_of_range_share(day, 1.0, 50.0) == 0.0


def test_shares_of_no_rows_are_undefined():
    nothing = np.empty(0)
    assert missing_share(nothing) == Undefined(Reason.NO_VALUES)
    assert failing_share(nothing, 0.0, 1.0) == Undefined(Reason.NO_VALUES)
    assert out_of_range_share(np.array([nan]), 0.0, 1.0) == Undefined(Reason.NO_VALUES)


@given(samples)
def test_a_sample_is_at_no_distance_from_itself(values):
    reference = prepare_reference(values)
    assert psi_quantile10(reference, values) in {0.0, Undefined(Reason.ONE_BIN)}
    assert wasserstein(reference, values) == 0.0


@given(samples, samples)
def test_distances_are_finite_and_not_negative(values, day):
    reference = prepare_reference(values)
    for distance in (psi_quantile10(reference, day), wasserstein(reference, day)):
        assert isinstance(distance, Undefined) or (isfinite(distance) and distance >= 0.0)


@given(samples, samples, st.randoms(use_true_random=False))
@settings(max_examples=50)
def test_the_order_of_the_rows_does_not_matter(values, day, chance):
    shuffled, other = list(values), list(day)
    chance.shuffle(shuffled)
    chance.shuffle(other)
    before, after = prepare_reference(values), prepare_reference(np.array(shuffled))
    assert psi_quantile10(before, day) == psi_quantile10(after, np.array(other))
    assert wasserstein(before, day) == wasserstein(after, np.array(other))


@given(samples, st.floats(0, 100), st.floats(0, 100))
@settings(max_examples=50)
def test_more_failing_rows_never_lower_the_failing_share(values, low, width):
    narrow = failing_share(values, low, low + width)
    wide = failing_share(values, low - 1.0, low + width + 1.0)
    assert 0.0 <= wide <= narrow <= 1.0
