"""Everything the facilitator's console says at one moment, in words ready to draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop_studio.domain import timer
from workshop_studio.domain.console_asks import Asks, asks
from workshop_studio.domain.console_rows import AgendaRow, NextRow, agenda_rows, next_rows
from workshop_studio.domain.console_tracks import TrackReading, groups_line, track_readings
from workshop_studio.domain.projection import Projection, lateness_words
from workshop_studio.domain.run import RunPhase, StageView, reading_of, room_times
from workshop_studio.domain.run_log import Act, LogEntry, last_undoable
from workshop_studio.domain.run_stage import shown_message
from workshop_studio.domain.staging import block_segments, current_step, wall_clock

if TYPE_CHECKING:
    from workshop_studio.domain.agenda import Block
    from workshop_studio.domain.live import ClockStyle, StageSegment
    from workshop_studio.domain.run import RunState
    from workshop_studio.domain.staging import RunNow

UNDO_S = 120.0


@dataclass(frozen=True, slots=True)
class ConsoleReading:
    """The console at one moment; equal readings need no repaint.

    behind_s: positive when the session will end late. undo_act: the act that Undo takes back,
    None when there is none or it is too long ago. frozen_s: age of the frozen picture, seconds.
    message_s: for how long the message stands. reasons: those noted for the running block.
    words: the terms that the stage can explain. groups: what the groups are at, and until when.
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
    style: ClockStyle
    message: str
    is_message_held: bool
    message_s: int
    time_of_day: str
    reasons: tuple[str, ...]
    asks: Asks
    tracks: tuple[TrackReading, ...]
    words: tuple[str, ...]
    is_rehearsal: bool = False
    groups: str = ""


def console_reading(
    now: RunNow,
    log: tuple[LogEntry, ...],
    *,
    computer_zone: str = "",
    is_rehearsal: bool = False,
) -> ConsoleReading:
    """Return the reading of a run; pure, so a lost or late repaint changes nothing."""
    run, session = now.run, now.session
    seen = now.projection()
    one = run.running
    reading = reading_of(one, now.room_s)
    phase = timer.phase_of(
        reading.remaining_s,
        timer.thresholds_of(one.block),
        is_paused=run.phase is RunPhase.PAUSED,
    )
    following = run.following()
    message = shown_message(run, now.room_s)
    return ConsoleReading(
        phase=run.phase,
        session_title=session.agenda.title,
        kicker=_kicker(run),
        block=one.block,
        block_number=run.current + 1,
        block_count=len(run.blocks),
        clock=timer.clock_text(reading.remaining_s),
        timer_phase=phase,
        caption=_caption(now, phase, seen),
        lateness=_lateness(now, seen),
        behind_s=seen.behind_s,
        rows=agenda_rows(now, seen),
        ends=now.clock(seen.projected_end),
        planned_end=now.clock(seen.planned_end),
        segments=block_segments(one.block, reading),
        segment_labels=tuple(step.title for step in one.block.steps),
        current_segment=current_step(one.block, reading.elapsed_s),
        next_rows=next_rows(now, seen),
        next_title=run.blocks[following].block.title if following is not None else "",
        is_last=following is None,
        undo_act=_undo_act(log, now.room_s),
        is_black=run.is_black,
        is_frozen=run.is_frozen,
        frozen_s=int(now.room_s - run.frozen_since_s) if run.is_frozen else 0,
        view=run.view,
        style=run.style,
        message=message,
        is_message_held=run.is_message_held,
        message_s=int(now.room_s - run.message_since_s) if message else 0,
        time_of_day=now.time_of_day,
        reasons=tuple(reason for block, reason in run.reasons if block == one.block.id),
        asks=asks(now, seen, computer_zone),
        tracks=track_readings(now),
        words=tuple(card.term for card in session.agenda.words),
        is_rehearsal=is_rehearsal,
        groups=groups_line(now),
    )


def _kicker(run: RunState) -> str:
    count = len(run.blocks)
    words = {
        RunPhase.READY: f"Ready, {count} blocks",
        RunPhase.RUNNING: f"Running, block {run.current + 1} of {count}",
        RunPhase.PAUSED: f"Paused, block {run.current + 1} of {count}",
        RunPhase.ENDED: "Session ended",
    }
    return words[run.phase]


def _caption(now: RunNow, phase: timer.TimerPhase, seen: Projection) -> str:
    run = now.run
    if run.phase is RunPhase.READY:
        return f"planned start {wall_clock(now.session.start_utc, now.session.zone)}"
    if run.phase is RunPhase.ENDED:
        return f"ended {now.clock(seen.projected_end)}"
    until = now.clock(seen.blocks[run.current].projected_end)
    words = {
        timer.TimerPhase.NORMAL: f"left, block over by {until}",
        timer.TimerPhase.WARNING: f"nearly there, block over by {until}",
        timer.TimerPhase.DANGER: f"last minute, block over by {until}",
        timer.TimerPhase.OVER: "over its time",
        timer.TimerPhase.PAUSED: "paused, nothing is counted",
    }
    return words[phase]


def _lateness(now: RunNow, seen: Projection) -> str:
    end = now.clock(seen.projected_end)
    if now.run.phase is RunPhase.ENDED:
        return f"{lateness_words(seen.behind_s)}, ended {end}"
    return f"{lateness_words(seen.behind_s)}, ends {end}"


def _undo_act(log: tuple[LogEntry, ...], room_s: float) -> Act | None:
    entry = last_undoable(log)
    if entry is None:
        return None
    times = {e.seq: at for e, at in zip(log, room_times(log), strict=True)}
    return entry.act if room_s - times[entry.seq] <= UNDO_S else None
