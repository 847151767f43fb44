"""A box to tick, drawn in the colours of the theme; a long text is shortened, never clipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from workshop_studio.ui.theme.theme import Theme

_BOX, _GAP, _HEIGHT = 16, 8, 26


class Tick(QCheckBox):
    """A check box; its whole text stands in the tip when there is no room for it."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme = theme
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the room for box and text."""
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(round(words) + _BOX + _GAP + 4, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return hardly any width: the text can be shortened."""
        return QSize(_BOX + _GAP + 40, _HEIGHT)

    def hitButton(self, place: QPoint) -> bool:
        """Let the text tick the box as well."""
        return self.rect().contains(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the tip in step with the room."""
        super().resizeEvent(event)
        self.setToolTip(self.text() if self._shown() != self.text() else "")

    def _shown(self) -> str:
        return QFontMetricsF(self.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width() - _BOX - _GAP - 2
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw box, check and text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on, colour = self.isChecked(), self._theme.colour
        box = QRectF(0.5, (self.height() - _BOX) / 2 + 0.5, _BOX - 1, _BOX - 1)
        painter.setPen(QPen(colour("accent" if is_on else "control"), 1))
        painter.setBrush(colour("accent" if is_on else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if is_on:
            check = self._theme.pixmap("check", colour("on-accent"), 12, self.devicePixelRatioF())
            painter.drawPixmap(2, (self.height() - 12) // 2, check)
        if self.hasFocus():
            painter.setPen(QPen(colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(colour("text" if self.isEnabled() else "text-3"))
        room = QRectF(_BOX + _GAP, 0, self.width() - _BOX - _GAP, self.height())
        painter.drawText(
            room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._shown()
        )
