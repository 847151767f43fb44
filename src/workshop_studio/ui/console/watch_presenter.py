"""Watches the computer while a session runs: its clocks, its disk, the plan behind it; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_studio.domain.clock_gap import NO_GAP
from workshop_studio.domain.events import RunUnwritten, SessionPlanned
from workshop_studio.domain.run import RunPhase

if TYPE_CHECKING:
    from workshop_studio.domain.console import ConsoleReading
    from workshop_studio.ports.lane import Lane
    from workshop_studio.ui.console.desk import Desk
    from workshop_studio.ui.console.standing_presenter import StandingPresenter


class WatchPresenter:
    """Tells what stands above the cards what happened to the computer."""

    def __init__(self, desk: Desk, lane: Lane, standing: StandingPresenter) -> None:
        self._desk, self._lane, self._standing = desk, lane, standing
        self._is_ready = self._is_on = False
        self._unwritten = 0

    def show_reading(self, reading: ConsoleReading | None) -> None:
        """Remember where the run stands."""
        self._is_ready = reading is not None and reading.phase is RunPhase.READY
        self._is_on = reading is not None and reading.phase in {RunPhase.RUNNING, RunPhase.PAUSED}

    def pulse(self) -> None:
        """Look at all clocks; a sleep is written, a clock that was set is told."""
        live = self._desk.live
        # The time of a rehearsal is not the computer's: a minute of it can go by between two looks.
        gap = NO_GAP if live.is_rehearsal else live.look()
        if gap != NO_GAP and self._is_on:
            at = live.now()
            self._lane.submit(lambda: live.note_gap(gap, at), None, self._desk.failed)
        if gap.stepped_s and self._is_on:
            self._standing.heard_step(gap.stepped_s)
        if live.unwritten != self._unwritten:
            self._unwritten = live.unwritten
            self._standing.look()

    def heard(self, event: object) -> None:
        """Hear what happened elsewhere."""
        if isinstance(event, RunUnwritten):
            self._standing.heard_refusal(event.code)
        elif isinstance(event, SessionPlanned):
            session = self._desk.live.session
            if session is not None and session.id == event.session_id:
                self._heard_plan()

    def _heard_plan(self) -> None:
        live = self._desk.live
        if live.is_rehearsal:
            return
        if self._is_ready:
            self._lane.submit(live.plan.refresh, None, self._desk.failed)
        elif self._is_on:
            self._lane.submit(live.plan.news, self._standing.heard_news, self._desk.failed)
