"""Paints a line chart with a QPainter: everything but the curves, and the curves on request.

The console's `LineChart` lets pyqtgraph draw the curves. The stage, which paints its slides on
one scaled picture, calls `draw_chart`. Both share the places computed here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from workshop_studio.ui.kit.chart_style import CONSOLE, STAGE, ChartInk, ChartStyle, Frame
from workshop_studio.ui.kit.chart_view import (
    ChartLine,
    ChartMark,
    ChartThreshold,
    ChartView,
    day_labels,
    gap_points,
    last_point,
    nice_ticks,
    spread_apart,
    tick_text,
)

if TYPE_CHECKING:
    from workshop_studio.ui.theme.theme import Theme


class ChartPainter:
    """Paints one view in a style; `below` and `above` are the layers under and over the curves."""

    def __init__(self, theme: Theme, view: ChartView, style: ChartStyle = CONSOLE) -> None:
        self._view = view
        self._style = style
        self._ink = ChartInk(theme, style)

    def frame(self, area: QRectF) -> Frame:
        """Return where the data lies within an area: labels and numbers keep their room."""
        view, style = self._view, self._style
        small = self._ink.height(self._ink.small)
        has_room_above = bool(view.marks) or style.has_baseline or view.has_axis
        top = style.dot_px + (small + style.gap_px if has_room_above else 1)
        bottom = style.dot_px + (small + style.gap_px if view.has_days else 1)
        left = style.dot_px
        if view.has_axis:
            widest = max(self._ink.width(self._ink.small, text) for text in self._tick_texts())
            left = widest + style.gap_px
        right = max(style.dot_px, self._label_room())
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
            self._threshold(painter, frame, threshold)
        self._today(painter, frame, area)

    def above(self, painter: QPainter, area: QRectF) -> None:
        """Paint what lies over the curves: rings of missing days, notes and direct labels."""
        frame = self.frame(area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in self._view.lines:
            self._gaps(painter, frame, line)
        for mark in self._view.marks:
            self._mark(painter, frame, mark)
        EndLabels(self._view, self._style, self._ink).draw(painter, frame)

    def curves(self, painter: QPainter, area: QRectF) -> None:
        """Paint the curves; only for pictures that pyqtgraph does not draw."""
        frame = self.frame(area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in self._view.lines:
            painter.strokePath(self._path(frame, line), self._ink.pen(line))

    def _tick_texts(self) -> list[str]:
        ticks = nice_ticks(self._view.low, self._view.high)
        return [tick_text(tick, self._view.unit) for tick in ticks]

    def _label_room(self) -> float:
        widths = [0.0]
        for line in self._view.lines:
            widths.append(self._ink.width(self._ink.value, line.value_text))
            widths.append(self._ink.width(self._ink.small, line.label))
        widest = max(widths)
        return widest + self._style.dot_px + self._style.gap_px + 2 if widest else 0.0

    def _path(self, frame: Frame, line: ChartLine) -> QPainterPath:
        path, is_down = QPainterPath(), False
        for place, value in enumerate(line.values):
            if value is None:
                is_down = False
                continue
            point = QPointF(frame.x(frame.first_day + place), frame.y(value))
            if is_down:
                path.lineTo(point)
            else:
                path.moveTo(point)
            is_down = True
        return path

    def _future(self, painter: QPainter, frame: Frame, area: QRectF) -> None:
        today = self._view.today
        if today is None or today >= self._view.last_day:
            return
        left = frame.x(today)
        shade = self._ink.colour("sunken")
        shade.setAlphaF(0.6)
        box = QRectF(left, area.top(), frame.box.right() - left, frame.box.bottom() - area.top())
        painter.fillRect(box, shade)
        if self._view.future_note:
            base = area.top() + self._ink.ascent(self._ink.small) + 4
            start = QPointF(left + self._style.gap_px + 4, base)
            self._ink.text(painter, self._view.future_note, self._ink.small, "text-3", start)

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
        a_label = (
            self._ink.width(self._ink.small, f"day {self._view.first_day}") + 2 * self._style.gap_px
        )
        room = int(frame.box.width() / a_label)
        days = day_labels(self._view.first_day, self._view.last_day, min(6, room))
        base = area.bottom() - QFontMetricsF(self._ink.small).descent() - 1
        for day in days:
            text = f"day {day}" if day == self._view.first_day else str(day)
            width = self._ink.width(self._ink.small, text)
            left = frame.x(day) - (0 if day == self._view.first_day else width / 2)
            self._ink.text(painter, text, self._ink.small, "text-3", QPointF(left, base))

    def _threshold(self, painter: QPainter, frame: Frame, threshold: ChartThreshold) -> None:
        y = frame.y(threshold.value)
        pen = QPen(self._ink.colour("text-3"), self._style.threshold_px)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.9, 2.6])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.drawLine(QPointF(frame.box.left(), y), QPointF(frame.box.right(), y))
        if threshold.words:
            below = self._ink.ascent(self._ink.small) + self._style.ring_px
            base = y + (below if threshold.has_words_below else -self._style.ring_px)
            self._ink.text(
                painter, threshold.words, self._ink.small, "text-2", QPointF(frame.box.left(), base)
            )

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
            self._ink.text(painter, self._view.today_words, font, "text-2", QPointF(x + 6, base))

    def _gaps(self, painter: QPainter, frame: Frame, line: ChartLine) -> None:
        rings = gap_points(line, self._view.first_day, self._view.today)
        pen = QPen(self._ink.colour("not-enough-data"), max(1.6, self._style.threshold_px))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([1.5, 1.15])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = self._style.ring_px
        for day, value in rings:
            painter.drawEllipse(QPointF(frame.x(day), frame.y(value)), radius, radius)
        if rings and self._view.gap_words:
            day = rings[-1][0]
            lowest = max(frame.y(value) for _, value in rings)
            base = lowest + radius + self._ink.ascent(self._ink.small) + 3
            self._ink.text(
                painter, self._view.gap_words, self._ink.small, "text-2",
                self._inside(frame, self._view.gap_words, self._ink.small, frame.x(day), base),
            )  # fmt: skip

    def _mark(self, painter: QPainter, frame: Frame, mark: ChartMark) -> None:
        x, style = frame.x(mark.day), self._style
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


class EndLabels:
    """The direct labels: a dot at the newest point of a line, its number and words beside it."""

    def __init__(self, view: ChartView, style: ChartStyle, ink: ChartInk) -> None:
        self._view, self._style, self._ink = view, style, ink

    def _ends(self) -> list[tuple[ChartLine, int]]:
        ends = [(line, last_point(line, self._view.first_day)) for line in self._view.lines]
        return [(line, end[0]) for line, end in ends if end]

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Write them, moved apart where they would touch."""
        ends = [(line, last_point(line, self._view.first_day)) for line in self._view.lines]
        labelled = [(line, end) for line, end in ends if end and (line.label or line.value_text)]
        if not labelled:
            return
        height = self._ink.ascent(self._ink.value) * 0.9
        if self._style.has_label_row:
            height += self._ink.height(self._ink.small) * 0.92
        middles = spread_apart(
            [frame.y(end[1]) for _, end in labelled],
            height + 8, frame.box.top(), frame.box.bottom(),
        )  # fmt: skip
        for (line, end), middle in zip(labelled, middles, strict=True):
            self._end_label(painter, frame, line, end, middle)

    def _end_label(
        self,
        painter: QPainter,
        frame: Frame,
        line: ChartLine,
        end: tuple[int, float],
        middle: float,
    ) -> None:
        colour = self._ink.series(line)
        is_loud = line.state not in {"", "quiet"}
        role = line.state.replace("_", "-") if is_loud else "text"
        point = QPointF(frame.x(end[0]), frame.y(end[1]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink.colour(role) if is_loud else colour)
        painter.drawEllipse(point, self._style.dot_px, self._style.dot_px)
        newest = max(end_day for _, end_day in self._ends())
        start = point.x() if end[0] == newest else frame.box.right()
        left = start + self._style.dot_px + self._style.gap_px
        base = middle + self._ink.ascent(self._ink.value) * 0.36
        if line.value_text:
            self._ink.text(painter, line.value_text, self._ink.value, role, QPointF(left, base))
            base += self._ink.height(self._ink.small)
        if line.label and (self._style.has_label_row or not line.value_text):
            self._ink.text(painter, line.label, self._ink.small, "text-2", QPointF(left, base))


def draw_chart(painter: QPainter, theme: Theme, view: ChartView, area: QRectF) -> None:
    """Draw a whole chart of the stage into an area of its 1920 x 1080 picture."""
    chart = ChartPainter(theme, view, STAGE)
    painter.save()
    chart.below(painter, area)
    chart.curves(painter, area)
    chart.above(painter, area)
    painter.restore()
