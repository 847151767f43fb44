from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workshop_studio.domain.errors import FileRejected
from workshop_studio.domain.roster import Field, guess_columns, understand
from workshop_studio.exchange.roster_file import read_table

ROSTERS = Path(__file__).resolve().parents[1] / "rosters"


def people(path):
    table = read_table(path)
    return understand(table, guess_columns(table))


def written(tmp_path, text, encoding="utf-8", name="roster.csv"):
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_encodings_and_delimiters_are_found(tmp_path, encoding, sign):
    text = f"Nachname{sign}Vorname{sign}E-Mail\nMüller{sign}Jörg{sign}j@example.org\n"
    seen = people(written(tmp_path, text, encoding))
    assert [(p.name, p.mail) for p in seen.people] == [("Jörg Müller", "j@example.org")]


def test_a_number_with_leading_zeros_stays_text(tmp_path):
    table = read_table(written(tmp_path, "Name;Personalnr.\nAda One;004100\n"))
    assert table.rows == (("Ada One", "004100"),)


def test_rows_are_counted_as_the_person_sees_them(tmp_path):
    path = written(tmp_path, "Autumn list;;\n;;\nName;Mail;Role\nAda;;legal\n\nBo;x;it\n")
    assert [(p.row, p.text[:8]) for p in people(path).problems] == [
        (4, "has no m"),
        (6, "has a ma"),
    ]


def test_a_spreadsheet_with_a_title_and_a_total_is_read(tmp_path):
    path = tmp_path / "lista.xlsx"
    rows = [
        ["Lista uczestników", None, None],
        [None, None, None],
        ["Imię", "Nazwisko", "Adres e-mail"],
        ["Ada", "Jeden", "ada@example.org"],
        ["Razem", None, "1"],
    ]
    pd.DataFrame(rows).to_excel(path, header=False, index=False)
    seen = people(path)
    assert [p.name for p in seen.people] == ["Ada Jeden"]
    assert seen.problems[-1].text == "is a total, not a person"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is not a table"),
        (b"PK\x03\x04 broken", "cannot be opened as a spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old or locked"),
        (b";;;\n;;;\n", "no people"),
        (b"Name;Mail\n", "no people"),
    ],
)
def test_what_is_no_roster_is_refused_in_one_sentence(tmp_path, data, says):
    path = tmp_path / "x.csv"
    path.write_bytes(data)
    with pytest.raises(FileRejected) as refused:
        read_table(path)
    assert says in refused.value.problem.text


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(FileRejected):
        read_table(tmp_path / "gone.csv")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_any_bytes_are_either_people_or_one_clear_refusal(tmp_path, data):
    path = tmp_path / "any.csv"
    path.write_bytes(data)
    try:
        people(path)
    except FileRejected as error:
        refused = error
    else:
        return
    assert refused.problem.text.endswith("Nothing was changed.")


def test_a_file_whose_headers_nobody_knows_is_read_for_the_person_to_say(tmp_path):
    table = read_table(written(tmp_path, "List 4;;\n;;\nWho;What they do;\nAda One;legal;\n"))
    assert (table.header, table.header_row) == (("Who", "What they do"), 3)
    assert table.rows == (("Ada One", "legal"),)
    assert set(guess_columns(table)) == {Field.IGNORE}


def test_a_file_without_a_header_loses_nobody(tmp_path):
    table = read_table(written(tmp_path, "Ada One;ada@example.org\nBo Two;bo@example.org\n"))
    assert (table.header, table.header_row) == (("column 1", "column 2"), 0)
    assert table.row_numbers == (1, 2)
    assert guess_columns(table) == (Field.IGNORE, Field.MAIL)


def test_columns_that_are_empty_to_the_last_row_are_not_shown(tmp_path):
    table = read_table(written(tmp_path, "Name;Mail;;;\nAda;a@example.org;;;\n"))
    assert table.header == ("Name", "Mail")


def test_a_row_longer_than_the_header_keeps_its_cells(tmp_path):
    table = read_table(written(tmp_path, "Name;Mail\nAda;a@example.org;legal\n"))
    assert table.header == ("Name", "Mail", "column 3")


def test_the_sheet_that_names_people_is_read_whatever_comes_first(tmp_path):
    path = tmp_path / "book.xlsx"
    with pd.ExcelWriter(path) as book:
        pd.DataFrame([["About this file"], ["1"], ["2"], ["3"]]).to_excel(
            book, sheet_name="Cover", header=False, index=False
        )
        pd.DataFrame([["Name", "Role"], ["Ada", "legal"]]).to_excel(
            book, sheet_name="People", header=False, index=False
        )
    table = read_table(path)
    assert table.source == "spreadsheet, sheet “People”"
    assert table.rows == (("Ada", "legal"),)


def damaged(part):
    """The Polish workbook with one of its parts cut in the middle."""
    whole, target = zipfile.ZipFile(ROSTERS / "sample-lista.xlsx"), io.BytesIO()
    with whole, zipfile.ZipFile(target, "w") as out:
        for name in whole.namelist():
            content = whole.read(name)
            out.writestr(name, content[: len(content) // 2] if name == part else content)
    return target.getvalue()


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml"])
def test_a_workbook_damaged_inside_is_refused_in_one_sentence(tmp_path, part):
    path = tmp_path / "damaged.xlsx"
    path.write_bytes(damaged(part))
    with pytest.raises(FileRejected) as refused:
        read_table(path)
    assert "cannot be opened as a spreadsheet" in refused.value.problem.text
