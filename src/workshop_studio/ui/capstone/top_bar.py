"""The bar over the card: whose it is, whether it is saved, and how to hand the machine over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from workshop_studio.ui.capstone.answers import people
from workshop_studio.ui.kit.basics import Button, Text
from workshop_studio.ui.kit.fields import SavedMark
from workshop_studio.ui.kit.marks import TeamBadge

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from workshop_studio.services.capstones import TeamDesk
    from workshop_studio.ui.theme.theme import Theme

_EDGE_PX = 12


class TeamBar(QFrame):
    """The team's colour at its left edge, badge, name and number of people."""

    handed_over = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._letter = ""
        self._badge: TeamBadge | None = None
        self.setProperty("band", "true")
        self._row = QHBoxLayout(self)
        self._row.setSpacing(20)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        self.team = Text(theme, "label", group="station")
        self._people = Text(theme, "small", tone="2", group="station")
        names.addWidget(self.team)
        names.addWidget(self._people)
        names.addStretch(1)
        self._row.addLayout(names, 1)
        self.saved = SavedMark(theme, "station")
        self._row.addWidget(self.saved)
        self._row.addSpacing(12)
        self.hand_over = Button(theme, "Hand over", icon="arrow-left-right", size="station")
        self.hand_over.setObjectName("hand-over")
        self.hand_over.setToolTip("Closes your card for the next team; everything stays saved")
        self.hand_over.clicked.connect(self.handed_over)
        self._row.addWidget(self.hand_over)
        theme.changed.connect(self.update)

    def fit(self, *, is_wide: bool) -> None:
        """Take the height and margins of a wide or a narrow screen."""
        side = 48 if is_wide else 32
        self.setFixedHeight(88 if is_wide else 76)
        self._row.setContentsMargins(side, 0, side, 0)

    def show_desk(self, desk: TeamDesk) -> None:
        """Show a team."""
        self.blank()
        self._letter = desk.team.letter
        self._badge = TeamBadge(self._theme, desk.team.letter, 48)
        self._row.insertWidget(0, self._badge)
        self.team.setText(desk.team.name)
        self._people.setText(people(len(desk.members)))
        self.update()

    def blank(self) -> None:
        """Forget the team."""
        if self._badge is not None:
            self._row.removeWidget(self._badge)
            self._badge.deleteLater()
            self._badge = None
        self._letter = ""
        self.team.setText("")
        self._people.setText("")
        self.saved.forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar and the team's colour at its left edge."""
        super().paintEvent(event)
        if self._letter:
            colour = self._theme.team_colour(self._letter)
            QPainter(self).fillRect(0, 0, _EDGE_PX, self.height(), colour)
