"""A button that names its key inside, in a small frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from workshop_studio.ui.kit.basics import Button

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from workshop_studio.ui.theme.theme import Theme

_RIGHT, _PAD, _HEIGHT = 14.0, 5.0, 18.0


class KeyButton(Button):
    """A button of one key; room for the frame comes from the style sheet."""

    def __init__(
        self, theme: Theme, text: str, key: str, role: str = "plain", icon: str = ""
    ) -> None:
        super().__init__(theme, text, role, icon, hint=key)
        self._key = key
        self.setProperty("hint", "true")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, then the frame with the key."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._theme.font("caption")
        role = "on-accent" if self._role == "primary" else "text-2"
        colour = self._theme.colour(role if self.isEnabled() else "text-3")
        colour.setAlphaF(0.8)
        width = max(_HEIGHT, QFontMetricsF(font).horizontalAdvance(self._key) + 2 * _PAD)
        box = QRectF(self.width() - _RIGHT - width, (self.height() - _HEIGHT) / 2, width, _HEIGHT)
        painter.setFont(font)
        painter.setPen(QPen(colour, 1))
        painter.drawRoundedRect(box, 4, 4)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)
