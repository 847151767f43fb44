"""The live run: acts are written to the log before any screen changes, readings are pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from workshop_studio.domain import timer
from workshop_studio.domain.clock_gap import NO_GAP, ClockGap, gap_between
from workshop_studio.domain.console import ConsoleReading, console_reading
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.live import ClockStyle, StageFace, StageScenario, StageSnapshot
from workshop_studio.domain.replay import state
from workshop_studio.domain.run import RunPhase, StageView, left_s, needs_recovery
from workshop_studio.domain.run_log import Act, LogEntry, last_undoable
from workshop_studio.domain.staging import RunNow, holding, stage_snapshot
from workshop_studio.services.live_advice import AdviceActs
from workshop_studio.services.live_cues import CueActs
from workshop_studio.services.live_groups import GroupActs
from workshop_studio.services.live_plan import PlanActs
from workshop_studio.services.run_holder import RunHolder, with_teams

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from workshop_studio.domain.moment import Moment
    from workshop_studio.domain.session import PlannedSession
    from workshop_studio.ports.clock import Clock
    from workshop_studio.ports.stores import RunRecord
    from workshop_studio.ports.unit_of_work import RunUnitOfWork
    from workshop_studio.services.event_bus import EventBus

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


class LiveSession:
    """Holds the run that is on. Verbs write (call them on the lane); readings may be on any thread.

    `at` is the moment of the press, read with `now` before the act waits for its turn on the lane;
    None is the moment of the call. groups, plan, cues: acts on breakouts, on the plan while it
    runs, on signals and prompts; advice: ways back to the planned end. is_rehearsal: said on both
    screens. does_watch_clocks: False for a clock whose pace is chosen; it leaps with every pulse.
    """

    def __init__(
        self,
        unit_of_work: RunUnitOfWork,
        clock: Clock,
        bus: EventBus,
        new_id: Callable[[], str],
        *,
        is_rehearsal: bool = False,
        does_watch_clocks: bool = True,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock
        self._new_id = new_id
        self._holder = RunHolder(unit_of_work, clock, bus)
        self._last_look: Moment | None = None
        self.came_back: Moment | None = None
        self.is_rehearsal = is_rehearsal
        self._does_watch_clocks = does_watch_clocks
        self.groups = GroupActs(self._holder)
        self.plan = PlanActs(self._holder, new_id)
        self.cues = CueActs(self._holder)
        self.advice = AdviceActs(self._holder)

    # --- opening ---------------------------------------------------------------------------------

    def open(self, session_id: str) -> None:
        """Hold the newest run of the session; begin an empty one when there is none or it ended."""
        with self._unit_of_work.writing() as work:
            session = work.sessions.get(session_id)
            record = work.runs.newest_of(session_id)
            if record is None or _is_over(record.plan or session, record.log):
                run_id = self._new_id()
                work.runs.create(run_id, session_id, self._clock.now().utc)
                record = work.runs.get(run_id)
                work.commit()
            planned = _begun_plan(record) or with_teams(session, work)
        self._holder.hold(planned, record)

    def open_unfinished(self, came_back: Moment | None = None) -> bool:
        """Hold the run that an earlier start left unfinished; False when there is none.

        came_back: when the app was there again, now when left out.
        """
        with self._unit_of_work.reading() as work:
            record = work.runs.newest()
            if record is None:
                return False
            session = record.plan or work.sessions.get(record.session_id)
        run = state(session.agenda, record.log)
        now = self._clock.now()
        if not needs_recovery(run, record.log, now):
            return False
        self.came_back = came_back or now
        self._holder.hold(session, record)
        return True

    def close(self) -> None:
        """Let go of the run; its log stays as it is."""
        self._holder.held = None

    # --- acts ------------------------------------------------------------------------------------

    def start(self, at: Moment | None = None) -> None:
        """Begin the first block."""
        self._holder.append(Act.START, at)

    def started_ago(self, seconds: float, at: Moment | None = None) -> None:
        """Say that the block began so long ago, never before the one before it ended."""
        self._holder.append(Act.STARTED_AGO, at, seconds=seconds)

    def pause(self, at: Moment | None = None) -> None:
        """Stop counting."""
        self._holder.append(Act.PAUSE, at)

    def resume(self, at: Moment | None = None) -> None:
        """Count on after a pause."""
        self._holder.append(Act.RESUME, at)

    def next(self, at: Moment | None = None, *, ago_s: float = 0.0) -> None:
        """End the block, now or ago_s seconds ago, and begin the next; the last one ends it all.

        Refused within 0.4 s of the last: two blocks must not fall to one press.
        """
        self._holder.append(Act.NEXT, at, seconds=ago_s)

    def back(self, at: Moment | None = None, *, is_restart: bool = False) -> None:
        """Return to the block before, its used time kept, or with its full time again."""
        self._holder.append(Act.BACK, at, is_on=is_restart)

    def restart(self, at: Moment | None = None) -> None:
        """Give the running block its full time again."""
        self._holder.append(Act.RESTART, at)

    def extend(self, extra_s: float, block_id: str = "", at: Moment | None = None) -> None:
        """Give the running (or named) block extra_s seconds more, or fewer when negative."""
        self._holder.append(Act.EXTEND, at, seconds=extra_s, block_id=block_id)

    def end(self, at: Moment | None = None) -> None:
        """End the session."""
        self._holder.append(Act.END, at)

    def show(self, view: StageView, at: Moment | None = None, *, item: str = "") -> None:
        """Put a slide on the stage; item: the word or the sentence of one that needs it."""
        self._holder.append(Act.SHOW, at, text=view.value, item=item)

    def style(self, style: ClockStyle, at: Moment | None = None) -> None:
        """Choose how the room sees the time left."""
        self._holder.append(Act.STYLE, at, text=style.value)

    def black(self, *, is_on: bool, at: Moment | None = None) -> None:
        """Make the stage black, or bring it back."""
        self._holder.append(Act.BLACK, at, is_on=is_on)

    def freeze(self, *, is_on: bool, at: Moment | None = None) -> None:
        """Hold the picture on the stage, or let it follow again."""
        self._holder.append(Act.FREEZE, at, is_on=is_on)

    def message(
        self, text: str, shown_s: float, at: Moment | None = None, *, until_read: bool = False
    ) -> None:
        """Show a message to the room for shown_s seconds, or until it is acknowledged.

        An empty text takes it away.
        """
        words = text.strip()
        self._holder.append(Act.MESSAGE, at, text=words, seconds=shown_s, is_on=until_read)

    def acknowledge(self, at: Moment | None = None) -> None:
        """Take the message away: the room has it."""
        self._holder.append(Act.ACKNOWLEDGE, at)

    def undo(self, at: Moment | None = None) -> None:
        """Take back the newest act; raises RuleBroken("nothing-to-undo")."""
        entry = last_undoable(self._holder.require().log)
        if entry is None:
            raise RuleBroken("nothing-to-undo")
        self._holder.append(Act.UNDO, at, target_seq=entry.seq)

    def recover(self, answer: Recovery) -> None:
        """Answer the question after a crash; afterwards the run goes on, or is ended."""
        held, now = self._holder.require(), self._clock.now()
        last = held.log[-1].at.utc
        stopped = held.last_alive_utc or last
        until = self._utc_unset(now)
        away_s = max(0.0, (until - stopped).total_seconds())
        self._holder.append(Act.RECOVER, now, seconds=max(0.0, (until - last).total_seconds()))
        if answer is Recovery.END:
            # It ended when the app was last seen, not when somebody came to say so.
            self._holder.append(Act.END, now, seconds=away_s)
        elif answer is Recovery.STOOD_STILL and held.run.phase is RunPhase.RUNNING:
            self._holder.append(Act.NOT_COUNTED, now, seconds=away_s, is_on=True)

    def look(self) -> ClockGap:
        """Compare the clocks with the last look; call it with every pulse, on one thread.

        What was found has to be written with `note_gap`.
        """
        before, now = self._last_look, self._clock.now()
        self._last_look = now
        if before is None or not self._does_watch_clocks:
            return NO_GAP
        return gap_between(before, now)

    def note_gap(self, gap: ClockGap, at: Moment) -> None:
        """Write that the computer slept, or that its clock was set.

        The room kept going through a sleep until somebody says otherwise. A clock that was set
        gets a line for its new time: after a crash the gap is counted from the last line.
        """
        held = self._holder.held
        if held is None or held.run.phase is RunPhase.READY:
            return
        if held.log[-1].at.clock_id != at.clock_id:
            return  # What passed since another start is counted as a whole, when it is answered.
        if gap.slept_s:
            self._holder.append(Act.GAP, at, seconds=gap.slept_s, is_on=not gap.is_counted)
        if gap.stepped_s:
            self._holder.append(Act.CLOCK_SET, at, seconds=gap.stepped_s)

    def answer_gap(self, *, is_counted: bool, at: Moment | None = None) -> None:
        """Say whether the sleep counts; raises RuleBroken("no-gap") when nobody asked."""
        held = self._holder.require()
        if not held.run.open_gap:
            raise RuleBroken("no-gap")
        act = Act.COUNTED if is_counted else Act.NOT_COUNTED
        self._holder.append(act, at, seconds=held.run.gap_s)

    def beat(self) -> None:
        """Note that the app is alive; tells a later start when it stopped. Retries the log."""
        held = self._holder.require()
        if not self._holder.retry():
            return
        with self._unit_of_work.writing() as work:
            work.runs.beat(held.run_id, self._clock.now())
            work.commit()

    def put_scenario(self, scenario: StageScenario | None) -> None:
        """Hand over what the scenario slide shows; it is on the wall when that view is chosen."""
        if self._holder.held is not None:
            self._holder.held = replace(self._holder.held, scenario=scenario)

    # --- readings --------------------------------------------------------------------------------

    @property
    def has_scenario(self) -> bool:
        """Return whether a scenario was handed over that the wall could show."""
        held = self._holder.held
        return held is not None and held.scenario is not None

    @property
    def unwritten(self) -> int:
        """Return how many acts the disk has refused so far."""
        held = self._holder.held
        return 0 if held is None else held.unwritten

    def now(self) -> Moment:
        """Return this moment on all clocks, to stamp an act with when it is pressed."""
        return self._clock.now()

    def run_now(self) -> RunNow | None:
        """Return the run at this moment, None when nothing is held."""
        held = self._holder.held
        return None if held is None else held.at(self._clock.now())

    @property
    def session(self) -> PlannedSession | None:
        """Return the session that is held, as it was planned."""
        held = self._holder.held
        return None if held is None else held.session

    @property
    def log(self) -> tuple[LogEntry, ...]:
        """Return the log of the held run."""
        held = self._holder.held
        return () if held is None else held.log

    def console(self, at: Moment | None = None) -> ConsoleReading | None:
        """Return what the console shows at a moment, None when nothing is held."""
        held = self._holder.held
        if held is None:
            return None
        return console_reading(
            held.at(at or self._clock.now()),
            held.log,
            computer_zone=self._clock.zone(),
            is_rehearsal=self.is_rehearsal,
        )

    def stage(self, at: Moment | None = None) -> StageSnapshot:
        """Return what the stage shows at a moment; the holding slide while a question is open."""
        held, moment = self._holder.held, at or self._clock.now()
        if held is None:
            return StageSnapshot(StageFace.HOLDING, title="Workshop Studio")
        now = held.at(moment)
        if needs_recovery(held.run, held.log, moment):
            seen = holding(now)
        else:
            scenario = held.frozen_scenario if held.run.is_frozen else held.scenario
            seen = stage_snapshot(now, scenario, frozen=held.frozen)
        if self.is_rehearsal and seen.face is not StageFace.BLACK:
            return replace(seen, is_rehearsal=True)
        return seen

    def question(self) -> RecoveryQuestion | None:
        """Return the question after a crash, None when there is nothing to ask."""
        held, now = self._holder.held, self._clock.now()
        if held is None or not needs_recovery(held.run, held.log, now):
            return None
        one = held.run.running
        last = held.log[-1].at.utc
        stopped = held.last_alive_utc or last
        back = now if self.came_back is None else self.came_back
        gap_s = max(0.0, (back.utc - stopped).total_seconds())

        def left(until: datetime) -> str:
            at = held.room_s + max(0.0, (until - last).total_seconds())
            return timer.clock_text(left_s(one, at))

        return RecoveryQuestion(
            session_title=held.session.agenda.title,
            block_title=one.block.title,
            gap_s=gap_s,
            left_if_kept_going=left(self._utc_unset(now)),
            left_if_stood_still=left(stopped),
            suggested=Recovery.KEPT_GOING if gap_s < KEPT_GOING_S else Recovery.STOOD_STILL,
        )

    def _utc_unset(self, now: Moment) -> datetime:
        """Return now on the wall as it was set when the app came back, whatever was set since."""
        back = self.came_back
        if back is None or back.clock_id != now.clock_id:
            return now.utc
        passed_s = now.monotonic_s - back.monotonic_s
        if now.awake_or_asleep_s is not None and back.awake_or_asleep_s is not None:
            passed_s = now.awake_or_asleep_s - back.awake_or_asleep_s
        return back.utc + timedelta(seconds=passed_s)


def _is_over(session: PlannedSession, log: tuple[LogEntry, ...]) -> bool:
    return state(session.agenda, log).phase is RunPhase.ENDED


def _begun_plan(record: RunRecord) -> PlannedSession | None:
    """Return the plan of a run that is on; a start that was taken back leaves the plan open."""
    plan = record.plan
    return plan if plan is not None and state(plan.agenda, record.log).is_on else None
