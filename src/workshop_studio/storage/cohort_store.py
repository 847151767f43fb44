"""Cohorts in the database: people and teams are written with their cohort."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import CursorResult, delete, func, select, update

from workshop_studio.domain.cohort import Cohort, Participant, Side, Team
from workshop_studio.domain.errors import RuleBroken, StaleEdit
from workshop_studio.storage.rows import CohortRow, ParticipantRow, TeamRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class SqlCohortStore:
    """Cohorts with their participants and teams."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, cohort: Cohort) -> None:
        """Keep a new cohort."""
        order = self._session.scalar(select(func.max(CohortRow.created_order))) or 0
        self._session.add(
            CohortRow(
                id=cohort.id,
                name=cohort.name,
                created_order=order + 1,
                revision=cohort.revision,
            )
        )
        self._session.flush()
        self._write_people(cohort)

    def get(self, cohort_id: str) -> Cohort:
        """Return a cohort; raises RuleBroken("not-found")."""
        row = self._session.get(CohortRow, cohort_id)
        if row is None:
            raise RuleBroken("not-found", thing="cohort")
        return self._cohort(row)

    def all(self) -> tuple[Cohort, ...]:
        """Return every cohort, newest first."""
        rows = self._session.scalars(select(CohortRow).order_by(CohortRow.created_order.desc()))
        return tuple(self._cohort(row) for row in rows)

    def replace(self, cohort: Cohort, *, seen_revision: int) -> None:
        """Replace it where seen_revision is still the stored one; raises StaleEdit otherwise."""
        wanted = (CohortRow.id == cohort.id) & (CohortRow.revision == seen_revision)
        result = self._session.execute(
            update(CohortRow).where(wanted).values(name=cohort.name, revision=cohort.revision)
        )
        if cast("CursorResult[Any]", result).rowcount == 0:
            raise StaleEdit("cohort")
        self._write_people(cohort)

    def _write_people(self, cohort: Cohort) -> None:
        seats = {
            member: (team.id, seat)
            for team in cohort.teams
            for seat, member in enumerate(team.member_ids)
        }
        stored = self._session.scalars(
            select(ParticipantRow.id).where(ParticipantRow.cohort_id == cohort.id)
        )
        for gone in set(stored) - {one.id for one in cohort.participants}:
            self._session.execute(delete(ParticipantRow).where(ParticipantRow.id == gone))
        for position, one in enumerate(cohort.participants):
            team_id, seat = seats.get(one.id, ("", 0))
            self._session.merge(
                ParticipantRow(
                    id=one.id,
                    cohort_id=cohort.id,
                    position=position,
                    name=one.name,
                    mail=one.mail,
                    function=one.function,
                    side=one.side.value,
                    manager=one.manager,
                    times_alone=one.times_alone,
                    team_id=team_id,
                    seat=seat,
                )
            )
        for team in cohort.teams:
            self._session.merge(
                TeamRow(
                    id=team.id,
                    cohort_id=cohort.id,
                    letter=team.letter,
                    name=team.name,
                    code=team.code,
                )
            )
        self._session.flush()
        kept = [team.id for team in cohort.teams]
        self._session.execute(
            delete(TeamRow).where(TeamRow.cohort_id == cohort.id, TeamRow.id.not_in(kept))
        )

    def _cohort(self, row: CohortRow) -> Cohort:
        people = self._session.scalars(
            select(ParticipantRow)
            .where(ParticipantRow.cohort_id == row.id)
            .order_by(ParticipantRow.position)
        ).all()
        teams = self._session.scalars(
            select(TeamRow).where(TeamRow.cohort_id == row.id).order_by(TeamRow.letter)
        ).all()
        seated = sorted((one for one in people if one.team_id), key=lambda one: one.seat)
        return Cohort(
            id=row.id,
            name=row.name,
            participants=tuple(_participant(one) for one in people),
            teams=tuple(
                Team(
                    team.id,
                    team.letter,
                    team.name,
                    team.code,
                    tuple(one.id for one in seated if one.team_id == team.id),
                )
                for team in teams
            ),
            revision=row.revision,
        )


def _participant(row: ParticipantRow) -> Participant:
    return Participant(
        row.id, row.name, row.mail, row.function, Side(row.side), row.manager, row.times_alone
    )
