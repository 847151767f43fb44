"""The first page: what to do first, and the button to do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workshop_studio.ui.kit.basics import Banner, Button, ClickableCard, Rule, Text
from workshop_studio.ui.kit.rail import Mark

if TYPE_CHECKING:
    from workshop_studio.ui.theme.theme import Theme


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
        row.addLayout(self._left(), 3)
        row.addWidget(self._right(), 2)

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(96, 48, 64, 48)
        column.setSpacing(12)
        column.addWidget(self.banner)
        column.addStretch(1)
        column.addWidget(Mark(self._theme, 64))
        column.addSpacing(16)
        head = Text(
            self._theme, "running-title", "Your first workshop can be ready\nin ten minutes."
        )
        font = head.font()
        font.setPixelSize(48)
        head.setFont(font)
        column.addWidget(head)
        column.addWidget(
            Text(
                self._theme,
                "lead",
                "Everything stays on this computer. No account, no network.\n"
                "You can change or undo all of it later.",
                "2",
            )
        )
        column.addSpacing(16)
        self.sample = self._choice(
            "Start with the sample programme",
            "28 invented people in six teams, and a session that is ready to run",
            "graduation-cap",
            "accent",
        )
        self.sample.setObjectName("sample")
        self.sample.clicked.connect(self.sample_wanted)
        self.own = self._choice(
            "Bring my own roster",
            "A spreadsheet of people, as your systems export it",
            "upload",
        )
        self.own.setObjectName("own")
        self.own.clicked.connect(self.cohort_wanted)
        column.addWidget(self.sample)
        column.addWidget(self.own)
        column.addSpacing(8)
        self.open = Button(self._theme, "Open a workspace", "text", "folder-open")
        self.open.clicked.connect(self.workspace_wanted)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)
        return column

    def _choice(self, head: str, text: str, icon: str, look: str = "true") -> ClickableCard:
        card = ClickableCard(look)
        card.setMaximumWidth(720)
        card.setAccessibleName(head)
        row = QHBoxLayout()
        row.setSpacing(20)
        mark = QLabel()
        mark.setPixmap(self._theme.pixmap(icon, self._theme.colour("accent-text"), 24, 2.0))
        row.addWidget(mark)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Text(self._theme, "section", head))
        words.addWidget(Text(self._theme, "body", text, "2"))
        row.addLayout(words, 1)
        card.body.addLayout(row)
        return card

    def _right(self) -> QFrame:
        side = QFrame()
        side.setProperty("side", "true")
        column = QVBoxLayout(side)
        column.setContentsMargins(64, 96, 64, 48)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(Text(self._theme, "section", "Three windows, three kinds of people"))
        for head, text in (
            ("Console, for you", "What is on, what is next, how far behind. Notes stay here."),
            (
                "Stage, for the room",
                "Large, calm, readable from the back row. Nothing private can reach it.",
            ),
            (
                "Station, for a team",
                "One shared machine. A team code opens their own work, and it saves as they type.",
            ),
        ):
            column.addSpacing(8)
            column.addWidget(Text(self._theme, "body-strong", head))
            column.addWidget(Text(self._theme, "body", text, "2").wrapped())
        column.addSpacing(16)
        column.addWidget(Rule())
        column.addStretch(3)
        return side
