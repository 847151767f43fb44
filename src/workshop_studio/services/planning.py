"""Sessions with a place and a time in a cohort."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workshop_studio.domain.breakouts import with_length
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.events import SessionPlanned
from workshop_studio.domain.session import PlannedSession

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from workshop_studio.domain.pack import SessionPack, Shelf
    from workshop_studio.ports.library import PackLibrary
    from workshop_studio.ports.unit_of_work import UnitOfWork
    from workshop_studio.services.event_bus import EventBus


class PlanningService:
    """A public method is one transaction; call them on the lane."""

    def __init__(
        self,
        unit_of_work: UnitOfWork,
        library: PackLibrary,
        bus: EventBus,
        new_id: Callable[[], str],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._library = library
        self._bus = bus
        self._new_id = new_id

    def shelf(self) -> Shelf:
        """Return the packs of this computer."""
        return self._library.shelf()

    def pack(self, pack_id: str) -> SessionPack:
        """Return a pack; raises RuleBroken("pack-missing")."""
        pack = self._library.shelf().pack(pack_id)
        if pack is None:
            raise RuleBroken("pack-missing", pack=pack_id)
        return pack

    def sessions(self) -> tuple[PlannedSession, ...]:
        """Return every session by start time."""
        with self._unit_of_work.reading() as work:
            return work.sessions.all()

    def plan(self, cohort_id: str, pack_id: str, start_utc: datetime, zone: str) -> PlannedSession:
        """Place a session of a pack, with a copy of its agenda."""
        pack = self.pack(pack_id)
        session = PlannedSession(
            self._new_id(), cohort_id, pack.id, pack.title, start_utc, zone, pack.agenda
        )
        with self._unit_of_work.writing() as work:
            work.cohorts.get(cohort_id)
            work.sessions.add(session)
            work.commit()
        self._bus.publish(SessionPlanned(session.id, session.revision))
        return session

    def move(self, session_id: str, start_utc: datetime) -> PlannedSession:
        """Give a session another start."""
        return self._change(session_id, lambda s: replace(s, start_utc=start_utc))

    def set_minutes(self, session_id: str, block_id: str, minutes: float) -> PlannedSession:
        """Plan a block without steps for another length.

        Raises RuleBroken("minutes-under-minimum") and, where an exercise's steps add up to the
        block, RuleBroken("minutes-of-steps").
        """

        def changed(session: PlannedSession) -> PlannedSession:
            agenda = session.agenda
            place = agenda.position(block_id)
            block = agenda.blocks[place]
            if minutes * 60 < block.minimum_s:
                raise RuleBroken("minutes-under-minimum", least=f"{block.minimum_s / 60:g}")
            if block.steps:
                raise RuleBroken("minutes-of-steps", block=block.title)
            blocks = list(agenda.blocks)
            blocks[place] = with_length(block, round(minutes * 60))
            return replace(session, agenda=replace(agenda, blocks=tuple(blocks)))

        return self._change(session_id, changed)

    def _change(
        self, session_id: str, change: Callable[[PlannedSession], PlannedSession]
    ) -> PlannedSession:
        with self._unit_of_work.writing() as work:
            before = work.sessions.get(session_id)
            after = replace(change(before), revision=before.revision + 1)
            work.sessions.replace(after, seen_revision=before.revision)
            work.commit()
        self._bus.publish(SessionPlanned(session_id, after.revision))
        return after
