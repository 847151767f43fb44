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
    """A finished PDF. replaced: signs that no font has, printed by their names instead."""

    data: bytes
    pages: int
    replaced: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as picture: rows of red, green, blue bytes without padding."""

    width_px: int
    height_px: int
    rgb: bytes
