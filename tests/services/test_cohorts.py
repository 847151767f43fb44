from __future__ import annotations

import pytest

from fakes import ManualClock
from studio_fixture import a_studio, some_people
from workshop_studio.domain.cohort import Person, Side
from workshop_studio.domain.errors import RuleBroken


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def studio(tmp_path, clock):
    opened = a_studio(tmp_path, clock)
    yield opened
    opened.close()


@pytest.fixture
def cohort(studio):
    return studio.cohorts.cohorts()[0]


def seats(cohort):
    return {team.letter: set(team.member_ids) for team in cohort.teams}


def test_a_cohort_of_people_has_its_teams_at_once(studio):
    made = studio.cohorts.create_of(" Spring ", some_people(10))
    assert made.name == "Spring"
    assert [len(team.member_ids) for team in studio.cohorts.cohort(made.id).teams] == [5, 5]


def test_more_people_than_tables_hold_are_kept_without_teams(studio):
    made = studio.cohorts.create_of("Everybody", some_people(97))
    assert (len(made.participants), made.teams) == (97, ())


def test_a_cohort_without_a_name_is_refused_and_nothing_is_kept(studio):
    with pytest.raises(RuleBroken) as refused:
        studio.cohorts.create_of("  ", some_people(5))
    assert refused.value.code == "name-missing"
    assert len(studio.cohorts.cohorts()) == 1


def test_people_who_join_later_get_a_table_and_nobody_else_moves(studio):
    cohort = studio.cohorts.create_of("Spring", some_people(10))
    new = Person("Sample New", "new@example.org", "legal", Side.GUARDIAN)
    after = studio.cohorts.import_people(cohort.id, (*some_people(10), new)).cohort
    joined = next(one for one in after.participants if one.name == "Sample New")
    assert after.team_of(joined.id) is not None
    assert all(before <= seats(after)[letter] for letter, before in seats(cohort).items())


def test_an_import_is_undone_with_the_people_it_added(studio, cohort):
    married = Person("Sample Married", "sample1@example.org", "law")
    more = (married, *some_people()[1:], Person("Sample New"))
    after = studio.cohorts.import_people(cohort.id, more).cohort
    assert len(studio.cohorts.cohort(cohort.id).participants) == 13
    studio.cohorts.restore(cohort, seen_revision=after.revision)
    now = studio.cohorts.cohort(cohort.id)
    assert (now.participants, now.teams) == (cohort.participants, cohort.teams)


def test_an_undo_after_another_change_takes_back_nothing(studio, cohort):
    person = cohort.teams[0].member_ids[0]
    moved = studio.cohorts.move(cohort.id, person, cohort.teams[1].id)
    studio.cohorts.set_side(cohort.id, person, Side.GUARDIAN)
    with pytest.raises(RuleBroken) as refused:
        studio.cohorts.restore(cohort, seen_revision=moved.revision)
    assert refused.value.code == "changed-since"
    assert studio.cohorts.cohort(cohort.id).team_of(person).id == cohort.teams[1].id


def test_a_side_that_was_unknown_is_set_by_a_person(studio):
    made = studio.cohorts.create_of("Spring", [Person("Ada", function="Finance partner")])
    assert made.participants[0].side is Side.UNKNOWN
    studio.cohorts.set_side(made.id, made.participants[0].id, Side.GUARDIAN)
    assert studio.cohorts.cohort(made.id).participants[0].side is Side.GUARDIAN


def test_somebody_is_removed_from_people_and_table(studio, cohort):
    person = cohort.teams[0].member_ids[0]
    studio.cohorts.remove(cohort.id, person)
    now = studio.cohorts.cohort(cohort.id)
    assert person not in {one.id for one in now.participants}
    assert len(now.teams[0].member_ids) == len(cohort.teams[0].member_ids) - 1


def test_somebody_with_a_journal_stays(studio, cohort):
    person = cohort.participants[0]
    studio.journals.begin(person.id, "four plain words here")
    with pytest.raises(RuleBroken) as refused:
        studio.cohorts.remove(cohort.id, person.id)
    assert refused.value.code == "person-has-journal"
    assert person in studio.cohorts.cohort(cohort.id).participants


def test_balancing_without_a_session_in_between_moves_and_counts_nobody(studio, cohort):
    after = studio.cohorts.balance(cohort.id)
    assert seats(after) == seats(cohort)
    assert all(one.times_alone == 0 for one in after.participants)


def test_who_was_alone_in_a_session_is_counted_once_and_spared_at_the_next_tables(tmp_path, clock):
    studio = a_studio(tmp_path, clock, with_session=False)
    sides = [Side.GUARDIAN] * 3 + [Side.BUILDER] * 3 + [Side.CUSTOMER_FACING] * 4
    people = [Person(f"P {n}", function=f"f{n}", side=side) for n, side in enumerate(sides)]
    cohort = studio.cohorts.create_of("Autumn", people)
    session = studio.planning.plan(cohort.id, "ask-early", clock.now().utc, "Europe/Berlin")
    studio.live.open(session.id)
    studio.live.start()
    after = studio.cohorts.balance(cohort.id)
    counted = {p.name: p.times_alone for p in after.participants if p.side is Side.GUARDIAN}
    assert sorted(counted.values()) == [0, 0, 1]
    lonely = next(p for p in after.participants if counted.get(p.name) == 1)
    table = after.members(after.team_of(lonely.id))
    assert sum(one.side is Side.GUARDIAN for one in table) == 2
    again = studio.cohorts.balance(cohort.id)
    assert {p.name: p.times_alone for p in again.participants if p.name in counted} == counted
    studio.close()
