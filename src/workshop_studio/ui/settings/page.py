"""How the app looks: follow the system, light or dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from workshop_studio.ui.kit.basics import Button, Card, Text
from workshop_studio.ui.theme.theme import ThemeChoice

if TYPE_CHECKING:
    from workshop_studio.ui.theme.theme import Theme

_WORDS = {
    ThemeChoice.SYSTEM: "Like the computer",
    ThemeChoice.LIGHT: "Light",
    ThemeChoice.DARK: "Dark",
}


class SettingsPage(QWidget):
    """Emits `theme_chosen`."""

    theme_chosen = Signal(object)

    def __init__(self, theme: Theme, workspace: str) -> None:
        super().__init__()
        self.setProperty("page", "true")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 20)
        column.setSpacing(16)
        column.addWidget(Text(theme, "title", "Look"))
        card = Card()
        card.setMaximumWidth(720)
        card.body.addWidget(Text(theme, "section", "Theme of the console"))
        card.body.addWidget(Text(theme, "body", "The stage always keeps its own dark theme.", "2"))
        row = QHBoxLayout()
        self._group = QButtonGroup(self)
        for place, choice in enumerate(ThemeChoice):
            button = Button(theme, _WORDS[choice], "segment")
            button.setCheckable(True)
            button.setChecked(choice is theme.choice)
            self._group.addButton(button, place)
            row.addWidget(button)
        row.addStretch(1)
        card.body.addLayout(row)
        self._group.idClicked.connect(self._chosen)
        column.addWidget(card)
        place_card = Card()
        place_card.setMaximumWidth(720)
        place_card.body.addWidget(Text(theme, "section", "Your workspace"))
        where = Text(theme, "body", workspace, "2").wrapped()
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        place_card.body.addWidget(where)
        column.addWidget(place_card)
        column.addStretch(1)

    def _chosen(self, place: int) -> None:
        self.theme_chosen.emit(list(ThemeChoice)[place])
