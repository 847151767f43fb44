"""Handouts of teams as finished PDFs."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from workshop_studio.domain.prints import CardPrint, FeedbackPrint, Paper

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_studio.domain.prints import PageImage, PrintedPdf
    from workshop_studio.ports.clock import Clock
    from workshop_studio.ports.press import Press
    from workshop_studio.services.capstones import Review


class PrintingService:
    """Prints what is stored; the press is made when the first page is wanted."""

    def __init__(self, make_press: Callable[[], Press], clock: Clock) -> None:
        self._make_press = make_press
        self._clock = clock
        self._press: Press | None = None

    def card(self, review: Review, paper: Paper = Paper.A4) -> PrintedPdf:
        """Return a team's governance card."""
        return self._ready().card(self._print_of(review), paper)

    def feedback(self, review: Review, paper: Paper = Paper.A4) -> PrintedPdf:
        """Return a team's feedback."""
        sheet = FeedbackPrint(self._print_of(review), review.feedback)
        return self._ready().feedback(sheet, paper)

    def pictures(self, printed: PrintedPdf, dpi: int) -> tuple[PageImage, ...]:
        """Return the pages of a PDF as pictures."""
        return self._ready().pictures(printed.data, dpi)

    def _ready(self) -> Press:
        if self._press is None:
            self._press = self._make_press()
        return self._press

    def _print_of(self, review: Review) -> CardPrint:
        team = review.desk.team
        today = self._clock.now().utc.astimezone(ZoneInfo(self._clock.zone()))
        date = f"{today.day} {today:%B %Y}"
        return CardPrint(
            review.desk.capstone, f"Team {team.letter} {team.name}", review.desk.cohort_name, date
        )
