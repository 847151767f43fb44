"""Where time comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from workshop_studio.domain.moment import Moment


class Clock(Protocol):
    """The only source of time; `app.clock.SystemClock` in life, a hand-moved one in tests."""

    def now(self) -> Moment:
        """Return both clocks at one moment."""
        ...

    def zone(self) -> str:
        """Return the IANA name of the computer's time zone, such as "Europe/Berlin"."""
        ...
