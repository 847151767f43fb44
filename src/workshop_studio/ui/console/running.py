"""The running block: its clock, how late the session is, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout

from workshop_studio.domain.run import RunPhase
from workshop_studio.ui.console.reasons import ReasonRow
from workshop_studio.ui.kit.basics import Button, Card, HoldButton, Text
from workshop_studio.ui.kit.marks import PHASE_ROLE, PHASE_SHAPE, BigClock, ShapeMark, StepBar

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QResizeEvent

    from workshop_studio.domain.console import ConsoleReading
    from workshop_studio.ui.theme.theme import Theme

_BUTTON_GAP = 8
_EXTENDS = (("1 min", 1, "plus"), ("5 min", 5, "plus"), ("1 min", -1, "minus"))


class RunningCard(Card):
    """Sets text and passes on what was pressed."""

    primary_pressed = Signal()
    pause_pressed = Signal()
    back_chosen = Signal(bool)
    undo_pressed = Signal()
    end_held = Signal()
    extend_pressed = Signal(int)
    groups_pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(padding=28)
        self._theme = theme
        self._next_title = self._words = ""
        self.body.addLayout(self._head())
        self.body.addSpacing(4)
        self.body.addLayout(self._times())
        self.body.addSpacing(12)
        self._steps = StepBar(theme)
        self.body.addWidget(self._steps)
        self.body.addSpacing(8)
        self.body.addLayout(self._acts())
        self.reasons = ReasonRow(theme)
        self.body.addWidget(self.reasons)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        self._kicker = Text(self._theme, "caption", tone="2")
        self._block = Text(self._theme, "running-title").wrapped()
        words.addWidget(self._kicker)
        words.addWidget(self._block)
        row.addLayout(words, 1)
        self.back = Button(self._theme, "Back", "text", "skip-back", hint="Page Up")
        self.back.setObjectName("back")
        self.back_menu = QMenu(self.back)
        self._back_head = self.back_menu.addAction("")
        self._back_head.setEnabled(False)
        self.keep_time = self.back_menu.addAction("")
        self.full_time = self.back_menu.addAction("Again from its full time")
        self.back_menu.triggered.connect(self._back_to)
        self.back.setMenu(self.back_menu)
        self.undo = Button(self._theme, "Undo", "text", "undo-2", hint="Ctrl+Z")
        self.undo.setObjectName("undo")
        self.undo.clicked.connect(self.undo_pressed)
        self.groups = Button(self._theme, "Groups", "text", "users", hint="G")
        self.groups.setObjectName("send-out-groups")
        self.groups.setAccessibleName("Send out in groups")
        self.groups.setToolTip("Send the room out in groups, each with its own clock  (G)")
        self.groups.clicked.connect(self.groups_pressed)
        for button in (self.groups, self.back, self.undo):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _times(self) -> QHBoxLayout:
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
        return row

    def _acts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(_BUTTON_GAP)
        self.primary = Button(self._theme, "", "primary", "skip-forward", hint="N")
        self.primary.setObjectName("primary")
        self.primary.clicked.connect(self.primary_pressed)
        self.end = HoldButton(self._theme, "Hold to end session")
        self.end.setObjectName("end")
        self.end.held.connect(self.end_held)
        self.pause = Button(self._theme, "Pause", icon="pause", hint="Space")
        self.pause.setObjectName("pause")
        self.pause.clicked.connect(self.pause_pressed)
        for button in (self.primary, self.end, self.pause):
            row.addWidget(button)
        self._extends: list[Button] = []
        for words, minutes, icon in _EXTENDS:
            button = Button(self._theme, words, icon=icon)
            button.setObjectName(f"extend-{minutes}")
            button.setAccessibleName(f"{'Add' if minutes > 0 else 'Take away'} {words}")
            button.setToolTip(
                f"{'Give' if minutes > 0 else 'Take'} this block {abs(minutes)} min"
                f" {'more' if minutes > 0 else 'away'}"
            )
            button.setProperty("minutes", minutes)
            button.clicked.connect(self._extend_clicked)
            row.addWidget(button)
            self._extends.append(button)
        row.addStretch(1)
        self._row: list[QPushButton] = [self.primary, self.end, self.pause, *self._extends]
        return row

    def take_measure(self, *, is_wide: bool) -> None:
        """Take the wide measures, or the narrow ones without key hints."""
        self.clock.set_pixel_size(152 if is_wide else 96)
        pad = 32 if is_wide else 20
        self.body.setContentsMargins(pad, pad - 12, pad, pad - 8)
        self._extends[2].setVisible(is_wide)
        for button in (self.primary, self.pause, self.undo, self.back):
            button.show_hint(is_shown=is_wide)
        for words in (self.lateness, self._block):
            words.set_scale(1.0 if is_wide else 0.75)
        self._fit_primary()

    def show_reading(self, reading: ConsoleReading) -> None:
        """Show a reading."""
        self._kicker.setText(reading.kicker)
        self._block.setText(reading.block.title)
        self.clock.show_time(reading.clock, reading.timer_phase)
        self._caption.setText(reading.caption)
        self._show_lateness(reading)
        self.reasons.show_reading(reading)
        self._steps.show_steps(reading.segments, reading.segment_labels, reading.current_segment)
        self._show_acts(reading)

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
        self._next_title = "" if is_ready else short(reading.next_title)
        self._words = "Start session" if is_ready else f"End block, start {self._next_title}"
        self.primary.set_icon("play" if is_ready else "skip-forward")
        self.primary.setVisible(is_ready or (is_on and not reading.is_last))
        self.end.setVisible(is_on and reading.is_last)
        self.pause.setVisible(is_on)
        self.back.setVisible(is_on)
        self.groups.setVisible(is_on and not reading.tracks)
        self._show_back(reading)
        is_paused = reading.phase is RunPhase.PAUSED
        self.pause.setText("Go on" if is_paused else "Pause")
        self.pause.set_icon("play" if is_paused else "pause")
        for button in self._extends:
            button.setEnabled(not is_ended)
        self.undo.setVisible(reading.undo_act is not None)
        self._fit_primary()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words of the first button again."""
        super().resizeEvent(event)
        self._fit_primary()

    def _fit_primary(self) -> None:
        """Shorten the next block's title until the row of buttons fits into the card."""
        if not self._words:
            return
        self.primary.setText(self._words)
        self.primary.setAccessibleName(self._words)
        self.primary.setToolTip(f"{self._words}  (N)")
        margins = self.body.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        shown = [button for button in self._row if not button.isHidden()]
        wanted = sum(button.sizeHint().width() + _BUTTON_GAP for button in shown)
        over = wanted - room
        if over > 0 and self._next_title:
            metrics = QFontMetricsF(self.primary.font())
            wide = max(40.0, metrics.horizontalAdvance(self._next_title) - over)
            title = metrics.elidedText(self._next_title, Qt.TextElideMode.ElideRight, wide)
            self.primary.setText(f"End block, start {title}")

    def _show_back(self, reading: ConsoleReading) -> None:
        offer = reading.asks.back
        self.back.setEnabled(offer is not None)
        if offer is not None:
            self._back_head.setText(f"Back to {offer.title}")
            over = offer.left.startswith("+")
            left = f"{offer.left[1:]} over its time" if over else f"{offer.left} left"
            self.keep_time.setText(f"Its time kept, {left}")

    def _back_to(self, action: QAction) -> None:
        self.back_chosen.emit(action is self.full_time)

    def _extend_clicked(self) -> None:
        self.extend_pressed.emit(int(self.sender().property("minutes")))


def short(title: str) -> str:
    """Return a block's title as it fits into a button: what stands before a colon is enough."""
    words = title.partition(":")[0]
    return words if len(words) <= 26 else words[:25].rstrip() + "…"
