"""Plays a story on the event loop: a generator that says what it waits for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

TICK_MS = 10
LONGEST_WAIT_S = 20.0


@dataclass(frozen=True, slots=True)
class Until:
    """Wait until the condition holds; `what` is said when it never does."""

    what: str
    holds: Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Breath:
    """Let people look for that many seconds; nothing when nobody can."""

    seconds: float


class StoryStuck(Exception):
    """Something that the story waited for did not happen in time."""


class Player(QObject):
    """Plays one story; `finished` once, `error` then says what did not happen in time."""

    finished = Signal()

    def __init__(
        self, story: Generator[Until | Breath, None, None], *, breath_factor: float
    ) -> None:
        super().__init__()
        self._story = story
        self._factor = breath_factor
        self._waits_for: Until | None = None
        self._breath_ms = 0.0
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self.error: StoryStuck | None = None

    def start(self) -> None:
        """Begin."""
        self._since.start()
        self._timer.start()

    def _tick(self) -> None:
        if not self._is_due():
            if self._waits_for is not None and self._since.elapsed() > LONGEST_WAIT_S * 1000:
                self._end(StoryStuck(f"{self._waits_for.what} ({LONGEST_WAIT_S:g} s)"))
            return
        try:
            wanted = next(self._story)
        except StopIteration:
            self._end(None)
            return
        self._since.restart()
        self._waits_for = wanted if isinstance(wanted, Until) else None
        self._breath_ms = wanted.seconds * 1000 * self._factor if isinstance(wanted, Breath) else 0

    def _is_due(self) -> bool:
        if self._waits_for is not None:
            return self._waits_for.holds()
        return self._since.elapsed() >= self._breath_ms

    def _end(self, error: StoryStuck | None) -> None:
        self._timer.stop()
        self.error = error
        self.finished.emit()
