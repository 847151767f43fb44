"""Sheets of a pack as printable values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_studio.domain.sheet import (
    Audience,
    DiagramArrow,
    DiagramBox,
    PartKind,
    Sheet,
    SheetPart,
)

if TYPE_CHECKING:
    from workshop_studio.packs.models import PartModel, SheetModel


def to_sheet(model: SheetModel) -> Sheet:
    """Return the sheet of a model."""
    return Sheet(
        id=model.id,
        title=model.title,
        subtitle=model.subtitle.strip(),
        audience=Audience(model.audience),
        copies=model.copies,
        is_landscape=model.landscape,
        block=model.block or "",
        on_a_page=model.on_a_page,
        parts=tuple(part for one in model.parts for part in _parts(one)),
    )


def _parts(model: PartModel) -> list[SheetPart]:
    parts = []
    if model.heading:
        parts.append(SheetPart(PartKind.HEADING, text=model.heading))
    if model.paragraph:
        parts.append(SheetPart(PartKind.PARAGRAPH, text=model.paragraph))
    if model.bullets:
        parts.append(SheetPart(PartKind.BULLETS, items=tuple(model.bullets)))
    if model.numbers:
        parts.append(SheetPart(PartKind.NUMBERS, items=tuple(model.numbers)))
    if model.table:
        rows = tuple(tuple(row) for row in model.table)
        parts.append(SheetPart(PartKind.TABLE, text=model.caption, rows=rows))
    if model.cards:
        parts.append(
            SheetPart(
                PartKind.CARDS,
                items=tuple(card.text for card in model.cards),
                card_titles=tuple(card.title for card in model.cards),
            )
        )
    if model.lines:
        parts.append(SheetPart(PartKind.LINES, line_count=model.lines))
    if model.boxes:
        parts.append(
            SheetPart(
                PartKind.DIAGRAM,
                text=model.caption,
                boxes=tuple(DiagramBox(b.id, b.label, b.column, b.row) for b in model.boxes),
                arrows=tuple(DiagramArrow(start, end) for start, end in model.arrows or ()),
            )
        )
    return parts
