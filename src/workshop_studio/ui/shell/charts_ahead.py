"""Gets the chart library ready in small turns of the event loop, so that Scenario opens at once.

The library copies every name of Qt's modules when it is imported, and each of them is made when it
is first named: a tenth of a second. Naming them before, a few at a time, leaves it little to do.
All of it happens on the interface thread: see the decision about the first paint.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Iterator

TURN_MS = 25
NAMES_A_TURN = 40
QT_MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtTest")
LIBRARIES = ("pyqtgraph", "workshop_studio.ui.dashboards.room")


class ChartsAhead(QObject):
    """Begins with `start` and is done after about a second of small turns."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._turns = _turns()
        self._timer = QTimer(self)
        self._timer.setInterval(TURN_MS)
        self._timer.timeout.connect(self._turn)

    def start(self) -> None:
        """Begin; when the library is loaded already there is nothing to do."""
        if LIBRARIES[-1] not in sys.modules:
            self._timer.start()

    def stop(self) -> None:
        """Leave the rest to whoever needs it."""
        self._timer.stop()

    def _turn(self) -> None:
        if next(self._turns, None) is None:
            self._timer.stop()


def _turns() -> Iterator[str]:
    for name in QT_MODULES:
        module = import_module(f"PySide6.{name}")
        yield name
        names = dir(module)
        for start in range(0, len(names), NAMES_A_TURN):
            for one in names[start : start + NAMES_A_TURN]:
                getattr(module, one, None)
            yield name
    for name in LIBRARIES:
        import_module(name)
        yield name
