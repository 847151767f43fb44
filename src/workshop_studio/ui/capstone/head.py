"""The head of the card: what the product is called and who owns it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from workshop_studio.domain.capstone import TITLE_BOUND, Answer, AnswerState, visible_length
from workshop_studio.ui.capstone.conflict import ConflictPanel
from workshop_studio.ui.kit.autosave import Autosave
from workshop_studio.ui.kit.basics import Text
from workshop_studio.ui.kit.fields import LengthCount

if TYPE_CHECKING:
    from workshop_studio.ui.theme.theme import Theme

HEAD = {
    "title": ("Name of your product", "Name it so that others can find it."),
    "owner": ("Owner, by role", "A role, not a person: whom would somebody call?"),
}


def said(text: str) -> Answer:
    """Return a line of the head as an answer, so that it is saved like any other field."""
    return Answer(AnswerState.ANSWERED if text.strip() else AnswerState.EMPTY, text)


class HeadEditor(QWidget):
    """One line of the head; saves itself like a field."""

    edited = Signal(str, object)
    kept = Signal(str)
    taken = Signal(str)

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__()
        self.key = key
        name, asks = HEAD[key]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 24)
        column.setSpacing(0)
        column.addWidget(Text(theme, "label", name, group="station"))
        column.addSpacing(3)
        column.addWidget(Text(theme, "help", asks, "2", "station").wrapped())
        column.addSpacing(10)
        self.line = QLineEdit()
        self.line.setObjectName(f"card-{key}")
        self.line.setAccessibleName(name)
        self.line.setFont(theme.font("body", "station"))
        self.line.setProperty("measure", "station")
        column.addWidget(self.line)
        self.length = LengthCount(theme, TITLE_BOUND, "station")
        column.addWidget(self.length)
        # Two texts for one field are rare: the panel is made when it is needed.
        self._theme, self._column = theme, column
        self.conflict: ConflictPanel | None = None
        self._autosave = Autosave(self)
        self._autosave.due.connect(self._emit)
        # Not `textEdited`: dictation and other aids set a text, and it must be saved all the same.
        self.line.textChanged.connect(self._typed)
        self.line.editingFinished.connect(self.flush)
        self._count()

    @property
    def answer(self) -> Answer:
        """Return what stands in the line."""
        return said(self.line.text())

    @property
    def is_typing(self) -> bool:
        """Return whether something was typed that was not yet handed on."""
        return self._autosave.is_due

    def fill(self, answer: Answer) -> None:
        """Show a stored line."""
        self._autosave.forget()
        if self.conflict is not None:
            self.conflict.put_away()
        self._put(answer.text)

    def blank(self) -> None:
        """Forget it; setting a text also forgets the line's undo history."""
        self.fill(Answer())

    def flush(self) -> None:
        """Hand on now what was typed."""
        self._autosave.flush()

    def show_conflict(self, theirs: Answer) -> None:
        """Show what another machine wrote in the meantime."""
        if self.conflict is None:
            self.conflict = ConflictPanel(self._theme)
            self.conflict.kept.connect(self._keep)
            self.conflict.taken.connect(self._take)
            self._column.addWidget(self.conflict)
        self.conflict.show_other(theirs)

    def _typed(self, _: str) -> None:
        self._count()
        self._autosave.touch()

    def _put(self, text: str) -> None:
        with QSignalBlocker(self.line):
            self.line.setText(text)
        self._count()

    def _count(self) -> None:
        length = visible_length(self.line.text())
        self.length.show_length(length)
        self.length.setVisible(length > TITLE_BOUND)

    def _emit(self) -> None:
        self.edited.emit(self.key, self.answer)

    def _keep(self) -> None:
        self.kept.emit(self.key)

    def _take(self) -> None:
        self.taken.emit(self.key)
