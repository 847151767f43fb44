"""A choice that looks like words with a chevron until it is pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QComboBox

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent

    from workshop_studio.ui.theme.theme import Theme

_ICON, _GAP = 14, 8


class ChoiceBox(QComboBox):
    """A frameless combo box; the style sheet gives it an edge under pointer and focus."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("look", "bare")
        self.setFont(font)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, then the chevron right behind them."""
        super().paintEvent(event)
        words = QFontMetricsF(self.font()).horizontalAdvance(self.currentText())
        left = min(words + _GAP, self.width() - _ICON - 2.0)
        colour = self._theme.colour("text-2")
        pixmap = self._theme.pixmap("chevron-down", colour, _ICON, self.devicePixelRatioF())
        QPainter(self).drawPixmap(QPointF(left, (self.height() - _ICON) / 2), pixmap)
