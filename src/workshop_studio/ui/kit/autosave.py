"""When to save what is being typed: after a short quiet, but never later than two seconds."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

QUIET_MS = 600
LATEST_MS = 1800


class Autosave(QObject):
    """Emits `due` 600 ms after the last touch and at the latest 1.8 s after the first."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._quiet = _single_shot(self, QUIET_MS)
        self._quiet.timeout.connect(self.flush)
        self._latest = _single_shot(self, LATEST_MS)
        self._latest.timeout.connect(self.flush)
        self._is_due = False

    @property
    def is_due(self) -> bool:
        """Return whether something was touched and not yet announced."""
        return self._is_due

    def touch(self) -> None:
        """Note that something was typed."""
        self._is_due = True
        self._quiet.start()
        if not self._latest.isActive():
            self._latest.start()

    def flush(self) -> None:
        """Announce now what was touched; nothing when nothing was."""
        if self._is_due:
            self.forget()
            self.due.emit()

    def forget(self) -> None:
        """Be quiet about what was touched."""
        self._is_due = False
        self._quiet.stop()
        self._latest.stop()


def _single_shot(parent: QObject, interval_ms: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval_ms)
    return timer
