"""The press: values in, PDF out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from workshop_studio.domain.prints import (
        CardPrint,
        FeedbackPrint,
        PageImage,
        Paper,
        PrintedPdf,
    )


class Press(Protocol):
    """Prints handouts."""

    def card(self, card: CardPrint, paper: Paper) -> PrintedPdf:
        """Return the governance card as PDF."""
        ...

    def feedback(self, sheet: FeedbackPrint, paper: Paper) -> PrintedPdf:
        """Return the feedback of a team as PDF."""
        ...

    def pictures(self, pdf: bytes, dpi: int) -> tuple[PageImage, ...]:
        """Return the pages of a PDF as pictures."""
        ...
