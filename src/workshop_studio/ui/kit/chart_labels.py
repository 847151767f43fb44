"""The direct labels of a chart: a dot at the newest point of a line, number and words beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from workshop_studio.ui.kit.chart_places import Box, spread_apart
from workshop_studio.ui.kit.chart_view import ChartLine, ChartView, last_point

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPainter

    from workshop_studio.ui.kit.chart_style import ChartInk, ChartStyle, Frame

_BREATH = 0.35
"""Free height of a label as a share of its capital letters."""


@dataclass(frozen=True, slots=True)
class _Words:
    text: str
    font: QFont
    role: str


class EndLabels:
    """Labels of one view in a style; the ones that would touch are moved apart."""

    def __init__(self, view: ChartView, style: ChartStyle, ink: ChartInk) -> None:
        self._view, self._style, self._ink = view, style, ink

    def room(self) -> float:
        """Return how much width labels of the last day need right of the data, 0 without any.

        Labels of earlier days stand over the days that are not played yet.
        """
        lines = [
            line for line in self._view.lines
            if (end := last_point(line, self._view.first_day)) and end[0] == self._view.last_day
        ]  # fmt: skip
        widest = max((self._width(self._words(line)) for line in lines), default=0.0)
        return widest + self._style.dot_px + self._style.gap_px + 2 if widest else 0.0

    def boxes(self, frame: Frame, area: QRectF) -> list[tuple[ChartLine, Box]]:
        """Return every labelled line with the rectangle of its words."""
        ends = [(line, last_point(line, self._view.first_day)) for line in self._view.lines]
        known = [(line, end, self._words(line)) for line, end in ends if end]
        labelled = [(line, end, words) for line, end, words in known if words]
        heights = [self._height(words) for _, _, words in labelled]
        middles = spread_apart(
            [frame.y(end[1]) for _, end, _ in labelled], heights, area.top(), area.bottom()
        )
        newest = max((end[0] for _, end, _ in labelled), default=0)
        left = frame.x(newest) + self._style.dot_px + self._style.gap_px
        return [
            (line, Box(left, middle - height / 2, self._width(words), height))
            for (line, _, words), middle, height in zip(labelled, middles, heights, strict=True)
        ]

    def draw(self, painter: QPainter, frame: Frame, area: QRectF) -> None:
        """Draw the dots, then write the words."""
        placed = self.boxes(frame, area)
        for line, _ in placed:
            self._dot(painter, frame, line)
        for line, box in placed:
            self._write(painter, frame, self._words(line), box)

    def _words(self, line: ChartLine) -> list[_Words]:
        is_loud = line.state not in {"", "quiet"}
        role = line.state.replace("_", "-") if is_loud else "text"
        words = []
        if line.value_text:
            words.append(_Words(line.value_text, self._ink.value, role))
        if line.label:
            words.append(_Words(line.label, self._ink.small, "text-2"))
        return words

    def _width(self, words: list[_Words]) -> float:
        widths = [self._ink.width(each.font, each.text) for each in words]
        if self._style.has_label_beside:
            return sum(widths) + self._beside() * max(0, len(widths) - 1)
        return max(widths, default=0.0)

    def _beside(self) -> float:
        return 0.75 * self._style.gap_px

    def _row_height(self, words: _Words) -> float:
        return self._ink.cap(words.font) * (1 + 2 * _BREATH)

    def _height(self, words: list[_Words]) -> float:
        heights = [self._row_height(each) for each in words]
        return max(heights, default=0.0) if self._style.has_label_beside else sum(heights)

    def _dot(self, painter: QPainter, frame: Frame, line: ChartLine) -> None:
        end = last_point(line, self._view.first_day)
        if end is None:
            return
        is_loud = line.state not in {"", "quiet"}
        colour = self._ink.series(line)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink.colour(line.state.replace("_", "-")) if is_loud else colour)
        painter.drawEllipse(
            QPointF(frame.x(end[0]), frame.y(end[1])), self._style.dot_px, self._style.dot_px
        )

    def _write(self, painter: QPainter, frame: Frame, words: list[_Words], box: Box) -> None:
        if box.left < frame.box.right():
            # Over the plot: a dotted level must not strike the words through.
            shade = self._ink.mixed("sunken", "surface", 0.6)
            painter.fillRect(QRectF(box.left - 3, box.top, box.width + 6, box.height), shade)
        left, top = box.left, box.top
        for each in words:
            height = box.height if self._style.has_label_beside else self._row_height(each)
            base = top + height / 2 + self._ink.cap(each.font) / 2
            self._ink.text(painter, each.text, each.font, each.role, QPointF(left, base))
            if self._style.has_label_beside:
                left += self._ink.width(each.font, each.text) + self._beside()
            else:
                top += height
