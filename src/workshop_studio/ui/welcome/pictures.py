"""Small pictures of the three windows, drawn in the colours of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPaintEvent

    from workshop_studio.ui.theme.theme import Theme

_WIDTH, _HEIGHT = 96, 60


class WindowPicture(QWidget):
    """kind: "console", "stage" or "station"; it only illustrates the words beside it."""

    def __init__(self, theme: Theme, kind: str) -> None:
        super().__init__()
        self._theme, self._kind = theme, kind
        self.setFixedSize(_WIDTH, _HEIGHT)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_stage = self._kind == "stage"
        ground = self._theme.colour("canvas", "stage") if is_stage else self._role("surface")
        painter.setPen(self._role("line-strong"))
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(1, 1, _WIDTH - 2, _HEIGHT - 2), 6, 6)
        if is_stage:
            self._stage(painter)
        elif self._kind == "station":
            self._station(painter)
        else:
            self._console(painter)

    def _role(self, role: str) -> QColor:
        return self._theme.colour(role)

    def _box(self, painter: QPainter, colour: QColor, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(box, 3, 3)

    def _console(self, painter: QPainter) -> None:
        line = self._role("line")
        self._box(painter, line, QRectF(8, 9, 22, 42))
        self._box(painter, self._role("accent"), QRectF(35, 9, 30, 16))
        self._box(painter, line, QRectF(35, 29, 30, 22))
        self._box(painter, self._theme.colour("canvas", "stage"), QRectF(70, 9, 18, 12))

    def _stage(self, painter: QPainter) -> None:
        font = self._theme.figures(self._theme.font("section"))
        font.setPixelSize(26)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text", "stage"))
        painter.drawText(QRectF(0, 0, _WIDTH, _HEIGHT), Qt.AlignmentFlag.AlignCenter, "17:42")

    def _station(self, painter: QPainter) -> None:
        self._box(painter, self._theme.team_colour("C"), QRectF(1, 1, 6, _HEIGHT - 2))
        self._box(painter, self._role("text-2"), QRectF(16, 12, 50, 5))
        painter.setPen(QPen(self._role("control"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(16, 24, 70, 10), 3, 3)
        painter.drawRoundedRect(QRectF(16, 40, 70, 10), 3, 3)
