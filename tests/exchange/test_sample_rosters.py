"""Invented files with the oddities of real exports: what a facilitator gets from each."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop_studio.domain.cohort import Side
from workshop_studio.domain.roster import guess_columns, understand
from workshop_studio.exchange.roster_file import read_table

ROSTERS = Path(__file__).resolve().parents[1] / "rosters"


def read(name):
    table = read_table(ROSTERS / name)
    return table, understand(table, guess_columns(table))


def test_a_german_personnel_export_keeps_namesakes_and_people_without_an_address():
    table, seen = read("sample-personal.csv")
    assert [one.name for one in seen.people] == [
        "Jörg Muster", "Ute Groß", "Clara von der Probe", "Anna Beispiel", "Anna Beispiel",
        "Thị Nguyễn Sample", "Łukasz Przykład",
    ]  # fmt: skip
    assert [(p.row, p.column) for p in seen.problems] == [(6, "name"), (7, "mail"), (8, "mail")]
    assert seen.people[1].manager == "Dr. Sample Chefin"
    assert [row[0] for row in table.rows][:2] == ["000701", "000702"]


def test_a_learning_system_export_joins_one_person_and_drops_one_address():
    _, seen = read("sample-lms.csv")
    assert [(one.name, one.mail) for one in seen.people] == [
        ("Ada Sample", "ada.sample@example.org"),
        ("Bo Sample", "bo.sample@example.org"),
        ("Cy", ""),
    ]  # fmt: skip
    assert seen.people[1].function == 'Engineer, data & "trust"'
    assert [(p.row, p.is_kept) for p in seen.problems] == [(4, True), (6, True)]


def test_a_french_list_in_the_encoding_of_windows_keeps_its_accents():
    table, seen = read("sample-formation.csv")
    assert table.source == "Windows-1252, semicolons"
    assert [(one.name, one.side) for one in seen.people] == [
        ("Élodie Exemplaire", Side.CUSTOMER_FACING),
        ("Noël D'Essai", Side.GUARDIAN),
        ("Aïssatou Cœur-Modèle", Side.BUILDER),
    ]
    assert seen.problems == ()


def test_a_polish_workbook_with_titles_above_and_a_total_below_gives_only_people():
    table, seen = read("sample-lista.xlsx")
    assert table.header_row == 4
    assert [(one.name, one.side) for one in seen.people] == [
        ("Żaneta Próbna", Side.CUSTOMER_FACING),
        ("Paweł Wzór-Świątek", Side.GUARDIAN),
        ("Michał Ćwiczebny", Side.BUILDER),
    ]
    assert [(p.row, p.is_kept) for p in seen.problems] == [(9, False)]


@pytest.mark.parametrize("name", sorted(file.name for file in ROSTERS.glob("sample-*")))
def test_nobody_in_the_samples_has_an_address_outside_the_reserved_domain(name):
    _, seen = read(name)
    assert all(one.mail in {""} or one.mail.endswith("@example.org") for one in seen.people)


def test_the_sample_cohort_has_twenty_eight_people_of_known_sides():
    sample = ROSTERS.parents[1] / "resources" / "samples" / "sample-roster.csv"
    table = read_table(sample)
    seen = understand(table, guess_columns(table))
    assert len(seen.people) == 28
    assert seen.problems == ()
    assert Side.UNKNOWN not in {one.side for one in seen.people}
    assert sum(one.name.startswith("Sample ") for one in seen.people) == 20
