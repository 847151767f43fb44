"""Imports what later rooms need while nobody waits for it, so that they open at once."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workshop_studio.ports.lane import Lane

# Small ones first: the interpreter is shared, and a long import is felt in the window.
MODULES = (
    "numpy",
    "workshop_studio.services.scenarios",
    "workshop_studio.packs.scenario_reader",
    "pyqtgraph",
    "workshop_studio.ui.dashboards.room",
)


class ReadAhead:
    """One module a turn of the lane, so that what a person asks for is never far behind."""

    def __init__(self, lane: Lane, modules: Sequence[str] = MODULES) -> None:
        self._lane = lane
        self._left = list(modules)

    def go_on(self, _: object = None) -> None:
        """Import the next one; nothing when all are there."""
        if self._left:
            name = self._left.pop(0)
            self._lane.submit(lambda: import_module(name), self.go_on)
