"""A sheet of a pack as flowables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, ListFlowable, ListItem, Spacer

from workshop_studio.domain.sheet import PartKind
from workshop_studio.reports.diagram import Diagram
from workshop_studio.reports.pieces import CutRow, WritingLines, is_writing_row, table_of
from workshop_studio.reports.story import Story

if TYPE_CHECKING:
    from reportlab.lib.colors import Color

    from workshop_studio.domain.sheet import Sheet, SheetPart
    from workshop_studio.reports.text import Typesetter

_LINE_GAP, _WRITING_ROW, _CARD_ROW = 23.0, 34.0, 84.0
_MOST_GAP, _MOST_ROW, _MOST_CARD = 31.0, 92.0, 210.0
_WIDE_TEXT = 210
_CAPTION = 46.0
_STEP = re.compile(r"(?<=[.?])\s+(?=\d{1,3} [^\d])")


class SheetStory(Story):
    """Turns the parts of a sheet into flowables for a frame of a width and height.

    stretch: points that each place to write on, and each row of cards, may grow by, so that a
    sheet uses its whole page; a little below 0 where that keeps it on one.
    """

    def __init__(
        self, setter: Typesetter, ink: dict[str, Color], size: float, frame: tuple[float, float],
        stretch: float = 0.0,
    ) -> None:  # fmt: skip
        super().__init__(setter, ink, size)
        self._size, self._frame, self._stretch = size, frame, stretch
        self.places = 0

    def story(self, sheet: Sheet) -> list[Flowable]:
        """Return the flowables; `places` then tells how many of them can grow."""
        for part in sheet.parts:
            self._part(part)
        return self.parts

    def _part(self, part: SheetPart) -> None:
        match part.kind:
            case PartKind.HEADING:
                self.parts.append(Spacer(1, self._size * 0.35))
                self.parts.append(CondPageBreak(6 * self._size))
                self.add(part.text, self.styles.head)
                self.parts.append(Spacer(1, self._size * 0.2))
            case PartKind.PARAGRAPH:
                self.add(part.text, self.styles.body)
                self.parts.append(Spacer(1, self._size * 0.5))
            case PartKind.BULLETS | PartKind.NUMBERS:
                self._list(part)
            case PartKind.TABLE:
                self._table(part)
            case PartKind.CARDS:
                self._cards(part)
            case PartKind.LINES:
                self.places += part.line_count
                gap = min(_MOST_GAP, _LINE_GAP + self._stretch)
                self.parts.append(WritingLines(part.line_count, gap, self.ink["control"]))
                self.parts.append(Spacer(1, self._size))
            case PartKind.DIAGRAM:
                self._diagram(part)

    def _list(self, part: SheetPart) -> None:
        is_numbers = part.kind is PartKind.NUMBERS
        items = [
            ListItem(self.paragraph(text, self.styles.body), spaceAfter=self._size * 0.25)
            for text in part.items
        ]
        self.parts.append(
            ListFlowable(
                items, bulletType="1" if is_numbers else "bullet",
                start=None if is_numbers else "•",
                bulletFontName="Inter", bulletFontSize=self._size, leftIndent=self._size * 1.7,
                bulletColor=self.ink["text-2"],
                bulletFormat="%s." if is_numbers else None,
            )
        )  # fmt: skip
        self.parts.append(Spacer(1, self._size * 0.3))

    def _table(self, part: SheetPart) -> None:
        self.places += sum(is_writing_row(row) for row in part.rows[1:])
        high = min(_MOST_ROW, _WRITING_ROW + self._stretch)
        self.parts.append(table_of(self, part.rows, self._frame[0], high))
        self._caption(part.text)

    def _diagram(self, part: SheetPart) -> None:
        keep = _CAPTION if part.text else 4.0
        self.parts.append(Diagram(part, self.setter, self.ink, keep))
        self._caption(part.text)

    def _caption(self, text: str) -> None:
        if text.strip():
            self.parts.append(Spacer(1, 4))
            self.add(text, self.styles.quiet)

    def _cards(self, part: SheetPart) -> None:
        width, height = self._frame
        columns = 1 if max(map(len, part.items)) > _WIDE_TEXT else 2
        text = ParagraphStyle("card", parent=self.styles.body, spaceAfter=4)
        title = ParagraphStyle(
            "card-title", parent=self.styles.head, fontSize=self._size + 3,
            leading=(self._size + 3) * 1.25, textColor=self.ink["text"], spaceAfter=4,
        )  # fmt: skip
        cards = [
            [
                self.paragraph(head, title),
                *(self.paragraph(line, text) for line in card_lines(words)),
            ]
            for head, words in zip(part.card_titles, part.items, strict=True)
        ]
        rows = [
            CutRow(cards[at : at + columns], columns, self.ink["control"])
            for at in range(0, len(cards), columns)
        ]
        least = _CARD_ROW + 4 * min(0.0, self._stretch)
        tallest = max([least, *(row.natural_height(width) for row in rows)])
        if tallest > height * 0.9:
            # A card that no page can hold is printed as running text: nothing is cut.
            for card in cards:
                self.parts.extend(card)
            return
        self.places += len(rows)
        for row in rows:
            row.row_height = max(tallest, min(_MOST_CARD, tallest + self._stretch))
        rows[0].is_first = True
        self.parts.extend(rows)
        self.parts.append(Spacer(1, self._size))


def card_lines(words: str) -> tuple[str, ...]:
    """Return the lines of a card: its own breaks, and one line for each timed step.

    A text whose sentences each begin with minutes, "4 alone: … 5 pairs: …", is a list of steps.
    """
    lines = [line for line in words.split("\n") if line.strip()] or [words]
    if len(lines) > 1:
        return tuple(lines)
    steps = _STEP.split(words)
    if len(steps) > 1 and all(one[:1].isdigit() for one in steps):
        return tuple(steps)
    return tuple(lines)
