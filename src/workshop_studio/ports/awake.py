"""Keeping the computer awake while a room looks at it."""

from __future__ import annotations

from typing import Protocol


class Awake(Protocol):
    """Keeps display and machine awake. Both verbs may take seconds; call them on one thread."""

    def hold(self) -> None:
        """Keep them awake until `release`, or until the app is gone, however it went.

        Raises RuleBroken("cannot-stay-awake") where the system has no way to ask for it.
        """
        ...

    def release(self) -> None:
        """Let them sleep again; nothing happens when they are not held."""
        ...
