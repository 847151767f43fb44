"""The facilitator's own notes on blocks: seen on the console alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_studio.domain.errors import RuleBroken

if TYPE_CHECKING:
    from workshop_studio.ports.unit_of_work import UnitOfWork

LONGEST_NOTE = 4000


class NoteService:
    """A public method is one transaction; call them on the lane. No event carries a note."""

    def __init__(self, unit_of_work: UnitOfWork) -> None:
        self._unit_of_work = unit_of_work

    def of_session(self, session_id: str) -> dict[str, str]:
        """Return the notes of a session by block id; blocks without a note are left out."""
        with self._unit_of_work.reading() as work:
            return work.notes.of_session(session_id)

    def write(self, session_id: str, block_id: str, text: str) -> None:
        """Keep the note of a block; an empty one takes it away.

        Raises RuleBroken("note-long") above 4,000 characters, "not-found" for an unknown session.
        """
        if len(text) > LONGEST_NOTE:
            raise RuleBroken("note-long", most=LONGEST_NOTE)
        with self._unit_of_work.writing() as work:
            work.sessions.get(session_id)
            work.notes.put(session_id, block_id, text.strip("\n"))
            work.commit()
