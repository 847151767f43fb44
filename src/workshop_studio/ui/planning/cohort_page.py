"""The cohort: its people at left, its tables at right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workshop_studio.domain.cohort import Side
from workshop_studio.ui.kit.basics import Button, Card, Text
from workshop_studio.ui.kit.cards import IconMark
from workshop_studio.ui.planning.cohort_words import SIDE_WORDS, CohortSummary, summary
from workshop_studio.ui.planning.marks import SideMark
from workshop_studio.ui.planning.people_table import PeopleTable
from workshop_studio.ui.planning.person_menu import PersonMenu
from workshop_studio.ui.planning.team_card import TeamCard

if TYPE_CHECKING:
    from workshop_studio.domain.cohort import Cohort
    from workshop_studio.ui.theme.theme import Theme


class CohortPage(QWidget):
    """Shows people and tables, and passes on what is done with them."""

    moved = Signal(str, str)
    side_set = Signal(str, object)
    removed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cards: dict[str, TeamCard] = {}
        self._worry = CohortSummary("", "")
        self._following: tuple[str, str] | None = None
        self.people = PeopleTable(theme)
        self.menu = PersonMenu(self)
        self.menu.moved.connect(self._move)
        self.menu.side_set.connect(self.side_set)
        self.menu.removed.connect(self.removed)
        self.people.menu_wanted.connect(self._open_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.people, 1)
        right = self._right()
        row.addWidget(right, 1)
        self.regions: tuple[QWidget, ...] = (self.people, right)

    def _right(self) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._summary_card())
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(0, 0, 4, 0)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        outer.addLayout(self._grid)
        outer.addStretch(1)
        self._scroll.setWidget(holder)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._legend())
        return right

    def _summary_card(self) -> Card:
        card = Card(padding=16)
        row = QHBoxLayout()
        row.setSpacing(14)
        self._mark = IconMark(self._theme, "check", "accent-text", 20)
        self._headline = Text(self._theme, "section").wrapped()
        self._detail = Text(self._theme, "body", tone="2").wrapped()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._headline)
        words.addWidget(self._detail)
        self.show_worry = Button(self._theme, "Show")
        self.show_worry.clicked.connect(self._show_worry)
        row.addWidget(self._mark)
        row.addLayout(words, 1)
        row.addWidget(self.show_worry)
        card.body.addLayout(row)
        return card

    def _legend(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(8)
        for side in Side:
            row.addWidget(SideMark(self._theme, side))
            row.addWidget(Text(self._theme, "caption", SIDE_WORDS[side], "2"))
            row.addSpacing(12)
        row.addStretch(1)
        row.addWidget(Text(self._theme, "caption", "Drag people, or press Enter", "3"))
        return row

    def show_cohort(self, cohort: Cohort) -> None:
        """Show a cohort; cards of tables that stay are kept, and with them the focus."""
        self.menu.show_cohort(cohort)
        self.people.show_cohort(cohort)
        kept = {team.id for team in cohort.teams}
        for key in [key for key in self._cards if key not in kept]:
            self._cards.pop(key).deleteLater()
        for place, team in enumerate(cohort.teams):
            if team.id not in self._cards:
                self._cards[team.id] = self._new_card()
            card = self._cards[team.id]
            card.show_team(team, cohort.members(team))
            self._grid.addWidget(card, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        self._show_summary(cohort)
        self._follow()

    @property
    def summary(self) -> str:
        """Return what stands above the tables."""
        return f"{self._headline.text()}. {self._detail.text()}"

    def card(self, letter: str) -> TeamCard:
        """Return the card of a team; raises StopIteration for an unknown letter."""
        name = f"team-{letter}"
        return next(c for c in self._cards.values() if c.people.objectName() == name)

    def _show_summary(self, cohort: Cohort) -> None:
        said = summary(cohort)
        self._worry = said
        self._headline.setText(said.headline)
        self._detail.setText(said.detail)
        self.show_worry.setVisible(bool(said.team_id or said.person_id))
        if said.is_fine:
            self._mark.show_icon("check", "accent-text")
        else:
            self._mark.show_icon("triangle-alert", "watch")

    def _new_card(self) -> TeamCard:
        card = TeamCard(self._theme)
        card.dropped.connect(self._move)
        card.people.menu_wanted.connect(self._open_menu)
        return card

    def _open_menu(self, participant_id: str, at: QPoint) -> None:
        self.menu.open(participant_id, at)

    def _move(self, participant_id: str, team_id: str) -> None:
        # The focus goes along when it was in the list that somebody leaves.
        if any(card.people is self.focusWidget() for card in self._cards.values()):
            self._following = (participant_id, team_id)
        self.moved.emit(participant_id, team_id)

    def _follow(self) -> None:
        if self._following is None:
            return
        # What is shown may still be what was read before the move; then it is waited for.
        card = self._cards.get(self._following[1])
        if card is not None and card.people.choose(self._following[0]):
            card.people.setFocus()
            self._following = None

    def _show_worry(self) -> None:
        card = self._cards.get(self._worry.team_id)
        if card is None:
            self.people.choose(self._worry.person_id)
            return
        self._scroll.ensureWidgetVisible(card)
        if card.people.currentRow() < 0:
            card.people.setCurrentRow(0)
        card.people.setFocus()
