"""Capstones: a team code opens one, every field is saved by itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workshop_studio.domain.capstone import Answer, Capstone
from workshop_studio.domain.errors import RuleBroken, StaleEdit
from workshop_studio.domain.events import CapstoneChanged, FeedbackChanged
from workshop_studio.domain.feedback import Feedback

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_studio.domain.cohort import Cohort, Participant, Team
    from workshop_studio.domain.feedback import FeedbackValue
    from workshop_studio.ports.unit_of_work import UnitOfWork
    from workshop_studio.services.event_bus import EventBus


@dataclass(frozen=True, slots=True)
class TeamDesk:
    """What a team code opens: the team, its people and its capstone."""

    cohort_id: str
    cohort_name: str
    team: Team
    members: tuple[Participant, ...]
    capstone: Capstone


@dataclass(frozen=True, slots=True)
class Review:
    """A capstone with its feedback, for the facilitator."""

    desk: TeamDesk
    feedback: Feedback


class CapstoneService:
    """A public method is one transaction; call them on the lane."""

    def __init__(self, unit_of_work: UnitOfWork, bus: EventBus, new_id: Callable[[], str]) -> None:
        self._unit_of_work = unit_of_work
        self._bus = bus
        self._new_id = new_id

    def open(self, code: str) -> TeamDesk:
        """Return the desk of a team code (any case, spaces ignored), made on first use.

        Raises RuleBroken("code-unknown").
        """
        wanted = "".join(code.split()).upper()
        with self._unit_of_work.writing() as work:
            for cohort in work.cohorts.all():
                for team in cohort.teams:
                    if team.code != wanted:
                        continue
                    capstone = work.capstones.of_team(team.id)
                    if capstone is None:
                        capstone = Capstone(self._new_id(), team.id)
                        work.capstones.add(capstone)
                        work.commit()
                    return _desk(cohort, team, capstone)
        raise RuleBroken("code-unknown")

    def set_answer(self, capstone_id: str, key: str, answer: Answer, seen: Answer) -> Capstone:
        """Save one field. `seen` is the answer that the writer started from.

        Another field changed elsewhere in the meantime is no conflict; the same field is:
        raises StaleEdit, and nothing is overwritten.
        """
        with self._unit_of_work.writing() as work:
            before = work.capstones.get(capstone_id)
            stored = before.answer(key)
            if stored not in {seen, answer}:
                raise StaleEdit(key)
            after = before.with_answer(key, answer)
            work.capstones.replace(after, seen_revision=before.revision)
            work.commit()
        self._bus.publish(CapstoneChanged(capstone_id, after.revision))
        return after

    def card(self, capstone_id: str) -> Capstone:
        """Return a capstone as it is stored; raises RuleBroken("not-found")."""
        with self._unit_of_work.reading() as work:
            return work.capstones.get(capstone_id)

    def set_head(
        self, capstone_id: str, title: str, owner: str, seen: tuple[str, str] | None = None
    ) -> Capstone:
        """Save the title and the owner of the card.

        seen: title and owner that the writer started from; what the writer left alone stays as
        it is stored. Raises StaleEdit("title") or StaleEdit("owner"), and overwrites nothing.
        Without `seen` both are replaced.
        """
        with self._unit_of_work.writing() as work:
            before = work.capstones.get(capstone_id)
            if seen is not None:
                title = _unless_stale("title", title, seen[0], before.title)
                owner = _unless_stale("owner", owner, seen[1], before.owner)
            after = before.with_head(title, owner)
            work.capstones.replace(after, seen_revision=before.revision)
            work.commit()
        self._bus.publish(CapstoneChanged(capstone_id, after.revision))
        return after

    def reviews(self, cohort_id: str) -> tuple[Review, ...]:
        """Return every opened capstone of a cohort with its feedback, by team letter."""
        with self._unit_of_work.reading() as work:
            cohort = work.cohorts.get(cohort_id)
            found = []
            for team in cohort.teams:
                capstone = work.capstones.of_team(team.id)
                if capstone is not None:
                    feedback = work.feedback.of_capstone(capstone.id) or Feedback(capstone.id)
                    found.append(Review(_desk(cohort, team, capstone), feedback))
        return tuple(found)

    def save_feedback(self, feedback: Feedback) -> Feedback:
        """Save feedback over the revision it was read at; returns it with the next one."""
        with self._unit_of_work.writing() as work:
            card = work.capstones.get(feedback.capstone_id)
            saved = replace(feedback, card_revision=card.revision, revision=feedback.revision + 1)
            work.feedback.save(saved, seen_revision=feedback.revision)
            work.commit()
        self._bus.publish(FeedbackChanged(feedback.capstone_id, saved.revision))
        return saved

    def amend_feedback(
        self,
        capstone_id: str,
        key: str,
        value: FeedbackValue,
        *,
        seen: FeedbackValue,
        card_revision: int,
    ) -> Feedback:
        """Save one part of the feedback, written about a revision of the card.

        Another part changed elsewhere in the meantime is no conflict; the same part is: raises
        StaleEdit, and nothing is overwritten. `seen` is what the writer started from.
        """
        with self._unit_of_work.writing() as work:
            before = work.feedback.of_capstone(capstone_id) or Feedback(capstone_id)
            if before.value(key) not in {seen, value}:
                raise StaleEdit("feedback")
            changed = before.with_value(key, value)
            after = replace(changed, card_revision=card_revision, revision=before.revision + 1)
            work.feedback.save(after, seen_revision=before.revision)
            work.commit()
        self._bus.publish(FeedbackChanged(capstone_id, after.revision))
        return after


def _desk(cohort: Cohort, team: Team, capstone: Capstone) -> TeamDesk:
    return TeamDesk(cohort.id, cohort.name, team, cohort.members(team), capstone)


def _unless_stale(name: str, wanted: str, seen: str, stored: str) -> str:
    if wanted == seen:
        return stored
    if stored not in {seen, wanted}:
        raise StaleEdit(name)
    return wanted
