"""What each option costs by the last day, played days solid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from workshop_studio.ui.dashboards.views import cost_sentence, cost_unit, cost_view
from workshop_studio.ui.kit.basics import Card, Text
from workshop_studio.ui.kit.chart import LineChart

if TYPE_CHECKING:
    from workshop_studio.services.scenarios import ScenarioView
    from workshop_studio.ui.theme.theme import Theme


class CostCard(Card):
    """A chart of costs with its sentence."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(spacing=4)
        head = QHBoxLayout()
        self._title = Text(theme, "section")
        self._unit = Text(theme, "caption", tone="3")
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._unit)
        self.body.addLayout(head)
        self.chart = LineChart(theme)
        self.chart.setMinimumHeight(112)
        self.body.addWidget(self.chart, 1)
        self.sentence = Text(theme, "caption", tone="2").wrapped()
        self.body.addWidget(self.sentence)

    def show_unit(self, *, is_on: bool) -> None:
        """Show or leave out what the numbers are; the numbers carry their unit themselves."""
        self._unit.setVisible(is_on)

    def show_view(self, view: ScenarioView) -> None:
        """Show the costs of the view."""
        self._title.setText(f"What it costs by day {view.scenario.clock.days}")
        self._unit.setText(cost_unit(view))
        self.chart.set_view(cost_view(view))
        self.sentence.setText(cost_sentence(view))
