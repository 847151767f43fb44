"""Asks which word or which sentence goes on the stage, in a list over the console."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from workshop_studio.ui.console.floating import give_back
from workshop_studio.ui.console.prompt_panel import PromptPanel
from workshop_studio.ui.kit.palette import CommandPalette
from workshop_studio.ui.kit.palette_filter import Command

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from workshop_studio.ui.theme.theme import Theme


class WallAsks(QObject):
    """Emits the word, or the sentence, that was chosen."""

    word_chosen = Signal(str)
    prompt_chosen = Signal(str)

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._theme, self._page = theme, page
        self._before: QWidget | None = None
        self.words: CommandPalette | None = None
        self.prompt: PromptPanel | None = None

    def ask_word(self, words: Sequence[str]) -> None:
        """Open the list of words, with a line to search it."""
        commands = [Command(word, word, icon="book-open") for word in words]
        self.words = CommandPalette(self._theme, commands, self._page)
        for part in (self.words, self.words.line):
            part.setAccessibleName("Which word")
        self.words.line.setPlaceholderText("Which word")
        self.words.chosen.connect(self.word_chosen)
        self.words.destroyed.connect(self._words_gone)
        self._before = QApplication.focusWidget()
        self.words.open()

    def ask_prompt(self, texts: Sequence[str]) -> None:
        """Open the form with the block's sentences."""
        if self.prompt is not None:
            self.prompt.close()
        self.prompt = PromptPanel(self._theme, texts, self._page)
        self.prompt.chosen.connect(self.prompt_chosen)
        self.prompt.closed.connect(self._prompt_gone)
        self.prompt.open(self.prompt.line, 560)

    def _words_gone(self) -> None:
        self.words = None
        give_back(self._before, self._page)

    def _prompt_gone(self) -> None:
        if self.prompt is self.sender():
            self.prompt = None
