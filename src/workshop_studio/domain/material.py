"""What has to come out of the printer for a session: which sheets, for whom, how many."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workshop_studio.domain.agenda import Agenda
    from workshop_studio.domain.sheet import Audience, Sheet

WHOLE_SESSION = "The whole session"
_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNT = re.compile(r"\s*(\d{1,3}|[a-z]+)\b(.*)", re.IGNORECASE | re.DOTALL)
_EACH = re.compile(r"\b(?:for each|per|a|for every)\s+(person|participant|table|team)\b")


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One sheet in the list. group: the block that needs it, in words.

    copies: how many a room of this size needs, None when the words of the pack do not say.
    """

    sheet: Sheet
    group: str
    copies: int | None


@dataclass(frozen=True, slots=True)
class Material:
    """All sheets of a session in the order in which they are needed.

    Keys and guides are for the facilitator alone: they are a list of their own, so that no stack
    for the tables can hold one by accident.
    """

    title: str
    people: int
    tables: int
    lines: tuple[SheetLine, ...]

    def lines_for(self, audience: Audience) -> tuple[SheetLine, ...]:
        """Return the sheets of one audience."""
        return tuple(line for line in self.lines if line.sheet.audience is audience)


@dataclass(frozen=True, slots=True)
class MaterialPrint:
    """Sheets as one printed stack. title: the session's."""

    title: str
    sheets: tuple[Sheet, ...]
    language: str = "en"


def copies_needed(words: str, people: int, tables: int) -> int | None:
    """Return the number that words such as "two for each table" mean, None when unclear."""
    found = _COUNT.match(words)
    if found is None:
        return None
    first = found[1].casefold()
    if first.isdigit():
        count = int(first)
    elif first in _NUMBERS:
        count = _NUMBERS.index(first)
    else:
        return None
    each = _EACH.search(found[2].casefold())
    if each is None:
        return count
    return count * (people if each[1] in {"person", "participant"} else tables)


def sheets_of_paper(line: SheetLine) -> int | None:
    """Return how many times the sheet goes through the printer when several are cut from one."""
    return None if line.copies is None else -(-line.copies // line.sheet.on_a_page)


def material_of(
    title: str, agenda: Agenda, sheets: Sequence[Sheet], people: int, tables: int
) -> Material:
    """Return the material of a session: whole-session sheets first, then block by block."""
    places = {block.id: place for place, block in enumerate(agenda.blocks)}
    titles = {block.id: block.title for block in agenda.blocks}
    # Python's sort is stable: within a block the order of the pack stays.
    ordered = sorted(sheets, key=lambda sheet: places.get(sheet.block, -1))
    lines = tuple(
        SheetLine(
            sheet,
            titles.get(sheet.block, WHOLE_SESSION),
            copies_needed(sheet.copies, people, tables),
        )
        for sheet in ordered
    )
    return Material(title, people, tables, lines)
