"""What a cohort's tables look like in a sentence; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop_studio.domain import teams
from workshop_studio.domain.cohort import Side
from workshop_studio.domain.roster import folded

if TYPE_CHECKING:
    from workshop_studio.domain.cohort import Cohort, Participant

SIDE_WORDS = {
    Side.BUILDER: "builder",
    Side.CUSTOMER_FACING: "customer-facing",
    Side.GUARDIAN: "guardian",
    Side.UNKNOWN: "not known",
}

_TOLD = 2


@dataclass(frozen=True, slots=True)
class CohortSummary:
    """One sentence, one line below, and the team or the person it speaks of first ("" for none).

    is_fine: every table mixes all three sides.
    """

    headline: str
    detail: str
    is_fine: bool = False
    team_id: str = ""
    person_id: str = ""


def by_name(cohort: Cohort) -> tuple[Participant, ...]:
    """Return the people by name; letters with and without accents stand together."""
    return tuple(sorted(cohort.participants, key=lambda one: (folded(one.name), one.id)))


def matches(one: Participant, typed: str) -> bool:
    """Return whether somebody's name, function or manager holds every word that was typed."""
    text = folded(f"{one.name} {one.function} {one.manager} {one.mail}")
    return all(word in text for word in folded(typed).split())


def people_words(number: int) -> str:
    """Return "1 person" or "5 people"."""
    return "1 person" if number == 1 else f"{number} people"


def teams_words(number: int) -> str:
    """Return "1 team" or "6 teams"."""
    return "1 team" if number == 1 else f"{number} teams"


def summary(cohort: Cohort) -> CohortSummary:
    """Return what stands above the tables."""
    if not cohort.participants:
        return CohortSummary("Nobody is in this cohort yet", "Read a roster file to begin.")
    if not cohort.teams:
        return CohortSummary("There are no teams yet", "“Make teams” makes them.")
    found = [(team, fault) for team in cohort.teams for fault in teams.faults(cohort.members(team))]
    unmixed = {team.id for team, fault in found if fault.short.startswith("no ")}
    if unmixed:
        verb = "lacks" if len(unmixed) == 1 else "lack"
        headline = f"{len(unmixed)} of {len(cohort.teams)} tables {verb} one side"
    else:
        headline = "Every table mixes builders, customer-facing people and guardians"
    things = [f"in {team.name}, {fault.text}" for team, fault in found]
    standing = teams.unseated(cohort)
    unknown = tuple(one for one in cohort.participants if one.side is Side.UNKNOWN)
    if standing:
        verb = "has" if len(standing) == 1 else "have"
        things.append(
            f"{people_words(len(standing))} {verb} no table yet, “Balance again” seats them"
        )
    if unknown:
        things.append(f"the side of {people_words(len(unknown))} is not known")
    return CohortSummary(
        headline,
        f"{_to_look_at(things)}." if things else _sizes(cohort),
        is_fine=not unmixed,
        team_id=found[0][0].id if found else "",
        person_id=next((one.id for one in (*standing, *unknown)), ""),
    )


def _to_look_at(things: list[str]) -> str:
    number = "One thing" if len(things) == 1 else f"{len(things)} things"
    more = "; and more" if len(things) > _TOLD else ""
    return f"{number} to look at: {'; '.join(things[:_TOLD])}{more}"


def _sizes(cohort: Cohort) -> str:
    sizes = sorted({len(team.member_ids) for team in cohort.teams})
    many = f"{sizes[0]} to {sizes[-1]}" if len(sizes) > 1 else f"{sizes[0]}"
    return f"{many} people at each table."
