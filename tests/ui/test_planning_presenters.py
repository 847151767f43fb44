"""Planning without a window: a real workspace, an inline lane, a view that remembers."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from fakes import InlineLane, ManualClock
from studio_fixture import a_studio
from workshop_studio.domain.cohort import Side
from workshop_studio.domain.errors import FileRejected, Problem
from workshop_studio.domain.roster import Field, RosterTable
from workshop_studio.ui.planning.presenter import PlanningPresenter
from workshop_studio.ui.planning.roster_presenter import NEW_COHORT, RosterPresenter


class View:
    """Remembers what it was told."""

    def __init__(self):
        self.state, self.preview, self.reading = None, None, ""
        self.problems, self.done, self.saved, self.closed = [], [], [], 0

    def show_state(self, state):
        self.state = state

    def show_saved(self, time_of_day):
        self.saved.append(time_of_day)

    def say_problem(self, text):
        self.problems.append(text)

    def say_done(self, text, *, can_undo):
        self.done.append((text, can_undo))

    def show_reading(self, file):
        self.reading = file

    def show_preview(self, preview):
        self.preview = preview

    def close_preview(self):
        self.preview = None
        self.closed += 1


class HeldLane(InlineLane):
    """Keeps jobs until they are let go."""

    def __init__(self):
        self.jobs = []

    def submit(self, job, done=None, failed=None):
        self.jobs.append((job, done, failed))

    def let_go(self):
        jobs, self.jobs = self.jobs, []
        for job in jobs:
            super().submit(*job)


TABLE = RosterTable(
    ("Name", "Mail", "Department", "Job title"),
    (
        ("Ada One", "ada@example.org", "Legal", "Counsel"),
        ("Bo Two", "", "Sales", "Account manager"),
    ),
    (2, 3),
    1,
    "UTF-8, commas",
)


class Planning:
    def __init__(self, studio, lane=None):
        self.studio, self.view, self.refused = studio, View(), []
        self.lane = lane or InlineLane()
        self.table = TABLE
        self.presenter = PlanningPresenter(studio, self.lane, self.view)
        self.rosters = RosterPresenter(
            studio, self.lane, self.read, self.view, self.presenter.roster_taken,
            self.refused.append,
        )  # fmt: skip

    def read(self, path):
        if path.name == "broken.csv":
            raise FileRejected(Problem("broken.csv", 0, "broken.csv is empty."))
        return self.table

    @property
    def cohort(self):
        return self.view.state.cohort


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def studio(tmp_path, clock):
    opened = a_studio(tmp_path, clock)
    yield opened
    opened.close()


@pytest.fixture
def planning(studio):
    made = Planning(studio)
    made.presenter.refresh()
    return made


def test_a_preview_says_what_would_happen_and_changes_nothing(planning, studio):
    planning.rosters.open(Path("spring-people.csv"), NEW_COHORT)
    preview = planning.view.preview
    assert (preview.verb, preview.counts) == ("Take 2 people", "All of them are new.")
    assert preview.how == "UTF-8, commas, header in row 1"
    assert preview.wish.name == "Spring people"
    assert preview.refusal == ""
    assert len(studio.cohorts.cohorts()) == 1


def test_a_file_without_a_header_says_so(planning):
    planning.table = RosterTable(("column 1",), (("x@example.org",),), (1,), 0, "UTF-8, commas")
    planning.rosters.open(Path("list.csv"), NEW_COHORT)
    assert planning.view.preview.how == "UTF-8, commas, no header"
    assert planning.view.preview.refusal == "Say which column holds names first."


def test_passing_a_meaning_on_the_way_to_another_takes_it_from_nobody(planning):
    planning.rosters.open(Path("list.csv"), NEW_COHORT)
    for field in (Field.NAME, Field.MAIL, Field.FUNCTION):
        planning.rosters.choose_field(3, field)
    wish = planning.view.preview.wish
    assert wish.plan == (Field.NAME, Field.MAIL, Field.IGNORE, Field.FUNCTION)
    assert wish.note == "“Job title” is the function now, so “Department” is ignored."
    planning.rosters.choose_field(2, Field.MANAGER)
    plan = planning.view.preview.wish.plan
    assert plan == (Field.NAME, Field.MAIL, Field.MANAGER, Field.FUNCTION)


def test_a_plan_without_names_and_a_cohort_without_a_name_are_refused(planning, studio):
    planning.rosters.open(Path("list.csv"), NEW_COHORT)
    planning.rosters.choose_field(0, Field.IGNORE)
    assert planning.view.preview.refusal == "Say which column holds names first."
    assert planning.view.preview.counts == ""
    planning.rosters.take()
    planning.rosters.choose_field(0, Field.NAME)
    planning.rosters.name_cohort("  ")
    assert planning.view.preview.refusal == "Give the cohort a name first."
    planning.rosters.take()
    assert len(studio.cohorts.cohorts()) == 1


def test_people_taken_into_a_new_cohort_have_a_session_and_no_undo(planning, studio):
    planning.rosters.open(Path("list.csv"), NEW_COHORT)
    planning.rosters.name_cohort("Spring")
    planning.rosters.take()
    assert planning.cohort.name == "Spring"
    assert planning.view.done[-1] == ("2 people taken, 1 team made", False)
    assert [s.cohort_id for s in planning.view.state.sessions] == [planning.cohort.id]


def test_an_import_into_the_shown_cohort_is_undone_whole(planning, studio):
    before = planning.cohort
    planning.rosters.open(Path("list.csv"), before.id)
    assert planning.view.preview.counts == "2 added, 0 updated, 0 unchanged."
    planning.rosters.take()
    text, can_undo = planning.view.done[-1]
    assert can_undo
    assert text.startswith("2 added, 0 updated, 0 unchanged. No longer in the file, kept: Sample 1")
    assert text.endswith("and 9 more")
    assert len(planning.cohort.participants) == 14
    planning.presenter.undo()
    assert planning.cohort.participants == before.participants


def test_an_undo_is_refused_in_words_when_something_else_was_changed(planning, studio):
    cohort = planning.cohort
    one, other = cohort.teams[0].member_ids[:2]
    planning.presenter.move(one, cohort.teams[1].id)
    studio.cohorts.set_side(cohort.id, other, Side.UNKNOWN)
    planning.presenter.undo()
    assert planning.view.problems[-1] == "Something else was changed since, so nothing was undone."
    assert studio.cohorts.cohort(cohort.id).team_of(one).letter == "B"


def test_a_change_on_top_of_an_unseen_one_offers_no_undo(planning, studio):
    cohort = planning.cohort
    one, other = cohort.teams[0].member_ids[:2]
    studio.cohorts.set_side(cohort.id, other, Side.UNKNOWN)
    planning.presenter.move(one, cohort.teams[1].id)
    assert planning.view.done[-1][1] is False
    planning.presenter.undo()
    assert planning.view.problems[-1] == "There is nothing to undo."


def test_an_undo_after_another_cohort_was_chosen_shows_what_it_took_back(planning, studio):
    cohort = planning.cohort
    planning.presenter.move(cohort.teams[0].member_ids[0], cohort.teams[1].id)
    planning.presenter.choose_cohort(studio.cohorts.create("Other").id)
    planning.presenter.undo()
    assert planning.cohort.id == cohort.id
    assert planning.cohort.teams == cohort.teams
    assert planning.view.done[-1] == ("Put back as it was", False)


def test_moving_somebody_to_their_own_table_does_nothing(planning):
    team = planning.cohort.teams[0]
    planning.presenter.move(team.member_ids[0], team.id)
    assert planning.view.done == []


def test_balancing_tables_that_are_balanced_says_that_nobody_moved(planning):
    planning.presenter.balance()
    said = ("The tables mix as well as they can, so nobody moved", False)
    assert planning.view.done[-1] == said


def test_a_file_that_cannot_be_read_closes_the_preview_and_says_why(planning):
    planning.rosters.open(Path("broken.csv"), NEW_COHORT)
    assert planning.view.closed == 1
    assert str(planning.refused[0]) == "broken.csv: broken.csv is empty."


def test_a_file_that_arrives_after_stepping_back_is_not_shown(studio):
    planning = Planning(studio, HeldLane())
    planning.rosters.open(Path("slow.csv"), NEW_COHORT)
    assert planning.view.reading == "slow.csv"
    planning.rosters.step_back()
    planning.lane.let_go()
    assert planning.view.preview is None


def test_a_name_typed_while_the_file_is_reckoned_is_kept(studio):
    planning = Planning(studio, HeldLane())
    planning.rosters.open(Path("slow.csv"), NEW_COHORT)
    planning.lane.let_go()
    planning.rosters.choose_field(3, Field.FUNCTION)
    planning.rosters.name_cohort("Spring")
    planning.lane.let_go()
    assert planning.view.preview.wish.name == "Spring"
    assert planning.view.preview.wish.plan[3] is Field.FUNCTION


def test_taking_twice_in_a_moment_takes_once(studio):
    planning = Planning(studio, HeldLane())
    planning.rosters.open(Path("list.csv"), NEW_COHORT)
    planning.lane.let_go()
    planning.rosters.take()
    planning.rosters.take()
    planning.lane.let_go()
    assert len(studio.cohorts.cohorts()) == 2


def test_a_chosen_cohort_stays_shown_when_a_newer_one_appears(planning, studio):
    first = planning.cohort.id
    planning.presenter.choose_cohort(first)
    studio.cohorts.create("Newer")
    planning.presenter.refresh()
    assert planning.cohort.id == first
    assert [one.name for one in planning.view.state.cohorts] == ["Newer", "Autumn"]


def minutes(planning, text, place=0):
    session = planning.view.state.sessions[0]
    planning.presenter.type_minutes(session.id, session.agenda.blocks[place].id, text)
    return planning.view.state.sessions[0].agenda.blocks[place].planned_s


@pytest.mark.parametrize("text", ["", "ten", "0", "-3", "481", "nan", "inf"])
def test_what_is_no_number_of_minutes_is_refused_in_words(planning, text):
    assert minutes(planning, text) == 360
    assert planning.view.problems[-1] == (
        f"“{text}” is not a number of minutes up to 480. The plan is as it was."
    )


@pytest.mark.parametrize(("text", "seconds"), [("7", 420), (" 7.5 ", 450), ("7,5", 450)])
def test_minutes_are_saved_and_put_back_by_undo(planning, text, seconds):
    assert minutes(planning, text) == seconds
    assert planning.view.saved == ["13:30"]
    planning.presenter.undo()
    assert planning.view.state.sessions[0].agenda.blocks[0].planned_s == 360


def test_fewer_minutes_than_a_block_needs_are_refused(planning):
    assert minutes(planning, "3") == 360
    assert planning.view.problems[-1] == "This block needs at least 4 minutes."


def test_another_start_is_put_back_by_undo(planning):
    session = planning.view.state.sessions[0]
    local = datetime(2026, 10, 7, 9, 0)  # noqa: DTZ001 - a time on the wall of that zone
    planning.presenter.set_start(session.id, local, "Europe/Berlin")
    assert planning.view.state.sessions[0].start_utc.isoformat() == "2026-10-07T07:00:00+00:00"
    assert planning.view.done[-1] == ("Starts at 09:00 now", True)
    planning.presenter.undo()
    assert planning.view.state.sessions[0].start_utc == session.start_utc


def test_a_cohort_without_a_session_gets_one_when_asked(planning, studio):
    made = studio.cohorts.create("Empty")
    planning.presenter.choose_cohort(made.id)
    assert planning.view.state.sessions == ()
    planning.presenter.plan_session()
    assert planning.view.state.sessions[0].pack_id == "ask-early"


def test_another_header_is_understood_anew(planning):
    planning.table = RosterTable(
        ("Spring list", ""),
        (("Name", "Mail"), ("Ada", "a@example.org")),
        (3, 4),
        1,
        "UTF-8, commas",
    )
    planning.rosters.open(Path("list.csv"), NEW_COHORT)
    assert planning.view.preview.header_rows == (1, 3, 0)
    planning.rosters.choose_header(3)
    preview = planning.view.preview
    assert preview.how == "UTF-8, commas, header in row 3"
    assert preview.wish.plan == (Field.NAME, Field.MAIL)
    assert preview.verb == "Take 1 person"
    planning.rosters.choose_header(1)
    assert planning.view.preview.refusal == "Say which column holds names first."
