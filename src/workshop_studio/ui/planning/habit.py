"""What earlier sessions say of the chosen block, and how the whole session went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop_studio.ui.kit.basics import Button, Card, Text
from workshop_studio.ui.kit.cards import IconMark

if TYPE_CHECKING:
    from workshop_studio.domain.debrief import Debrief
    from workshop_studio.domain.history import Advice
    from workshop_studio.ui.theme.theme import Theme

_MOST_CAUSES = 3


class HabitLine(QWidget):
    """One sentence with its numbers, and the length that follows from it."""

    minutes_wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._minutes = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconMark(theme, "lightbulb", "accent", 16), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        self.words = Text(theme, "body").wrapped()
        self.plan = Button(theme, "", size="compact")
        self.plan.setObjectName("plan-habit")
        self.plan.clicked.connect(self._wanted)
        column.addWidget(self.words)
        column.addWidget(self.plan, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(column, 1)
        self.hide()

    def show_advice(self, advice: Advice | None) -> None:
        """Show what earlier sessions say, or nothing."""
        self.setVisible(advice is not None)
        if advice is None:
            return
        self.words.setText(advice.words)
        self.plan.setVisible(advice.minutes is not None)
        if advice.minutes is not None:
            self._minutes = advice.minutes
            self.plan.setText(f"Plan {advice.minutes} minutes")

    def _wanted(self) -> None:
        self.minutes_wanted.emit(self._minutes)


class WentCard(Card):
    """How the session went: its headline and the largest causes; hidden before its end."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(spacing=6)
        self.setObjectName("went")
        self.headline = Text(theme, "body-strong").wrapped()
        self._causes = Text(theme, "body", tone="2").wrapped()
        self.body.addWidget(Text(theme, "section", "How it went"))
        self.body.addWidget(self.headline)
        self.body.addWidget(self._causes)
        self.hide()

    def show_debrief(self, debrief: Debrief | None) -> None:
        """Show a debrief, or nothing."""
        self.setVisible(debrief is not None)
        if debrief is not None:
            self.headline.setText(debrief.headline[:1].upper() + debrief.headline[1:])
            self._causes.setText("\n".join(debrief.causes[:_MOST_CAUSES]))
