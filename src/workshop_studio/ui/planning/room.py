"""Wires planning: page, presenter, questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workshop_studio.ui.planning.page import PlanningPage
from workshop_studio.ui.planning.presenter import PlanningPresenter

if TYPE_CHECKING:
    from workshop_studio.ports.lane import Lane
    from workshop_studio.services.studio import Studio
    from workshop_studio.ui.theme.theme import Theme


class PlanningRoom(QObject):
    """Cohort and session."""

    roster_wanted = Signal()
    run_opened = Signal(str)

    def __init__(self, theme: Theme, studio: Studio, lane: Lane) -> None:
        super().__init__()
        self.page = PlanningPage(theme)
        self.presenter = PlanningPresenter(studio, lane, self.page)
        self.page.roster_wanted.connect(self.roster_wanted)
        self.page.balance_wanted.connect(self.presenter.balance)
        self.page.moved.connect(self.presenter.move)
        self.page.start_changed.connect(self.presenter.set_start)
        self.page.minutes_changed.connect(self.presenter.set_minutes)
        self.page.run_wanted.connect(self._run)

    def _run(self, session_id: str) -> None:
        self.presenter.open_session(session_id)
        self.run_opened.emit(session_id)
