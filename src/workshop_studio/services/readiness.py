"""The pre-flight card: what the session needs, what the computer says, and the ticks by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.material import sheets_of_paper
from workshop_studio.domain.ready_sheet import ready_sheet
from workshop_studio.domain.room_facts import SessionFacts
from workshop_studio.domain.sheet import Audience
from workshop_studio.domain.ticks import (
    HANDOUTS,
    TICKS_BLOCK,
    things_of,
    ticks_as_text,
    ticks_from,
    with_tick,
)

if TYPE_CHECKING:
    from workshop_studio.domain.material import Material
    from workshop_studio.domain.prints import Paper, PrintedPdf
    from workshop_studio.domain.readiness import CheckLine
    from workshop_studio.domain.room_facts import Disk, Power
    from workshop_studio.ports.clock import Clock
    from workshop_studio.ports.computer import Computer
    from workshop_studio.ports.unit_of_work import UnitOfWork
    from workshop_studio.services.notes import NoteService
    from workshop_studio.services.printing import PrintingService


class ReadinessService:
    """Ticks are kept with the session, as a note of a block that no plan has.

    What asks the database goes over the lane; `power` and `disk` go over another worker.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWork,
        clock: Clock,
        notes: NoteService,
        printing: PrintingService,
        computer: Computer,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock
        self._notes = notes
        self._printing = printing
        self._computer = computer

    def session_facts(self, session_id: str) -> SessionFacts:
        """Return what a session needs and what is ticked; raises RuleBroken("not-found")."""
        with self._unit_of_work.reading() as work:
            session = work.sessions.get(session_id)
            cohort = work.cohorts.get(session.cohort_id)
            kept = work.notes.of_session(session_id).get(TICKS_BLOCK, "")
        facts = SessionFacts(
            session.id,
            session.title,
            session.start_utc,
            session.zone,
            session.agenda.planned_s,
            people=len(cohort.participants),
            tables=len(cohort.teams),
            things=things_of(session.agenda),
            ticks=ticks_from(kept),
        )
        try:
            return _with_sheets(facts, self._printing.handouts(session_id))
        except RuleBroken as missing:
            # A pack that is gone must not hide what is ready all the same.
            if missing.code != "pack-missing":
                raise
            return replace(facts, missing_pack=str(missing.facts["pack"]))

    def tick(self, session_id: str, tick_id: str, *, is_on: bool) -> SessionFacts:
        """Set a tick at this moment, or take it away; return what is true then."""
        facts = self.session_facts(session_id)
        at = self._clock.now().utc if is_on else None
        count = facts.people if tick_id == HANDOUTS else 0
        ticks = with_tick(facts.ticks, tick_id, at, count)
        self._notes.write(session_id, TICKS_BLOCK, ticks_as_text(ticks))
        return replace(facts, ticks=ticks)

    def power(self) -> Power:
        """Return what the computer runs on."""
        return self._computer.power()

    def disk(self) -> Disk:
        """Return whether the workspace can be written, and the space left."""
        return self._computer.disk()

    def printed(
        self, session: SessionFacts, lines: tuple[CheckLine, ...], checked_at: str, paper: Paper
    ) -> PrintedPdf:
        """Return the card as one page."""
        return self._printing.sheet(ready_sheet(session, lines, checked_at), session.title, paper)


def _with_sheets(facts: SessionFacts, material: Material) -> SessionFacts:
    counts = [sheets_of_paper(line) for line in material.lines_for(Audience.PARTICIPANTS)]
    known = [count for count in counts if count is not None]
    return replace(facts, sheets=sum(known), uncounted=len(counts) - len(known))
