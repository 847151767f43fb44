"""What each act does to a running session; every verb returns the next state."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from workshop_studio.domain import timer
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.run import BlockRun, RunPhase, RunState, StageView, as_planned
from workshop_studio.domain.run_stage import without_call

if TYPE_CHECKING:
    from datetime import datetime

    from workshop_studio.domain.run_log import LogEntry

T = TypeVar("T")

DOUBLE_NEXT_S = 0.4
# Sums of times differ in their last digits.
_NOISE_S = 1e-6


def replaced(values: tuple[T, ...], index: int, value: T) -> tuple[T, ...]:
    """Return the values with another one at a place."""
    return (*values[:index], value, *values[index + 1 :])


def with_block(run: RunState, place: int, one: BlockRun) -> RunState:
    """Return the run with another state of one block."""
    return replace(run, blocks=replaced(run.blocks, place, one))


# --- the clock of one block ----------------------------------------------------------------------


def going(one: BlockRun, room_s: float) -> BlockRun:
    """Return the block counting, with those groups that are out and not held."""
    paused = one.paused_s
    if one.paused_since_s is not None:
        paused += max(0.0, room_s - one.paused_since_s)
    tracks = tuple(
        replace(t, countdown=timer.start(t.countdown, room_s))
        if not (t.is_held or t.is_back or t.countdown.is_running)
        else t
        for t in one.tracks
    )
    return replace(
        one,
        countdown=timer.start(one.countdown, room_s),
        paused_s=paused,
        paused_since_s=None,
        tracks=tracks,
    )


def standing(one: BlockRun, room_s: float, *, is_pause: bool) -> BlockRun:
    """Return the block and its groups standing still; is_pause: it waits to go on."""
    tracks = tuple(
        replace(t, countdown=timer.pause(t.countdown, room_s)) if t.countdown.is_running else t
        for t in one.tracks
    )
    countdown, paused = one.countdown, one.paused_s
    if countdown.is_running:
        countdown = timer.pause(countdown, room_s)
    if one.paused_since_s is not None:
        paused += max(0.0, room_s - one.paused_since_s)
    return replace(
        one,
        countdown=countdown,
        tracks=tracks,
        paused_s=paused,
        paused_since_s=room_s if is_pause else None,
    )


def _begin(run: RunState, place: int, room_s: float) -> RunState:
    one = going(run.blocks[place], room_s)
    first = room_s if one.started_s is None else one.started_s
    return replace(
        with_block(run, place, replace(one, started_s=first, ended_s=None)),
        phase=RunPhase.RUNNING,
        current=place,
        view=StageView.BREAKOUTS if one.tracks else StageView.COUNTDOWN,
        round_title="",
        open_gap=0,
    )


def _leave(run: RunState, room_s: float) -> RunState:
    one = standing(run.running, room_s, is_pause=False)
    return without_call(with_block(run, run.current, replace(one, ended_s=room_s)))


# --- verbs ---------------------------------------------------------------------------------------


def start(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Begin the first block that is not skipped."""
    places = [p for p, one in enumerate(run.blocks) if not one.is_skipped]
    if not places:
        raise RuleBroken("agenda-empty")
    return replace(_begin(run, places[0], room_s), entered_s=room_s)


def started_ago(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Say that the block began so many seconds ago, never before the one before it ended."""
    if run.phase is RunPhase.READY:
        begun = start(run, entry, room_s - entry.seconds)
        return replace(begun, entered_s=room_s)
    one = run.running
    if one.started_s is None:
        raise RuleBroken("no-such-block", block=one.block.id)
    if one.started_s - (room_s - entry.seconds) < _NOISE_S:
        raise RuleBroken("started-earlier")
    ends = [b.ended_s for b in run.blocks if b.ended_s is not None]
    wanted = max([room_s - entry.seconds, *ends])
    earlier = one.started_s - wanted
    if earlier < _NOISE_S:
        raise RuleBroken("started-when-last-ended")

    def longer(countdown: timer.Countdown) -> timer.Countdown:
        return replace(countdown, banked_s=countdown.banked_s + earlier)

    tracks = tuple(
        replace(t, countdown=longer(t.countdown)) if not (t.is_held or t.is_back) else t
        for t in one.tracks
    )
    moved = replace(one, started_s=wanted, countdown=longer(one.countdown), tracks=tracks)
    return with_block(run, run.current, moved)


def pause(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Stop counting."""
    one = standing(run.running, room_s, is_pause=True)
    return replace(with_block(run, run.current, one), phase=RunPhase.PAUSED)


def resume(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Count on."""
    one = going(run.running, room_s)
    return replace(with_block(run, run.current, one), phase=RunPhase.RUNNING)


def go_on(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """End the block, now or entry.seconds ago, and begin the next; after the last one, end.

    A clicker bounces and a finger doubles: two blocks must not fall to one press.
    """
    if room_s - run.entered_s < DOUBLE_NEXT_S + _NOISE_S:
        raise RuleBroken("pressed-twice")
    place = run.following()
    at = _ended_at(run.running, entry, room_s)
    if place is None:
        return _ended(run, at, entry.at.utc - timedelta(seconds=room_s - at))
    return replace(_begin(_leave(run, at), place, at), entered_s=room_s)


def back(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Return to the block before, its used time kept, or with its full time when is_on."""
    place = run.preceding()
    if place is None:
        raise RuleBroken("first-block")
    left = _leave(run, room_s)
    # The block that was left by mistake has not ended: it waits again, its used time kept.
    left = with_block(left, run.current, replace(left.running, ended_s=None))
    begun = _begin(left, place, room_s)
    return restart(begun, entry, room_s) if entry.is_on else begun


def restart(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Give the running block and its groups their full time again from now.

    What was used before stays on the account as time standing still.
    """
    one = run.running
    fresh = as_planned(one.block)
    used = timer.read(one.countdown, room_s).elapsed_s
    added = replace(fresh.countdown, added_s=one.countdown.added_s)
    again = replace(one, countdown=added, tracks=fresh.tracks, paused_s=one.paused_s + used)
    if run.phase is RunPhase.RUNNING:
        again = going(again, room_s)
    return with_block(run, run.current, again)


def extend(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Give a block entry.seconds more, or fewer; its groups get them as well."""
    place = run.place_of(entry.block_id) if entry.block_id else run.current
    return lengthened(run, place, entry.seconds, with_tracks=True)


def lengthened(run: RunState, place: int, seconds: float, *, with_tracks: bool) -> RunState:
    """Return the run with a longer or shorter block; raises RuleBroken for one that is over."""
    one = run.blocks[place]
    if one.ended_s is not None:
        raise RuleBroken("block-over", block=one.block.title)
    countdown = timer.extend(one.countdown, seconds)
    if countdown.planned_s + countdown.added_s < 0:
        raise RuleBroken("no-time-left")
    tracks = one.tracks
    if with_tracks:
        tracks = tuple(replace(t, countdown=timer.extend(t.countdown, seconds)) for t in tracks)
    return with_block(run, place, replace(one, countdown=countdown, tracks=tracks))


def end(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """End the session, now or entry.seconds ago."""
    at = _ended_at(run.running, entry, room_s)
    return _ended(run, at, entry.at.utc - timedelta(seconds=room_s - at))


def _ended_at(one: BlockRun, entry: LogEntry, room_s: float) -> float:
    """Return when a block ended, entry.seconds ago, not before it last began to run or stand."""
    since = one.countdown.since_s if one.countdown.is_running else one.paused_since_s
    return max(room_s - max(0.0, entry.seconds), room_s if since is None else since)


def _ended(run: RunState, room_s: float, utc: datetime) -> RunState:
    return replace(
        _leave(run, room_s),
        phase=RunPhase.ENDED,
        finished_s=room_s,
        finished_utc=utc,
        view=StageView.HOLDING,
        is_black=False,
        is_frozen=False,
        message="",
        is_message_held=False,
        open_gap=0,
    )


def baseline(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Shift the whole plan: a late start is accepted, and is no lateness any more."""
    return replace(run, baseline_s=run.baseline_s + entry.seconds)


def reason(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Note why a block takes longer."""
    run.place_of(entry.block_id)
    return replace(run, reasons=(*run.reasons, (entry.block_id, entry.text)))


# --- gaps ----------------------------------------------------------------------------------------


def recover(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Change nothing: what a restart counted is in the axis, what a set clock says in the line."""
    return run


def gap(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Remember a sleep until somebody says whether it counts; in a pause there is no question."""
    if run.phase is not RunPhase.RUNNING:
        return run
    unanswered = run.gap_s if run.open_gap else 0.0
    return replace(run, open_gap=entry.seq, gap_s=unanswered + entry.seconds)


def counted(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Close the question: the room kept going."""
    return replace(run, open_gap=0)


def not_counted(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Take entry.seconds out of the running block and its groups, as a pause would have."""
    one = run.running
    out = min(entry.seconds, timer.read(one.countdown, room_s).elapsed_s)

    def shorter(countdown: timer.Countdown) -> timer.Countdown:
        used = timer.read(countdown, room_s).elapsed_s
        return replace(countdown, banked_s=countdown.banked_s - min(out, used))

    tracks = tuple(
        t if t.is_held or t.is_back else replace(t, countdown=shorter(t.countdown))
        for t in one.tracks
    )
    less = replace(
        one, countdown=shorter(one.countdown), paused_s=one.paused_s + out, tracks=tracks
    )
    # What a crash took says nothing about a sleep before it.
    still_open = run.open_gap if entry.is_on else 0
    return replace(with_block(run, run.current, less), open_gap=still_open)
