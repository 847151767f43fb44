"""Wires the journals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from workshop_studio.ui.journal.page import JournalPage
from workshop_studio.ui.journal.presenter import JournalExits, JournalPresenter

if TYPE_CHECKING:
    from workshop_studio.ports.lane import Lane
    from workshop_studio.services.studio import Studio
    from workshop_studio.ui.theme.theme import Theme

LOOK_MS = 500


class JournalRoom(QObject):
    """One page for whoever has found their name."""

    opened = Signal()
    closed = Signal(str)
    said_at_door = Signal(str)

    def __init__(self, theme: Theme, studio: Studio, lane: Lane) -> None:
        super().__init__()
        self.page = JournalPage(theme)
        exits = JournalExits(self.opened.emit, self.closed.emit, self.said_at_door.emit)
        self.presenter = JournalPresenter(studio, lane, self.page, exits)
        names, passphrase, writing = self.page.names, self.page.passphrase, self.page.writing
        names.typed.connect(self.presenter.find)
        names.chosen.connect(self.presenter.choose)
        names.left.connect(self.presenter.leave)
        passphrase.entered.connect(self.presenter.enter)
        passphrase.typed.connect(self.presenter.active)
        passphrase.left.connect(self.presenter.back)
        writing.active.connect(self.presenter.active)
        writing.edited.connect(self.presenter.edited)
        writing.new_wanted.connect(self.presenter.new_entry)
        writing.entry_chosen.connect(self.presenter.choose_entry)
        writing.remove_wanted.connect(self.presenter.remove)
        writing.undo_wanted.connect(self.presenter.undo_remove)
        writing.close_wanted.connect(self.presenter.close)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self.presenter.tick)
        self._look.start()

    def open(self) -> None:
        """Ask who wants to write."""
        self.presenter.open()

    def put_away(self) -> None:
        """Seal what was typed and close; the app closes."""
        self._look.stop()
        self.presenter.close()
        # The window may be gone when the answer comes.
        self.blockSignals(True)  # noqa: FBT003 - the signature is Qt's
