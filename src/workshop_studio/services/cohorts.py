"""Cohorts: people from a roster, teams that mix."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workshop_studio.domain import teams
from workshop_studio.domain.cohort import Cohort, MergeResult, Side, merge_people
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.events import CohortChanged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from workshop_studio.domain.cohort import Person, Team
    from workshop_studio.ports.unit_of_work import UnitOfWork
    from workshop_studio.services.event_bus import EventBus


class CohortService:
    """A public method is one transaction; call them on the lane."""

    def __init__(
        self,
        unit_of_work: UnitOfWork,
        bus: EventBus,
        new_id: Callable[[], str],
        random_bytes: Callable[[int], bytes],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._bus = bus
        self._new_id = new_id
        self._random_bytes = random_bytes

    def cohorts(self) -> tuple[Cohort, ...]:
        """Return every cohort, newest first."""
        with self._unit_of_work.reading() as work:
            return work.cohorts.all()

    def cohort(self, cohort_id: str) -> Cohort:
        """Return a cohort; raises RuleBroken("not-found")."""
        with self._unit_of_work.reading() as work:
            return work.cohorts.get(cohort_id)

    def create(self, name: str) -> Cohort:
        """Make an empty cohort; raises RuleBroken("name-missing")."""
        if not name.strip():
            raise RuleBroken("name-missing")
        cohort = Cohort(self._new_id(), name.strip())
        with self._unit_of_work.writing() as work:
            work.cohorts.add(cohort)
            work.commit()
        self._bus.publish(CohortChanged(cohort.id, cohort.revision))
        return cohort

    def import_people(self, cohort_id: str, people: Iterable[Person]) -> MergeResult:
        """Add or update people; the same file again changes nothing."""
        with self._unit_of_work.writing() as work:
            before = work.cohorts.get(cohort_id)
            result = merge_people(before, people, self._new_id)
            if result.cohort.revision != before.revision:
                work.cohorts.replace(result.cohort, seen_revision=before.revision)
                work.commit()
        self._bus.publish(CohortChanged(cohort_id, result.cohort.revision))
        return result

    def balance(self, cohort_id: str) -> Cohort:
        """Make the teams anew; a team with a capstone keeps its letter, name and code.

        Raises RuleBroken("team-has-work") when fewer tables would orphan a team's work.
        """
        with self._unit_of_work.writing() as work:
            before = work.cohorts.get(cohort_id)
            after = teams.balance(before, self._new_id, self._random_bytes)
            kept = {team.id for team in after.teams}
            for team in before.teams:
                if team.id not in kept and work.capstones.of_team(team.id) is not None:
                    raise RuleBroken("team-has-work", team=team.name)
            work.cohorts.replace(after, seen_revision=before.revision)
            work.commit()
        self._bus.publish(CohortChanged(cohort_id, after.revision))
        return after

    def move(self, cohort_id: str, participant_id: str, team_id: str) -> Cohort:
        """Seat somebody at another table."""
        return self._change(cohort_id, lambda c: teams.move(c, participant_id, team_id))

    def restore_teams(self, cohort_id: str, earlier: tuple[Team, ...]) -> Cohort:
        """Seat everybody as they sat in `earlier`; this is how a move is undone."""
        return self._change(cohort_id, lambda c: replace(c, teams=earlier, revision=c.revision + 1))

    def set_side(self, cohort_id: str, participant_id: str, side: Side) -> Cohort:
        """Say where somebody's work stands."""

        def changed(cohort: Cohort) -> Cohort:
            one = replace(cohort.participant(participant_id), side=side)
            people = tuple(one if p.id == one.id else p for p in cohort.participants)
            return replace(cohort, participants=people, revision=cohort.revision + 1)

        return self._change(cohort_id, changed)

    def _change(self, cohort_id: str, change: Callable[[Cohort], Cohort]) -> Cohort:
        with self._unit_of_work.writing() as work:
            before = work.cohorts.get(cohort_id)
            after = change(before)
            work.cohorts.replace(after, seen_revision=before.revision)
            work.commit()
        self._bus.publish(CohortChanged(cohort_id, after.revision))
        return after
