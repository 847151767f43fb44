"""The one worker that may touch the database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_studio.domain.errors import WorkshopError

T = TypeVar("T")


class Lane(Protocol):
    """Runs jobs one after the other off the interface thread; answers come back on it."""

    def submit(
        self,
        job: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[WorkshopError], None] | None = None,
    ) -> None:
        """Queue a job; call `done` with its answer or `failed` with its WorkshopError.

        Any other exception goes to the crash hook. A WorkshopError without `failed` does too.
        """
        ...
