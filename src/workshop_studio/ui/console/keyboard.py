"""Keeps the keyboard with the console, so that its keys and a clicker go on driving the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from shiboken6 import isValid

from workshop_studio.ui.console.floating import FloatingPanel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class KeyboardKeeper(QObject):
    """Gives the keyboard to the page when what had it is hidden or can no longer be used.

    Qt would hand it to whatever comes next: a field, where the next key is typed, or the rail,
    where it does nothing. It hears of it in the same turn, and who sets the focus afterwards on
    purpose still has the last word. Nor does a button keep it that was pressed with the mouse:
    Space pauses then, as the button for it says, and does not press the other one again.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def leave_by_escape(self, *fields: QWidget) -> None:
        """Let Escape lead out of these fields and back to the page."""
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Escape from a field."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self._page.setFocus()
            return True
        return super().eventFilter(watched, event)

    def _moved(self, before: QWidget | None, now: QWidget | None) -> None:
        page = self._page
        # A page that goes lets the keyboard go as well, and is no widget any more by then.
        if now is page or not isValid(page) or not page.isVisible():
            return
        is_lost = before is not None and page.isAncestorOf(before) and not _can_be_used(before)
        if is_lost or (isinstance(now, QAbstractButton) and self._is_clicked(now)):
            page.setFocus()

    def _is_clicked(self, button: QAbstractButton) -> bool:
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            return False
        return self._page.isAncestorOf(button) and not _is_in_form(button)


def _can_be_used(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()


def _is_in_form(widget: QWidget) -> bool:
    over: QWidget | None = widget
    while over is not None and not isinstance(over, FloatingPanel):
        over = over.parentWidget()
    return over is not None
