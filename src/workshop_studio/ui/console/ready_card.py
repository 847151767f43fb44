"""The short card on the console before the start: is the room ready?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from workshop_studio.domain.readiness import Look
from workshop_studio.ui.kit.basics import Button, Card, Text
from workshop_studio.ui.kit.state_chip import StateChip

if TYPE_CHECKING:
    from workshop_studio.domain.readiness import CheckLine
    from workshop_studio.ui.theme.theme import Theme

_MOST = 3
_WORST_FIRST = (Look.ALERT, Look.WATCH, Look.OPEN)


class ReadyCard(Card):
    """The worst three checks as their names, and the way to the whole page."""

    wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(padding=16)
        self.setObjectName("ready-card")
        head = QHBoxLayout()
        self.check = Button(theme, "Check the room", icon="clipboard-check", size="compact")
        self.check.setObjectName("check-room")
        self.check.clicked.connect(self.wanted)
        self.chip = StateChip(theme)
        head.addWidget(self.check)
        head.addStretch(1)
        head.addWidget(self.chip)
        self.body.addLayout(head)
        self.worst = Text(theme, "body", tone="2").wrapped()
        self.body.addWidget(self.worst)
        self._is_wide = True
        self._look, self._words = Look.OPEN, Look.OPEN.word
        self.chip.show_state(Look.OPEN.value, Look.OPEN.word)
        self.hide()

    def show_lines(self, lines: tuple[CheckLine, ...]) -> None:
        """Name the checks that need somebody, the worst first."""
        names = [line.title for look in _WORST_FIRST for line in lines if line.look is look]
        shown = names[:_MOST]
        more = len(names) - len(shown)
        text = ", ".join(shown) + (f" and {more} more" if more else "")
        self.worst.setText(text)
        self.worst.setVisible(bool(text) and self._is_wide)

    def take_measure(self, *, is_wide: bool) -> None:
        """Leave the names out where what comes next needs the room."""
        self._is_wide = is_wide
        self.worst.setVisible(is_wide and bool(self.worst.text()))
        self._show_chip()

    def show_summary(self, look: Look, text: str) -> None:
        """Show how the room looks on the whole."""
        self._look, self._words = look, look.word if look is Look.QUIET else text
        self._show_chip()

    def _show_chip(self) -> None:
        # The worst alone where both would be cut; the rest stands in the tip.
        words = self._words if self._is_wide else self._words.partition(",")[0]
        self.chip.show_state(self._look.value, words)
        self.chip.setToolTip(self._words if words != self._words else "")
