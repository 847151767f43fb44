from __future__ import annotations

from dataclasses import replace

import pytest
from small_scenario import make_monitor, make_scenario

from workshop_studio.domain.scenario_kinds import Direction, Family, Metric, SignalState
from workshop_studio.simulation.headline import headline
from workshop_studio.simulation.metrics import Reason, Undefined
from workshop_studio.simulation.play import simulate
from workshop_studio.simulation.sentences import (
    days_in_words,
    level_text,
    sentence,
    standing,
    value_text,
    watch_text,
)
from workshop_studio.simulation.verdicts import Levels, Reading, judge

FAILING = make_monitor(
    Metric.FAILING,
    unit="%",
    decimals=1,
    amber=2.0,
    red=3.0,
    sentence="{value} of catalogue rows fail their check",
)
LEVELS = Levels(2.0, 3.0, 1.6, Direction.ABOVE)


def last_sentence(*values, monitor=FAILING, levels=LEVELS, rows=1000):
    readings = [Reading(value, rows) for value in values]
    return sentence(monitor, levels, readings[-1], judge(readings, levels)[-1])


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((1.1,), "1.1 % of catalogue rows fail their check, below the level of 2 %."),
        ((2.4,), "2.4 % of catalogue rows fail their check, one day above the level of 2 %."),
        ((2.4, 2.5), "2.5 % of catalogue rows fail their check, two days above the level of 2 %."),
        (
            (4.0, 5.0, 6.0, 7.0, 8.3),
            "8.3 % of catalogue rows fail their check, five days above the level of 3 %.",
        ),
        (
            (2.4, 4.0, 5.0),
            "5.0 % of catalogue rows fail their check, two days above the level of 3 %.",
        ),
        (
            (4.0, 5.0, 2.5),
            (
                "2.5 % of catalogue rows fail their check, below the level of 3 % again but "
                "still above 2 %."
            ),
        ),
        (
            (4.0, 5.0, 1.9),
            (
                "1.9 % of catalogue rows fail their check, back below the level of 2 %; two days "
                "in a row below 1.6 % end the alarm."
            ),
        ),
    ],
)
def test_a_sentence_says_the_value_and_where_it_stands(values, expected):
    assert last_sentence(*values) == expected


def test_a_sentence_about_a_level_below_turns_its_words_round():
    levels = Levels(69.0, 67.0, 69.4, Direction.BELOW)
    monitor = replace(FAILING, direction=Direction.BELOW, sentence="People accept {value}")
    assert last_sentence(71.0, monitor=monitor, levels=levels).endswith("above the level of 69 %.")
    assert last_sentence(66.0, 65.6, monitor=monitor, levels=levels) == (
        "People accept 65.6 %, two days below the level of 67 %."
    )
    assert level_text(monitor, 67.0) == "act below 67 %"


def test_a_day_without_a_number_says_why():
    assert last_sentence(Undefined(Reason.JOB_STOPPED)) == (
        "No value on this day: the job that computes it did not run."
    )
    assert last_sentence(5.0, rows=120) == ("120 rows on this day, fewer than 200: too few to say.")


@pytest.mark.parametrize("reason", [each for each in Reason if each is not Reason.NOT_KNOWN_YET])
def test_every_reason_has_its_words(reason):
    assert last_sentence(Undefined(reason)).startswith("No value on this day: ")


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "expected"),
    [
        (8.25, "%", 1, "8.2 %"),
        (6.44, "€k", 1, "€6.4 k"),
        (-0.3, "€k", 1, "−€0.3 k"),
        (-0.04, "€k", 1, "€0.0 k"),
        (6400.0, "€", 0, "€6,400"),
        (0.089, "", 2, "0.09"),
    ],
)
def test_numbers_are_written_with_their_units(value, unit, decimals, expected):
    assert value_text(value, unit, decimals) == expected


def test_days_are_written_in_words_up_to_twelve():
    assert [days_in_words(days) for days in (1, 2, 12, 13)] == [
        "one day",
        "two days",
        "twelve days",
        "13 days",
    ]


def charts(**states):
    one = simulate(make_scenario(monitors=(FAILING,))).series[0]
    made = []
    for name, (family, state, since) in states.items():
        made.append(
            replace(
                one,
                title=name,
                headline=f"{name} fail",
                family=family,
                states=(state,) * 12,
                since=(since,) * 12,
            )
        )
    return made


QUALITY, OUTCOME, MONEY = Family.DATA_QUALITY, Family.OUTCOME, Family.BUSINESS_AND_TRUST


def test_the_headline_names_the_oldest_alert_and_what_people_feel_of_it():
    wall = charts(
        euros=(MONEY, SignalState.ALERT, 6),
        rows=(QUALITY, SignalState.ALERT, 4),
        swaps=(OUTCOME, SignalState.ALERT, 7),
    )
    assert headline(wall, 8) == "Rows fail, and swaps fail."


def test_a_single_alert_says_since_when():
    wall = charts(rows=(QUALITY, SignalState.ALERT, 4), swaps=(OUTCOME, SignalState.WATCH, 7))
    assert headline(wall, 8) == "Rows fail, alert since day 4."


def test_a_single_alert_that_people_feel_is_said_once():
    assert headline(charts(swaps=(OUTCOME, SignalState.ALERT, 4)), 8) == (
        "Swaps fail, alert since day 4."
    )


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (SignalState.QUIET, "All signals are quiet."),
        (SignalState.WATCH, "rows: past the watch level, and no alarm stands."),
        (SignalState.RECOVERING, "The numbers come back, and the alarm has not ended yet."),
        (SignalState.CANNOT_COMPUTE, "No alarm stands, and one chart has no number."),
        (SignalState.NOT_ENOUGH_DATA, "No alarm stands, and one chart has no number."),
    ],
)
def test_without_an_alert_the_headline_says_what_is_known(state, expected):
    wall = charts(swaps=(OUTCOME, SignalState.QUIET, 1), rows=(QUALITY, state, 1))
    assert headline(wall, 8) == expected


def last_standing(*values, monitor=FAILING, levels=LEVELS, rows=1000):
    readings = [Reading(value, rows) for value in values]
    return standing(monitor, levels, readings[-1], judge(readings, levels)[-1])


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((1.1,), "Below the watch level of 2 %."),
        ((2.4,), "Above the watch level of 2 % for one day."),
        ((4.0, 5.0, 6.0, 7.0, 8.3), "Above 3 % for five days."),
        ((4.0, 5.0, 2.5), "Below 3 % again, still above 2 %."),
        ((4.0, 5.0, 1.9), "Below 2 % again, and the alarm has not ended yet."),
        ((Undefined(Reason.SWITCHED_OFF),), "No value on this day: nothing is offered."),
    ],
)
def test_the_short_sentence_of_the_wall_says_where_the_chart_stands(values, expected):
    assert last_standing(*values) == expected


def test_the_watch_level_is_named_like_the_one_to_act_on():
    assert watch_text(FAILING, 2.0) == "watch above 2 %"
    assert watch_text(replace(FAILING, direction=Direction.BELOW), 69.5) == "watch below 69.5 %"
