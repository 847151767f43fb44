"""Wires the card of a team."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from workshop_studio.ui.capstone.page import CardPage
from workshop_studio.ui.capstone.presenter import CardPresenter

if TYPE_CHECKING:
    from workshop_studio.ports.lane import Lane
    from workshop_studio.services.studio import Studio
    from workshop_studio.ui.theme.theme import Theme

RETRY_MS = 4000


class CardRoom(QObject):
    """One page for whichever team has typed its code."""

    opened = Signal()
    handed_over = Signal()

    def __init__(self, theme: Theme, studio: Studio, lane: Lane) -> None:
        super().__init__()
        self.page = CardPage(theme)
        self.presenter = CardPresenter(
            studio,
            lane,
            self.page,
            opened=self.opened.emit,
            handed_over=self.handed_over.emit,
        )
        self.page.edited.connect(self.presenter.set_answer)
        self.page.own_kept.connect(self.presenter.keep_own)
        self.page.other_taken.connect(self.presenter.take_other)
        self.page.hand_over_pressed.connect(self.presenter.hand_over)
        self.page.retry_pressed.connect(self.presenter.try_again)
        self._building = QTimer(self)
        self._building.setInterval(0)
        self._building.timeout.connect(self._build)
        self._building.start()
        self._retry = QTimer(self)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self.presenter.try_again)
        self._retry.start()

    def _build(self) -> None:
        if not self.page.build_next():
            self._building.stop()

    def put_away(self) -> None:
        """Give the lane everything that was typed; the app closes."""
        self._retry.stop()
        self.page.flush()
        self.presenter.put_away()
