"""Changes of the plan while it runs: the running block keeps its clock, the template its text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workshop_studio.domain.agenda import MOST_TRACKS
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.plan_change import ChangeKind, PlanChange
from workshop_studio.domain.run import RunPhase, StageView, TrackRun, as_planned
from workshop_studio.domain.run_verbs import going, lengthened, with_block
from workshop_studio.domain.timer import Countdown, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from workshop_studio.domain.run import BlockRun, RunState
    from workshop_studio.domain.run_log import LogEntry


def change(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Apply all changes of one entry in order."""
    return changed(run, entry.changes, room_s)


def changed(run: RunState, changes: Iterable[PlanChange], room_s: float) -> RunState:
    """Return the run after changes of its plan; raises RuleBroken when one is refused."""
    for one in changes:
        run = _CHANGES[one.kind](run, one, room_s)
    if run.phase is RunPhase.READY:
        # What has no name before the start is meant for the block that will begin.
        waiting = (place for place, one in enumerate(run.blocks) if not one.is_skipped)
        return replace(run, current=next(waiting, 0))
    return run


def _waiting(run: RunState, block_id: str) -> int:
    """Return the place of a block that has not been begun; raises RuleBroken with the reason."""
    place = run.place_of(block_id)
    one = run.blocks[place]
    if run.is_on and place == run.current:
        raise RuleBroken("block-runs", block=one.block.title)
    if one.ended_s is not None:
        raise RuleBroken("block-over", block=one.block.title)
    return place


def _extend(run: RunState, one: PlanChange, room_s: float) -> RunState:
    return lengthened(run, run.place_of(one.block_id), one.seconds, with_tracks=True)


def _skip(run: RunState, one: PlanChange, room_s: float) -> RunState:
    place = _waiting(run, one.block_id)
    if run.blocks[place].is_skipped:
        raise RuleBroken("block-skipped", block=run.blocks[place].block.title)
    return with_block(run, place, replace(run.blocks[place], is_skipped=True))


def _restore(run: RunState, one: PlanChange, room_s: float) -> RunState:
    place = run.place_of(one.block_id)
    if not run.blocks[place].is_skipped:
        raise RuleBroken("block-waits", block=run.blocks[place].block.title)
    if run.is_on and place < run.current:
        raise RuleBroken("block-over", block=run.blocks[place].block.title)
    return with_block(run, place, replace(run.blocks[place], is_skipped=False))


def _target(run: RunState, before_id: str) -> int:
    """Return the place before which something may be put: after all that has begun."""
    if not before_id:
        return len(run.blocks)
    place = run.place_of(before_id)
    if run.is_on and place <= run.current:
        raise RuleBroken("block-over", block=run.blocks[place].block.title)
    return place


def _move(run: RunState, one: PlanChange, room_s: float) -> RunState:
    place = _waiting(run, one.block_id)
    if run.is_on and place < run.current:
        raise RuleBroken("block-over", block=run.blocks[place].block.title)
    target = _target(run, one.before_id)
    moved, rest = run.blocks[place], (*run.blocks[:place], *run.blocks[place + 1 :])
    at = target - 1 if target > place else target
    return replace(run, blocks=(*rest[:at], moved, *rest[at:]))


def _add(run: RunState, one: PlanChange, room_s: float) -> RunState:
    if one.block is None:
        raise RuleBroken("no-such-block", block=one.block_id)
    if any(b.block.id == one.block.id for b in run.blocks):
        raise RuleBroken("block-twice", block=one.block.title)
    at = _target(run, one.before_id)
    added = as_planned(one.block, is_added=True)
    return replace(run, blocks=(*run.blocks[:at], added, *run.blocks[at:]))


def _push(run: RunState, one: PlanChange, room_s: float) -> RunState:
    return _pushed(run, one)


def _push_rest(run: RunState, one: PlanChange, room_s: float) -> RunState:
    """Push it and everything later: what is free between them, buffers too, stays as long."""
    run = _pushed(run, one)
    first = run.place_of(one.block_id) + 1
    later = tuple(
        # An appointment with the world outside, such as lunch, is not ours to push.
        replace(b, shift_s=b.shift_s + one.seconds)
        if place >= first and b.block.fixed_start_s is None
        else b
        for place, b in enumerate(run.blocks)
    )
    return replace(run, blocks=later)


def _pushed(run: RunState, one: PlanChange) -> RunState:
    place = run.place_of(one.block_id)
    if run.is_on and place == run.current:
        # The running block cannot begin later: it ends later. Its groups keep their own time.
        return lengthened(run, place, one.seconds, with_tracks=False)
    place = _waiting(run, one.block_id)
    block = run.blocks[place]
    if block.block.fixed_start_s is not None:
        raise RuleBroken("block-fixed", block=block.block.title)
    return with_block(
        run, place, replace(block, shift_s=block.shift_s + one.seconds, does_wait=True)
    )


def _split(run: RunState, one: PlanChange, room_s: float) -> RunState:
    place = run.place_of(one.block_id)
    block = run.blocks[place]
    if block.ended_s is not None:
        raise RuleBroken("block-over", block=block.block.title)
    if one.tracks and not 2 <= len(one.tracks) <= MOST_TRACKS:
        raise RuleBroken("groups-count", most=str(MOST_TRACKS))
    tracks = tuple(TrackRun(t, Countdown(float(t.planned_s))) for t in one.tracks)
    block = replace(block, tracks=tracks)
    if run.phase is RunPhase.RUNNING and place == run.current:
        block = replace(block, tracks=going(_stopped(block), room_s).tracks)
    longest = max((t.planned_s for t in one.tracks), default=0)
    run = with_block(run, place, block)
    own = block.countdown.planned_s + block.countdown.added_s - _used(block.countdown, room_s)
    if longest > own:
        run = lengthened(run, place, longest - own, with_tracks=False)
    # The wall of clocks comes and goes with the groups; what else was chosen stays.
    before, after = StageView.COUNTDOWN, StageView.BREAKOUTS
    if not one.tracks:
        before, after = after, before
    if run.is_on and place == run.current:
        view = after if run.view is before else run.view
        run = replace(run, view=view, round_title="")
    return run


def _stopped(block: BlockRun) -> BlockRun:
    return replace(block, countdown=replace(block.countdown, since_s=None))


def _used(countdown: Countdown, room_s: float) -> float:
    return read(countdown, room_s).elapsed_s


_CHANGES: dict[ChangeKind, Callable[[RunState, PlanChange, float], RunState]] = {
    ChangeKind.EXTEND: _extend,
    ChangeKind.SKIP: _skip,
    ChangeKind.RESTORE: _restore,
    ChangeKind.MOVE: _move,
    ChangeKind.ADD: _add,
    ChangeKind.PUSH: _push,
    ChangeKind.PUSH_REST: _push_rest,
    ChangeKind.SPLIT: _split,
}
