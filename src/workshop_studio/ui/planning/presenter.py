"""Planning: cohorts, rosters, teams, sessions; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

from workshop_studio.ui.wording import words

if TYPE_CHECKING:
    from pathlib import Path

    from workshop_studio.domain.cohort import Cohort, MergeResult, Person, Team
    from workshop_studio.domain.errors import WorkshopError
    from workshop_studio.domain.session import PlannedSession
    from workshop_studio.ports.lane import Lane
    from workshop_studio.services.studio import Studio

SAMPLE_NAME = "Wickerby autumn cohort (sample data)"


@dataclass(frozen=True, slots=True)
class PlanState:
    """What the planning pages show."""

    cohort: Cohort | None
    sessions: tuple[PlannedSession, ...]


class PlanningView(Protocol):
    """What the pages can be told."""

    def show_state(self, state: PlanState) -> None: ...  # noqa: D102
    def say_problem(self, text: str) -> None: ...  # noqa: D102
    def say_done(self, text: str, *, can_undo: bool) -> None: ...  # noqa: D102


class PlanningPresenter:
    """Everything goes over the lane."""

    def __init__(self, studio: Studio, lane: Lane, view: PlanningView) -> None:
        self._studio = studio
        self._lane = lane
        self._view = view
        self._state = PlanState(None, ())
        self._earlier: tuple[Team, ...] | None = None

    def refresh(self) -> None:
        """Read again."""
        self._lane.submit(self._read, self._show, self._failed)

    def make_sample(self, roster: tuple[Person, ...]) -> None:
        """Make the sample programme: people, teams and a session that begins soon."""

        def work() -> None:
            cohort = self._studio.cohorts.create(SAMPLE_NAME)
            self._studio.cohorts.import_people(cohort.id, roster)
            self._studio.cohorts.balance(cohort.id)
            self._plan_first(cohort.id)

        self._lane.submit(work, self._changed, self._failed)

    def make_cohort(self, name: str, people: tuple[Person, ...]) -> None:
        """Make a cohort of a roster, with teams and the first session."""

        def work() -> None:
            cohort = self._studio.cohorts.create(name)
            self._studio.cohorts.import_people(cohort.id, people)
            self._studio.cohorts.balance(cohort.id)
            self._plan_first(cohort.id)

        self._lane.submit(work, self._changed, self._failed)

    def import_people(self, people: tuple[Person, ...]) -> None:
        """Add or update people of the shown cohort."""
        cohort = self._state.cohort
        if cohort is not None:
            self._lane.submit(
                lambda: self._studio.cohorts.import_people(cohort.id, people),
                self._imported,
                self._failed,
            )

    def balance(self) -> None:
        """Make the teams anew."""
        cohort = self._state.cohort
        if cohort is not None:
            self._earlier = cohort.teams
            self._lane.submit(
                lambda: self._studio.cohorts.balance(cohort.id), self._balanced, self._failed
            )

    def move(self, participant_id: str, team_id: str) -> None:
        """Seat somebody at another table."""
        cohort = self._state.cohort
        if cohort is None:
            return
        self._earlier = cohort.teams
        self._lane.submit(
            lambda: self._studio.cohorts.move(cohort.id, participant_id, team_id),
            self._moved,
            self._failed,
        )

    def undo(self) -> None:
        """Seat everybody as before the last change."""
        cohort, earlier = self._state.cohort, self._earlier
        if cohort is not None and earlier is not None:
            self._earlier = None
            self._lane.submit(
                lambda: self._studio.cohorts.restore_teams(cohort.id, earlier),
                self._changed,
                self._failed,
            )

    def set_start(self, session_id: str, local: datetime, zone: str) -> None:
        """Give a session another start, named in its own zone."""
        start = local.replace(tzinfo=ZoneInfo(zone))
        self._lane.submit(
            lambda: self._studio.planning.move(session_id, start), self._changed, self._failed
        )

    def set_minutes(self, session_id: str, block_id: str, minutes: int) -> None:
        """Plan a block for another length."""
        self._lane.submit(
            lambda: self._studio.planning.set_minutes(session_id, block_id, minutes),
            self._changed,
            self._failed,
        )

    def open_session(self, session_id: str) -> None:
        """Hold a session for running."""
        self._lane.submit(lambda: self._studio.live.open(session_id), None, self._failed)

    def suggested_name(self, file: Path) -> str:
        """Return a name for a cohort from a file's name."""
        return file.stem.replace("-", " ").replace("_", " ").strip().capitalize() or "New cohort"

    def _plan_first(self, cohort_id: str) -> None:
        shelf = self._studio.planning.shelf()
        clock = self._studio.clock
        if not shelf.packs:
            return
        now = clock.now().utc
        quarter = timedelta(minutes=15)
        start = now + (datetime.min.replace(tzinfo=now.tzinfo) - now) % quarter
        self._studio.planning.plan(cohort_id, shelf.packs[0].id, start, clock.zone())

    def _read(self) -> PlanState:
        cohorts = self._studio.cohorts.cohorts()
        cohort = cohorts[0] if cohorts else None
        sessions = self._studio.planning.sessions()
        own = tuple(s for s in sessions if cohort is not None and s.cohort_id == cohort.id)
        return PlanState(cohort, own)

    def _show(self, state: PlanState) -> None:
        self._state = state
        self._view.show_state(state)

    def _changed(self, _: object) -> None:
        self.refresh()

    def _balanced(self, _: object) -> None:
        self.refresh()
        self._view.say_done("Teams made anew", can_undo=bool(self._earlier))

    def _moved(self, _: object) -> None:
        self.refresh()
        self._view.say_done("Moved to another table", can_undo=True)

    def _imported(self, result: MergeResult) -> None:
        self.refresh()
        parts = [f"{result.added} added", f"{result.updated} updated"]
        if result.missing:
            parts.append(f"{len(result.missing)} no longer in the file, kept")
        self._view.say_done(", ".join(parts), can_undo=False)

    def _failed(self, error: WorkshopError) -> None:
        self._view.say_problem(words(error))
