"""The station's window: the door with its two ways in, and the place where a room's page stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from workshop_studio.ui.station.door import Door

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from workshop_studio.ui.theme.theme import Theme


class StationWindow(QWidget):
    """Full screen on the shared machine; leaving it needs the facilitator's passphrase.

    Its title never changes, so that no task bar can show whose page is open.
    """

    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._may_close = False
        self.setWindowTitle("Station")
        self.setObjectName("station")
        self.setProperty("page", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.resize(1366, 768)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget()
        self.door = Door(theme)
        self._stack.addWidget(self.door)
        column.addWidget(self._stack)

    def add_page(self, page: QWidget) -> None:
        """Give a room's page its place."""
        self._stack.addWidget(page)

    def show_page(self, page: QWidget) -> None:
        """Show a room's page instead of the door."""
        self._stack.setCurrentWidget(page)

    def show_door(self, problem: str = "") -> None:
        """Show the door, with what did not work there."""
        self._stack.setCurrentWidget(self.door)
        self.door.open(problem)

    @property
    def is_at_door(self) -> bool:
        """Return whether nobody's page is shown."""
        return self._stack.currentWidget() is self.door

    def say_problem(self, text: str) -> None:
        """Say at the door what did not work."""
        self.door.banner.say(text, "alert", "Understood" if text else "")

    def left(self) -> None:
        """Close; the right passphrase was given."""
        self._may_close = True
        self.close()

    def allow_close(self) -> None:
        """Let the app close the window."""
        self._may_close = True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay open until the passphrase was given or the app closes."""
        if not self._may_close:
            event.ignore()
            return
        self.closed.emit()
