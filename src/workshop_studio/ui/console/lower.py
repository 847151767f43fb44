"""The last row of the middle: it gives way first when the cards above it need the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

# Below this a card would show its head and nothing else.
LEAST_PX = 146


class GivesWay(QWidget):
    """Takes what height is left, and shows its cards only where that is enough for them.

    A card in which somebody types stays: keys must not begin to drive the session under a hand.
    """

    def __init__(self, *cards: QWidget) -> None:
        super().__init__()
        self._cards = cards
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        for card in cards:
            self.row.addWidget(card, 1)
        # Ignored: no wish of the cards may make the page taller than the screen.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)

    def minimumSizeHint(self) -> QSize:
        """Ask for no height at all."""
        return QSize(super().minimumSizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the cards, or give way."""
        super().resizeEvent(event)
        focused = self.focusWidget()
        is_used = focused is not None and focused.hasFocus()
        is_shown = self.height() >= LEAST_PX or is_used
        for card in self._cards:
            card.setVisible(is_shown)
