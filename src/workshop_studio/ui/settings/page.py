"""Settings: theme, the station's passphrase, where the workspace is, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workshop_studio.ui.actions import ACTIONS
from workshop_studio.ui.kit.basics import Button, Card, Text
from workshop_studio.ui.kit.fields import PassphraseField
from workshop_studio.ui.kit.key_box import KeyBox
from workshop_studio.ui.kit.page_head import PageHead
from workshop_studio.ui.kit.segmented import SegmentedChoice
from workshop_studio.ui.kit.sounds_card import SoundsCard
from workshop_studio.ui.theme.theme import ThemeChoice

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from workshop_studio.ui.theme.theme import Theme

WIDE = 1700
_THEMES = (
    (ThemeChoice.SYSTEM.value, "Like the computer"),
    (ThemeChoice.LIGHT.value, "Light"),
    (ThemeChoice.DARK.value, "Dark"),
)


class SettingsPage(QWidget):
    """Sets text and passes on what was chosen."""

    theme_chosen = Signal(object)
    passphrase_chosen = Signal(str, str)
    station_wanted = Signal()
    workspace_wanted = Signal()

    def __init__(self, theme: Theme, workspace: str) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("page", "true")
        self.setObjectName("settings")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = PageHead(theme)
        self.head.show_titles("Settings", "")
        column.addWidget(self.head)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        inner = QWidget()
        self._row = QHBoxLayout(inner)
        left = QVBoxLayout()
        left.setSpacing(16)
        self.sounds = SoundsCard(theme)
        station, where = self._station_card(), self._workspace_card(workspace)
        for card in (self._theme_card(), self.sounds, station, where):
            left.addWidget(card)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self._keys_card())
        right.addStretch(1)
        self._row.addLayout(left, 3)
        self._row.addLayout(right, 2)
        scroll.setWidget(inner)
        column.addWidget(scroll, 1)
        theme.changed.connect(self._show_theme)
        self.show_passphrase_state(is_set=False)

    def _theme_card(self) -> Card:
        card = Card()
        card.body.addWidget(Text(self._theme, "section", "Theme of console and station"))
        card.body.addWidget(
            Text(self._theme, "body", "The stage always keeps its own dark theme.", "2")
        )
        card.body.addSpacing(4)
        self.themes = SegmentedChoice(self._theme, _THEMES, name="Theme")
        self.themes.chosen.connect(self._chosen)
        card.body.addWidget(self.themes)
        self._show_theme()
        return card

    def _station_card(self) -> Card:
        card = Card()
        card.body.addWidget(Text(self._theme, "section", "Station"))
        card.body.addWidget(
            Text(
                self._theme,
                "body",
                "Full screen on a shared machine, for one team or one participant at a time. "
                "Leaving it needs your passphrase, so that nobody ends up on your desktop.",
                "2",
            ).wrapped()
        )
        card.body.addSpacing(4)
        self._state = Text(self._theme, "body-strong")
        card.body.addWidget(self._state)
        self._current_words = Text(self._theme, "caption", "Passphrase until now", "2")
        self.current = PassphraseField(self._theme, "Passphrase until now")
        self._new_words = Text(self._theme, "caption", "", "2")
        self.passphrase = PassphraseField(self._theme, "New passphrase")
        self.passphrase.line.setObjectName("facilitator-passphrase")
        self.passphrase.line.setPlaceholderText("Eight characters or more")
        self.passphrase.entered.connect(self._passphrase_chosen)
        self.choose = Button(self._theme, "Set passphrase", icon="key-round")
        self.choose.setObjectName("set-passphrase")
        self.choose.clicked.connect(self._passphrase_chosen)
        self.said = Text(self._theme, "body", tone="2").wrapped()
        self.station = Button(self._theme, "Open the station", "primary", "maximize")
        self.station.setObjectName("open-station")
        self.station.clicked.connect(self.station_wanted)
        for widget in (self._current_words, self.current, self._new_words, self.passphrase):
            card.body.addWidget(widget)
        card.body.addWidget(self.said)
        row = QHBoxLayout()
        row.addWidget(self.station)
        row.addWidget(self.choose)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _workspace_card(self, workspace: str) -> Card:
        card = Card()
        card.body.addWidget(Text(self._theme, "section", "Workspace"))
        where = Text(self._theme, "body", workspace, "2").wrapped()
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(where)
        another = Button(self._theme, "Open another workspace", icon="folder-open")
        another.clicked.connect(self.workspace_wanted)
        card.body.addWidget(another, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _keys_card(self) -> Card:
        card = Card()
        card.body.addWidget(Text(self._theme, "section", "Keys"))
        card.body.addWidget(
            Text(
                self._theme,
                "body",
                "A clicker’s two buttons end the block and go back, whichever window has the "
                "focus. In a text field keys only write.",
                "2",
            ).wrapped()
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        listed = [action for action in ACTIONS if action.shortcut]
        for row, action in enumerate(listed):
            grid.addWidget(KeyBox(self._theme, action.shortcut), row, 0)
            grid.addWidget(Text(self._theme, "body", action.words).wrapped(), row, 1)
        card.body.addSpacing(4)
        card.body.addLayout(grid)
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the wide measures from 1700 px on."""
        is_wide = self.width() >= WIDE
        self.head.take_measure(is_wide=is_wide)
        edge = 32 if is_wide else 16
        self._row.setContentsMargins(edge, 0, edge, edge)
        self._row.setSpacing(24 if is_wide else 12)
        super().resizeEvent(event)

    def show_passphrase_state(self, *, is_set: bool) -> None:
        """Say whether the station has a passphrase, and ask for the old one only if so."""
        self._state.setText("A passphrase is set." if is_set else "No passphrase is set yet.")
        self._current_words.setVisible(is_set)
        self.current.setVisible(is_set)
        self._new_words.setText("New passphrase" if is_set else "Choose a passphrase")
        self.choose.setText("Change passphrase" if is_set else "Set passphrase")
        self.station.setEnabled(is_set)
        self.station.setToolTip("" if is_set else "Set a passphrase first")

    def say(self, text: str) -> None:
        """Say how setting the passphrase or opening the station went."""
        self.said.setText(text)

    def _passphrase_chosen(self) -> None:
        self.passphrase_chosen.emit(self.passphrase.text(), self.current.text())
        self.passphrase.clear()
        self.current.clear()

    def _show_theme(self) -> None:
        self.themes.choose(self._theme.choice.value)

    def _chosen(self, key: str) -> None:
        self.theme_chosen.emit(ThemeChoice(key))
