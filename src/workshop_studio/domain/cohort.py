"""A cohort: the people who learn together, and the teams they sit in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from workshop_studio.domain.errors import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Side(StrEnum):
    """Where somebody's work stands; every table wants one of each of the first three."""

    BUILDER = "builder"
    CUSTOMER_FACING = "customer-facing"
    GUARDIAN = "guardian"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Person:
    """One row of a roster, understood."""

    name: str
    mail: str = ""
    function: str = ""
    side: Side = Side.UNKNOWN
    manager: str = ""


@dataclass(frozen=True, slots=True)
class Participant:
    """A person in a cohort. times_alone: how often they were the only one of their side."""

    id: str
    name: str
    mail: str = ""
    function: str = ""
    side: Side = Side.UNKNOWN
    manager: str = ""
    times_alone: int = 0


@dataclass(frozen=True, slots=True)
class Team:
    """A table: letter, name, the code typed at the station, and who sits there."""

    id: str
    letter: str
    name: str
    code: str
    member_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cohort:
    """Participants in the order they came, teams by letter."""

    id: str
    name: str
    participants: tuple[Participant, ...] = ()
    teams: tuple[Team, ...] = ()
    revision: int = 1

    def participant(self, participant_id: str) -> Participant:
        """Return a participant; raises RuleBroken("not-found")."""
        for one in self.participants:
            if one.id == participant_id:
                return one
        raise RuleBroken("not-found", thing="participant")

    def team_of(self, participant_id: str) -> Team | None:
        """Return the team that somebody sits in, None before teams were made."""
        return next((t for t in self.teams if participant_id in t.member_ids), None)

    def members(self, team: Team) -> tuple[Participant, ...]:
        """Return the people of a team in its order."""
        known = {one.id: one for one in self.participants}
        return tuple(known[member] for member in team.member_ids if member in known)


@dataclass(frozen=True, slots=True)
class MergeResult:
    """A cohort after an import, and what the import did to it."""

    cohort: Cohort
    added: int
    updated: int
    unchanged: int
    missing: tuple[str, ...]


def merge_people(
    cohort: Cohort, people: Iterable[Person], new_id: Callable[[], str]
) -> MergeResult:
    """Return the cohort with the people added or updated, never doubled and never removed.

    Somebody is the same by mail address (any case), else by name when one of both sides has no
    address and the name is known once. `missing` names those who are no longer in the file.
    """
    participants = list(cohort.participants)
    counts = {"added": 0, "updated": 0, "unchanged": 0}
    seen: set[str] = set()
    for person in people:
        index = _known_as(participants, person, seen)
        if index is None:
            participants.append(_joined(person, new_id()))
            seen.add(participants[-1].id)
            counts["added"] += 1
            continue
        before = participants[index]
        after = _updated(before, person)
        participants[index] = after
        seen.add(after.id)
        counts["unchanged" if after == before else "updated"] += 1
    missing = tuple(one.name for one in participants if one.id not in seen)
    changed = counts["added"] + counts["updated"] > 0
    merged = replace(
        cohort,
        participants=tuple(participants),
        revision=cohort.revision + 1 if changed else cohort.revision,
    )
    return MergeResult(merged, counts["added"], counts["updated"], counts["unchanged"], missing)


def _joined(person: Person, participant_id: str) -> Participant:
    return Participant(
        participant_id, person.name, person.mail, person.function, person.side, person.manager
    )


def _known_as(participants: list[Participant], person: Person, seen: set[str]) -> int | None:
    free = [(i, one) for i, one in enumerate(participants) if one.id not in seen]
    if person.mail:
        for index, one in free:
            if one.mail.casefold() == person.mail.casefold():
                return index
    same = [
        index
        for index, one in free
        if one.name.casefold() == person.name.casefold() and not (one.mail and person.mail)
    ]
    return same[0] if len(same) == 1 else None


def _updated(one: Participant, person: Person) -> Participant:
    return replace(
        one,
        name=person.name or one.name,
        mail=person.mail or one.mail,
        function=person.function or one.function,
        side=person.side if person.side is not Side.UNKNOWN else one.side,
        manager=person.manager or one.manager,
    )
