"""A page title that gives way to what stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from workshop_studio.ui.kit.basics import Text
from workshop_studio.ui.kit.literal import tip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from workshop_studio.ui.theme.theme import Theme

_LEAST_PX = 160


class Title(Text):
    """Names come from people and files and may be long: all of it stands in the tooltip."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "title")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Return a width that long titles may be shrunk to."""
        hint = super().sizeHint()
        return QSize(min(hint.width(), _LEAST_PX), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of the words as fits."""
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        self.setToolTip(tip(self.text()) if words != self.text() else "")
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), int(flags), words)
