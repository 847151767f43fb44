"""Private journals. Reading one needs a JournalKey, and only `open` and `begin` give one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.journal import (
    IDLE_S,
    SHORTEST_PASSPHRASE,
    JournalDoor,
    JournalEntry,
    SealedEntry,
    prompts_of,
    quiet_s,
    session_to_write_about,
    wait_after,
    writers_of,
)
from workshop_studio.domain.run_log import Act, effective

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from workshop_studio.domain.journal import Draft
    from workshop_studio.domain.moment import Moment
    from workshop_studio.ports.clock import Clock
    from workshop_studio.ports.stores import RunRecord
    from workshop_studio.ports.unit_of_work import UnitOfWork
    from workshop_studio.ports.vault import JournalKey, Vault

# A run that was never ended and has been silent for longer is not the one people sit in.
_STALE_RUN = timedelta(hours=12)
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
        self._last_used: dict[str, Moment] = {}
        self._waiting: dict[str, SealedEntry] = {}

    def door(self) -> JournalDoor:
        """Return who may write now: the cohort of the running session, else of the nearest one."""
        now = self._clock.now().utc
        with self._unit_of_work.reading() as work:
            session = session_to_write_about(
                work.sessions.all(), _running_session(work.runs.newest(), now), now
            )
            if session is not None:
                cohort = work.cohorts.get(session.cohort_id)
                return JournalDoor(writers_of(cohort), prompts_of(session))
            for cohort in work.cohorts.all():
                if cohort.participants:
                    return JournalDoor(writers_of(cohort))
        return JournalDoor()

    def has_journal(self, participant_id: str) -> bool:
        """Return whether the person has chosen a passphrase before."""
        with self._unit_of_work.reading() as work:
            return work.journals.lockbox(participant_id) is not None

    def begin(self, participant_id: str, passphrase: str) -> JournalKey:
        """Make the person's journal behind the passphrase and return its open key.

        Raises RuleBroken("passphrase-short") below eight characters, and "journal-exists".
        """
        if len(passphrase.strip()) < SHORTEST_PASSPHRASE:
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
        if key is None or lockbox.failures:
            self._count(participant_id, is_right=key is not None)
        if key is None:
            raise RuleBroken("passphrase-wrong")
        self._touch(participant_id)
        return key

    def _count(self, participant_id: str, *, is_right: bool) -> None:
        # Counted on what is stored now: another station may have counted while this one hashed.
        now = self._clock.now().utc
        with self._unit_of_work.writing() as work:
            stored = work.journals.lockbox(participant_id)
            if stored is None:
                return
            failures = 0 if is_right else stored.failures + 1
            wait = wait_after(failures)
            work.journals.save_lockbox(
                replace(stored, failures=failures, locked_until_utc=now + wait if wait else None)
            )
            work.commit()

    def close(self, key: JournalKey) -> None:
        """Forget that the journal is open; the key no longer works."""
        self._last_used.pop(key.participant_id, None)

    def put_away(self, key: JournalKey, drafts: Iterable[Draft]) -> None:
        """Seal what was typed and not saved yet, then forget the key, also when it expired.

        Sealing shows nothing to anybody, so an expired key may still do it. What cannot be
        written is kept sealed in memory and written by `try_again`; the refusal is raised.
        """
        for draft in drafts:
            sealed = self._sealed(key, draft.id, draft.prompt, draft.text, draft.created_utc)
            self._waiting[draft.id] = sealed
        self.close(key)
        self.try_again()

    def try_again(self) -> bool:
        """Write what could not be written when its journal closed; return whether that was any."""
        if not self._waiting:
            return False
        with self._unit_of_work.writing() as work:
            for entry in self._waiting.values():
                work.journals.save_entry(entry)
            work.commit()
        self._waiting.clear()
        return True

    def stay_open(self, key: JournalKey) -> None:
        """Count from now; somebody is reading. Raises RuleBroken("journal-locked")."""
        self._require_open(key)

    def entries(self, key: JournalKey) -> tuple[JournalEntry, ...]:
        """Return the person's entries, oldest first; a damaged one says so, the others open."""
        self._require_open(key)
        with self._unit_of_work.reading() as work:
            sealed = work.journals.entries(key.participant_id)
        return tuple(self._opened(key, entry) for entry in sealed)

    def new_entry_id(self) -> str:
        """Return an id for an entry that is about to be written."""
        return self._new_id()

    def write(self, key: JournalKey, entry_id: str, prompt: str, text: str) -> str:
        """Save a new entry (entry_id "" or a new id) or a changed one, sealed; return its id."""
        self._require_open(key)
        known = entry_id or self._new_id()
        with self._unit_of_work.writing() as work:
            before = [e for e in work.journals.entries(key.participant_id) if e.id == known]
            created = before[0].created_utc if before else None
            work.journals.save_entry(self._sealed(key, known, prompt, text, created))
            work.commit()
        return known

    def remove(self, key: JournalKey, entry_id: str) -> SealedEntry:
        """Remove an entry of the person's and return it, still sealed, for `restore`.

        Raises RuleBroken("not-found"), also for an entry of somebody else.
        """
        self._require_open(key)
        with self._unit_of_work.writing() as work:
            for entry in work.journals.entries(key.participant_id):
                if entry.id == entry_id:
                    work.journals.remove_entry(entry_id)
                    work.commit()
                    return entry
        raise RuleBroken("not-found", thing="entry")

    def restore(self, key: JournalKey, entry: SealedEntry) -> JournalEntry:
        """Put a removed entry back as it was and return it opened."""
        self._require_open(key)
        if entry.participant_id != key.participant_id:
            raise RuleBroken("not-found", thing="entry")
        with self._unit_of_work.writing() as work:
            work.journals.save_entry(entry)
            work.commit()
        return self._opened(key, entry)

    def _sealed(
        self, key: JournalKey, entry_id: str, prompt: str, text: str, created: datetime | None
    ) -> SealedEntry:
        now = self._clock.now().utc
        nonce, sealed = self._vault.seal(key, entry_id, _storable(prompt + _SEPARATOR + text))
        return SealedEntry(entry_id, key.participant_id, nonce, sealed, created or now, now)

    def _opened(self, key: JournalKey, entry: SealedEntry) -> JournalEntry:
        try:
            whole = self._vault.open(key, entry.id, entry.nonce, entry.sealed)
        except RuleBroken:
            return JournalEntry(entry.id, "", "", entry.created_utc, is_damaged=True)
        prompt, _, text = whole.partition(_SEPARATOR)
        return JournalEntry(entry.id, prompt, text, entry.created_utc)

    def _touch(self, participant_id: str) -> None:
        self._last_used[participant_id] = self._clock.now()

    def _require_open(self, key: JournalKey) -> None:
        used = self._last_used.get(key.participant_id)
        if used is None or quiet_s(used, self._clock.now()) > IDLE_S:
            self._last_used.pop(key.participant_id, None)
            raise RuleBroken("journal-locked")
        self._touch(key.participant_id)


def _running_session(record: RunRecord | None, now: datetime) -> str:
    if record is None or not record.log:
        return ""
    last = record.last_alive_utc or record.log[-1].at.utc
    is_over = any(entry.act is Act.END for entry in effective(record.log))
    return "" if is_over or now - last > _STALE_RUN else record.session_id


def _storable(text: str) -> str:
    # Half of a surrogate pair, as a broken paste leaves it, is no text that can be encoded.
    return text.encode("utf-8", "replace").decode("utf-8")
