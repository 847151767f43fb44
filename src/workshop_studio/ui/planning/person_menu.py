"""What can be done with one person: another table, another side, out of the cohort."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from workshop_studio.domain.cohort import Side
from workshop_studio.ui.kit.literal import action_text
from workshop_studio.ui.planning.cohort_words import SIDE_WORDS

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from workshop_studio.domain.cohort import Cohort


class PersonMenu(QObject):
    """Opens on a right click and on the menu key; says what was chosen."""

    moved = Signal(str, str)
    side_set = Signal(str, object)
    removed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._cohort: Cohort | None = None
        self._person = ""
        self.menu: QMenu | None = None

    def show_cohort(self, cohort: Cohort) -> None:
        """Know the tables there are."""
        self._cohort = cohort

    def open(self, participant_id: str, at: QPoint) -> None:
        """Open the menu of somebody at a place on the screen."""
        if self._cohort is None:
            return
        if self.menu is not None:
            self.menu.deleteLater()
        self._person = participant_id
        self.menu = self._filled(self._cohort, participant_id)
        self.menu.popup(at)

    def _filled(self, cohort: Cohort, participant_id: str) -> QMenu:
        one = cohort.participant(participant_id)
        sits = cohort.team_of(participant_id)
        menu = QMenu(self._parent)
        menu.setAccessibleName(one.name)
        who = menu.addAction(action_text(f"{one.name}, {sits.name}" if sits else one.name))
        who.setEnabled(False)
        for team in cohort.teams:
            if team != sits:
                action = menu.addAction(f"Move to {team.letter}  {team.name}")
                action.setData(("team", team.id))
        menu.addSeparator()
        group = QActionGroup(menu)
        for side in Side:
            action = menu.addAction(f"Side: {SIDE_WORDS[side]}")
            action.setData(("side", side.value))
            action.setCheckable(True)
            action.setChecked(side is one.side)
            group.addAction(action)
        menu.addSeparator()
        action = menu.addAction("Remove from the cohort")
        action.setData(("remove", ""))
        menu.triggered.connect(self._chosen)
        return menu

    def _chosen(self, action: QAction) -> None:
        what, which = action.data()
        if what == "team":
            self.moved.emit(self._person, which)
        elif what == "side":
            self.side_set.emit(self._person, Side(which))
        else:
            self.removed.emit(self._person)
