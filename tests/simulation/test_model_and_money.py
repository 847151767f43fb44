from __future__ import annotations

from dataclasses import replace
from math import exp, log, nan

import numpy as np
import pytest
from small_scenario import make_effect, make_scenario, make_signal

from workshop_studio.domain.scenario_kinds import EffectKind
from workshop_studio.simulation.model import Regime, chance_of_yes, offer
from workshop_studio.simulation.outcomes import Counts, count, expected_shares, signal_values
from workshop_studio.simulation.rows import Rows

# One day, two lines with two candidates each. Prices are weighed -0.1, sizes by the size of their
# logarithm -0.5, baskets 0.01; the intercept is 1.4.
PRICES = np.array([[[10.0, 20.0], [30.0, 5.0]]])
SIZES = np.array([[[1.0, 1.0], [1.0, 4.0]]])
BASKETS = np.array([[[20.0], [20.0]]])


def rows_of(seen_sizes=SIZES, fate=(0.5, 0.5)):
    true = {"price": PRICES, "size": SIZES, "basket": BASKETS}
    return Rows(
        range(1, 2),
        true,
        true | {"size": seen_sizes},
        np.array([fate]),
        np.ones((1, 2), dtype=np.bool_),
    )


def the_regime(scenario, **changes):
    return replace(Regime(scenario.model.versions[0], 0.4), **changes)


def chance(log_odds):
    return 1 / (1 + exp(-log_odds))


def test_the_candidate_with_the_highest_score_is_offered():
    scenario = make_scenario()
    offers = offer(scenario, rows_of(), the_regime(scenario))
    assert offers.place.tolist() == [[0, 1]]
    assert offers.score[0] == pytest.approx(
        [chance(1.4 - 1.0 + 0.2), chance(1.4 - 0.5 - 0.5 * log(4) + 0.2)]
    )


def test_a_score_under_the_cut_off_is_not_shown():
    scenario = make_scenario()
    offers = offer(scenario, rows_of(), the_regime(scenario, cutoff=0.62))
    assert offers.is_shown.tolist() == [[True, False]]  # 0.646 and 0.599


def test_a_missing_or_impossible_value_is_read_as_the_assumed_one():
    scenario = make_scenario()
    broken = np.array([[[nan, 1.0], [1.0, 4000.0]]])
    offers = offer(scenario, rows_of(broken), the_regime(scenario))
    assert offers.score[0, 1] == pytest.approx(chance(1.4 - 0.5 + 0.2))  # as if of the same size
    assert offers.score[0, 0] == pytest.approx(chance(1.4 - 1.0 + 0.2))


def test_the_model_sees_the_data_but_people_answer_to_the_world():
    scenario = make_scenario()
    rows = rows_of(np.array([[[1.0, 1.0], [1.0, 4000.0]]]))
    offers = offer(scenario, rows, the_regime(scenario))
    assert chance_of_yes(scenario, rows, offers)[0, 1] == pytest.approx(
        chance(1.4 - 0.5 - 0.5 * log(4) + 0.2)
    )


def test_leaving_out_failing_rows_takes_the_next_candidate_or_none():
    scenario = make_scenario()
    broken = np.array([[[nan, 1.0], [nan, 4000.0]]])
    regime = the_regime(scenario, leaves_out_failing=True, cutoff=0.0)
    offers = offer(scenario, rows_of(broken), regime)
    assert offers.place[0, 0] == 1
    assert offers.is_shown.tolist() == [[True, False]]


def test_a_stopped_model_shows_nothing():
    scenario = make_scenario()
    offers = offer(scenario, rows_of(), the_regime(scenario, is_stopped=True))
    assert not offers.is_shown.any()


def test_an_offer_is_accepted_when_fate_lies_under_its_chance():
    scenario = make_scenario()
    rows = rows_of(fate=(0.64, 0.61))  # chances 0.646 and 0.599
    counts = count(scenario, rows, offer(scenario, rows, the_regime(scenario)))
    assert counts.shares["accepted"].tolist() == [0.5]
    assert counts.shares["rejected"].tolist() == [0.5]
    assert counts.shares["not_shown"].tolist() == [0.0]


def test_expected_shares_use_chances_and_not_drawn_answers():
    scenario = make_scenario()
    rows = rows_of()
    shares = expected_shares(scenario, rows, offer(scenario, rows, the_regime(scenario)))
    both = chance(0.6) + chance(1.4 - 0.5 - 0.5 * log(4) + 0.2)
    assert shares["accepted"] == pytest.approx(both / 2)
    assert shares["dear"] == 0.0  # 10 and 5 were offered, dear begins above 12


@pytest.mark.parametrize(
    ("kind", "target", "size", "change"),
    [
        (EffectKind.BASE_RATE, "", -1.0, -1.0),
        (EffectKind.CONCEPT, "price", -0.05, -0.05 * 10.0),
    ],
)
def test_a_changed_world_alters_the_answer_and_not_the_score(kind, target, size, change):
    effect = make_effect(kind, target=target, size=size)
    scenario = make_scenario([effect])
    rows = replace(rows_of(), days=range(6, 7))
    offers = offer(scenario, rows, the_regime(scenario))
    assert offers.score[0, 0] == pytest.approx(chance(0.6))
    assert chance_of_yes(scenario, rows, offers)[0, 0] == pytest.approx(chance(0.6 + change))
    spared = replace(rows, without=frozenset({effect.id}))
    assert chance_of_yes(scenario, spared, offers)[0, 0] == pytest.approx(chance(0.6))


def counts_of(rejected, not_shown):
    days = len(rejected)
    shares = {"rejected": np.array(rejected), "not_shown": np.array(not_shown)}
    return Counts(shares, np.ones(days), np.ones(days), np.ones(days))


def test_money_is_the_sum_of_priced_shares_above_a_normal_day():
    # 1,000 lines: normally 200 rejected at 2 and 100 not shown at 1 are 500.
    counts = counts_of([0.2, 0.3, 0.0], [0.1, 0.1, 1.0])
    money = signal_values(
        make_scenario(), make_signal(), counts, {"rejected": 0.2, "not_shown": 0.1}
    )
    assert money == pytest.approx([0.0, 200.0, 500.0])


def test_a_lagging_signal_repeats_the_reference_until_the_first_day_arrives():
    signal = make_signal(parts=(("rejected", 1.0),), base=5.0, lag_days=2, above_reference=False)
    counts = counts_of([0.5, 0.6, 0.7], [0.0, 0.0, 0.0])
    values = signal_values(make_scenario(), signal, counts, {"rejected": 0.1})
    assert values == pytest.approx([105.0, 105.0, 505.0])


def test_noise_has_the_promised_spread_and_belongs_to_the_day():
    signal = make_signal(parts=(), noise=6.0)
    long, short = counts_of([0.0] * 400, [0.0] * 400), counts_of([0.0] * 9, [0.0] * 9)
    values = signal_values(make_scenario(), signal, long, {})
    assert values.std() == pytest.approx(6.0, rel=0.15)
    np.testing.assert_array_equal(values[:9], signal_values(make_scenario(), signal, short, {}))
