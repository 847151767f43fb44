"""The door of the station: a team's code, one's own journal, and the facilitator's way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from workshop_studio.ui.kit.basics import Banner, Button, Card, Text
from workshop_studio.ui.kit.cards import IconMark
from workshop_studio.ui.kit.fields import PassphraseField
from workshop_studio.ui.kit.rail import Mark

if TYPE_CHECKING:
    from workshop_studio.ui.theme.theme import Theme

_CARD_PX = 440


class Door(QWidget):
    """Emits which way somebody wants in, or out."""

    code_entered = Signal(str)
    journal_wanted = Signal()
    leave_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.banner = Banner(theme)
        self.banner.acted.connect(self._understood)
        column.addWidget(self.banner)
        column.addStretch(3)
        column.addWidget(Mark(theme, 56), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(40)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addStretch(1)
        row.addWidget(self._team())
        row.addWidget(self._journal())
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(4)
        column.addLayout(self._way_out())

    def _team(self) -> QWidget:
        card = self._card("users", "Type the code of your table")
        card.body.addWidget(
            Text(
                self._theme, "help", "It stands on the card on your table.", "2", "station"
            ).wrapped()
        )
        card.body.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.code = QLineEdit()
        self.code.setObjectName("code")
        self.code.setAccessibleName("Team code")
        self.code.setMaxLength(12)
        self.code.setProperty("measure", "station")
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setFont(self._theme.figures(self._theme.font("label", "station")))
        self.code.returnPressed.connect(self._enter)
        self.enter = Button(self._theme, "Open our card", "primary", "arrow-right", "station")
        self.enter.setObjectName("open-card")
        self.enter.clicked.connect(self._enter)
        row.addWidget(self.code, 1)
        row.addWidget(self.enter)
        card.body.addLayout(row)
        self._problem = Text(self._theme, "small", tone="alert", group="station").wrapped()
        self._problem.hide()
        card.body.addWidget(self._problem)
        card.body.addStretch(1)
        return card

    def _journal(self) -> QWidget:
        card = self._card("lock", "Write in my journal")
        card.body.addWidget(
            Text(
                self._theme,
                "help",
                "For you alone. It opens with a passphrase that only you know.",
                "2",
                "station",
            ).wrapped()
        )
        card.body.addSpacing(8)
        self.journal = Button(self._theme, "Find my name", icon="search", size="station")
        self.journal.setObjectName("find-my-name")
        self.journal.clicked.connect(self.journal_wanted)
        card.body.addWidget(self.journal, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addStretch(1)
        return card

    def _card(self, icon: str, title: str) -> Card:
        card = Card(padding=28, spacing=8)
        card.setFixedWidth(_CARD_PX)
        card.setMinimumHeight(212)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconMark(self._theme, icon, "accent-text", 22))
        head.addWidget(Text(self._theme, "label", title, group="station"), 1)
        card.body.addLayout(head)
        return card

    def _way_out(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 20)
        foot.addStretch(1)
        self.passphrase = PassphraseField(self._theme, "Facilitator’s passphrase")
        self.passphrase.line.setObjectName("leave-passphrase")
        self.passphrase.line.setPlaceholderText("Facilitator’s passphrase")
        self.passphrase.line.setFixedWidth(220)
        self.passphrase.entered.connect(self._leave)
        self.leave = Button(self._theme, "Leave the station", "text", "log-out")
        self.leave.setObjectName("leave")
        self.leave.clicked.connect(self._leave)
        foot.addWidget(self.passphrase)
        foot.addWidget(self.leave)
        return foot

    def open(self, problem: str = "") -> None:
        """Be ready for the next; a refused code stays, to be corrected."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        if not problem:
            self.code.setText("")
            self.banner.say("")
        self.passphrase.clear()
        self.code.setFocus()
        self.code.selectAll()

    @property
    def problem(self) -> str:
        """Return what is said below the code."""
        return self._problem.text()

    def _enter(self) -> None:
        if self.code.text().strip():
            self.code_entered.emit(self.code.text())
        else:
            self.open("Type the code first. It stands on the card on your table.")

    def _leave(self) -> None:
        self.leave_wanted.emit(self.passphrase.text())
        self.passphrase.clear()

    def _understood(self) -> None:
        self.banner.say("")
