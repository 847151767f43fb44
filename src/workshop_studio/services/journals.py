"""Private journals. Reading one needs a JournalKey, and only `open` and `begin` give one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.journal import (
    SHORTEST_PASSPHRASE,
    JournalEntry,
    SealedEntry,
    wait_after,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_studio.ports.clock import Clock
    from workshop_studio.ports.unit_of_work import UnitOfWork
    from workshop_studio.ports.vault import JournalKey, Vault

IDLE_S = 300.0
# Prompt and text are sealed together, so that not even the question asked is readable.
_SEPARATOR = "\x1e"


class JournalService:
    """Opens journals with their own passphrase; keys expire after five idle minutes."""

    def __init__(
        self, unit_of_work: UnitOfWork, vault: Vault, clock: Clock, new_id: Callable[[], str]
    ) -> None:
        self._unit_of_work = unit_of_work
        self._vault = vault
        self._clock = clock
        self._new_id = new_id
        self._last_used_s: dict[str, float] = {}

    def has_journal(self, participant_id: str) -> bool:
        """Return whether the person has chosen a passphrase before."""
        with self._unit_of_work.reading() as work:
            return work.journals.lockbox(participant_id) is not None

    def begin(self, participant_id: str, passphrase: str) -> JournalKey:
        """Make the person's journal behind the passphrase and return its open key.

        Raises RuleBroken("passphrase-short") below eight characters, and "journal-exists".
        """
        if len(passphrase) < SHORTEST_PASSPHRASE:
            raise RuleBroken("passphrase-short", least=SHORTEST_PASSPHRASE)
        lockbox, key = self._vault.make_lockbox(participant_id, passphrase)
        with self._unit_of_work.writing() as work:
            if work.journals.lockbox(participant_id) is not None:
                raise RuleBroken("journal-exists")
            work.journals.save_lockbox(lockbox)
            work.commit()
        self._touch(participant_id)
        return key

    def open(self, participant_id: str, passphrase: str) -> JournalKey:
        """Return the open key.

        Raises RuleBroken: "journal-missing", "passphrase-wrong", or "passphrase-wait" with the
        seconds to wait after five wrong ones in a row; the wait survives a restart.
        """
        now = self._clock.now().utc
        with self._unit_of_work.reading() as work:
            lockbox = work.journals.lockbox(participant_id)
        if lockbox is None:
            raise RuleBroken("journal-missing")
        if lockbox.locked_until_utc is not None and now < lockbox.locked_until_utc:
            wait = (lockbox.locked_until_utc - now).total_seconds()
            raise RuleBroken("passphrase-wait", seconds=max(1, round(wait)))
        key = self._vault.unlock(lockbox, passphrase)
        failures = 0 if key is not None else lockbox.failures + 1
        wait_time = wait_after(failures)
        changed = replace(
            lockbox, failures=failures, locked_until_utc=now + wait_time if wait_time else None
        )
        if changed != lockbox:
            with self._unit_of_work.writing() as work:
                work.journals.save_lockbox(changed)
                work.commit()
        if key is None:
            raise RuleBroken("passphrase-wrong")
        self._touch(participant_id)
        return key

    def close(self, key: JournalKey) -> None:
        """Forget that the journal is open; the key no longer works."""
        self._last_used_s.pop(key.participant_id, None)

    def entries(self, key: JournalKey) -> tuple[JournalEntry, ...]:
        """Return the person's entries, oldest first; a damaged one says so, the others open."""
        self._require_open(key)
        with self._unit_of_work.reading() as work:
            sealed = work.journals.entries(key.participant_id)
        return tuple(self._opened(key, entry) for entry in sealed)

    def write(self, key: JournalKey, entry_id: str, prompt: str, text: str) -> str:
        """Save a new entry (entry_id "") or a changed one, sealed; return its id."""
        self._require_open(key)
        now = self._clock.now().utc
        known = entry_id or self._new_id()
        nonce, sealed = self._vault.seal(key, known, prompt + _SEPARATOR + text)
        with self._unit_of_work.writing() as work:
            before = [e for e in work.journals.entries(key.participant_id) if e.id == known]
            created = before[0].created_utc if before else now
            work.journals.save_entry(
                SealedEntry(known, key.participant_id, nonce, sealed, created, now)
            )
            work.commit()
        return known

    def _opened(self, key: JournalKey, entry: SealedEntry) -> JournalEntry:
        try:
            whole = self._vault.open(key, entry.id, entry.nonce, entry.sealed)
        except RuleBroken:
            return JournalEntry(entry.id, "", "", entry.created_utc, is_damaged=True)
        prompt, _, text = whole.partition(_SEPARATOR)
        return JournalEntry(entry.id, prompt, text, entry.created_utc)

    def _touch(self, participant_id: str) -> None:
        self._last_used_s[participant_id] = self._clock.now().monotonic_s

    def _require_open(self, key: JournalKey) -> None:
        used = self._last_used_s.get(key.participant_id)
        if used is None or self._clock.now().monotonic_s - used > IDLE_S:
            self._last_used_s.pop(key.participant_id, None)
            raise RuleBroken("journal-locked")
        self._touch(key.participant_id)
