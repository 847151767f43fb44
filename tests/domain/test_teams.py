from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_studio.domain.cohort import Cohort, Participant, Side, Team
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.teams import (
    balance,
    faults,
    move,
    reporting_pairs,
    seat_newcomers,
    settle,
    team_code,
    team_sizes,
    unseated,
)

SIDES = [Side.BUILDER, Side.CUSTOMER_FACING, Side.GUARDIAN]


rolling = random.Random(7).randbytes


def cohort_of(people):
    return Cohort("c", "C", tuple(people))


def made(people):
    ids = (f"t{n}" for n in itertools.count())
    return balance(cohort_of(people), lambda: next(ids), rolling)


@pytest.mark.parametrize("count", [n for n in range(4, 97) if n != 7])
def test_tables_hold_four_to_six(count):
    sizes = team_sizes(count)
    assert sum(sizes) == count
    assert all(4 <= size <= 6 for size in sizes)
    assert max(sizes) - min(sizes) <= 1


def test_seven_people_make_two_tables_and_three_make_one():
    assert team_sizes(7) == (4, 3)
    assert team_sizes(3) == (3,)
    assert team_sizes(0) == ()


def test_more_people_than_tables_are_refused_in_words():
    with pytest.raises(RuleBroken) as refused:
        team_sizes(97)
    assert refused.value.code == "too-many-people"


@given(st.lists(st.sampled_from([*SIDES, Side.UNKNOWN]), min_size=1, max_size=60))
def test_balancing_loses_and_doubles_nobody(sides):
    people = [Participant(f"p{n}", f"P {n}", side=side) for n, side in enumerate(sides)]
    seated = [m for team in made(people).teams for m in team.member_ids]
    assert sorted(seated) == sorted(p.id for p in people)


def test_every_table_gets_each_side_where_there_are_enough():
    people = [Participant(f"p{n}", f"P {n}", side=SIDES[n % 3]) for n in range(28)]
    cohort = made(people)
    for team in cohort.teams:
        assert {one.side for one in cohort.members(team)} == set(SIDES)


def test_a_manager_and_a_report_do_not_share_a_table_where_that_can_be():
    people = [
        Participant(f"p{n}", f"P {n}", side=SIDES[n % 3], manager="P 0" if n in {1, 2} else "")
        for n in range(10)
    ]
    cohort = made(people)
    assert all(not reporting_pairs(cohort.members(team)) for team in cohort.teams)


def test_who_was_the_only_outsider_is_not_the_only_one_again():
    # Two tables of four; three guardians, so one table has one guardian and the other has two.
    sides = [Side.GUARDIAN] * 3 + [Side.BUILDER] * 3 + [Side.CUSTOMER_FACING] * 4
    people = [Participant(f"p{n}", f"P {n}", function=f"f{n}", side=s) for n, s in enumerate(sides)]
    first = settle(made(people))
    lonely = {p.id for p in first.participants if p.times_alone and p.side is Side.GUARDIAN}
    ids = (f"u{n}" for n in itertools.count())
    second = settle(balance(first, lambda: next(ids), rolling))
    again = {p.id for p in second.participants if p.times_alone > 1 and p.side is Side.GUARDIAN}
    assert len(lonely) == 1
    assert not again


def test_moving_somebody_takes_them_from_their_table():
    cohort = made([Participant(f"p{n}", f"P {n}", side=SIDES[n % 3]) for n in range(10)])
    person = cohort.teams[0].member_ids[0]
    after = move(cohort, person, cohort.teams[1].id)
    assert after.team_of(person).id == cohort.teams[1].id
    assert sum(person in team.member_ids for team in after.teams) == 1
    assert after.revision == cohort.revision + 1


def test_warnings_are_said_in_words():
    boss = Participant("b", "Priya Raman", side=Side.CUSTOMER_FACING)
    table = [
        boss,
        *(
            Participant(f"p{n}", f"P{n}", side=Side.BUILDER, manager="Priya Raman")
            for n in range(6)
        ),
    ]
    assert tuple(fault.text for fault in faults(table)) == (
        "7 people, more than six",
        "no guardian at this table",
        "Priya Raman sits with a direct report",
    )


def test_codes_are_unlike_each_other_and_cannot_be_misread():
    taken = set()
    for _ in range(50):
        taken.add(team_code(taken, rolling))
    assert len(taken) == 50
    assert not set("".join(taken)) & set("0O1IL5S2Z8B")


def test_newcomers_are_seated_at_the_smallest_table_that_lacks_their_side():
    two = [Side.BUILDER, Side.CUSTOMER_FACING]
    seated = [Participant(f"p{n}", f"P {n}", side=two[n % 2]) for n in range(8)]
    seated[0] = Participant("p0", "P 0", side=Side.GUARDIAN)
    tables = (
        Team("a", "A", "Basil", "AAAA", ("p0", "p1", "p2", "p3")),
        Team("b", "B", "Fennel", "CCCC", ("p4", "p5", "p6", "p7")),
    )
    new = Participant("n", "New", side=Side.GUARDIAN)
    cohort = Cohort("c", "C", (*seated, new), tables)
    assert unseated(cohort) == (new,)
    after = seat_newcomers(cohort)
    assert after.team_of("n").letter == "B"
    assert after.teams[0] == tables[0]


def test_a_newcomer_who_finds_only_full_tables_stays_without_one():
    people = [Participant(f"p{n}", f"P {n}") for n in range(7)]
    table = Team("a", "A", "Basil", "AAAA", tuple(p.id for p in people[:6]))
    cohort = Cohort("c", "C", tuple(people), (table,))
    assert seat_newcomers(cohort) == cohort
    assert unseated(cohort) == (people[6],)


@pytest.mark.parametrize("counts", [(3, 5, 4), (4, 4, 2), (9, 7, 8), (10, 11, 7), (14, 5, 9)])
def test_nobody_is_the_only_outsider_twice_unless_every_single_place_needs_them(counts):
    sides = [side for side, count in zip(SIDES, counts, strict=True) for _ in range(count)]
    people = [Participant(f"p{n}", f"P {n}", f"f{n % 7}", side=s) for n, s in enumerate(sides)]
    first = settle(made(people))
    ids = (f"u{n}" for n in itertools.count())
    second = settle(balance(first, lambda: next(ids), rolling))
    twice = sum(p.times_alone > 1 for p in second.participants)
    assert twice == sum(_forced(first, side) for side in SIDES)


def _forced(first, side):
    """How many of a side must be alone again: k people at t tables leave at least 2t - k of them
    alone where each table has one, and all k where there are fewer of them than tables."""
    own = [p for p in first.participants if p.side is side]
    tables = len(first.teams)
    single = max(0, 2 * tables - len(own)) if len(own) >= tables else len(own)
    return max(0, single - sum(p.times_alone == 0 for p in own))
