"""The answer to `ports.press.Press`: reportlab writes, pypdfium2 shows."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pypdfium2
from reportlab.lib.colors import HexColor

from workshop_studio.domain.prints import PageImage
from workshop_studio.reports.card import CardPages, CardStory, FeedbackStory, card_mark
from workshop_studio.reports.sheet_press import SheetPress
from workshop_studio.reports.text import Typesetter

if TYPE_CHECKING:
    from pathlib import Path

    from workshop_studio.domain.material import MaterialPrint
    from workshop_studio.domain.prints import CardPrint, FeedbackPrint, Paper, PrintedPdf

__all__ = ["PdfPress", "card_mark"]
_PDFIUM = threading.Lock()
_AIR = (3.0, 1.5, 0.0)


class PdfPress:
    """ink: colours by role as "#RRGGBB", those of the light theme."""

    def __init__(self, fonts: Path, ink: dict[str, str]) -> None:
        self._fonts = fonts
        self._ink = {role: HexColor(value) for role, value in ink.items()}

    def card(self, card: CardPrint, paper: Paper) -> PrintedPdf:
        """Return the governance card: two columns on one page, longer text on further ones."""
        setter = Typesetter(self._fonts)
        page = CardPages(setter, self._ink, card, "Governance card")
        # People on the left, choices on the right, as long as both columns hold their half, and
        # with as much air as the page has.
        for air in _AIR:
            story = CardStory(setter, self._ink, air=air).story(card, is_parted=True)
            parted = page.one_page(story, paper, columns=2)
            if parted.pages == 1:
                return parted
        return page.printed(lambda: CardStory(setter, self._ink).story(card), paper, columns=2)

    def feedback(self, sheet: FeedbackPrint, paper: Paper) -> PrintedPdf:
        """Return feedback for a team: the chosen levels, why, and what next."""
        setter = Typesetter(self._fonts)
        page = CardPages(setter, self._ink, sheet.card, "Feedback")
        return page.printed(
            lambda: FeedbackStory(setter, self._ink, 10.5, air=3).story(sheet), paper, columns=1
        )

    def material(self, material: MaterialPrint, paper: Paper) -> PrintedPdf:
        """Return sheets of a session as one PDF."""
        return SheetPress(Typesetter(self._fonts), self._ink).printed(material, paper)

    def page_sizes(self, pdf: bytes) -> tuple[tuple[float, float], ...]:
        """Return width and height of each page in points."""
        with _PDFIUM:
            document = pypdfium2.PdfDocument(pdf)
            try:
                return tuple(document.get_page_size(n) for n in range(len(document)))
            finally:
                document.close()

    def picture(self, pdf: bytes, page: int, dpi: int) -> PageImage:
        """Return one page, counted from 0, as a picture at so many dots an inch."""
        with _PDFIUM:
            document = pypdfium2.PdfDocument(pdf)
            try:
                shown = document[page]
                picture = shown.render(scale=dpi / 72).to_pil().convert("RGB")
                shown.close()
                return PageImage(picture.width, picture.height, picture.tobytes())
            finally:
                document.close()
