"""The scenario on the console: charts, days, the decision, and what only the facilitator sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QRadioButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from workshop_studio.services.scenarios import apart
from workshop_studio.ui.kit.basics import Banner, Button, Card, Rule, Text
from workshop_studio.ui.kit.chart import LineChart
from workshop_studio.ui.kit.chart_view import ChartLine, ChartThreshold, ChartView, Dash
from workshop_studio.ui.kit.marks import ShapeMark

if TYPE_CHECKING:
    from workshop_studio.services.scenarios import ScenarioView
    from workshop_studio.simulation.series import Series
    from workshop_studio.ui.theme.theme import Theme

STATE_WORDS = {
    "quiet": "Quiet",
    "watch": "Watch",
    "alert": "Alert",
    "recovering": "Recovering",
    "not-enough-data": "Too few rows",
    "cannot-compute": "Cannot compute",
}


class ChartRow(QWidget):
    """One family: its name and state, its line, its value, its sentence."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(16)
        left = QWidget()
        left.setFixedWidth(210)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._title = Text(theme, "section").wrapped()
        self._mark = ShapeMark(theme, 14)
        self._state = Text(theme, "caption")
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._mark)
        line.addWidget(self._state, 1)
        column.addStretch(1)
        self._subtitle = Text(theme, "body", tone="2").wrapped()
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        column.addLayout(line)
        column.addStretch(1)
        self.chart = LineChart(theme)
        self.chart.setMinimumHeight(56)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.chart, 1)
        self.sentence = Text(theme, "caption", tone="2").wrapped()
        middle.addWidget(self.sentence)
        right = QWidget()
        right.setFixedWidth(120)
        numbers = QVBoxLayout(right)
        numbers.setContentsMargins(0, 0, 0, 0)
        numbers.setSpacing(0)
        self._value = Text(theme, "figure").numeric()
        self._level = Text(theme, "caption", tone="2").wrapped()
        numbers.addStretch(1)
        numbers.addWidget(self._value)
        numbers.addWidget(self._level)
        numbers.addStretch(1)
        row.addWidget(left)
        row.addLayout(middle, 1)
        row.addWidget(right)

    def show_series(self, series: Series, view: ScenarioView) -> None:
        """Show a family on the day of the view."""
        day = view.day
        state = series.states[day - 1].value.replace("_", "-")
        self._title.setText(series.title)
        self._subtitle.setText(series.subtitle)
        since = day - series.since[day - 1] + 1
        word = STATE_WORDS[state]
        self._state.setText(word if state == "quiet" else f"{word}, day {since}")
        self._mark.set_shape(state, state)
        self._value.setText(series.value_texts[day - 1])
        self._level.setText(series.level_text)
        self.sentence.setText(series.sentences[day - 1])
        lines = [ChartLine(series.values[:day], is_running=True, has_gap_rings=True)]
        if 0 < view.line.acts_from <= day:
            other = view.without.chart(series.id)
            lines.append(
                ChartLine(
                    apart(view, other.values), label="nothing done", dash=Dash.DASHED, series=1
                )
            )
        self.chart.set_view(
            ChartView(
                title=f"{series.title}. {series.sentences[day - 1]}",
                lines=tuple(lines),
                low=series.low,
                high=series.high,
                last_day=view.scenario.clock.days,
                today=day,
                thresholds=(ChartThreshold(series.amber),),
                future_note="not played yet" if day < view.scenario.clock.days - 8 else "",
            )
        )


class DashboardPage(QWidget):
    """Sets text and passes on what was pressed."""

    day_chosen = Signal(int)
    play_pressed = Signal()
    decided = Signal(str)
    wall_wanted = Signal()
    done_said = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_filling = False
        self._option_ids: list[str] = []
        self._says_by_place: list[str] = []
        self.setProperty("page", "true")
        self.setObjectName("scenario")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 20)
        column.setSpacing(12)
        head = QHBoxLayout()
        self._title = Text(theme, "title", "Scenario")
        self._subtitle = Text(theme, "body", tone="2")
        self.wall = Button(theme, "Put on the wall", "primary", "presentation", hint="P")
        self.wall.setObjectName("put-on-wall")
        self.wall.clicked.connect(self.wall_wanted)
        head.addWidget(self._title)
        head.addSpacing(12)
        head.addWidget(self._subtitle)
        head.addStretch(1)
        head.addWidget(self.wall)
        self.banner = Banner(theme)
        self.banner.acted.connect(self._hide_banner)
        self._empty = Text(theme, "running-title").wrapped()
        self._body = QWidget()
        row = QHBoxLayout(self._body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._days_card())
        left.addWidget(self._charts_card(), 1)
        row.addLayout(left, 1)
        row.addWidget(self._side())
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addWidget(self._empty)
        column.addWidget(self._body, 1)
        self._body.hide()

    def _days_card(self) -> Card:
        card = Card(padding=16)
        row = QHBoxLayout()
        self.play = Button(self._theme, "Play", icon="play", size="compact", hint="Space")
        self.play.setObjectName("play-days")
        self.play.clicked.connect(self.play_pressed)
        self._day = Text(self._theme, "section").numeric()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("days")
        self.slider.setAccessibleName("Day")
        self.slider.setMinimumHeight(28)
        self.slider.valueChanged.connect(self._day_moved)
        row.addWidget(self.play)
        row.addWidget(self._day)
        row.addWidget(self.slider, 1)
        card.body.addLayout(row)
        return card

    def _charts_card(self) -> Card:
        card = Card(padding=16, spacing=0)
        self.rows = [ChartRow(self._theme) for _ in range(5)]
        for place, row in enumerate(self.rows):
            if place:
                card.body.addWidget(Rule())
            card.body.addWidget(row, 1)
        return card

    def _side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(372)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        decision = Card()
        self._question = Text(self._theme, "section").wrapped()
        decision.body.addWidget(self._question)
        self._options = QVBoxLayout()
        self._group = QButtonGroup(self)
        decision.body.addLayout(self._options)
        self._says = Text(self._theme, "caption", tone="2").wrapped()
        decision.body.addWidget(self._says)
        self.decide = Button(self._theme, "Decide", "primary", "check")
        self.decide.setObjectName("decide")
        self.decide.clicked.connect(self._decide)
        decision.body.addWidget(self.decide, 0, Qt.AlignmentFlag.AlignRight)
        self._group.idClicked.connect(self._option_chosen)
        column.addWidget(decision)
        costs = Card()
        costs.body.addWidget(Text(self._theme, "section", "What it costs by the last day"))
        self._costs = Text(self._theme, "body").numeric().wrapped()
        costs.body.addWidget(self._costs)
        column.addWidget(costs)
        truth = Card("private")
        row = QHBoxLayout()
        row.addWidget(Text(self._theme, "section", "What really happened"))
        row.addStretch(1)
        row.addWidget(Text(self._theme, "caption", "Only on this screen", "private"))
        truth.body.addLayout(row)
        self._truth = Text(self._theme, "body").wrapped()
        truth.body.addWidget(self._truth)
        truth.body.addStretch(1)
        column.addWidget(truth, 1)
        return side

    # --- being told ------------------------------------------------------------------------------

    def show_empty(self, text: str) -> None:
        """Say why there is nothing to see."""
        self._empty.setText(text)
        self._empty.show()
        self._body.hide()
        self.wall.setEnabled(False)

    def show_scenario(self, view: ScenarioView) -> None:
        """Show a scenario on its day."""
        self._empty.hide()
        self._body.show()
        self.wall.setEnabled(True)
        self._is_filling = True
        days = view.scenario.clock.days
        self._title.setText(f"Scenario: {view.scenario.title}")
        self._subtitle.setText(f"{view.scenario.product}, facilitator’s view")
        self._day.setText(f"Day {view.day} of {days}")
        self.slider.setRange(1, days)
        self.slider.setValue(view.day)
        for row, series in zip(self.rows, view.charts, strict=False):
            row.show_series(series, view)
        self._show_decision(view)
        self._show_costs(view)
        self._truth.setText(view.scenario.truth_card.cause)
        self._is_filling = False

    def show_playing(self, *, is_playing: bool) -> None:
        """Name the play button after what it does next."""
        self.play.setText("Pause" if is_playing else "Play")
        self.play.set_icon("pause" if is_playing else "play")

    def _show_decision(self, view: ScenarioView) -> None:
        ids = [option.id for option in view.options]
        if ids != self._option_ids:
            self._option_ids = ids
            for place, option in enumerate(view.options):
                radio = QRadioButton(option.label)
                radio.setObjectName(f"option-{option.id}")
                self._group.addButton(radio, place)
                self._options.addWidget(radio)
        self._says_by_place = [f"{o.hint.capitalize()}. {o.say}" for o in view.options]
        play = view.play
        if play.decision:
            label = next(o.label for o in view.options if o.id == play.decision)
            self._question.setText(f"Decided on day {play.decision_day}: {label}")
        else:
            self._question.setText(f"Decision on day {view.day}")
        point = view.scenario.decisions[0]
        is_open = not play.decision and point.from_day <= view.day <= point.until_day
        for button in self._group.buttons():
            button.setEnabled(is_open)
        self.decide.setEnabled(is_open and self._group.checkedId() >= 0)
        if not play.decision and not is_open:
            self._says.setText(f"Open from day {point.from_day} to day {point.until_day}.")

    def _show_costs(self, view: ScenarioView) -> None:
        since = view.play.decision_day
        if not since:
            self._costs.setText("Nothing is decided yet. Each option’s cost will stand here.")
            return
        ranked = sorted(view.costs, key=lambda option: option.cost[-1])
        self._costs.setText(
            "\n".join(
                f"€{option.cost[-1] / 1000:,.0f} k   {option.label}"
                + (", played" if option.option_id == view.play.decision else "")
                for option in ranked
            )
        )

    def say_problem(self, text: str) -> None:
        """Say what did not work."""
        self.banner.say(text, "alert", "Understood")

    def say_done(self, text: str, *, can_undo: bool) -> None:
        """Pass on what was done, for a toast."""
        self.banner.say("")
        self.done_said.emit(text, can_undo)

    # --- pressing --------------------------------------------------------------------------------

    def _day_moved(self, day: int) -> None:
        if not self._is_filling:
            self.day_chosen.emit(day)

    def _option_chosen(self, place: int) -> None:
        self._says.setText(self._says_by_place[place])
        self.decide.setEnabled(True)

    def _decide(self) -> None:
        place = self._group.checkedId()
        if place >= 0:
            self.decided.emit(self._option_ids[place])

    def _hide_banner(self) -> None:
        self.banner.say("")
