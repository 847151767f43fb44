"""Entries of a journal as lines of a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from workshop_studio.domain.journal import Draft

SOMETHING_ELSE = "Something else"
DAMAGED = "Changed or damaged"


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One line: when it was begun ("" for a page not saved yet) and what it is about."""

    id: str
    when: str
    title: str
    is_damaged: bool
    is_current: bool

    def __repr__(self) -> str:
        """Return a text without the entry's words, so that no log can hold them."""
        return f"EntryLine(id={self.id!r})"


def line_of(draft: Draft, zone: str, *, is_damaged: bool, is_current: bool) -> EntryLine:
    """Return the line of an entry: its prompt, else its first words."""
    when = ""
    if draft.created_utc is not None:
        local = draft.created_utc.astimezone(ZoneInfo(zone))
        when = f"{local.day} {local:%b, %H:%M}"
    first = next((one.strip() for one in draft.text.splitlines() if one.strip()), "")
    title = DAMAGED if is_damaged else draft.prompt or first or SOMETHING_ELSE
    return EntryLine(draft.id, when, title, is_damaged, is_current)
