"""One family of the scenario: its name and state, its line, its value, its sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workshop_studio.ui.dashboards.views import (
    beside_words,
    levels_words,
    row_view,
    state_words,
)
from workshop_studio.ui.kit.basics import Text
from workshop_studio.ui.kit.chart import LineChart
from workshop_studio.ui.kit.choice_box import ChoiceBox
from workshop_studio.ui.kit.state_chip import StateChip

if TYPE_CHECKING:
    from workshop_studio.services.scenarios import ScenarioView
    from workshop_studio.simulation.series import Series
    from workshop_studio.ui.theme.theme import Theme

_SAME_ROOM = 96.0
_UNIT = re.compile(r"(?<=\d) (?=%|k\b)")


def with_whole_numbers(sentence: str) -> str:
    """Return a sentence that never breaks its line between a number and its unit."""
    return _UNIT.sub("\N{NO-BREAK SPACE}", sentence)


class ChartRow(QWidget):
    """Shows one chart of a family; where it has several, the person chooses which."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._ids: list[str] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 20, 6)
        row.setSpacing(16)
        row.addWidget(self._names(theme))
        self.chart = LineChart(theme)
        self.chart.setMinimumHeight(52)
        self.sentence = Text(theme, "caption", tone="2").wrapped()
        middle = QVBoxLayout()
        middle.setSpacing(1)
        middle.addWidget(self.chart, 1)
        middle.addWidget(self.sentence)
        row.addLayout(middle, 1)
        row.addWidget(self._figures(theme))

    def _names(self, theme: Theme) -> QWidget:
        names = QWidget()
        names.setFixedWidth(226)
        column = QVBoxLayout(names)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._title = Text(theme, "section")
        self._subtitle = Text(theme, "caption", tone="2").wrapped()
        self.choice = ChoiceBox(theme, theme.font("section"))
        self.choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.choice.activated.connect(self._chose)
        self.state = StateChip(theme)
        self.beside = StateChip(theme)
        column.addStretch(1)
        for each in (self._title, self.choice, self._subtitle):
            column.addWidget(each)
        column.addSpacing(2)
        column.addWidget(self.state)
        column.addWidget(self.beside)
        column.addStretch(1)
        return names

    def _figures(self, theme: Theme) -> QWidget:
        figures = QWidget()
        figures.setFixedWidth(124)
        column = QVBoxLayout(figures)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.value = Text(theme, "figure").numeric()
        self.levels = Text(theme, "caption", tone="3")
        column.addStretch(1)
        column.addWidget(self.value)
        column.addWidget(self.levels)
        column.addStretch(1)
        return figures

    def show_series(self, series: Series, view: ScenarioView) -> None:
        """Show a chart of the family on the day of the view."""
        self._title.setText(series.title)
        self._show_choice(series, view)
        self.state.show_state(*state_words(view, series))
        state, words = beside_words(view, series)
        self.beside.setVisible(bool(state))
        if state:
            self.beside.show_state(state, words)
        self.value.setText(series.value_texts[view.day - 1])
        self.levels.setText(levels_words(view, series))
        self.sentence.setText(with_whole_numbers(series.sentences[view.day - 1]))
        # The label of the other line needs room from the decision on, and the axis must not jump.
        self.chart.keep_room(_SAME_ROOM if view.play.decision else 0.0)
        self.chart.set_view(row_view(view, series))

    def _show_choice(self, series: Series, view: ScenarioView) -> None:
        family = view.family(series)
        self._subtitle.setText(series.subtitle)
        self._title.setVisible(len(family) < 2)
        self.choice.setVisible(len(family) > 1)
        ids = [each.id for each in family]
        with QSignalBlocker(self.choice):
            if ids != self._ids:
                self._ids = ids
                self.choice.clear()
                self.choice.addItems([each.title for each in family])
            self.choice.setCurrentIndex(ids.index(series.id))
        self.choice.setAccessibleName(f"Chart of {series.title}")

    def _chose(self, place: int) -> None:
        self.chosen.emit(self._ids[place])
