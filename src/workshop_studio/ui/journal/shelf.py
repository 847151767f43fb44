"""The entries of an open journal at the left, and what keeps them private."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workshop_studio.ui.kit.basics import Button, Text
from workshop_studio.ui.kit.cards import PrivateCard

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from workshop_studio.ui.journal.lines import EntryLine
    from workshop_studio.ui.theme.theme import Theme

_SIDE = 16
SEALED = (
    "Every word is sealed with your passphrase before it reaches the disk. Five quiet minutes "
    "close your journal; nothing is lost."
)


class EntryRow(QAbstractButton):
    """When an entry was begun and what it is about, on two lines."""

    def __init__(self, theme: Theme, line: EntryLine) -> None:
        super().__init__()
        self._theme = theme
        self.line = line
        self.setCheckable(True)
        self.setChecked(line.is_current)
        self.setAccessibleName(f"{line.when}, {line.title}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return a row of two lines."""
        return QSize(260, 64)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw time and title; the one in front stands on a surface."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked() or self.underMouse():
            painter.setPen(self._theme.colour("line" if self.isChecked() else "hover"))
            painter.setBrush(self._theme.colour("surface" if self.isChecked() else "hover"))
            painter.drawRoundedRect(box, 10, 10)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 9, 9)
        inner = box.adjusted(_SIDE, 10, -_SIDE, -10)
        small = self._theme.font("small", "station")
        painter.setFont(self._theme.figures(small))
        painter.setPen(self._theme.colour("text-2"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self.when)
        font = QFont(self._theme.font("small", "station"))
        if self.isChecked():
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._theme.colour("alert" if self.line.is_damaged else "text"))
        words = QFontMetricsF(font).elidedText(
            self.line.title, Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)

    @property
    def when(self) -> str:
        """Return when it was begun."""
        return self.line.when


class Shelf(QWidget):
    """A new entry, the earlier ones, newest first, and the sand card."""

    new_wanted = Signal()
    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: tuple[EntryLine, ...] = ()
        self._rows: list[EntryRow] = []
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 24)
        column.setSpacing(8)
        self.new = Button(theme, "New entry", icon="plus", size="station")
        self.new.setObjectName("new-entry")
        self.new.clicked.connect(self.new_wanted)
        column.addWidget(self.new)
        column.addSpacing(12)
        self._head = Text(theme, "small", "Your entries", "2", "station")
        self._head.setContentsMargins(_SIDE, 0, 0, 0)
        column.addWidget(self._head)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        self._places = QVBoxLayout(inner)
        self._places.setContentsMargins(0, 0, 0, 0)
        self._places.setSpacing(4)
        self._places.addStretch(1)
        scroll.setWidget(inner)
        column.addWidget(scroll, 1)
        sealed = PrivateCard(theme, "Private")
        sealed.body.addWidget(Text(theme, "small", SEALED, group="station").wrapped())
        column.addWidget(sealed)

    def show_lines(self, lines: tuple[EntryLine, ...]) -> None:
        """Show these entries; rows are made anew only when something about them changed."""
        if lines == self._lines:
            return
        focused = next((row.line.id for row in self._rows if row.hasFocus()), "")
        self._lines = lines
        for row in self._rows:
            self._group.removeButton(row)
            self._places.removeWidget(row)
            row.hide()
            row.setAccessibleName("")
            row.deleteLater()
        self._rows = [EntryRow(self._theme, line) for line in lines]
        before: QWidget = self.new
        for place, row in enumerate(self._rows):
            row.clicked.connect(self._clicked)
            self._group.addButton(row)
            self._places.insertWidget(place, row)
            QWidget.setTabOrder(before, row)
            before = row
            if row.line.id == focused:
                row.setFocus()
        self._head.setText("Your entries" if lines else "")

    def rows(self) -> list[EntryRow]:
        """Return the rows from top to bottom."""
        return list(self._rows)

    def _clicked(self) -> None:
        row = self.sender()
        if isinstance(row, EntryRow):
            self.chosen.emit(row.line.id)
