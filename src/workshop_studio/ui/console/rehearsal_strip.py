"""The strip that says that this is a rehearsal, and how fast its time runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from workshop_studio.ui.kit.basics import Button, Text
from workshop_studio.ui.kit.marks import ShapeMark
from workshop_studio.ui.kit.segmented import SegmentedChoice

if TYPE_CHECKING:
    from workshop_studio.ui.theme.theme import Theme

PACES = (("1", "1x"), ("2", "2x"), ("10", "10x"), ("60", "60x"))


class RehearsalStrip(QFrame):
    """Sets text and passes on what was chosen; hidden unless a rehearsal is on."""

    pace_chosen = Signal(str)
    hold_pressed = Signal()
    end_pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("rehearsal")
        self.setProperty("banner", "watch")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(10)
        mark = ShapeMark(theme, 16)
        self.words = Text(theme, "section", "Rehearsal, nothing is kept")
        self._state = Text(theme, "body", tone="2")
        self.paces = SegmentedChoice(theme, PACES, name="How fast the rehearsal’s time runs")
        self.paces.chosen.connect(self.pace_chosen)
        self.hold = Button(theme, "Pause time", icon="pause")
        self.hold.setObjectName("rehearsal-hold")
        self.hold.clicked.connect(self.hold_pressed)
        self.end = Button(theme, "End rehearsal", icon="x")
        self.end.setObjectName("rehearsal-end")
        self.end.clicked.connect(self.end_pressed)
        row.addWidget(mark)
        # Only once it stands in the strip: a mark without a place would be a window of its own.
        mark.set_shape("watch", "watch")
        row.addWidget(self.words)
        row.addWidget(self._state, 1)
        for widget in (self.paces, self.hold, self.end):
            row.addWidget(widget)
        self.hide()

    @property
    def state(self) -> str:
        """Return what it says about its time."""
        return self._state.text()

    def show_pace(self, pace: str, *, is_held: bool) -> None:
        """Show how fast time runs, or that it stands."""
        self.paces.choose(pace)
        self._state.setText("time stands" if is_held else "")
        self.hold.setText("Let time run" if is_held else "Pause time")
        self.hold.set_icon("play" if is_held else "pause")
