"""Wires the station: its door, the cards of teams, and the journals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workshop_studio.ui.capstone.room import CardRoom
from workshop_studio.ui.journal.room import JournalRoom
from workshop_studio.ui.station.page import StationWindow
from workshop_studio.ui.station.presenter import StationPresenter

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen

    from workshop_studio.ports.lane import Lane
    from workshop_studio.services.studio import Studio
    from workshop_studio.ui.theme.theme import Theme


class StationRoom(QObject):
    """One station window; at its door stands one team or one participant at a time."""

    def __init__(self, theme: Theme, studio: Studio, lane: Lane) -> None:
        super().__init__()
        self.window = StationWindow(theme)
        self.presenter = StationPresenter(studio, lane, self.window)
        self.card = CardRoom(theme, studio, lane)
        self.journal = JournalRoom(theme, studio, lane)
        self.window.add_page(self.card.page)
        self.window.add_page(self.journal.page)
        self.door = self.window.door
        self.door.code_entered.connect(self._open_card)
        self.door.journal_wanted.connect(self.journal.open)
        self.door.leave_wanted.connect(self.presenter.leave)
        self.card.opened.connect(self._show_card)
        self.card.handed_over.connect(self._show_door)
        self.journal.opened.connect(self._show_journal)
        self.journal.closed.connect(self._journal_closed)
        self.journal.said_at_door.connect(self.window.say_problem)
        self.window.closed.connect(self.put_away)

    def open(self, screen: QScreen | None = None) -> None:
        """Show the door, full screen, where the console is and never on the projector.

        A station that is open already is only brought to the front: somebody may be writing.
        """
        if not self.window.isVisible():
            if screen is not None:
                self.window.setScreen(screen)
                self.window.move(screen.geometry().topLeft())
            self._show_door()
        self.window.showFullScreen()
        self.window.activateWindow()

    def put_away(self) -> None:
        """Give the lane everything that was typed and not saved yet; the app closes."""
        self.card.put_away()
        self.journal.put_away()

    def _open_card(self, code: str) -> None:
        self.card.presenter.open(code, self.presenter.refuse)

    def _show_card(self) -> None:
        self.window.show_page(self.card.page)

    def _show_journal(self) -> None:
        self.window.show_page(self.journal.page)

    def _journal_closed(self, reason: str) -> None:
        self.window.show_door()
        self.door.banner.say(reason, "quiet", "Understood" if reason else "")

    def _show_door(self) -> None:
        self.window.show_door()
