"""Roster files as real systems export them, as a table of texts."""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
import zlib
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
# What a damaged workbook raises, wherever in zip, XML or cells the damage is.
_UNREADABLE = (
    ValueError, KeyError, OSError, IndexError, TypeError, AttributeError, EOFError, OverflowError,
    SyntaxError, NotImplementedError, RuntimeError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip


def read_table(path: Path) -> RosterTable:
    """Return the table of a CSV or XLSX file; everything stays text.

    The header is the row among the first fifteen that names most columns; where no row names any,
    the person says what the columns mean. header_row is 0 for a file without a header. Raises
    FileRejected with one sentence when the file cannot be a roster.
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
        with warnings.catch_warnings():
            # openpyxl warns of every extension it does not know; texts are read all the same.
            warnings.simplefilter("ignore")
            frames = pd.read_excel(
                io.BytesIO(data), sheet_name=None, header=None, dtype=str,
                keep_default_na=False, engine="openpyxl",
            )  # fmt: skip
    except _UNREADABLE as error:
        raise _rejected(
            path,
            "cannot be opened as a spreadsheet. Save it again as .xlsx, without a password.",
        ) from error
    sheets = {
        name: [[str(cell) for cell in row] for row in frame.to_numpy().tolist()]
        for name, frame in frames.items()
    }
    name = next((name for name, cells in sheets.items() if _names_people(cells)), None)
    if name is None:
        name = max(sheets, key=lambda one: len(sheets[one]))
    return sheets[name], "spreadsheet" if len(sheets) == 1 else f"spreadsheet, sheet “{name}”"


def _names_people(cells: list[list[str]]) -> bool:
    """Return whether some row among the first names a column of names: the sheet of people."""
    return any(
        is_usable(guess_columns(RosterTable(tuple(row), (), (), 0, "")))
        for row in cells[:_HEADER_SEARCH]
    )


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
    cells = _without_ghosts(cells)
    place = _header_place(cells, source)
    header = tuple(cell.strip() for cell in cells[place]) if place >= 0 else ()
    rows = [(n, row) for n, row in enumerate(cells[place + 1 :], start=place + 2) if any(row)]
    if not rows:
        raise _rejected(path, "has a header and no people.")
    width = max(len(header), *(len(row) for _, row in rows))
    header += tuple(f"column {n}" for n in range(len(header) + 1, width + 1))
    return RosterTable(
        header,
        tuple(tuple(row) for _, row in rows),
        tuple(number for number, _ in rows),
        place + 1,
        source,
    )


def _without_ghosts(cells: list[list[str]]) -> list[list[str]]:
    """Return the rows without blanks around texts and without empty columns at their right end.

    Spreadsheets report every column that was ever coloured, a separator at the line's end adds one.
    """
    stripped = [[cell.strip() for cell in row] for row in cells]
    width = max((n for row in stripped for n, cell in enumerate(row, start=1) if cell), default=0)
    return [row[:width] for row in stripped]


def _header_place(cells: list[list[str]], source: str) -> int:
    """Return the place of the header row: the one that names most columns, else the fullest.

    -1 when the fullest row holds a mail address: then it is a person, and there is no header.
    """
    best, best_score = -1, 0
    for place, row in enumerate(cells[:_HEADER_SEARCH]):
        plan = guess_columns(RosterTable(tuple(row), (), (), place + 1, source))
        score = sum(field.value != "ignore" for field in plan) if is_usable(plan) else 0
        if score > best_score:
            best, best_score = place, score
    if best >= 0 or not cells:
        return best
    fullest = max(range(len(cells[:_HEADER_SEARCH])), key=lambda n: sum(map(bool, cells[n])))
    return -1 if any("@" in cell for cell in cells[fullest]) else fullest
