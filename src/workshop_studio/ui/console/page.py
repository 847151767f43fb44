"""The console: what is on, what is next, how far behind, what the room sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workshop_studio.ui.console.advice_card import AdviceCard
from workshop_studio.ui.console.agenda import AgendaList
from workshop_studio.ui.console.debrief import DebriefCard
from workshop_studio.ui.console.following import NextCard
from workshop_studio.ui.console.message import MessageCard
from workshop_studio.ui.console.notes import NotesCard
from workshop_studio.ui.console.ready_card import ReadyCard
from workshop_studio.ui.console.recovery import RecoveryCard
from workshop_studio.ui.console.running import RunningCard
from workshop_studio.ui.console.wall import WallCard
from workshop_studio.ui.kit.basics import Banner, Card, Rule, Text
from workshop_studio.ui.kit.cards import EmptyPage
from workshop_studio.ui.kit.page_head import PageHead

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from workshop_studio.domain.adviser_words import AdviceReading
    from workshop_studio.domain.console import ConsoleReading
    from workshop_studio.domain.console_rows import AgendaRow
    from workshop_studio.domain.run_log import LogEntry
    from workshop_studio.domain.session import PlannedSession
    from workshop_studio.services.live_session import RecoveryQuestion
    from workshop_studio.ui.theme.theme import Theme

WIDE = 1700


class ConsolePage(QWidget):
    """Sets text and passes on what was pressed; decides nothing."""

    message_sent = Signal(str)
    note_edited = Signal(str, str)
    plan_wanted = Signal()
    done_said = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("page", "true")
        self.setObjectName("console")
        self.head = PageHead(theme)
        self._time = Text(theme, "section").numeric()
        self.head.add(self._time)
        self.screen_chip = self.head.menu_chip("monitor")
        self.banner = Banner(theme)
        self.banner.acted.connect(self._hide_banner)
        # What is wrong with the second screen stays said, whatever else happens meanwhile.
        self.screen_banner = Banner(theme)
        self.recovery = RecoveryCard(theme)
        self.agenda = AgendaList(theme)
        self.running = RunningCard(theme)
        self.advice = AdviceCard(theme)
        self.debrief = DebriefCard(theme)
        self.messages = MessageCard(theme)
        self.messages.sent.connect(self.message_sent)
        self.notes = NotesCard(theme)
        self.notes.note_edited.connect(self.note_edited)
        self.wall = WallCard(theme)
        self.ready = ReadyCard(theme)
        self.following = NextCard(theme)
        self._build()
        self.show_nothing()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        inner = QVBoxLayout()
        inner.setSpacing(12)
        self._inner = inner
        column.addLayout(inner, 1)
        inner.addWidget(self.screen_banner)
        inner.addWidget(self.banner)
        inner.addWidget(self.recovery)
        self._empty = EmptyPage(
            self._theme,
            "Choose a session to run. The clock starts only when you say so.",
            "Choose a session",
            "calendar-days",
        )
        self._empty.acted.connect(self.plan_wanted)
        inner.addWidget(self._empty, 1)
        self._body = QWidget()
        self._grid = QHBoxLayout(self._body)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._left = self._agenda_card()
        self._right = QWidget()
        self._right_column = QVBoxLayout(self._right)
        self._right_column.setContentsMargins(0, 0, 0, 0)
        self._right_column.addWidget(self.wall)
        self._right_column.addWidget(self.ready)
        self._right_column.addWidget(self.following, 1)
        self._grid.addWidget(self._left)
        self._grid.addLayout(self._middle(), 1)
        self._grid.addWidget(self._right)
        inner.addWidget(self._body, 1)

    def _agenda_card(self) -> QFrame:
        card = Card(padding=0, spacing=0)
        card.body.setContentsMargins(1, 8, 1, 0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.agenda)
        rows.addStretch(1)
        scroll.setWidget(inner)
        card.body.addWidget(scroll, 1)
        card.body.addWidget(Rule())
        self._foot = foot = QHBoxLayout()
        self._ends = Text(self._theme, "section")
        self._planned_end = Text(self._theme, "body", tone="2")
        foot.addWidget(self._ends)
        foot.addSpacing(10)
        foot.addWidget(self._planned_end)
        foot.addStretch(1)
        card.body.addLayout(foot)
        return card

    def _middle(self) -> QVBoxLayout:
        self._middle_column = QVBoxLayout()
        self._middle_column.addWidget(self.running)
        self._middle_column.addWidget(self.advice)
        self._middle_column.addWidget(self.debrief, 3)
        self._lower = QHBoxLayout()
        self._lower.addWidget(self.messages, 1)
        self._lower.addWidget(self.notes, 1)
        self._middle_column.addLayout(self._lower, 1)
        return self._middle_column

    @property
    def regions(self) -> tuple[QWidget, ...]:
        """Return the regions that F6 visits, from the head to the right."""
        return (self.head, self._left, self.running, self.messages, self.notes, self.wall)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the narrow measures below 1700 px: smaller clock, narrower columns, no hints."""
        is_wide = self.width() >= WIDE
        self._left.setFixedWidth(436 if is_wide else 348)
        self._right.setFixedWidth(420 if is_wide else 296)
        self.head.take_measure(is_wide=is_wide)
        self.running.take_measure(is_wide=is_wide)
        self.advice.take_measure(is_wide=is_wide)
        self.wall.take_measure(is_wide=is_wide)
        self.ready.take_measure(is_wide=is_wide)
        self.messages.send.show_hint(is_shown=is_wide)
        edge, gap = (32, 24) if is_wide else (16, 12)
        side = 20 if is_wide else 14
        self._foot.setContentsMargins(side, 14, side, 14)
        self._inner.setContentsMargins(edge, 0, edge, edge - 4)
        for layout in (self._grid, self._right_column, self._middle_column, self._lower):
            layout.setSpacing(gap)
        super().resizeEvent(event)

    # --- being told ------------------------------------------------------------------------------

    def show_nothing(self) -> None:
        """Show the page without a session."""
        self.head.show_titles("Run", "")
        self._body.hide()
        self.recovery.hide()
        self._empty.show()

    def show_question(self, question: RecoveryQuestion | None) -> None:
        """Show or take away the question after a crash."""
        self.recovery.ask(question)
        self._body.setEnabled(question is None)

    def show_reading(self, reading: ConsoleReading) -> None:
        """Show a reading."""
        if self._body.isHidden():
            self._empty.hide()
            self._body.show()
        self.head.show_titles(
            reading.session_title,
            f"{reading.block_count} blocks, planned until {reading.planned_end}",
        )
        self._time.setText(reading.time_of_day)
        self.agenda.show_rows(reading.rows)
        self._ends.setText(f"Ends {reading.ends}")
        self._planned_end.setText(f"planned {reading.planned_end}")
        self.running.show_reading(reading)
        self.notes.show_block(reading.block)
        self.following.show_reading(reading)
        self.wall.show_reading(reading)

    def show_advice(self, reading: AdviceReading | None) -> None:
        """Show the ways back to the planned end, or nothing."""
        self.advice.show_advice(reading)

    def open_ways(self) -> None:
        """Show the other ways, or the first alone again."""
        self.advice.toggle()

    def show_preview(self, rows: tuple[AgendaRow, ...]) -> None:
        """Show in the agenda what a way would change; no rows end that."""
        self.agenda.show_preview(rows)

    def show_run(self, session: PlannedSession | None, log: tuple[LogEntry, ...]) -> None:
        """Show how it went once the run has ended."""
        self.debrief.show_run(session, log)

    def show_scenario_ready(self, *, is_ready: bool) -> None:
        """Offer the scenario for the wall, or not."""
        self.wall.show_scenario_ready(is_ready=is_ready)

    def show_own_note(self, block_id: str, text: str) -> None:
        """Show the facilitator's own note on the block."""
        self.notes.show_own(block_id, text)

    def say_note_saved(self, time_of_day: str) -> None:
        """Say that the own note is on disk."""
        self.notes.saved.show_saved(time_of_day)

    def say_note_failed(self) -> None:
        """Say that the own note is not on disk; the reason stands in the banner."""
        self.notes.saved.show_failed()

    def say_problem(self, text: str) -> None:
        """Say what did not work; it stays until it is dismissed."""
        self.banner.say(text, "alert", "Understood")

    def say_done(self, text: str, *, can_undo: bool) -> None:
        """Pass on what was done, for a toast."""
        self.banner.say("")
        self.done_said.emit(text, can_undo)

    def focus_message(self) -> None:
        """Begin to write a message."""
        self.messages.line.setFocus()

    def _hide_banner(self) -> None:
        self.banner.say("")
