"""Wires the scenario room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from workshop_studio.ui.dashboards.page import DashboardPage
from workshop_studio.ui.dashboards.presenter import DashboardPresenter

if TYPE_CHECKING:
    from workshop_studio.ports.lane import Lane
    from workshop_studio.services.studio import Studio
    from workshop_studio.ui.theme.theme import Theme

DAY_MS = 500


class DashboardRoom(QObject):
    """Built when it is first opened: charts are heavy."""

    def __init__(self, theme: Theme, studio: Studio, lane: Lane) -> None:
        super().__init__()
        self.page = DashboardPage(theme)
        self.presenter = DashboardPresenter(studio, lane, self.page)
        self.page.day_chosen.connect(self.presenter.go_to)
        self.page.play_pressed.connect(self.presenter.toggle_play)
        self.page.decided.connect(self.presenter.decide)
        self.page.wall_wanted.connect(self.presenter.put_on_wall)
        self._days = QTimer(self)
        self._days.setInterval(DAY_MS)
        self._days.timeout.connect(self.presenter.tick)
        self._days.start()
