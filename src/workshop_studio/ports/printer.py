"""The printer, without saying how the system is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_studio.domain.prints import PrintJob, PrintOutcome


class Printer(Protocol):
    """Shows the system's print dialog and prints; answers come through callbacks."""

    def start(
        self,
        job: PrintJob,
        progressed: Callable[[int, int], None],
        finished: Callable[[PrintOutcome], None],
    ) -> None:
        """Ask how to print, then print. progressed: pages done, pages in all.

        `finished` is called exactly once, also when the person steps back.
        """
        ...

    def cancel(self) -> None:
        """Stop after the page that is under way."""
        ...
