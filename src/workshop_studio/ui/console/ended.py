"""The session is over: what comes next. `slot` takes what is said about how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from workshop_studio.domain.run import RunPhase
from workshop_studio.ui.kit.basics import Button, Card, Text

if TYPE_CHECKING:
    from workshop_studio.domain.console import ConsoleReading
    from workshop_studio.ui.theme.theme import Theme

_RUN = (
    "The session has ended",
    "Read and rate what the teams wrote while it is fresh, then print what they take home.",
)
_REHEARSED = (
    "The session has ended",
    "This was a rehearsal and nothing of it is kept. “End rehearsal” leads back to Plan.",
)


class EndedCard(Card):
    """Stands where the clock stood. slot: a column for the look back at the session."""

    review_wanted = Signal()
    print_wanted = Signal()
    undo_pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(padding=24)
        self.head = Text(theme, "title")
        self.next = Text(theme, "body", tone="2").wrapped()
        self.body.addWidget(self.head)
        self.body.addWidget(self.next)
        self.body.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.review = Button(theme, "Go to Review", "primary", "clipboard-check")
        self.review.setObjectName("ended-review")
        self.review.clicked.connect(self.review_wanted)
        self.print = Button(theme, "Print the material", icon="printer")
        self.print.clicked.connect(self.print_wanted)
        self.undo = Button(theme, "Undo", "text", "undo-2", hint="Ctrl+Z")
        self.undo.setObjectName("ended-undo")
        self.undo.clicked.connect(self.undo_pressed)
        for button in (self.review, self.print, self.undo):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.slot = QVBoxLayout()
        self.body.addLayout(self.slot)
        self.hide()

    def show_reading(self, reading: ConsoleReading) -> None:
        """Say what comes next; hidden before the end."""
        is_over = reading.phase is RunPhase.ENDED
        if is_over:
            about, then = _REHEARSED if reading.is_rehearsal else _RUN
            self.head.setText(about)
            self.next.setText(then)
            # Of a rehearsal nothing is there to be rated.
            for button in (self.review, self.print):
                button.setVisible(not reading.is_rehearsal)
            self.undo.setVisible(reading.undo_act is not None)
        self.setVisible(is_over)
