"""Everything the facilitator's console says at one moment, in words ready to draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop_studio.domain import timer
from workshop_studio.domain.agenda import WhenLate
from workshop_studio.domain.projection import BlockState, Projection, lateness_words, project
from workshop_studio.domain.run import RunPhase, RunState, StageView, room_now, room_times, state
from workshop_studio.domain.run_log import Act, LogEntry, last_undoable
from workshop_studio.domain.staging import block_segments, clock_time, current_step, wall_clock

if TYPE_CHECKING:
    from workshop_studio.domain.agenda import Block
    from workshop_studio.domain.live import StageSegment
    from workshop_studio.domain.moment import Moment
    from workshop_studio.domain.session import PlannedSession

UNDO_S = 120.0


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One row of the agenda: planned and projected start, title, minutes, where it stands."""

    block_id: str
    planned: str
    now: str
    title: str
    detail: str
    minutes: int
    state: BlockState


@dataclass(frozen=True, slots=True)
class NextRow:
    """One of the next two blocks with what to say and to have ready."""

    at: str
    title: str
    note: str
    materials: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConsoleReading:
    """The console at one moment; equal readings need no repaint.

    behind_s: positive when the session will end late. undo_act: the act that Undo takes back,
    None when there is none or it is too long ago. frozen_s: age of the frozen picture, seconds.
    """

    phase: RunPhase
    session_title: str
    kicker: str
    block: Block
    block_number: int
    block_count: int
    clock: str
    timer_phase: timer.TimerPhase
    caption: str
    lateness: str
    behind_s: float
    rows: tuple[AgendaRow, ...]
    ends: str
    planned_end: str
    segments: tuple[StageSegment, ...]
    segment_labels: tuple[str, ...]
    current_segment: int
    next_rows: tuple[NextRow, ...]
    next_title: str
    is_last: bool
    undo_act: Act | None
    is_black: bool
    is_frozen: bool
    frozen_s: int
    view: StageView
    message: str
    time_of_day: str


def console_reading(
    session: PlannedSession, log: tuple[LogEntry, ...], now: Moment
) -> ConsoleReading:
    """Return the reading of a run; pure, so a lost or late repaint changes nothing."""
    run = state(session.agenda, log)
    room_s = room_now(log, now)
    seen = project(session.agenda, session.start_utc, run, room_s, now.utc)
    block = session.agenda.blocks[run.current]
    reading = timer.read(run.countdowns[run.current], room_s)
    phase = timer.phase_of(
        reading.remaining_s,
        timer.default_thresholds(block.planned_s),
        is_paused=run.phase is RunPhase.PAUSED,
    )
    follows = session.agenda.blocks[run.current + 1 : run.current + 2]
    return ConsoleReading(
        phase=run.phase,
        session_title=session.agenda.title,
        kicker=_kicker(run, len(session.agenda.blocks)),
        block=block,
        block_number=run.current + 1,
        block_count=len(session.agenda.blocks),
        clock=timer.clock_text(reading.remaining_s),
        timer_phase=phase,
        caption=_caption(session, run, phase, seen),
        lateness=_lateness(session, run, seen),
        behind_s=seen.behind_s,
        rows=_rows(session, seen, run),
        ends=clock_time(seen.projected_end, session.zone),
        planned_end=clock_time(seen.planned_end, session.zone),
        segments=block_segments(block, reading),
        segment_labels=tuple(step.title for step in block.steps),
        current_segment=current_step(block, reading.elapsed_s),
        next_rows=_next_rows(session, seen, run),
        next_title=follows[0].title if follows else "",
        is_last=run.current + 1 >= len(session.agenda.blocks),
        undo_act=_undo_act(log, room_s),
        is_black=run.is_black,
        is_frozen=run.is_frozen,
        frozen_s=int(room_s - run.frozen_since_s) if run.is_frozen else 0,
        view=run.view,
        message=run.message if room_s < run.message_until_s else "",
        time_of_day=wall_clock(now.utc, session.zone),
    )


def _kicker(run: RunState, count: int) -> str:
    words = {
        RunPhase.READY: f"Ready, {count} blocks",
        RunPhase.RUNNING: f"Running, block {run.current + 1} of {count}",
        RunPhase.PAUSED: f"Paused, block {run.current + 1} of {count}",
        RunPhase.ENDED: "Session ended",
    }
    return words[run.phase]


def _caption(
    session: PlannedSession, run: RunState, phase: timer.TimerPhase, seen: Projection
) -> str:
    if run.phase is RunPhase.READY:
        return f"planned start {wall_clock(session.start_utc, session.zone)}"
    if run.phase is RunPhase.ENDED:
        return f"ended {clock_time(seen.projected_end, session.zone)}"
    until = clock_time(seen.blocks[run.current].projected_end, session.zone)
    words = {
        timer.TimerPhase.NORMAL: f"left, block over by {until}",
        timer.TimerPhase.WARNING: f"nearly there, block over by {until}",
        timer.TimerPhase.DANGER: f"last minute, block over by {until}",
        timer.TimerPhase.OVER: "over its time",
        timer.TimerPhase.PAUSED: "paused, nothing is counted",
    }
    return words[phase]


def _lateness(session: PlannedSession, run: RunState, seen: Projection) -> str:
    end = clock_time(seen.projected_end, session.zone)
    if run.phase is RunPhase.ENDED:
        return f"{lateness_words(seen.behind_s)}, ended {end}"
    return f"{lateness_words(seen.behind_s)}, ends {end}"


def _detail(block: Block, where: BlockState) -> str:
    kind = block.kind.value
    # "Break: break" tells nobody anything.
    parts = ["" if kind in block.title.casefold() else kind]
    if where is BlockState.RUNNING:
        parts.append(block.grouping)
    elif block.is_protected:
        parts = ["protected"]
    elif block.when_late is WhenLate.SHRINK and block.minimum_s < block.planned_s:
        parts.append(f"can shrink to {round(block.minimum_s / 60)}")
    elif block.when_late is WhenLate.CUT:
        parts.append("can be cut")
    else:
        parts.append(block.grouping)
    return ", ".join(part for part in parts if part and part != "–")


def _rows(session: PlannedSession, seen: Projection, run: RunState) -> tuple[AgendaRow, ...]:
    rows = []
    for index, (block, at) in enumerate(zip(session.agenda.blocks, seen.blocks, strict=True)):
        countdown = run.countdowns[index]
        minutes = round((countdown.planned_s + countdown.added_s) / 60)
        rows.append(
            AgendaRow(
                block_id=block.id,
                planned=clock_time(at.planned_start, session.zone),
                now=clock_time(at.projected_start, session.zone),
                title=block.title,
                detail=_detail(block, at.state),
                minutes=minutes,
                state=at.state,
            )
        )
    return tuple(rows)


def _next_rows(session: PlannedSession, seen: Projection, run: RunState) -> tuple[NextRow, ...]:
    first = run.current if run.phase is RunPhase.READY else run.current + 1
    if run.phase is RunPhase.ENDED:
        return ()
    rows = []
    for index in range(first, min(first + 2, len(session.agenda.blocks))):
        block = session.agenda.blocks[index]
        minutes = round(block.planned_s / 60)
        title = f"{block.title}, {minutes} minutes"
        at = clock_time(seen.blocks[index].projected_start, session.zone)
        rows.append(NextRow(at, title, _first_sentence(block.facilitator_note), block.materials))
    return tuple(rows)


def _first_sentence(text: str) -> str:
    flat = " ".join(text.split())
    end = flat.find(". ")
    return flat if end < 0 else flat[: end + 1]


def _undo_act(log: tuple[LogEntry, ...], room_s: float) -> Act | None:
    entry = last_undoable(log)
    if entry is None:
        return None
    times = {e.seq: at for e, at in zip(log, room_times(log), strict=True)}
    return entry.act if room_s - times[entry.seq] <= UNDO_S else None
