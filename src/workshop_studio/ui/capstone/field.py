"""One field of the card: label, help, text, three answers, live length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from workshop_studio.domain.capstone import Answer, AnswerState, visible_length
from workshop_studio.ui.kit.basics import Button, Text

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject

    from workshop_studio.domain.capstone import CardField
    from workshop_studio.ui.theme.theme import Theme

QUIET_MS = 600
LATEST_MS = 1800
_CHOICES = (
    (AnswerState.ANSWERED, "Answered"),
    (AnswerState.NOT_KNOWN, "Not known yet"),
    (AnswerState.DOES_NOT_APPLY, "Does not apply"),
)
_NOTES = {
    AnswerState.NOT_KNOWN: "Who will find out?",
    AnswerState.DOES_NOT_APPLY: "Why does it not apply?",
}


class FieldEditor(QWidget):
    """Emits `edited` 600 ms after the last key, 1.8 s after the first, and on leaving."""

    edited = Signal(str, object)

    def __init__(self, theme: Theme, field: CardField) -> None:
        super().__init__()
        self._theme = theme
        self.field = field
        self._is_filling = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(6)
        column.addWidget(Text(theme, "label", field.label, group="station"))
        column.addWidget(Text(theme, "small", field.help, "2", "station").wrapped())
        self.text = QPlainTextEdit()
        self.text.setObjectName(f"field-{field.key}")
        self.text.setAccessibleName(field.label)
        self.text.setFont(theme.font("body", "station"))
        self.text.setPlaceholderText(field.start)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(76 if field.bound <= 160 else 108)
        self.text.textChanged.connect(self._typed)
        self.text.installEventFilter(self)
        column.addWidget(self.text)
        row = QHBoxLayout()
        row.setSpacing(6)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for place, (_, label) in enumerate(_CHOICES):
            button = Button(theme, label, "segment")
            button.setCheckable(True)
            self._group.addButton(button, place)
            row.addWidget(button)
        self._group.idClicked.connect(self.choose)
        self.note = QLineEdit()
        self.note.setFont(theme.font("small", "station"))
        self.note.textEdited.connect(self._typed_note)
        self.note.editingFinished.connect(self.flush)
        self.note.hide()
        row.addWidget(self.note, 1)
        row.addStretch(0)
        self._length = Text(theme, "small", tone="2", group="station")
        row.addWidget(self._length)
        column.addLayout(row)
        self._state = AnswerState.EMPTY
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self.flush)
        self._latest = QTimer(self)
        self._latest.setSingleShot(True)
        self._latest.setInterval(LATEST_MS)
        self._latest.timeout.connect(self.flush)

    @property
    def answer(self) -> Answer:
        """Return what stands in the field."""
        return Answer(self._state, self.text.toPlainText(), self.note.text())

    def fill(self, answer: Answer) -> None:
        """Show a stored answer."""
        self._is_filling = True
        self.text.setPlainText(answer.text)
        self.text.document().clearUndoRedoStacks()
        self.note.setText(answer.note)
        self._show_state(answer.state)
        self._is_filling = False
        self._count()

    def blank(self) -> None:
        """Forget everything of this team, its undo history too."""
        self._quiet.stop()
        self._latest.stop()
        self.fill(Answer())

    def flush(self) -> None:
        """Save now what is not saved yet."""
        self._quiet.stop()
        self._latest.stop()
        self.edited.emit(self.field.key, self.answer)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save on leaving the text."""
        if watched is self.text and event.type() == event.Type.FocusOut and self._quiet.isActive():
            self.flush()
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        self._count()
        if self._is_filling:
            return
        if self._state is not AnswerState.ANSWERED and self.text.toPlainText().strip():
            self._show_state(AnswerState.ANSWERED)
        elif not self.text.toPlainText().strip() and self._state is AnswerState.ANSWERED:
            self._show_state(AnswerState.EMPTY)
        self._soon()

    def _typed_note(self, _: str) -> None:
        self._soon()

    def _soon(self) -> None:
        self._quiet.start()
        if not self._latest.isActive():
            self._latest.start()

    def choose(self, place: int) -> None:
        """Choose Answered (0), Not known yet (1) or Does not apply (2); again takes it back."""
        wanted = _CHOICES[place][0]
        self._show_state(AnswerState.EMPTY if wanted is self._state else wanted)
        if self._state in _NOTES:
            self.note.setFocus()
        self.flush()

    def _show_state(self, state: AnswerState) -> None:
        self._state = state
        for place, (one, label) in enumerate(_CHOICES):
            button = self._group.button(place)
            button.setChecked(one is state)
            button.setText(f"✓ {label}" if one is state else label)
        self.note.setVisible(state in _NOTES)
        self.note.setPlaceholderText(_NOTES.get(state, ""))
        self.note.setAccessibleName(_NOTES.get(state, ""))

    def _count(self) -> None:
        length = visible_length(self.text.toPlainText())
        over = length - self.field.bound
        if over > 0:
            self._length.setText(f"△ {over} over {self.field.bound}. Keep typing, shorten later")
            self._length.set_tone("watch")
        else:
            self._length.setText(f"{length} of {self.field.bound}")
            self._length.set_tone("2")
