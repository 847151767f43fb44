"""The facilitator's own notes on blocks, read once and written as they are typed; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from workshop_studio.domain.staging import wall_clock

if TYPE_CHECKING:
    from workshop_studio.domain.console import ConsoleReading
    from workshop_studio.domain.errors import WorkshopError
    from workshop_studio.ports.clock import Clock
    from workshop_studio.ports.lane import Lane
    from workshop_studio.services.notes import NoteService
    from workshop_studio.ui.console.desk import Desk


class NotesView(Protocol):
    """What the page can be told about notes."""

    def show_own_note(self, block_id: str, text: str) -> None: ...  # noqa: D102
    def say_note_saved(self, time_of_day: str) -> None: ...  # noqa: D102
    def say_note_failed(self) -> None: ...  # noqa: D102


class NotesPresenter:
    """Shows the note of the running block."""

    def __init__(
        self, desk: Desk, lane: Lane, view: NotesView, notes: NoteService, clock: Clock
    ) -> None:
        self._desk, self._lane, self._view = desk, lane, view
        self._service, self._clock = notes, clock
        self._notes: dict[str, str] = {}
        self._session_id = ""
        self._block_id = self._shown_id = ""

    def show_reading(self, reading: ConsoleReading | None) -> None:
        """Follow the running block; read the notes of a session that was not held before."""
        session = self._desk.live.session
        if reading is None or session is None:
            return
        self._block_id = reading.block.id
        if session.id != self._session_id:
            self._session_id, self._notes, self._shown_id = session.id, {}, ""
            self._lane.submit(
                lambda: self._service.of_session(session.id), self._read, self._desk.failed
            )
        self._show()

    def write(self, block_id: str, text: str) -> None:
        """Keep the facilitator's own note on a block."""
        session_id = self._session_id
        if not session_id or self._notes.get(block_id, "") == text:
            return
        self._notes[block_id] = text
        self._lane.submit(
            lambda: self._service.write(session_id, block_id, text), self._kept, self._failed
        )

    def _read(self, notes: dict[str, str]) -> None:
        self._notes = dict(notes)
        self._shown_id = ""
        self._show()

    def _show(self) -> None:
        if self._block_id and self._block_id != self._shown_id:
            self._shown_id = self._block_id
            self._view.show_own_note(self._block_id, self._notes.get(self._block_id, ""))

    def _kept(self, _: object) -> None:
        session = self._desk.live.session
        if session is not None:
            self._view.say_note_saved(wall_clock(self._clock.now().utc, session.zone))

    def _failed(self, error: WorkshopError) -> None:
        self._view.say_note_failed()
        self._desk.failed(error)
