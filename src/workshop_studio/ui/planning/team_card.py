"""One table as a card: who sits there, its code, what to look at; people are dragged onto it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
)

from workshop_studio.domain import teams
from workshop_studio.ui.kit.basics import Card, Text
from workshop_studio.ui.kit.literal import tip
from workshop_studio.ui.kit.marks import TeamBadge
from workshop_studio.ui.kit.state_chip import StateChip
from workshop_studio.ui.planning.carrying import carry, person_in
from workshop_studio.ui.planning.cohort_words import people_words
from workshop_studio.ui.planning.marks import SIDE, MarkedRows

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent

    from workshop_studio.domain.cohort import Participant, Team
    from workshop_studio.ui.theme.theme import Theme

ROW_PX = 30
_FEWEST_ROWS = 4
_ID = Qt.ItemDataRole.UserRole


class TeamList(QListWidget):
    """The people of one table; drag one out, or open the menu with the menu key."""

    menu_wanted = Signal(str, QPoint)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setItemDelegate(MarkedRows(theme, self, pad_px=5))
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)

    def show_people(self, members: tuple[Participant, ...]) -> None:
        """Show who sits here; the chosen one stays chosen."""
        chosen = self.currentItem()
        kept = chosen.data(_ID) if chosen is not None else ""
        self.clear()
        for one in members:
            item = QListWidgetItem(one.name)
            item.setData(_ID, one.id)
            item.setData(SIDE, one.side.value)
            item.setStatusTip(one.function)
            item.setToolTip(tip(", ".join(part for part in (one.name, one.function) if part)))
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, f"{one.name}, {one.function}, {one.side.value}"
            )
            self.addItem(item)
            if one.id == kept:
                self.setCurrentItem(item)
        self.setFixedHeight(ROW_PX * max(_FEWEST_ROWS, len(members)) + 2)

    def choose(self, participant_id: str) -> bool:
        """Choose somebody; return whether they sit here."""
        for row in range(self.count()):
            if self.item(row).data(_ID) == participant_id:
                self.setCurrentRow(row)
                return True
        return False

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Carry the id of the person."""
        item = self.currentItem()
        if item is not None:
            carry(self, str(item.data(_ID)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the menu with Enter, for keyboards without a menu key."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._menu(QPoint(-1, -1))
            return
        super().keyPressEvent(event)

    def _menu(self, at: QPoint) -> None:
        item = self.itemAt(at) or self.currentItem()
        if item is not None:
            place = self.visualItemRect(item).center() if self.itemAt(at) is None else at
            self.menu_wanted.emit(item.data(_ID), self.viewport().mapToGlobal(place))


class TeamCard(Card):
    """Takes people that are dropped anywhere on it."""

    dropped = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(padding=16, spacing=6)
        self._theme = theme
        self._team_id = ""
        self._badge: TeamBadge | None = None
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._name = Text(theme, "section")
        self._about = Text(theme, "body", tone="3")
        self._head.addWidget(self._name)
        self._head.addStretch(1)
        self._head.addWidget(self._about)
        self.body.addLayout(self._head)
        self._shown_chips: list[StateChip] = []
        self._chips = QVBoxLayout()
        self._chips.setSpacing(4)
        self.body.addLayout(self._chips)
        self.people = TeamList(theme)
        self.body.addWidget(self.people)

    def show_team(self, team: Team, members: tuple[Participant, ...]) -> None:
        """Show a table with its people and what is not ideal about it."""
        if self._badge is None or self._badge.accessibleName() != f"Team {team.letter}":
            if self._badge is not None:
                self._badge.deleteLater()
            self._badge = TeamBadge(self._theme, team.letter, 26)
            self._head.insertWidget(0, self._badge)
        self._team_id = team.id
        self._name.setText(team.name)
        self._about.setText(f"{people_words(len(members))}, code {team.code}")
        self._about.setToolTip("The team types this code at the station.")
        self.people.setObjectName(f"team-{team.letter}")
        self.people.setAccessibleName(f"Team {team.name}")
        self.people.show_people(members)
        for chip in self._shown_chips:
            chip.hide()
            chip.deleteLater()
        self._shown_chips = []
        for fault in teams.faults(members):
            chip = StateChip(self._theme)
            chip.show_state("watch", fault.short)
            chip.setToolTip(tip(fault.text))
            self._chips.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
            self._shown_chips.append(chip)

    @property
    def faults(self) -> tuple[str, ...]:
        """Return the words of its chips."""
        return tuple(chip.words for chip in self._shown_chips)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take people only, and show that this is the table they would go to."""
        if person_in(event.mimeData()):
            event.acceptProposedAction()
            self._look("accent")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as before."""
        self._look("true")

    def dropEvent(self, event: QDropEvent) -> None:
        """Announce who was dropped; the cards are drawn anew from what was saved."""
        self._look("true")
        person = person_in(event.mimeData())
        if person:
            event.acceptProposedAction()
            self.dropped.emit(person, self._team_id)

    def _look(self, look: str) -> None:
        if self.property("card") != look:
            self.setProperty("card", look)
            self.style().unpolish(self)
            self.style().polish(self)
