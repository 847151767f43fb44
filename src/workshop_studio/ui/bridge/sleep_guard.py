"""Keeps the computer awake while a session is on, and only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workshop_studio.domain.errors import WorkshopError
from workshop_studio.ui.bridge.lane import ThreadLane

if TYPE_CHECKING:
    from workshop_studio.ports.awake import Awake

# The desktop answers at once or never; closing waits no longer than this for its last word.
LAST_WORD_S = 3.0


class SleepGuard(QObject):
    """Follows the session on a thread of its own, so that a slow desktop holds nothing up.

    refused: the computer could not be asked, with the error to put in words.
    tried: the answer to `try_out`.
    """

    refused = Signal(object)
    tried = Signal(bool)

    def __init__(self, awake: Awake | None, parent: QObject) -> None:
        super().__init__(parent)
        self._awake = awake
        self._lane: ThreadLane | None = None
        self._is_on = self._is_refused = False

    def follow(self, *, is_session_on: bool) -> None:
        """Hold while a session is on, release when it is not; no change costs nothing."""
        if self._awake is None or is_session_on is self._is_on:
            return
        self._is_on, self._is_refused = is_session_on, False
        work = self._awake.hold if is_session_on else self._awake.release
        self._open_lane().submit(work, failed=self._refused)

    def try_out(self) -> None:
        """Hold for a moment before the start, to know whether it will work.

        While a session is on nothing is asked: what became of its own wish is the answer.
        """
        if self._awake is None or self._is_on:
            self.tried.emit(self._awake is not None and not self._is_refused)
            return
        awake = self._awake

        def hold_for_a_moment() -> bool:
            try:
                awake.hold()
                awake.release()
            except WorkshopError:
                return False
            return True

        self._open_lane().submit(hold_for_a_moment, self._tried)

    def _tried(self, is_kept: bool) -> None:  # noqa: FBT001 - an answer
        self.tried.emit(is_kept)

    def _open_lane(self) -> ThreadLane:
        if self._lane is None:
            self._lane = ThreadLane(self)
        return self._lane

    def close(self) -> None:
        """Release, and wait until that is done."""
        self.follow(is_session_on=False)
        if self._lane is not None:
            self._lane.close(LAST_WORD_S)

    def _refused(self, error: WorkshopError) -> None:
        self._is_refused = True
        self.refused.emit(error)
