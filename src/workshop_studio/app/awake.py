"""Keeps display and machine awake with wakepy: on each system the way that dies with the app."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from workshop_studio.domain.errors import RuleBroken

if TYPE_CHECKING:
    from wakepy import Mode


class WakepyAwake:
    """The answer to `ports.awake.Awake`; wakepy wants all its calls on one thread."""

    def __init__(self) -> None:
        self._held = ExitStack()
        self._mode: Mode | None = None

    @property
    def is_held(self) -> bool:
        """Return whether they are kept awake now."""
        return self._mode is not None

    def hold(self) -> None:
        """Keep display and machine awake; raises RuleBroken("cannot-stay-awake")."""
        if self._mode is not None:
            return
        from wakepy import keep  # noqa: PLC0415 - not before a session starts

        mode = keep.presenting(on_fail="pass")
        self._held.enter_context(mode)
        if not mode.active:
            self._held.close()
            raise RuleBroken("cannot-stay-awake")
        self._mode = mode

    def release(self) -> None:
        """Let them sleep again."""
        self._mode = None
        try:
            self._held.close()
        except RuntimeError as error:
            # wakepy says so when the desktop has gone meanwhile, and what was asked with it.
            raise RuleBroken("awake-not-released") from error
