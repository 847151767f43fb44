"""Cohorts: people from a roster, teams that mix."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workshop_studio.domain import teams
from workshop_studio.domain.cohort import Cohort, MergeResult, Side, merge_people
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.events import CohortChanged
from workshop_studio.domain.run_log import Act, effective

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from workshop_studio.domain.cohort import Person
    from workshop_studio.ports.unit_of_work import UnitOfWork, Work
    from workshop_studio.services.event_bus import EventBus

_COUNTED = "alone-counted-in-run-"


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

    def create_of(self, name: str, people: Iterable[Person]) -> Cohort:
        """Make a cohort of people with teams, as one; raises RuleBroken("name-missing").

        More people than tables can hold are kept without teams.
        """
        if not name.strip():
            raise RuleBroken("name-missing")
        cohort = merge_people(Cohort(self._new_id(), name.strip()), people, self._new_id).cohort
        if len(cohort.participants) <= teams.MOST_PEOPLE:
            cohort = teams.balance(cohort, self._new_id, self._random_bytes)
        with self._unit_of_work.writing() as work:
            work.cohorts.add(cohort)
            work.commit()
        self._bus.publish(CohortChanged(cohort.id, cohort.revision))
        return cohort

    def import_people(self, cohort_id: str, people: Iterable[Person]) -> MergeResult:
        """Add or update people and seat the new ones; the same file again changes nothing."""
        with self._unit_of_work.writing() as work:
            before = work.cohorts.get(cohort_id)
            result = merge_people(before, people, self._new_id)
            if result.cohort.revision != before.revision:
                result = replace(result, cohort=teams.seat_newcomers(result.cohort))
                work.cohorts.replace(result.cohort, seen_revision=before.revision)
                work.commit()
        self._bus.publish(CohortChanged(cohort_id, result.cohort.revision))
        return result

    def balance(self, cohort_id: str) -> Cohort:
        """Make the teams anew; a team with a capstone keeps its letter, name and code.

        Who was alone of their side when these tables met for a session is spared this time.
        Raises RuleBroken("team-has-work") when fewer tables would orphan a team's work.
        """
        with self._unit_of_work.writing() as work:
            before = work.cohorts.get(cohort_id)
            met = _met(work, before)
            after = teams.balance(met, self._new_id, self._random_bytes)
            after = replace(after, revision=before.revision + 1)
            _keep_work(work, before, after)
            work.cohorts.replace(after, seen_revision=before.revision)
            work.commit()
        self._bus.publish(CohortChanged(cohort_id, after.revision))
        return after

    def move(self, cohort_id: str, participant_id: str, team_id: str) -> Cohort:
        """Seat somebody at another table."""
        return self._change(cohort_id, lambda c: teams.move(c, participant_id, team_id))

    def remove(self, cohort_id: str, participant_id: str) -> Cohort:
        """Take somebody out of the cohort; raises RuleBroken("person-has-journal")."""

        def changed(cohort: Cohort) -> Cohort:
            cohort.participant(participant_id)
            people = tuple(p for p in cohort.participants if p.id != participant_id)
            seats = tuple(
                replace(t, member_ids=tuple(m for m in t.member_ids if m != participant_id))
                for t in cohort.teams
            )
            return replace(cohort, participants=people, teams=seats, revision=cohort.revision + 1)

        return self._change(cohort_id, changed)

    def restore(self, earlier: Cohort, *, seen_revision: int) -> Cohort:
        """Put people and tables back as they were; this is how every change here is undone.

        seen_revision: the one that the change left. Raises RuleBroken("changed-since") when
        something else was changed after it, so that no undo takes back more than its own.
        """

        def changed(cohort: Cohort) -> Cohort:
            if cohort.revision != seen_revision:
                raise RuleBroken("changed-since")
            # How often somebody was alone is counted once a session and stays counted.
            counted = {one.id: one.times_alone for one in cohort.participants}
            people = tuple(
                replace(one, times_alone=counted.get(one.id, one.times_alone))
                for one in earlier.participants
            )
            return replace(earlier, participants=people, revision=cohort.revision + 1)

        return self._change(earlier.id, changed)

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
            _keep_work(work, before, after)
            work.cohorts.replace(after, seen_revision=before.revision)
            work.commit()
        self._bus.publish(CohortChanged(cohort_id, after.revision))
        return after


def _keep_work(work: Work, before: Cohort, after: Cohort) -> None:
    """Refuse a change that would orphan what a team or a person has written."""
    teams_kept = {team.id for team in after.teams}
    for team in before.teams:
        if team.id not in teams_kept and work.capstones.of_team(team.id) is not None:
            raise RuleBroken("team-has-work", team=team.name)
    people_kept = {one.id for one in after.participants}
    for one in before.participants:
        if one.id not in people_kept and work.journals.lockbox(one.id) is not None:
            raise RuleBroken("person-has-journal", person=one.name)


def _met(work: Work, cohort: Cohort) -> Cohort:
    """Return the cohort with those counted who were alone in sessions that were not counted yet."""
    for session in work.sessions.all():
        run = work.runs.newest_of(session.id) if session.cohort_id == cohort.id else None
        if run is None or work.settings.get(f"{_COUNTED}{run.id}") is not None:
            continue
        if any(entry.act is Act.START for entry in effective(run.log)):
            work.settings.put(f"{_COUNTED}{run.id}", "yes")
            cohort = teams.settle(cohort)
    return cohort
