"""Imports what later rooms need while nobody waits for it, so that they open sooner."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workshop_studio.ports.lane import Lane

# Nothing that imports Qt: its types are made when they are first named. One start of about seventy
# died while two threads did so at once; that it was the cause is likely and not proven.
MODULES = (
    "numpy",
    "workshop_studio.services.scenarios",
    "workshop_studio.packs.scenario_reader",
)


class ReadAhead:
    """One module a turn of the lane, so that what a person asks for is never far behind."""

    def __init__(
        self,
        lane: Lane,
        modules: Sequence[str] = MODULES,
        done: Callable[[], None] | None = None,
    ) -> None:
        self._lane = lane
        self._done = done
        self._left = list(modules)

    def go_on(self, _: object = None) -> None:
        """Import the next one; nothing when all are there."""
        if self._left:
            name = self._left.pop(0)
            self._lane.submit(lambda: import_module(name), self.go_on)
        elif self._done is not None:
            self._done()
