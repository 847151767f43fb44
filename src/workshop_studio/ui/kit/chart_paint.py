"""Paints what stands around the curves of a line chart; the curves are pyqtgraph's.

Console and wall use the same places, in their own sizes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from workshop_studio.ui.kit.chart_labels import EndLabels
from workshop_studio.ui.kit.chart_places import Box
from workshop_studio.ui.kit.chart_style import CONSOLE, ChartInk, ChartStyle, Frame
from workshop_studio.ui.kit.chart_view import (
    ChartLine,
    ChartMark,
    ChartThreshold,
    ChartView,
    day_labels,
    last_point,
    nice_ticks,
    tick_text,
)
from workshop_studio.ui.kit.chart_words import ChartWords

if TYPE_CHECKING:
    from workshop_studio.ui.theme.theme import Theme


class ChartPainter:
    """Paints one view in a style; `below` and `above` are the layers under and over the curves.

    room: least width right of the data, so that charts below each other keep one axis.
    """

    def __init__(
        self, theme: Theme, view: ChartView, style: ChartStyle = CONSOLE, room: float = 0.0
    ) -> None:
        self._view = view
        self._style = style
        self._ink = ChartInk(theme, style)
        self._labels = EndLabels(view, style, self._ink)
        self._words = ChartWords(view, style, self._ink, self._labels)
        self._room = room

    def frame(self, area: QRectF) -> Frame:
        """Return where the data lies within an area: labels and numbers keep their room."""
        view, style = self._view, self._style
        small = self._ink.height(self._ink.small)
        has_notes = any(not mark.is_on_axis for mark in view.marks)
        top = style.dot_px + (small + style.gap_px if has_notes else 1)
        if view.has_axis:
            top = max(top, small / 2)
        bottom = style.dot_px + (small + self._day_gap() if view.has_days else 1)
        left = style.dot_px
        if view.has_axis:
            widest = max(self._ink.width(self._ink.small, text) for text in self._tick_texts())
            left = widest + style.gap_px
        right = max(style.dot_px, self.label_room(), self._room)
        box = area.adjusted(left, top, -right, -bottom)
        return Frame(box, view.first_day, view.last_day, view.low, view.high)

    def below(self, painter: QPainter, area: QRectF) -> None:
        """Paint what lies under the curves: the future, the axis, thresholds and today."""
        frame = self.frame(area)
        self._future(painter, frame, area)
        self._axis(painter, frame)
        if self._view.has_days:
            self._days(painter, frame, area)
        for threshold in self._view.thresholds:
            self._threshold(painter, frame, area, threshold)
        self._today(painter, frame, area)

    def above(self, painter: QPainter, area: QRectF) -> None:
        """Paint what lies over the curves: rings of missing days, notes and direct labels."""
        frame = self.frame(area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in self._view.lines:
            self._gaps(painter, frame, area, line)
        for mark in self._view.marks:
            self._mark(painter, frame, mark)
        self._labels.draw(painter, frame, area)

    def label_room(self) -> float:
        """Return the width that the direct labels need right of the data."""
        return self._labels.room()

    def places_of_words(self, area: QRectF) -> list[Box]:
        """Return the rectangles of the level's words and of the direct labels."""
        frame = self.frame(area)
        levels = [t for t in self._view.thresholds if t.words]
        return [self._words.level(frame, area, level) for level in levels] + [
            box for _, box in self._labels.boxes(frame, area)
        ]

    def rings(self, area: QRectF, line: ChartLine) -> list[tuple[float, float]]:
        """Return where the rings of a line's missing days stand."""
        return self._words.rings(self.frame(area), line)

    def _day_gap(self) -> float:
        return 0.5 * self._style.gap_px if self._style.has_baseline else 1.0

    def _tick_texts(self) -> list[str]:
        ticks = nice_ticks(self._view.low, self._view.high)
        return [tick_text(tick, self._view.unit) for tick in ticks]

    def _future(self, painter: QPainter, frame: Frame, area: QRectF) -> None:
        today = self._view.today
        if today is None or today >= self._view.last_day:
            return
        left = frame.x(today)
        shade = self._ink.mixed("sunken", "surface", 0.6)
        box = QRectF(left, area.top(), frame.box.right() - left, frame.box.bottom() - area.top())
        painter.fillRect(box, shade)
        if self._view.future_note:
            place = self._words.future(frame, area, left + self._style.gap_px + 4)
            if place is not None:
                base = QPointF(place.left, place.top + self._ink.ascent(self._ink.small))
                self._ink.text(painter, self._view.future_note, self._ink.small, "text-3", base)

    def _axis(self, painter: QPainter, frame: Frame) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        if self._style.has_baseline:
            painter.setPen(QPen(self._ink.colour("line-strong"), self._style.threshold_px - 1))
            base = frame.box.bottom() + self._style.dot_px
            painter.drawLine(QPointF(frame.box.left(), base), QPointF(frame.box.right(), base))
        if not self._view.has_axis:
            return
        half = self._ink.ascent(self._ink.small) * 0.36
        for tick in nice_ticks(self._view.low, self._view.high):
            y, text = frame.y(tick), tick_text(tick, self._view.unit)
            painter.setPen(QPen(self._ink.colour("line"), 1))
            painter.drawLine(QPointF(frame.box.left(), y), QPointF(frame.box.right(), y))
            left = frame.box.left() - self._style.gap_px - self._ink.width(self._ink.small, text)
            self._ink.text(painter, text, self._ink.small, "text-3", QPointF(left, y + half))

    def _days(self, painter: QPainter, frame: Frame, area: QRectF) -> None:
        first = self._view.first_day
        a_label = self._ink.width(self._ink.small, f"day {first}") + 2 * self._style.gap_px
        room = int(frame.box.width() / a_label)
        base = area.bottom() - QFontMetricsF(self._ink.small).descent() - 1
        written: list[Box] = []
        for mark in self._view.marks:
            if mark.is_on_axis:
                self._day_words(painter, frame, (mark.day, mark.words), base, written)
        for day in day_labels(first, self._view.last_day, max(2, min(6, room))):
            text = f"day {day}" if day == first else str(day)
            self._day_words(painter, frame, (day, text), base, written)

    def _day_words(
        self,
        painter: QPainter,
        frame: Frame,
        label: tuple[int, str],
        base: float,
        written: list[Box],
    ) -> None:
        """Write a number of the axis unless it would run into one that is there."""
        day, text = label
        is_mark = any(mark.is_on_axis and mark.words == text for mark in self._view.marks)
        font = self._ink.strong_small if is_mark else self._ink.small
        width = self._ink.width(font, text)
        left = frame.x(day) - (0 if day == self._view.first_day else width / 2)
        most = min(frame.box.right() + self._style.gap_px, frame.box.right() + self._style.dot_px)
        left = max(frame.box.left(), min(left, most - width))
        gap = self._style.gap_px / 2
        box = Box(left - gap, base - 1, width + 2 * gap, 2)
        if any(box.touches(other) for other in written):
            return
        written.append(box)
        self._ink.text(painter, text, font, "text" if is_mark else "text-3", QPointF(left, base))

    def _threshold(
        self, painter: QPainter, frame: Frame, area: QRectF, threshold: ChartThreshold
    ) -> None:
        y = frame.y(threshold.value)
        pen = QPen(self._ink.colour(threshold.role), self._style.threshold_px)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.9, 2.6])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.drawLine(QPointF(frame.box.left(), y), QPointF(frame.box.right(), y))
        if threshold.words:
            box = self._words.level(frame, area, threshold)
            # The box is as high as its letters: their base is its lower edge.
            base = QPointF(box.left, box.bottom - self._ink.descent(self._ink.small))
            self._ink.text(painter, threshold.words, self._ink.small, "text-2", base)

    def _today(self, painter: QPainter, frame: Frame, area: QRectF) -> None:
        today = self._view.today
        if today is None or self._style.has_baseline:
            return
        x = round(frame.x(today)) + 0.5
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(self._ink.colour("text-2"), 1))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, frame.box.bottom()))
        if self._view.today_words:
            base = area.top() + self._ink.ascent(self._ink.small)
            font = QFont(self._ink.small)
            font.setWeight(QFont.Weight.DemiBold)
            left, width = x + 6, self._ink.width(font, self._view.today_words)
            if left + width > frame.box.right() - self._style.dot_px:
                left = x - 6 - width
            self._ink.text(painter, self._view.today_words, font, "text-2", QPointF(left, base))

    def _gaps(self, painter: QPainter, frame: Frame, area: QRectF, line: ChartLine) -> None:
        rings = self._words.rings(frame, line)
        pen = QPen(self._ink.colour("not-enough-data"), max(1.6, self._style.threshold_px))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([1.5, 1.15])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = self._style.ring_px
        for x, y in rings:
            painter.drawEllipse(QPointF(x, y), radius, radius)
        end = last_point(line, self._view.first_day)
        # A line that ended has its words at its end; only a gap inside it needs some of its own.
        has_gap_inside = bool(rings) and end is not None and rings[0][0] < frame.x(end[0])
        if has_gap_inside and self._view.gap_words:
            rings = [ring for ring in rings if end is not None and ring[0] < frame.x(end[0])]
            box = self._words.gap(frame, area, rings)
            base = QPointF(box.left, box.bottom - self._ink.descent(self._ink.small))
            self._ink.text(painter, self._view.gap_words, self._ink.small, "text-2", base)

    def _mark(self, painter: QPainter, frame: Frame, mark: ChartMark) -> None:
        x, style = frame.x(mark.day), self._style
        if mark.is_on_axis:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setPen(QPen(self._ink.colour("text-2"), max(1.0, style.threshold_px - 1)))
            foot = frame.box.bottom() + style.dot_px
            painter.drawLine(QPointF(x, frame.box.top()), QPointF(x, foot))
            return
        place = mark.day - self._view.first_day
        values = self._view.lines[0].values if self._view.lines else ()
        known = [v for v in values[: place + 1] if v is not None]
        height = known[-1] if known else self._view.low
        top = frame.box.top() - style.gap_px / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(self._ink.colour("text-2"), max(1.0, style.threshold_px - 1)))
        painter.drawLine(QPointF(x, top), QPointF(x, frame.y(height) - style.dot_px - 3))
        base = top - QFontMetricsF(self._ink.strong).descent() - 2
        font = self._ink.strong if style.has_baseline else self._ink.small
        role = "text" if style.has_baseline else "text-2"
        self._ink.text(
            painter, mark.words, font, role, self._inside(frame, mark.words, font, x, base)
        )

    def _inside(self, frame: Frame, words: str, font: QFont, middle: float, base: float) -> QPointF:
        """Return where words start: centred on a pixel, moved to stay within the data's width."""
        width = self._ink.width(font, words)
        rightmost = frame.box.right() - width
        return QPointF(max(frame.box.left(), min(middle - width / 2, rightmost)), base)
