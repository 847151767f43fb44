"""Signals and prompts that come due by themselves are written once; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop_studio.domain.console import ConsoleReading
    from workshop_studio.domain.errors import WorkshopError
    from workshop_studio.ports.lane import Lane
    from workshop_studio.ui.console.desk import Desk, DeskView


class CuePresenter:
    """Asks for what is due, one request at a time."""

    def __init__(self, desk: Desk, lane: Lane, view: DeskView) -> None:
        self._desk, self._lane, self._view = desk, lane, view
        self._is_asked = False
        self._reading: ConsoleReading | None = None

    def show_reading(self, reading: ConsoleReading | None) -> None:
        """Remember what runs."""
        self._reading = reading

    def pulse(self) -> None:
        """Give what is due."""
        live = self._desk.live
        if not self._is_asked and live.cues.is_due:
            self._is_asked = True
            before = len(live.log)
            self._lane.submit(live.cues.give_due, lambda _: self._given(before), self._failed)

    def _given(self, before: int) -> None:
        self._is_asked = False
        # Only the end of the block's time is worth words: the clock says the rest by itself.
        is_up = any(entry.text == "time-up" for entry in self._desk.live.log[before:])
        if is_up and self._reading is not None:
            self._view.say_done(f"Time is up: {self._reading.block.title}", can_undo=False)

    def _failed(self, error: WorkshopError) -> None:
        self._is_asked = False
        self._desk.failed(error)
