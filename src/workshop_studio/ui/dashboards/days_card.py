"""The days of a scenario: play, pace, the slider with its marks, charts or daily table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout

from workshop_studio.domain.scenario_kinds import Layer
from workshop_studio.ui.kit.basics import Button, Card, Text
from workshop_studio.ui.kit.cards import IconMark
from workshop_studio.ui.kit.choices import BareChoice
from workshop_studio.ui.kit.scrubber import Scrubber, ScrubberMark
from workshop_studio.ui.kit.segmented import SegmentedChoice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from workshop_studio.services.scenarios import ScenarioView
    from workshop_studio.ui.theme.theme import Theme

PACES_S = (1, 2, 5, 20)
USUAL_PACE_S = 2
CHARTS, TABLE = "charts", "table"
_LEGEND = (
    ("flag", "harmless event", "text-2"),
    ("lock", "hidden cause", "private"),
    ("target", "decision", "text-2"),
)


def pace_words(seconds: int) -> str:
    """Return "one day every 2 s"."""
    return "one day every second" if seconds == 1 else f"one day every {seconds} s"


def marks_of(view: ScenarioView) -> tuple[ScrubberMark, ...]:
    """Return what happens on which day; only the console ever shows it."""
    marks = []
    for effect in view.scenario.effects:
        is_harmless = effect.is_harmless and effect.layer is not Layer.MONITORING
        icon, role = ("flag", "text-2") if is_harmless else ("lock", "private")
        marks.append(ScrubberMark(effect.start, icon, effect.note, role))
    if view.decided is not None:
        words = f"decided: {view.decided.label}"
        marks.append(ScrubberMark(view.play.decision_day, "target", words, "accent-text"))
    else:
        for point in view.scenario.decisions:
            marks += [ScrubberMark(point.until_day, "target", "last day to decide")]
    return tuple(marks)


class DaysCard(Card):
    """Emits the chosen day, the pressed play button, the pace in seconds, charts or table."""

    day_chosen = Signal(int)
    play_pressed = Signal()
    pace_chosen = Signal(int)
    face_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(padding=16, spacing=4)
        self._marks: tuple[ScrubberMark, ...] = ()
        head = QHBoxLayout()
        head.setSpacing(10)
        self.play = Button(theme, "", icon="play", size="compact", hint="Space")
        self.play.setObjectName("play-days")
        self.play.clicked.connect(self.play_pressed)
        self.day = Text(theme, "section").numeric()
        self.pace = BareChoice(theme, theme.font("body"))
        self.pace.setAccessibleName("Pace")
        self.pace.addItems([pace_words(seconds) for seconds in PACES_S])
        self.pace.setCurrentIndex(PACES_S.index(USUAL_PACE_S))
        self.pace.activated.connect(self._pace)
        head.addWidget(self.play)
        head.addWidget(self.day)
        head.addWidget(self.pace)
        head.addStretch(1)
        self.legend = self._legend(theme, head)
        head.addSpacing(8)
        self.face = SegmentedChoice(
            theme, ((CHARTS, "Charts"), (TABLE, "Drift per day")), name="What is shown"
        )
        self.face.choose(CHARTS)
        self.face.chosen.connect(self.face_chosen)
        head.addWidget(self.face)
        self.body.addLayout(head)
        self.slider = Scrubber(theme)
        self.slider.setObjectName("days")
        self.slider.valueChanged.connect(self.day_chosen)
        self.body.addWidget(self.slider)
        self.show_playing(is_playing=False)

    def _legend(self, theme: Theme, row: QHBoxLayout) -> list[QWidget]:
        made: list[QWidget] = []
        for icon, word, role in _LEGEND:
            made += [IconMark(theme, icon, role, 14), Text(theme, "caption", word, "3")]
            row.addWidget(made[-2])
            row.addWidget(made[-1])
        return made

    def show_view(self, view: ScenarioView) -> None:
        """Show the day of a view and the marks of its scenario."""
        days = view.scenario.clock.days
        self.day.setText(f"Day {view.day} of {days}")
        marks = marks_of(view)
        with QSignalBlocker(self.slider):
            if marks != self._marks or self.slider.maximum() != days:
                self._marks = marks
                self.slider.show_days(1, days, marks)
            self.slider.setValue(view.day)

    def show_playing(self, *, is_playing: bool) -> None:
        """Show what the play button does next."""
        self.play.set_icon("pause" if is_playing else "play")
        self.play.setAccessibleName("Stop the days" if is_playing else "Let the days pass")

    def _pace(self, place: int) -> None:
        self.pace_chosen.emit(PACES_S[place])
