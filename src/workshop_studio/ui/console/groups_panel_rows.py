"""Groups as they are typed into a form; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LETTERS = "ABCDEFGH"
_USUAL_COUNT = 4


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group as it is typed. mentor and place stay on the console."""

    letter: str
    name: str
    text: str = ""
    mentor: str = ""
    place: str = ""


def rows_for(teams: Sequence[tuple[str, str]]) -> tuple[GroupRow, ...]:
    """Return eight rows: the teams by letter and name, the others empty.

    A cohort without teams has four groups that go by their letters.
    """
    known = dict(teams) or {letter: f"Group {letter}" for letter in LETTERS[:_USUAL_COUNT]}
    free = (letter for letter in LETTERS if letter not in known)
    rows = [GroupRow(letter, name) for letter, name in known.items()]
    rows += [GroupRow(letter, "") for letter in free]
    return tuple(rows[: len(LETTERS)])
