"""Planning: the shown cohort with its tables and sessions, and how each change is undone; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

from workshop_studio.domain.cohort import Cohort
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.roster import guess_columns, understand
from workshop_studio.domain.staging import wall_clock
from workshop_studio.ui.planning.cohort_words import teams_words
from workshop_studio.ui.wording import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_studio.domain.cohort import Side
    from workshop_studio.domain.errors import WorkshopError
    from workshop_studio.domain.roster import RosterTable
    from workshop_studio.domain.session import PlannedSession
    from workshop_studio.ports.lane import Lane
    from workshop_studio.services.studio import Studio

SAMPLE_NAME = "Wickerby autumn cohort (sample data)"
LONGEST_MIN = 480


@dataclass(frozen=True, slots=True)
class PlanState:
    """What the planning pages show: one cohort, its sessions, and all cohorts to choose from."""

    cohort: Cohort | None
    sessions: tuple[PlannedSession, ...]
    cohorts: tuple[Cohort, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """People of a roster were taken. before is None for a cohort that did not exist."""

    before: Cohort | None
    after: Cohort
    words: str


class PlanningView(Protocol):
    """What the pages can be told."""

    def show_state(self, state: PlanState) -> None: ...  # noqa: D102
    def show_saved(self, time_of_day: str) -> None: ...  # noqa: D102
    def say_problem(self, text: str) -> None: ...  # noqa: D102
    def say_done(self, text: str, *, can_undo: bool) -> None: ...  # noqa: D102


class PlanningPresenter:
    """Everything goes over the lane."""

    def __init__(self, studio: Studio, lane: Lane, view: PlanningView) -> None:
        self._studio = studio
        self._lane = lane
        self._view = view
        self._state = PlanState(None, ())
        self._chosen = ""
        self._take_back: Callable[[], object] | None = None

    @property
    def cohort_id(self) -> str:
        """Return the id of the shown cohort, "" when there is none."""
        return self._state.cohort.id if self._state.cohort is not None else ""

    @property
    def session_id(self) -> str:
        """Return the session that is shown, "" when there is none."""
        return self._state.sessions[0].id if self._state.sessions else ""

    def refresh(self) -> None:
        """Read again."""
        self._lane.submit(self._read, self._show, self._failed)

    def choose_cohort(self, cohort_id: str) -> None:
        """Show another cohort."""
        self._chosen = cohort_id
        self.refresh()

    def make_sample(self, table: RosterTable) -> None:
        """Make the sample programme: people, teams and a session that begins soon."""

        def work() -> str:
            people = understand(table, guess_columns(table)).people
            cohort = self._studio.cohorts.create_of(SAMPLE_NAME, people)
            plan_first(self._studio, cohort.id)
            return cohort.id

        self._lane.submit(work, self.choose_cohort, self._failed)

    def plan_session(self) -> None:
        """Place the first session of the shown cohort."""
        if self.cohort_id:
            self._lane.submit(
                partial(plan_first, self._studio, self.cohort_id), self._changed, self._failed
            )

    # --- people and tables -----------------------------------------------------------------------

    def roster_taken(self, taken: Taken) -> None:
        """Show the cohort that people were taken into; an import into one can be undone."""
        self._chosen = taken.after.id
        self._cohort_changed(taken.before, taken.words, taken.after)

    def balance(self) -> None:
        """Make the teams anew."""
        before = self._state.cohort
        if before is None:
            return

        def balanced(after: Cohort) -> None:
            is_same = _seats(before) == _seats(after)
            said = (
                "The tables mix as well as they can, so nobody moved"
                if is_same
                else (
                    "Tables made anew" if before.teams else f"{teams_words(len(after.teams))} made"
                )
            )
            self._cohort_changed(None if is_same else before, said, after)

        self._lane.submit(partial(self._studio.cohorts.balance, before.id), balanced, self._failed)

    def move(self, participant_id: str, team_id: str) -> None:
        """Seat somebody at another table."""
        cohort = self._state.cohort
        if cohort is None:
            return
        sits = cohort.team_of(participant_id)
        team = next((team for team in cohort.teams if team.id == team_id), None)
        if team is not None and sits != team:
            name = cohort.participant(participant_id).name
            self._change(
                partial(self._studio.cohorts.move, cohort.id, participant_id, team_id),
                f"{name} moved to {team.name}",
            )

    def set_side(self, participant_id: str, side: Side) -> None:
        """Say where somebody's work stands."""
        cohort = self._state.cohort
        if cohort is None:
            return
        one = cohort.participant(participant_id)
        if one.side is not side:
            said = "has no side now" if side.value == "unknown" else f"is a {side.value} now"
            self._change(
                partial(self._studio.cohorts.set_side, cohort.id, participant_id, side),
                f"{one.name} {said}".replace("a customer-facing now", "customer-facing now"),
            )

    def remove(self, participant_id: str) -> None:
        """Take somebody out of the cohort."""
        cohort = self._state.cohort
        if cohort is not None:
            name = cohort.participant(participant_id).name
            self._change(
                partial(self._studio.cohorts.remove, cohort.id, participant_id),
                f"{name} removed from the cohort",
            )

    def undo(self) -> None:
        """Take back the last change that was said to be undoable."""
        take_back, self._take_back = self._take_back, None
        if take_back is None:
            self._view.say_problem(words(RuleBroken("nothing-to-undo")))
        else:
            self._lane.submit(take_back, self._undone, self._failed)

    # --- session ---------------------------------------------------------------------------------

    def set_start(self, session_id: str, local: datetime, zone: str) -> None:
        """Give a session another start, named in its own zone."""
        session = self._session(session_id)
        start = local.replace(tzinfo=ZoneInfo(zone))
        if session is not None:
            self._lane.submit(
                partial(self._studio.planning.move, session_id, start),
                partial(
                    self._session_changed,
                    f"Starts at {local:%H:%M} now",
                    partial(self._studio.planning.move, session_id, session.start_utc),
                ),
                self._failed_and_shown,
            )

    def type_minutes(self, session_id: str, block_id: str, text: str) -> None:
        """Plan a block for another length, as it was typed."""
        session = self._session(session_id)
        if session is None:
            return
        block = session.agenda.blocks[session.agenda.position(block_id)]
        minutes = _minutes(text)
        before = block.planned_s / 60
        if minutes is None:
            self._view.say_problem(
                f"“{text.strip()}” is not a number of minutes up to {LONGEST_MIN}. "
                "The plan is as it was."
            )
            self._view.show_state(self._state)
        elif minutes != before:
            change = partial(self._studio.planning.set_minutes, session_id, block_id)
            self._lane.submit(
                partial(change, minutes),
                partial(
                    self._session_changed,
                    f"{block.title}: {minutes:g} minutes instead of {before:g}",
                    partial(change, before),
                ),
                self._failed_and_shown,
            )

    def explain_minutes(self, block_title: str) -> None:
        """Say why the minutes of a block with steps cannot be typed."""
        self._view.say_problem(words(RuleBroken("minutes-of-steps", block=block_title)))

    def open_session(self, session_id: str) -> None:
        """Hold a session for running."""
        self._lane.submit(partial(self._studio.live.open, session_id), None, self._failed)

    # --- answers ---------------------------------------------------------------------------------

    def _session(self, session_id: str) -> PlannedSession | None:
        return next((one for one in self._state.sessions if one.id == session_id), None)

    def _change(self, change: Callable[[], Cohort], said: str) -> None:
        done = partial(self._cohort_changed, self._state.cohort, said)
        self._lane.submit(change, done, self._failed)

    def _cohort_changed(self, before: Cohort | None, said: str, after: Cohort) -> None:
        # What was shown is what was changed only when no other change came in between.
        can_undo = before is not None and after.revision == before.revision + 1
        self._take_back = None
        if before is not None and can_undo:
            self._take_back = partial(
                self._studio.cohorts.restore, before, seen_revision=after.revision
            )
        self._view.say_problem("")
        self.refresh()
        self._view.say_done(said, can_undo=can_undo)

    def _session_changed(
        self, said: str, take_back: Callable[[], object], session: PlannedSession
    ) -> None:
        self._take_back = take_back
        self._view.say_problem("")
        self.refresh()
        self._view.show_saved(wall_clock(self._studio.clock.now().utc, session.zone))
        self._view.say_done(said, can_undo=True)

    def _read(self) -> PlanState:
        cohorts = self._studio.cohorts.cohorts()
        newest = cohorts[0] if cohorts else None
        cohort = next((one for one in cohorts if one.id == self._chosen), newest)
        sessions = self._studio.planning.sessions()
        own = tuple(s for s in sessions if cohort is not None and s.cohort_id == cohort.id)
        return PlanState(cohort, own, cohorts)

    def _show(self, state: PlanState) -> None:
        self._state = state
        self._view.show_state(state)

    def _undone(self, result: object) -> None:
        if isinstance(result, Cohort):
            # What was taken back is shown, though another cohort may have been chosen since.
            self._chosen = result.id
        self._changed(None)
        self._view.say_done("Put back as it was", can_undo=False)

    def _changed(self, _: object) -> None:
        self._view.say_problem("")
        self.refresh()

    def _failed(self, error: WorkshopError) -> None:
        self._view.say_problem(words(error))

    def _failed_and_shown(self, error: WorkshopError) -> None:
        self._failed(error)
        self._view.show_state(self._state)


def plan_first(studio: Studio, cohort_id: str) -> None:
    """Place a session of the first pack that starts at the next quarter of an hour."""
    shelf = studio.planning.shelf()
    if not shelf.packs:
        return
    now = studio.clock.now().utc
    quarter = timedelta(minutes=15)
    start = now + (datetime.min.replace(tzinfo=now.tzinfo) - now) % quarter
    studio.planning.plan(cohort_id, shelf.packs[0].id, start, studio.clock.zone())


def _seats(cohort: Cohort) -> list[tuple[str, frozenset[str]]]:
    return [(team.letter, frozenset(team.member_ids)) for team in cohort.teams]


def _minutes(text: str) -> float | None:
    """Return the minutes that a text names, None when it names none that a block can have."""
    try:
        minutes = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return minutes if 0 < minutes <= LONGEST_MIN else None
