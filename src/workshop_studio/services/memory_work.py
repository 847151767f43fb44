"""A unit of work that is thrown away: a rehearsal's log never meets a disk."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workshop_studio.domain.cohort import Cohort
from workshop_studio.domain.errors import RuleBroken, StaleEdit
from workshop_studio.ports.stores import RunRecord

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from workshop_studio.domain.cohort import Team
    from workshop_studio.domain.moment import Moment
    from workshop_studio.domain.run_log import LogEntry
    from workshop_studio.domain.session import PlannedSession


class MemoryRuns:
    """Logs of runs, in the order in which they were created."""

    def __init__(self, records: dict[str, RunRecord]) -> None:
        self.records = dict(records)

    def create(self, run_id: str, session_id: str, created_utc: datetime) -> None:
        """Open an empty log."""
        self.records[run_id] = RunRecord(run_id, session_id, (), created_utc)

    def append(self, run_id: str, entry: LogEntry) -> None:
        """Add one line; raises StaleEdit when its seq is already taken."""
        record = self.get(run_id)
        if any(known.seq == entry.seq for known in record.log):
            raise StaleEdit
        self.records[run_id] = replace(record, log=(*record.log, entry))

    def keep_plan(self, run_id: str, session: PlannedSession) -> None:
        """Keep the session as it is planned now beside the log."""
        self.records[run_id] = replace(self.get(run_id), plan=session)

    def all(self) -> tuple[RunRecord, ...]:
        """Return every run, the oldest first."""
        return tuple(self.records.values())

    def get(self, run_id: str) -> RunRecord:
        """Return a run; raises RuleBroken("not-found")."""
        if run_id not in self.records:
            raise RuleBroken("not-found", thing="run")
        return self.records[run_id]

    def newest(self) -> RunRecord | None:
        """Return the run that was created last, None when there was never one."""
        return next(reversed(self.records.values()), None)

    def newest_of(self, session_id: str) -> RunRecord | None:
        """Return the last created run of one session, None when there was never one."""
        own = (one for one in reversed(self.records.values()) if one.session_id == session_id)
        return next(own, None)

    def beat(self, run_id: str, moment: Moment) -> None:
        """Note that the app was alive at this moment."""
        self.records[run_id] = replace(self.get(run_id), last_alive_utc=moment.utc)


@dataclass(frozen=True, slots=True)
class OneSession:
    """The one session there is."""

    session: PlannedSession

    def get(self, session_id: str) -> PlannedSession:
        """Return the session; raises RuleBroken("not-found") for another id."""
        if session_id != self.session.id:
            raise RuleBroken("not-found", thing="session")
        return self.session


@dataclass(frozen=True, slots=True)
class OneCohort:
    """The cohort of the one session: nobody but its teams."""

    cohort: Cohort

    def get(self, cohort_id: str) -> Cohort:
        """Return the cohort; raises RuleBroken("not-found") for another id."""
        if cohort_id != self.cohort.id:
            raise RuleBroken("not-found", thing="cohort")
        return self.cohort


class MemoryWork:
    """One transaction."""

    def __init__(self, sessions: OneSession, cohorts: OneCohort, runs: MemoryRuns) -> None:
        self.sessions, self.cohorts, self.runs = sessions, cohorts, runs
        self.is_committed = False

    def commit(self) -> None:
        """Let everything since the start count."""
        self.is_committed = True


class MemoryUnitOfWork:
    """Transactions on one session and its runs, for as long as this object lives."""

    def __init__(self, session: PlannedSession, teams: tuple[Team, ...] = ()) -> None:
        self._session = OneSession(session)
        self._cohort = OneCohort(Cohort(session.cohort_id, "", teams=teams))
        self._records: dict[str, RunRecord] = {}

    @contextmanager
    def reading(self) -> Iterator[MemoryWork]:
        """Open a transaction that only reads."""
        yield self._begun()

    @contextmanager
    def writing(self) -> Iterator[MemoryWork]:
        """Open a transaction; leaving it without `commit` takes everything back."""
        work = self._begun()
        yield work
        if work.is_committed:
            self._records = work.runs.records

    def copy(self) -> MemoryUnitOfWork:
        """Return another one that begins with the same runs; neither sees what the other does."""
        twin = MemoryUnitOfWork(self._session.session, self._cohort.cohort.teams)
        twin._records = dict(self._records)
        return twin

    def _begun(self) -> MemoryWork:
        return MemoryWork(self._session, self._cohort, MemoryRuns(self._records))
