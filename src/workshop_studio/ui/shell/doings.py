"""Does what was chosen by name: from the palette, or by a shortcut that works everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from workshop_studio.ui.actions import ACTIONS, in_context
from workshop_studio.ui.kit.palette import CommandPalette
from workshop_studio.ui.kit.palette_filter import Command

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from workshop_studio.ui.shell.main_window import MainWindow
    from workshop_studio.ui.theme.theme import Theme


class Doings(QObject):
    """Knows for each action of the table what does it; raises KeyError when one is missing."""

    def __init__(
        self, window: MainWindow, theme: Theme, doers: Mapping[str, Callable[[], object]]
    ) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._doers = {**doers, "palette": self.open_palette}
        self.palette: CommandPalette | None = None
        self._shortcuts: list[QShortcut] = []
        for action in ACTIONS:
            if action.id not in self._doers:
                raise KeyError(action.id)
            if action.shortcut and not action.room:
                shortcut = QShortcut(QKeySequence(action.shortcut), window)
                shortcut.setObjectName(action.id)
                shortcut.activated.connect(self._by_shortcut)
                self._shortcuts.append(shortcut)

    def close(self) -> None:
        """Take the shortcuts from the window, which may live on with another workspace."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts.clear()
        self._doers.clear()

    def do(self, action_id: str) -> None:
        """Do what an action says."""
        self._doers[action_id]()

    def open_palette(self) -> None:
        """Open the palette, what belongs to the shown room first."""
        commands = [
            Command(one.id, one.words, one.shortcut, one.icon)
            for one in in_context(self._window.room)
        ]
        self.palette = CommandPalette(self._theme, commands, self._window)
        self.palette.chosen.connect(self.do)
        self.palette.destroyed.connect(self._palette_gone)
        self.palette.open()

    def _palette_gone(self) -> None:
        self.palette = None

    def _by_shortcut(self) -> None:
        self.do(self.sender().objectName())
