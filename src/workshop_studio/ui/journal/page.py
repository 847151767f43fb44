"""The pages of a journal at the station: names, passphrase, writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from workshop_studio.ui.journal.names import NamesPage
from workshop_studio.ui.journal.passphrase import PassphrasePage
from workshop_studio.ui.journal.writing import WritingPage

if TYPE_CHECKING:
    from workshop_studio.domain.journal import Draft, Writer
    from workshop_studio.ui.journal.lines import EntryLine
    from workshop_studio.ui.theme.theme import Theme


class JournalPage(QWidget):
    """Shows one of the three; after `blank` none of them holds a word of anybody."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.names = NamesPage(theme)
        self.passphrase = PassphrasePage(theme)
        self.writing = WritingPage(theme)
        self._stack = QStackedWidget()
        for page in (self.names, self.passphrase, self.writing):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def show_names(self, writers: tuple[Writer, ...]) -> None:
        """Show names to choose from."""
        if self._stack.currentWidget() is not self.names:
            self.passphrase.blank()
            self.names.blank()
        self._stack.setCurrentWidget(self.names)
        self.names.show_names(writers)
        self.names.search.setFocus()

    def show_passphrase(self, name: str, *, is_new: bool) -> None:
        """Ask for the passphrase of one person."""
        self._stack.setCurrentWidget(self.passphrase)
        self.passphrase.ask(name, is_new=is_new)

    def say_refused(self, text: str) -> None:
        """Say why a journal does not open."""
        self.passphrase.refuse(text)

    def show_journal(self, name: str, prompts: tuple[str, ...]) -> None:
        """Show an open journal."""
        self.passphrase.blank()
        self.names.blank()
        self._stack.setCurrentWidget(self.writing)
        self.writing.show_journal(name, prompts)

    def show_lines(self, lines: tuple[EntryLine, ...]) -> None:
        """Show the entries beside the page."""
        self.writing.show_lines(lines)

    def show_entry(self, draft: Draft, line: EntryLine) -> None:
        """Put an entry in front."""
        self.writing.show_entry(draft, line)

    def take_typed(self) -> tuple[str, str] | None:
        """Return what was typed and not handed on yet."""
        return self.writing.take_typed()

    def say_saving(self) -> None:
        """Say that a write is under way."""
        self.writing.say_saving()

    def say_saved(self, time_of_day: str) -> None:
        """Say that everything is on the disk, sealed."""
        self.writing.say_saved(time_of_day)

    def say_failed(self, text: str) -> None:
        """Say what did not work."""
        self.writing.say_failed(text)

    def say_removed(self) -> None:
        """Say that an entry was deleted."""
        self.writing.say_removed()

    def blank(self) -> None:
        """Forget everything about this person."""
        self.writing.blank()
        self.passphrase.blank()
        self.names.blank()
        self._stack.setCurrentWidget(self.names)
