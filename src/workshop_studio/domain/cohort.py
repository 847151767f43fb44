"""A cohort: the people who learn together, and the teams they sit in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from workshop_studio.domain.errors import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


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

    Somebody is the same by mail address (any case), else by name where one of both sides has no
    address. Addresses are looked at first, for the whole file: a namesake without one takes
    nobody else's place. `missing` names those who are no longer in the file.
    """
    rows = tuple(people)
    known = _matched(cohort.participants, rows)
    participants = list(cohort.participants)
    added = updated = 0
    for person, place in zip(rows, known, strict=True):
        if place is None:
            participants.append(_joined(person, new_id()))
            added += 1
            continue
        after = _updated(participants[place], person)
        updated += after != participants[place]
        participants[place] = after
    seen = set(known)
    missing = tuple(one.name for place, one in enumerate(cohort.participants) if place not in seen)
    merged = replace(
        cohort,
        participants=tuple(participants),
        revision=cohort.revision + 1 if added + updated else cohort.revision,
    )
    return MergeResult(merged, added, updated, len(rows) - added - updated, missing)


def _joined(person: Person, participant_id: str) -> Participant:
    return Participant(
        participant_id, person.name, person.mail, person.function, person.side, person.manager
    )


def _matched(known: Sequence[Participant], people: Sequence[Person]) -> list[int | None]:
    """Return for each person the place of the participant that is the same, each at most once."""
    by_mail: dict[str, int] = {}
    by_name: dict[str, list[int]] = {}
    for place, one in enumerate(known):
        by_name.setdefault(one.name.casefold(), []).append(place)
        if one.mail:
            by_mail.setdefault(one.mail.casefold(), place)
    places: list[int | None] = [by_mail.pop(person.mail.casefold(), None) for person in people]
    taken = {place for place in places if place is not None}
    for row, person in enumerate(people):
        if places[row] is None:
            free = [p for p in by_name.get(person.name.casefold(), ()) if p not in taken]
            places[row] = _namesake([p for p in free if not (known[p].mail and person.mail)], known)
            taken.update(p for p in (places[row],) if p is not None)
    return places


def _namesake(places: Sequence[int], known: Sequence[Participant]) -> int | None:
    """Return which of some people of one name is meant, None when that cannot be told.

    Of several the first without an address: were none of them taken, a second import of the same
    file would double people who have no address.
    """
    if len(places) == 1:
        return places[0]
    return next((place for place in places if not known[place].mail), None)


def _updated(one: Participant, person: Person) -> Participant:
    function = person.function or one.function
    # A side that somebody set by hand outlives an import that says nothing new about the work.
    is_known = one.side is not Side.UNKNOWN and function.casefold() == one.function.casefold()
    side = one.side if is_known or person.side is Side.UNKNOWN else person.side
    return replace(
        one,
        name=person.name or one.name,
        mail=person.mail or one.mail,
        function=function,
        side=side,
        manager=person.manager or one.manager,
    )
