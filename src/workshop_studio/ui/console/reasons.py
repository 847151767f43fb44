"""Why a block takes longer, noted in one tap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop_studio.domain.run_log import DelayReason
from workshop_studio.ui.console.agenda_presenter import wants_reason
from workshop_studio.ui.kit.basics import Button, Text

if TYPE_CHECKING:
    from workshop_studio.domain.console import ConsoleReading
    from workshop_studio.ui.theme.theme import Theme


class ReasonRow(QWidget):
    """Four quiet chips; those that were noted stay pressed."""

    given = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Text(theme, "caption", "Why longer", "2"))
        self.chips: dict[DelayReason, Button] = {}
        for reason in DelayReason:
            chip = Button(theme, reason.value.capitalize(), "segment", size="compact")
            chip.setObjectName(f"reason-{reason.value}")
            chip.setCheckable(True)
            chip.setToolTip(f"Note that this block takes longer: {reason.value}")
            chip.setProperty("reason", reason.value)
            chip.clicked.connect(self._pressed)
            row.addWidget(chip)
            self.chips[reason] = chip
        row.addStretch(1)
        self._noted: tuple[str, ...] = ()
        self.hide()

    def show_reading(self, reading: ConsoleReading) -> None:
        """Offer reasons while there is something to explain."""
        self._noted = reading.reasons
        self._show_noted()
        self.setVisible(wants_reason(reading))

    def _show_noted(self) -> None:
        for reason, chip in self.chips.items():
            chip.setChecked(reason.value in self._noted)

    def _pressed(self) -> None:
        reason = DelayReason(self.sender().property("reason"))
        # The log decides what is noted, not the press.
        self._show_noted()
        self.given.emit(reason)
