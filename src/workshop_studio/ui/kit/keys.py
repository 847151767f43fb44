"""Keys that act while a page or anything inside it has the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from PySide6.QtWidgets import QWidget

FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)


def bind_keys(
    page: QWidget,
    acts: Mapping[Qt.Key, Callable[[], None]],
    undo: Callable[[], None],
    repeating: Collection[Qt.Key] = (),
) -> None:
    """Bind keys of a page, and the system's key for undo; only `repeating` ones act while held.

    While a field of the page has the keyboard, its keys are the field's.
    """
    for key, act in acts.items():
        shortcut = _shortcut(page, QKeySequence(key))
        shortcut.setAutoRepeat(key in repeating)
        shortcut.activated.connect(act)
    _shortcut(page, QKeySequence(QKeySequence.StandardKey.Undo)).activated.connect(undo)
    page.installEventFilter(FieldsFirst(page, acts))


class FieldsFirst(QObject):
    """Keeps the keys of a page from a person who is typing.

    A line takes letters by itself, but lets Page Down through, and a clicker sends Page Down.
    """

    def __init__(self, page: QWidget, keys: Collection[Qt.Key]) -> None:
        super().__init__(page)
        self._keys = set(keys)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim the key for the field before any shortcut sees it."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in self._keys
            and isinstance(QApplication.focusWidget(), FIELDS)
        ):
            event.accept()
            return True
        return super().eventFilter(watched, event)


def press_focused(page: QWidget) -> bool:
    """Press the button that has the focus; return whether there was one.

    Somebody who walks a page with Tab expects Space to press what has the focus.
    """
    focused = page.focusWidget()
    if isinstance(focused, QAbstractButton) and focused.hasFocus():
        focused.click()
        return True
    return False


def _shortcut(page: QWidget, keys: QKeySequence) -> QShortcut:
    shortcut = QShortcut(keys, page)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    return shortcut
