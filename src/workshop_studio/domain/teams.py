"""Tables of four to six in which functions mix."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

from workshop_studio.domain.cohort import Cohort, Participant, Side, Team
from workshop_studio.domain.errors import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

NAMES = (
    "Basil", "Fennel", "Juniper", "Saffron", "Sorrel", "Thyme", "Dill", "Mint", "Chervil",
    "Lovage", "Oregano", "Parsley", "Rosemary", "Sage", "Tarragon", "Verbena",
)  # fmt: skip
LETTERS = "ABCDEFGHIJKLMNOP"
SMALLEST, LARGEST, USUAL = 4, 6, 5
MOST_PEOPLE = LARGEST * len(NAMES)
# No 0/O, 1/I/L, 5/S, 2/Z, 8/B: a code is read from a table card and typed by somebody standing.
CODE_LETTERS = "ACDEFGHJKMNPQRTUVWXY34679"
_SIDES = (Side.BUILDER, Side.CUSTOMER_FACING, Side.GUARDIAN)


def team_sizes(count: int) -> tuple[int, ...]:
    """Return how many sit at each table, as even as possible, largest first.

    Four to six wherever arithmetic allows; below four there is one table, seven is 4 + 3, and
    more than 96 people (16 tables of six) raise RuleBroken("too-many-people").
    """
    if count == 0:
        return ()
    if count > MOST_PEOPLE:
        raise RuleBroken("too-many-people", count=count, most=MOST_PEOPLE)
    tables = max(1, round(count / USUAL), -(-count // LARGEST))
    while tables > 1 and count // tables < SMALLEST and -(-count // (tables - 1)) <= LARGEST:
        tables -= 1
    small, more = divmod(count, tables)
    return tuple(small + 1 if n < more else small for n in range(tables))


def balance(
    cohort: Cohort, new_id: Callable[[], str], random_bytes: Callable[[int], bytes]
) -> Cohort:
    """Return the cohort with teams made anew; codes of kept letters stay.

    Dealt by side, then improved by swaps until no swap lowers `table_cost`; deterministic for
    the same people. Who was alone at a table before counts double (`times_alone`).
    """
    sizes = team_sizes(len(cohort.participants))
    tables = _improved(_dealt(cohort.participants, sizes))
    known = {team.letter: team for team in cohort.teams}
    taken = {team.code for team in cohort.teams}
    teams = []
    for letter, name, table in zip(LETTERS, NAMES, tables, strict=False):
        before = known.get(letter)
        code = before.code if before else team_code(taken, random_bytes)
        taken.add(code)
        ids = tuple(one.id for one in table)
        teams.append(Team(before.id if before else new_id(), letter, name, code, ids))
    return replace(cohort, teams=tuple(teams), revision=cohort.revision + 1)


def settle(cohort: Cohort) -> Cohort:
    """Return the cohort with everybody who is alone of their side counted once more.

    Called when a session of these teams ends, so that the next balance spares the same people.
    """
    lonely = {one.id for team in cohort.teams for one in alone(cohort.members(team))}
    people = tuple(
        replace(one, times_alone=one.times_alone + 1) if one.id in lonely else one
        for one in cohort.participants
    )
    return replace(cohort, participants=people, revision=cohort.revision + 1)


def alone(table: Sequence[Participant]) -> tuple[Participant, ...]:
    """Return those who are the only one of their side at a table of at least three."""
    if len(table) < 3:
        return ()
    return tuple(
        one
        for one in table
        if one.side is not Side.UNKNOWN and sum(o.side is one.side for o in table) == 1
    )


def table_cost(table: Sequence[Participant]) -> int:
    """Return how unlike a good table this one is, 0 for none of the faults.

    100 for each missing side, 40 for a manager beside a direct report, 12 for each outsider who
    was one before, 3 for each repeated function. Weights order the faults, they measure nothing.
    """
    sides = {one.side for one in table}
    cost = 100 * sum(side not in sides for side in _SIDES)
    cost += 40 * len(reporting_pairs(table))
    cost += sum(12 * one.times_alone for one in alone(table))
    functions = [one.function.casefold() for one in table if one.function]
    return cost + 3 * (len(functions) - len(set(functions)))


def reporting_pairs(table: Sequence[Participant]) -> tuple[tuple[str, str], ...]:
    """Return (manager, report) names that sit at one table."""
    names = {one.name.casefold(): one.name for one in table}
    return tuple(
        (names[one.manager.casefold()], one.name)
        for one in table
        if one.manager and one.manager.casefold() in names
    )


@dataclass(frozen=True, slots=True)
class Fault:
    """What is not ideal at a table: `short` on its card, `text` in a sentence after its name."""

    short: str
    text: str


def faults(table: Sequence[Participant]) -> tuple[Fault, ...]:
    """Return what is not ideal at a table, none for an empty one."""
    found = []
    if len(table) > LARGEST:
        found.append(Fault(f"{len(table)} people", f"{len(table)} people, more than six"))
    elif 0 < len(table) < SMALLEST:
        people = "one person" if len(table) == 1 else f"{len(table)} people"
        found.append(Fault(people, f"{people}, fewer than four"))
    sides = {one.side for one in table}
    missing = [side.value for side in _SIDES if side not in sides] if table else []
    found.extend(Fault(f"no {side}", f"no {side} at this table") for side in missing)
    found.extend(
        Fault("manager and report", f"{boss} sits with a direct report")
        for boss, _ in reporting_pairs(table)[:1]
    )
    return tuple(found)


def unseated(cohort: Cohort) -> tuple[Participant, ...]:
    """Return the people who sit at no table though there are tables."""
    if not cohort.teams:
        return ()
    seated = {member for team in cohort.teams for member in team.member_ids}
    return tuple(one for one in cohort.participants if one.id not in seated)


def seat_newcomers(cohort: Cohort) -> Cohort:
    """Return the cohort with people without a table at the one they suit best; nobody else moves.

    A table of six is full; who finds no room stays without a table. The revision is the caller's.
    """
    tables = {team.id: list(cohort.members(team)) for team in cohort.teams}
    for one in unseated(cohort):
        free = [key for key, table in tables.items() if len(table) < LARGEST]
        if not free:
            break
        # The smallest first: a table of three waits for its fourth whatever the sides are.
        least = min(len(tables[key]) for key in free)
        small = [key for key in free if len(tables[key]) == least]
        tables[min(small, key=partial(_cost_with, tables, one))].append(one)
    teams = tuple(
        replace(team, member_ids=tuple(one.id for one in tables[team.id])) for team in cohort.teams
    )
    return replace(cohort, teams=teams)


def _cost_with(tables: dict[str, list[Participant]], one: Participant, key: str) -> int:
    return table_cost([*tables[key], one]) - table_cost(tables[key])


def move(cohort: Cohort, participant_id: str, team_id: str) -> Cohort:
    """Return the cohort with somebody at another table; raises RuleBroken("not-found")."""
    cohort.participant(participant_id)
    if team_id not in {team.id for team in cohort.teams}:
        raise RuleBroken("not-found", thing="team")
    teams = []
    for team in cohort.teams:
        ids = tuple(m for m in team.member_ids if m != participant_id)
        if team.id == team_id:
            ids = team.member_ids if participant_id in team.member_ids else (*ids, participant_id)
        teams.append(replace(team, member_ids=ids))
    return replace(cohort, teams=tuple(teams), revision=cohort.revision + 1)


def team_code(taken: set[str], random_bytes: Callable[[int], bytes]) -> str:
    """Return a code of four letters and digits that is not taken and cannot be misread."""
    while True:
        drawn = [byte for byte in random_bytes(16) if byte < 225][:4]
        if len(drawn) < 4:
            continue
        code = "".join(CODE_LETTERS[byte % 25] for byte in drawn)
        if code not in taken:
            return code


def _dealt(people: Sequence[Participant], sizes: Sequence[int]) -> list[list[Participant]]:
    order = {side: place for place, side in enumerate((Side.GUARDIAN, Side.BUILDER, *_SIDES))}
    ranked = sorted(people, key=lambda one: (order.get(one.side, 9), one.function.casefold()))
    tables: list[list[Participant]] = [[] for _ in sizes]
    at = 0
    for one in ranked:
        while len(tables[at % len(sizes)]) >= sizes[at % len(sizes)]:
            at += 1
        tables[at % len(sizes)].append(one)
        at += 1
    return tables


def _improved(tables: list[list[Participant]]) -> list[list[Participant]]:
    costs = [table_cost(table) for table in tables]
    for _ in range(20):
        changed = False
        for a, b in combinations(range(len(tables)), 2):
            changed = _swap_best(tables, costs, a, b) or changed
        if not changed:
            break
    return tables


def _swap_best(tables: list[list[Participant]], costs: list[int], a: int, b: int) -> bool:
    best = (costs[a] + costs[b], -1, -1)
    for i in range(len(tables[a])):
        for j in range(len(tables[b])):
            left, right = list(tables[a]), list(tables[b])
            left[i], right[j] = right[j], left[i]
            best = min(best, (table_cost(left) + table_cost(right), i, j))
    cost, i, j = best
    if i < 0 or cost >= costs[a] + costs[b]:
        return False
    tables[a][i], tables[b][j] = tables[b][j], tables[a][i]
    costs[a], costs[b] = table_cost(tables[a]), table_cost(tables[b])
    return True
