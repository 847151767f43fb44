"""The left side of review: the card or the feedback as it will be printed; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_studio.domain.errors import WorkshopError
    from workshop_studio.domain.prints import PageImage, PrintedPdf
    from workshop_studio.ports.lane import Lane
    from workshop_studio.services.capstones import Review
    from workshop_studio.services.printing import PrintingService


class PaperView(Protocol):
    """Where pages are shown."""

    def show_preview(self, sizes: tuple[tuple[float, float], ...]) -> None: ...  # noqa: D102
    def show_picture(self, place: int, image: PageImage, dpi: int) -> None: ...  # noqa: D102


class PaperSide:
    """Shows one review at a time; pages that come after another was chosen are dropped."""

    def __init__(
        self,
        printing: PrintingService,
        lane: Lane,
        view: PaperView,
        failed: Callable[[WorkshopError], None],
    ) -> None:
        self._printing, self._lane, self._view, self._failed = printing, lane, view, failed
        self.side = "card"
        self._review: Review | None = None
        self._printed: PrintedPdf | None = None
        self._made = 0

    def choose(self, side: str) -> None:
        """Show the "card" or the "feedback"."""
        if side != self.side:
            self.side = side
            if self._review is not None:
                self.show(self._review)

    def show(self, review: Review) -> None:
        """Show a review as it will be printed."""
        self._review = review
        self._made += 1
        number, printing = self._made, self._printing
        make = printing.feedback if self.side == "feedback" else printing.card

        def work() -> tuple[PrintedPdf, tuple[tuple[float, float], ...]]:
            printed = make(review)
            return printed, printing.page_sizes(printed)

        def show(made: tuple[PrintedPdf, tuple[tuple[float, float], ...]]) -> None:
            if number == self._made:
                self._printed = made[0]
                self._view.show_preview(made[1])

        self._lane.submit(work, show, self._failed)

    def want_picture(self, place: int, dpi: int) -> None:
        """Draw a page."""
        printed, number = self._printed, self._made
        if printed is None or place >= printed.pages:
            return

        def show(image: PageImage) -> None:
            if number == self._made:
                self._view.show_picture(place, image, dpi)

        self._lane.submit(lambda: self._printing.picture(printed, place, dpi), show, self._failed)
