"""Wires the scenario room: page, presenter, keys, the pace of the days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from workshop_studio.ui.dashboards.days_card import USUAL_PACE_S
from workshop_studio.ui.dashboards.page import DashboardPage
from workshop_studio.ui.dashboards.presenter import DashboardPresenter
from workshop_studio.ui.kit.keys import bind_keys, press_focused

if TYPE_CHECKING:
    from workshop_studio.ports.lane import Lane
    from workshop_studio.services.studio import Studio
    from workshop_studio.ui.theme.theme import Theme

REST_MS = 300
"""How long the days have to stand still before the day is kept: dragging writes nothing."""


class DashboardRoom(QObject):
    """Built when it is first opened: charts are heavy."""

    plan_wanted = Signal()

    def __init__(self, theme: Theme, studio: Studio, lane: Lane) -> None:
        super().__init__()
        self.page = DashboardPage(theme)
        self.presenter = DashboardPresenter(studio, lane, self.page)
        page, presenter = self.page, self.presenter
        page.plan_wanted.connect(self.plan_wanted)
        page.wall_wanted.connect(presenter.toggle_wall)
        page.chart_chosen.connect(presenter.choose_chart)
        page.day_back_wanted.connect(self._day_back)
        page.days.day_chosen.connect(presenter.go_to)
        page.days.play_pressed.connect(presenter.toggle_play)
        page.days.pace_chosen.connect(self._set_pace)
        page.decision.decided.connect(presenter.decide)
        page.decision.taken_back.connect(presenter.undo)
        self._days = QTimer(self)
        self._days.timeout.connect(presenter.tick)
        self._set_pace(USUAL_PACE_S)
        self._days.start()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(presenter.rest)
        page.day_shown.connect(self._rest.start)
        self._bind_keys()

    def _bind_keys(self) -> None:
        keys = Qt.Key
        acts = {
            keys.Key_Left: self._day_back,
            keys.Key_Right: self._day_on,
            keys.Key_Home: self._first_day,
            keys.Key_End: self.presenter.go_to_last,
            keys.Key_Space: self._press_space,
            keys.Key_P: self.presenter.toggle_wall,
            keys.Key_D: self.page.decision.press_decide,
        }
        bind_keys(self.page, acts, self.presenter.undo, {keys.Key_Left, keys.Key_Right})

    def _press_space(self) -> None:
        if not press_focused(self.page):
            self.presenter.toggle_play()

    def _set_pace(self, seconds: int) -> None:
        self._days.setInterval(seconds * 1000)

    def _day_back(self) -> None:
        self.presenter.step(-1)

    def _day_on(self) -> None:
        self.presenter.step(1)

    def _first_day(self) -> None:
        self.presenter.go_to(1)
