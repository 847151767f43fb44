"""A diagram of boxes and arrows on a grid, such as a lineage map."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from workshop_studio.reports.story import SMALLEST

if TYPE_CHECKING:
    from reportlab.lib.colors import Color

    from workshop_studio.domain.sheet import DiagramArrow, DiagramBox, SheetPart
    from workshop_studio.reports.text import Typesetter

_LEAST_HEIGHT = 250.0
_NAME = re.compile(r"([A-Z]{1,2}\d{1,3})\s+(.*)", re.DOTALL)
_PAD, _HEAD_LENGTH, _HEAD_WIDTH = 4.0, 7.0, 2.6
Point = tuple[float, float]


class Diagram(Flowable):  # type: ignore[misc]
    """Takes the room that is left on the page. keep: room for what follows, in points."""

    def __init__(
        self, part: SheetPart, setter: Typesetter, ink: dict[str, Color], keep: float
    ) -> None:
        super().__init__()
        self._part, self._setter, self._ink, self._keep = part, setter, ink, keep

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size: all of the page that is left, or the next page."""
        self.width = width
        self.height = max(_LEAST_HEIGHT, height - self._keep)
        return width, self.height

    def draw(self) -> None:
        """Draw arrows first, so that boxes stand on top of them."""
        boxes = self._part.boxes
        columns = 1 + max(box.column for box in boxes)
        rows = 1 + max(box.row for box in boxes)
        step = (self.width / columns, self.height / rows)
        size = (step[0] * 0.8, min(step[1] * 0.8, 72.0))
        centres = {
            box.id: ((box.column + 0.5) * step[0], self.height - (box.row + 0.5) * step[1])
            for box in boxes
        }
        for arrow in self._part.arrows:
            self._arrow(arrow, centres, size)
        points = self._points(boxes, size)
        for box in boxes:
            self._box(box, centres[box.id], size, points)

    def _label(self, box: DiagramBox, points: float) -> Paragraph:
        style = ParagraphStyle(
            "box", fontName="Inter", fontSize=points, leading=points * 1.2,
            textColor=self._ink["text"], splitLongWords=1,
        )  # fmt: skip
        named = _NAME.fullmatch(box.label)
        if named is None:
            return Paragraph(self._setter.literal(box.label), style)
        name = self._setter.literal(named[1], "Inter-Strong")
        text = f'<font name="Inter-Strong">{name}</font> {self._setter.literal(named[2])}'
        return Paragraph(text, style)

    def _points(self, boxes: tuple[DiagramBox, ...], size: Point) -> float:
        """Return the largest type at which every label fits its box."""
        for points in (10.0, 9.5, 9.0, 8.5, 8.0):
            high = [self._label(b, points).wrap(size[0] - 2 * _PAD, 1000)[1] for b in boxes]
            if max(high) <= size[1] - 2 * _PAD:
                return points
        return SMALLEST

    def _box(self, box: DiagramBox, centre: Point, size: Point, points: float) -> None:
        label = self._label(box, points)
        _, high = label.wrap(size[0] - 2 * _PAD, 1000)
        tall = max(size[1], high + 2 * _PAD)
        left, bottom = centre[0] - size[0] / 2, centre[1] - tall / 2
        self.canv.setFillColor(self._ink["surface"])
        self.canv.setStrokeColor(self._ink["text-2"])
        self.canv.setLineWidth(0.9)
        self.canv.roundRect(left, bottom, size[0], tall, 4, stroke=1, fill=1)
        label.drawOn(self.canv, left + _PAD, centre[1] - high / 2)

    def _arrow(self, arrow: DiagramArrow, centres: dict[str, Point], size: Point) -> None:
        start, end = centres[arrow.start], centres[arrow.end]
        if start == end:
            return
        begin, tip = edge_point(start, end, size), edge_point(end, start, size)
        angle = math.atan2(tip[1] - begin[1], tip[0] - begin[0])
        self.canv.setStrokeColor(self._ink["control"])
        self.canv.setFillColor(self._ink["control"])
        self.canv.setLineWidth(1)
        self.canv.line(*begin, *tip)
        path = self.canv.beginPath()
        path.moveTo(*tip)
        for side in (-1, 1):
            path.lineTo(
                tip[0] - _HEAD_LENGTH * math.cos(angle) + side * _HEAD_WIDTH * math.sin(angle),
                tip[1] - _HEAD_LENGTH * math.sin(angle) - side * _HEAD_WIDTH * math.cos(angle),
            )
        path.close()
        self.canv.drawPath(path, stroke=0, fill=1)


def edge_point(centre: Point, towards: Point, size: Point) -> Point:
    """Return where the line from the centre of a box to a point leaves the box."""
    run, rise = towards[0] - centre[0], towards[1] - centre[1]
    across = size[0] / 2 / abs(run) if run else math.inf
    along = size[1] / 2 / abs(rise) if rise else math.inf
    share = min(across, along, 1.0)
    return centre[0] + run * share, centre[1] + rise * share
