"""Planned sessions, played scenarios and settings in the database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import CursorResult, select, update

from workshop_studio.domain.errors import RuleBroken, StaleEdit
from workshop_studio.domain.scenario_play import ScenarioPlay
from workshop_studio.domain.session import PlannedSession
from workshop_studio.storage.agenda_json import decode_agenda, encode_agenda
from workshop_studio.storage.rows import PlayRow, SessionRow, SettingRow
from workshop_studio.storage.times import from_text, to_text

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class SqlSessionStore:
    """Planned sessions with their agendas."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, session: PlannedSession) -> None:
        """Keep a new session."""
        self._session.add(SessionRow(id=session.id, **_columns(session)))
        self._session.flush()

    def get(self, session_id: str) -> PlannedSession:
        """Return a session; raises RuleBroken("not-found")."""
        row = self._session.get(SessionRow, session_id)
        if row is None:
            raise RuleBroken("not-found", thing="session")
        return _planned(row)

    def all(self) -> tuple[PlannedSession, ...]:
        """Return every session by start time."""
        rows = self._session.scalars(select(SessionRow).order_by(SessionRow.start_utc))
        return tuple(_planned(row) for row in rows)

    def replace(self, session: PlannedSession, *, seen_revision: int) -> None:
        """Replace it where seen_revision is still the stored one; raises StaleEdit otherwise."""
        wanted = (SessionRow.id == session.id) & (SessionRow.revision == seen_revision)
        result = self._session.execute(update(SessionRow).where(wanted).values(**_columns(session)))
        if cast("CursorResult[Any]", result).rowcount == 0:
            raise StaleEdit("session")


def _columns(session: PlannedSession) -> dict[str, Any]:
    return {
        "cohort_id": session.cohort_id,
        "pack_id": session.pack_id,
        "title": session.title,
        "start_utc": to_text(session.start_utc),
        "zone": session.zone,
        "agenda": encode_agenda(session.agenda),
        "revision": session.revision,
    }


def _planned(row: SessionRow) -> PlannedSession:
    return PlannedSession(
        id=row.id,
        cohort_id=row.cohort_id,
        pack_id=row.pack_id,
        title=row.title,
        start_utc=from_text(row.start_utc),
        zone=row.zone,
        agenda=decode_agenda(row.agenda),
        revision=row.revision,
    )


class SqlPlayStore:
    """How far scenarios were played."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, session_id: str, scenario_id: str) -> ScenarioPlay | None:
        """Return the play, None before the first day."""
        row = self._session.get(PlayRow, (session_id, scenario_id))
        if row is None:
            return None
        return ScenarioPlay(
            row.session_id, row.scenario_id, row.day, row.decision_day, row.decision, row.revision
        )

    def save(self, play: ScenarioPlay) -> None:
        """Add or replace it; raises StaleEdit when its revision is not the stored one plus 1."""
        row = self._session.get(PlayRow, (play.session_id, play.scenario_id))
        if play.revision != (0 if row is None else row.revision) + 1:
            raise StaleEdit("scenario play")
        self._session.merge(
            PlayRow(
                session_id=play.session_id,
                scenario_id=play.scenario_id,
                day=play.day,
                decision_day=play.decision_day,
                decision=play.decision,
                revision=play.revision,
            )
        )
        self._session.flush()


class SqlSettingStore:
    """Settings of the workspace, as texts by name."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, name: str) -> str | None:
        """Return a setting, None when it was never set."""
        row = self._session.get(SettingRow, name)
        return None if row is None else row.value

    def put(self, name: str, value: str) -> None:
        """Set it."""
        self._session.merge(SettingRow(name=name, value=value))
        self._session.flush()
