"""The private card and the empty page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workshop_studio.ui.kit.basics import Button, Card, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from workshop_studio.ui.theme.theme import Theme

ONLY_HERE = "Only on this screen"


class IconMark(QWidget):
    """An icon that only illustrates its word; readers skip it."""

    def __init__(self, theme: Theme, icon: str, role: str = "text-2", size: int = 18) -> None:
        super().__init__()
        self._theme, self._icon, self._role, self._size = theme, icon, role, size
        self.setFixedSize(size, size)
        theme.changed.connect(self.update)

    def show_icon(self, icon: str, role: str) -> None:
        """Show another icon in the colour of a role."""
        self._icon, self._role = icon, role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        colour = self._theme.colour(self._role)
        pixmap = self._theme.pixmap(self._icon, colour, self._size, self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, pixmap)


class PrivateCard(Card):
    """A sand card with a lock: what must not be projected. `body` takes the content."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__("private")
        self.setAccessibleName(title)
        self.setAccessibleDescription(ONLY_HERE)
        head = QHBoxLayout()
        head.setSpacing(6)
        note = Text(theme, "caption", ONLY_HERE, "private")
        font = note.font()
        font.setWeight(theme.font("section").weight())
        note.setFont(font)
        head.addWidget(Text(theme, "section", title), 1)
        head.addWidget(IconMark(theme, "lock", "private", 14))
        head.addWidget(note)
        self.body.addLayout(head)


class EmptyPage(QWidget):
    """One serif sentence that says what to do first, and one filled button for it."""

    acted = Signal()

    def __init__(self, theme: Theme, sentence: str, action: str, icon: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(24)
        column.addStretch(2)
        self._sentence = Text(theme, "title", sentence).wrapped()
        self._sentence.setMaximumWidth(560)
        column.addWidget(self._sentence)
        self.action = Button(theme, action, "primary", icon)
        self.action.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.action.clicked.connect(self.acted)
        column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(3)

    @property
    def sentence(self) -> str:
        """Return what it says."""
        return self._sentence.text()


class KindMark(QWidget):
    """The coloured bar of an agenda kind; its word always stands beside it."""

    def __init__(self, theme: Theme, kind: str, *, width: int = 12, height: int = 34) -> None:
        super().__init__()
        self._theme, self._kind = theme, kind
        self.setFixedSize(QSize(width, height))
        theme.changed.connect(self.update)

    def show_kind(self, kind: str) -> None:
        """Take the colour of another kind."""
        if kind != self._kind:
            self._kind = kind
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.kind_colour(self._kind))
        radius = 4 if self.height() > self.width() else 3
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
