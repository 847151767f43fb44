"""Tells the pulse when the clocks of the live run show something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_studio.domain.next_change import clocks_stay_s
from workshop_studio.domain.remembered import remembered
from workshop_studio.domain.run import room_now, state

if TYPE_CHECKING:
    from workshop_studio.services.live_session import LiveSession


class ClockAim:
    """Answers "for how long does this stay true?" for the run that is held."""

    def __init__(self, live: LiveSession) -> None:
        self._live = live
        self._state = remembered(state)

    def stays_s(self) -> float | None:
        """Return the seconds until a shown clock changes, None when none runs."""
        session, log = self._live.session, self._live.log
        if session is None:
            return None
        run = self._state(session.agenda, log)
        return clocks_stay_s(run.countdowns, room_now(log, self._live.now()))
