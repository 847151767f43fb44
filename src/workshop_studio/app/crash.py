"""Our own bugs: written to a log, told to the person, never swallowed; the windows stay."""

from __future__ import annotations

import sys
import threading
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from workshop_studio.ports.clock import Clock

LARGEST_LOG_BYTES = 1_000_000
# An error raised here may repeat what somebody wrote for nobody else: its words stay out.
_PRIVATE_PLACES = ("journal", "vault")


class CrashHook:
    """Takes over what Python does with an exception that nobody caught."""

    def __init__(self, log: Path, clock: Clock, tell: Callable[[str], None]) -> None:
        self._log = log
        self._clock = clock
        self._tell = tell

    def install(self) -> None:
        """Take exceptions of every thread."""
        sys.excepthook = self.caught
        threading.excepthook = self._caught_in_thread

    def caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log and tell one exception; Ctrl+C ends the app as people expect."""
        if issubclass(kind, KeyboardInterrupt):
            self._tell("")
            return
        report = crash_report(kind, error, trace)
        sys.stderr.write(report)
        self._write(report)
        self._tell(
            "Something went wrong inside the app. What was saved is kept and the clock goes on. "
            f"If it happens again, send this file to whoever looks after the app:\n\n{self._log}"
        )

    def _caught_in_thread(self, thrown: threading.ExceptHookArgs) -> None:
        # Another thread may not open a window; its error is logged and the app goes on.
        if thrown.exc_value is not None:
            report = crash_report(thrown.exc_type, thrown.exc_value, thrown.exc_traceback)
            sys.stderr.write(report)
            self._write(report)

    def _write(self, report: str) -> None:
        at = self._clock.now().utc.isoformat(timespec="seconds")
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            if self._log.exists() and self._log.stat().st_size > LARGEST_LOG_BYTES:
                self._log.replace(self._log.with_suffix(".old.log"))
            with self._log.open("a", encoding="utf-8") as file:
                file.write(f"{at}\n{report}\n")
        except OSError as refused:
            sys.stderr.write(f"The log could not be written: {refused}\n")


def crash_report(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> str:
    """Return where an exception came from, without the values of any variable.

    The message of an exception that passed through a private place is left out.
    """
    frames = traceback.extract_tb(trace)
    is_private = any(
        place in part for frame in frames for part in Path(frame.filename).parts
        for place in _PRIVATE_PLACES
    )  # fmt: skip
    lines = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
    said = "(left out: it may hold private words)" if is_private else str(error)
    return "\n".join([*lines, f"{kind.__name__}: {said}", ""])
