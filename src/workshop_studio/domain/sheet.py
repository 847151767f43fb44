"""Printed material of a session: what lies on the tables, and the facilitator's keys."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Audience(StrEnum):
    """Who may hold a sheet in their hands. Keys print separately and never reach a table."""

    PARTICIPANTS = "participants"
    FACILITATOR = "facilitator"


class PartKind(StrEnum):
    """The building bricks of a sheet."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLETS = "bullets"
    NUMBERS = "numbers"
    TABLE = "table"
    CARDS = "cards"
    LINES = "lines"
    DIAGRAM = "diagram"


@dataclass(frozen=True, slots=True)
class DiagramBox:
    """A box of a diagram at a place of its grid; columns and rows count from 0."""

    id: str
    label: str
    column: float
    row: float


@dataclass(frozen=True, slots=True)
class DiagramArrow:
    """An arrow between two boxes, by their ids."""

    start: str
    end: str


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One brick. Which fields hold something depends on `kind`.

    text: heading, paragraph, or a caption of a table or diagram.
    items: bullets, numbers; for cards the texts, their titles at the same places of card_titles.
    rows: a table, the first row its header. line_count: empty lines to write on.
    """

    kind: PartKind
    text: str = ""
    items: tuple[str, ...] = ()
    card_titles: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    line_count: int = 0
    boxes: tuple[DiagramBox, ...] = ()
    arrows: tuple[DiagramArrow, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One printable sheet of a pack.

    copies: in words, such as "one per table". is_landscape: a wide page, as for a map.
    block: id of the block that needs it, "" for the whole session. on_a_page: 1, 2 or 4 pieces
    that are cut apart, for a sheet that is smaller than its paper.
    """

    id: str
    title: str
    subtitle: str
    audience: Audience
    copies: str
    is_landscape: bool
    parts: tuple[SheetPart, ...]
    block: str = ""
    on_a_page: int = 1
