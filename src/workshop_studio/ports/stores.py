"""Where aggregates live between two starts. Every update names the revision that it replaces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from workshop_studio.domain.capstone import Capstone
    from workshop_studio.domain.cohort import Cohort
    from workshop_studio.domain.feedback import Feedback
    from workshop_studio.domain.journal import Lockbox, SealedEntry
    from workshop_studio.domain.moment import Moment
    from workshop_studio.domain.run_log import LogEntry
    from workshop_studio.domain.scenario_play import ScenarioPlay
    from workshop_studio.domain.session import PlannedSession


class CohortStore(Protocol):
    """Cohorts with their participants and teams."""

    def add(self, cohort: Cohort) -> None:
        """Keep a new cohort."""
        ...

    def get(self, cohort_id: str) -> Cohort:
        """Return a cohort; raises RuleBroken("not-found")."""
        ...

    def all(self) -> tuple[Cohort, ...]:
        """Return every cohort, newest first."""
        ...

    def replace(self, cohort: Cohort, *, seen_revision: int) -> None:
        """Replace it where seen_revision is still the stored one; raises StaleEdit otherwise."""
        ...


class SessionStore(Protocol):
    """Planned sessions with their agendas."""

    def add(self, session: PlannedSession) -> None:
        """Keep a new session."""
        ...

    def get(self, session_id: str) -> PlannedSession:
        """Return a session; raises RuleBroken("not-found")."""
        ...

    def all(self) -> tuple[PlannedSession, ...]:
        """Return every session by start time."""
        ...

    def replace(self, session: PlannedSession, *, seen_revision: int) -> None:
        """Replace it where seen_revision is still the stored one; raises StaleEdit otherwise."""
        ...


@dataclass(frozen=True, slots=True)
class RunRecord:
    """A run of a session: its log, and when the app was last seen alive in it.

    plan: the session as it was planned when the run began, None when it has not begun.
    """

    id: str
    session_id: str
    log: tuple[LogEntry, ...]
    last_alive_utc: datetime | None
    plan: PlannedSession | None = None


class RunStore(Protocol):
    """Append-only logs of live runs."""

    def create(self, run_id: str, session_id: str, created_utc: datetime) -> None:
        """Open an empty log."""
        ...

    def append(self, run_id: str, entry: LogEntry) -> None:
        """Add one line; raises StaleEdit when its seq is already taken."""
        ...

    def keep_plan(self, run_id: str, session: PlannedSession) -> None:
        """Keep the session as it is planned now beside the log; later plans change no run."""
        ...

    def all(self) -> tuple[RunRecord, ...]:
        """Return every run, the oldest first."""
        ...

    def get(self, run_id: str) -> RunRecord:
        """Return a run; raises RuleBroken("not-found")."""
        ...

    def newest(self) -> RunRecord | None:
        """Return the run that was created last, None when there was never one."""
        ...

    def newest_of(self, session_id: str) -> RunRecord | None:
        """Return the last created run of one session, None when there was never one."""
        ...

    def beat(self, run_id: str, moment: Moment) -> None:
        """Note that the app was alive at this moment."""
        ...


class CapstoneStore(Protocol):
    """Capstones, one a team."""

    def add(self, capstone: Capstone) -> None:
        """Keep a new capstone."""
        ...

    def get(self, capstone_id: str) -> Capstone:
        """Return a capstone; raises RuleBroken("not-found")."""
        ...

    def of_team(self, team_id: str) -> Capstone | None:
        """Return the team's capstone, None before it was opened."""
        ...

    def replace(self, capstone: Capstone, *, seen_revision: int) -> None:
        """Replace it where seen_revision is still the stored one; raises StaleEdit otherwise."""
        ...


class FeedbackStore(Protocol):
    """Feedback, one a capstone."""

    def of_capstone(self, capstone_id: str) -> Feedback | None:
        """Return the feedback, None before the first word."""
        ...

    def save(self, feedback: Feedback, *, seen_revision: int) -> None:
        """Add (seen_revision 0) or replace it; raises StaleEdit when another revision is stored."""
        ...


class JournalStore(Protocol):
    """Locked keys and sealed entries; nothing here can be read without a passphrase."""

    def lockbox(self, participant_id: str) -> Lockbox | None:
        """Return the person's lockbox, None before the first entry."""
        ...

    def save_lockbox(self, lockbox: Lockbox) -> None:
        """Add or replace a lockbox."""
        ...

    def entries(self, participant_id: str) -> tuple[SealedEntry, ...]:
        """Return the person's sealed entries, oldest first."""
        ...

    def save_entry(self, entry: SealedEntry) -> None:
        """Add or replace an entry."""
        ...

    def remove_entry(self, entry_id: str) -> None:
        """Remove an entry; unknown ids are ignored."""
        ...


class ScenarioPlayStore(Protocol):
    """How far scenarios were played."""

    def get(self, session_id: str, scenario_id: str) -> ScenarioPlay | None:
        """Return the play, None before the first day."""
        ...

    def save(self, play: ScenarioPlay) -> None:
        """Add or replace it; raises StaleEdit when its revision is not the stored one plus 1."""
        ...


class NoteStore(Protocol):
    """The facilitator's own notes, one a block of a session."""

    def of_session(self, session_id: str) -> dict[str, str]:
        """Return the notes of a session by block; blocks without one are not in it."""
        ...

    def put(self, session_id: str, block_id: str, text: str) -> None:
        """Keep a note; an empty one takes it away."""
        ...


class SettingStore(Protocol):
    """Settings of the workspace, as texts by name."""

    def get(self, name: str) -> str | None:
        """Return a setting, None when it was never set."""
        ...

    def put(self, name: str, value: str) -> None:
        """Set it."""
        ...
