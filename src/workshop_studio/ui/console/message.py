"""The card that writes one sentence onto the wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from workshop_studio.ui.kit.basics import Button, Card, Rule, Text
from workshop_studio.ui.kit.tick import Tick

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from workshop_studio.domain.console import ConsoleReading
    from workshop_studio.ui.theme.theme import Theme

MESSAGE_LENGTH = 90
# What stands above the ready sentences.
_HEAD_PX = 152
READY_TO_SEND = (
    "Everyone once before anyone twice.",
    "Two minutes left.",
    "Back to your home table.",
)
_FOR_A_WHILE, _UNTIL_READ = "Show for 30 s", "Show"


class MessageCard(Card):
    """Emits `sent` with a sentence and whether it stands until the room has it.

    What is typed stays until it is sent. The sentences that lie ready are shown where there is
    room for them.
    """

    sent = Signal(str, bool)
    read = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.line = QLineEdit()
        self.line.setObjectName("message")
        self.line.setPlaceholderText("One short sentence")
        self.line.setAccessibleName("Message to the room")
        self.line.textChanged.connect(self._count_signs)
        self.line.returnPressed.connect(self._send)
        row = QHBoxLayout()
        self._count = Text(theme, "caption", tone="2")
        self.send = Button(theme, _FOR_A_WHILE, icon="send", size="compact", hint="Enter")
        self.send.setEnabled(False)
        self.send.clicked.connect(self._send)
        row.addWidget(self._count, 1)
        row.addWidget(self.send)
        self.body.addWidget(Text(theme, "section", "Message to the room"))
        self.body.addWidget(self.line)
        self.body.addLayout(row)
        self.until_read = Tick(theme, "Until the room has it")
        self.until_read.setObjectName("until-read")
        self.until_read.setAccessibleDescription("It stands until you press “The room has it”")
        self.until_read.toggled.connect(self._how_long)
        self.body.addWidget(self.until_read)
        self.body.addWidget(self._standing())
        self._ready = self._ready_lines()
        self.body.addWidget(self._ready)
        self.body.addStretch(1)

    def _standing(self) -> QWidget:
        self.standing = QWidget()
        row = QHBoxLayout(self.standing)
        row.setContentsMargins(0, 0, 0, 0)
        self._age = Text(self._theme, "caption", tone="2")
        self.has_it = Button(self._theme, "The room has it", icon="check", size="compact")
        self.has_it.setObjectName("room-has-it")
        self.has_it.setToolTip("Take the message away")
        self.has_it.clicked.connect(self.read)
        row.addWidget(self._age, 1)
        row.addWidget(self.has_it)
        self.standing.hide()
        return self.standing

    def _ready_lines(self) -> QWidget:
        holder = Card("plain", padding=4, spacing=2)
        holder.body.setContentsMargins(0, 4, 0, 0)
        holder.body.addWidget(Rule())
        holder.body.addWidget(Text(self._theme, "caption", "Ready to send", "2"))
        for words in READY_TO_SEND:
            button = Button(self._theme, words, "quiet")
            button.setToolTip("Show this on the wall")
            button.clicked.connect(self._send_ready)
            holder.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return holder

    def minimumSizeHint(self) -> QSize:
        """Return the size without what lies ready: the cards above may need that room."""
        whole = super().minimumSizeHint()
        if self._ready.isHidden():
            return whole
        ready = self._ready.minimumSizeHint().height() + self.body.spacing()
        return QSize(whole.width(), max(0, whole.height() - ready))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what lies ready where it fits."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        needs = self.minimumSizeHint().height()
        needs += self._ready.minimumSizeHint().height() + self.body.spacing()
        self._ready.setVisible(self.height() >= needs)

    def show_reading(self, reading: ConsoleReading) -> None:
        """Show for how long a message has been standing, and let it be taken away."""
        age = (
            f"{reading.message_s} s" if reading.message_s < 60 else f"{reading.message_s // 60} min"
        )
        self._age.setText(f"On the wall for {age}")
        self._age.setToolTip(reading.message)
        is_standing = bool(reading.message)
        if is_standing is self.standing.isHidden():
            self.standing.setVisible(is_standing)
            self.until_read.setVisible(not is_standing)
            self._make_room()

    @property
    def age(self) -> str:
        """Return what it says of the message that stands, "" when there is none."""
        return "" if self.standing.isHidden() else self._age.text()

    def _how_long(self, is_until_read: bool) -> None:  # noqa: FBT001 - the shape of a signal
        words = _UNTIL_READ if is_until_read else _FOR_A_WHILE
        self.send.setText(words)
        self.send.setAccessibleName(words)

    def _count_signs(self, text: str) -> None:
        length = len(text.strip())
        over = length - MESSAGE_LENGTH
        self.send.setEnabled(length > 0)
        if not length:
            self._count.setText("")
        elif over > 0:
            self._count.setText(f"{over} over {MESSAGE_LENGTH}, shown smaller")
        else:
            self._count.setText(f"{length} of {MESSAGE_LENGTH}, fits on one slide line")

    def _send(self) -> None:
        if self.line.text().strip():
            # The console takes the keyboard back when it hears it.
            self.sent.emit(self.line.text(), self.until_read.isChecked())
            self.line.clear()
            # The next one is for half a minute again, unless somebody says otherwise.
            self.until_read.setChecked(False)

    def _send_ready(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.sent.emit(button.text(), self.until_read.isChecked())
            self.until_read.setChecked(False)
