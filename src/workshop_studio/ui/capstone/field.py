"""One field of the card: label, help, text, three answers, live length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from workshop_studio.domain.capstone import (
    WHO_BOUND,
    WHY_BOUND,
    Answer,
    AnswerState,
    visible_length,
)
from workshop_studio.ui.capstone.conflict import ConflictPanel
from workshop_studio.ui.kit.autosave import Autosave
from workshop_studio.ui.kit.basics import Text
from workshop_studio.ui.kit.fields import LengthCount
from workshop_studio.ui.kit.growing_text import GrowingText
from workshop_studio.ui.kit.segmented import SegmentedChoice

if TYPE_CHECKING:
    from workshop_studio.domain.capstone import CardField
    from workshop_studio.ui.theme.theme import Theme

_CHOICES = (
    (AnswerState.ANSWERED, "Answered"),
    (AnswerState.NOT_KNOWN, "Not known yet"),
    (AnswerState.DOES_NOT_APPLY, "Does not apply"),
)
_NOTES = {
    AnswerState.NOT_KNOWN: ("Who will find out?", WHO_BOUND),
    AnswerState.DOES_NOT_APPLY: ("Why does it not apply?", WHY_BOUND),
}
_ICONS = {AnswerState.NOT_KNOWN.value: "circle-help", AnswerState.DOES_NOT_APPLY.value: "minus"}


class FieldEditor(QWidget):
    """Emits `edited` with its key and answer, at the latest two seconds after a key."""

    edited = Signal(str, object)
    kept = Signal(str)
    taken = Signal(str)

    def __init__(self, theme: Theme, field: CardField) -> None:
        super().__init__()
        self.field = field
        self._is_filling = False
        self._state = AnswerState.EMPTY
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 24)
        column.setSpacing(0)
        label = Text(theme, "label", field.label, group="station").wrapped()
        column.addWidget(label)
        column.addSpacing(3)
        column.addWidget(Text(theme, "help", field.help, "2", "station").wrapped())
        column.addSpacing(10)
        self.text = GrowingText(theme.font("body", "station"), 3 if field.is_rows else 1)
        self.text.setObjectName(f"field-{field.key}")
        self.text.setAccessibleName(field.label)
        self.text.setAccessibleDescription(field.help)
        self.text.setPlaceholderText(field.start)
        label.setBuddy(self.text)
        column.addWidget(self.text)
        column.addSpacing(8)
        column.addLayout(self._foot(theme))
        # Two texts for one field are rare: the panel is made when it is needed.
        self._theme, self._column = theme, column
        self.conflict: ConflictPanel | None = None
        self._autosave = Autosave(self)
        self._autosave.due.connect(self._emit)
        self.text.textChanged.connect(self._typed)
        self.text.left.connect(self.flush)
        self._show_state(AnswerState.EMPTY)

    def _foot(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        options = [(state.value, word) for state, word in _CHOICES]
        self.choice = SegmentedChoice(
            theme, options, name="Kind of answer", icons=_ICONS, is_large=True
        )
        self.choice.chosen.connect(self._chosen)
        row.addWidget(self.choice)
        self.note = QLineEdit()
        self.note.setObjectName(f"note-{self.field.key}")
        self.note.setProperty("measure", "station")
        self.note.setFont(theme.font("help", "station"))
        # Not `textEdited`: dictation and other aids set a text, and it must be saved all the same.
        self.note.textChanged.connect(self._typed_note)
        self.note.editingFinished.connect(self.flush)
        row.addWidget(self.note, 1)
        self.length = LengthCount(theme, self.field.bound, "station")
        row.addWidget(self.length, 1)
        return row

    # --- being told ------------------------------------------------------------------------------

    @property
    def answer(self) -> Answer:
        """Return what stands in the field."""
        return Answer(self._state, self.text.toPlainText(), self.note.text())

    @property
    def is_typing(self) -> bool:
        """Return whether something was typed that was not yet handed on."""
        return self._autosave.is_due

    def fill(self, answer: Answer) -> None:
        """Show a stored answer; nothing of an earlier one can be brought back."""
        self._is_filling = True
        self._autosave.forget()
        if self.conflict is not None:
            self.conflict.put_away()
        if self.text.toPlainText() != answer.text:
            self.text.put(answer.text)
        if self.note.text() != answer.note:
            self.note.setText(answer.note)
        self._show_state(answer.state)
        self._is_filling = False
        self._count()

    def blank(self) -> None:
        """Forget everything of this team, its undo history too."""
        self.fill(Answer())
        self._is_filling = True
        self.text.put("")
        self.note.setText("")
        self._is_filling = False

    def flush(self) -> None:
        """Hand on now what was typed."""
        self._autosave.flush()

    def show_conflict(self, theirs: Answer) -> None:
        """Show what another machine wrote in the meantime, below one's own text."""
        if self.conflict is None:
            self.conflict = ConflictPanel(self._theme)
            self.conflict.kept.connect(self._keep)
            self.conflict.taken.connect(self._take)
            self._column.addWidget(self.conflict)
        self.conflict.show_other(theirs)

    def choose(self, place: int) -> None:
        """Press Answered (0), Not known yet (1) or Does not apply (2)."""
        self.choice.segments()[place].click()

    # --- pressing --------------------------------------------------------------------------------

    def _typed(self) -> None:
        self._count()
        if self._is_filling:
            return
        has_text = bool(self.text.toPlainText().strip())
        if has_text and self._state is not AnswerState.ANSWERED:
            self._show_state(AnswerState.ANSWERED)
        elif not has_text and self._state is AnswerState.ANSWERED:
            self._show_state(AnswerState.EMPTY)
        self._autosave.touch()

    def _typed_note(self, _: str) -> None:
        self._count()
        if not self._is_filling:
            self._autosave.touch()

    def _chosen(self, key: str) -> None:
        wanted = AnswerState(key)
        has_text = bool(self.text.toPlainText().strip())
        if wanted is AnswerState.ANSWERED:
            state = AnswerState.ANSWERED if has_text else AnswerState.EMPTY
        else:
            # Pressed again, an answer is taken back.
            back = AnswerState.ANSWERED if has_text else AnswerState.EMPTY
            state = back if wanted is self._state else wanted
        self._show_state(state)
        (self.note if state in _NOTES else self.text).setFocus()
        self._autosave.touch()
        self._autosave.flush()

    def _show_state(self, state: AnswerState) -> None:
        self._state = state
        self.choice.choose(state.value)
        asks, _ = _NOTES.get(state, ("", 0))
        self.note.setVisible(state in _NOTES)
        self.note.setPlaceholderText(asks)
        self.note.setAccessibleName(asks)
        self._count()

    def _count(self) -> None:
        text = self.text.toPlainText()
        is_noted = self._state in _NOTES
        # An empty box would ask for a text that the chosen answer says there is none of.
        self.text.setVisible(not is_noted or bool(text.strip()))
        if is_noted:
            length, bound = visible_length(self.note.text()), _NOTES[self._state][1]
            self.length.show_length(length, bound)
            self.length.setVisible(length > bound)
        else:
            self.length.show_length(visible_length(text), self.field.bound)
            self.length.show()

    def _emit(self) -> None:
        self.edited.emit(self.field.key, self.answer)

    def _keep(self) -> None:
        self.kept.emit(self.field.key)

    def _take(self) -> None:
        self.taken.emit(self.field.key)
