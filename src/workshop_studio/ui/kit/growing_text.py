"""A text field that is as high as its text; nothing of the text is ever scrolled away."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QFont, QResizeEvent, QShowEvent


class GrowingText(QPlainTextEdit):
    """Plain text, at least `least_lines` high; Tab leaves it. Emits `left` when it loses focus."""

    left = Signal()
    grown = Signal()

    def __init__(self, font: QFont, least_lines: int = 1) -> None:
        super().__init__()
        self._least_lines = least_lines
        self.setFont(font)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setViewportMargins(2, 5, 2, 5)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def put(self, text: str) -> None:
        """Show another text; what stood there before cannot be brought back with undo."""
        self.setPlainText(text)
        self.document().clearUndoRedoStacks()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break lines anew, and be as high as they need."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the style gives on the first showing."""
        super().showEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def _fit(self) -> None:
        # The document layout of plain text counts its height in lines.
        lines = max(self._least_lines, round(self.document().size().height()))
        # Lines of a document are whole pixels high.
        inner: float = lines * ceil(QFontMetricsF(self.font()).lineSpacing())
        inner += 2 * self.document().documentMargin()
        around = self.height() - self.viewport().height()
        wanted = round(inner + around + 1)
        if wanted != self.height():
            self.setFixedHeight(wanted)
            self.verticalScrollBar().setValue(0)
            self.grown.emit()
