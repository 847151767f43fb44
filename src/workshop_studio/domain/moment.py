"""A moment as two clocks saw it: the wall clock for labels, the monotonic clock for durations."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Moment:
    """One reading of the clock.

    utc: aware, in UTC. monotonic_s: seconds since an arbitrary start, never steps back.
    clock_id: readings of `monotonic_s` compare only within one clock_id (one start of the app).
    awake_or_asleep_s: like monotonic_s, but surely counting while the computer sleeps; None where
    the system offers no such clock. Not kept in logs.
    """

    utc: datetime
    monotonic_s: float
    clock_id: str
    awake_or_asleep_s: float | None = field(default=None, compare=False)
