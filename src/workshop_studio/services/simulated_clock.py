"""A clock without a second of real time: whoever rehearses says what happens to it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from workshop_studio.domain.moment import Moment

if TYPE_CHECKING:
    from datetime import datetime

_US = 1_000_000


class SimulatedClock:
    """Wall clock, monotonic clock, the clock that surely counts sleep, and the zone.

    start_utc: what the wall clock shows first. All of them move only when told to. Counted in whole
    microseconds, so that hours of small steps add up to what they should.
    """

    def __init__(self, start_utc: datetime, zone: str) -> None:
        self._utc = start_utc
        self._zone = zone
        self._starts = 1
        self._monotonic_us = 0
        self._passed_us = 0
        self._room_us = 0

    @property
    def room_s(self) -> float:
        """Return how long it is, in the room, since the clock was made; no setting moves it."""
        return self._room_us / _US

    def now(self) -> Moment:
        """Return all clocks at one moment."""
        start = f"simulated-{self._starts}"
        return Moment(self._utc, self._monotonic_us / _US, start, self._passed_us / _US)

    def zone(self) -> str:
        """Return the zone that the simulated computer is set to."""
        return self._zone

    def advance(self, seconds: float) -> None:
        """Let time pass while the computer is awake."""
        self._pass(seconds)
        self._monotonic_us += _us(seconds)
        self._passed_us += _us(seconds)

    def step_wall(self, seconds: float) -> None:
        """Set the wall clock forward, or back when negative; no time passes."""
        self._utc += timedelta(microseconds=_us(seconds))

    def sleep(self, seconds: float, *, counted: bool) -> None:
        """Close the lid; counted: the monotonic clock runs on, which differs by system."""
        self._pass(seconds)
        self._passed_us += _us(seconds)
        if counted:
            self._monotonic_us += _us(seconds)

    def change_zone(self, zone: str) -> None:
        """Set the computer to another zone; no time passes."""
        self._zone = zone

    def restart(self, after_s: float) -> None:
        """Let the app die and be started again: another start, whose clocks begin anew."""
        self._pass(after_s)
        self._starts += 1
        self._monotonic_us = self._passed_us = 0

    def _pass(self, seconds: float) -> None:
        self._utc += timedelta(microseconds=_us(seconds))
        self._room_us += _us(seconds)


def _us(seconds: float) -> int:
    return round(seconds * _US)
