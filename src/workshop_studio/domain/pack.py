"""A session pack, read and understood: an agenda with its exercises, sheets and words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop_studio.domain.agenda import Agenda, Step
    from workshop_studio.domain.errors import Problem
    from workshop_studio.domain.sheet import Audience, Sheet
    from workshop_studio.domain.vocabulary import WordCard


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise. key, step_notes and set_up are for the facilitator alone.

    steps, step_notes: as many notes as steps, "" where there is nothing to say.
    short_variant, long_variant: how to run it in 30 and in 60 minutes.
    """

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
    set_up: str = ""
    step_notes: tuple[str, ...] = ()
    cut_first: tuple[str, ...] = ()

    @property
    def planned_s(self) -> int:
        """Return the length of all steps in seconds."""
        return sum(step.planned_s for step in self.steps)


@dataclass(frozen=True, slots=True)
class SessionPack:
    """One pack.

    folder: where it was read from, as text. company_sheet: id of a sheet, "" for none.
    currency: the sign that sheets use. content_note: what may be hard to read, "" for nothing.
    """

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
    licence: str = ""
    company_sheet: str = ""
    currency: str = "€"
    is_offline: bool = True
    content_note: str = ""

    def exercise(self, exercise_id: str) -> Exercise | None:
        """Return an exercise by its id, None when there is none."""
        return next((one for one in self.exercises if one.id == exercise_id), None)

    def sheets_for(self, audience: Audience) -> tuple[Sheet, ...]:
        """Return the sheets that one audience may hold; keys come for the facilitator alone."""
        return tuple(sheet for sheet in self.sheets if sheet.audience is audience)


@dataclass(frozen=True, slots=True)
class Shelf:
    """All packs that were found. notes: which pack replaced which; broken: what is wrong where."""

    packs: tuple[SessionPack, ...]
    notes: tuple[str, ...]
    broken: tuple[tuple[str, tuple[Problem, ...]], ...]

    def pack(self, pack_id: str) -> SessionPack | None:
        """Return a pack by its id, None when there is none."""
        return next((pack for pack in self.packs if pack.id == pack_id), None)
