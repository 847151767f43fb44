"""The card of a breakout: every group with its clock, and what can be done to one or to all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from workshop_studio.domain.run import RunPhase
from workshop_studio.ui.console.groups_panel import RoundPanel, SendOutPanel
from workshop_studio.ui.console.table_cell import TableCell
from workshop_studio.ui.kit.basics import Button, Card, Text
from workshop_studio.ui.kit.literal import action_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QResizeEvent

    from workshop_studio.domain.console import ConsoleReading
    from workshop_studio.domain.console_tracks import TrackReading
    from workshop_studio.ui.console.groups_panel_rows import GroupRow
    from workshop_studio.ui.theme.theme import Theme

_ALL = (
    ("round", "New round", "all clocks start afresh"),
    ("call-back", "Call everybody back", "a sentence on the stage until the room has it"),
    ("call-off", "Call the breakout off", "the block goes on together"),
)


class TablesCard(Card):
    """Hidden while nobody is out in groups. Emits what was chosen; decides nothing."""

    group_pressed = Signal(str)
    more_wanted = Signal(str, int)
    hold_wanted = Signal(str)
    back_wanted = Signal(str)
    round_wanted = Signal()
    round_begun = Signal(int, str)
    call_back_wanted = Signal()
    call_off_wanted = Signal()
    sent_out = Signal(int, object)

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(spacing=4)
        self._theme, self._page = theme, page
        self.setObjectName("tables")
        self.cells: list[TableCell] = []
        self.menu: QMenu | None = None
        self.panel: SendOutPanel | RoundPanel | None = None
        self._is_wide = False
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(12)
        self.title = Text(theme, "section")
        self.about = Text(theme, "body", tone="2")
        self.all = Button(theme, "", icon="chevron-down", size="compact", hint="G")
        self.all.setObjectName("all-groups")
        self.all.clicked.connect(self.open_all)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.about)
        head.addWidget(self.all)
        self.body.addWidget(self._head)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.body.addLayout(self._row)
        self.hide()

    # --- being told ------------------------------------------------------------------------------

    def show_reading(self, reading: ConsoleReading) -> None:
        """Show the groups of the running block, or nothing."""
        tracks = reading.tracks
        if [track.id for track in tracks] != [cell.track.id for cell in self.cells if cell.track]:
            self._make_cells(len(tracks))
        for cell, track in zip(self.cells, tracks, strict=True):
            cell.show_track(track)
        word = "Tables" if "tables" in reading.block.grouping else "Groups"
        self.title.setText(word)
        self.setAccessibleName(word)
        self.about.setText(reading.groups)
        self.all.setText(f"All {word.lower()}")
        self.all.setAccessibleName(self.all.text())
        is_on = reading.phase in {RunPhase.RUNNING, RunPhase.PAUSED}
        self.setVisible(is_on and bool(tracks))

    def take_measure(self, *, is_wide: bool) -> None:
        """Take the wide measures, or the narrow ones: no head, no names."""
        self._is_wide = is_wide
        self._head.setVisible(is_wide)
        side, top = (20, 16) if is_wide else (20, 6)
        self.body.setContentsMargins(side, top, side - 4, top - (4 if is_wide else 0))
        self._measure_cells()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look whether states still fit into one line."""
        super().resizeEvent(event)
        self._measure_cells()

    def _make_cells(self, count: int) -> None:
        had_focus = any(cell.hasFocus() for cell in self.cells)
        for cell in self.cells:
            self._row.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self.cells = []
        for place in range(count):
            cell = TableCell(self._theme, is_first=place == 0)
            cell.clicked.connect(self._pressed)
            cell.stepped.connect(self._stepped)
            self._row.addWidget(cell, 1)
            self.cells.append(cell)
        self._measure_cells()
        if had_focus and self.cells:
            self.cells[0].setFocus()

    def _measure_cells(self) -> None:
        if not self.cells:
            return
        margins = self.body.contentsMargins()
        room = (self.width() - margins.left() - margins.right()) / len(self.cells) - 12
        is_tight = room < self.cells[0].word_width()
        for cell in self.cells:
            cell.take_measure(is_wide=self._is_wide, has_two_lines=is_tight)

    # --- one group -------------------------------------------------------------------------------

    def _pressed(self) -> None:
        cell = self.sender()
        if isinstance(cell, TableCell) and cell.track is not None:
            self.group_pressed.emit(cell.track.id)

    def _stepped(self, step: int) -> None:
        cell = self.sender()
        if isinstance(cell, TableCell):
            place = self.cells.index(cell) + step
            if 0 <= place < len(self.cells):
                self.cells[place].setFocus()

    def open_menu(self, track: TrackReading, cost_of_one: str) -> None:
        """Open the menu of one group below it."""
        cell = next((one for one in self.cells if one.track and one.track.id == track.id), None)
        if cell is None:
            return
        menu = self._new_menu(cell)
        menu.setAccessibleName(track.name)
        self._entry(menu, "more-2", track.id, f"Two more minutes: {track.cost}")
        self._entry(menu, "more-1", track.id, f"One more minute: {cost_of_one}")
        if not track.is_back:
            words = "Go on" if track.is_held else "Pause this group: the others go on"
            self._entry(menu, "hold", track.id, words)
        self._entry(menu, "back", track.id, "Out again" if track.is_back else "Is back")
        menu.addSeparator()
        facts = (track.name, track.text, track.mentor and f"Mentor: {track.mentor}",
                 track.place and f"Place: {track.place}")  # fmt: skip
        for fact in facts:
            if fact:
                menu.addAction(action_text(fact)).setEnabled(False)
        everybody = menu.addMenu(action_text(self.all.text()))
        self._add_all(everybody)
        menu.popup(cell.mapToGlobal(QPoint(0, cell.height())))

    # --- all groups ------------------------------------------------------------------------------

    def open_all(self) -> None:
        """Open the menu of what can be done to all groups."""
        beside = self.all if self.all.isVisible() else self
        menu = self._new_menu(beside)
        menu.setAccessibleName(self.all.text())
        self._add_all(menu)
        menu.popup(beside.mapToGlobal(QPoint(0, beside.height())))

    def open_round(self) -> None:
        """Ask for the minutes and the title of a new round."""
        panel = RoundPanel(self._theme, self._page)
        panel.begun.connect(self.round_begun)
        self._keep(panel)
        panel.open(panel.minutes, 520)

    def open_send_out(self, rows: Sequence[GroupRow], left_min: int) -> None:
        """Ask who goes out in groups, for how long, and to do what."""
        panel = SendOutPanel(self._theme, rows, left_min, self._page)
        panel.sent.connect(self.sent_out)
        self._keep(panel)
        panel.open(panel.minutes, 820)

    def _keep(self, panel: SendOutPanel | RoundPanel) -> None:
        if self.panel is not None:
            self.panel.close()
        self.panel = panel
        panel.closed.connect(self._panel_gone)

    def _panel_gone(self) -> None:
        if self.panel is self.sender():
            self.panel = None

    def _new_menu(self, parent: QWidget) -> QMenu:
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = QMenu(parent)
        self.menu.triggered.connect(self._chosen)
        return self.menu

    def _add_all(self, menu: QMenu) -> None:
        for key, words, does in _ALL:
            self._entry(menu, key, "", f"{words}: {does}")

    def _entry(self, menu: QMenu, key: str, track_id: str, words: str) -> None:
        action = menu.addAction(action_text(words))
        action.setObjectName(key)
        action.setData((key, track_id))

    def _chosen(self, action: QAction) -> None:
        key, track_id = action.data()
        if key.startswith("more-"):
            self.more_wanted.emit(track_id, int(key.removeprefix("more-")))
            return
        if track_id:
            (self.hold_wanted if key == "hold" else self.back_wanted).emit(track_id)
            return
        signals = {
            "round": self.round_wanted,
            "call-back": self.call_back_wanted,
            "call-off": self.call_off_wanted,
        }
        signals[key].emit()
