"""Answers of a card in words, for people who read and do not write."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workshop_studio.domain.capstone import AnswerState, card_rows

if TYPE_CHECKING:
    from workshop_studio.domain.capstone import Answer

OPEN = "Open"
_LONGEST_WORD = 24
_BREAK_HERE = "\u200b"
_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def in_words(answer: Answer, *, is_rows: bool = False) -> str:
    """Return what the printed card says for an answer."""
    said = []
    if answer.state is AnswerState.NOT_KNOWN:
        said.append(f"Not known yet. {answer.note}".strip())
    elif answer.state is AnswerState.DOES_NOT_APPLY:
        said.append(f"Does not apply, because {answer.note or '…'}")
    text = answer.text.strip()
    if text and is_rows:
        said += [f"{left}: {right}" if right else left for left, right in card_rows(text)]
    elif text:
        said.append(text)
    return "\n".join(said) or OPEN


def people(count: int) -> str:
    """Return "five people" or "one person"; figures from thirteen on."""
    number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    return f"{number} {'person' if count == 1 else 'people'}"


def breakable(text: str) -> str:
    """Return a text for labels, which break lines at words only: long words get unseen breaks."""
    return re.sub(rf"(\S{{{_LONGEST_WORD}}})(?=\S)", rf"\1{_BREAK_HERE}", text)
