"""What the adviser says on the console, and following it; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from workshop_studio.domain.adviser_words import AdviceReading
    from workshop_studio.domain.console import ConsoleReading
    from workshop_studio.domain.console_rows import AgendaRow
    from workshop_studio.ui.console.desk import Desk


class AdviceView(Protocol):
    """What the card and the agenda beside it can be told."""

    def show_advice(self, reading: AdviceReading | None) -> None: ...  # noqa: D102
    def open_ways(self) -> None: ...  # noqa: D102
    def show_preview(self, rows: tuple[AgendaRow, ...]) -> None: ...  # noqa: D102


class AdvicePresenter:
    """Asks with each new reading, which costs next to nothing while the minutes stay the same."""

    def __init__(self, desk: Desk, view: AdviceView) -> None:
        self._desk = desk
        self._view = view
        self._shown: AdviceReading | None = None
        self._looked_at: int | None = None
        self._taken: AdviceReading | None = None

    def show_reading(self, seen: ConsoleReading | None) -> None:
        """Look again, as something on the console has changed."""
        reading = None if seen is None else self._desk.live.advice.reading()
        if reading == self._shown:
            return
        self._shown = reading
        self._view.show_advice(reading)
        self._preview()

    def look_at(self, place: int) -> None:
        """Show in the agenda what a way would change, as long as somebody looks at it."""
        self._looked_at = place
        self._preview()

    def look_away(self, place: int) -> None:
        """Show the agenda as it is, unless another way is looked at by now."""
        if self._looked_at == place:
            self._looked_at = None
            self._preview()

    def show_ways(self) -> None:
        """Show all ways, or the first alone again; say so when there is no choice."""
        if self._shown is None or len(self._shown.ways) < 2:
            self._say_why(self._shown)
        else:
            self._view.open_ways()

    def take(self, place: int = 0) -> None:
        """Follow a way. A second press before the first is done must not cut twice."""
        reading = self._shown
        if reading is None or place >= len(reading.ways):
            self._say_why(reading)
            return
        if reading is self._taken:
            return
        self._taken = reading
        way = reading.ways[place]
        self._looked_at = None
        self._preview()
        self._desk.do(lambda live, at: live.advice.follow(way, at), way.done)

    def _say_why(self, reading: AdviceReading | None) -> None:
        self._desk.say("Nothing has to be won back" if reading is None else reading.headline)

    def _preview(self) -> None:
        reading, place = self._shown, self._looked_at
        if reading is None or place is None or place >= len(reading.ways):
            self._view.show_preview(())
            return
        self._view.show_preview(self._desk.live.advice.preview(reading.ways[place]))
