"""Locked keys and sealed entries in the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from workshop_studio.domain.journal import Lockbox, SealedEntry
from workshop_studio.storage.rows import JournalRow, LockboxRow
from workshop_studio.storage.times import from_text, to_text

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class SqlJournalStore:
    """Nothing here can be read without a passphrase."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def lockbox(self, participant_id: str) -> Lockbox | None:
        """Return the person's lockbox, None before the first entry."""
        row = self._session.get(LockboxRow, participant_id)
        if row is None:
            return None
        until = None if row.locked_until_utc is None else from_text(row.locked_until_utc)
        return Lockbox(
            row.participant_id, row.salt, row.memory_kib, row.passes, row.lanes, row.wrapped_key,
            row.failures, until,
        )  # fmt: skip

    def save_lockbox(self, lockbox: Lockbox) -> None:
        """Add or replace a lockbox."""
        until = lockbox.locked_until_utc
        self._session.merge(
            LockboxRow(
                participant_id=lockbox.participant_id,
                salt=lockbox.salt,
                memory_kib=lockbox.memory_kib,
                passes=lockbox.passes,
                lanes=lockbox.lanes,
                wrapped_key=lockbox.wrapped_key,
                failures=lockbox.failures,
                locked_until_utc=None if until is None else to_text(until),
            )
        )
        self._session.flush()

    def entries(self, participant_id: str) -> tuple[SealedEntry, ...]:
        """Return the person's sealed entries, oldest first."""
        rows = self._session.scalars(
            select(JournalRow)
            .where(JournalRow.participant_id == participant_id)
            .order_by(JournalRow.created_utc)
        )
        return tuple(
            SealedEntry(
                row.id, row.participant_id, row.nonce, row.sealed,
                from_text(row.created_utc), from_text(row.changed_utc),
            )
            for row in rows
        )  # fmt: skip

    def save_entry(self, entry: SealedEntry) -> None:
        """Add or replace an entry."""
        self._session.merge(
            JournalRow(
                id=entry.id,
                participant_id=entry.participant_id,
                nonce=entry.nonce,
                sealed=entry.sealed,
                created_utc=to_text(entry.created_utc),
                changed_utc=to_text(entry.changed_utc),
            )
        )
        self._session.flush()

    def remove_entry(self, entry_id: str) -> None:
        """Remove an entry; unknown ids are ignored."""
        self._session.execute(delete(JournalRow).where(JournalRow.id == entry_id))
