"""The console: what is on, what is next, how far behind, what the room sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workshop_studio.domain.run import RunPhase
from workshop_studio.ui.console.agenda import AgendaList
from workshop_studio.ui.console.recovery import RecoveryCard
from workshop_studio.ui.console.wall import WallCard
from workshop_studio.ui.kit.basics import Banner, Button, Card, Chip, HoldButton, Rule, Text
from workshop_studio.ui.kit.marks import PHASE_ROLE, PHASE_SHAPE, BigClock, ShapeMark, StepBar

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from workshop_studio.domain.console import ConsoleReading
    from workshop_studio.services.live_session import RecoveryQuestion
    from workshop_studio.ui.theme.theme import Theme

MESSAGE_LENGTH = 90
WIDE = 1700


class ConsolePage(QWidget):
    """Sets text and passes on what was pressed; decides nothing."""

    primary_pressed = Signal()
    pause_pressed = Signal()
    back_pressed = Signal()
    undo_pressed = Signal()
    end_held = Signal()
    extend_pressed = Signal(int)
    message_sent = Signal(str)
    plan_wanted = Signal()
    done_said = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("page", "true")
        self.setObjectName("console")
        self.banner = Banner(theme)
        self.banner.acted.connect(self._hide_banner)
        self.recovery = RecoveryCard(theme)
        self.agenda = AgendaList(theme)
        self.wall = WallCard(theme)
        self._build()
        self.show_nothing()

    # --- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 20)
        column.setSpacing(12)
        column.addLayout(self._header())
        column.addWidget(self.banner)
        column.addWidget(self.recovery)
        self._empty = self._empty_card()
        column.addWidget(self._empty, 1)
        self._body = QWidget()
        self._grid = QHBoxLayout(self._body)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)
        self._left = self._agenda_card()
        self._right = self._right_column()
        self._grid.addWidget(self._left)
        self._grid.addLayout(self._middle(), 1)
        self._grid.addWidget(self._right)
        column.addWidget(self._body, 1)

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._title = Text(self._theme, "title")
        self._subtitle = Text(self._theme, "body", tone="2")
        self._time = Text(self._theme, "section").numeric()
        self.screen_chip = Chip(self._theme, "")
        row.addWidget(self._title)
        row.addSpacing(12)
        row.addWidget(self._subtitle)
        row.addStretch(1)
        row.addWidget(self.screen_chip)
        row.addSpacing(16)
        row.addWidget(self._time)
        return row

    def _empty_card(self) -> QWidget:
        card = QWidget()
        column = QVBoxLayout(card)
        column.addStretch(1)
        words = Text(self._theme, "running-title", "No session is open yet.").wrapped()
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words)
        column.addSpacing(8)
        button = Button(self._theme, "Choose a session", "primary", "calendar-days")
        button.clicked.connect(self.plan_wanted)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return card

    def _agenda_card(self) -> QFrame:
        card = Card(padding=0, spacing=0)
        card.body.setContentsMargins(1, 8, 1, 0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.agenda)
        rows.addStretch(1)
        scroll.setWidget(inner)
        card.body.addWidget(scroll, 1)
        card.body.addWidget(Rule())
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 14, 20, 14)
        self._ends = Text(self._theme, "section")
        self._planned_end = Text(self._theme, "body", tone="2")
        foot.addWidget(self._ends)
        foot.addSpacing(10)
        foot.addWidget(self._planned_end)
        foot.addStretch(1)
        card.body.addLayout(foot)
        return card

    def _middle(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addWidget(self._running_card())
        lower = QHBoxLayout()
        lower.setSpacing(16)
        lower.addWidget(self._message_card(), 1)
        lower.addWidget(self._notes_card(), 1)
        column.addLayout(lower, 1)
        return column

    def _running_card(self) -> Card:
        card = Card(padding=28)
        top = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        self._kicker = Text(self._theme, "caption", tone="2")
        self._block = Text(self._theme, "running-title").wrapped()
        words.addWidget(self._kicker)
        words.addWidget(self._block)
        top.addLayout(words, 1)
        self.back = Button(self._theme, "Back", "text", "skip-back", hint="Page Up")
        self.back.setObjectName("back")
        self.back.clicked.connect(self.back_pressed)
        self.undo = Button(self._theme, "Undo", "text", "undo-2", hint="Ctrl+Z")
        self.undo.setObjectName("undo")
        self.undo.clicked.connect(self.undo_pressed)
        for button in (self.back, self.undo):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(top)
        card.body.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(28)
        self.clock = BigClock(self._theme, 152)
        row.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignBottom)
        says = QVBoxLayout()
        says.setSpacing(2)
        self._caption = Text(self._theme, "lead", tone="2").wrapped()
        self._shape = ShapeMark(self._theme, 20)
        self.lateness = Text(self._theme, "title").wrapped()
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._shape)
        line.addWidget(self.lateness, 1)
        says.addStretch(1)
        says.addWidget(self._caption)
        says.addLayout(line)
        row.addLayout(says, 1)
        card.body.addLayout(row)
        card.body.addSpacing(12)
        self._steps = StepBar(self._theme)
        card.body.addWidget(self._steps)
        card.body.addSpacing(8)
        card.body.addLayout(self._acts())
        return card

    def _acts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.primary = Button(self._theme, "", "primary", "skip-forward", hint="N")
        self.primary.setObjectName("primary")
        self.primary.clicked.connect(self.primary_pressed)
        self.end = HoldButton(self._theme, "Hold to end session")
        self.end.setObjectName("end")
        self.end.held.connect(self.end_held)
        self.pause = Button(self._theme, "Pause", icon="pause", hint="Space")
        self.pause.setObjectName("pause")
        self.pause.clicked.connect(self.pause_pressed)
        row.addWidget(self.primary)
        row.addWidget(self.end)
        row.addWidget(self.pause)
        self._extends = []
        for words, minutes, icon in (
            ("1 min", 1, "plus"),
            ("5 min", 5, "plus"),
            ("1 min", -1, "minus"),
        ):
            button = Button(self._theme, words, icon=icon)
            button.setObjectName(f"extend-{minutes}")
            button.setAccessibleName(f"{'Add' if minutes > 0 else 'Take away'} {words}")
            button.setProperty("minutes", minutes)
            button.clicked.connect(self._extend_clicked)
            row.addWidget(button)
            self._extends.append(button)
        row.addStretch(1)
        return row

    def _message_card(self) -> Card:
        card = Card()
        head = Text(self._theme, "section", "Message to the room")
        self.message = QLineEdit()
        self.message.setObjectName("message")
        self.message.setPlaceholderText("One sentence that everybody can read")
        self.message.setAccessibleName("Message to the room")
        self.message.textChanged.connect(self._count_message)
        self.message.returnPressed.connect(self._send)
        row = QHBoxLayout()
        self._count = Text(self._theme, "caption", tone="2")
        self.send = Button(self._theme, "Show for 30 s", icon="send", size="compact", hint="Enter")
        self.send.clicked.connect(self._send)
        row.addWidget(self._count, 1)
        row.addWidget(self.send)
        self._ready = [
            Button(self._theme, words, "text")
            for words in ("Everyone once before anyone twice.", "Two minutes left.")
        ]
        for widget in (head, self.message):
            card.body.addWidget(widget)
        card.body.addLayout(row)
        card.body.addWidget(Rule())
        card.body.addWidget(Text(self._theme, "caption", "Ready to send", "3"))
        for button in self._ready:
            button.clicked.connect(self._send_ready)
            card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addStretch(1)
        return card

    def _notes_card(self) -> Card:
        card = Card("private")
        row = QHBoxLayout()
        row.addWidget(Text(self._theme, "section", "Notes"))
        row.addStretch(1)
        row.addWidget(Text(self._theme, "caption", "Only on this screen", "private"))
        card.body.addLayout(row)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        self._note = Text(self._theme, "body").wrapped()
        self._key_head = Text(self._theme, "caption", "Key", "private")
        self._key = Text(self._theme, "body").wrapped()
        for widget in (self._note, self._key_head, self._key):
            column.addWidget(widget)
        column.addStretch(1)
        scroll.setWidget(inner)
        card.body.addWidget(scroll, 1)
        return card

    def _right_column(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.wall)
        card = Card()
        card.body.addWidget(Text(self._theme, "section", "Next"))
        self._next_grid = QGridLayout()
        self._next_grid.setColumnStretch(1, 1)
        self._next_grid.setHorizontalSpacing(16)
        self._next_times = [Text(self._theme, "body-strong").numeric() for _ in range(2)]
        self._next_titles = [Text(self._theme, "body-strong").wrapped() for _ in range(2)]
        self._next_notes = [Text(self._theme, "body", tone="2").wrapped() for _ in range(2)]
        top = Qt.AlignmentFlag.AlignTop
        for place in range(2):
            self._next_grid.addWidget(self._next_times[place], place * 2, 0, top)
            self._next_grid.addWidget(self._next_titles[place], place * 2, 1)
            self._next_grid.addWidget(self._next_notes[place], place * 2 + 1, 1)
        card.body.addLayout(self._next_grid)
        self._ready_head = Text(self._theme, "caption", "To have ready", "2")
        self._materials = Text(self._theme, "body").wrapped()
        card.body.addSpacing(8)
        card.body.addWidget(self._ready_head)
        card.body.addWidget(self._materials)
        card.body.addStretch(1)
        column.addWidget(card, 1)
        return holder

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the narrow measures below 1700 px: smaller clock, narrower columns."""
        is_wide = self.width() >= WIDE
        self._left.setFixedWidth(436 if is_wide else 348)
        self._right.setFixedWidth(420 if is_wide else 296)
        self.clock.set_pixel_size(152 if is_wide else 96)
        self._subtitle.setVisible(is_wide)
        self._extends[2].setVisible(is_wide)
        self._grid.setSpacing(24 if is_wide else 12)
        super().resizeEvent(event)

    # --- being told ------------------------------------------------------------------------------

    def show_nothing(self) -> None:
        """Show the page without a session."""
        self._title.setText("Run")
        self._subtitle.setText("")
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
        self._title.setText(reading.session_title)
        self._subtitle.setText(f"{reading.block_count} blocks, planned until {reading.planned_end}")
        self._time.setText(reading.time_of_day)
        self._kicker.setText(reading.kicker)
        self._block.setText(reading.block.title)
        self.clock.show_time(reading.clock, reading.timer_phase)
        self._caption.setText(reading.caption)
        self._show_lateness(reading)
        self.agenda.show_rows(reading.rows)
        self._ends.setText(f"Ends {reading.ends}")
        self._planned_end.setText(f"planned {reading.planned_end}")
        self._steps.show_steps(reading.segments, reading.segment_labels, reading.current_segment)
        self._show_acts(reading)
        self._note.setText(reading.block.facilitator_note)
        self._key.setText(reading.block.answer_key)
        self._key_head.setVisible(bool(reading.block.answer_key))
        self._key.setVisible(bool(reading.block.answer_key))
        self._show_next(reading)
        self.wall.show_reading(reading)

    def _show_lateness(self, reading: ConsoleReading) -> None:
        is_late = reading.behind_s >= 30
        self.lateness.setText(reading.lateness[:1].upper() + reading.lateness[1:])
        self.lateness.set_tone("watch" if is_late else "")
        if is_late:
            self._shape.set_shape("watch", "watch")
        else:
            shape = PHASE_SHAPE[reading.timer_phase]
            self._shape.set_shape(shape, PHASE_ROLE[reading.timer_phase])

    def _show_acts(self, reading: ConsoleReading) -> None:
        is_ready = reading.phase is RunPhase.READY
        is_ended = reading.phase is RunPhase.ENDED
        is_on = not (is_ready or is_ended)
        words = "Start session" if is_ready else f"End block, start {_short(reading.next_title)}"
        self.primary.setText(words)
        self.primary.set_icon("play" if is_ready else "skip-forward")
        self.primary.setVisible(is_ready or (is_on and not reading.is_last))
        self.end.setVisible(is_on and reading.is_last)
        self.pause.setVisible(is_on)
        self.back.setVisible(is_on)
        self.back.setEnabled(reading.block_number > 1)
        is_paused = reading.phase is RunPhase.PAUSED
        self.pause.setText("Go on" if is_paused else "Pause")
        self.pause.set_icon("play" if is_paused else "pause")
        for button in self._extends:
            button.setEnabled(not is_ended)
        self.undo.setVisible(reading.undo_act is not None)

    def _show_next(self, reading: ConsoleReading) -> None:
        for place in range(2):
            has = place < len(reading.next_rows)
            row = reading.next_rows[place] if has else None
            self._next_times[place].setText(row.at if row else "")
            self._next_titles[place].setText(row.title if row else "")
            self._next_notes[place].setText(row.note if row else "")
            self._next_notes[place].setVisible(bool(row and row.note))
        if not reading.next_rows:
            self._next_titles[0].setText("Nothing follows.")
        materials = reading.next_rows[0].materials if reading.next_rows else ()
        self._ready_head.setVisible(bool(materials))
        self._materials.setText("\n".join(f"–  {one}" for one in materials))

    def say_problem(self, text: str) -> None:
        """Say what did not work; it stays until it is dismissed."""
        self.banner.say(text, "alert", "Understood")

    def say_done(self, text: str, *, can_undo: bool) -> None:
        """Pass on what was done, for a toast."""
        self.banner.say("")
        self.done_said.emit(text, can_undo)

    # --- pressing --------------------------------------------------------------------------------

    def focus_message(self) -> None:
        """Begin to write a message."""
        self.message.setFocus()

    def _hide_banner(self) -> None:
        self.banner.say("")

    def _extend_clicked(self) -> None:
        self.extend_pressed.emit(int(self.sender().property("minutes")))

    def _count_message(self, text: str) -> None:
        length = len(text.strip())
        over = length - MESSAGE_LENGTH
        self._count.setText(
            ""
            if not length
            else (
                f"{over} over {MESSAGE_LENGTH}, shown smaller"
                if over > 0
                else f"{length} of {MESSAGE_LENGTH}, fits"
            )
        )

    def _send(self) -> None:
        if self.message.text().strip():
            self.message_sent.emit(self.message.text())
            self.message.clear()
            self.setFocus()

    def _send_ready(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.message_sent.emit(button.text())


def _short(title: str) -> str:
    words = title.partition(":")[0] if title.startswith(("Debrief", "Talk")) else title
    return words if len(words) <= 26 else words[:25].rstrip() + "…"
