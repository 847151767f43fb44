"""The sentences above tables and beside an agenda."""

from __future__ import annotations

from builders import HALF_PAST_ONE, make_agenda, make_block, make_session, make_step
from workshop_studio.domain.agenda import Agenda, BlockKind
from workshop_studio.domain.cohort import Cohort, Participant, Side, Team
from workshop_studio.ui.planning.agenda_words import (
    doing_words,
    exercise_words,
    grouping_words,
    kind_totals,
    step_words,
    when_words,
)
from workshop_studio.ui.planning.cohort_words import by_name, matches, summary

SIDES = (Side.BUILDER, Side.CUSTOMER_FACING, Side.GUARDIAN, Side.BUILDER)


def cohort_of(*tables, standing=()):
    people, teams = list(standing), []
    for place, sides in enumerate(tables):
        table = [Participant(f"t{place}p{n}", f"P {place}{n}", side=s) for n, s in enumerate(sides)]
        people += table
        ids = tuple(one.id for one in table)
        teams.append(Team(f"t{place}", "AB"[place], ("Basil", "Fennel")[place], "CODE", ids))
    return Cohort("c", "C", tuple(people), tuple(teams))


def test_tables_that_mix_are_said_to_mix():
    said = summary(cohort_of(SIDES, (*SIDES, Side.GUARDIAN)))
    assert said.headline == "Every table mixes builders, customer-facing people and guardians"
    assert (said.detail, said.team_id, said.is_fine) == ("4 to 5 people at each table.", "", True)


def test_a_table_that_lacks_a_side_is_named():
    said = summary(cohort_of(SIDES, (Side.BUILDER, Side.CUSTOMER_FACING) * 2))
    assert said.headline == "1 of 2 tables lacks one side"
    assert said.detail == "One thing to look at: in Fennel, no guardian at this table."
    assert (said.team_id, said.is_fine) == ("t1", False)


def test_people_without_table_or_side_are_counted():
    said = summary(cohort_of(SIDES, SIDES, standing=[Participant("n", "New")]))
    assert said.detail == (
        "2 things to look at: 1 person has no table yet, “Balance again” seats them; "
        "the side of 1 person is not known."
    )
    assert said.is_fine
    assert (said.team_id, said.person_id) == ("", "n")


def test_a_cohort_without_teams_says_how_they_are_made():
    alone = Cohort("c", "C", (Participant("p", "Ada"),))
    assert summary(alone).headline == "There are no teams yet"
    assert summary(Cohort("c", "C")).headline == "Nobody is in this cohort yet"


def test_people_stand_by_name_whatever_accents_they_have():
    names = ("Zoë", "Łukasz", "Änne", "Bo")
    cohort = Cohort("c", "C", tuple(Participant(name, name) for name in names))
    assert [one.name for one in by_name(cohort)] == ["Änne", "Bo", "Łukasz", "Zoë"]


def test_people_are_found_by_every_word_that_was_typed():
    one = Participant("p", "Łukasz Kowalski", "l@example.org", "Data Scientist", manager="Mei")
    assert matches(one, "kow data")
    assert matches(one, "  ")
    assert not matches(one, "kow legal")


def test_minutes_by_kind_add_up_and_what_frames_the_work_comes_last():
    kinds = (BlockKind.WELCOME, BlockKind.TALK, BlockKind.ACTIVITY, BlockKind.CLOSE)
    blocks = tuple(
        make_block(f"b{n}", minutes, kind=kind)
        for n, (kind, minutes) in enumerate(zip(kinds, (5, 10, 30, 5), strict=True))
    )
    agenda = Agenda("T", "t", blocks)
    assert [(t.name, t.minutes, t.percent) for t in kind_totals(agenda)] == [
        ("Activity", 30, 60),
        ("Talk", 10, 20),
        ("Welcome, close", 10, 20),
    ]
    assert doing_words(agenda) == (
        "10 min of talk to 30 min of doing.",
        "First useful thing after 15 min.",
    )


def test_an_agenda_of_talk_says_that_nobody_does_anything():
    agenda = Agenda("T", "t", (make_block("b1", 10, kind=BlockKind.TALK),))
    assert doing_words(agenda)[1] == "Nobody does anything yet."


def test_a_session_is_told_by_day_and_time_in_its_zone():
    session = make_session(make_agenda(60, 90), HALF_PAST_ONE)
    assert when_words(session) == "Tuesday 6 October, 13:30 to 16:00"
    assert when_words(session, is_short=True) == "Tue 6 Oct, 13:30 to 16:00"


def test_a_block_tells_exercise_grouping_and_steps():
    block = make_block("b1", 8, exercise="e03", grouping="solo then pairs",
                       steps=(make_step(), make_step()))  # fmt: skip
    assert exercise_words(block) == "E03, 2 steps"
    assert grouping_words(block) == "alone, then pairs"
    assert step_words(block) == "Steps add up to 8 minutes."
    plain = make_block("b2", 6)
    assert (exercise_words(plain), step_words(plain)) == ("", "6 minutes, no steps.")
