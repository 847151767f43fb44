"""Says when a window was painted for the first time, so that heavy work can wait for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QWidget

# A window that starts minimised is never painted; the app opens its workspace all the same.
LATEST_MS = 500


class FirstPaint(QObject):
    """Emits `painted` once: after the first paint of the window, or half a second later."""

    painted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._latest = QTimer(self)
        self._latest.setSingleShot(True)
        self._latest.timeout.connect(self._say)
        self._latest.start(LATEST_MS)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look for the paint and let it pass."""
        if event.type() == event.Type.Paint:
            self._window.removeEventFilter(self)
            # The filter sees the event before the window does: the next turn is after the paint.
            self._latest.start(0)
        return False

    def _say(self) -> None:
        self._window.removeEventFilter(self)
        self.painted.emit()
