"""The run that is on: held as one frozen value, its log written before anybody sees an act."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workshop_studio.domain.breakouts import for_teams
from workshop_studio.domain.errors import RuleBroken, StorageUnavailable
from workshop_studio.domain.events import RunChanged, RunUnwritten
from workshop_studio.domain.replay import after, state
from workshop_studio.domain.run import needs_recovery, room_times, since_last
from workshop_studio.domain.run_log import Act, LogEntry
from workshop_studio.domain.staging import RunNow

if TYPE_CHECKING:
    from datetime import datetime

    from workshop_studio.domain.live import StageScenario
    from workshop_studio.domain.moment import Moment
    from workshop_studio.domain.plan_change import PlanChange
    from workshop_studio.domain.run import RunState
    from workshop_studio.domain.session import PlannedSession
    from workshop_studio.ports.clock import Clock
    from workshop_studio.ports.stores import RunRecord
    from workshop_studio.ports.unit_of_work import RunUnitOfWork, RunWork
    from workshop_studio.services.event_bus import EventBus


@dataclass(frozen=True, slots=True)
class HeldRun:
    """The run and what was computed from its log, once an act and not once a look.

    room_s: time of the last entry on the run's axis. frozen, frozen_scenario: what the stage held
    when its picture was frozen. unwritten: how many of the last entries are not on disk.
    """

    session: PlannedSession
    run_id: str
    log: tuple[LogEntry, ...]
    run: RunState
    room_s: float
    last_alive_utc: datetime | None = None
    frozen: RunNow | None = None
    scenario: StageScenario | None = None
    frozen_scenario: StageScenario | None = None
    unwritten: int = 0

    def at(self, now: Moment) -> RunNow:
        """Return the run at a moment."""
        room_s = self.room_s + since_last(self.log, now)
        return RunNow(self.session, self.run, room_s, now.utc)


class RunHolder:
    """Holds the run and appends to its log.

    The held value is swapped whole, so a reading on another thread never sees half of an act.
    """

    def __init__(self, unit_of_work: RunUnitOfWork, clock: Clock, bus: EventBus) -> None:
        self.unit_of_work = unit_of_work
        self.clock = clock
        self.bus = bus
        self.held: HeldRun | None = None

    def hold(self, session: PlannedSession, record: RunRecord) -> None:
        """Hold a run that is on disk."""
        self.held = _held(session, record.id, record.log, record.last_alive_utc)
        self.bus.publish(RunChanged(record.id, len(record.log)))

    def require(self) -> HeldRun:
        """Return the held run; raises RuleBroken("no-session-open")."""
        if self.held is None:
            raise RuleBroken("no-session-open")
        return self.held

    def append(
        self,
        act: Act,
        at: Moment | None = None,
        *,
        block_id: str = "",
        seconds: float = 0.0,
        text: str = "",
        is_on: bool = False,
        target_seq: int = 0,
        item: str = "",
        changes: tuple[PlanChange, ...] = (),
    ) -> None:
        """Try an act, write it, then show it; raises RuleBroken and changes nothing when refused.

        at: the moment of the press. When the disk refuses, the room still goes on: the act counts,
        the console says that it is not on disk, and the next act or beat writes it.
        """
        held = self.require()
        now = at or self.clock.now()
        if held.log and _is_before(now, held.log[-1].at):
            now = held.log[-1].at  # A press that had to wait for its turn never turns time back.
        if needs_recovery(held.run, held.log, now) and act is not Act.RECOVER:
            raise RuleBroken("answer-first")
        entry = LogEntry(
            len(held.log) + 1, act, now, block_id, seconds, text, is_on, target_seq, item, changes
        )
        after_it = _with(held, entry)
        self._write(after_it)
        self.bus.publish(RunChanged(held.run_id, entry.seq))

    def retry(self) -> bool:
        """Write what the disk refused before; return whether all is on disk now."""
        held = self.require()
        if held.unwritten:
            self._write(held)
            if not self.require().unwritten:
                self.bus.publish(RunChanged(held.run_id, len(held.log)))
        return not self.require().unwritten

    def _write(self, held: HeldRun) -> None:
        pending = held.log[-held.unwritten :] if held.unwritten else ()
        try:
            with self.unit_of_work.writing() as work:
                if any(e.act in {Act.START, Act.STARTED_AGO} for e in pending):
                    work.runs.keep_plan(held.run_id, held.session)
                for entry in pending:
                    work.runs.append(held.run_id, entry)
                work.runs.beat(held.run_id, held.log[-1].at)
                work.commit()
        except StorageUnavailable as error:
            self._keep(held)
            self.bus.publish(RunUnwritten(held.run_id, held.unwritten, error.code))
            return
        self._keep(replace(held, unwritten=0))

    def _keep(self, held: HeldRun) -> None:
        # What the stage shows may have been handed over while the disk was busy.
        now = self.held
        if now is not None and now.run_id == held.run_id:
            held = replace(held, scenario=now.scenario)
        self.held = replace(held, last_alive_utc=held.log[-1].at.utc)


def _held(
    session: PlannedSession, run_id: str, log: tuple[LogEntry, ...], alive: datetime | None
) -> HeldRun:
    times = room_times(log)
    held = HeldRun(
        session, run_id, log, state(session.agenda, log), times[-1] if times else 0.0, alive
    )
    return replace(held, frozen=_frozen_at(session, log, held.run))


def _with(held: HeldRun, entry: LogEntry) -> HeldRun:
    """Return the run after one more entry; raises RuleBroken when it is refused."""
    log = (*held.log, entry)
    times = room_times(log[-2:])
    room_s = held.room_s + (times[-1] if held.log else 0.0)
    if entry.act is Act.UNDO:
        run = state(held.session.agenda, log)
    else:
        run = after(held.run, entry, room_s)
    if run.is_frozen == held.run.is_frozen and entry.act is not Act.UNDO:
        frozen, scenario = held.frozen, held.frozen_scenario
    elif run.is_frozen and entry.act is Act.FREEZE:
        frozen, scenario = held.at(entry.at), held.scenario
    else:
        frozen, scenario = _frozen_at(held.session, log, run), held.frozen_scenario
    return replace(
        held,
        log=log,
        run=run,
        room_s=room_s,
        frozen=frozen,
        frozen_scenario=scenario,
        unwritten=held.unwritten + 1,
    )


def _frozen_at(session: PlannedSession, log: tuple[LogEntry, ...], run: RunState) -> RunNow | None:
    """Return the run at the moment of freezing, from the log, so that it survives a restart."""
    if not run.is_frozen:
        return None
    counted = {e.target_seq for e in log if e.act is Act.UNDO}
    frozen = next(
        e for e in reversed(log) if e.act is Act.FREEZE and e.is_on and e.seq not in counted
    )
    before = tuple(e for e in log if e.seq < frozen.seq and e.seq not in counted)
    then = _held(session, "", before, None)
    return then.at(frozen.at)


def _is_before(one: Moment, other: Moment) -> bool:
    return one.clock_id == other.clock_id and one.monotonic_s < other.monotonic_s


def with_teams(session: PlannedSession, work: RunWork) -> PlannedSession:
    """Return the session with the cohort's teams in the breakouts whose groups are open."""
    teams = work.cohorts.get(session.cohort_id).teams
    return replace(session, agenda=for_teams(session.agenda, teams))
