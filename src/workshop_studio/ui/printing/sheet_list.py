"""The sheets of a session by block: what to print, for whom, how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workshop_studio.domain.sheet import Audience
from workshop_studio.ui.kit.basics import Button, Card, Rule, Text
from workshop_studio.ui.kit.segmented import SegmentedChoice
from workshop_studio.ui.kit.tick import Tick

if TYPE_CHECKING:
    from workshop_studio.domain.material import Material, SheetLine
    from workshop_studio.ui.theme.theme import Theme

_QUIET_MS = 200
_AUDIENCES = ((Audience.PARTICIPANTS, "For the tables"), (Audience.FACILITATOR, "For you alone"))


class SheetRow(QWidget):
    """One sheet: a tick, its title, how many are needed, and a button that shows it."""

    ticked = Signal()
    look_wanted = Signal(str)

    def __init__(self, theme: Theme, line: SheetLine) -> None:
        super().__init__()
        self.sheet_id = line.sheet.id
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 4)
        column.setSpacing(0)
        self.tick = Tick(theme, line.sheet.title)
        self.tick.setChecked(True)
        self.tick.toggled.connect(self._ticked)
        copies = line.sheet.copies[:1].upper() + line.sheet.copies[1:]
        need = "" if line.copies is None else f": {line.copies}"
        note = Text(theme, "caption", f"{copies}{need}", "3").wrapped()
        note.setContentsMargins(24, 0, 0, 0)
        self.look = Button(theme, "Show", "text", size="compact")
        self.look.setAccessibleName(f"Show {line.sheet.title}")
        self.look.clicked.connect(self._look)
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self.tick, 1)
        first.addWidget(self.look)
        column.addLayout(first)
        column.addWidget(note)

    def _ticked(self, _: bool) -> None:  # noqa: FBT001 - the shape of a signal
        self.ticked.emit()

    def _look(self) -> None:
        self.look_wanted.emit(self.sheet_id)


class SheetList(Card):
    """Emits `chosen` with the ids of the ticked sheets, a moment after the last tick."""

    chosen = Signal(object)
    audience_chosen = Signal(object)
    copies_chosen = Signal(bool)
    look_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: list[SheetRow] = []
        self.audience = SegmentedChoice(
            theme, [(one.value, word) for one, word in _AUDIENCES], name="For whom"
        )
        self.audience.chosen.connect(self._audience_chosen)
        self.body.addWidget(self.audience)
        buttons = QHBoxLayout()
        self._told = Text(theme, "caption", "", "3")
        self.all = Button(theme, "All", "text", size="compact")
        self.none = Button(theme, "None", "text", size="compact")
        self.all.clicked.connect(self.tick_all)
        self.none.clicked.connect(self.tick_none)
        buttons.addWidget(self._told, 1)
        buttons.addWidget(self.all)
        buttons.addWidget(self.none)
        self.body.addLayout(buttons)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(0)
        scroll.setWidget(self._inner)
        self.body.addWidget(scroll, 1)
        self.body.addWidget(Rule())
        self.copies = Tick(theme, "As many copies as the room needs")
        self.copies.toggled.connect(self.copies_chosen)
        self._paper = Text(theme, "caption", "", "3").wrapped()
        self.body.addWidget(self.copies)
        self.body.addWidget(self._paper)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._announce)

    def show_material(self, material: Material, audience: Audience) -> None:
        """Show the sheets of one audience, all of them ticked."""
        self._quiet.stop()
        self.audience.choose(audience.value)
        with QSignalBlocker(self.copies):
            self.copies.setChecked(False)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        group = ""
        for line in material.lines_for(audience):
            if line.group != group:
                group = line.group
                head = Text(self._theme, "caption", group, "accent").wrapped()
                head.setContentsMargins(0, 10, 0, 2)
                self._column.addWidget(head)
            row = SheetRow(self._theme, line)
            row.ticked.connect(self._ticked)
            row.look_wanted.connect(self.look_wanted)
            self.rows.append(row)
            self._column.addWidget(row)
        self._column.addStretch(1)
        self._tell()

    def say_copies(self, text: str) -> None:
        """Say how many pages the copies come to."""
        self._paper.setText(text)

    @property
    def ticked(self) -> frozenset[str]:
        """Return the ids of the ticked sheets."""
        return frozenset(row.sheet_id for row in self.rows if row.tick.isChecked())

    def tick_all(self) -> None:
        """Tick every sheet."""
        self._tick(is_on=True)

    def tick_none(self) -> None:
        """Tick none."""
        self._tick(is_on=False)

    def _tick(self, *, is_on: bool) -> None:
        for row in self.rows:
            row.tick.setChecked(is_on)

    def _ticked(self) -> None:
        self._tell()
        self._quiet.start()

    def _tell(self) -> None:
        self._told.setText(f"{len(self.ticked)} of {len(self.rows)} sheets")

    def _announce(self) -> None:
        self.chosen.emit(self.ticked)

    def _audience_chosen(self, value: str) -> None:
        self.audience_chosen.emit(Audience(value))
