"""A session pack, read and understood: an agenda with its exercises, sheets and words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop_studio.domain.agenda import Agenda, Step
    from workshop_studio.domain.errors import Problem
    from workshop_studio.domain.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise; `key` is for the facilitator alone."""

    id: str
    title: str
    purpose: str
    steps: tuple[Step, ...]
    outputs: tuple[str, ...]
    rubric: tuple[str, ...]
    key: str
    short_variant: str
    long_variant: str
    debrief: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordCard:
    """A word of the shared vocabulary. stage: one of the eight of the lifecycle."""

    term: str
    meaning: str
    example: str
    stage: str


@dataclass(frozen=True, slots=True)
class SessionPack:
    """One pack. folder: where it was read from, as text."""

    id: str
    version: str
    language: str
    title: str
    purpose: str
    objectives: tuple[str, ...]
    prework: str
    agenda: Agenda
    exercises: tuple[Exercise, ...]
    sheets: tuple[Sheet, ...]
    words: tuple[WordCard, ...]
    scenario_ids: tuple[str, ...]
    folder: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """All packs that were found. notes: which pack replaced which; broken: what is wrong where."""

    packs: tuple[SessionPack, ...]
    notes: tuple[str, ...]
    broken: tuple[tuple[str, tuple[Problem, ...]], ...]

    def pack(self, pack_id: str) -> SessionPack | None:
        """Return a pack by its id, None when there is none."""
        return next((pack for pack in self.packs if pack.id == pack_id), None)
