"""The card that writes one sentence onto the wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from workshop_studio.ui.kit.basics import Button, Card, Rule, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from workshop_studio.ui.theme.theme import Theme

MESSAGE_LENGTH = 90
# What stands above the ready sentences.
_HEAD_PX = 152
READY_TO_SEND = (
    "Everyone once before anyone twice.",
    "Two minutes left.",
    "Back to your home table.",
)


class MessageCard(Card):
    """Emits `sent` with a sentence; what is typed stays until it is sent."""

    sent = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.line = QLineEdit()
        self.line.setObjectName("message")
        self.line.setPlaceholderText("One sentence that everybody can read")
        self.line.setAccessibleName("Message to the room")
        self.line.textChanged.connect(self._count_signs)
        self.line.returnPressed.connect(self._send)
        row = QHBoxLayout()
        self._count = Text(theme, "caption", tone="2")
        self.send = Button(theme, "Show for 30 s", icon="send", size="compact", hint="Enter")
        self.send.setEnabled(False)
        self.send.clicked.connect(self._send)
        row.addWidget(self._count, 1)
        row.addWidget(self.send)
        self.body.addWidget(Text(theme, "section", "Message to the room"))
        self.body.addWidget(self.line)
        self.body.addLayout(row)
        self.body.addSpacing(4)
        self._rule = Rule()
        self._ready = self._ready_lines()
        self.body.addWidget(self._rule)
        self.body.addWidget(self._ready)
        self.body.addStretch(1)

    def _ready_lines(self) -> QWidget:
        holder = Card("plain", padding=4, spacing=2)
        holder.body.setContentsMargins(0, 0, 0, 0)
        holder.body.addWidget(Text(self._theme, "caption", "Ready to send", "2"))
        for words in READY_TO_SEND:
            button = Button(self._theme, words, "quiet")
            button.setToolTip("Show this on the wall for 30 s")
            button.clicked.connect(self._send_ready)
            holder.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return holder

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the ready sentences where they would be cut."""
        super().resizeEvent(event)
        has_room = self.height() >= _HEAD_PX + self._ready.sizeHint().height()
        for widget in (self._rule, self._ready):
            widget.setVisible(has_room)

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
            self.sent.emit(self.line.text())
            self.line.clear()
            self.line.clearFocus()

    def _send_ready(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.sent.emit(button.text())
