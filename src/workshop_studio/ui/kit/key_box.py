"""The name of a key in its small frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from workshop_studio.ui.theme.theme import Theme


class KeyBox(QWidget):
    """Shows a key such as "Enter" beside what it does."""

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__()
        self._theme, self._key = theme, key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"Key {key}")
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the room for its words."""
        metrics = QFontMetricsF(self._theme.font("caption"))
        return QSize(round(metrics.horizontalAdvance(self._key)) + 12, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("line-strong"))
        painter.setBrush(self._theme.colour("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.colour("text-2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._key)
