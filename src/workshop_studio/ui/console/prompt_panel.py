"""The form that puts one sentence of the block, or one's own, large on the stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from workshop_studio.ui.console.floating import FloatingPanel
from workshop_studio.ui.kit.basics import Button, Rule, Text
from workshop_studio.ui.kit.literal import action_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workshop_studio.ui.theme.theme import Theme

PROMPT_LENGTH = 120
_MOST_IN_SIGHT, _ROW_PX = 12, 34


class PromptPanel(FloatingPanel):
    """Emits `chosen` with the sentence."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, sentences: Sequence[str], over: QWidget) -> None:
        super().__init__(theme, "A prompt for the stage", over)
        self.setObjectName("prompt")
        self.choices: list[Button] = []
        if sentences:
            self.column.addWidget(Text(theme, "caption", "From this block", "2"))
        column = self._list(len(sentences))
        for sentence in sentences:
            button = Button(theme, action_text(sentence), "quiet")
            button.setAccessibleName(sentence)
            button.setProperty("sentence", sentence)
            button.clicked.connect(self._pressed)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.choices.append(button)
        if sentences:
            self.column.addWidget(Rule())
        self.line = QLineEdit()
        self.line.setAccessibleName("Your own sentence")
        self.line.setPlaceholderText("Your own sentence")
        self.line.setMaxLength(PROMPT_LENGTH)
        self.line.textChanged.connect(self._look)
        self.line.returnPressed.connect(self._typed)
        self.column.addWidget(self.line)
        self._verb = self.verbs("Show on the stage", "presentation")
        self._verb.clicked.connect(self._typed)
        self._look()

    def _list(self, count: int) -> QVBoxLayout:
        """Return the column for the sentences; a long list scrolls."""
        if count <= _MOST_IN_SIGHT:
            column = QVBoxLayout()
            self.column.addLayout(column)
            return column
        scroll, inner = QScrollArea(), QWidget()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFixedHeight(_MOST_IN_SIGHT * _ROW_PX)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        scroll.setWidget(inner)
        self.column.addWidget(scroll)
        return column

    def _look(self) -> None:
        self._verb.setEnabled(bool(self.line.text().strip()))

    def _pressed(self) -> None:
        sentence = self.sender().property("sentence")
        self.close()
        self.chosen.emit(sentence)

    def _typed(self) -> None:
        text = self.line.text().strip()
        if text:
            self.close()
            self.chosen.emit(text)
