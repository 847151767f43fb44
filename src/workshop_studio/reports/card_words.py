"""What a governance card says in print, and its mark."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop_studio.domain.capstone import FIELDS, AnswerState, Capstone
from workshop_studio.reports.text import one_line

if TYPE_CHECKING:
    from workshop_studio.domain.capstone import Answer, CardField

EXERCISE_STATUS = "Workshop exercise: not approved for use"
UNTITLED = "Card without a title"
_STOPS = (".", "!", "?", "…", "”", "\u201d", ")")


@dataclass(frozen=True, slots=True)
class CardPrint:
    """A card with what stands around it.

    team, cohort: as printed, such as "Team C Juniper". version: counted by submitting, from 1.
    printed_on, next_review: dates in words. subtitle: one sentence under the title.
    status: stays "Workshop exercise" until a named reviewer changes it. language: BCP 47 tag.
    """

    capstone: Capstone
    team: str
    cohort: str
    version: int
    printed_on: str
    subtitle: str = ""
    next_review: str = ""
    status: str = EXERCISE_STATUS
    language: str = "en-GB"


def card_mark(capstone: Capstone) -> str:
    """Return a short mark of the card's content, eight hexadecimal digits such as "7F3A 19C2".

    Title, owner and answers decide it; ids, revisions and the order of saving do not.
    Source: the first 32 bits of SHA-256 over JSON with escaped characters.
    """
    answers = [(field.key, capstone.answer(field.key)) for field in FIELDS]
    content = [capstone.title, capstone.owner]
    content += [f"{key}\n{a.state.value}\n{a.text}\n{a.note}" for key, a in answers]
    digest = hashlib.sha256(json.dumps(content).encode("ascii")).hexdigest().upper()
    return f"{digest[:4]} {digest[4:8]}"


def code_content(capstone: Capstone) -> str:
    """Return what the QR code holds: the id of the card and its mark, no address."""
    return f"{one_line(capstone.id)} {card_mark(capstone)}"


def is_open(answer: Answer) -> bool:
    """Return whether a field prints a sentence about its missing answer instead of text."""
    return answer.state is not AnswerState.ANSWERED or not answer.text.strip()


def open_words(field: CardField, answer: Answer) -> str:
    """Return the sentence for a field without text: not known, does not apply, or still empty."""
    note = answer.note.strip()
    if answer.state is AnswerState.NOT_KNOWN:
        return f"Not known yet. {_sentence(note)}".strip()
    if answer.state is AnswerState.DOES_NOT_APPLY:
        if not note:
            return "Does not apply. The reason is still missing."
        reason = note[8:] if note.casefold().startswith("because ") else note
        return f"Does not apply, because {_sentence(reason)}"
    return "No answer yet." if field.is_needed else "None written down."


def _sentence(text: str) -> str:
    return text if not text or text.endswith(_STOPS) else f"{text}."
