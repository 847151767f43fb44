"""From a run to the slide on the wall: only stage text goes in, so only stage text comes out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from workshop_studio.domain import timer
from workshop_studio.domain.live import (
    ClockStyle,
    LineMark,
    StageAgendaRow,
    StageBreakouts,
    StageClock,
    StageFace,
    StageLine,
    StageSegment,
    StageSnapshot,
    StageTrack,
    StageWord,
)
from workshop_studio.domain.projection import BlockState, Projection, project
from workshop_studio.domain.run import RunPhase, StageView, left_s, reading_of
from workshop_studio.domain.run_cues import CALL_BACK_S
from workshop_studio.domain.run_stage import CALL_BACK_WORDS, shown_message
from workshop_studio.domain.timer import TimerPhase

if TYPE_CHECKING:
    from datetime import datetime

    from workshop_studio.domain.agenda import Block
    from workshop_studio.domain.live import StageScenario
    from workshop_studio.domain.run import BlockRun, RunState, TrackRun
    from workshop_studio.domain.session import PlannedSession

MOST_LINES = 5
PHASE_WORDS = {
    TimerPhase.NORMAL: "left",
    TimerPhase.WARNING: "Nearly there",
    TimerPhase.DANGER: "Last minute",
    TimerPhase.OVER: "Over",
    TimerPhase.PAUSED: "Paused",
}


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
    return f"{block.stage_title or block.title}, {minutes_words(block.planned_s)}"


def minutes_words(seconds: float) -> str:
    """Return "10 minutes" or "1 minute"."""
    minutes = round(seconds / 60)
    return f"{minutes} minute{'' if minutes == 1 else 's'}"


def about_words(remaining_s: float) -> str:
    """Return "about 25 min", "about 4 min", "about 1 min" or "time is up".

    From ten minutes on in steps of five: a room that must not watch the clock needs no more.
    """
    if remaining_s < 0:
        return "time is up"
    minutes = max(1, int(remaining_s / 60 + 0.5))
    return f"about {minutes if minutes < 10 else int(minutes / 5 + 0.5) * 5} min"


@dataclass(frozen=True, slots=True)
class RunNow:
    """A run at one moment: its session, its state, the room's time and the time on the wall."""

    session: PlannedSession
    run: RunState
    room_s: float
    utc: datetime

    def clock(self, utc: datetime) -> str:
        """Return a time of day in the session's zone, to the nearest minute."""
        return clock_time(utc, self.session.zone)

    @property
    def time_of_day(self) -> str:
        """Return the time on the wall in the session's zone."""
        return wall_clock(self.utc, self.session.zone)

    def projection(self) -> Projection:
        """Return where the session will end, seen from now."""
        session = self.session
        return project(session.agenda, session.start_utc, self.run, self.room_s, self.utc)


def stage_snapshot(
    now: RunNow, scenario: StageScenario | None, *, frozen: RunNow | None = None
) -> StageSnapshot:
    """Return what the stage shows now.

    frozen: the run as it was when the picture was frozen; it stands until it is released.
    Black beats everything.
    """
    if now.run.is_black:
        return StageSnapshot(StageFace.BLACK)
    return _face(frozen or now, scenario)


def _face(now: RunNow, scenario: StageScenario | None) -> StageSnapshot:
    run = now.run
    common = StageSnapshot(
        StageFace.HOLDING,
        session_title=now.session.agenda.short_title,
        time_of_day=now.time_of_day,
        message=shown_message(run, now.room_s),
    )
    if run.view is StageView.SCENARIO and scenario is not None:
        return replace(common, face=StageFace.SCENARIO, scenario=scenario)
    if run.view is StageView.WORD and (word := _word(now)) is not None:
        return replace(common, face=StageFace.WORD, word=word)
    if run.view is StageView.AGENDA and run.phase is not RunPhase.ENDED:
        rows = _agenda_rows(now)
        return replace(common, face=StageFace.AGENDA, title="Now and next", agenda=rows)
    if run.view is StageView.PROMPT and run.item:
        clock = _block_clock(now) if run.is_on else None
        return replace(common, face=StageFace.PROMPT, prompt=run.item, clock=clock)
    if not run.is_on or run.view is StageView.HOLDING:
        return holding(now, common.message)
    return _running(now, common)


def holding(now: RunNow, message: str = "") -> StageSnapshot:
    """Return the slide before the start, after the end, and while a question is open."""
    session = now.session
    lines = {
        RunPhase.ENDED: "Thank you for today.",
        RunPhase.READY: f"We start at {wall_clock(session.start_utc, session.zone)}.",
    }
    return StageSnapshot(
        StageFace.HOLDING,
        session_title=session.agenda.short_title,
        title=session.agenda.title,
        lines=(StageLine(lines.get(now.run.phase, "We go on in a moment.")),),
        time_of_day=now.time_of_day,
        message=message,
    )


def _running(now: RunNow, common: StageSnapshot) -> StageSnapshot:
    run, one = now.run, now.run.running
    block = one.block
    reading = reading_of(one, now.room_s)
    place = run.following()
    follows = run.blocks[place].block if place is not None else None
    callout = _callout(one, reading.remaining_s)
    seen = replace(
        common,
        face=StageFace.COUNTDOWN,
        # Called back by hand and by the clock: the wall says it once.
        message="" if common.message == callout else common.message,
        title=run.round_title or block.stage_title or block.title,
        clock=_block_clock(now),
        lines=block_lines(block, reading.elapsed_s),
        segments=block_segments(block, reading),
        next_up=next_words(follows),
        callout=callout,
    )
    if run.view is not StageView.BREAKOUTS or not one.tracks:
        return seen
    step = next((line.text for line in seen.lines if line.mark is LineMark.CURRENT), seen.title)
    title = run.round_title or step
    return replace(seen, face=StageFace.BREAKOUTS, title=title, lines=(), breakouts=_breakouts(now))


def _block_clock(now: RunNow) -> StageClock:
    one, run = now.run.running, now.run
    left = left_s(one, now.room_s)
    phase = timer.phase_of(
        left, timer.thresholds_of(one.block), is_paused=run.phase is RunPhase.PAUSED
    )
    until = now.clock(now.utc + timedelta(seconds=max(0.0, left)))
    length = one.countdown.planned_s + one.countdown.added_s
    return StageClock(
        text=clock_in_style(left, run.style),
        phase=phase,
        caption=_caption(phase, until),
        style=run.style,
        left=_share(left, length),
    )


def clock_in_style(left: float, style: ClockStyle) -> str:
    """Return the words of a clock in the style that the room sees."""
    if style is ClockStyle.ABOUT:
        return about_words(left)
    return "" if style is ClockStyle.NONE else timer.clock_text(left)


def _share(left: float, length: float) -> float:
    # In whole promilles: a picture that changes with every reading would be painted with each.
    return round(min(1.0, max(0.0, left / length)), 3) if length > 0 else 0.0


def _breakouts(now: RunNow) -> StageBreakouts:
    left = max(0.0, left_s(now.run.running, now.room_s))
    tracks = tuple(stage_track(track, now) for track in now.run.running.tracks)
    at = now.clock(now.utc + timedelta(seconds=left))
    return StageBreakouts(tracks, f"Back together at {at}")


def stage_track(track: TrackRun, now: RunNow) -> StageTrack:
    """Return one group with its clock, as everybody may see it."""
    about = track.track
    left = timer.read(track.countdown, now.room_s).remaining_s
    length = track.countdown.planned_s + track.countdown.added_s
    phase = timer.phase_of(
        left,
        timer.default_thresholds(track.countdown.planned_s),
        is_paused=track.is_held or now.run.phase is RunPhase.PAUSED,
    )
    clock = StageClock(
        timer.clock_text(left), phase, PHASE_WORDS[phase], ClockStyle.DIGITS, _share(left, length)
    )
    return StageTrack(about.letter, about.name, about.text, None if track.is_back else clock)


def _callout(one: BlockRun, left: float) -> str:
    if not one.tracks or all(track.is_back for track in one.tracks):
        return ""
    if left <= 0:
        return CALL_BACK_WORDS
    length = one.countdown.planned_s + one.countdown.added_s
    if left <= CALL_BACK_S < length / 2:
        return "Two more minutes, then back together"
    return ""


def _word(now: RunNow) -> StageWord | None:
    cards = (card for card in now.session.agenda.words if card.term == now.run.item)
    card = next(cards, None)
    return None if card is None else StageWord(card.term, card.meaning, card.example, card.stage)


def _agenda_rows(now: RunNow) -> tuple[StageAgendaRow, ...]:
    rows = []
    for one, seen in zip(now.run.blocks, now.projection().blocks, strict=True):
        if seen.state in {BlockState.DONE, BlockState.SKIPPED}:
            continue
        length = (seen.projected_end - seen.projected_start).total_seconds()
        mark = LineMark.CURRENT if seen.state is BlockState.RUNNING else LineMark.AHEAD
        title = one.block.stage_title or one.block.title
        rows.append(
            StageAgendaRow(now.clock(seen.projected_start), title, minutes_words(length), mark)
        )
    return tuple(rows[:MOST_LINES])


def _caption(phase: TimerPhase, until: str) -> str:
    words = {
        TimerPhase.NORMAL: f"left, until {until}",
        TimerPhase.WARNING: f"Nearly there, until {until}",
        TimerPhase.DANGER: f"Last minute, until {until}",
        TimerPhase.OVER: "Over",
        TimerPhase.PAUSED: "Paused",
    }
    return words[phase]
