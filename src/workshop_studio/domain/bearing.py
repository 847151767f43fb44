"""What each block that is left bears when time is short: what it can give, and how gladly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop_studio.domain.agenda import BlockKind, WhenLate
from workshop_studio.domain.projection import BlockState
from workshop_studio.domain.run import elapsed_s
from workshop_studio.domain.timer import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workshop_studio.domain.agenda import Block
    from workshop_studio.domain.projection import Span
    from workshop_studio.domain.run import BlockRun, RunState

# What a block bears when nobody said: a fifth of its time.
USUAL_SHARE = 0.2
# The room needs a moment to come to an end.
LAST_WORDS_S = 120.0
SHORTEST_S = 60.0

# Theory goes before what people do, and nothing goes before what they take home from it.
_PRIORITY = {
    BlockKind.BUFFER: 1,
    BlockKind.TALK: 2,
    BlockKind.WELCOME: 2,
    BlockKind.ACTIVITY: 3,
    BlockKind.SIMULATION: 3,
    BlockKind.JOURNAL: 4,
    BlockKind.DEBRIEF: 5,
    BlockKind.BREAK: 5,
    BlockKind.CLOSE: 5,
}
_USUAL = {
    BlockKind.BUFFER: WhenLate.CUT,
    BlockKind.TALK: WhenLate.CUT,
    BlockKind.WELCOME: WhenLate.SHRINK,
    BlockKind.ACTIVITY: WhenLate.SHRINK,
    BlockKind.SIMULATION: WhenLate.SHRINK,
}


@dataclass(frozen=True, slots=True)
class Bearing:
    """One block that may give way.

    priority: 1 goes first, 5 last. length_s: what it is to last now. give_min: whole minutes by
    which it can be shorter. costs_s: what leaving it out wins, 0 when it may not be left out.
    is_usual: its shortest length is what its kind usually bears, because nobody said.
    """

    place: int
    block: Block
    priority: int
    length_s: float
    give_min: int
    costs_s: float
    is_running: bool
    is_usual: bool


@dataclass(frozen=True, slots=True)
class Gate:
    """A place at which lateness is taken up, so that minutes won earlier end there.

    room_s: how much that is won before this place still arrives after it.
    """

    place: int
    room_s: float


def whole_minutes(seconds: float) -> int:
    """Return the minutes as `projection.lateness_words` rounds them, 0 for less than nothing."""
    return int(max(0.0, seconds) / 60 + 0.5)


def priority_of(block: Block) -> int:
    """Return from 1 (goes first) to 5 (last): its own, else what its kind suggests."""
    return block.priority or _PRIORITY[block.kind]


def is_untuned(run: RunState) -> bool:
    """Return whether no block of the plan says what may happen to it when time is short."""
    return all(
        one.block.when_late is WhenLate.KEEP
        or (one.block.when_late is WhenLate.SHRINK and one.block.minimum_s >= one.block.planned_s)
        for one in run.blocks
        if not one.is_added
    )


def bearings(run: RunState, walked: Sequence[Span], room_s: float) -> tuple[Bearing, ...]:
    """Return the blocks that may give way, in their order; see `Bearing`."""
    guessed = is_untuned(run)
    found = []
    for place, span in enumerate(walked[run.current :], start=run.current):
        way = _way(span.one.block, guessed=guessed)
        if span.state is BlockState.WAITING and way is not None:
            found.append(_waiting(place, span, room_s, way))
        elif span.state is BlockState.RUNNING and way is not None:
            found.append(_running(place, span, room_s))
    return tuple(one for one in found if one.give_min > 0 or one.costs_s > 0)


def _way(block: Block, *, guessed: bool) -> WhenLate | None:
    """Return how a block may give way, None when it may not be touched at all."""
    if block.is_protected or block.fixed_start_s is not None or block.kind is BlockKind.CLOSE:
        return None
    way = _USUAL.get(block.kind, WhenLate.KEEP) if guessed else block.when_late
    if block.kind is BlockKind.BUFFER and way is WhenLate.KEEP:
        return WhenLate.SHRINK
    return None if way is WhenLate.KEEP else way


def _waiting(place: int, span: Span, room_s: float, way: WhenLate) -> Bearing:
    one = span.one
    lasts = span.end - span.begin
    if one.block.kind is BlockKind.BUFFER:
        give, is_usual = int((lasts - one.block.minimum_s) / 60), False
    else:
        shortest, is_usual = _shortest(one)
        give = int(min(_length(one) - max(shortest, elapsed_s(one, room_s)), lasts) / 60)
        give = min(give, _groups_give(one, shortest))
    return Bearing(
        place,
        one.block,
        priority_of(one.block),
        _length(one),
        max(0, give),
        lasts if way is WhenLate.CUT and lasts >= SHORTEST_S else 0.0,
        is_running=False,
        is_usual=is_usual,
    )


def _running(place: int, span: Span, room_s: float) -> Bearing:
    """Return what the running block can give by ending earlier, its groups that are out as well."""
    one = span.one
    shortest, is_usual = _shortest(one)
    out = [t.countdown for t in one.tracks if not t.is_back]
    left = min(read(clock, room_s).remaining_s for clock in (one.countdown, *out))
    give = int(min(_length(one) - shortest, left - LAST_WORDS_S) / 60)
    return Bearing(
        place,
        one.block,
        priority_of(one.block),
        _length(one),
        max(0, give),
        0.0,
        is_running=True,
        is_usual=is_usual,
    )


def _length(one: BlockRun) -> float:
    return one.countdown.planned_s + one.countdown.added_s


def _shortest(one: BlockRun) -> tuple[float, bool]:
    """Return the shortest length in seconds, and whether it is only what the kind suggests."""
    block = one.block
    if block.kind is BlockKind.BUFFER:
        return float(block.minimum_s), False
    if 0 < block.minimum_s < block.planned_s:
        return max(SHORTEST_S, float(block.minimum_s)), False
    give = int(block.planned_s * USUAL_SHARE / 60) * 60
    return max(SHORTEST_S, float(block.planned_s - give)), True


def _groups_give(one: BlockRun, shortest: float) -> int:
    """Return by how many minutes its groups can be shorter: by the same share as the block."""
    if not one.tracks or _length(one) <= 0:
        return int(_length(one) / 60)
    least = min(t.countdown.planned_s + t.countdown.added_s for t in one.tracks)
    return int(least * (1 - shortest / _length(one)) / 60)


def gates(walked: Sequence[Span], current: int, room_s: float) -> tuple[Gate, ...]:
    """Return where lateness is taken up: at fixed and pushed starts, and by buffers."""
    found = []
    for place, span in enumerate(walked[current + 1 :], start=current + 1):
        if span.state is not BlockState.WAITING:
            continue
        block = span.one.block
        late = span.begin - span.due - span.one.shift_s
        if block.fixed_start_s is not None:
            found.append(Gate(place, span.begin - block.fixed_start_s))
        elif span.one.does_wait:
            found.append(Gate(place, late))
        if block.kind is BlockKind.BUFFER and late > 0:
            left = max(0.0, _length(span.one) - elapsed_s(span.one, room_s))
            found.append(Gate(place, max(0.0, late - max(0.0, left - block.minimum_s))))
    return tuple(found)
