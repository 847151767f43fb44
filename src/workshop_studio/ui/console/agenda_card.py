"""The card of the agenda: its rows, the menu of a row, and what is typed about the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from workshop_studio.domain.projection import BlockState
from workshop_studio.domain.run import RunPhase
from workshop_studio.ui.console import agenda_offers as can
from workshop_studio.ui.console.agenda import AgendaList
from workshop_studio.ui.console.plan_panel import AddPanel, MinutesPanel
from workshop_studio.ui.kit.basics import Button, Card, Rule, Text

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction

    from workshop_studio.domain.console import ConsoleReading
    from workshop_studio.domain.console_rows import AgendaRow
    from workshop_studio.ui.theme.theme import Theme


class AgendaCard(Card):
    """Emits what is wanted of a block: `chosen` with an offer of its menu that needs no number."""

    chosen = Signal(str, str)
    end_wanted = Signal()
    foot_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(padding=0, spacing=0)
        self._theme = theme
        self._phase = RunPhase.READY
        self.menu: QMenu | None = None
        self._menu_of = ""
        self.body.setContentsMargins(1, 8, 1, 0)
        self.list = AgendaList(theme)
        self.list.opened.connect(self.open_menu)
        self.list.typed.connect(self._ask_length)
        self.list.skip_pressed.connect(self._skip_or_restore)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        # The list inside takes the keyboard; stopping here first would help nobody.
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.list)
        rows.addStretch(1)
        self._scroll.setWidget(inner)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(Rule())
        self.adding, self.minutes = AddPanel(theme), MinutesPanel(theme)
        for panel in (self.adding, self.minutes):
            panel.closed.connect(self._panel_closed)
            self.body.addWidget(panel)
        self.body.addLayout(self._foot_row())

    def _foot_row(self) -> QHBoxLayout:
        self._foot = foot = QHBoxLayout()
        self._ends = Text(self._theme, "section")
        self._planned_end = Text(self._theme, "body", tone="2")
        self.add = Button(self._theme, "Add a block", "text", "plus")
        self.add.setObjectName("add-block-button")
        self.add.clicked.connect(self._ask_block)
        foot.addWidget(self._ends)
        foot.addSpacing(10)
        foot.addWidget(self._planned_end)
        foot.addStretch(1)
        foot.addWidget(self.add)
        return foot

    @property
    def foot_px(self) -> int:
        """Return the height of what stands below the rows."""
        panels = (p.sizeHint().height() for p in (self.adding, self.minutes) if not p.isHidden())
        return 64 + sum(panels)

    def take_measure(self, *, is_wide: bool) -> None:
        """Take the wide or the narrow measures."""
        self.setFixedWidth(436 if is_wide else 348)
        side = 20 if is_wide else 14
        self._foot.setContentsMargins(side, 10, side, 10)

    def show_reading(self, reading: ConsoleReading) -> None:
        """Show rows and the end of the session."""
        self._phase = reading.phase
        self.list.show_rows(reading.rows)
        word = "Ended" if reading.phase is RunPhase.ENDED else "Ends"
        self._ends.setText(f"{word} {reading.ends}")
        self._planned_end.setText(f"planned {reading.planned_end}")
        is_over = reading.phase is RunPhase.ENDED
        self.add.setVisible(not is_over)
        if is_over:
            self.adding.hide()
            self.minutes.hide()

    # --- the menu of a row -----------------------------------------------------------------------

    def open_menu(self, block_id: str, at: QPoint) -> None:
        """Open what can be done to a block."""
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu, self._menu_of = QMenu(self), block_id
        for offer in can.offers(self.list.rows, block_id, self._phase):
            if not offer.words:
                self.menu.addSeparator()
                continue
            action = self.menu.addAction(f"{offer.words}\t{offer.key}")
            action.setData(offer.id)
            action.setEnabled(offer.is_open)
        self.menu.triggered.connect(self._menu_chosen)
        self.menu.popup(at)

    def _menu_chosen(self, action: QAction) -> None:
        row, offer_id = self._row(self._menu_of), str(action.data())
        if row is None:
            return
        if offer_id == can.SET:
            self._ask_length(row.block_id, "")
        elif offer_id == can.PUSH:
            self.minutes.ask_push(row, is_alone=row.state is not BlockState.RUNNING)
            self._show_panel(self.minutes)
        elif offer_id == can.END:
            self.end_wanted.emit()
        else:
            self.chosen.emit(row.block_id, offer_id)

    def _skip_or_restore(self, block_id: str) -> None:
        row = self._row(block_id)
        if row is not None:
            is_skipped = row.state is BlockState.SKIPPED
            self.chosen.emit(block_id, can.RESTORE if is_skipped else can.SKIP)

    def _ask_length(self, block_id: str, typed: str) -> None:
        row = self._row(block_id)
        can_change = {BlockState.WAITING, BlockState.RUNNING}
        if row is not None and row.state in can_change and self._phase is not RunPhase.ENDED:
            self.minutes.ask_length(row, typed)
            self._show_panel(self.minutes)

    def _ask_block(self) -> None:
        if self.adding.isVisible():
            self.adding.close_panel()
            return
        self.adding.open(can.places_to_add(self.list.rows))
        self._show_panel(self.adding)

    def _show_panel(self, panel: QWidget) -> None:
        for other in (self.adding, self.minutes):
            other.setVisible(other is panel)
        self.foot_changed.emit()

    def _panel_closed(self) -> None:
        self.list.setFocus()
        self.foot_changed.emit()

    def _row(self, block_id: str) -> AgendaRow | None:
        return next((row for row in self.list.rows if row.block_id == block_id), None)
