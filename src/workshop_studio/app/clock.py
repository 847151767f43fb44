"""The computer's clocks, and a faster one for the demo. The only file that reads real time."""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from workshop_studio.domain.moment import Moment

# A computer that was set to another zone is noticed this late.
ZONE_FRESH_S = 2.0


class SystemClock:
    """Wall clock and monotonic clock of this computer; one clock_id for each start."""

    def __init__(self) -> None:
        self._id = os.urandom(16).hex()
        self._zone, self._zone_read_s = "", 0.0

    def now(self) -> Moment:
        """Return the clocks, read one right after the other."""
        return Moment(datetime.now(UTC), time.monotonic(), self._id, _awake_or_asleep_s())

    def zone(self) -> str:
        """Return the computer's IANA zone; "UTC" when the system does not name one."""
        # The console asks ten times a second, and the answer is on the disk.
        now_s = time.monotonic()
        if not self._zone or now_s - self._zone_read_s >= ZONE_FRESH_S:
            self._zone, self._zone_read_s = _system_zone(), now_s
        return self._zone


class FastClock:
    """A clock that runs `speed` times as fast as the computer's, from `start` on."""

    def __init__(self, start: datetime, zone: str, speed: float) -> None:
        self._id = os.urandom(16).hex()
        self._start = start
        self._zone = zone
        self._speed = speed
        self._began_s = time.monotonic()
        self._skipped_s = 0.0

    def now(self) -> Moment:
        """Return both fast clocks."""
        passed = (time.monotonic() - self._began_s) * self._speed + self._skipped_s
        return Moment(self._start + timedelta(seconds=passed), passed, self._id, passed)

    def zone(self) -> str:
        """Return the zone given at the start."""
        return self._zone

    def skip(self, seconds: float) -> None:
        """Jump ahead: both clocks move by `seconds` of room time at once."""
        self._skipped_s += seconds


def _awake_or_asleep_s() -> float:
    """Return a clock that counts sleep too.

    Linux has one of its own. On macOS `time.monotonic` stands still during sleep and
    CLOCK_MONOTONIC does not; on Windows `time.monotonic` itself goes on (PEP 418).
    """
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


def _system_zone() -> str:
    named = os.environ.get("TZ", "").lstrip(":")
    candidates = [named]
    try:
        link = str(Path("/etc/localtime").resolve())
        candidates.append(link.partition("zoneinfo/")[2])
    except OSError:
        candidates.append("")
    for name in candidates:
        if name and _is_zone(name):
            return name
    return "UTC"


def _is_zone(name: str) -> bool:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - after the first paint

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
