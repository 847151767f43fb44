"""Keys that act while a page or anything inside it has the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from PySide6.QtWidgets import QWidget


def bind_keys(
    page: QWidget,
    acts: Mapping[Qt.Key, Callable[[], None]],
    undo: Callable[[], None],
    repeating: Collection[Qt.Key] = (),
) -> None:
    """Bind keys of a page, and the system's key for undo; only `repeating` ones act while held."""
    for key, act in acts.items():
        shortcut = _shortcut(page, QKeySequence(key))
        shortcut.setAutoRepeat(key in repeating)
        shortcut.activated.connect(act)
    _shortcut(page, QKeySequence(QKeySequence.StandardKey.Undo)).activated.connect(undo)


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
