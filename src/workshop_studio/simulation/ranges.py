"""The ends of a chart's axis: the values it shows and its levels, a margin, round numbers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MARGIN = 0.06
STEPS = 10
_NOTHING = 1e-9
"""Spans below this are differences of rounding, not of days."""


def fitted_range(values: Iterable[float | None], levels: Iterable[float]) -> tuple[float, float]:
    """Return low and high around all values and levels, low < high, in their unit.

    A margin of 6 % of the span lies on both sides; the ends are then moved outward to a round
    number, so that they stay where they are on most days. What is never negative starts at 0 or
    above. None counts for nothing; without any number the range is 0 to 1.
    """
    known = [value for value in (*values, *levels) if value is not None and math.isfinite(value)]
    if not known:
        return 0.0, 1.0
    lowest, highest = min(known), max(known)
    span = next(each for each in (highest - lowest, abs(highest), 1.0) if each > _NOTHING)
    step = _round_step(span / STEPS)
    low = math.floor((lowest - MARGIN * span) / step) * step
    high = math.ceil((highest + MARGIN * span) / step) * step
    if lowest >= 0.0:
        low = max(0.0, low)
    return round(low, 12), round(high, 12)


def _round_step(rough: float) -> float:
    """Return the smallest of 1, 2 or 5 times a power of ten that is at least `rough`."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * times for times in (1, 2, 5, 10) if power * times >= rough * 0.999999)
