"""What goes to the printer, as values; and what came out of the press."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop_studio.domain.capstone import Capstone
    from workshop_studio.domain.feedback import Feedback


class Paper(StrEnum):
    """The paper sizes that people have."""

    A4 = "A4"
    LETTER = "Letter"

    @property
    def size_pt(self) -> tuple[float, float]:
        """Return width and height of the upright sheet in points, 1/72 inch."""
        return (595.2756, 841.8898) if self is Paper.A4 else (612.0, 792.0)


# Where office paper is Letter; everywhere else it is A4. Source: docs/references.md#paper
_LETTER_PLACES = frozenset({
    "BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE",
})  # fmt: skip


def usual_paper(territory: str) -> Paper:
    """Return the office paper of a territory, a code of two letters such as "US"."""
    return Paper.LETTER if territory.upper() in _LETTER_PLACES else Paper.A4


@dataclass(frozen=True, slots=True)
class CardPrint:
    """A governance card as printed; date: in words, such as "10 November 2026"."""

    capstone: Capstone
    team: str
    cohort: str
    date: str


@dataclass(frozen=True, slots=True)
class FeedbackPrint:
    """Feedback as printed for one team."""

    card: CardPrint
    feedback: Feedback


@dataclass(frozen=True, slots=True)
class PrintedPdf:
    """A finished PDF.

    replaced: signs that no font has, printed by their names instead.
    starts: the first page of each sheet, counted from 0, when several stand in one file.
    """

    data: bytes
    pages: int
    replaced: tuple[str, ...]
    starts: tuple[int, ...] = (0,)

    def pages_of(self, place: int) -> range:
        """Return the pages of one sheet, by its place."""
        after = self.starts[place + 1] if place + 1 < len(self.starts) else self.pages
        return range(self.starts[place], after)


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as picture: rows of red, green, blue bytes without padding."""

    width_px: int
    height_px: int
    rgb: bytes


class PrintOutcome(StrEnum):
    """How sending something to the printer ended."""

    PRINTED = "printed"
    CANCELLED = "cancelled"
    NO_PRINTER = "no-printer"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A PDF for the printer. order: its pages, counted from 0, as they leave the printer."""

    title: str
    printed: PrintedPdf
    paper: Paper
    order: tuple[int, ...]


def copies_order(printed: PrintedPdf, copies: tuple[int, ...]) -> tuple[int, ...]:
    """Return the order of pages that prints each sheet so many times, copy after copy."""
    return tuple(
        page
        for place, count in enumerate(copies)
        for _ in range(count)
        for page in printed.pages_of(place)
    )


def file_name(*words: str) -> str:
    """Return a file name of small letters, digits and hyphens, such as "feedback-juniper.pdf"."""
    letters = [c if c.isalnum() else "-" for c in "-".join(words).casefold()]
    parts = [part for part in "".join(letters).split("-") if part]
    return f"{'-'.join(parts)[:80] or 'print'}.pdf"
