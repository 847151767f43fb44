from __future__ import annotations

from dataclasses import fields, replace

import pytest

from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.scenario import (
    Decision,
    DecisionPoint,
    Effect,
    Option,
    Scenario,
    ScenarioClock,
    acts_from,
    option_for,
)
from workshop_studio.domain.scenario_kinds import EffectKind, Layer, Shape


def make_option(name, takes_days):
    return Option(name, name, "", takes_days, True, 0.0, 0.0, (), (), "")


def make_effect(start, *, is_harmless):
    return Effect(
        f"from-{start}",
        EffectKind.SHIFT,
        "price",
        (),
        Layer.WORLD,
        start,
        start,
        30,
        Shape.STEP,
        1.0,
        1.0,
        is_harmless,
        "",
    )


def make_scenario(*effects):
    """Only what decisions and effects ask for; the other parts stay empty."""
    empty = dict.fromkeys((field.name for field in fields(Scenario)), ())
    points = (
        DecisionPoint("early", 3, 10, "Now?", (make_option("watch", 0), make_option("pause", 1))),
        DecisionPoint("late", 11, 20, "And now?", (make_option("retire", 5),)),
    )
    facts = {"id": "s", "clock": ScenarioClock(30, 5, 20, "2026-03-02"), "effects": effects}
    return Scenario(**empty | facts | {"decisions": points})


@pytest.mark.parametrize("day", [3, 10])
def test_an_option_can_be_chosen_on_the_first_and_on_the_last_open_day(day):
    assert option_for(make_scenario(), Decision(day, "pause")).id == "pause"


@pytest.mark.parametrize("day", [2, 11])
def test_outside_its_open_days_an_option_is_refused(day):
    with pytest.raises(RuleBroken) as refused:
        option_for(make_scenario(), Decision(day, "pause"))
    assert refused.value.code == "decision-closed"
    assert refused.value.facts == {"day": day, "option": "pause"}


def test_an_option_that_no_question_offers_is_refused():
    with pytest.raises(RuleBroken) as refused:
        option_for(make_scenario(), Decision(5, "hope"))
    assert refused.value.code == "unknown-option"


def test_a_decision_acts_after_the_days_it_takes_and_never_on_a_played_day():
    scenario = make_scenario()
    assert acts_from(scenario, Decision(12, "retire")) == 17
    assert acts_from(scenario, Decision(5, "pause")) == 6
    assert acts_from(scenario, Decision(5, "watch")) == 6


def test_the_options_of_all_questions_keep_their_order():
    assert [option.id for option in make_scenario().options] == ["watch", "pause", "retire"]


def test_harm_starts_with_the_first_effect_that_is_not_harmless():
    promotion, fault = make_effect(7, is_harmless=True), make_effect(12, is_harmless=False)
    later = replace(fault, start=20)
    assert make_scenario(promotion, later, fault).harm_starts == 12


def test_without_a_harmful_effect_harm_starts_after_the_end():
    assert make_scenario(make_effect(7, is_harmless=True)).harm_starts == 31
