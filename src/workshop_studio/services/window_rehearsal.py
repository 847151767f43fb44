"""A rehearsal in the windows: a live session with another clock and a log that is dropped."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from workshop_studio.domain.events import CueFired
from workshop_studio.services.event_bus import EventBus
from workshop_studio.services.live_session import LiveSession
from workshop_studio.services.memory_work import MemoryUnitOfWork
from workshop_studio.services.paced_clock import PacedClock

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_studio.domain.cohort import Team
    from workshop_studio.domain.session import PlannedSession
    from workshop_studio.ports.clock import Clock

# Long enough to press Start in time, short enough not to wait for.
EARLY = timedelta(minutes=1)


class WindowRehearsal:
    """clock: real time at the chosen pace, from a minute before the planned start on.

    live: the session under an id of its own, so that nobody takes it for the real one. cue_heard:
    told of signals, such as to sound them.
    """

    def __init__(
        self,
        session: PlannedSession,
        teams: tuple[Team, ...],
        clock: Clock,
        cue_heard: Callable[[CueFired], None],
    ) -> None:
        own = replace(session, id=f"rehearsal-{session.id}")
        self.clock = PacedClock(clock, session.start_utc - EARLY, session.zone, "rehearsal")
        bus = EventBus()
        bus.subscribe(CueFired, cue_heard)
        numbers = itertools.count(1)
        self.live = LiveSession(
            MemoryUnitOfWork(own, teams),
            self.clock,
            bus,
            lambda: f"rehearsed-{next(numbers)}",
            is_rehearsal=True,
            does_watch_clocks=False,
        )
        self.live.open(own.id)
        self._pace, self._is_held = 1.0, False

    @property
    def is_held(self) -> bool:
        """Return whether time stands."""
        return self._is_held

    @property
    def pace(self) -> float:
        """Return how fast time runs when it does not stand."""
        return self._pace

    def run_at(self, pace: float) -> None:
        """Let time run at a pace; it goes on if it stood."""
        self._pace, self._is_held = pace, False
        self.clock.run_at(pace)

    def hold(self, *, is_held: bool) -> None:
        """Let time stand, or run on at the chosen pace."""
        self._is_held = is_held
        self.clock.run_at(0.0 if is_held else self._pace)
