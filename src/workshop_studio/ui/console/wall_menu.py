"""What the wall can show, with what each does in words, and how the room sees the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from workshop_studio.domain.live import ClockStyle
from workshop_studio.domain.run import RunPhase, StageView

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from workshop_studio.domain.console import ConsoleReading

_SLIDES = (
    (StageView.COUNTDOWN, "Countdown", "the clock and the steps", "C"),
    (StageView.BREAKOUTS, "Breakout wall", "the clocks of all groups", "T"),
    (StageView.AGENDA, "Now and next", "what runs and what follows", "A"),
    (StageView.PROMPT, "Prompt", "one sentence, large", "P"),
    (StageView.WORD, "Word", "a word of the vocabulary explained", "W"),
    (StageView.SCENARIO, "Scenario", "its charts", ""),
    (StageView.HOLDING, "Holding slide", "the title and nothing else", "H"),
)
STYLES = (
    (ClockStyle.DIGITS, "Digits", "exact to the second"),
    (ClockStyle.RING, "Ring", "a ring that empties, with the digits"),
    (ClockStyle.ABOUT, "About", "such as “about 5 min”"),
    (ClockStyle.NONE, "No clock", "the room sees no time; you still do"),
)


class WallMenu(QMenu):
    """Emits the view, or the style, that was chosen."""

    view_chosen = Signal(object)
    style_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.slides: dict[StageView, QAction] = {}
        for view, words, does, key in _SLIDES:
            action = self.addAction(f"{words}: {does}" + (f"\t{key}" if key else ""))
            action.setCheckable(True)
            action.setData(view.value)
            action.setObjectName(f"show-{view.value}")
            self.slides[view] = action
        self.addSeparator()
        clock = self.addMenu("The clock that the room sees")
        group = QActionGroup(self)
        self.styles: dict[ClockStyle, QAction] = {}
        for style, words, does in STYLES:
            action = clock.addAction(f"{words}: {does}")
            action.setCheckable(True)
            action.setData(style.value)
            action.setObjectName(f"style-{style.value}")
            group.addAction(action)
            self.styles[style] = action
        # An entry of the inner menu comes up through both; each is connected where it belongs.
        clock.triggered.connect(self._style_chosen)
        self.triggered.connect(self._view_chosen)

    def show_reading(self, reading: ConsoleReading) -> None:
        """Mark what is on, and offer only what there is."""
        for view, action in self.slides.items():
            action.setChecked(view is reading.view)
        for style, action in self.styles.items():
            action.setChecked(style is reading.style)
        self.slides[StageView.BREAKOUTS].setVisible(bool(reading.tracks))
        self.slides[StageView.WORD].setVisible(bool(reading.words))
        self.slides[StageView.AGENDA].setVisible(reading.phase is not RunPhase.ENDED)

    def _view_chosen(self, action: QAction) -> None:
        if action in self.slides.values():
            self.view_chosen.emit(StageView(action.data()))

    def _style_chosen(self, action: QAction) -> None:
        self.style_chosen.emit(ClockStyle(action.data()))
