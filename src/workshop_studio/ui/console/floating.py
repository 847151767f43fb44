"""A small form that lies over the console: Escape and Cancel close it, and nothing has happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QIntValidator
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from workshop_studio.ui.kit.basics import Button, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from workshop_studio.ui.theme.theme import Theme

MOST_MINUTES = 480
_TOP = 72


class FloatingPanel(QFrame):
    """Make a new one each time; it is deleted when it closes. `column` takes the fields."""

    closed = Signal()

    def __init__(self, theme: Theme, title: str, over: QWidget) -> None:
        super().__init__(over)
        self._over, self._theme, self._wide = over, theme, 0
        self._before: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("card", "true")
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(10)
        self.column.addWidget(Text(theme, "section", title))
        shade = QGraphicsDropShadowEffect(self)
        shade.setBlurRadius(24)
        shade.setOffset(0, 8)
        colour = QColor(theme.colour("canvas", "stage"))
        colour.setAlphaF(0.14)
        shade.setColor(colour)
        self.setGraphicsEffect(shade)

    def verbs(self, words: str, icon: str) -> Button:
        """Add the row with Cancel and the verb; return the verb's button."""
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = Button(self._theme, "Cancel", "text")
        cancel.setObjectName("cancel")
        cancel.clicked.connect(self.close)
        verb = Button(self._theme, words, "primary", icon)
        verb.setObjectName("verb")
        row.addWidget(cancel)
        row.addWidget(verb)
        self.column.addLayout(row)
        return verb

    def minutes_line(self, name: str, minutes: int) -> QLineEdit:
        """Return a field for whole minutes."""
        line = QLineEdit(str(minutes))
        line.setValidator(QIntValidator(1, MOST_MINUTES, line))
        line.setAccessibleName(name)
        line.setFixedWidth(64)
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
        return line

    def open(self, first: QWidget, wide: int) -> None:
        """Show it over the console with the keyboard in its first field."""
        over = self._over
        self._wide, self._before = wide, QApplication.focusWidget()
        self._place()
        over.installEventFilter(self)
        self.raise_()
        self.show()
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the window changes its size."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        over = self._over
        self.setFixedWidth(min(self._wide, over.width() - 32))
        self.adjustSize()
        left = (over.width() - self.width()) // 2
        self.move(left, max(8, min(_TOP, over.height() - self.height() - 8)))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that it is gone."""
        super().closeEvent(event)
        give_back(self._before, self._over)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)


def give_back(before: QWidget | None, page: QWidget) -> None:
    """Give the keyboard back to what had it, else to the page, so that its keys go on working.

    Left alone, Qt would hand it to the next field, and the next key would be typed there.
    """
    if not isValid(page) or not page.isVisible():
        return
    if before is not None and isValid(before) and page.isAncestorOf(before) and before.isVisible():
        before.setFocus()
    else:
        page.setFocus()


def minutes_in(line: QLineEdit) -> int:
    """Return the minutes that a field holds, 0 when it holds none."""
    return int(line.text()) if line.hasAcceptableInput() else 0
