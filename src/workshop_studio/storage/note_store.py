"""The facilitator's own notes in the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from workshop_studio.storage.rows import NoteRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class SqlNoteStore:
    """One note a block of a session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_session(self, session_id: str) -> dict[str, str]:
        """Return the notes of a session by block; blocks without one are not in it."""
        rows = self._session.scalars(select(NoteRow).where(NoteRow.session_id == session_id))
        return {row.block_id: row.text for row in rows}

    def put(self, session_id: str, block_id: str, text: str) -> None:
        """Keep a note; an empty one takes it away."""
        row = self._session.get(NoteRow, (session_id, block_id))
        if text:
            self._session.merge(NoteRow(session_id=session_id, block_id=block_id, text=text))
        elif row is not None:
            self._session.delete(row)
        self._session.flush()
