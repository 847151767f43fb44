"""A rehearsal in the windows: the same console and stage, another clock, a log that is dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.run import RunPhase
from workshop_studio.services.window_rehearsal import WindowRehearsal
from workshop_studio.ui.wording import words

if TYPE_CHECKING:
    from workshop_studio.domain.cohort import Team
    from workshop_studio.domain.errors import WorkshopError
    from workshop_studio.domain.session import PlannedSession
    from workshop_studio.ports.lane import Lane
    from workshop_studio.services.studio import Studio
    from workshop_studio.ui.console.room import ConsoleRoom
    from workshop_studio.ui.planning.room import PlanningRoom
    from workshop_studio.ui.shell.main_window import MainWindow


class Rehearsals(QObject):
    """Hands the console another run, and the real one back; never both at once."""

    def __init__(
        self,
        window: MainWindow,
        studio: Studio,
        lane: Lane,
        console: ConsoleRoom,
        planning: PlanningRoom,
    ) -> None:
        super().__init__(window)
        self._window, self._studio, self._lane = window, studio, lane
        self._console, self._planning = console, planning
        self.now: WindowRehearsal | None = None
        self._is_opening = self._was_ready_shown = False
        planning.page.rehearse_wanted.connect(self.begin)
        strip = console.page.rehearsal
        strip.pace_chosen.connect(self._run_at)
        strip.hold_pressed.connect(self._hold)
        strip.end_pressed.connect(self.end)

    def begin_shown(self) -> None:
        """Rehearse the session that Plan shows."""
        session_id = self._planning.presenter.session_id
        if session_id:
            self.begin(session_id)
        else:
            self._refuse(RuleBroken("no-session-planned"))

    def begin(self, session_id: str) -> None:
        """Rehearse a session; not while a real one is on."""
        if self.now is not None:
            self._window.show_room("run")
        elif self._is_session_on():
            self._refuse(RuleBroken("session-on"))
        elif not self._is_opening:
            self._is_opening = True
            self._lane.submit(lambda: self._read(session_id), self._begun, self._failed)

    def end(self) -> None:
        """Drop the rehearsal and show what was there before."""
        if self.now is None:
            return
        self.now = None
        self._planning.held_back = ""
        self._drive(is_writing=True)
        self._console.page.ready.setVisible(self._was_ready_shown)
        self._window.show_room("plan")

    def keeps_out(self, room: str) -> bool:
        """Say why, and return True, when a room would act on the real session meanwhile."""
        if self.now is None or room != "scenario":
            return False
        self._refuse(RuleBroken("rehearsal-on"))
        return True

    # --- beginning -------------------------------------------------------------------------------

    def _is_session_on(self) -> bool:
        reading = self._studio.live.console()
        return reading is not None and reading.phase in {RunPhase.RUNNING, RunPhase.PAUSED}

    def _read(self, session_id: str) -> tuple[PlannedSession, tuple[Team, ...]]:
        session = next((s for s in self._studio.planning.sessions() if s.id == session_id), None)
        if session is None:
            raise RuleBroken("not-found", thing="session")
        return session, self._studio.cohorts.cohort(session.cohort_id).teams

    def _begun(self, read: tuple[PlannedSession, tuple[Team, ...]]) -> None:
        self._is_opening = False
        if self._is_session_on():
            self._refuse(RuleBroken("session-on"))
            return
        session, teams = read
        self.now = WindowRehearsal(session, teams, self._studio.clock, self._studio.bus.publish)
        self._planning.held_back = words(RuleBroken("rehearsal-on"))
        self._was_ready_shown = not self._console.page.ready.isHidden()
        self._show_pace()
        self._drive(is_writing=False)
        self._console.page.ready.hide()
        self._window.show_room("run")

    def _drive(self, *, is_writing: bool) -> None:
        """Let the console drive the run of now; what was typed before belongs to the one before."""
        self._console.page.notes.flush()
        self._console.page.notes.allow_writing(is_allowed=is_writing)
        # Neither its Undo nor what was refused is about the other run.
        self._window.toast.hide()
        self._console.page.say_problem("")
        self._planning.page.say_problem("")
        live = self._studio.live if self.now is None else self.now.live
        self._console.presenter.drive(live)

    def _failed(self, error: WorkshopError) -> None:
        self._is_opening = False
        self._refuse(error)

    def _refuse(self, error: WorkshopError) -> None:
        is_run = self._window.room == "run"
        page = self._console.page if is_run else self._planning.page
        page.say_problem(words(error))
        if not is_run:
            self._window.show_room("plan")

    # --- its time --------------------------------------------------------------------------------

    def _run_at(self, pace: str) -> None:
        if self.now is not None:
            self.now.run_at(float(pace))
            self._show_pace()

    def _hold(self) -> None:
        if self.now is not None:
            self.now.hold(is_held=not self.now.is_held)
            self._show_pace()

    def _show_pace(self) -> None:
        if self.now is not None:
            pace = f"{self.now.pace:g}"
            self._console.page.rehearsal.show_pace(pace, is_held=self.now.is_held)
            self._console.presenter.refresh()
