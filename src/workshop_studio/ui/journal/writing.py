"""The page of an open journal: what to write about, the text, the earlier entries beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from workshop_studio.ui.journal.lines import SOMETHING_ELSE
from workshop_studio.ui.journal.prompts import PromptChoice
from workshop_studio.ui.journal.shelf import Shelf
from workshop_studio.ui.journal.top_bar import JournalBar
from workshop_studio.ui.kit.autosave import Autosave
from workshop_studio.ui.kit.basics import Banner, Button, Text
from workshop_studio.ui.kit.toast import Toast
from workshop_studio.ui.wording import TEXTS

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent

    from workshop_studio.domain.journal import Draft
    from workshop_studio.ui.journal.lines import EntryLine
    from workshop_studio.ui.theme.theme import Theme

_WIDE_PX = 1400
# Some 85 characters a line; longer ones are hard to read back.
_READING_PX = 860
_SIGNS = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel}


class WritingPage(QWidget):
    """Emits what was typed at the latest two seconds after a key; `active` at every key."""

    active = Signal()
    edited = Signal(str, str)
    new_wanted = Signal()
    entry_chosen = Signal(str)
    remove_wanted = Signal()
    undo_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._prompt = ""
        self._is_open = False
        self._autosave = Autosave(self)
        self._autosave.due.connect(self._emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bar = JournalBar(theme)
        self.bar.close_wanted.connect(self.close_wanted)
        self.saved, self.close_journal = self.bar.saved, self.bar.close_journal
        column.addWidget(self.bar)
        self.banner = Banner(theme)
        column.addWidget(self.banner)
        self._row = QHBoxLayout()
        self.shelf = Shelf(theme)
        self.shelf.new_wanted.connect(self.new_wanted)
        self.shelf.chosen.connect(self.entry_chosen)
        self._row.addWidget(self.shelf)
        sheet = self._sheet()
        sheet.setMaximumWidth(_READING_PX)
        self._row.addWidget(sheet, 1000)
        self._row.addStretch(1)
        column.addLayout(self._row, 1)
        self.toast = Toast(theme, sheet)
        self.toast.undone.connect(self.undo_wanted)
        self.text.viewport().installEventFilter(self)
        self.text.installEventFilter(self)

    def _sheet(self) -> QWidget:
        holder = QWidget()
        sheet = QVBoxLayout(holder)
        sheet.setContentsMargins(0, 0, 0, 24)
        sheet.setSpacing(12)
        self._heading = Text(self._theme, "title").wrapped()
        sheet.addWidget(self._heading)
        self.prompts = PromptChoice(self._theme)
        self.prompts.chosen.connect(self._choose_prompt)
        sheet.addWidget(self.prompts)
        self.text = QPlainTextEdit()
        self.text.setObjectName("journal-text")
        self.text.setAccessibleName("Your entry")
        self.text.setFont(self._theme.font("body", "station"))
        self.text.setPlaceholderText("Write here. It saves itself, sealed.")
        self.text.setTabChangesFocus(True)
        self.text.setViewportMargins(10, 10, 10, 10)
        # Keyboards on the screen must not learn these words.
        self.text.setInputMethodHints(
            Qt.InputMethodHint.ImhMultiLine
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.text.textChanged.connect(self._typed)
        sheet.addWidget(self.text, 1)
        foot = QHBoxLayout()
        self._when = Text(self._theme, "small", tone="2", group="station")
        foot.addWidget(self._when, 1)
        self.remove = Button(self._theme, "Delete this entry", "danger", "trash-2")
        self.remove.setObjectName("delete-entry")
        self.remove.clicked.connect(self.remove_wanted)
        foot.addWidget(self.remove)
        sheet.addLayout(foot)
        return holder

    # --- being told ------------------------------------------------------------------------------

    def show_journal(self, name: str, prompts: tuple[str, ...]) -> None:
        """Begin to show somebody's journal."""
        self.bar.name.setText(name)
        self.prompts.offer(prompts)
        before: QWidget = self.shelf.new
        for row in (*self.prompts.rows(), self.text, self.remove):
            QWidget.setTabOrder(before, row)
            before = row
        self.saved.forget()
        self.banner.say("")
        self._is_open = True

    def show_lines(self, lines: tuple[EntryLine, ...]) -> None:
        """Show the entries beside the page."""
        self.shelf.show_lines(lines)
        self._show_when(next((line for line in lines if line.is_current), None))

    def show_entry(self, draft: Draft, line: EntryLine) -> None:
        """Put an entry in front; of the one before nothing can be brought back with undo."""
        self._put(draft.text)
        self._prompt = draft.prompt
        is_new = not line.when
        offers = is_new and bool(self.prompts.rows())
        self.prompts.setVisible(offers)
        self.prompts.choose(draft.prompt)
        self._heading.setText("New entry" if is_new else draft.prompt or SOMETHING_ELSE)
        self._heading.setVisible(not offers)
        self.text.setReadOnly(line.is_damaged)
        if line.is_damaged:
            self._heading.setText(TEXTS["entry-damaged"])
        self._show_when(None if is_new else line)
        self.text.setFocus()

    def take_typed(self) -> tuple[str, str] | None:
        """Return prompt and text when they were not handed on yet; from now on they are."""
        # What an input method is still composing belongs to the text too.
        QGuiApplication.inputMethod().commit()
        if not self._autosave.is_due:
            return None
        self._autosave.forget()
        return self._prompt, self.text.toPlainText()

    def say_saving(self) -> None:
        """Say that a write is under way."""
        self.saved.show_saving()

    def say_saved(self, time_of_day: str) -> None:
        """Say that everything is on the disk, sealed."""
        self.saved.show_saved(time_of_day)
        self.banner.say("")

    def say_failed(self, text: str) -> None:
        """Say what did not work, and that the text is still here."""
        self.saved.show_failed()
        self.banner.say(text, "alert")

    def say_removed(self) -> None:
        """Say that an entry was deleted, and offer to take that back."""
        self.toast.say("The entry was deleted.", can_undo=True)

    def blank(self) -> None:
        """Forget every word, its undo history, and what was copied from here."""
        self._is_open = False
        self._forget_copies()
        self._put("")
        self._prompt = ""
        self.bar.name.setText("")
        self._heading.setText("")
        self._when.setText("")
        self.prompts.offer(())
        self.shelf.show_lines(())
        self.saved.forget()
        self.banner.say("")
        self.toast.hide()

    # --- typing ----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say that somebody is there; a key that came after the five minutes is swallowed."""
        if event.type() in _SIGNS and self._is_open:
            self.active.emit()
            if not self._is_open:
                return True
        if watched is self.text and event.type() == QEvent.Type.FocusOut:
            self._autosave.flush()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the margins of a wide or a narrow screen."""
        super().resizeEvent(event)
        is_wide = self.width() >= _WIDE_PX
        side, gap, shelf = (48, 52, 356) if is_wide else (32, 32, 300)
        self._row.setSpacing(gap)
        self._row.setContentsMargins(side, 28, side, 0)
        self.bar.fit(is_wide=is_wide)
        self.shelf.setFixedWidth(shelf)

    def _typed(self) -> None:
        if self._is_open:
            self._autosave.touch()

    def _choose_prompt(self, prompt: str) -> None:
        self.active.emit()
        if self._is_open and prompt != self._prompt:
            self._prompt = prompt
            self._autosave.touch()
            self.text.setFocus()

    def _emit(self) -> None:
        self.edited.emit(self._prompt, self.text.toPlainText())

    def _put(self, text: str) -> None:
        was_open, self._is_open = self._is_open, False
        self._autosave.forget()
        self.text.setPlainText(text)
        self.text.document().clearUndoRedoStacks()
        self._is_open = was_open

    def _show_when(self, line: EntryLine | None) -> None:
        self._when.setText(f"Begun {line.when}" if line is not None and line.when else "")
        self.remove.setVisible(line is not None)

    def _forget_copies(self) -> None:
        clipboard = QGuiApplication.clipboard()
        for mode in (clipboard.Mode.Clipboard, clipboard.Mode.Selection):
            copied = clipboard.text(mode).strip()
            if copied and copied in self.text.toPlainText():
                clipboard.clear(mode)
