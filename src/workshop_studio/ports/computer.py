"""The computer, without saying how its system is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from workshop_studio.domain.room_facts import Disk, Power


class Computer(Protocol):
    """What the computer says of itself. Asking may take a while: not on the interface thread.

    Nothing raises: what cannot be found out is unknown.
    """

    def power(self) -> Power:
        """Return what it runs on, and what its battery holds."""
        ...

    def disk(self) -> Disk:
        """Return whether the folder of the workspace can be written to, and the space left."""
        ...
