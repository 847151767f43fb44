from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from math import isnan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_scenario import (
    EVERY_OPTION,
    make_effect,
    make_monitor,
    make_option,
    make_scenario,
)

from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.scenario import Action, Decision, Labels, acts_from, option_for
from workshop_studio.domain.scenario_kinds import (
    ActionKind,
    EffectKind,
    Layer,
    Metric,
    SignalState,
)
from workshop_studio.simulation.play import costs_by_option, played, prepare, simulate

BROKEN = make_effect(
    EffectKind.UNIT_CHANGE,
    target="size",
    where=(("pack", "bulk"),),
    layer=Layer.SEEN_BY_MODEL,
    size=0.9,
    factor=1000.0,
)
PREPARED = prepare(make_scenario([BROKEN]))


def numbers_in(value):
    if isinstance(value, float):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from numbers_in(each)
    elif isinstance(value, dict):
        yield from numbers_in(tuple(value.values()))
    elif is_dataclass(value):
        yield from numbers_in(tuple(getattr(value, field.name) for field in fields(value)))


@given(st.sampled_from([option.id for option in EVERY_OPTION]), st.integers(2, 11))
@settings(max_examples=20, deadline=None)
def test_a_decision_changes_nothing_before_it_acts(option_id, day):
    line, with_it = played(PREPARED), played(PREPARED, Decision(day, option_id))
    same = with_it.acts_from - 1
    assert with_it.acts_from > day
    assert with_it.money[:same] == line.money[:same]
    assert with_it.cost[:same] == line.cost[:same]
    for name, share in line.shares.items():
        assert with_it.shares[name][:same] == share[:same]
    for old, new in zip(line.series, with_it.series, strict=True):
        assert new.values[:same] == old.values[:same]
        assert new.states[:same] == old.states[:same]


def test_to_watch_is_to_change_nothing_at_all():
    line, watched = played(PREPARED), played(PREPARED, Decision(4, "watch"))
    assert watched == replace(line, decision=Decision(4, "watch"), acts_from=5)


def test_every_other_option_changes_the_days_after_it():
    line = played(PREPARED)
    for option in EVERY_OPTION[1:]:
        changed = played(PREPARED, Decision(6, option.id))
        assert changed.money != line.money, option.id


def test_the_same_scenario_gives_the_same_line_again():
    scenario = make_scenario([BROKEN])
    assert simulate(scenario, Decision(6, "sieve")) == simulate(scenario, Decision(6, "sieve"))


def test_every_line_is_made_of_accepted_rejected_and_not_shown():
    shares = played(PREPARED, Decision(6, "strict")).shares
    for day in range(12):
        total = sum(shares[name][day] for name in ("accepted", "rejected", "not_shown"))
        assert total == pytest.approx(1.0)


@pytest.mark.parametrize("option_id", [option.id for option in EVERY_OPTION])
def test_no_number_on_any_chart_is_nan(option_id):
    line = played(PREPARED, Decision(6, option_id))
    assert not [number for number in numbers_in(line) if isnan(number)]


def test_a_stop_shows_nothing_from_the_next_day_and_its_charts_cannot_be_computed():
    line = played(PREPARED, Decision(6, "stop"))
    assert line.shares["not_shown"][6:] == (1.0,) * 6
    assert line.shares["not_shown"][5] < 1.0
    assert line.chart("score_psi-").states[6] is SignalState.CANNOT_COMPUTE
    assert line.chart("score_psi-").values[6] is None
    assert line.chart("share-dear").sentences[6] == "No value on this day: nothing is offered."


def test_a_stricter_cut_off_shows_less_and_leaving_out_failing_rows_ends_the_harm():
    line = played(PREPARED)
    strict = played(PREPARED, Decision(6, "strict"))
    assert sum(strict.shares["not_shown"][6:]) > sum(line.shares["not_shown"][6:]) + 1.0
    sieve = played(PREPARED, Decision(6, "sieve"))
    assert sum(sieve.shares["accepted"][8:]) > sum(line.shares["accepted"][8:])


def test_option_costs_are_paid_from_the_day_the_option_acts():
    free = make_option("free", 2, (Action(ActionKind.SWITCH_VERSION, "old"),))
    paid = replace(free, id="paid", cost_once=500.0, cost_per_day=70.0)
    prepared = prepare(make_scenario([BROKEN], options=(free, paid)))
    without = played(prepared, Decision(6, "free")).money
    money = played(prepared, Decision(6, "paid")).money
    extra = [more - less for more, less in zip(money, without, strict=True)]
    assert extra == pytest.approx([0.0] * 7 + [570.0] + [70.0] * 4)


def test_the_cost_is_the_money_added_up_since_the_harm_started():
    line = played(PREPARED)
    assert line.cost[:5] == (0.0,) * 5
    assert line.cost[5] == pytest.approx(line.money[5])
    assert line.cost[-1] == pytest.approx(sum(line.money[5:]))


def test_the_costs_of_all_options_are_those_of_their_lines():
    costs = costs_by_option(PREPARED, 6)
    assert [each.option_id for each in costs] == [option.id for option in EVERY_OPTION]
    for each in costs:
        assert each.cost == played(PREPARED, Decision(6, each.option_id)).cost


def test_outside_its_days_a_decision_offers_no_option():
    assert costs_by_option(PREPARED, 1) == ()
    with pytest.raises(RuleBroken) as refused:
        played(PREPARED, Decision(12, "stop"))
    assert refused.value.code == "decision-closed"


def test_an_unknown_option_is_refused():
    with pytest.raises(RuleBroken) as refused:
        option_for(PREPARED.scenario, Decision(6, "hope"))
    assert refused.value.code == "unknown-option"


def test_a_decision_acts_on_the_next_day_at_the_earliest():
    assert acts_from(PREPARED.scenario, Decision(6, "watch")) == 7
    assert acts_from(PREPARED.scenario, Decision(6, "sieve")) == 9


def test_ending_an_effect_brings_the_healthy_rows_back():
    end = make_option("repair", 1, (Action(ActionKind.CANCEL_EFFECT, BROKEN.id),))
    repaired = simulate(make_scenario([BROKEN], options=(end,)), Decision(7, "repair"))
    healthy = simulate(make_scenario())
    failing = "failing-size"
    assert repaired.chart(failing).values[7:] == healthy.chart(failing).values[7:]
    assert repaired.money[7:] == healthy.money[7:]
    assert repaired.chart(failing).values[6] > 0.15


def test_a_version_that_reads_other_data_is_not_touched_but_the_catalogue_stays_broken():
    scenario = make_scenario([BROKEN])
    new, _ = scenario.model.versions
    twin = replace(new, id="old", not_reached_by=(BROKEN.id,))
    scenario = replace(scenario, model=replace(scenario.model, versions=(new, twin)))
    rolled_back = simulate(scenario, Decision(6, "older"))
    healthy = simulate(make_scenario())
    assert rolled_back.shares["accepted"][7:] == healthy.shares["accepted"][7:]
    assert (
        rolled_back.chart("failing-size").values == simulate(scenario).chart("failing-size").values
    )


def test_outcomes_are_known_after_their_delay():
    prompt = make_scenario(labels=Labels(0, 1.0))
    late = make_scenario(labels=Labels(2, 1.0))
    at_once = simulate(prompt).chart("accepted-").values
    waiting = simulate(late).chart("accepted-")
    assert waiting.values[:2] == (None, None)
    assert waiting.values[2:] == at_once[:-2]
    assert waiting.states[0] is SignalState.NOT_ENOUGH_DATA
    assert waiting.sentences[0] == "Not known yet on this day."


def test_partly_labelled_days_rest_on_fewer_rows():
    scarce = make_scenario(labels=Labels(0, 0.2))  # about 60 of 300 lines, fewer than 200
    assert set(simulate(scarce).chart("accepted-").states) == {SignalState.NOT_ENOUGH_DATA}


def test_a_silent_monitor_cannot_be_computed_on_its_days():
    silent = make_effect(
        EffectKind.MONITOR_SILENT, target="psi-price", layer=Layer.MONITORING, start=7, end=8
    )
    chart = simulate(make_scenario([silent])).chart("psi-price")
    assert [day for day, value in enumerate(chart.values, 1) if value is None] == [7, 8]
    assert chart.states[6] is SignalState.CANNOT_COMPUTE
    assert chart.value_texts[6] == "no data"


def test_levels_of_psi_are_never_below_the_noise_of_sampling():
    strict = make_monitor(Metric.PSI, amber=0.001, red=0.002)
    chart = simulate(make_scenario(monitors=(strict,))).series[0]
    expected = 27.877 * (1 / 3000 + 1 / 600)  # ten bins; 1,500 and 300 lines of two candidates
    assert (chart.amber, chart.red) == pytest.approx((expected, expected))
    assert chart.level_text == "act above 0.06"


def test_a_day_of_too_few_rows_has_no_verdict():
    careful = make_monitor(Metric.PSI, min_rows=601)
    chart = simulate(make_scenario(monitors=(careful,))).series[0]
    assert set(chart.states) == {SignalState.NOT_ENOUGH_DATA}
    assert chart.sentences[0] == "600 rows on this day, fewer than 601: too few to say."


EVERY_EFFECT = (
    (BROKEN, "failing-size"),
    (
        make_effect(EffectKind.MISSING, target="size", layer=Layer.SEEN_BY_MODEL, size=0.4),
        "missing-size",
    ),
    (make_effect(size=6.0), "wasserstein_sd-price"),
    (
        make_effect(EffectKind.NEW_MIX, target="pack", where=(("pack", "bulk"),), size=0.9),
        "wasserstein_sd-size",
    ),
    (make_effect(EffectKind.CONCEPT, target="price", size=-0.3), "accepted-"),
    (make_effect(EffectKind.BASE_RATE, target="", size=-4.0), "accepted-"),
)


@pytest.mark.parametrize(("effect", "chart"), EVERY_EFFECT, ids=lambda each: str(each)[:24])
def test_every_kind_of_effect_raises_the_chart_that_can_see_it(effect, chart):
    line, healthy = simulate(make_scenario([effect])), simulate(make_scenario())
    assert line.chart(chart).states[-1] is SignalState.ALERT
    assert line.chart(chart).first_raised() > effect.start
    assert healthy.chart(chart).first_raised() == 0


def test_a_changed_taste_leaves_every_input_chart_quiet():
    taste = make_effect(EffectKind.CONCEPT, target="price", size=-0.3)
    line, healthy = simulate(make_scenario([taste])), simulate(make_scenario())
    assert line.drift == healthy.drift
    assert line.chart("score_psi-").values == healthy.chart("score_psi-").values


def test_every_feature_has_its_daily_drift_numbers():
    line = played(PREPARED)
    assert [each.name for each in line.drift] == ["price", "size", "basket"]
    for each in line.drift:
        assert len(each.psi) == len(each.wasserstein_sd) == len(each.missing) == 12
    assert line.drift[1].failing[-1] == pytest.approx(0.2, abs=0.04)  # 0.9 of 0.2, and 0.02 empty
