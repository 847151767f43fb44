"""Which commands of the palette answer to what was typed. No Qt here."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done: its key for the owner, words, shortcut and icon to show."""

    key: str
    words: str
    shortcut: str = ""
    icon: str = ""


def matching(commands: Sequence[Command], typed: str) -> tuple[Command, ...]:
    """Return the commands that answer to the typed text, best first.

    Every typed word has to be found: at the start of a word of the command (best), inside one,
    or as letters in order. Case and accents do not matter. Equally good ones keep their order,
    so that the present context stays on top. Nothing typed returns all.
    """
    wanted = _plain(typed).split()
    ranked = []
    for command in commands:
        penalties = [_penalty(word, _plain(command.words)) for word in wanted]
        if all(penalty is not None for penalty in penalties):
            ranked.append((sum(p for p in penalties if p is not None), command))
    return tuple(command for _, command in sorted(ranked, key=_by_penalty))


def _by_penalty(entry: tuple[int, Command]) -> int:
    return entry[0]


def _penalty(word: str, words: str) -> int | None:
    """Return how far a typed word is from the words: 0, 1 or 4, None when it is not there."""
    if any(part.startswith(word) for part in words.split()):
        return 0
    if word in words:
        return 1
    letters = iter(words)
    return 4 if all(letter in letters for letter in word) else None


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
