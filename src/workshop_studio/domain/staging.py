"""From a run to the slide on the wall: only stage text goes in, so only stage text comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from workshop_studio.domain import timer
from workshop_studio.domain.live import (
    LineMark,
    StageClock,
    StageFace,
    StageLine,
    StageSegment,
    StageSnapshot,
)
from workshop_studio.domain.projection import Projection, project
from workshop_studio.domain.run import RunPhase, RunState, StageView, room_now, state
from workshop_studio.domain.run_log import Act, LogEntry, effective

if TYPE_CHECKING:
    from datetime import datetime

    from workshop_studio.domain.agenda import Block
    from workshop_studio.domain.live import StageScenario
    from workshop_studio.domain.moment import Moment
    from workshop_studio.domain.session import PlannedSession

MOST_LINES = 5


def clock_time(utc: datetime, zone: str) -> str:
    """Return "14:05" in the zone, to the nearest minute as people say it."""
    local = utc.astimezone(ZoneInfo(zone))
    total = local.hour * 60 + local.minute + (1 if local.second >= 30 else 0)
    return f"{total // 60 % 24:02d}:{total % 60:02d}"


def wall_clock(utc: datetime, zone: str) -> str:
    """Return "14:05" in the zone as a clock on the wall shows it (never rounded up)."""
    return utc.astimezone(ZoneInfo(zone)).strftime("%H:%M")


def current_step(block: Block, elapsed_s: float) -> int:
    """Return the place of the step that elapsed_s falls into; the last one from its start on."""
    end = 0.0
    for index, step in enumerate(block.steps):
        end += step.planned_s
        if elapsed_s < end:
            return index
    return max(0, len(block.steps) - 1)


def block_lines(block: Block, elapsed_s: float) -> tuple[StageLine, ...]:
    """Return at most five lines: the steps with the current one marked, else the block's text."""
    if not block.steps:
        return tuple(StageLine(text) for text in block.stage_lines[:MOST_LINES])
    at = current_step(block, elapsed_s)
    first = min(max(0, at - 2), max(0, len(block.steps) - MOST_LINES))
    lines = []
    for index, step in enumerate(block.steps[first : first + MOST_LINES], start=first):
        mark = LineMark.CURRENT if index == at else LineMark.AHEAD
        lines.append(StageLine(step.stage, LineMark.DONE if index < at else mark))
    return tuple(lines)


def block_segments(block: Block, reading: timer.Reading) -> tuple[StageSegment, ...]:
    """Return the parts of the block's bar: one a step, or one for a block without steps.

    Added minutes belong to the last step, so that the earlier ones keep their place.
    """
    total = max(1.0, reading.elapsed_s + reading.remaining_s)
    if not block.steps:
        return (StageSegment(1.0, min(1.0, reading.elapsed_s / total)),)
    lengths = [float(step.planned_s) for step in block.steps]
    lengths[-1] = max(1.0, lengths[-1] + total - sum(lengths))
    segments, begin = [], 0.0
    for length in lengths:
        done = min(1.0, max(0.0, (reading.elapsed_s - begin) / length))
        segments.append(StageSegment(length / sum(lengths), done))
        begin += length
    return tuple(segments)


def next_words(block: Block | None) -> str:
    """Return "Break, 10 minutes" for the next-up line, "" when nothing follows."""
    if block is None:
        return ""
    minutes = round(block.planned_s / 60)
    return f"{block.stage_title or block.title}, {minutes} minute{'' if minutes == 1 else 's'}"


def stage_snapshot(
    session: PlannedSession,
    log: tuple[LogEntry, ...],
    now: Moment,
    scenario: StageScenario | None,
) -> StageSnapshot:
    """Return what the stage shows now.

    While frozen it is the picture of the moment of freezing, derived from the log up to there, so
    it survives a restart. Black beats everything. An unanswered gap keeps the holding slide.
    """
    run = state(session.agenda, log)
    if run.is_black:
        return StageSnapshot(StageFace.BLACK)
    if run.is_frozen:
        log, now = _at_freeze(log, now)
        run = state(session.agenda, log)
    room_s = room_now(log, now)
    if run.view is StageView.SCENARIO and scenario is not None:
        return StageSnapshot(
            StageFace.SCENARIO,
            session_title=session.agenda.short_title,
            time_of_day=wall_clock(now.utc, session.zone),
            message=_message(run, room_s),
            scenario=scenario,
        )
    if run.phase in {RunPhase.READY, RunPhase.ENDED} or run.view is StageView.HOLDING:
        return holding(session, run, now, _message(run, room_s))
    seen = project(session.agenda, session.start_utc, run, room_s, now.utc)
    return _countdown(session, run, room_s, now, seen)


def holding(
    session: PlannedSession, run: RunState, now: Moment, message: str = ""
) -> StageSnapshot:
    """Return the slide before the start, after the end, and while a question is open."""
    if run.phase is RunPhase.ENDED:
        line = "Thank you for today."
    elif run.phase is RunPhase.READY:
        line = f"We start at {wall_clock(session.start_utc, session.zone)}."
    else:
        line = "We go on in a moment."
    return StageSnapshot(
        StageFace.HOLDING,
        session_title=session.agenda.short_title,
        title=session.agenda.title,
        lines=(StageLine(line),),
        time_of_day=wall_clock(now.utc, session.zone),
        message=message,
    )


def _at_freeze(log: tuple[LogEntry, ...], now: Moment) -> tuple[tuple[LogEntry, ...], Moment]:
    counted = {e.seq for e in effective(log)}
    frozen = next(e for e in reversed(log) if e.act is Act.FREEZE and e.seq in counted)
    before = tuple(e for e in log if e.seq < frozen.seq and e.seq in counted)
    return (before, frozen.at) if before else (log[:0], frozen.at)


def _message(run: RunState, room_s: float) -> str:
    return run.message if room_s < run.message_until_s else ""


def _countdown(
    session: PlannedSession, run: RunState, room_s: float, now: Moment, seen: Projection
) -> StageSnapshot:
    block = session.agenda.blocks[run.current]
    reading = timer.read(run.countdowns[run.current], room_s)
    phase = timer.phase_of(
        reading.remaining_s,
        timer.default_thresholds(block.planned_s),
        is_paused=run.phase is RunPhase.PAUSED,
    )
    follows = session.agenda.blocks[run.current + 1 : run.current + 2]
    until = clock_time(seen.blocks[run.current].projected_end, session.zone)
    return StageSnapshot(
        StageFace.COUNTDOWN,
        session_title=session.agenda.short_title,
        title=block.stage_title or block.title,
        clock=StageClock(timer.clock_text(reading.remaining_s), phase, _caption(phase, until)),
        lines=block_lines(block, reading.elapsed_s),
        segments=block_segments(block, reading),
        next_up=next_words(follows[0] if follows else None),
        time_of_day=wall_clock(now.utc, session.zone),
        message=_message(run, room_s),
    )


def _caption(phase: timer.TimerPhase, until: str) -> str:
    words = {
        timer.TimerPhase.NORMAL: f"left, until {until}",
        timer.TimerPhase.WARNING: f"Nearly there, until {until}",
        timer.TimerPhase.DANGER: f"Last minute, until {until}",
        timer.TimerPhase.OVER: "Over",
        timer.TimerPhase.PAUSED: "Paused",
    }
    return words[phase]
