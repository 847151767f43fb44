"""What the adviser says on the console, and following it; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from workshop_studio.domain.adviser_words import AdviceReading
    from workshop_studio.domain.console_rows import AgendaRow
    from workshop_studio.ui.console.desk import Desk


class AdviceView(Protocol):
    """What the card and the agenda beside it can be told."""

    def show_advice(self, reading: AdviceReading | None) -> None: ...  # noqa: D102
    def show_preview(self, rows: tuple[AgendaRow, ...]) -> None: ...  # noqa: D102


class AdvicePresenter:
    """Asks at each pulse, which costs nothing while the minutes stay the same."""

    def __init__(self, desk: Desk, view: AdviceView) -> None:
        self._desk = desk
        self._view = view
        self._shown: AdviceReading | None = None
        self._looked_at: int | None = None

    def refresh(self) -> None:
        """Look again."""
        reading = self._desk.live.advice.reading()
        if reading == self._shown:
            return
        self._shown = reading
        self._view.show_advice(reading)
        self._preview()

    def look_at(self, place: int, *, is_on: bool) -> None:
        """Show in the agenda what a way would change, as long as somebody looks at it."""
        if is_on:
            self._looked_at = place
        elif self._looked_at == place:
            self._looked_at = None
        self._preview()

    def take(self, place: int = 0) -> None:
        """Follow a way; without one, nothing happens."""
        reading = self._shown
        if reading is None or place >= len(reading.ways):
            return
        way = reading.ways[place]
        self._looked_at = None
        self._preview()
        self._desk.do(lambda live, at: live.advice.follow(way, at), way.done)

    def _preview(self) -> None:
        reading, place = self._shown, self._looked_at
        if reading is None or place is None or place >= len(reading.ways):
            self._view.show_preview(())
            return
        self._view.show_preview(self._desk.live.advice.preview(reading.ways[place]))
