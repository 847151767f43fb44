"""The shared vocabulary: words that product, business and data people use in one sense."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WordCard:
    """A word of the shared vocabulary. stage: one of the eight of the lifecycle."""

    term: str
    meaning: str
    example: str
    stage: str
