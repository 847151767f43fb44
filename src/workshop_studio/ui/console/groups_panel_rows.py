"""Groups as they are typed into a form; no Qt."""

from __future__ import annotations

from dataclasses import dataclass

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


def letter_rows() -> tuple[GroupRow, ...]:
    """Return eight rows of which the first four have a name, for a cohort without teams."""
    return tuple(
        GroupRow(letter, f"Group {letter}" if place < _USUAL_COUNT else "")
        for place, letter in enumerate(LETTERS)
    )
