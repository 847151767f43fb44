"""The day slider of a scenario, with marks for what happens on which day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip

from workshop_studio.ui.kit.chart_view import day_labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from workshop_studio.ui.theme.theme import Theme

_SIDE, _LINE_TOP, _LINE, _KNOB, _ICON = 14.0, 26.0, 6.0, 22.0, 14


@dataclass(frozen=True, slots=True)
class ScrubberMark:
    """An icon over a day, with its words for the tooltip; role: colour, "private" for a lock."""

    day: int
    icon: str
    words: str = ""
    role: str = "text-2"


def _day_of(mark: ScrubberMark) -> int:
    return mark.day


class Scrubber(QAbstractSlider):
    """Chooses a day by dragging, clicking or keys; `valueChanged` tells it.

    Arrow keys move by a day, Page keys by five, Home and End to the ends.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._marks: tuple[ScrubberMark, ...] = ()
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Day")
        self.setSingleStep(1)
        self.setPageStep(5)
        theme.changed.connect(self.update)

    def show_days(self, first: int, last: int, marks: Sequence[ScrubberMark] = ()) -> None:
        """Set the days that can be chosen and the marks over them."""
        self._marks = tuple(marks)
        self.setRange(first, last)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of icons, line and numbers."""
        return QSize(640, 62)

    def drawn_marks(self) -> list[ScrubberMark]:
        """Return the marks that are drawn: one of a kind stands for its close neighbours.

        The tooltip of a mark tells of all that lie near it.
        """
        drawn: list[ScrubberMark] = []
        for mark in sorted(self._marks, key=_day_of):
            same = [each for each in drawn if each.icon == mark.icon]
            if not same or self.x_of(mark.day) - self.x_of(same[-1].day) >= _ICON:
                drawn.append(mark)
        return drawn

    def x_of(self, day: int) -> float:
        """Return the pixel of a day."""
        span = max(1, self.maximum() - self.minimum())
        return _SIDE + (day - self.minimum()) / span * (self.width() - 2 * _SIDE)

    def day_at(self, x: float) -> int:
        """Return the day nearest to a pixel, within the range."""
        span = self.maximum() - self.minimum()
        share = (x - _SIDE) / max(1.0, self.width() - 2 * _SIDE)
        day = self.minimum() + round(share * span)
        return max(self.minimum(), min(self.maximum(), day))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the day under the pointer and begin to drag."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setSliderPosition(self.day_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        if self.isSliderDown():
            self.setSliderPosition(self.day_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self.setSliderDown(False)

    def event(self, event: QEvent) -> bool:
        """Say what a mark stands for."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            near = [m for m in self._marks if abs(self.x_of(m.day) - event.pos().x()) <= _ICON]
            words = "\n".join(f"day {mark.day}: {mark.words}" for mark in near if mark.words)
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        """Repaint when day or range changed."""
        super().sliderChange(change)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw marks, line, knob and numbers."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._line(painter)
        for mark in self.drawn_marks():
            self._mark(painter, mark)
        self._numbers(painter)

    def _line(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(_SIDE, _LINE_TOP, self.width() - 2 * _SIDE, _LINE)
        painter.setBrush(self._theme.colour("line"))
        painter.drawRoundedRect(whole, _LINE / 2, _LINE / 2)
        knob = QPointF(self.x_of(self.sliderPosition()), _LINE_TOP + _LINE / 2)
        whole.setRight(knob.x())
        painter.setBrush(self._theme.colour("accent"))
        painter.drawRoundedRect(whole, _LINE / 2, _LINE / 2)
        painter.setPen(QPen(self._theme.colour("accent"), 3))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawEllipse(knob, _KNOB / 2 - 1.5, _KNOB / 2 - 1.5)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(knob, _KNOB / 2 + 2, _KNOB / 2 + 2)

    def _mark(self, painter: QPainter, mark: ScrubberMark) -> None:
        colour = self._theme.colour(mark.role)
        pixmap = self._theme.pixmap(mark.icon, colour, _ICON, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(self.x_of(mark.day) - _ICON / 2, 0), pixmap)

    def _numbers(self, painter: QPainter) -> None:
        usual = self._theme.figures(self._theme.font("caption"))
        strong = QFont(usual)
        strong.setWeight(QFont.Weight.DemiBold)
        now = self.sliderPosition()
        # A number that the present day would run into stays out.
        named = [
            day for day in day_labels(self.minimum(), self.maximum())
            if day == now or abs(self.x_of(day) - self.x_of(now)) > 24
        ]  # fmt: skip
        base = _LINE_TOP + _LINE + 8 + QFontMetricsF(usual).ascent()
        for day in sorted({*named, now}):
            painter.setFont(strong if day == now else usual)
            painter.setPen(self._theme.colour("text" if day == now else "text-3"))
            width = QFontMetricsF(painter.font()).horizontalAdvance(str(day))
            painter.drawText(QPointF(self.x_of(day) - width / 2, base), str(day))
