"""The clock of a rehearsal in the windows: another clock's time, at any pace, or held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from workshop_studio.domain.moment import Moment

if TYPE_CHECKING:
    from datetime import datetime

    from workshop_studio.ports.clock import Clock


@dataclass(frozen=True, slots=True)
class _Since:
    """What both clocks showed when the pace was last changed, and the pace since then."""

    base_s: float
    passed_s: float
    pace: float


class PacedClock:
    """Runs `pace` times as fast as another clock, from `start_utc` on; the other one is only read.

    It is swapped whole, so that a reading on another thread never sees half of a change.
    """

    def __init__(self, base: Clock, start_utc: datetime, zone: str, clock_id: str) -> None:
        self._base = base
        self._start_utc, self._zone, self._id = start_utc, zone, clock_id
        self._since = _Since(base.now().monotonic_s, 0.0, 1.0)

    def now(self) -> Moment:
        """Return all clocks; nobody's sleep and nobody's setting of the other one shows in them."""
        passed = self._passed_s(self._since)
        return Moment(self._start_utc + timedelta(seconds=passed), passed, self._id, passed)

    def zone(self) -> str:
        """Return the zone of the rehearsed session."""
        return self._zone

    def run_at(self, pace: float) -> None:
        """Run at another pace from now on; 0 holds the clock."""
        now = self._base.now().monotonic_s
        self._since = _Since(now, self._passed_s(self._since, now), pace)

    def _passed_s(self, since: _Since, now_s: float | None = None) -> float:
        now = self._base.now().monotonic_s if now_s is None else now_s
        return since.passed_s + max(0.0, now - since.base_s) * since.pace
