"""The main window: a rail and the rooms. It hosts them and owns no behaviour of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from workshop_studio.ui.kit.basics import Text, Toast
from workshop_studio.ui.kit.rail import Rail

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from workshop_studio.ui.theme.theme import Theme

ROOMS = [
    ("plan", "calendar-days", "Plan"),
    ("run", "play", "Run"),
    ("scenario", "presentation", "Scenario"),
    ("review", "clipboard-check", "Review"),
    ("settings", "settings", "Settings"),
]


class MainWindow(QMainWindow):
    """Shows one room at a time; `closing` when the person closes it."""

    room_chosen = Signal(str)
    undo_wanted = Signal(str)
    closing = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle("Workshop Studio")
        self.setMinimumSize(1024, 640)
        self.resize(1366, 768)
        self._rooms: dict[str, QWidget] = {}
        self._current = ""
        middle = QWidget()
        middle.setProperty("page", "true")
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.rail = Rail(theme, ROOMS)
        self.rail.chosen.connect(self.room_chosen)
        self.rail.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._opening(theme))
        row.addWidget(self.rail)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        self.toast = Toast(theme, self)
        self.toast.undone.connect(self._undo)
        for place, key in enumerate(("plan", "run", "scenario"), start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{place}"), self)
            shortcut.setObjectName(key)
            shortcut.activated.connect(self._room_key)

    def _opening(self, theme: Theme) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(96, 96, 96, 96)
        column.addStretch(1)
        column.addWidget(Text(theme, "running-title", "Workshop Studio"))
        column.addWidget(Text(theme, "lead", "Opening your workspace", "2"))
        column.addStretch(2)
        return page

    def add_room(self, key: str, page: QWidget) -> None:
        """Give a room its page."""
        self._rooms[key] = page
        self._stack.addWidget(page)

    def show_room(self, key: str) -> None:
        """Show a room; the rail is there in every room but the welcome page."""
        page = self._rooms.get(key)
        if page is None:
            return
        self._current = key
        self.rail.setVisible(key != "welcome")
        self.rail.select(key)
        self._stack.setCurrentWidget(page)
        page.setFocus()

    @property
    def room(self) -> str:
        """Return the key of the shown room."""
        return self._current

    def say_done(self, text: str, can_undo: bool) -> None:  # noqa: FBT001 - the shape of a signal
        """Show a toast."""
        self.toast.say(text, can_undo=can_undo)

    def _undo(self) -> None:
        self.undo_wanted.emit(self._current)

    def _room_key(self) -> None:
        self.room_chosen.emit(self.sender().objectName())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Announce it; the shell closes the other windows and the workspace."""
        self.closing.emit()
        super().closeEvent(event)
