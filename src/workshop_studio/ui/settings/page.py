"""How the app looks: follow the system, light or dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

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
    passphrase_chosen = Signal(str, str)
    station_wanted = Signal()

    def __init__(self, theme: Theme, workspace: str) -> None:
        super().__init__()
        self.setProperty("page", "true")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 20)
        column.setSpacing(16)
        column.addWidget(Text(theme, "title", "Settings"))
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
        column.addWidget(self._station_card(theme))
        place_card = Card()
        place_card.setMaximumWidth(720)
        place_card.body.addWidget(Text(theme, "section", "Your workspace"))
        where = Text(theme, "body", workspace, "2").wrapped()
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        place_card.body.addWidget(where)
        column.addWidget(place_card)
        column.addStretch(1)

    def _station_card(self, theme: Theme) -> Card:
        card = Card()
        card.setMaximumWidth(720)
        card.body.addWidget(Text(theme, "section", "Station"))
        card.body.addWidget(
            Text(
                theme,
                "body",
                "The station is full screen on a shared machine. A team code opens a team’s card; "
                "leaving it needs your passphrase.",
                "2",
            ).wrapped()
        )
        row = QHBoxLayout()
        self.current, self.passphrase = QLineEdit(), QLineEdit()
        for edit, words in (
            (self.current, "Passphrase until now, if there is one"),
            (self.passphrase, "New passphrase, eight characters or more"),
        ):
            edit.setEchoMode(QLineEdit.EchoMode.Password)
            edit.setPlaceholderText(words)
            edit.setAccessibleName(words)
            row.addWidget(edit)
        self.choose = Button(theme, "Set", icon="key-round")
        self.choose.clicked.connect(self._passphrase_chosen)
        row.addWidget(self.choose)
        card.body.addLayout(row)
        self.said = Text(theme, "caption", tone="2").wrapped()
        card.body.addWidget(self.said)
        self.station = Button(theme, "Open the station", "primary", "maximize")
        self.station.setObjectName("open-station")
        self.station.clicked.connect(self.station_wanted)
        card.body.addWidget(self.station, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def say(self, text: str) -> None:
        """Say how setting the passphrase or opening the station went."""
        self.said.setText(text)

    def _passphrase_chosen(self) -> None:
        self.passphrase_chosen.emit(self.passphrase.text(), self.current.text())
        self.passphrase.clear()
        self.current.clear()

    def _chosen(self, place: int) -> None:
        self.theme_chosen.emit(list(ThemeChoice)[place])
