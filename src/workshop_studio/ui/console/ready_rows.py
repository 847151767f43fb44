"""The rows of the pre-flight page: one for each check, one for each tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workshop_studio.domain.readiness import Offer
from workshop_studio.ui.kit.basics import Button, Rule, Text
from workshop_studio.ui.kit.state_chip import StateChip
from workshop_studio.ui.kit.tick import Tick

if TYPE_CHECKING:
    from workshop_studio.domain.readiness import CheckLine
    from workshop_studio.ui.console.ready_presenter import TickRow
    from workshop_studio.ui.theme.theme import Theme

_CHIP, _TITLE = 112, 132
_ICONS = {
    Offer.SHOW_WINDOW: "maximize",
    Offer.SWITCH_ON: "sound-on",
    Offer.PLAY: "play",
    Offer.PRINT_MATERIAL: "printer",
}


class CheckRow(QWidget):
    """State, name, what was found, what to do about it, and a button where the app can help."""

    offered = Signal(object)

    def __init__(self, theme: Theme, line: CheckLine) -> None:
        super().__init__()
        self.setObjectName(f"check-{line.id}")
        self._offer = Offer.NONE
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        side = QWidget()
        side.setFixedWidth(_CHIP)
        holder = QHBoxLayout(side)
        holder.setContentsMargins(0, 0, 0, 0)
        self.chip = StateChip(theme)
        holder.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(side, 0, Qt.AlignmentFlag.AlignTop)
        self._title = Text(theme, "body-strong", line.title)
        self._title.setFixedWidth(_TITLE)
        # The words stand beside those of the chip, which is a little higher than a line.
        self._title.setContentsMargins(0, 2, 0, 0)
        row.addWidget(self._title, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.says = Text(theme, "body").wrapped()
        self.to_do = Text(theme, "body", tone="2").wrapped()
        words.addWidget(self.says)
        words.addWidget(self.to_do)
        words.addStretch(1)
        row.addLayout(words, 1)
        self.button = Button(theme, "", size="compact")
        self.button.clicked.connect(self._pressed)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self._rule = Rule()
        column.addWidget(self._rule)
        self.show_line(line)

    def show_line(self, line: CheckLine) -> None:
        """Show how the check came out."""
        self.chip.show_state(line.look.value, line.look.word)
        self.says.setText(line.says)
        self.to_do.setText(line.to_do)
        self.to_do.setVisible(bool(line.to_do))
        self._offer = line.offer
        self.button.setText(line.offer.value)
        self.button.setAccessibleName(f"{line.offer.value}: {line.title}")
        if line.offer is not Offer.NONE:
            self.button.set_icon(_ICONS[line.offer])
        self.button.setVisible(line.offer is not Offer.NONE)
        self.setAccessibleName(f"{line.title}: {line.look.word}. {line.says} {line.to_do}".strip())

    def end(self) -> None:
        """Be the last of the list: no hairline follows."""
        self._rule.hide()

    def _pressed(self) -> None:
        self.offered.emit(self._offer)


class TickList(QWidget):
    """Boxes to tick, each with a note under it; emits the id and whether it is ticked now."""

    ticked = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(2)
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnStretch(0, 1)
        self.boxes: dict[str, Tick] = {}
        self._notes: dict[str, Text] = {}
        self._shown: tuple[tuple[str, str], ...] = ()
        self._has_notes = True

    def show_rows(self, rows: tuple[TickRow, ...]) -> None:
        """Show boxes and notes; a box that stays keeps the focus it may have."""
        wanted = tuple((row.id, row.text) for row in rows)
        if wanted != self._shown:
            self._build(rows)
            self._shown = wanted
        for row in rows:
            box = self.boxes[row.id]
            with QSignalBlocker(box):
                box.setChecked(row.is_on)
            box.update()
            self._notes[row.id].setText(row.note)

    def take_measure(self, *, is_wide: bool) -> None:
        """Leave the notes out where the words of the boxes need the room."""
        self._has_notes = is_wide
        for note in self._notes.values():
            note.setVisible(is_wide)

    def _build(self, rows: tuple[TickRow, ...]) -> None:
        for widget in (*self.boxes.values(), *self._notes.values()):
            self._grid.removeWidget(widget)
            widget.deleteLater()
        self.boxes.clear()
        self._notes.clear()
        for place, row in enumerate(rows):
            box = Tick(self._theme, row.text)
            box.setObjectName(row.id)
            box.toggled.connect(self._toggled)
            note = Text(self._theme, "caption", tone="3")
            self.boxes[row.id], self._notes[row.id] = box, note
            self._grid.addWidget(box, place, 0)
            self._grid.addWidget(note, place, 1, Qt.AlignmentFlag.AlignRight)
            # Only now: shown without a parent it would be a window that takes the focus away.
            note.setVisible(self._has_notes)

    def _toggled(self, is_on: bool) -> None:  # noqa: FBT001 - the shape of a signal
        self.ticked.emit(self.sender().objectName(), is_on)
