"""Private journals: what is stored is sealed, what is readable exists only behind a passphrase."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workshop_studio.domain.cohort import Cohort
    from workshop_studio.domain.moment import Moment
    from workshop_studio.domain.session import PlannedSession

FREE_TRIES = 5
FIRST_WAIT_S = 5
LONGEST_WAIT_S = 300
SHORTEST_PASSPHRASE = 8
IDLE_S = 300.0


@dataclass(frozen=True, slots=True)
class Lockbox:
    """The locked key of one person's journal; no passphrase is kept.

    salt, wrapped_key: bytes; memory_kib, passes, lanes: the cost of Argon2id when it was made.
    failures: wrong passphrases in a row; locked_until_utc: no try is made before.
    """

    participant_id: str
    salt: bytes
    memory_kib: int
    passes: int
    lanes: int
    wrapped_key: bytes
    failures: int = 0
    locked_until_utc: datetime | None = None


@dataclass(frozen=True, slots=True)
class SealedEntry:
    """One journal entry as it lies on disk: nothing readable but its times."""

    id: str
    participant_id: str
    nonce: bytes
    sealed: bytes
    created_utc: datetime
    changed_utc: datetime


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One entry as its writer sees it. is_damaged: it could not be opened and has no text."""

    id: str
    prompt: str
    text: str
    created_utc: datetime
    is_damaged: bool = False

    def __repr__(self) -> str:
        """Return a text without the entry's words, so that no log can hold them."""
        return f"JournalEntry(id={self.id!r})"


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry as it stands on the screen, saved or not. created_utc: None until it was saved."""

    id: str
    prompt: str
    text: str
    created_utc: datetime | None = None

    def __repr__(self) -> str:
        """Return a text without the entry's words, so that no log can hold them."""
        return f"Draft(id={self.id!r})"


@dataclass(frozen=True, slots=True)
class Writer:
    """Somebody who may write a journal: the name, and nothing else about the person."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class JournalDoor:
    """Who may write here now, by name, and what the session asks them to write about."""

    writers: tuple[Writer, ...] = ()
    prompts: tuple[str, ...] = ()


def session_to_write_about(
    sessions: Iterable[PlannedSession], running_id: str, now: datetime
) -> PlannedSession | None:
    """Return the running session, else the one that starts nearest to now; None without any."""
    known = tuple(sessions)
    for session in known:
        if session.id == running_id:
            return session
    return min(known, key=lambda session: abs(session.start_utc - now), default=None)


def prompts_of(session: PlannedSession) -> tuple[str, ...]:
    """Return the journal prompts of a session's blocks in order, each once."""
    asked = (" ".join(block.journal_prompt.split()) for block in session.agenda.blocks)
    return tuple(dict.fromkeys(prompt for prompt in asked if prompt))


def writers_of(cohort: Cohort) -> tuple[Writer, ...]:
    """Return the people of a cohort by name; two of one name are told apart by their table."""
    count = Counter(one.name.casefold() for one in cohort.participants)
    found = []
    for one in cohort.participants:
        team = cohort.team_of(one.id) if count[one.name.casefold()] > 1 else None
        found.append(Writer(one.id, f"{one.name}, {team.name}" if team else one.name))
    return tuple(sorted(found, key=lambda writer: _plain(writer.name)))


def find_writers(writers: Iterable[Writer], typed: str) -> tuple[Writer, ...]:
    """Return those in whose name every typed word begins a word; case and accents are ignored."""
    wanted = _plain(typed).split()
    return tuple(
        writer
        for writer in writers
        if all(any(part.startswith(w) for part in _plain(writer.name).split()) for w in wanted)
    )


def quiet_s(since: Moment, now: Moment) -> float:
    """Return the seconds between two moments of one start, by the clock that saw more of them.

    The monotonic clock of some systems stands still while the lid is closed; a journal that was
    left open in a closed computer has been quiet all the same.
    """
    return max(now.monotonic_s - since.monotonic_s, (now.utc - since.utc).total_seconds())


def _plain(text: str) -> str:
    # "ł" and "ø" have no decomposition; people without that key type the letter it looks like.
    folded = text.casefold().translate(str.maketrans("łøđı", "lodi"))
    letters = unicodedata.normalize("NFKD", folded)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def wait_after(failures: int) -> timedelta:
    """Return how long to wait after that many wrong passphrases in a row.

    None for the first four; the fifth waits 5 s, each further one twice as long, at most 5 min.
    """
    if failures < FREE_TRIES:
        return timedelta(0)
    doubled = FIRST_WAIT_S * 2 ** min(failures - FREE_TRIES, 16)
    return timedelta(seconds=min(doubled, LONGEST_WAIT_S))
