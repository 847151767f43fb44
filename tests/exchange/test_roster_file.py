from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workshop_studio.domain.errors import FileRejected
from workshop_studio.domain.roster import guess_columns, understand
from workshop_studio.exchange.roster_file import read_table


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
        (b"one;two\n1;2\n", "no column that holds names"),
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
