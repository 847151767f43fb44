"""Sizes, fonts and inks of a line chart, and where its days and values lie in pixels."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from workshop_studio.ui.kit.chart_view import ChartLine, Dash

if TYPE_CHECKING:
    from workshop_studio.ui.theme.theme import Theme

PATTERNS = {
    Dash.SOLID: (),
    Dash.DASHED: (7.0, 4.0),
    Dash.DOTTED: (2.0, 4.0),
    Dash.DASH_DOT: (12.0, 3.0, 2.0, 3.0),
    Dash.LONG: (16.0, 5.0),
    Dash.DASH_DOT_DOT: (10.0, 3.0, 2.0, 3.0, 2.0, 3.0),
}
"""Dash patterns in pixels for a line of two pixels."""


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """Sizes of a chart in pixels, and which theme it has: None for the chosen one.

    has_baseline: a line under the data, as on the wall. has_label_beside: words right of the
    number of a line's end instead of below it. scale: of fonts.
    """

    theme: str | None
    group: str
    small: str
    strong: str
    value_px: int
    line_px: float
    running_px: float
    threshold_px: float
    dot_px: float
    ring_px: float
    gap_px: float
    has_baseline: bool
    has_label_beside: bool
    scale: float = 1.0

    def scaled(self, factor: float) -> ChartStyle:
        """Return the style for a picture that is `factor` times as large."""
        return replace(
            self,
            value_px=max(1, round(self.value_px * factor)),
            line_px=self.line_px * factor,
            running_px=self.running_px * factor,
            threshold_px=self.threshold_px * factor,
            dot_px=self.dot_px * factor,
            ring_px=self.ring_px * factor,
            gap_px=self.gap_px * factor,
            scale=self.scale * factor,
        )


CONSOLE = ChartStyle(
    theme=None, group="console", small="caption", strong="body-strong", value_px=14,
    line_px=2, running_px=3, threshold_px=1.5, dot_px=4.5, ring_px=4, gap_px=8,
    has_baseline=False, has_label_beside=True,
)  # fmt: skip
STAGE = ChartStyle(
    theme="stage", group="stage at 1080", small="floor", strong="floor", value_px=60,
    line_px=6, running_px=6, threshold_px=3, dot_px=11, ring_px=8, gap_px=24,
    has_baseline=True, has_label_beside=False,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frame:
    """The rectangle of the data in pixels and the ranges it stands for."""

    box: QRectF
    first_day: int
    last_day: int
    low: float
    high: float

    def x(self, day: float) -> float:
        """Return the pixel of a day."""
        share = (day - self.first_day) / max(1, self.last_day - self.first_day)
        return self.box.left() + share * self.box.width()

    def y(self, value: float) -> float:
        """Return the pixel of a value; the low end is at the bottom."""
        share = (self.high - value) / (self.high - self.low)
        return self.box.top() + share * self.box.height()


class ChartInk:
    """The fonts, colours and pens of a style in a theme."""

    def __init__(self, theme: Theme, style: ChartStyle) -> None:
        self._theme = theme
        self._style = style
        self._theme_name = style.theme or theme.name
        self.small = theme.font(style.small, style.group, style.scale)
        self.strong = theme.font(style.strong, style.group, style.scale)
        self.strong.setWeight(QFont.Weight.DemiBold)
        self.strong_small = QFont(self.small)
        self.strong_small.setWeight(QFont.Weight.DemiBold)
        self.value = theme.figures(self.strong)
        self.value.setPixelSize(style.value_px)

    def colour(self, role: str) -> QColor:
        """Return the colour of a role."""
        return self._theme.colour(role, self._theme_name)

    def series(self, line: ChartLine) -> QColor:
        """Return the colour of a line."""
        return self._theme.series_colour(line.series, self._theme_name)

    def pen(self, line: ChartLine) -> QPen:
        """Return the pen of a line: colour of its series, width and dash of the style."""
        width = self._style.running_px if line.is_running else self._style.line_px
        pen = QPen(self.series(line), width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pattern = PATTERNS[line.dash]
        if pattern:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            # Qt counts dashes in line widths; the patterns are made for two pixels.
            pen.setDashPattern([part / 2 for part in pattern])
        return pen

    def width(self, font: QFont, text: str) -> float:
        """Return the width of a text in pixels."""
        return QFontMetricsF(font).horizontalAdvance(text)

    def height(self, font: QFont) -> float:
        """Return the height of a line of text in pixels."""
        return QFontMetricsF(font).height()

    def ascent(self, font: QFont) -> float:
        """Return how far letters rise over their base, in pixels."""
        return QFontMetricsF(font).ascent()

    def descent(self, font: QFont) -> float:
        """Return how far letters reach below their base, in pixels."""
        return QFontMetricsF(font).descent()

    def cap(self, font: QFont) -> float:
        """Return the height of a capital letter in pixels."""
        return QFontMetricsF(font).capHeight()

    def mixed(self, role: str, over: str, share: float) -> QColor:
        """Return a colour laid over another one with a share of its own, 0 to 1, and opaque."""
        top, below = self.colour(role), self.colour(over)
        return QColor.fromRgbF(
            share * top.redF() + (1.0 - share) * below.redF(),
            share * top.greenF() + (1.0 - share) * below.greenF(),
            share * top.blueF() + (1.0 - share) * below.blueF(),
        )

    def text(self, painter: QPainter, text: str, font: QFont, role: str, base: QPointF) -> None:
        """Write a text with its base line at a point."""
        painter.setFont(font)
        painter.setPen(self.colour(role))
        painter.drawText(base, text)
