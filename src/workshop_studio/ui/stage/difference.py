"""How much two snapshots differ for the eye: not at all, by what a clock says, or in content."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop_studio.domain.live import StageClock, StageSnapshot

# A bar waits for its digits, so that all moves in one repaint; where digits are rare or none it
# moves by this share of its whole length, about 6 pixels of a slide.
STEP = 1 / 300


class Difference(Enum):
    """What must be drawn again."""

    NONE = "none"
    TICK = "tick"
    CONTENT = "content"


def difference(shown: StageSnapshot, wanted: StageSnapshot) -> Difference:
    """Return how a snapshot differs from the one that is drawn.

    Shares of bars and rings change with every pulse, mostly by less than can be seen; drawing a
    whole slide for that ten times a second would be most of what a running session costs.
    """
    if shown is wanted:
        return Difference.NONE
    if _content(shown) != _content(wanted):
        return Difference.CONTENT
    if _texts(shown) != _texts(wanted):
        return Difference.TICK
    moves = zip(_shares(shown), _shares(wanted), strict=True)
    return Difference.TICK if any(abs(a - b) >= STEP for a, b in moves) else Difference.NONE


def _content(snapshot: StageSnapshot) -> StageSnapshot:
    """Return the snapshot without what time alone changes from second to second."""
    breakouts = snapshot.breakouts
    if breakouts is not None:
        tracks = tuple(replace(track, clock=_still(track.clock)) for track in breakouts.tracks)
        breakouts = replace(breakouts, tracks=tracks)
    return replace(
        snapshot,
        clock=_still(snapshot.clock),
        segments=tuple(replace(one, done=0.0) for one in snapshot.segments),
        breakouts=breakouts,
        time_of_day="",
    )


def _still(clock: StageClock | None) -> StageClock | None:
    return None if clock is None else replace(clock, text="", left=0.0)


def _clocks(snapshot: StageSnapshot) -> tuple[StageClock | None, ...]:
    breakouts = snapshot.breakouts
    tracks = () if breakouts is None else tuple(track.clock for track in breakouts.tracks)
    return (snapshot.clock, *tracks)


def _texts(snapshot: StageSnapshot) -> tuple[str, ...]:
    texts = tuple("" if clock is None else clock.text for clock in _clocks(snapshot))
    return (snapshot.time_of_day, *texts)


def _shares(snapshot: StageSnapshot) -> tuple[float, ...]:
    parts = tuple(one.share * one.done for one in snapshot.segments)
    return (*parts, *(0.0 if clock is None else clock.left for clock in _clocks(snapshot)))
