"""The adviser: ways back to the planned end, each tried out before anybody sees it.

A way is a handful of changes of the plan. It never touches what is protected, fixed, done or
skipped, nor the close, and makes nothing shorter than its minimum. What it promises is read from a
projection of the plan as it would then be, so a promise cannot be wrong.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from workshop_studio.domain.agenda import BlockKind
from workshop_studio.domain.bearing import Bearing, Gate, bearings, gates, whole_minutes
from workshop_studio.domain.plan_change import ChangeKind, PlanChange
from workshop_studio.domain.projection import spans
from workshop_studio.domain.run_plan import changed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from workshop_studio.domain.projection import Span
    from workshop_studio.domain.run import RunState
    from workshop_studio.domain.staging import RunNow

LEAST_S = 120.0
MOST_WAYS = 3
# So early an end is no gift: the room loses more than it was late.
MOST_EARLY_MIN = 5
# Cutting short what people are in the middle of hurts more than what they do not know of.
_RUNNING_COSTS = 1.25
# From so many blocks on nobody tries which ones could stay after all.
_MOST_TRIED = 12


@dataclass(frozen=True, slots=True)
class Cut:
    """What a way does to one block. minutes: by how many it is shorter; all of them when gone."""

    bearing: Bearing
    minutes: float
    is_gone: bool

    @property
    def change(self) -> PlanChange:
        """Return it as a change of the plan."""
        if self.is_gone:
            return PlanChange(ChangeKind.SKIP, self.bearing.block.id)
        return PlanChange(ChangeKind.EXTEND, self.bearing.block.id, -60.0 * self.minutes)

    @property
    def damage(self) -> float:
        """Return how much the room loses: minutes, weighed by what they are worth."""
        if self.bearing.block.kind is BlockKind.BUFFER:
            return 0.0
        weight = _RUNNING_COSTS if self.bearing.is_running else 1.0
        return self.minutes * self.bearing.priority * weight


@dataclass(frozen=True, slots=True)
class Proposal:
    """One way. ends: when the session then ends. behind_s: how late that is, negative when early.

    won_min: whole minutes, as the words for lateness round them. is_full: back to the plan.
    """

    cuts: tuple[Cut, ...]
    ends: datetime
    behind_s: float
    won_min: int
    is_full: bool

    @property
    def changes(self) -> tuple[PlanChange, ...]:
        """Return what applying it does: one act, one undo."""
        return tuple(cut.change for cut in self.cuts)

    @property
    def damage(self) -> float:
        """Return how much the room loses by it."""
        return sum(cut.damage for cut in self.cuts)


@dataclass(frozen=True, slots=True)
class Advice:
    """How late the session will end, and up to three ways back, the gentlest first."""

    late_min: int
    ends: datetime
    proposals: tuple[Proposal, ...]


def advise(now: RunNow) -> Advice | None:
    """Return what can be done about the lateness, None when there is nothing to do about it.

    Less than two minutes are nothing, and so is lateness that a fixed start later on takes up.
    """
    run = now.run
    if not run.is_on or run.following() is None:
        return None
    walked = walk(now, run)
    ends, behind_s = end_of(now, walked)
    if behind_s < LEAST_S:
        return None
    need = whole_minutes(behind_s)
    able = bearings(run, walked, now.room_s)
    closed = gates(walked, run.current, now.room_s)
    tried: dict[tuple[PlanChange, ...], Proposal] = {}
    for cuts in _candidates(able, closed, need):
        changes = tuple(cut.change for cut in cuts)
        if changes and changes not in tried:
            tried[changes] = _tried_out(now, cuts, need)
    return Advice(need, ends, _best(tried.values(), need))


def walk(now: RunNow, run: RunState) -> tuple[Span, ...]:
    """Return the blocks of a run at a moment, in seconds; making dates of all takes far longer."""
    now_s = (now.utc - now.session.start_utc).total_seconds()
    return spans(now.session.agenda, run, now.room_s, now_s)


def end_of(now: RunNow, walked: Sequence[Span]) -> tuple[datetime, float]:
    """Return when a session that is on will end, and by how many seconds that is late."""
    finish = max(span.end for span in walked)
    ends = now.session.start_utc + timedelta(seconds=finish)
    return ends, finish - max(span.due_end for span in walked)


def _tried_out(now: RunNow, cuts: tuple[Cut, ...], need: int) -> Proposal:
    changes = tuple(cut.change for cut in cuts)
    ends, behind_s = end_of(now, walk(now, changed(now.run, changes, now.room_s)))
    left = whole_minutes(behind_s)
    won = need - left + whole_minutes(-behind_s)
    return Proposal(cuts, ends, behind_s, won, is_full=left == 0)


def _best(found: Iterable[Proposal], need: int) -> tuple[Proposal, ...]:
    ways = [way for way in found if way.won_min > 0]
    full = [way for way in ways if way.is_full]
    near = [way for way in full if way.won_min - need <= max(MOST_EARLY_MIN, need)]
    full = sorted(near or full, key=lambda way: (way.damage, len(way.cuts)))
    part = sorted(
        (way for way in ways if not way.is_full),
        key=lambda way: (-way.won_min, way.damage, len(way.cuts)),
    )
    if full:
        # Half the way counts only when it costs less than the whole way does.
        part = [w for w in part if 2 * w.won_min >= need and w.damage < full[0].damage]
    return (*full, *part)[:MOST_WAYS]


# --- the ways ------------------------------------------------------------------------------------


class _Rooms:
    """How many minutes can still be won before each gate; what is won there uses up the later."""

    def __init__(self, closed: Sequence[Gate], need: int) -> None:
        self._left = [(gate.place, whole_minutes(gate.room_s)) for gate in closed]
        self.need = need

    def at(self, place: int) -> int:
        """Return how many minutes won at this place still count at the end."""
        return min([self.need, *(room for gate, room in self._left if gate > place)])

    def use(self, place: int, minutes: int) -> None:
        """Note minutes that are won at this place."""
        self.need -= minutes
        self._left = [(g, max(0, r - minutes) if g > place else r) for g, r in self._left]


class _Ways(NamedTuple):
    able: tuple[Bearing, ...]
    closed: tuple[Gate, ...]
    need: int

    def rooms(self) -> _Rooms:
        return _Rooms(self.closed, self.need)


def _candidates(
    able: tuple[Bearing, ...], closed: tuple[Gate, ...], need: int
) -> Iterator[tuple[Cut, ...]]:
    ways = _Ways(able, closed, need)
    waiting = [one for one in able if not one.is_running]
    optional = sorted(
        (one for one in waiting if one.costs_s), key=lambda b: (b.priority, b.costs_s, b.place)
    )
    yield _fewest(ways.rooms(), waiting)
    yield _shared(ways.rooms(), waiting)
    yield _fewest(ways.rooms(), [one for one in able if one.is_running])
    yield _shared(ways.rooms(), able)
    yield _whole(ways, optional)
    yield _mixed(ways.rooms(), optional, waiting)
    yield _mixed(ways.rooms(), optional, able)
    yield _single(ways.rooms(), waiting)


def _cuts(taken: dict[int, int], able: Iterable[Bearing]) -> tuple[Cut, ...]:
    return tuple(
        Cut(one, float(taken[one.place]), is_gone=False) for one in able if taken.get(one.place)
    )


def _gone(ones: Iterable[Bearing]) -> tuple[Cut, ...]:
    return tuple(
        Cut(one, one.length_s / 60, is_gone=True) for one in sorted(ones, key=lambda b: b.place)
    )


def _fewest(rooms: _Rooms, able: Sequence[Bearing]) -> tuple[Cut, ...]:
    """Shorten as few blocks as it takes: one that can do it alone, else one after the other."""
    order = sorted(able, key=lambda one: (one.priority, -one.give_min, -one.length_s))
    alone = [one for one in order if min(one.give_min, rooms.at(one.place)) >= rooms.need]
    taken = {}
    for one in alone[:1] or order:
        taken[one.place] = min(one.give_min, rooms.at(one.place))
        rooms.use(one.place, taken[one.place])
    return _cuts(taken, able)


def _single(rooms: _Rooms, able: Sequence[Bearing]) -> tuple[Cut, ...]:
    """Shorten the one block that wins most, though it may not be enough."""
    best = max(able, key=lambda one: min(one.give_min, rooms.at(one.place)), default=None)
    if best is None:
        return ()
    return _cuts({best.place: min(best.give_min, rooms.at(best.place))}, able)


def _shared(rooms: _Rooms, able: Sequence[Bearing]) -> tuple[Cut, ...]:
    """Shorten all in proportion to their length, in whole minutes that add up.

    Minute by minute to the block whose share is most behind; halves are rounded as usual.
    """
    taken = dict.fromkeys((one.place for one in able), 0)
    queue = [(0.5 / one.length_s, one.place, one) for one in able if one.length_s and one.give_min]
    heapq.heapify(queue)
    while queue and rooms.need > 0:
        _, place, one = heapq.heappop(queue)
        if taken[place] < one.give_min and rooms.at(place) > 0:
            taken[place] += 1
            rooms.use(place, 1)
            heapq.heappush(queue, ((taken[place] + 0.5) / one.length_s, place, one))
    return _cuts(taken, able)


def _won(rooms: _Rooms, ones: Iterable[Bearing]) -> int:
    """Return how many minutes leaving blocks out wins, more than needed counting as enough."""
    won = 0
    for one in sorted(ones, key=lambda b: b.place):
        here = min(whole_minutes(one.costs_s), rooms.at(one.place))
        rooms.use(one.place, here)
        won += here
    return won


def _whole(ways: _Ways, optional: Sequence[Bearing]) -> tuple[Cut, ...]:
    """Leave out what is worth least, as few as it takes."""
    chosen: list[Bearing] = []
    for one in optional:
        chosen.append(one)
        if _won(ways.rooms(), chosen) >= ways.need:
            break
    if len(chosen) <= _MOST_TRIED:
        for one in sorted(chosen, key=lambda b: (-b.priority, b.costs_s)):
            rest = [other for other in chosen if other is not one]
            if _won(ways.rooms(), rest) >= min(ways.need, _won(ways.rooms(), chosen)):
                chosen = rest
    return _gone(chosen)


def _mixed(rooms: _Rooms, optional: Sequence[Bearing], able: Sequence[Bearing]) -> tuple[Cut, ...]:
    """Leave out what fits into the lateness, and share the rest among the others."""
    gone = []
    for one in optional:
        minutes = whole_minutes(one.costs_s)
        if 0 < minutes <= rooms.at(one.place):
            gone.append(one)
            rooms.use(one.place, minutes)
    places = {one.place for one in gone}
    rest = _shared(rooms, [one for one in able if one.place not in places])
    return tuple(sorted((*_gone(gone), *rest), key=lambda cut: cut.bearing.place))
