"""The question after a crash: did the room keep going?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from workshop_studio.services.live_session import Recovery
from workshop_studio.ui.kit.basics import Button, Card, HoldButton, Text

if TYPE_CHECKING:
    from workshop_studio.services.live_session import RecoveryQuestion
    from workshop_studio.ui.theme.theme import Theme


class RecoveryCard(Card):
    """Three answers, each with its consequence; the stage holds until one is chosen."""

    answered = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__("accent")
        self.setObjectName("recovery")
        self._head = Text(theme, "title").wrapped()
        self._text = Text(theme, "body", tone="2").wrapped()
        self.kept_going = Button(theme, "", "primary", "play")
        self.kept_going.setObjectName("kept-going")
        self.stood_still = Button(theme, "", icon="pause")
        self.stood_still.setObjectName("stood-still")
        self.end = HoldButton(theme, "Hold to end session")
        self.kept_going.clicked.connect(self._kept_going)
        self.stood_still.clicked.connect(self._stood_still)
        self.end.held.connect(self._ended)
        row = QHBoxLayout()
        for button in (self.kept_going, self.stood_still, self.end):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addWidget(self._head)
        self.body.addWidget(self._text)
        self.body.addLayout(row)
        self.hide()

    def ask(self, question: RecoveryQuestion | None) -> None:
        """Ask, or hide when there is nothing to ask."""
        if question is None:
            self.hide()
            return
        self._head.setText(f"You were away for {_span(question.gap_s)}. Did the room keep going?")
        self._text.setText(
            f"The app stopped during “{question.block_title}”. Everything up to then is kept. "
            "The stage shows the holding slide until you choose."
        )
        self.kept_going.setText(f"It kept going: {question.left_if_kept_going} left")
        self.stood_still.setText(f"It stood still: {question.left_if_stood_still} left")
        is_kept = question.suggested is Recovery.KEPT_GOING
        for button, is_primary in ((self.kept_going, is_kept), (self.stood_still, not is_kept)):
            role = "primary" if is_primary else "plain"
            if button.property("role") != role:
                button.setProperty("role", role)
                button.style().unpolish(button)
                button.style().polish(button)
        self.show()

    def _kept_going(self) -> None:
        self.answered.emit(Recovery.KEPT_GOING)

    def _stood_still(self) -> None:
        self.answered.emit(Recovery.STOOD_STILL)

    def _ended(self) -> None:
        self.answered.emit(Recovery.END)


def _span(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    if minutes >= 60:
        return f"{minutes // 60} h {minutes % 60} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
