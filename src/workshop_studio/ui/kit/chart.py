"""The line chart of console and wall: pyqtgraph draws the curves, the kit all words around them.

pyqtgraph takes a while to import; rooms import this module when they first need a chart.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QGraphicsView, QSizePolicy, QWidget

from workshop_studio.ui.kit.chart_paint import ChartPainter
from workshop_studio.ui.kit.chart_style import CONSOLE, ChartInk, ChartStyle
from workshop_studio.ui.kit.chart_view import ChartLine, ChartView

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from workshop_studio.ui.theme.theme import Theme

_EMPTY = ChartView(title="", lines=(), low=0.0, high=1.0, last_day=2)


class _Words(QWidget):
    """The layer over the curves."""

    def __init__(self, chart: LineChart) -> None:
        super().__init__(chart)
        self._chart = chart
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        QPainter(self).drawPixmap(0, 0, self._chart.layer(is_above=True))


class LineChart(QWidget):
    """Shows one `ChartView` with fixed ranges; mouse and wheel pass through to the page."""

    def __init__(self, theme: Theme, style: ChartStyle = CONSOLE) -> None:
        super().__init__()
        self._theme = theme
        self._style = style
        self._room = 0.0
        self._painter: ChartPainter | None = None
        self._layers: dict[bool, QPixmap] = {}
        self._layers_key: tuple[int, int, float, str] | None = None
        self._view = _EMPTY
        self._curves: list[pg.PlotCurveItem] = []
        self._box = pg.ViewBox(border=None, enableMouse=False, enableMenu=False, defaultPadding=0)
        self._canvas = pg.GraphicsView(self, background=None)
        self._canvas.setCentralItem(self._box)
        self._canvas.setFrameShape(QFrame.Shape.NoFrame)
        self._canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._canvas.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # A cached background is opaque; what is painted below the curves has to show through.
        self._canvas.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self._canvas.viewport().setAutoFillBackground(False)
        self._words = _Words(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._redraw)

    def set_view(self, view: ChartView) -> None:
        """Show a view; an equal one costs nothing."""
        if view == self._view:
            return
        self._view = view
        self.setAccessibleName(view.title)
        self.setAccessibleDescription(spoken(view))
        self._redraw()

    def set_style(self, style: ChartStyle) -> None:
        """Draw in other sizes."""
        if style != self._style:
            self._style = style
            self._redraw()

    def label_room(self) -> float:
        """Return the width that the present view needs for its direct labels."""
        return self.painter_of_view().label_room()

    def keep_room(self, room: float) -> None:
        """Leave at least this width right of the data."""
        if room != self._room:
            self._room = room
            # The curves stay as they are; they are only mapped to other pixels.
            self._painter = None
            self._layers.clear()
            self._set_range()
            self.update()
            self._words.update()

    @property
    def view(self) -> ChartView:
        """Return what is shown."""
        return self._view

    def painter_of_view(self) -> ChartPainter:
        """Return a painter of the present view in the present theme."""
        if self._painter is None:
            self._painter = ChartPainter(self._theme, self._view, self._style, self._room)
        return self._painter

    def layer(self, *, is_above: bool) -> QPixmap:
        """Return what lies over or under the curves, painted once for every view and size.

        Each repaint of the curves asks for both; words are what takes time in them.
        """
        ratio = self.devicePixelRatioF()
        key = (self.width(), self.height(), ratio, self._theme.name)
        if self._layers_key != key:
            self._layers_key = key
            self._layers.clear()
        if is_above not in self._layers:
            pixmap = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painted, area = self.painter_of_view(), QRectF(self.rect())
            if is_above:
                painted.above(painter, area)
            else:
                painted.below(painter, area)
            painter.end()
            self._layers[is_above] = pixmap
        return self._layers[is_above]

    def sizeHint(self) -> QSize:
        """Return the size of a chart in a row of the console."""
        return QSize(480, 120)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which words keep apart."""
        return QSize(160, 72)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the layers on each other."""
        self._canvas.setGeometry(self.rect())
        self._words.setGeometry(self.rect())
        self._set_range()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what lies under the curves."""
        QPainter(self).drawPixmap(0, 0, self.layer(is_above=False))

    def _redraw(self) -> None:
        self._painter = None
        self._layers.clear()
        ink = ChartInk(self._theme, self._style)
        # Curves are kept and given new data: making them is what takes time while days pass.
        while len(self._curves) > len(self._view.lines):
            self._box.removeItem(self._curves.pop())
        while len(self._curves) < len(self._view.lines):
            self._curves.append(pg.PlotCurveItem(antialias=True))
            self._box.addItem(self._curves[-1], ignoreBounds=True)
        for place, line in enumerate(self._view.lines):
            self._draw_curve(self._curves[place], ink, line)
            # The running line lies over what might have been.
            self._curves[place].setZValue(1 if line.is_running else 0)
        self._set_range()
        self.update()
        self._words.update()

    def _draw_curve(self, curve: pg.PlotCurveItem, ink: ChartInk, line: ChartLine) -> None:
        days = [float(self._view.first_day + place) for place in range(len(line.values))]
        values = [math.nan if value is None else value for value in line.values]
        pen = ink.pen(line)
        pen.setCosmetic(True)
        curve.setData(days, values, pen=pen, connect="finite", antialias=True)

    def _set_range(self) -> None:
        """Let pyqtgraph map days and values to the very pixels the painter uses."""
        width, height = self.width(), self.height()
        frame = self.painter_of_view().frame(QRectF(self.rect()))
        if frame.box.width() <= 0 or frame.box.height() <= 0:
            return
        a_day = max(1, frame.last_day - frame.first_day) / frame.box.width()
        a_value = (frame.high - frame.low) / frame.box.height()
        left = frame.first_day - frame.box.left() * a_day
        top = frame.high + frame.box.top() * a_value
        self._box.setRange(
            xRange=(left, left + width * a_day),
            yRange=(top - height * a_value, top),
            padding=0,
            disableAutoRange=True,
        )


def spoken(view: ChartView) -> str:
    """Return a chart in words for a screen reader: each line's end, then the thresholds."""
    parts = [f"{line.label} {line.value_text}".strip() for line in view.lines]
    parts += [threshold.words for threshold in view.thresholds]
    return ", ".join(part for part in parts if part)
