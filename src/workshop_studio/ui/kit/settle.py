"""Says when typing has settled, so that what was typed is on disk within two seconds."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

QUIET_MS = 600
LATEST_MS = 1800


class Settle(QObject):
    """Emits `settled` 600 ms after the last touch, at the latest 1.8 s after the first."""

    settled = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self.flush)
        self._latest = QTimer(self)
        self._latest.setSingleShot(True)
        self._latest.setInterval(LATEST_MS)
        self._latest.timeout.connect(self.flush)

    @property
    def is_pending(self) -> bool:
        """Return whether something was touched and not yet announced."""
        return self._quiet.isActive() or self._latest.isActive()

    def touch(self) -> None:
        """Note that something was typed."""
        self._quiet.start()
        if not self._latest.isActive():
            self._latest.start()

    def flush(self) -> None:
        """Announce now what is pending; nothing when there is nothing."""
        was_pending = self.is_pending or self.sender() in {self._quiet, self._latest}
        self.forget()
        if was_pending:
            self.settled.emit()

    def forget(self) -> None:
        """Drop what is pending without announcing it."""
        self._quiet.stop()
        self._latest.stop()
