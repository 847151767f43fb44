"""Passphrases and seals, without saying which ciphers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from workshop_studio.domain.journal import Lockbox


@dataclass(frozen=True, slots=True)
class JournalKey:
    """The open key of one journal; only `Vault.unlock` and `Vault.make_lockbox` make one."""

    participant_id: str
    secret: bytes = field(repr=False)


class Vault(Protocol):
    """Makes and opens lockboxes, seals and opens texts."""

    def make_lockbox(self, participant_id: str, passphrase: str) -> tuple[Lockbox, JournalKey]:
        """Return a new lockbox with a random key, and that key open."""
        ...

    def unlock(self, lockbox: Lockbox, passphrase: str) -> JournalKey | None:
        """Return the open key, None when the passphrase is wrong."""
        ...

    def seal(self, key: JournalKey, entry_id: str, text: str) -> tuple[bytes, bytes]:
        """Return nonce and ciphertext, bound to the person and the entry."""
        ...

    def open(self, key: JournalKey, entry_id: str, nonce: bytes, sealed: bytes) -> str:
        """Return the text; raises RuleBroken("entry-damaged") when a byte was changed or moved."""
        ...

    def fingerprint(self, passphrase: str) -> str:
        """Return a salted slow hash that `matches` can check, for the facilitator's passphrase."""
        ...

    def matches(self, fingerprint: str, passphrase: str) -> bool:
        """Return whether the passphrase is the one that was fingerprinted."""
        ...
