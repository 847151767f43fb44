"""Blocks that flow: stacks that stay together where they should, pairs in a row, small marks."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from reportlab.platypus import Flowable, Paragraph

from workshop_studio.reports.fonts import text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.lib.colors import Color
    from reportlab.pdfgen.canvas import Canvas

    from workshop_studio.reports.setting import Job, Look

HAIRLINE_PT = 0.5
_ENDLESS = 1e6


class Stack(Flowable):  # type: ignore[misc] - reportlab has no types
    """Parts on top of each other that split over columns and pages.

    keep: so many parts at the start never stand apart from the beginning of the next one.
    above, below: empty points around; rule: colour of a hairline over the first piece.
    """

    def __init__(
        self,
        parts: Sequence[Flowable],
        *,
        keep: int = 0,
        above: float = 0.0,
        below: float = 0.0,
        rule: Color | None = None,
        pad: float = 0.0,
    ) -> None:
        super().__init__()
        self._parts = tuple(parts)
        self._keep = keep
        self._rule = rule
        self._pad = pad
        self.spaceBefore = above
        self.spaceAfter = below

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the width and the height of all parts in points."""
        self._heights = [part.wrapOn(self.canv, width, _ENDLESS)[1] for part in self._parts]
        self.width, self.height = width, sum(self._heights) + self._pad
        return self.width, self.height

    def draw(self) -> None:
        """Draw the parts from the top."""
        y = self.height
        if self._rule is not None:
            self.canv.setStrokeColor(self._rule)
            self.canv.setLineWidth(HAIRLINE_PT)
            self.canv.line(0, y, self.width, y)
        y -= self._pad
        for part, height in zip(self._parts, self._heights, strict=True):
            y -= height
            part.drawOn(self.canv, 0, y)

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the piece that fits into `height` and the rest; nothing when all must move on."""
        if self.wrap(width, height)[1] <= height:
            return [self]
        used, place = self._pad, 0
        while used + self._heights[place] <= height:
            used += self._heights[place]
            place += 1
        pieces = self._parts[place].splitOn(self.canv, width, height - used)
        cut = len(pieces) > 1
        first = (*self._parts[:place], *pieces[: 1 if cut else 0])
        rest = (*(pieces[1:] if cut else self._parts[place : place + 1]), *self._parts[place + 1 :])
        if not first or (len(first) <= self._keep and not _stands_at_top(self)):
            return []
        head = Stack(
            first, keep=self._keep, above=self.spaceBefore, rule=self._rule, pad=self._pad
        )
        return [head, Stack(rest, below=self.spaceAfter)]


class Pair(Flowable):  # type: ignore[misc] - reportlab has no types
    """Two paragraphs side by side: the right one takes what it needs, at most half."""

    def __init__(self, left: Paragraph, right: Paragraph, right_pt: float, below: float) -> None:
        super().__init__()
        self._left, self._right = left, right
        self._wanted, self._below = right_pt, below

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the width and the height of the higher paragraph in points."""
        self._right_pt = min(self._wanted + 1, width / 2)
        self._left_pt = width - self._right_pt - 10
        self._tall = [
            self._left.wrapOn(self.canv, self._left_pt, _ENDLESS)[1],
            self._right.wrapOn(self.canv, self._right_pt, _ENDLESS)[1],
        ]
        self.width, self.height = width, max(self._tall) + self._below
        return self.width, self.height

    def draw(self) -> None:
        """Draw both paragraphs with their first lines level."""
        self._left.drawOn(self.canv, 0, self.height - self._tall[0])
        self._right.drawOn(self.canv, self.width - self._right_pt, self.height - self._tall[1])


class RingParagraph(Paragraph):  # type: ignore[misc] - reportlab has no types
    """A paragraph whose indented first line starts with a dashed ring: not known."""

    def draw(self) -> None:
        """Draw the ring in the indent, then the text."""
        if self.style.firstLineIndent > 0:
            middle = self.height - self.style.leading * 0.5
            draw_dashed_ring(self.canv, 3.4, middle, self.style.textColor)
        super().draw()


def pair_parts(
    job: Job, left: str, right: str, looks: tuple[Look, Look], width: float, below: float
) -> list[Flowable]:
    """Return one row as parts: a pair, or two paragraphs when it is too high to stay whole."""
    left_look, right_look = looks
    wanted = sum(
        text_width(run.text, run.face, right_look.size_pt)
        for run in job.setter.runs(right, right_look.face)
    )
    pair = Pair(
        job.paragraph(left, left_look),
        job.paragraph(right, right_look.from_right()),
        wanted,
        below,
    )
    pair.canv = None
    if pair.wrap(width, _ENDLESS)[1] <= left_look.leading_pt * 8:
        return [pair]
    return [job.paragraph(text, look) for text, look in ((left, left_look), (right, right_look))]


def draw_dashed_ring(canvas: Canvas, x: float, y: float, colour: Color) -> None:
    """Draw the mark of something not known, about its middle (x, y)."""
    canvas.saveState()
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(0.75)
    canvas.setDash(1.15, 0.96)
    canvas.circle(x, y, 2.6, stroke=1, fill=0)
    canvas.restoreState()


def draw_triangle(canvas: Canvas, x: float, y: float, side: float, colour: Color) -> None:
    """Draw the outlined triangle of "watch" with its lower left corner at (x, y)."""
    path = canvas.beginPath()
    path.moveTo(x, y)
    path.lineTo(x + side, y)
    path.lineTo(x + side / 2, y + side * math.sqrt(3) / 2)
    path.close()
    canvas.saveState()
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(0.9)
    canvas.setLineJoin(1)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()


def paragraph_height(paragraph: Paragraph, width: float) -> float:
    """Return the height of a paragraph set in `width` points."""
    return float(paragraph.wrap(width, _ENDLESS)[1])


def draw_at_top(canvas: Canvas, block: Any, x: float, top: float, width: float) -> float:  # noqa: ANN401 - reportlab has no types
    """Draw a block under a height and return its lower edge."""
    height = float(block.wrapOn(canvas, width, _ENDLESS)[1])
    block.drawOn(canvas, x, top - height)
    return top - height


def _stands_at_top(block: Flowable) -> bool:
    return bool(getattr(getattr(block, "_frame", None), "_atTop", False))
