"""The bar over an open journal: whose it is, whether it is saved, and how to close it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from workshop_studio.ui.kit.basics import Button, Text
from workshop_studio.ui.kit.cards import IconMark
from workshop_studio.ui.kit.fields import SavedMark

if TYPE_CHECKING:
    from workshop_studio.ui.theme.theme import Theme


class JournalBar(QFrame):
    """A name, "saved 14:02", and the lock."""

    close_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("band", "true")
        self._row = QHBoxLayout(self)
        self._row.setSpacing(16)
        self._row.addWidget(IconMark(theme, "lock", "private", 22))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        self.name = Text(theme, "label", group="station")
        names.addWidget(self.name)
        names.addWidget(
            Text(theme, "small", "Your journal. Nobody else can open it.", "2", "station")
        )
        names.addStretch(1)
        self._row.addLayout(names, 1)
        self.saved = SavedMark(theme, "station")
        self._row.addWidget(self.saved)
        self._row.addSpacing(12)
        self.close_journal = Button(theme, "Close my journal", icon="lock", size="station")
        self.close_journal.setObjectName("close-journal")
        self.close_journal.clicked.connect(self.close_wanted)
        self._row.addWidget(self.close_journal)

    def fit(self, *, is_wide: bool) -> None:
        """Take the height and margins of a wide or a narrow screen."""
        side = 48 if is_wide else 32
        self.setFixedHeight(88 if is_wide else 76)
        self._row.setContentsMargins(side, 0, side, 0)
