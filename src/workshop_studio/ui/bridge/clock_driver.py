"""The pulse that says "look again"; it counts nothing, so a late or lost pulse is harmless."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from workshop_studio.domain.next_change import pulse_after_s

if TYPE_CHECKING:
    from collections.abc import Callable

PULSE_MS = 100
LEAST_MS = 4
"""Clocks of several groups may change within one frame; they then share a look."""
BEAT_MS = 2000


class ClockDriver(QObject):
    """Emits `pulsed` about ten times a second and `beaten` every two seconds while it runs."""

    pulsed = Signal()
    beaten = Signal()

    def __init__(self, parent: QObject | None = None, pulse_ms: int = PULSE_MS) -> None:
        super().__init__(parent)
        self._pulse_ms = pulse_ms
        self._stays_s: Callable[[], float | None] | None = None
        self._is_on = False
        self._pulse = QTimer(self)
        self._pulse.setTimerType(Qt.TimerType.PreciseTimer)
        self._pulse.setSingleShot(True)
        self._pulse.timeout.connect(self._look)
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self.beaten)

    def follow(self, stays_s: Callable[[], float | None]) -> None:
        """Spread the pulses so that one falls on the next change of what the clocks show.

        stays_s: returns in how many seconds that is, None when nothing runs. A second is then shown
        when it begins, wherever between two seconds the run was started.
        """
        self._stays_s = stays_s

    def start(self) -> None:
        """Begin to pulse."""
        self._is_on = True
        self._beat.start()
        self.aim()

    def stop(self) -> None:
        """Be quiet."""
        self._is_on = False
        self._pulse.stop()
        self._beat.stop()

    def aim(self) -> None:
        """Take aim at the next change again; for when an act has moved it."""
        if not self._is_on:
            return
        # Armed before it asks: should the answer fail, the clock goes on.
        self._pulse.start(self._pulse_ms)
        stays_s = self._stays_s() if self._stays_s is not None else None
        # Rounded up: a moment early would show nothing new and need another pulse.
        wait_ms = math.ceil(pulse_after_s(stays_s, self._pulse_ms / 1000) * 1000)
        if wait_ms != self._pulse_ms:
            self._pulse.start(max(LEAST_MS, wait_ms))

    def _look(self) -> None:
        # Aimed first, then looked: looking takes a while, and what it costs must not add up.
        self.aim()
        self.pulsed.emit()
