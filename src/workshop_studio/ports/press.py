"""The press: values in, PDF out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from workshop_studio.domain.material import MaterialPrint
    from workshop_studio.domain.prints import (
        CardPrint,
        FeedbackPrint,
        PageImage,
        Paper,
        PrintedPdf,
    )


class Press(Protocol):
    """Prints handouts and shows finished pages."""

    def card(self, card: CardPrint, paper: Paper) -> PrintedPdf:
        """Return the governance card as PDF."""
        ...

    def feedback(self, sheet: FeedbackPrint, paper: Paper) -> PrintedPdf:
        """Return the feedback of a team as PDF."""
        ...

    def material(self, material: MaterialPrint, paper: Paper) -> PrintedPdf:
        """Return sheets of a session as one PDF, each on pages of its own."""
        ...

    def page_sizes(self, pdf: bytes) -> tuple[tuple[float, float], ...]:
        """Return width and height of each page in points."""
        ...

    def picture(self, pdf: bytes, page: int, dpi: int) -> PageImage:
        """Return one page, counted from 0, as a picture at so many dots an inch."""
        ...
