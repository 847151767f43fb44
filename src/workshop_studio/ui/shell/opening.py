"""The page before a workspace is open: what is happening, or why it does not open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_studio.ui.kit.basics import Button, Text
from workshop_studio.ui.kit.rail import Mark

if TYPE_CHECKING:
    from workshop_studio.ui.theme.theme import Theme


class OpeningPage(QWidget):
    """Offers another workspace when this one cannot be opened."""

    workspace_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(96, 96, 96, 96)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(Mark(theme, 56))
        column.addSpacing(12)
        self._head = Text(theme, "running-title", "Workshop Studio").wrapped()
        self._text = Text(theme, "lead", "Opening your workspace", "2").wrapped()
        self._text.setMaximumWidth(720)
        self.choose = Button(theme, "Open another workspace", "primary", "folder-open")
        self.choose.clicked.connect(self.workspace_wanted)
        self.choose.hide()
        column.addWidget(self._head)
        column.addWidget(self._text)
        column.addSpacing(12)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)

    @property
    def text(self) -> str:
        """Return the sentence that it shows."""
        return self._text.text()

    def show_problem(self, text: str) -> None:
        """Say why the workspace does not open, and offer another."""
        self._head.setText("This workspace cannot be opened")
        self._text.setText(text)
        self.choose.show()
        self.choose.setFocus()
