"""Bricks of printed sheets that reportlab does not have: cards to cut, lines, boxes to fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable, Table, TableStyle

from workshop_studio.reports.story import line_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.lib.colors import Color
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Paragraph

    from workshop_studio.reports.story import Story

PAD = 12.0
_CUT = (3, 3)
_TALLEST_CELL = 300.0


class WritingLines(Flowable):  # type: ignore[misc]
    """Empty lines to write on; splits between two lines."""

    def __init__(self, count: int, gap: float, ink: Color) -> None:
        super().__init__()
        self._count, self._gap, self._ink = count, gap, ink

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size."""
        self.width, self.height = width, self._count * self._gap
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return what fits and the rest."""
        fits = int(height // self._gap)
        if not 0 < fits < self._count:
            return []
        rest = WritingLines(self._count - fits, self._gap, self._ink)
        return [WritingLines(fits, self._gap, self._ink), rest]

    def draw(self) -> None:
        """Draw them."""
        self.canv.setStrokeColor(self._ink)
        self.canv.setLineWidth(0.5)
        for place in range(1, self._count + 1):
            y = self.height - place * self._gap + 1
            self.canv.line(0, y, self.width, y)


class CutRow(Flowable):  # type: ignore[misc]
    """One row of cards to cut apart along its dashed edges."""

    def __init__(self, cards: Sequence[Sequence[Paragraph]], columns: int, ink: Color) -> None:
        super().__init__()
        self._cards, self._columns, self._ink = cards, columns, ink
        self.row_height, self.is_first = 0.0, False

    def natural_height(self, width: float) -> float:
        """Return the height that the fullest card needs."""
        inner = width / self._columns - 2 * PAD
        heights = [
            sum(p.wrap(inner, 10_000)[1] + p.style.spaceAfter for p in card) for card in self._cards
        ]
        return max(heights, default=0.0) + 2 * PAD

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size."""
        self.width = width
        self.height = max(self.row_height, self.natural_height(width))
        return width, self.height

    def draw(self) -> None:
        """Draw the cards and their edges."""
        span = self.width / self._columns
        wide = span * len(self._cards)
        for place in range(len(self._cards) + 1):
            cut_line(self.canv, place * span, 0, place * span, self.height, self._ink)
        # The edge between two rows belongs to the upper one; drawn twice it would look solid.
        cut_line(self.canv, 0, 0, wide, 0, self._ink)
        if self.is_first:
            cut_line(self.canv, 0, self.height, wide, self.height, self._ink)
        for place, card in enumerate(self._cards):
            left, top = place * span, self.height - PAD
            for paragraph in card:
                _, high = paragraph.wrap(span - 2 * PAD, 10_000)
                paragraph.drawOn(self.canv, left + PAD, top - high)
                top -= high + paragraph.style.spaceAfter


def cut_line(canvas: Canvas, x: float, y: float, to_x: float, to_y: float, ink: Color) -> None:
    """Draw a dashed edge along which a piece is cut out."""
    canvas.saveState()
    canvas.setStrokeColor(ink)
    canvas.setLineWidth(0.6)
    canvas.setDash(*_CUT)
    canvas.line(x, y, to_x, to_y)
    canvas.restoreState()


def is_writing_row(row: Sequence[str]) -> bool:
    """Return whether a row of a table is for writing into: nothing stands beside its first cell."""
    return len(row) > 1 and not any(cell.strip() for cell in row[1:])


def table_of(
    story: Story, rows: Sequence[Sequence[str]], width: float, writing_height: float
) -> Table:
    """Return a table with hairlines between rows; cells to write into are boxes.

    A row that is taller than a page goes on overleaf, and the header is repeated there.
    """
    body, label = story.styles.body, story.styles.label
    columns = max(map(len, rows))
    rows = [(*row, *[""] * (columns - len(row))) for row in rows]
    widths = _widths(rows, width, body)
    cells, heights = [], []
    for place, row in enumerate(rows):
        style = label if place == 0 else body
        made = [story.paragraph(cell, style) if cell.strip() else "" for cell in row]
        cells.append(made)
        heights.append(_row_height(made, widths, writing_height) if is_writing_row(row) else None)
    look = [
        # Also empty cells name a font, and reportlab's own is in no file of ours.
        ("FONTNAME", (0, 0), (-1, -1), "Inter"),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 3.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4.5),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, story.ink["control"]),
        ("LINEBELOW", (0, 1), (-1, -1), 0.5, story.ink["line"]),
    ]
    for place, row in enumerate(rows):
        if is_writing_row(row) and place:
            look.append(("BOX", (1, place), (-1, place), 0.6, story.ink["control"]))
            look.append(("INNERGRID", (1, place), (-1, place), 0.6, story.ink["control"]))
            if not row[0].strip():
                look.append(("BOX", (0, place), (0, place), 0.6, story.ink["control"]))
            look.append(("LINEBELOW", (0, place), (0, place), 0.6, story.ink["control"]))
    table = Table(
        cells, colWidths=widths, rowHeights=heights, repeatRows=1, splitInRow=1, hAlign="LEFT"
    )
    table.setStyle(TableStyle(look))
    table.spaceBefore, table.spaceAfter = 2, 4
    return table


def _row_height(
    cells: Sequence[Paragraph | str], widths: Sequence[float], least: float
) -> float | None:
    needed = [
        cell.wrap(wide - 8, 10_000)[1] + 8
        for cell, wide in zip(cells, widths, strict=True)
        if not isinstance(cell, str)
    ]
    high = max([least, *needed])
    # Taller rows size themselves, because only those can be split over two pages.
    return None if high > max(_TALLEST_CELL, least) else high


def _widths(rows: Sequence[Sequence[str]], width: float, style: ParagraphStyle) -> list[float]:
    """Return column widths: each as wide as its longest word, the rest shared by need."""
    columns = list(zip(*rows, strict=True))
    if any(is_writing_row(row) for row in rows[1:]):
        first = min(_natural(columns[0], style), width * 0.34)
        first = max(first, _longest_word(columns[0], style, width * 0.34), width * 0.2)
        return [first] + [(width - first) / (len(columns) - 1)] * (len(columns) - 1)
    least = [_longest_word(c, style, width / len(columns)) for c in columns]
    wanted = [max(_natural(c, style), low) for c, low in zip(columns, least, strict=True)]
    if sum(wanted) <= width:
        spare = (width - sum(wanted)) / len(columns)
        return [one + spare for one in wanted]
    room = width - sum(least)
    over = [want - low for want, low in zip(wanted, least, strict=True)]
    share = room / max(sum(over), 1.0)
    return [low + more * share for low, more in zip(least, over, strict=True)]


def _natural(cells: Sequence[str], style: ParagraphStyle) -> float:
    return max(line_width(cell, "Inter-Strong", style.fontSize) for cell in cells) + 10


def _longest_word(cells: Sequence[str], style: ParagraphStyle, most: float) -> float:
    words = [word for cell in cells for word in cell.split()] or [""]
    longest = max(line_width(word, "Inter-Strong", style.fontSize) for word in words)
    return min(longest + 10, most)
