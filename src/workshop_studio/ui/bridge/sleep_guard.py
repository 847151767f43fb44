"""Keeps the computer awake while a session is on, and only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workshop_studio.ui.bridge.lane import ThreadLane

if TYPE_CHECKING:
    from workshop_studio.domain.errors import WorkshopError
    from workshop_studio.ports.awake import Awake

# The desktop answers at once or never; closing waits no longer than this for its last word.
LAST_WORD_S = 3.0


class SleepGuard(QObject):
    """Follows the session on a thread of its own, so that a slow desktop holds nothing up.

    refused: the computer could not be asked, with the error to put in words.
    """

    refused = Signal(object)

    def __init__(self, awake: Awake | None, parent: QObject) -> None:
        super().__init__(parent)
        self._awake = awake
        self._lane: ThreadLane | None = None
        self._is_on = False

    def follow(self, *, is_session_on: bool) -> None:
        """Hold while a session is on, release when it is not; no change costs nothing."""
        if self._awake is None or is_session_on is self._is_on:
            return
        self._is_on = is_session_on
        if self._lane is None:
            self._lane = ThreadLane(self)
        work = self._awake.hold if is_session_on else self._awake.release
        self._lane.submit(work, failed=self._refused)

    def close(self) -> None:
        """Release, and wait until that is done."""
        self.follow(is_session_on=False)
        if self._lane is not None:
            self._lane.close(LAST_WORD_S)

    def _refused(self, error: WorkshopError) -> None:
        self.refused.emit(error)
