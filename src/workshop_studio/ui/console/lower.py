"""The last row of the middle: it gives way first when the cards above it need the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QBoxLayout

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


def height_left(column: QBoxLayout, total_px: int, *yielding: QWidget) -> int:
    """Return what is left of the height for one card.

    The others have what they want, the yielding ones nothing but the gap beside them.
    """
    left, gaps = total_px, -1
    for place in range(column.count()):
        item = column.itemAt(place)
        card = None if item is None else item.widget()
        if card is None or card.isHidden():
            continue
        gaps += 1
        if card not in yielding:
            wide = card.width()
            is_wrapped = card.hasHeightForWidth()
            left -= card.heightForWidth(wide) if is_wrapped else card.sizeHint().height()
    return left - max(0, gaps) * column.spacing()
