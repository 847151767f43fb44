"""The pre-flight page: what stands between the room and the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workshop_studio.ui.console.ready_rows import CheckRow, TickList
from workshop_studio.ui.kit.basics import Banner, Button, Card, Text
from workshop_studio.ui.kit.cards import EmptyPage
from workshop_studio.ui.kit.sounds_card import SoundsCard
from workshop_studio.ui.kit.state_chip import StateChip

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from workshop_studio.domain.readiness import CheckLine, Look
    from workshop_studio.ui.console.ready_presenter import TickRow
    from workshop_studio.ui.theme.theme import Theme

WIDE = 1700


class ReadyPage(QWidget):
    """Sets text and passes on what was pressed; decides nothing."""

    back_wanted = Signal()
    check_wanted = Signal()
    print_wanted = Signal()
    plan_wanted = Signal()
    ticked = Signal(str, bool)
    offered = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("page", "true")
        self.setObjectName("ready")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head())
        self.banner = Banner(theme)
        self.banner.acted.connect(self._hide_banner)
        self._column.addWidget(self.banner)
        self._empty = EmptyPage(
            theme, "Choose a session first. Its room is checked here.", "Choose a session",
            "calendar-days",
        )  # fmt: skip
        self._empty.acted.connect(self.plan_wanted)
        self._column.addWidget(self._empty, 1)
        self._body = QWidget()
        self._row = QHBoxLayout(self._body)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._checks_card(), 3)
        self._right = QWidget()
        self._right_column = QVBoxLayout(self._right)
        self._right_column.setContentsMargins(0, 0, 0, 0)
        self.sounds = SoundsCard(theme)
        self._right_column.addWidget(self.sounds)
        self._right_column.addWidget(self._ticks_card(), 1)
        self._row.addWidget(self._right)
        self._column.addWidget(self._body, 1)
        self.rows: dict[str, CheckRow] = {}
        self.show_nothing()

    @property
    def regions(self) -> tuple[QWidget, ...]:
        """Return the regions that F6 visits."""
        return (self.again, self._list, self.sounds, self._ticks)

    def _head(self) -> QHBoxLayout:
        theme = self._theme
        head = QHBoxLayout()
        head.setSpacing(8)
        self.back = Button(theme, "Back", "plain", hint="Esc")
        self.back.clicked.connect(self.back_wanted)
        self.title = Text(theme, "title", "Ready?")
        self.subtitle = Text(theme, "body", tone="2")
        self.subtitle.setMinimumWidth(40)
        self.chip = StateChip(theme)
        self.checked = Text(theme, "body", tone="3")
        self.again = Button(theme, "Check again", icon="refresh-cw", hint="F5")
        self.again.setObjectName("check-again")
        self.again.setShortcut("F5")
        self.again.clicked.connect(self.check_wanted)
        self.print = Button(theme, "Print this card", icon="printer", hint="Ctrl+P")
        self.print.setObjectName("print-ready")
        self.print.setShortcut("Ctrl+P")
        self.print.clicked.connect(self.print_wanted)
        head.addWidget(self.back)
        head.addSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.chip)
        head.addWidget(self.subtitle)
        head.addStretch(1)
        head.addWidget(self.checked)
        head.addWidget(self.again)
        head.addWidget(self.print)
        return head

    def _checks_card(self) -> Card:
        card = Card(padding=0)
        card.body.setContentsMargins(1, 8, 1, 8)
        scroll = self._scroll()
        self._list = QWidget()
        self._rows_column = QVBoxLayout(self._list)
        self._rows_column.setContentsMargins(20, 0, 20, 0)
        self._rows_column.setSpacing(0)
        self._rows_column.addStretch(1)
        scroll.setWidget(self._list)
        card.body.addWidget(scroll)
        return card

    def _ticks_card(self) -> Card:
        card = Card(padding=0)
        card.body.setContentsMargins(1, 12, 1, 8)
        scroll = self._scroll()
        self._ticks = QWidget()
        column = QVBoxLayout(self._ticks)
        column.setContentsMargins(20, 0, 20, 0)
        column.setSpacing(4)
        column.addWidget(Text(self._theme, "section", "Ticked by hand"))
        self.by_hand = TickList(self._theme)
        self.by_hand.ticked.connect(self.ticked)
        column.addWidget(self.by_hand)
        self._things_head = Text(self._theme, "caption", "On the tables, as the pack says", "2")
        column.addSpacing(8)
        column.addWidget(self._things_head)
        self.things = TickList(self._theme)
        self.things.ticked.connect(self.ticked)
        column.addWidget(self.things)
        column.addStretch(1)
        scroll.setWidget(self._ticks)
        card.body.addWidget(scroll)
        return card

    def _scroll(self) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return scroll

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the wide measures from 1700 px on."""
        is_wide = self.width() >= WIDE
        edge, gap = (32, 24) if is_wide else (16, 12)
        self._column.setContentsMargins(edge, 12, edge, edge - 4)
        self._column.setSpacing(gap if is_wide else 10)
        for layout in (self._row, self._right_column):
            layout.setSpacing(gap)
        self._right.setFixedWidth(620 if is_wide else 440)
        for button in (self.back, self.again, self.print):
            button.show_hint(is_shown=is_wide)
        self.subtitle.setVisible(is_wide)
        self.things.take_measure(is_wide=is_wide)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back; it ends nothing."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
            return
        super().keyPressEvent(event)

    # --- being told ------------------------------------------------------------------------------

    def show_nothing(self) -> None:
        """Show the page without a session."""
        self._body.hide()
        for widget in (self.chip, self.again, self.print, self.checked):
            widget.hide()
        self.subtitle.setText("")
        self._empty.show()

    def show_session(self, title: str, start: str) -> None:
        """Name the session."""
        self.subtitle.setText(f"{title}, starts {start}")
        self.subtitle.setToolTip(self.subtitle.text())
        self._empty.hide()
        self._body.show()
        for widget in (self.chip, self.again, self.print, self.checked):
            widget.show()

    def show_lines(self, lines: tuple[CheckLine, ...]) -> None:
        """Show every check."""
        for line in lines:
            row = self.rows.get(line.id)
            if row is None:
                row = CheckRow(self._theme, line)
                row.offered.connect(self.offered)
                self._rows_column.insertWidget(len(self.rows), row)
                self.rows[line.id] = row
                if len(self.rows) == len(lines):
                    row.end()
            else:
                row.show_line(line)

    def show_summary(self, look: Look, text: str) -> None:
        """Show how the room looks on the whole."""
        self.chip.show_state(look.value, text)

    def show_ticks(self, by_hand: tuple[TickRow, ...], things: tuple[TickRow, ...]) -> None:
        """Show the boxes to tick."""
        self.by_hand.show_rows(by_hand)
        self.things.show_rows(things)
        self._things_head.setVisible(bool(things))

    def show_progress(self, done: int, total: int) -> None:
        """Say how many answers are there while some are missing."""
        is_on = done < total
        self.again.setEnabled(not is_on)
        if is_on:
            self.checked.setText(f"Checking, {done} of {total}")

    def say_checked(self, time_of_day: str) -> None:
        """Say when the last check was."""
        self.checked.setText(f"Checked at {time_of_day}")

    def say_problem(self, text: str) -> None:
        """Say what did not work; an empty text takes it away."""
        self.banner.say(text, "alert", "Understood" if text else "")

    def _hide_banner(self) -> None:
        self.banner.say("")
