"""The rail at the left: the mark, the modes, settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from workshop_studio.ui.theme.theme import Theme


class Mark(QWidget):
    """The W in its rounded square."""

    def __init__(self, theme: Theme, size: int = 38) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(size, size)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        side = self.width()
        painter.drawRoundedRect(self.rect(), side * 0.22, side * 0.22)
        path = QPainterPath()
        for index, (x, y) in enumerate(
            ((0.22, 0.34), (0.36, 0.66), (0.5, 0.38), (0.64, 0.66), (0.78, 0.34))
        ):
            path.lineTo(x * side, y * side) if index else path.moveTo(x * side, y * side)
        pen = QPen(self._theme.colour("on-accent"), side * 0.08)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)


class RailButton(QPushButton):
    """An icon over a word."""

    def __init__(self, theme: Theme, icon: str, word: str) -> None:
        super().__init__(word)
        self._theme, self._icon = theme, icon
        self.setProperty("role", "rail")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(62)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return a square-ish size."""
        return QSize(64, 62)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw icon and word; the selected one stands on a surface."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked() or self.underMouse():
            painter.setPen(self._theme.colour("line" if self.isChecked() else "sunken"))
            painter.setBrush(self._theme.colour("surface" if self.isChecked() else "hover"))
            painter.drawRoundedRect(box, 10, 10)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 9, 9)
        role = "accent-text" if self.isChecked() else "text-2"
        pixmap = self._theme.pixmap(
            self._icon, self._theme.colour(role), 22, self.devicePixelRatioF()
        )
        painter.drawPixmap(round(box.center().x() - 11), 10, pixmap)
        font = self._theme.font("caption")
        font.setWeight(self._theme.font("section" if self.isChecked() else "caption").weight())
        painter.setFont(font)
        painter.setPen(self._theme.colour(role))
        words = box.adjusted(0, 34, 0, -4)
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter, self.text())


class Rail(QFrame):
    """Emits `chosen` with the key of the room."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, rooms: list[tuple[str, str, str]], below: int = 1) -> None:
        super().__init__()
        self.setProperty("rail", "true")
        self.setFixedWidth(64)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(4, 12, 4, 12)
        column.setSpacing(8)
        column.addWidget(Mark(theme), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        self._group = QButtonGroup(self)
        self._keys: list[str] = []
        for place, (key, icon, word) in enumerate(rooms):
            if place == len(rooms) - below:
                column.addStretch(1)
            button = RailButton(theme, icon, word)
            button.setObjectName(f"rail-{key}")
            self._group.addButton(button, place)
            self._keys.append(key)
            column.addWidget(button)
        self._group.idClicked.connect(self._chosen)

    def take_measure(self, *, is_wide: bool) -> None:
        """Be 88 px wide, or 64 where space is short."""
        self.setFixedWidth(88 if is_wide else 64)
        edge = 8 if is_wide else 4
        self._column.setContentsMargins(edge, 16 if is_wide else 12, edge, 12)

    def select(self, key: str) -> None:
        """Mark a room without announcing it."""
        if key in self._keys:
            self._group.button(self._keys.index(key)).setChecked(True)

    def _chosen(self, place: int) -> None:
        self.chosen.emit(self._keys[place])
