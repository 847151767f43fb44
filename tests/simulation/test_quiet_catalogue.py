"""The numbers that "The quiet catalogue" promises, found by playing it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from workshop_studio.domain.scenario import Decision
from workshop_studio.domain.scenario_kinds import Family, SignalState
from workshop_studio.packs.scenario_reader import read_scenario
from workshop_studio.simulation.play import costs_by_option, played, prepare

FILE = Path(__file__).parents[2] / "sessions/ask-early/scenarios/swapsense-quiet-catalogue.yaml"
SCENARIO = read_scenario(FILE)
PREPARED = prepare(SCENARIO)
WATCHED = played(PREPARED)
CALM = {SignalState.QUIET, SignalState.NOT_ENOUGH_DATA}


def mean(values):
    return sum(values) / len(values)


def test_all_five_families_are_on_the_screen():
    assert {each.family for each in WATCHED.series} == set(Family)


def test_wickerby_offers_four_swaps_in_five_and_customers_accept_71_percent():
    shown = 1.0 - PREPARED.healthy["not_shown"]
    assert shown == pytest.approx(0.82, abs=0.02)
    assert PREPARED.healthy["accepted"] / shown == pytest.approx(0.71, abs=0.01)


def test_every_chart_is_quiet_before_the_promotion():
    for chart in WATCHED.series:
        assert set(chart.states[:15]) <= CALM, chart.id


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_with_other_seeds_the_healthy_days_raise_no_alert(seed):
    line = played(prepare(replace(SCENARIO, seed=seed)))
    alerts = [each.id for each in line.series if SignalState.ALERT in each.states[:15]]
    assert alerts == []


def test_without_its_effects_the_scenario_raises_at_most_one_watch_in_sixty_days():
    line = played(prepare(replace(SCENARIO, effects=())))
    raised = [each.id for each in line.series if each.first_raised()]
    assert len(raised) <= 1
    assert not [each.id for each in line.series if SignalState.ALERT in each.states]


def test_the_promotion_moves_the_prices_and_costs_nothing():
    prices = WATCHED.chart("price-gap-psi")
    assert [prices.states[day - 1] for day in (17, 18)] == [SignalState.WATCH] * 2
    assert SignalState.ALERT not in prices.states
    assert mean(WATCHED.money[15:18]) < 0.0
    assert set(prices.states[20:]) == {SignalState.QUIET}


def test_the_catalogue_chart_is_first_and_the_outcome_follows_within_the_week():
    raised = {each.id: each.first_raised() for each in WATCHED.series}
    assert raised["catalogue-failing"] == 25
    assert WATCHED.chart("catalogue-failing").states[25] is SignalState.ALERT
    assert 26 <= raised["accepted"] <= 30
    assert 26 <= raised["euros-lost"] <= 30
    assert raised["accepted"] > raised["catalogue-failing"]
    assert 28 <= raised["complaints"] <= 32


def test_on_day_30_the_charts_show_what_the_room_talks_about():
    on_day_30 = {each.id: each.values[29] for each in WATCHED.series}
    assert on_day_30["catalogue-failing"] == pytest.approx(8.6, abs=0.7)  # 1.1 + 0.75 x 10
    assert on_day_30["accepted"] == pytest.approx(65.0, abs=3.0)
    assert on_day_30["euros-lost"] > 6.0
    assert on_day_30["dear-swaps"] == pytest.approx(6.7, abs=1.0)


def test_the_price_chart_is_blank_while_its_job_is_stopped():
    chart = WATCHED.chart("dear-swaps")
    assert [day for day, value in enumerate(chart.values, 1) if value is None] == [25, 26]
    assert chart.states[24] is SignalState.CANNOT_COMPUTE


def test_the_psi_of_the_prices_and_of_the_scores_misses_the_harm():
    for chart in ("price-gap-psi", "score-psi"):
        assert set(WATCHED.chart(chart).states[30:]) == {SignalState.QUIET}
    assert WATCHED.chart("pack-distance").states[40] is SignalState.WATCH


def test_only_watching_costs_about_as_much_by_day_42_as_the_threshold_exercise_says():
    assert WATCHED.cost[41] == pytest.approx(148_054, rel=0.1)


def test_every_option_chosen_on_day_30_has_its_own_honest_price():
    cost = {each.option_id: each.cost[-1] for each in costs_by_option(PREPARED, 30)}
    assert cost["adjust"] < cost["roll-back"] < cost["watch"] < cost["pause"]
    assert cost["retire"] > cost["watch"]
    assert cost["adjust"] > WATCHED.cost[29]  # what is lost stays lost


def test_rolling_back_is_safe_and_worse_than_a_normal_day():
    line = played(PREPARED, Decision(30, "roll-back"))
    assert mean(line.chart("accepted").values[33:]) == pytest.approx(66.0, abs=1.5)
    assert mean(line.money[31:]) == pytest.approx(5_300, rel=0.2)
    assert line.chart("catalogue-failing").states[-1] is SignalState.ALERT
    assert mean(line.chart("complaints").values[35:]) < 150


def test_leaving_out_failing_rows_restores_the_swaps_and_not_the_catalogue():
    line = played(PREPARED, Decision(30, "adjust"))
    assert mean(line.chart("accepted").values[33:]) == pytest.approx(71.0, abs=1.0)
    assert line.chart("accepted").states[-1] is SignalState.QUIET
    assert line.chart("catalogue-failing").states[-1] is SignalState.ALERT


def test_pausing_stops_the_complaints_and_costs_more_than_the_harm():
    line = played(PREPARED, Decision(30, "pause"))
    # Every line is refunded at 0.85 instead of a normal day of about 41,400 euros.
    assert mean(line.money[30:]) == pytest.approx(68_448 * 0.85 - 41_400, rel=0.05)
    assert line.chart("complaints").states[-1] is SignalState.QUIET
    assert line.chart("accepted").states[-1] is SignalState.CANNOT_COMPUTE


def test_every_option_can_be_said_aloud_and_only_watching_does_nothing():
    options = SCENARIO.options
    assert [option.id for option in options] == ["watch", "adjust", "roll-back", "pause", "retire"]
    assert [option.id for option in options if not option.does] == ["watch"]
    assert [option.id for option in options if not option.reversible] == ["retire"]
    assert all(option.say for option in options)
