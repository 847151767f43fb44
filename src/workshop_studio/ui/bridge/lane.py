"""The worker thread behind `ports.lane.Lane`: first in, first out, answers on the GUI thread."""

from __future__ import annotations

import queue
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from workshop_studio.domain.errors import WorkshopError

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[], Any]
    done: Callable[[Any], None] | None
    failed: Callable[[WorkshopError], None] | None


@dataclass(frozen=True, slots=True)
class _Answer:
    job: _Job
    value: Any
    error: BaseException | None


class ThreadLane(QObject):
    """One thread for everything that may touch the database."""

    _answered = Signal(object)
    problem = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._is_closed = False
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work, name="lane", daemon=True)
        self._thread.start()

    def submit(
        self,
        job: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[WorkshopError], None] | None = None,
    ) -> None:
        """Queue a job; see `ports.lane.Lane`. Jobs after `close` are refused silently."""
        if not self._is_closed:
            self._jobs.put(_Job(job, done, failed))

    def close(self, timeout_s: float = 5.0) -> bool:
        """Take no more jobs, finish the queued ones; return whether that took less than timeout."""
        if not self._is_closed:
            self._is_closed = True
            self._jobs.put(None)
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                answer = _Answer(job, job.work(), None)
            except Exception as error:  # noqa: BLE001 - delivered to the GUI thread, never dropped
                answer = _Answer(job, None, error)
            self._answered.emit(answer)

    @Slot(object)
    def _deliver(self, answer: _Answer) -> None:
        if answer.error is None:
            if answer.job.done is not None:
                answer.job.done(answer.value)
            return
        if isinstance(answer.error, WorkshopError):
            if answer.job.failed is not None:
                answer.job.failed(answer.error)
            else:
                self.problem.emit(answer.error)
            return
        raise answer.error
