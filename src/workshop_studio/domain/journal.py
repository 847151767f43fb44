"""Private journals: what is stored is sealed, what is readable exists only behind a passphrase."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

FREE_TRIES = 5
FIRST_WAIT_S = 5
LONGEST_WAIT_S = 300
SHORTEST_PASSPHRASE = 8


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


def wait_after(failures: int) -> timedelta:
    """Return how long to wait after that many wrong passphrases in a row.

    None for the first four; the fifth waits 5 s, each further one twice as long, at most 5 min.
    """
    if failures < FREE_TRIES:
        return timedelta(0)
    doubled = FIRST_WAIT_S * 2 ** min(failures - FREE_TRIES, 16)
    return timedelta(seconds=min(doubled, LONGEST_WAIT_S))
