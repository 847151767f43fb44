"""What only the facilitator reads: the pack's note, the key, and an own note that saves itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from workshop_studio.ui.kit.autosave import Autosave
from workshop_studio.ui.kit.basics import Text
from workshop_studio.ui.kit.cards import PrivateCard
from workshop_studio.ui.kit.fields import SavedMark

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtGui import QResizeEvent

    from workshop_studio.domain.agenda import Block
    from workshop_studio.ui.theme.theme import Theme


# Head, three lines of the pack's note, and the own note below.
_BOTH_PX = 236
_INVITE = "Write what you see"


class NotesCard(PrivateCard):
    """Emits `note_edited` with the block's id and the text once typing has settled."""

    note_edited = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Notes")
        self._block_id = ""
        self._is_filling = False
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName("Notes of the pack")
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        self._note = Text(theme, "body").wrapped()
        self._key_head = Text(theme, "caption", "Key", "private")
        self._key = Text(theme, "body").wrapped()
        for widget in (self._note, self._key_head, self._key):
            column.addWidget(widget)
        column.addStretch(1)
        scroll.setWidget(inner)
        self.body.addWidget(scroll, 1)
        head = QHBoxLayout()
        self._own_head = Text(theme, "caption", "Your own note on this block", "private")
        head.addWidget(self._own_head, 1)
        self.saved = SavedMark(theme)
        head.addWidget(self.saved)
        self.body.addLayout(head)
        self.own = QPlainTextEdit()
        self.own.setObjectName("own-note")
        self.own.setAccessibleName("Your own note on this block")
        self.own.setPlaceholderText(_INVITE)
        self.own.setTabChangesFocus(True)
        self.own.setFixedHeight(76)
        self.own.textChanged.connect(self._typed)
        self.own.installEventFilter(self)
        self.body.addWidget(self.own)
        self._autosave = Autosave(self)
        self._autosave.due.connect(self._announce)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the pack's note where both would not fit; never under a hand."""
        super().resizeEvent(event)
        has_room = self.height() >= _BOTH_PX or self.own.hasFocus()
        for widget in (self._own_head, self.saved, self.own):
            widget.setVisible(has_room)

    def show_block(self, block: Block) -> None:
        """Show what the pack says about a block."""
        self._note.setText(block.facilitator_note)
        self._key.setText(block.answer_key)
        self._key_head.setVisible(bool(block.answer_key))
        self._key.setVisible(bool(block.answer_key))

    def show_own(self, block_id: str, text: str) -> None:
        """Show the own note of another block; what is pending for this one is saved first."""
        self.flush()
        self._block_id = block_id
        self._is_filling = True
        self.own.setPlainText(text)
        self._is_filling = False

    def allow_writing(self, *, is_allowed: bool) -> None:
        """Take an own note, or none where nothing would be kept."""
        self.own.setReadOnly(not is_allowed)
        self.own.setPlaceholderText(
            _INVITE if is_allowed else "In a rehearsal nothing is written here"
        )

    def flush(self) -> None:
        """Save now what is not saved yet."""
        self._autosave.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save on leaving the note."""
        if watched is self.own and event.type() == event.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        if not self._is_filling and self._block_id:
            self._autosave.touch()

    def _announce(self) -> None:
        self.saved.show_saving()
        self.note_edited.emit(self._block_id, self.own.toPlainText())
