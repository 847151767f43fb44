"""Where words of a chart can stand without touching a line or each other; no Qt here."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Point = tuple[float, float]
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that words would fill, in pixels, y downwards."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return the right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Return the lower edge."""
        return self.top + self.height

    def holds(self, point: Point, margin: float = 0.0) -> bool:
        """Return whether a point lies inside, or nearer than the margin."""
        x, y = point
        inside = self.left - margin <= x <= self.right + margin
        return inside and self.top - margin <= y <= self.bottom + margin

    def touches(self, other: Box) -> bool:
        """Return whether two boxes share any of their inside, a rounding of pixels apart."""
        across = min(self.right, other.right) - max(self.left, other.left)
        along = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > _ROUNDING and along > _ROUNDING


def dense(points: Sequence[Point], step_px: float) -> list[Point]:
    """Return the points of a line through `points`, at most step_px apart across."""
    if len(points) < 2:
        return list(points)
    found: list[Point] = []
    for (x, y), (next_x, next_y) in itertools.pairwise(points):
        parts = max(1, int(max(abs(next_x - x), abs(next_y - y)) / step_px) + 1)
        found += [
            (x + (next_x - x) * part / parts, y + (next_y - y) * part / parts)
            for part in range(parts)
        ]
    return [*found, points[-1]]


def calmest(
    offered: Sequence[Box], points: Sequence[Point], taken: Sequence[Box] = (), margin: float = 0.0
) -> Box:
    """Return the first box that no point and no taken box touches, else the one touched least.

    Raises ValueError when no box is offered.
    """
    best, least = None, 0
    for box in offered:
        unrest = sum(box.holds(point, margin) for point in points)
        unrest += 1000 * sum(box.touches(other) for other in taken)
        if unrest == 0:
            return box
        if best is None or unrest < least:
            best, least = box, unrest
    if best is None:
        raise ValueError("no place is offered")
    return best


def spread_apart(
    wanted: Sequence[float], heights: Sequence[float], low: float, high: float
) -> list[float]:
    """Return the middles of stacked boxes moved as little as needed so that none touch.

    wanted, heights: the middle each box would like and how high it is. The boxes stay within
    [low, high] and in the order of their wanted middles; without room for all they start at low.
    """
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    placed = [0.0] * len(wanted)
    floor = low
    for index in order:
        placed[index] = max(floor + heights[index] / 2, wanted[index])
        floor = placed[index] + heights[index] / 2
    ceiling = max(high, low + sum(heights))
    for index in reversed(order):
        placed[index] = min(placed[index], ceiling - heights[index] / 2)
        ceiling = placed[index] - heights[index] / 2
    return placed
