"""Roster files as real systems export them, as a table of texts."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import TYPE_CHECKING

import pandas as pd

from workshop_studio.domain.errors import FileRejected, Problem
from workshop_studio.domain.roster import RosterTable, guess_columns, is_usable

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_BYTES = 20_000_000
MOST_ROWS = 20_000
_DELIMITERS = ";,\t|"
_HEADER_SEARCH = 15


def read_table(path: Path) -> RosterTable:
    """Return the table of a CSV or XLSX file; everything stays text.

    The header is the row among the first fifteen that names most columns. Raises FileRejected
    with one sentence when the file cannot be a roster.
    """
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise _rejected(path, "is larger than 20 MB. Save only the list of people.")
        data = path.read_bytes()
    except OSError as error:
        raise _rejected(path, f"cannot be read ({error.strerror}). Check its name.") from error
    if not data.strip():
        raise _rejected(path, "is empty.")
    is_workbook = data[:4] == b"PK\x03\x04"
    cells, source = _workbook(path, data) if is_workbook else _text(path, data)
    if len(cells) > MOST_ROWS:
        raise _rejected(path, f"has more than {MOST_ROWS:,} rows. Save only the list of people.")
    return _table(path, cells, source)


def _rejected(path: Path, text: str) -> FileRejected:
    return FileRejected(Problem(path.name, 0, f"{path.name} {text} Nothing was changed."))


def _workbook(path: Path, data: bytes) -> tuple[list[list[str]], str]:
    try:
        frame = pd.read_excel(
            io.BytesIO(data), header=None, dtype=str, keep_default_na=False, engine="openpyxl"
        )
    except (ValueError, KeyError, OSError, zipfile.BadZipFile, IndexError, TypeError) as error:
        raise _rejected(
            path,
            "cannot be opened as a spreadsheet. Save it again as .xlsx, without a password.",
        ) from error
    return [[str(cell) for cell in row] for row in frame.to_numpy().tolist()], "spreadsheet"


def _text(path: Path, data: bytes) -> tuple[list[list[str]], str]:
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise _rejected(path, "is an old or locked spreadsheet. Save it as .xlsx or .csv.")
    text, encoding = _decoded(path, data)
    delimiter = _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        cells = [list(row) for row in reader]
    except csv.Error as error:
        raise _rejected(path, f"is not a table ({error}).") from error
    shown = {"\t": "tabs", ";": "semicolons", ",": "commas", "|": "bars"}[delimiter]
    return cells, f"{encoding}, {shown}"


def _decoded(path: Path, data: bytes) -> tuple[str, str]:
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            try:
                return data.decode(encoding), "UTF-16"
            except UnicodeDecodeError as error:
                raise _rejected(path, "is not readable text.") from error
    if b"\x00" in data[:4096]:
        raise _rejected(path, "is not a table. Choose a .csv or .xlsx file.")
    try:
        return data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), "Windows-1252"


def _delimiter(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()][:_HEADER_SEARCH]
    return max(_DELIMITERS, key=lambda sign: sum(sorted(line.count(sign) for line in lines)[1:]))


def _table(path: Path, cells: list[list[str]], source: str) -> RosterTable:
    best, best_score = None, 0
    for place, row in enumerate(cells[:_HEADER_SEARCH]):
        header = tuple(cell.strip() for cell in row)
        plan = guess_columns(RosterTable(header, (), (), place + 1, source))
        score = sum(field.value != "ignore" for field in plan) if is_usable(plan) else 0
        if score > best_score:
            best, best_score = place, score
    if best is None:
        raise _rejected(
            path, "has no column that holds names. Name one of its columns “name” and try again."
        )
    header = tuple(cell.strip() for cell in cells[best])
    rows = [(n, row) for n, row in enumerate(cells[best + 1 :], start=best + 2) if any(row)]
    if not rows:
        raise _rejected(path, "has a header and no people.")
    return RosterTable(
        header,
        tuple(tuple(row) for _, row in rows),
        tuple(number for number, _ in rows),
        best + 1,
        source,
    )
