from __future__ import annotations

import pytest

from workshop_studio.domain.cohort import Cohort, Side, merge_people
from workshop_studio.domain.roster import (
    Field,
    RosterTable,
    choose_column,
    guess_columns,
    header_choices,
    side_of,
    tidy_name,
    understand,
    with_header,
)


def table(header, *rows):
    numbers = tuple(range(2, len(rows) + 2))
    return RosterTable(tuple(header), tuple(rows), numbers, 1, "test")


@pytest.mark.parametrize(
    ("header", "plan"),
    [
        (
            ["Nachname", "Vorname", "E-Mail", "Abteilung", "Vorgesetzte/r"],
            [Field.FAMILY_NAME, Field.GIVEN_NAME, Field.MAIL, Field.FUNCTION, Field.IGNORE],
        ),
        (
            ["NOM", "Prénom", "Courriel", "Service"],
            [Field.FAMILY_NAME, Field.GIVEN_NAME, Field.MAIL, Field.FUNCTION],
        ),
        (
            ["Imię", "Nazwisko", "Adres e-mail", "Dział"],
            [Field.GIVEN_NAME, Field.FAMILY_NAME, Field.MAIL, Field.FUNCTION],
        ),
        (
            ["Username", "First name", "Last name", "Email address"],
            [Field.IGNORE, Field.GIVEN_NAME, Field.FAMILY_NAME, Field.MAIL],
        ),
    ],
)
def test_headers_of_several_languages_are_understood(header, plan):
    guessed = guess_columns(table(header))
    assert [g for g, p in zip(guessed, plan, strict=True) if p is not Field.IGNORE] == [
        p for p in plan if p is not Field.IGNORE
    ]


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("LEFÈVRE", "Lefèvre"),
        ("N'DIAYE", "N'Diaye"),
        ("MCDONALD Ann", "McDonald Ann"),
        ("VAN DER BERG", "van der Berg"),
        ("Müller, Jörg", "Jörg Müller"),
        ("JEAN-FRANÇOIS", "Jean-François"),
        ("Ada  Lovelace", "Ada Lovelace"),
    ],
)
def test_names_are_written_as_people_write_them(raw, name):
    assert tidy_name(raw) == name


def test_good_rows_are_kept_and_every_oddity_is_named():
    rows = (
        ("Ada One", "ada@example.org", "legal"),
        ("Ada One", "ADA@example.org", ""),
        ("Bo Two", "bo(at)example.org", "design"),
        ("Cy Three", "", "data"),
        ("Cy Three", "", "data"),
        ("", "nobody@example.org", ""),
        ("", "", ""),
        ("Total: 5", "", ""),
    )
    seen = understand(
        table(("name", "mail", "role"), *rows), (Field.NAME, Field.MAIL, Field.FUNCTION)
    )
    assert [p.name for p in seen.people] == ["Ada One", "Bo Two", "Cy Three", "Cy Three"]
    assert [(p.row, p.is_kept) for p in seen.problems] == [
        (3, True), (4, True), (5, True), (6, True), (6, True), (7, False), (9, False)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("function", "side"),
    [
        ("Dział prawny", Side.GUARDIAN),
        ("Data Scientist", Side.BUILDER),
        ("Kundenservice", Side.CUSTOMER_FACING),
        ("Juridique", Side.GUARDIAN),
        ("IT", Side.BUILDER),
        ("Italian desk", Side.UNKNOWN),
    ],
)
def test_functions_take_a_side(function, side):
    assert side_of(function) is side


def test_importing_the_same_people_again_changes_nothing():
    seen = understand(
        table(("name", "mail"), ("Ada One", "ada@example.org"), ("Bo Two", "")),
        (Field.NAME, Field.MAIL),
    )
    ids = iter("abcdef")
    once = merge_people(Cohort("c", "C"), seen.people, lambda: next(ids))
    again = merge_people(once.cohort, seen.people, lambda: next(ids))
    assert (once.added, again.unchanged, again.cohort) == (2, 2, once.cohort)


def test_a_new_file_updates_people_and_removes_nobody():
    ids = iter("abcdef")
    first = understand(
        table(("name", "mail"), ("Ada One", "ada@example.org"), ("Bo Two", "bo@example.org")),
        (Field.NAME, Field.MAIL),
    )
    cohort = merge_people(Cohort("c", "C"), first.people, lambda: next(ids)).cohort
    second = understand(
        table(("name", "mail"), ("Ada Married", "ADA@example.org")), (Field.NAME, Field.MAIL)
    )
    result = merge_people(cohort, second.people, lambda: next(ids))
    assert [p.name for p in result.cohort.participants] == ["Ada Married", "Bo Two"]
    assert (result.updated, result.missing) == (1, ("Bo Two",))


def test_a_meaning_chosen_twice_leaves_the_column_that_had_it():
    plan = (Field.NAME, Field.FUNCTION, Field.IGNORE)
    assert choose_column(plan, 2, Field.FUNCTION) == (Field.NAME, Field.IGNORE, Field.FUNCTION)
    assert choose_column(plan, 0, Field.IGNORE) == (Field.IGNORE, Field.FUNCTION, Field.IGNORE)


def test_another_plan_gives_other_people_of_the_same_table():
    rows = (("Ada One", "Product", "UX designer"), ("Bo Two", "Legal", "Counsel, legal"))
    seen = table(("Name", "Department", "Job title"), *rows)
    assert [p.function for p in understand(seen, guess_columns(seen)).people] == [
        "Product",
        "Legal",
    ]
    plan = choose_column(guess_columns(seen), 2, Field.FUNCTION)
    assert [p.function for p in understand(seen, plan).people] == ["UX designer", "Counsel, legal"]


def test_a_list_without_a_header_loses_nobody_once_that_is_said():
    read = table(["Ada One"], ("Bo Two",), ("Cy Three",))
    assert header_choices(read) == (1, 2, 0)
    bare = with_header(read, 0)
    assert (bare.header, bare.header_row) == (("column 1",), 0)
    assert [one.name for one in understand(bare, (Field.NAME,)).people] == [
        "Ada One",
        "Bo Two",
        "Cy Three",
    ]
    assert bare.row_numbers == (1, 2, 3)
    assert with_header(bare, 1) == read


def test_a_header_further_down_is_chosen_and_what_is_above_it_is_no_person():
    read = table(["Spring list", "by team", "of"], ("Name", "Mail"), ("Ada", "a@example.org"))
    lower = with_header(read, 2)
    assert lower.header == ("Name", "Mail", "column 3")
    assert (lower.header_row, lower.row_numbers) == (2, (3,))
    assert guess_columns(lower)[:2] == (Field.NAME, Field.MAIL)
