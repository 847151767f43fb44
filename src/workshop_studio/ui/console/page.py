"""The console: what is on, what is next, how far behind, what the room sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop_studio.domain.run import RunPhase
from workshop_studio.ui.console.advice_card import AdviceCard
from workshop_studio.ui.console.agenda_card import AgendaCard
from workshop_studio.ui.console.debrief import DebriefCard
from workshop_studio.ui.console.ended import EndedCard
from workshop_studio.ui.console.following import NextCard
from workshop_studio.ui.console.keyboard import KeyboardKeeper
from workshop_studio.ui.console.lower import GivesWay, height_left
from workshop_studio.ui.console.message import MessageCard
from workshop_studio.ui.console.notes import NotesCard
from workshop_studio.ui.console.ready_card import ReadyCard
from workshop_studio.ui.console.recovery import RecoveryCard
from workshop_studio.ui.console.rehearsal_strip import RehearsalStrip
from workshop_studio.ui.console.running import RunningCard
from workshop_studio.ui.console.standing import StandingArea
from workshop_studio.ui.console.tables import TablesCard
from workshop_studio.ui.console.wall import WallCard
from workshop_studio.ui.kit.basics import Banner, Text
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
    from workshop_studio.ui.console.standing_asks import Ask
    from workshop_studio.ui.theme.theme import Theme

WIDE = 1700


class ConsolePage(QWidget):
    """Sets text and passes on what was pressed; decides nothing."""

    message_sent = Signal(str, bool)
    note_edited = Signal(str, str)
    plan_wanted = Signal()
    done_said = Signal(str, bool)
    offer_said = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_over = False
        self.setProperty("page", "true")
        self.setObjectName("console")
        self.head = PageHead(theme)
        self._time = Text(theme, "section").numeric()
        self.head.add(self._time)
        self.zone_chip = self.head.chip("clock")
        self.zone_chip.hide()
        self.screen_chip = self.head.menu_chip("monitor")
        self.banner = Banner(theme)
        self.banner.acted.connect(self._hide_banner)
        # What is wrong with the second screen stays said, whatever else happens meanwhile.
        self.screen_banner = Banner(theme)
        self.rehearsal = RehearsalStrip(theme)
        self.recovery = RecoveryCard(theme)
        self.standing = StandingArea(theme)
        self.plan = AgendaCard(theme)
        self.agenda = self.plan.list
        self.ended = EndedCard(theme)
        self.running = RunningCard(theme)
        self.advice = AdviceCard(theme)
        self.advice.opened.connect(self._make_room)
        self.debrief = DebriefCard(theme)
        self.tables = TablesCard(theme, self)
        self.messages = MessageCard(theme)
        self.messages.sent.connect(self._send)
        self.notes = NotesCard(theme)
        self.notes.note_edited.connect(self.note_edited)
        self.wall = WallCard(theme)
        self.ready = ReadyCard(theme)
        self.following = NextCard(theme)
        self._build()
        # Cards that stand back while somebody writes a message.
        self._given_way: list[QWidget] = []
        self.keyboard = KeyboardKeeper(self)
        self.keyboard.leave_by_escape(self.messages.line, self.notes.own)
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
        inner.addWidget(self.rehearsal)
        inner.addWidget(self.screen_banner)
        inner.addWidget(self.banner)
        inner.addWidget(self.recovery)
        inner.addWidget(self.standing)
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
        self._right = QWidget()
        self._right_column = QVBoxLayout(self._right)
        self._right_column.setContentsMargins(0, 0, 0, 0)
        self._right_column.addWidget(self.wall)
        self._right_column.addWidget(self.ready)
        self._right_column.addWidget(self.following, 1)
        self._grid.addWidget(self.plan)
        self._grid.addLayout(self._middle(), 1)
        self._grid.addWidget(self._right)
        inner.addWidget(self._body, 1)

    def _middle(self) -> QVBoxLayout:
        self._middle_column = QVBoxLayout()
        self._middle_column.addWidget(self.running)
        self._middle_column.addWidget(self.ended)
        self._middle_column.addWidget(self.advice)
        self._middle_column.addWidget(self.debrief, 3)
        self._middle_column.addWidget(self.tables)
        self.low_row = GivesWay(self.messages, self.notes)
        self._middle_column.addWidget(self.low_row, 1)
        return self._middle_column

    @property
    def regions(self) -> tuple[QWidget, ...]:
        """Return the regions that F6 visits, from the head to the right."""
        middle = (self.running, self.tables, self.messages, self.notes)
        head = (self.head, self.rehearsal, self.standing)
        return (*head, self.plan, *middle, self.wall)

    @property
    def foot_px(self) -> int:
        """Return the height at the foot that a toast must not cover: when the session ends."""
        return self.plan.foot_px

    @property
    def toast_px(self) -> int:
        """Return how wide a toast may be: beside the agenda it would cover what can be pressed."""
        return self.plan.width() - 16

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again."""
        self._take_measure()
        super().resizeEvent(event)

    def _take_measure(self) -> None:
        """Take the narrow measures below 1700 px: smaller clock, narrower columns, no hints."""
        is_wide = self.width() >= WIDE
        self.plan.take_measure(is_wide=is_wide)
        self.standing.take_measure(is_wide=is_wide)
        self._right.setFixedWidth(420 if is_wide else 296)
        self.head.take_measure(is_wide=is_wide)
        self.running.take_measure(is_wide=is_wide)
        self.advice.take_measure(is_wide=is_wide)
        self.tables.take_measure(is_wide=is_wide)
        self.wall.take_measure(is_wide=is_wide)
        self.ready.take_measure(is_wide=is_wide)
        self.messages.send.show_hint(is_shown=is_wide)
        edge, gap = (32, 24) if is_wide else (16, 12)
        self._inner.setContentsMargins(edge, 0, edge, edge - 4)
        for layout in (self._grid, self._right_column, self._middle_column, self.low_row.row):
            layout.setSpacing(gap)
        self._make_room()

    def _make_room(self) -> None:
        # After the end the look back needs the room more than a message to an empty one.
        self.low_row.setVisible(not self._is_over or self.width() >= WIDE)
        self._let_write()
        left_px = height_left(self._middle_column, self._body.height(), self.advice, self.low_row)
        self.advice.limit(left_px)

    # --- being told ------------------------------------------------------------------------------

    def show_nothing(self) -> None:
        """Show the page without a session."""
        self.head.show_titles("Run", "")
        self._body.hide()
        self.recovery.hide()
        self.zone_chip.hide()
        self.rehearsal.hide()
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
        self.rehearsal.setVisible(reading.is_rehearsal)
        self._time.setText(reading.time_of_day)
        self._show_zone(reading.asks.zone_note)
        self.plan.show_reading(reading)
        self.running.show_reading(reading)
        self.running.setVisible(reading.phase is not RunPhase.ENDED)
        self.ended.show_reading(reading)
        self.tables.show_reading(reading)
        self.messages.show_reading(reading)
        self._is_over = reading.phase is RunPhase.ENDED
        self._make_room()
        self.notes.show_block(reading.block)
        self.following.show_reading(reading)
        self.wall.show_reading(reading)

    def _show_zone(self, note: str) -> None:
        self.zone_chip.setVisible(bool(note))
        if note:
            # The half that counts; the other half stands in its tip.
            self.zone_chip.show_word(note.partition(";")[0], "watch")
            self.zone_chip.setToolTip(note)

    def show_asks(self, asks: tuple[Ask, ...]) -> None:
        """Show what stands above the cards."""
        self.standing.show_asks(asks)
        self._make_room()

    def show_advice(self, reading: AdviceReading | None) -> None:
        """Show the ways back to the planned end, or nothing."""
        self.advice.show_advice(reading)
        self._make_room()

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

    def say_offer(self, text: str, also: str) -> None:
        """Pass on what was done, with one more thing that may have been meant."""
        self.banner.say("")
        self.offer_said.emit(text, also)

    def focus_message(self) -> None:
        """Begin to write a message; where it gave way before, others give way for as long."""
        if self.messages.isHidden():
            cards = (self.tables, self.advice)
            self._given_way = [card for card in cards if not card.isHidden()]
            for card in self._given_way:
                card.hide()
            self._middle_column.activate()
        self.messages.line.setFocus()

    def _send(self, text: str, until_read: bool) -> None:  # noqa: FBT001 - the shape of a signal
        # The line has let go of the keyboard; without it no key and no clicker would do anything.
        self.setFocus()
        self.message_sent.emit(text, until_read)

    def _let_write(self) -> None:
        is_writing = self.messages.line.hasFocus()
        for card in self._given_way:
            has_more_to_say = card is not self.tables or bool(self.tables.cells)
            card.setVisible(not is_writing and has_more_to_say)
        if not is_writing:
            self._given_way.clear()

    def _hide_banner(self) -> None:
        self.banner.say("")
