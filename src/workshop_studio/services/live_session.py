"""The live run: acts are written to the log before any screen changes, readings are pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from workshop_studio.domain import timer
from workshop_studio.domain.console import ConsoleReading, console_reading
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.events import CueFired, RunChanged
from workshop_studio.domain.live import StageFace, StageScenario, StageSnapshot
from workshop_studio.domain.run import (
    RunPhase,
    StageView,
    needs_recovery,
    room_now,
    state,
)
from workshop_studio.domain.run_log import Act, LogEntry, last_undoable
from workshop_studio.domain.staging import holding, stage_snapshot

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from workshop_studio.domain.moment import Moment
    from workshop_studio.domain.session import PlannedSession
    from workshop_studio.ports.clock import Clock
    from workshop_studio.ports.unit_of_work import UnitOfWork
    from workshop_studio.services.event_bus import EventBus

TIME_UP = "time-up"
# Up to this gap the room has most likely gone on without the computer.
KEPT_GOING_S = 15 * 60


class Recovery(StrEnum):
    """The answers to "the app stopped in the middle of a session"."""

    KEPT_GOING = "kept-going"
    STOOD_STILL = "stood-still"
    END = "end"


@dataclass(frozen=True, slots=True)
class RecoveryQuestion:
    """What was interrupted, how long ago, and what is left under each answer (clock texts)."""

    session_title: str
    block_title: str
    gap_s: float
    left_if_kept_going: str
    left_if_stood_still: str
    suggested: Recovery


@dataclass(frozen=True, slots=True)
class _Held:
    session: PlannedSession
    run_id: str
    log: tuple[LogEntry, ...]
    last_alive_utc: datetime | None
    scenario: StageScenario | None = None
    frozen_scenario: StageScenario | None = None


class LiveSession:
    """Holds the run that is on. Verbs write (call them on the lane); readings may be on any thread.

    The held value is frozen and swapped whole, so a reading never sees half of an act. `at` is the
    moment of the press, read with `now` before the act waits for its turn on the lane; None is the
    moment of the call.
    """

    def __init__(
        self, unit_of_work: UnitOfWork, clock: Clock, bus: EventBus, new_id: Callable[[], str]
    ) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock
        self._bus = bus
        self._new_id = new_id
        self._held: _Held | None = None

    # --- opening ---------------------------------------------------------------------------------

    def open(self, session_id: str) -> None:
        """Hold the newest run of the session; begin an empty one when there is none or it ended."""
        with self._unit_of_work.writing() as work:
            session = work.sessions.get(session_id)
            record = work.runs.newest_of(session_id)
            if record is None or _is_over(record.log):
                run_id = self._new_id()
                work.runs.create(run_id, session_id, self._clock.now().utc)
                record = work.runs.get(run_id)
                work.commit()
        self._held = _Held(session, record.id, record.log, record.last_alive_utc)
        self._bus.publish(RunChanged(record.id, len(record.log)))

    def open_unfinished(self) -> bool:
        """Hold the run that an earlier start left unfinished; False when there is none."""
        with self._unit_of_work.reading() as work:
            record = work.runs.newest()
            if record is None or not needs_recovery(record.log, self._clock.now()):
                return False
            session = work.sessions.get(record.session_id)
        self._held = _Held(session, record.id, record.log, record.last_alive_utc)
        self._bus.publish(RunChanged(record.id, len(record.log)))
        return True

    def close(self) -> None:
        """Let go of the run; its log stays as it is."""
        self._held = None

    # --- acts ------------------------------------------------------------------------------------

    def start(self, at: Moment | None = None) -> None:
        """Begin the first block."""
        self._append(Act.START, at)

    def pause(self, at: Moment | None = None) -> None:
        """Stop counting."""
        self._append(Act.PAUSE, at)

    def resume(self, at: Moment | None = None) -> None:
        """Count on after a pause."""
        self._append(Act.RESUME, at)

    def next(self, at: Moment | None = None) -> None:
        """End the block and begin the next; refused within 0.4 s of the last and at the end."""
        self._append(Act.NEXT, at)

    def back(self, at: Moment | None = None) -> None:
        """Return to the block before, its used time kept."""
        self._append(Act.BACK, at)

    def extend(self, extra_s: float, block_id: str = "", at: Moment | None = None) -> None:
        """Give the running (or named) block extra_s seconds more, or fewer when negative."""
        self._append(Act.EXTEND, at, seconds=extra_s, block_id=block_id)

    def end(self, at: Moment | None = None) -> None:
        """End the session."""
        self._append(Act.END, at)

    def show(self, view: StageView, at: Moment | None = None) -> None:
        """Put the holding slide, the countdown or the scenario on the stage."""
        self._append(Act.SHOW, at, text=view.value)

    def black(self, *, is_on: bool, at: Moment | None = None) -> None:
        """Make the stage black, or bring it back."""
        self._append(Act.BLACK, at, is_on=is_on)

    def freeze(self, *, is_on: bool, at: Moment | None = None) -> None:
        """Hold the picture on the stage, or let it follow again."""
        held = self._held
        self._append(Act.FREEZE, at, is_on=is_on)
        if held is not None and self._held is not None:
            self._held = replace(self._held, frozen_scenario=held.scenario if is_on else None)

    def message(self, text: str, shown_s: float, at: Moment | None = None) -> None:
        """Show a message to the room for shown_s seconds; an empty text takes it away."""
        self._append(Act.MESSAGE, at, text=text.strip(), seconds=shown_s)

    def undo(self, at: Moment | None = None) -> None:
        """Take back the newest act; raises RuleBroken("nothing-to-undo")."""
        held = self._require()
        entry = last_undoable(held.log)
        if entry is None:
            raise RuleBroken("nothing-to-undo")
        self._append(Act.UNDO, at, target_seq=entry.seq)

    def recover(self, answer: Recovery) -> None:
        """Answer the question after a crash; afterwards the run goes on, or is ended."""
        held = self._require()
        last = held.log[-1].at.utc
        until = self._clock.now().utc
        if answer is not Recovery.KEPT_GOING:
            until = held.last_alive_utc or last
        self._append(Act.RECOVER, seconds=max(0.0, (until - last).total_seconds()))
        if answer is Recovery.END:
            self._append(Act.END)

    def fire_cue(self) -> None:
        """Record that the block's time is up and say so once; nothing when it is not due."""
        held = self._require()
        due = self.due_cue()
        if due is None:
            return
        self._append(Act.CUE, block_id=due, text=TIME_UP)
        self._bus.publish(CueFired(held.run_id, due))

    def beat(self) -> None:
        """Note that the app is alive; tells a later start when it stopped."""
        held = self._require()
        with self._unit_of_work.writing() as work:
            work.runs.beat(held.run_id, self._clock.now())
            work.commit()

    def put_scenario(self, scenario: StageScenario | None) -> None:
        """Hand over what the scenario slide shows; it is on the wall when that view is chosen."""
        if self._held is not None:
            self._held = replace(self._held, scenario=scenario)

    # --- readings --------------------------------------------------------------------------------

    @property
    def has_scenario(self) -> bool:
        """Return whether a scenario was handed over that the wall could show."""
        held = self._held
        return held is not None and held.scenario is not None

    def now(self) -> Moment:
        """Return this moment on both clocks, to stamp an act with when it is pressed."""
        return self._clock.now()

    @property
    def session(self) -> PlannedSession | None:
        """Return the session that is held."""
        held = self._held
        return None if held is None else held.session

    @property
    def log(self) -> tuple[LogEntry, ...]:
        """Return the log of the held run."""
        held = self._held
        return () if held is None else held.log

    def console(self) -> ConsoleReading | None:
        """Return what the console shows now, None when nothing is held."""
        held = self._held
        return None if held is None else console_reading(held.session, held.log, self._clock.now())

    def stage(self) -> StageSnapshot:
        """Return what the stage shows now; the holding slide while a question is open."""
        held, now = self._held, self._clock.now()
        if held is None:
            return StageSnapshot(StageFace.HOLDING, title="Workshop Studio")
        run = state(held.session.agenda, held.log)
        if needs_recovery(held.log, now):
            return holding(held.session, run, now)
        scenario = held.frozen_scenario if run.is_frozen else held.scenario
        return stage_snapshot(held.session, held.log, now, scenario)

    def due_cue(self) -> str | None:
        """Return the block whose time is up and was not yet said; level-triggered."""
        held = self._held
        if held is None:
            return None
        now = self._clock.now()
        run = state(held.session.agenda, held.log)
        if run.phase is not RunPhase.RUNNING or needs_recovery(held.log, now):
            return None
        block = held.session.agenda.blocks[run.current]
        left = timer.read(run.countdowns[run.current], room_now(held.log, now)).remaining_s
        is_due = left <= 0 and (block.id, TIME_UP) not in run.fired_cues
        return block.id if is_due else None

    def question(self) -> RecoveryQuestion | None:
        """Return the question after a crash, None when there is nothing to ask."""
        held, now = self._held, self._clock.now()
        if held is None or not needs_recovery(held.log, now):
            return None
        run = state(held.session.agenda, held.log)
        countdown = run.countdowns[run.current]
        base = room_now(held.log, now)
        last = held.log[-1].at.utc
        stopped = held.last_alive_utc or last
        gap_s = max(0.0, (now.utc - stopped).total_seconds())

        def left(until: datetime) -> str:
            at = base + max(0.0, (until - last).total_seconds())
            return timer.clock_text(timer.read(countdown, at).remaining_s)

        return RecoveryQuestion(
            session_title=held.session.agenda.title,
            block_title=held.session.agenda.blocks[run.current].title,
            gap_s=gap_s,
            left_if_kept_going=left(now.utc),
            left_if_stood_still=left(stopped),
            suggested=Recovery.KEPT_GOING if gap_s < KEPT_GOING_S else Recovery.STOOD_STILL,
        )

    # --- writing ---------------------------------------------------------------------------------

    def _require(self) -> _Held:
        if self._held is None:
            raise RuleBroken("no-session-open")
        return self._held

    def _append(
        self,
        act: Act,
        at: Moment | None = None,
        *,
        block_id: str = "",
        seconds: float = 0.0,
        text: str = "",
        is_on: bool = False,
        target_seq: int = 0,
    ) -> None:
        held = self._require()
        now = at or self._clock.now()
        if held.log and _is_before(now, held.log[-1].at):
            now = held.log[-1].at  # A press that had to wait for its turn never turns time back.
        if needs_recovery(held.log, now) and act is not Act.RECOVER:
            raise RuleBroken("answer-first")
        entry = LogEntry(len(held.log) + 1, act, now, block_id, seconds, text, is_on, target_seq)
        log = (*held.log, entry)
        state(held.session.agenda, log)  # raises RuleBroken before anything is written
        with self._unit_of_work.writing() as work:
            work.runs.append(held.run_id, entry)
            work.runs.beat(held.run_id, now)
            work.commit()
        self._held = replace(self._require(), log=log, last_alive_utc=now.utc)
        self._bus.publish(RunChanged(held.run_id, entry.seq))


def _is_before(one: Moment, other: Moment) -> bool:
    return one.clock_id == other.clock_id and one.monotonic_s < other.monotonic_s


def _is_over(log: tuple[LogEntry, ...]) -> bool:
    undone = {entry.target_seq for entry in log if entry.act is Act.UNDO}
    return any(entry.act is Act.END and entry.seq not in undone for entry in log)
