"""Garbage is collected on the GUI thread only.

Python may collect on whichever thread allocates. A cycle that holds a widget, collected on the
lane's thread, would destroy the widget there and take the process with it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_INTERVAL_MS = 2000


class GuiCollector(QObject):
    """Switches automatic collection off and collects by timer, oldest generation last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        self._is_started = False
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the generations that have grown past Python's own thresholds."""
        if not self._is_started:
            # What the start made stays: looking through all of it costs a tenth of a second.
            gc.freeze()
            self._is_started = True
            return
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Give collection back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
