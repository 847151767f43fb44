"""The scenario on the console: charts, days, the decision, and what only the facilitator sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workshop_studio.ui.dashboards.chart_row import ChartRow
from workshop_studio.ui.dashboards.cost_card import CostCard
from workshop_studio.ui.dashboards.days_card import TABLE, DaysCard
from workshop_studio.ui.dashboards.decision_card import DecisionCard
from workshop_studio.ui.dashboards.drift_table import DriftTable
from workshop_studio.ui.kit.basics import Banner, Button, Card, Rule, Text
from workshop_studio.ui.kit.cards import EmptyPage, PrivateCard

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from workshop_studio.services.scenarios import ScenarioView
    from workshop_studio.ui.theme.theme import Theme

MOST_ROWS = 5
_WIDE = 1500
_EMPTY = "Open a session that brings a scenario, and its days can be played here and on the wall."


class DashboardPage(QWidget):
    """Sets text and passes on what was pressed."""

    wall_wanted = Signal()
    day_back_wanted = Signal()
    plan_wanted = Signal()
    chart_chosen = Signal(str)
    day_shown = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown = ("", 0)
        self.setProperty("page", "true")
        self.setObjectName("scenario")
        self._column = QVBoxLayout(self)
        self._column.setSpacing(12)
        self._column.addLayout(self._head())
        self.banner = Banner(theme)
        self.banner.acted.connect(self.clear_problem)
        self._column.addWidget(self.banner)
        self.empty = EmptyPage(theme, _EMPTY, "Choose a session in Plan", "calendar-days")
        self.empty.acted.connect(self.plan_wanted)
        self._column.addWidget(self.empty, 1)
        self._body = QWidget()
        self._row = QHBoxLayout(self._body)
        self._row.setContentsMargins(0, 0, 0, 0)
        left = QVBoxLayout()
        left.setSpacing(12)
        self.days = DaysCard(theme)
        self.days.face_chosen.connect(self._show_face)
        self._faces = QStackedWidget()
        self._faces.addWidget(self._charts())
        self._faces.addWidget(self._table())
        left.addWidget(self.days)
        left.addWidget(self._faces, 1)
        self._row.addLayout(left, 1)
        self._row.addWidget(self._side())
        self._column.addWidget(self._body, 1)
        self.show_empty()

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(12)
        self._title = Text(self._theme, "title", "Scenario")
        self._subtitle = Text(self._theme, "body", tone="2")
        self.back = Button(self._theme, "Undo day", icon="undo-2")
        self.back.setObjectName("undo-day")
        self.back.clicked.connect(self.day_back_wanted)
        self.wall = Button(self._theme, "Put on the wall", "primary", "presentation", hint="P")
        self.wall.show_hint(is_shown=True)
        self.wall.setObjectName("put-on-wall")
        self.wall.clicked.connect(self.wall_wanted)
        head.addWidget(self._title)
        head.addWidget(self._subtitle)
        head.addStretch(1)
        head.addWidget(self.back)
        head.addWidget(self.wall)
        return head

    def _charts(self) -> Card:
        card = Card(padding=0, spacing=0)
        card.body.setContentsMargins(1, 6, 1, 6)
        self.rows = [ChartRow(self._theme) for _ in range(MOST_ROWS)]
        self._rules = [Rule() for _ in range(MOST_ROWS)]
        for rule, row in zip(self._rules, self.rows, strict=True):
            row.chosen.connect(self.chart_chosen)
            card.body.addWidget(rule)
            card.body.addWidget(row, 1)
        return card

    def _table(self) -> Card:
        card = Card(padding=16)
        self.table = DriftTable(self._theme)
        card.body.addWidget(self.table, 1)
        words = "One day each, newest first. An alarm needs two of three days; the charts say so."
        card.body.addWidget(Text(self._theme, "caption", words, "2").wrapped())
        return card

    def _side(self) -> QWidget:
        self._side_column = QWidget()
        column = QVBoxLayout(self._side_column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.decision = DecisionCard(self._theme)
        self.costs = CostCard(self._theme)
        truth = PrivateCard(self._theme, "What really happened")
        self.truth = Text(self._theme, "body").wrapped()
        self.truth.setAlignment(Qt.AlignmentFlag.AlignTop)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.truth)
        truth.body.addWidget(scroll, 1)
        column.addWidget(self.decision)
        column.addWidget(self.costs, 3)
        column.addWidget(truth, 2)
        return self._side_column

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give wide screens wider margins and a wider side."""
        is_wide = self.width() >= _WIDE
        edge, gap = (32, 24) if is_wide else (16, 12)
        self._column.setContentsMargins(edge, 12 if is_wide else 8, edge, edge - 4)
        self._row.setSpacing(gap)
        self._side_column.setFixedWidth(560 if is_wide else 372)
        self._subtitle.setVisible(is_wide)
        self.costs.show_unit(is_on=is_wide)
        for part in self.days.legend:
            part.setVisible(is_wide)

    # --- being told ------------------------------------------------------------------------------

    def show_empty(self) -> None:
        """Say what to do first; there is no scenario to see."""
        self._title.setText("Scenario")
        self._subtitle.setText("")
        self.banner.say("")
        self.empty.show()
        for part in (self._body, self.back, self.wall):
            part.hide()

    def show_scenario(self, view: ScenarioView) -> None:
        """Show a scenario on its day; `day_shown` says that it is another day than before."""
        is_other_day = self._shown != (view.play.session_id, view.day)
        self._shown = (view.play.session_id, view.day)
        had_focus = self._has_focus()
        self.empty.hide()
        for part in (self._body, self.back, self.wall):
            part.show()
        self._title.setText(f"Scenario: {view.scenario.title}")
        self._subtitle.setText(
            f"{view.scenario.product}, seed {view.scenario.seed}, facilitator’s view"
        )
        self.back.setEnabled(view.day > 1)
        self.days.show_view(view)
        for place, row in enumerate(self.rows):
            is_used = place < len(view.charts)
            row.setVisible(is_used)
            self._rules[place].setVisible(is_used and place > 0)
            if is_used:
                row.show_series(view.charts[place], view)
        self.decision.show_view(view)
        self.costs.show_view(view)
        self.table.rows.show_days(view.drift, view.day)
        card = view.scenario.truth_card
        self.truth.setText("\n\n".join((card.cause, *card.notes)))
        if had_focus and not self._has_focus():
            # A button that was just locked or hidden had it; the keys of the room need it back.
            self.setFocus()
        if is_other_day:
            self.day_shown.emit()

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def show_costs(self, view: ScenarioView) -> None:
        """Show costs that were worked out after the rest of the day was shown."""
        self.costs.show_view(view)

    def show_playing(self, *, is_playing: bool) -> None:
        """Show what the play button does next."""
        self.days.show_playing(is_playing=is_playing)

    def show_on_wall(self, *, is_on: bool) -> None:
        """Name the wall button after what it does next."""
        self.wall.setText("Take off the wall" if is_on else "Put on the wall")
        self.wall.setAccessibleName(self.wall.text())

    def say_problem(self, text: str) -> None:
        """Say what did not work."""
        self.banner.say(text, "alert", "Understood")

    def clear_problem(self) -> None:
        """Take away what was said before; something has worked since."""
        self.banner.say("")

    # --- pressing --------------------------------------------------------------------------------

    def _show_face(self, face: str) -> None:
        self._faces.setCurrentIndex(1 if face == TABLE else 0)
