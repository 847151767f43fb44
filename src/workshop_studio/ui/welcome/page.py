"""The first page: what to do first, and the button to do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workshop_studio.ui.kit.basics import Banner, Button, ClickableCard, Rule, Text
from workshop_studio.ui.kit.cards import IconMark
from workshop_studio.ui.kit.key_box import KeyBox
from workshop_studio.ui.kit.rail import Mark
from workshop_studio.ui.welcome.pictures import WindowPicture

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from workshop_studio.ui.theme.theme import Theme


WIDE = 1700
_WINDOWS = (
    ("console", "Console, for you", "What is on, what is next, how far behind. Notes stay here."),
    (
        "stage",
        "Stage, for the room",
        "Large, calm, readable from the back row. Nothing private can reach it.",
    ),
    (
        "station",
        "Station, for a team",
        "One shared machine. A team code opens their own work, and saves as they type.",
    ),
)


class WelcomePage(QWidget):
    """Offers the sample programme, a new cohort, or an existing workspace."""

    sample_wanted = Signal()
    cohort_wanted = Signal()
    workspace_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("page", "true")
        self.setObjectName("welcome")
        self.banner = Banner(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._left = self._choices()
        self._side = self._windows()
        left = QWidget()
        left.setLayout(self._left)
        row.addWidget(left, 1)
        row.addWidget(self._side)
        for key, wanted in (
            ("Return", self.sample_wanted),
            ("2", self.cohort_wanted),
            ("3", self.workspace_wanted),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(wanted)

    def _choices(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self.banner)
        column.addStretch(2)
        column.addWidget(Mark(self._theme, 64))
        column.addSpacing(28)
        self._head = Text(
            self._theme, "running-title", "Your first workshop can be ready\nin ten minutes."
        )
        self._head.wrapped()
        column.addWidget(self._head)
        column.addSpacing(8)
        promise = Text(
            self._theme,
            "lead",
            "Everything stays on this computer. No account, no network. "
            "You can change or undo all of it later.",
            "2",
        ).wrapped()
        promise.setMaximumWidth(640)
        column.addWidget(promise)
        column.addSpacing(28)
        self.sample = self._choice(
            "Start with the sample programme",
            "28 invented people in six teams, and a session that is ready to run",
            "graduation-cap",
            "Enter",
            "accent",
        )
        self.sample.setObjectName("sample")
        self.sample.clicked.connect(self.sample_wanted)
        self.own = self._choice(
            "Bring my own roster",
            "A spreadsheet of people, as your systems export it",
            "upload",
            "2",
        )
        self.own.setObjectName("own")
        self.own.clicked.connect(self.cohort_wanted)
        column.addWidget(self.sample)
        column.addWidget(self.own)
        column.addSpacing(16)
        self.open = Button(self._theme, "Open a workspace", "text", "folder-open", hint="3")
        self.open.clicked.connect(self.workspace_wanted)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(3)
        return column

    def _choice(
        self, head: str, text: str, icon: str, key: str, look: str = "true"
    ) -> ClickableCard:
        card = ClickableCard(look)
        card.setMaximumWidth(720)
        card.setAccessibleName(head)
        row = QHBoxLayout()
        row.setContentsMargins(4, 6, 4, 6)
        row.setSpacing(20)
        row.addWidget(IconMark(self._theme, icon, "accent-text", 24))
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(Text(self._theme, "section", head))
        words.addWidget(Text(self._theme, "body", text, "2"))
        row.addLayout(words, 1)
        row.addWidget(KeyBox(self._theme, key), 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(row)
        return card

    def _windows(self) -> QFrame:
        side = QFrame()
        side.setProperty("side", "true")
        self._side_column = column = QVBoxLayout(side)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(Text(self._theme, "section", "Three windows, three kinds of people"))
        column.addSpacing(16)
        for kind, head, text in _WINDOWS:
            row = QHBoxLayout()
            row.setSpacing(20)
            row.addWidget(WindowPicture(self._theme, kind), 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addWidget(Text(self._theme, "body-strong", head))
            words.addWidget(Text(self._theme, "body", text, "2").wrapped())
            words.addStretch(1)
            row.addLayout(words, 1)
            column.addLayout(row)
            column.addSpacing(8)
        column.addWidget(Rule())
        column.addSpacing(8)
        hint = QHBoxLayout()
        hint.setSpacing(6)
        hint.addWidget(Text(self._theme, "body", "Press", "2"))
        hint.addWidget(KeyBox(self._theme, "Ctrl+K"))
        hint.addWidget(Text(self._theme, "body", "anywhere and type what you want to do.", "2"))
        hint.addStretch(1)
        column.addLayout(hint)
        column.addStretch(3)
        return side

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the wide measures from 1700 px on."""
        is_wide = self.width() >= WIDE
        self._side.setFixedWidth(760 if is_wide else 480)
        left = 140 if is_wide else 72
        self._left.setContentsMargins(left, 48, 64 if is_wide else 40, 48)
        side = (80, 96) if is_wide else (48, 48)
        self._side_column.setContentsMargins(side[0], 48, side[1], 48)
        self._head.set_scale(1.75 if is_wide else 1.25)
        super().resizeEvent(event)
