"""The pulse that says "look again"; it counts nothing, so a late or lost pulse is harmless."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal

PULSE_MS = 100
BEAT_MS = 2000


class ClockDriver(QObject):
    """Emits `pulsed` ten times a second and `beaten` every two seconds while it runs."""

    pulsed = Signal()
    beaten = Signal()

    def __init__(self, parent: QObject | None = None, pulse_ms: int = PULSE_MS) -> None:
        super().__init__(parent)
        self._pulse = QTimer(self)
        self._pulse.setTimerType(Qt.TimerType.PreciseTimer)
        self._pulse.setInterval(pulse_ms)
        self._pulse.timeout.connect(self.pulsed)
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self.beaten)

    def start(self) -> None:
        """Begin to pulse."""
        self._pulse.start()
        self._beat.start()

    def stop(self) -> None:
        """Be quiet."""
        self._pulse.stop()
        self._beat.stop()
