"""The whole day as one bar: each block as wide as it is long, in the colour of its kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from workshop_studio.ui.theme.theme import Theme

_BAR, _GAP, _RADIUS, _EDGE = 44, 3.0, 4.0, 4.0


@dataclass(frozen=True, slots=True)
class DayBlock:
    """One block: key, kind of the agenda, minutes (> 0), start such as "14:23", and title."""

    key: str
    kind: str
    minutes: float
    starts: str
    title: str = ""


def block_spans(minutes: Sequence[float], width_px: float) -> list[tuple[float, float]]:
    """Return left end and width in pixels of each block, with a gap of 3 pixels between two."""
    total = sum(minutes)
    room = max(0.0, width_px - _GAP * max(0, len(minutes) - 1))
    spans, left = [], 0.0
    for length in minutes:
        width = room * length / total if total else 0.0
        spans.append((left, width))
        left += width + _GAP
    return spans


class DayBar(QWidget):
    """Shows the blocks of a day; emits `chosen` with the key of one that is clicked.

    Left and Right choose the neighbour. `ends` is written at the right below the bar.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._blocks: tuple[DayBlock, ...] = ()
        self._ends = ""
        self._selected = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Blocks of the day")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_day(self, blocks: Sequence[DayBlock], ends: str, selected: str = "") -> None:
        """Show blocks in their order; selected: key of the one with the ring, or empty."""
        wanted = (tuple(blocks), ends, selected)
        if wanted != (self._blocks, self._ends, self._selected):
            self._blocks, self._ends, self._selected = wanted
            place = self._place()
            title = self._blocks[place].title if place >= 0 else ""
            self.setAccessibleDescription(title)
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the bar with the times below it."""
        return QSize(640, round(_BAR + 2 * _EDGE) + 8 + 20)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the neighbour with Left and Right, the ends with Home and End."""
        place, last = self._place(), len(self._blocks) - 1
        steps = {
            Qt.Key.Key_Left: max(0, place - 1),
            Qt.Key.Key_Right: min(last, place + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        target = steps.get(Qt.Key(event.key()))
        if target is None or last < 0:
            super().keyPressEvent(event)
            return
        self._choose(target)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the block under the pointer."""
        place = self._at(event.position().x())
        if place >= 0:
            self._choose(place)

    def event(self, event: QEvent) -> bool:
        """Name the block under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._at(event.pos().x())
            block = self._blocks[place] if place >= 0 else None
            words = f"{block.starts} {block.title}, {block.minutes:g} min" if block else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw blocks, ring and times."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, box in zip(self._blocks, self._boxes(), strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.kind_colour(block.kind))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
            if block.key == self._selected:
                painter.setPen(QPen(self._theme.colour("focus"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), _RADIUS + 2, _RADIUS + 2)
        self._times(painter)

    def _times(self, painter: QPainter) -> None:
        """Write the first start, the selected start and the end, as far as they keep apart."""
        if not self._blocks:
            return
        font = self._theme.figures(self._theme.font("body"))
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text-3"))
        base = _BAR + 2 * _EDGE + 8 + metrics.ascent()
        boxes, place = self._boxes(), self._place()
        end_left = self.width() - _EDGE - metrics.horizontalAdvance(self._ends)
        painter.drawText(round(end_left), round(base), self._ends)
        first = self._blocks[0].starts
        painter.drawText(round(_EDGE), round(base), first)
        if place > 0:
            words, left = self._blocks[place].starts, boxes[place].left()
            ends = left + metrics.horizontalAdvance(words)
            if left > _EDGE + metrics.horizontalAdvance(first) + 12 and ends + 12 < end_left:
                painter.drawText(round(left), round(base), words)

    def _boxes(self) -> list[QRectF]:
        spans = block_spans([b.minutes for b in self._blocks], self.width() - 2 * _EDGE)
        return [QRectF(_EDGE + left, _EDGE, width, _BAR) for left, width in spans]

    def _place(self) -> int:
        keys = [block.key for block in self._blocks]
        return keys.index(self._selected) if self._selected in keys else -1

    def _at(self, x: float) -> int:
        for place, box in enumerate(self._boxes()):
            if box.left() <= x <= box.right() + _GAP:
                return place
        return -1

    def _choose(self, place: int) -> None:
        key = self._blocks[place].key
        if key != self._selected:
            self.chosen.emit(key)
