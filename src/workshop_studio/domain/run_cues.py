"""Cues of a block: each is due once, however late somebody looks; several at once wait for a hand.

Due is a level, not an edge: a cue whose time has come stays due until it is fired, skipped or put
off, so a stalled event loop can neither lose nor repeat it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.run import RunPhase, elapsed_s, left_s
from workshop_studio.domain.timer import thresholds_of

if TYPE_CHECKING:
    from workshop_studio.domain.agenda import Prompt
    from workshop_studio.domain.run import RunState
    from workshop_studio.domain.run_log import LogEntry

WARNING = "warning"
TIME_UP = "time-up"
TWO_MINUTES = "two-minutes"
COME_BACK = "come-back"
CALL_BACK_S = 120.0
PROMPT_SHOWN_S = 30.0
# Sums of times differ in their last digits; nobody gives less than this.
_NOISE_S = 0.001


@dataclass(frozen=True, slots=True)
class DuePrompt:
    """A prompt whose moment has come. late_s: for how long it has been due."""

    prompt: Prompt
    late_s: float


def due_signals(run: RunState, room_s: float) -> tuple[str, ...]:
    """Return the names of the running block's own signals that are due and were not given.

    A block without groups warns and says that time is up; one with groups calls them back.
    """
    if run.phase is not RunPhase.RUNNING:
        return ()
    one = run.running
    left, block_id = left_s(one, room_s), one.block.id
    length = one.countdown.planned_s + one.countdown.added_s
    if one.tracks and all(track.is_back for track in one.tracks):
        # Nobody is out: only the end of the block is left to be said, and only once.
        is_said = {(block_id, COME_BACK), (block_id, TIME_UP)} & run.fired
        return () if is_said or left > 0 else (TIME_UP,)
    marks = [(COME_BACK if one.tracks else TIME_UP, 0.0)]
    if not one.tracks:
        marks.insert(0, (WARNING, thresholds_of(one.block).warning_s))
    elif length > 2 * CALL_BACK_S:
        marks.insert(0, (TWO_MINUTES, CALL_BACK_S))
    return tuple(name for name, mark in marks if left <= mark and (block_id, name) not in run.fired)


def with_signals_ahead(run: RunState, room_s: float) -> RunState:
    """Return the run whose given signals are due again when more time has put them ahead.

    Two more minutes after the end are two minutes with an end of their own.
    """
    if run.phase is not RunPhase.RUNNING or not run.fired:
        return run
    one = run.running
    left = left_s(one, room_s)
    marks = {
        WARNING: thresholds_of(one.block).warning_s,
        TIME_UP: 0.0,
        TWO_MINUTES: CALL_BACK_S,
        COME_BACK: 0.0,
    }
    ahead = {(one.block.id, name) for name, mark in marks.items() if left > mark + _NOISE_S}
    return replace(run, fired=run.fired - ahead) if ahead & run.fired else run


def due_prompts(run: RunState, room_s: float) -> tuple[DuePrompt, ...]:
    """Return the running block's prompts that are due, neither fired nor skipped, by time."""
    if run.phase is not RunPhase.RUNNING:
        return ()
    one = run.running
    used = elapsed_s(one, room_s)
    settled = run.fired | run.dropped
    found = []
    for prompt in sorted(one.block.prompts, key=lambda p: p.at_s):
        at = prompt.at_s + put_off_s(run, one.block.id, prompt.id)
        if used >= at and (one.block.id, prompt.id) not in settled:
            found.append(DuePrompt(prompt, used - at))
    return tuple(found)


def held_prompts(run: RunState, room_s: float) -> tuple[DuePrompt, ...]:
    """Return those due prompts that wait for a decision: several came due at once."""
    due = due_prompts(run, room_s)
    if len(due) > 1:
        return due
    return tuple(d for d in due if (run.running.block.id, d.prompt.id) in run.held)


def put_off_s(run: RunState, block_id: str, name: str) -> float:
    """Return by how many seconds a cue was put off."""
    return sum(s for block, cue, s in run.delayed if (block, cue) == (block_id, name))


def prompt_of(run: RunState, block_id: str, name: str) -> Prompt | None:
    """Return a prompt of a block, None when the cue is one of the block's own signals."""
    prompts = (p for one in run.blocks if one.block.id == block_id for p in one.block.prompts)
    return next((p for p in prompts if p.id == name), None)


def fire(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Give a cue; a prompt stands before the room for half a minute."""
    key = (entry.block_id, entry.text)
    fired = replace(run, fired=run.fired | {key}, held=run.held - {key})
    prompt = prompt_of(run, entry.block_id, entry.text)
    if prompt is None:
        return fired
    return replace(
        fired,
        message=prompt.text,
        message_since_s=room_s,
        message_until_s=room_s + PROMPT_SHOWN_S,
        is_message_held=False,
    )


def hold(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Keep a due prompt for a decision."""
    return replace(run, held=run.held | {(entry.block_id, entry.text)})


def skip(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Drop a prompt."""
    key = _prompt_key(run, entry)
    return replace(run, dropped=run.dropped | {key}, held=run.held - {key})


def put_off(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Give a due prompt again entry.seconds from now, on the block's own clock."""
    key = _prompt_key(run, entry)
    prompt = prompt_of(run, *key)
    place = run.place_of(entry.block_id)
    at = 0 if prompt is None else prompt.at_s
    more = elapsed_s(run.blocks[place], room_s) + entry.seconds - at - put_off_s(run, *key)
    return replace(run, delayed=(*run.delayed, (*key, more)), held=run.held - {key})


def _prompt_key(run: RunState, entry: LogEntry) -> tuple[str, str]:
    if prompt_of(run, entry.block_id, entry.text) is None:
        raise RuleBroken("no-such-prompt", prompt=entry.text)
    return entry.block_id, entry.text
