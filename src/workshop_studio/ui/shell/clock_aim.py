"""Tells the pulse when the clocks of the live run show something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from workshop_studio.domain.next_change import run_stays_s

if TYPE_CHECKING:
    from workshop_studio.domain.staging import RunNow


class Runs(Protocol):
    """A run that can be looked at, such as a `LiveSession`."""

    def run_now(self) -> RunNow | None: ...  # noqa: D102


class Drives(Protocol):
    """What knows which run is driven: the real one, or the one of a rehearsal."""

    @property
    def live(self) -> Runs: ...  # noqa: D102


class ClockAim:
    """Answers "for how long does this stay true?" for the run that is driven now."""

    def __init__(self, desk: Drives) -> None:
        self._desk = desk

    def stays_s(self) -> float | None:
        """Return the seconds until a shown clock changes, None when none runs."""
        now = self._desk.live.run_now()
        return None if now is None else run_stays_s(now.run, now.room_s)
