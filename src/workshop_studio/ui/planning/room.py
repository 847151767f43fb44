"""Wires planning: pages, presenters, the choice of a roster file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workshop_studio.domain.errors import FileRejected
from workshop_studio.ui.planning.learning import LearningPresenter
from workshop_studio.ui.planning.page import PlanningPage
from workshop_studio.ui.planning.presenter import PlanningPresenter
from workshop_studio.ui.planning.roster_presenter import NEW_COHORT, RosterPresenter
from workshop_studio.ui.wording import words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workshop_studio.domain.errors import WorkshopError
    from workshop_studio.domain.roster import RosterTable
    from workshop_studio.ports.lane import Lane
    from workshop_studio.ports.prompter import Prompter
    from workshop_studio.services.studio import Studio
    from workshop_studio.ui.theme.theme import Theme


class PlanningRoom(QObject):
    """Cohort, session and rosters. read_roster turns a file into a table, on the lane.

    held_back: why no session can be run now, "" when one can.
    preview_opened: a roster is on the page. stepped_back: it was left and nothing was taken.
    """

    run_opened = Signal(str)
    preview_opened = Signal()
    stepped_back = Signal()

    def __init__(
        self,
        theme: Theme,
        studio: Studio,
        lane: Lane,
        prompter: Prompter,
        read_roster: Callable[[Path], RosterTable],
    ) -> None:
        super().__init__()
        self._prompter = prompter
        self._is_for_new = True
        self.held_back = ""
        self.page = PlanningPage(theme)
        self.presenter = PlanningPresenter(studio, lane, self.page)
        self.rosters = RosterPresenter(
            studio, lane, read_roster, self.page, self.presenter.roster_taken, self._refused
        )
        self.learning = LearningPresenter(studio, lane, self.page)
        page, presenter = self.page, self.presenter
        page.session_shown.connect(self._learn)
        page.roster_wanted.connect(self.choose_for_shown)
        page.cohort_wanted.connect(self.choose_for_new)
        page.balance_wanted.connect(presenter.balance)
        page.cohort_chosen.connect(presenter.choose_cohort)
        page.session_wanted.connect(presenter.plan_session)
        page.run_wanted.connect(self._run)
        page.cohort.moved.connect(presenter.move)
        page.cohort.side_set.connect(presenter.set_side)
        page.cohort.removed.connect(presenter.remove)
        page.session.start_changed.connect(presenter.set_start)
        page.session.minutes_typed.connect(presenter.type_minutes)
        page.session.fixed_pressed.connect(presenter.explain_minutes)
        page.preview.field_chosen.connect(self.rosters.choose_field)
        page.preview.header_chosen.connect(self.rosters.choose_header)
        page.preview.target_chosen.connect(self.rosters.choose_target)
        page.preview.name_typed.connect(self.rosters.name_cohort)
        page.preview.take_wanted.connect(self.rosters.take)
        page.preview.back_wanted.connect(self._step_back)

    def _learn(self) -> None:
        self.learning.look(self.presenter.session_id)

    def choose_for_new(self) -> None:
        """Ask for a roster file that a new cohort is made of."""
        self._is_for_new = True
        self._choose_file()

    def choose_for_shown(self) -> None:
        """Ask for a roster file that is taken into the shown cohort."""
        self._is_for_new = False
        self._choose_file()

    def _choose_file(self) -> None:
        self._prompter.choose_file("Roster", ("*.csv", "*.xlsx", "*.txt"), self._file_chosen)

    def open_roster(self, path: Path, *, is_for_new: bool) -> None:
        """Read a roster and show it before anything is taken."""
        target = NEW_COHORT if is_for_new else self.presenter.cohort_id
        self.rosters.open(path, target)
        self.preview_opened.emit()

    def _file_chosen(self, path: Path | None) -> None:
        if path is not None:
            self.open_roster(path, is_for_new=self._is_for_new)

    def _step_back(self) -> None:
        self.rosters.step_back()
        self.stepped_back.emit()

    def _refused(self, error: WorkshopError) -> None:
        is_of_file = isinstance(error, FileRejected)
        title = "The roster cannot be read" if is_of_file else "Nobody was taken"
        self._prompter.show_problem(title, words(error))
        if not self.page.is_previewing:
            self.stepped_back.emit()

    def _run(self, session_id: str) -> None:
        if self.held_back:
            self.page.say_problem(self.held_back)
            return
        self.presenter.open_session(session_id)
        self.run_opened.emit(session_id)
