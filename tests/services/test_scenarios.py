from __future__ import annotations

import pytest

from fakes import ManualClock
from studio_fixture import a_studio
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.events import ScenarioMoved
from workshop_studio.services.scenarios import stage_scenario


@pytest.fixture
def studio(tmp_path):
    opened = a_studio(tmp_path, ManualClock())
    yield opened
    opened.close()


@pytest.fixture
def scenarios(studio):
    return studio.open_scenarios()


@pytest.fixture
def view(studio, scenarios):
    return scenarios.open(studio.planning.sessions()[0].id)


def test_another_day_writes_nothing(studio, scenarios, view):
    scenarios.at(view, 30)
    assert scenarios.open(view.play.session_id).day == 1


def test_a_kept_day_is_there_after_a_new_start(tmp_path, studio, scenarios, view):
    scenarios.keep(scenarios.at(view, 30))
    studio.close()
    again = a_studio(tmp_path, ManualClock())
    try:
        assert again.open_scenarios().open(view.play.session_id).day == 30
    finally:
        again.close()


def test_a_day_kept_late_does_not_take_a_decision_back(scenarios, view):
    before = scenarios.at(view, 30)
    scenarios.decide(before, "pause")
    scenarios.keep(scenarios.at(before, 31))
    kept = scenarios.open(view.play.session_id)
    assert (kept.day, kept.play.decision_day, kept.play.decision) == (31, 30, "pause")


def test_days_outside_the_scenario_are_held_to_its_ends(scenarios, view):
    assert scenarios.at(view, 99).day == 60
    assert scenarios.at(view, -3).day == 1


def test_a_decision_changes_later_days_of_the_same_rows_and_is_announced(studio, scenarios, view):
    heard = []
    studio.bus.subscribe(ScenarioMoved, heard.append)
    decided = scenarios.decide(scenarios.at(view, 30), "adjust")
    accepted, without = decided.line.chart("accepted"), decided.without.chart("accepted")
    # It takes two days: day 31 is still that of the line without it.
    assert accepted.values[:31] == without.values[:31]
    assert accepted.values[40] > without.values[40]
    assert len(heard) == 1


def test_undoing_brings_the_line_without_a_decision_back(scenarios, view):
    decided = scenarios.decide(scenarios.at(view, 30), "pause")
    again = scenarios.undecide(decided)
    assert again.decided is None
    assert again.line == again.without


def test_a_decision_after_its_last_day_is_refused_and_nothing_is_written(scenarios, view):
    with pytest.raises(RuleBroken, match="decision-closed"):
        scenarios.decide(scenarios.at(view, 56), "pause")
    assert scenarios.open(view.play.session_id).play.decision == ""


def test_another_chart_of_a_family_takes_the_place_of_the_first(scenarios, view):
    chosen = scenarios.choose(view, "complaints")
    before, after = [c.id for c in view.charts], [c.id for c in chosen.charts]
    assert before == ["catalogue-failing", "price-gap-psi", "score-psi", "accepted", "euros-lost"]
    assert after == [*before[:4], "complaints"]
    assert stage_scenario(chosen).charts[-1].title == "Complaints a day"
    assert [c.id for c in scenarios.decide(chosen, "pause").charts] == after


def test_costs_are_those_of_deciding_on_the_shown_day(scenarios, view):
    late = scenarios.with_costs(scenarios.at(view, 40))
    assert {cost.day for cost in late.costs} == {40}
    early = scenarios.with_costs(scenarios.at(view, 25))
    cheap = {c.option_id: c.cost[-1] for c in early.costs}
    dear = {c.option_id: c.cost[-1] for c in late.costs}
    assert cheap["adjust"] < dear["adjust"]
    assert cheap["watch"] == dear["watch"]


def test_after_the_last_day_to_decide_there_are_no_costs_to_compare(scenarios, view):
    assert scenarios.with_costs(scenarios.at(view, 56)).costs == ()
    assert not scenarios.at(view, 56).is_open


# --- the wall --------------------------------------------------------------------------------


def test_the_wall_holds_played_days_only(scenarios, view):
    wall = stage_scenario(scenarios.at(view, 20))
    assert [len(chart.values) for chart in wall.charts] == [20] * 4
    assert all(chart.without_decision == () for chart in wall.charts)


def test_what_comes_later_moves_nothing_on_the_wall(scenarios, view):
    calm = scenarios.at(view, 20)
    decided = scenarios.at(scenarios.decide(scenarios.at(view, 30), "pause"), 20)
    # Looked at again from day 20, the decision of day 30 has not happened yet.
    assert stage_scenario(decided) == stage_scenario(calm)


def test_the_ends_of_an_axis_follow_from_played_days(scenarios, view):
    before, after = (stage_scenario(scenarios.at(view, day)).charts[0] for day in (20, 40))
    assert before.high < 8.0 < after.high


def test_the_wall_says_what_was_decided_once_its_day_is_there(scenarios, view):
    decided = scenarios.decide(scenarios.at(view, 30), "adjust")
    assert stage_scenario(decided).kicker == "SwapSense 3.2, day 30. Decided on day 30: Adjust"
    later = stage_scenario(scenarios.at(decided, 45))
    assert later.charts[2].decision_day == 30
    assert later.charts[2].without_decision[44] is not None


def test_nothing_of_the_truth_reaches_the_wall(scenarios, view):
    card = view.scenario.truth_card
    private = [card.cause, *card.notes, *(effect.note for effect in view.scenario.effects)]
    private += [option.hint for option in view.options]
    for day in (1, 24, 32, 60):
        shown = repr(stage_scenario(scenarios.at(view, day)))
        assert not [words for words in private if words and words[:40] in shown]
