"""Importing a roster into a cohort that already has people."""

from __future__ import annotations

import itertools

from workshop_studio.domain.cohort import Cohort, Participant, Person, Side, Team, merge_people


def ids():
    numbers = itertools.count()
    return lambda: f"new-{next(numbers)}"


def cohort_of(*people, teams=()):
    return Cohort("c", "Autumn", tuple(people), tuple(teams))


def test_somebody_known_by_address_keeps_the_id_and_the_table():
    ada = Participant("p1", "Ada One", "ada@example.org", "legal", Side.GUARDIAN)
    table = Team("t1", "A", "Basil", "ACDE", ("p1",))
    result = merge_people(
        cohort_of(ada, teams=[table]), [Person("Ada Married", "ADA@example.org")], ids()
    )
    assert result.cohort.participants[0].id == "p1"
    assert result.cohort.participants[0].name == "Ada Married"
    assert result.cohort.teams == (table,)


def test_an_address_that_arrives_later_joins_the_only_person_of_that_name():
    result = merge_people(
        cohort_of(Participant("p1", "Bo Two")), [Person("bo two", "bo@example.org")], ids()
    )
    assert [(p.id, p.mail) for p in result.cohort.participants] == [("p1", "bo@example.org")]


def test_two_people_of_one_name_with_two_addresses_stay_two():
    people = [Person("Ann Lee", "ann1@example.org"), Person("Ann Lee", "ann2@example.org")]
    result = merge_people(cohort_of(), people, ids())
    assert (result.added, len(result.cohort.participants)) == (2, 2)


def test_an_import_that_changes_nothing_keeps_the_revision():
    ada = Participant("p1", "Ada One", "ada@example.org")
    before = cohort_of(ada)
    result = merge_people(before, [Person("Ada One", "ada@example.org")], ids())
    assert (result.unchanged, result.cohort) == (1, before)


def test_nobody_is_removed_and_who_is_gone_from_the_file_is_named():
    before = cohort_of(Participant("p1", "Ada One", "a@example.org"), Participant("p2", "Bo Two"))
    result = merge_people(before, [Person("Ada One", "a@example.org")], ids())
    assert [p.id for p in result.cohort.participants] == ["p1", "p2"]
    assert result.missing == ("Bo Two",)


def test_an_empty_cell_does_not_wipe_out_what_is_known():
    ada = Participant("p1", "Ada One", "a@example.org", "legal", Side.GUARDIAN, "Mei Tanaka")
    result = merge_people(cohort_of(ada), [Person("Ada One", "a@example.org")], ids())
    assert result.cohort.participants == (ada,)


def test_namesakes_without_an_address_are_not_doubled_by_the_same_file_again():
    file = [Person("Ann Lee", function="legal"), Person("Ann Lee", function="data")]
    once = merge_people(cohort_of(), file, ids())
    again = merge_people(once.cohort, file, ids())
    assert (again.added, again.updated, again.unchanged) == (0, 0, 2)
    assert again.missing == ()


def test_a_namesake_without_an_address_takes_nobody_elses_place():
    known = Participant("p1", "Ann Lee", "ann@example.org")
    file = [Person("Ann Lee"), Person("Ann Lee", "ann@example.org", "legal")]
    result = merge_people(cohort_of(known), file, ids())
    assert [(p.id, p.mail, p.function) for p in result.cohort.participants] == [
        ("p1", "ann@example.org", "legal"),
        ("new-0", "", ""),
    ]


def test_a_side_set_by_hand_outlives_an_import_that_repeats_the_function():
    ada = Participant("p1", "Ada One", "a@example.org", "data", Side.GUARDIAN)
    same = Person("Ada One", "a@example.org", "Data", Side.BUILDER)
    moved = Person("Ada One", "a@example.org", "Sales", Side.CUSTOMER_FACING)
    assert merge_people(cohort_of(ada), [same], ids()).cohort.participants[0].side is Side.GUARDIAN
    after = merge_people(cohort_of(ada), [moved], ids()).cohort.participants[0]
    assert after.side is Side.CUSTOMER_FACING


def test_twenty_thousand_people_are_compared_by_address_and_by_name():
    half = 10_000
    file = [Person(f"P {n}", f"p{n}@example.org") for n in range(half)]
    file += [Person(f"Q {n}") for n in range(half)]
    once = merge_people(cohort_of(), file, ids())
    again = merge_people(once.cohort, file, ids())
    assert (once.added, again.unchanged) == (2 * half, 2 * half)
