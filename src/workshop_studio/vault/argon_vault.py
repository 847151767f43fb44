"""Argon2id for passphrases, AES-256-GCM for seals; the answer to `ports.vault.Vault`."""

from __future__ import annotations

import os
import unicodedata
from typing import TYPE_CHECKING

from argon2 import PasswordHasher
from argon2.exceptions import HashingError, InvalidHashError, VerificationError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.journal import Lockbox
from workshop_studio.ports.vault import JournalKey

if TYPE_CHECKING:
    from collections.abc import Callable

KEY_BYTES = 32
NONCE_BYTES = 12
SALT_BYTES = 16


class ArgonVault:
    """Cost as measured for a person who waits: 64 MiB, 3 passes, 1 lane is about 0.2 s.

    Source: the Argon2 recommendation (RFC 9106, second choice raised to three passes).
    """

    def __init__(
        self,
        memory_kib: int = 65536,
        passes: int = 3,
        lanes: int = 1,
        random: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self._memory_kib = memory_kib
        self._passes = passes
        self._lanes = lanes
        self._random = random
        self._hasher = PasswordHasher(time_cost=passes, memory_cost=memory_kib, parallelism=lanes)

    def make_lockbox(self, participant_id: str, passphrase: str) -> tuple[Lockbox, JournalKey]:
        """Return a new lockbox with a random 256-bit key, and that key open."""
        salt, secret = self._random(SALT_BYTES), self._random(KEY_BYTES)
        blank = Lockbox(participant_id, salt, self._memory_kib, self._passes, self._lanes, b"")
        nonce = self._random(NONCE_BYTES)
        wrapped = nonce + AESGCM(_stretch(blank, passphrase)).encrypt(
            nonce, secret, _bound("key", participant_id)
        )
        lockbox = Lockbox(
            participant_id, salt, self._memory_kib, self._passes, self._lanes, wrapped
        )
        return lockbox, JournalKey(participant_id, secret)

    def unlock(self, lockbox: Lockbox, passphrase: str) -> JournalKey | None:
        """Return the open key, None when the passphrase is wrong or the lockbox was changed."""
        nonce, wrapped = lockbox.wrapped_key[:NONCE_BYTES], lockbox.wrapped_key[NONCE_BYTES:]
        try:
            secret = AESGCM(_stretch(lockbox, passphrase)).decrypt(
                nonce, wrapped, _bound("key", lockbox.participant_id)
            )
        except (InvalidTag, ValueError, HashingError):
            # A cut or changed lockbox is no different from a wrong passphrase: it stays shut.
            return None
        return JournalKey(lockbox.participant_id, secret)

    def seal(self, key: JournalKey, entry_id: str, text: str) -> tuple[bytes, bytes]:
        """Return nonce and ciphertext, bound to the person and the entry."""
        nonce = self._random(NONCE_BYTES)
        bound = _bound("entry", key.participant_id, entry_id)
        return nonce, AESGCM(key.secret).encrypt(nonce, text.encode(), bound)

    def open(self, key: JournalKey, entry_id: str, nonce: bytes, sealed: bytes) -> str:
        """Return the text; raises RuleBroken("entry-damaged") when a byte was changed or moved."""
        try:
            plain = AESGCM(key.secret).decrypt(
                nonce, sealed, _bound("entry", key.participant_id, entry_id)
            )
        except (InvalidTag, ValueError):
            raise RuleBroken("entry-damaged", entry=entry_id) from None
        return plain.decode()

    def fingerprint(self, passphrase: str) -> str:
        """Return a salted slow hash of the facilitator's passphrase."""
        return self._hasher.hash(_normal(passphrase))

    def matches(self, fingerprint: str, passphrase: str) -> bool:
        """Return whether the passphrase is the one that was fingerprinted."""
        try:
            return self._hasher.verify(fingerprint, _normal(passphrase))
        except (VerificationError, InvalidHashError):
            return False


def _normal(passphrase: str) -> bytes:
    # The same keys give composed letters on one system and decomposed ones on another.
    return unicodedata.normalize("NFKC", passphrase).encode()


def _stretch(lockbox: Lockbox, passphrase: str) -> bytes:
    return hash_secret_raw(
        _normal(passphrase),
        lockbox.salt,
        time_cost=lockbox.passes,
        memory_cost=lockbox.memory_kib,
        parallelism=lockbox.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def _bound(*parts: str) -> bytes:
    return "\x1f".join(("workshop-studio", *parts)).encode()
