"""Breakouts that run: each group has its own clock, and all come back at one called end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workshop_studio.domain import timer
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.run import RunPhase, TrackRun, left_s
from workshop_studio.domain.run_stage import without_call
from workshop_studio.domain.run_verbs import replaced, with_block
from workshop_studio.domain.timer import Countdown

if TYPE_CHECKING:
    from workshop_studio.domain.run import BlockRun, RunState
    from workshop_studio.domain.run_log import LogEntry


def place_of(one: BlockRun, track_id: str) -> int:
    """Return the place of a group; raises RuleBroken("no-such-group")."""
    for place, track in enumerate(one.tracks):
        if track.track.id == track_id:
            return place
    raise RuleBroken("no-such-group", group=track_id)


def cost_s(one: BlockRun, track_id: str, seconds: float, room_s: float) -> float:
    """Return how much later everybody comes back when one group gets so many seconds more.

    Nothing, as long as another group or the block itself lasts longer anyway.
    """
    track = one.tracks[place_of(one, track_id)]
    needs = timer.read(track.countdown, room_s).remaining_s + seconds
    return max(0.0, needs - max(0.0, left_s(one, room_s))) if not track.is_back else 0.0


def extend(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Give one group entry.seconds more; the block lasts as much longer as that costs."""
    place = run.place_of(entry.block_id) if entry.block_id else run.current
    one = run.blocks[place]
    if one.ended_s is not None:
        raise RuleBroken("block-over", block=one.block.title)
    at = place_of(one, entry.item)
    track = one.tracks[at]
    longer = timer.extend(track.countdown, entry.seconds)
    if longer.planned_s + longer.added_s < 0:
        raise RuleBroken("no-time-left")
    tracks = replaced(one.tracks, at, replace(track, countdown=longer))
    own = timer.read(one.countdown, room_s).remaining_s
    needs = timer.read(longer, room_s).remaining_s
    more = max(0.0, needs - own) if not track.is_back and entry.seconds > 0 else 0.0
    block = replace(one, tracks=tracks, countdown=timer.extend(one.countdown, more))
    return with_block(run, place, block)


def pause(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Let one group stand still while the others go on."""
    at, track = _out(run, entry)
    if track.is_held:
        raise RuleBroken("group-stands")
    countdown = track.countdown
    if countdown.is_running:
        countdown = timer.pause(countdown, room_s)
    return _with(run, at, replace(track, countdown=countdown, is_held=True))


def resume(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Let the group go on."""
    at, track = _out(run, entry)
    if not track.is_held:
        raise RuleBroken("group-runs")
    countdown = track.countdown
    if run.phase is RunPhase.RUNNING:
        countdown = timer.start(countdown, room_s)
    return _with(run, at, replace(track, countdown=countdown, is_held=False))


def come_back(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Note that a group is with the others again, or has gone out once more."""
    at = place_of(run.running, entry.item)
    track = run.running.tracks[at]
    if track.is_back is entry.is_on:
        raise RuleBroken("group-is-back" if entry.is_on else "group-is-out")
    countdown = track.countdown
    if entry.is_on and countdown.is_running:
        countdown = timer.pause(countdown, room_s)
    elif not entry.is_on and run.phase is RunPhase.RUNNING and not track.is_held:
        countdown = timer.start(countdown, room_s)
    return _with(run, at, replace(track, countdown=countdown, is_back=entry.is_on))


def begin_round(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Start all clocks afresh with entry.seconds each; entry.text says what it is about."""
    one = run.running
    if not one.tracks:
        raise RuleBroken("no-groups")
    if entry.seconds <= 0:
        raise RuleBroken("no-time-left")
    since = room_s if run.phase is RunPhase.RUNNING else None
    tracks = tuple(TrackRun(t.track, Countdown(entry.seconds, since_s=since)) for t in one.tracks)
    own = timer.read(one.countdown, room_s).remaining_s
    longer = timer.extend(one.countdown, max(0.0, entry.seconds - own))
    block = replace(one, tracks=tracks, countdown=longer)
    return replace(without_call(with_block(run, run.current, block)), round_title=entry.text)


def _out(run: RunState, entry: LogEntry) -> tuple[int, TrackRun]:
    at = place_of(run.running, entry.item)
    track = run.running.tracks[at]
    if track.is_back:
        raise RuleBroken("group-is-back")
    return at, track


def _with(run: RunState, at: int, track: TrackRun) -> RunState:
    one = run.running
    return with_block(run, run.current, replace(one, tracks=replaced(one.tracks, at, track)))
