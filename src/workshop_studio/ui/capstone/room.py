"""Wires the station."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workshop_studio.ui.capstone.page import StationWindow
from workshop_studio.ui.capstone.presenter import CapstonePresenter

if TYPE_CHECKING:
    from workshop_studio.ports.lane import Lane
    from workshop_studio.services.studio import Studio
    from workshop_studio.ui.theme.theme import Theme


class StationRoom(QObject):
    """One station window."""

    def __init__(self, theme: Theme, studio: Studio, lane: Lane) -> None:
        super().__init__()
        self.window = StationWindow(theme)
        self.presenter = CapstonePresenter(studio, lane, self.window)
        self.window.code_entered.connect(self.presenter.open)
        self.window.answer_edited.connect(self.presenter.set_answer)
        self.window.head_edited.connect(self.presenter.set_head)
        self.window.hand_over_pressed.connect(self.presenter.hand_over)
        self.window.leave_wanted.connect(self.presenter.leave)
