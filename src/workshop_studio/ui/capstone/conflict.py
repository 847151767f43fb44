"""Two texts for one field: what stands on another machine, and which of them is to stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from workshop_studio.ui.capstone.answers import breakable, in_words
from workshop_studio.ui.kit.basics import Button, Text

if TYPE_CHECKING:
    from workshop_studio.domain.capstone import Answer
    from workshop_studio.ui.theme.theme import Theme


class ConflictPanel(QFrame):
    """Shows the other text below one's own; `kept` or `taken` with the choice."""

    kept = Signal()
    taken = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("banner", "watch")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(
            Text(
                theme,
                "small",
                "This was changed on another machine while you wrote. Nothing was overwritten. "
                "There it says:",
                group="station",
            ).wrapped()
        )
        self._theirs = Text(theme, "body", group="station").wrapped()
        column.addWidget(self._theirs)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.keep = Button(theme, "Keep what stands above")
        self.keep.setObjectName("keep-ours")
        self.keep.clicked.connect(self._keep)
        self.take = Button(theme, "Take the other text")
        self.take.setObjectName("take-theirs")
        self.take.clicked.connect(self._take)
        row.addWidget(self.keep)
        row.addWidget(self.take)
        row.addStretch(1)
        column.addLayout(row)
        self.hide()

    def show_other(self, theirs: Answer) -> None:
        """Show what the other machine wrote."""
        self._theirs.setText(breakable(in_words(theirs)))
        self.show()

    def put_away(self) -> None:
        """Show nothing of it any more."""
        self._theirs.setText("")
        self.hide()

    @property
    def text(self) -> str:
        """Return the other text, empty when there is no conflict."""
        return self._theirs.text()

    def _keep(self) -> None:
        self.put_away()
        self.kept.emit()

    def _take(self) -> None:
        self.put_away()
        self.taken.emit()
