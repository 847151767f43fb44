from __future__ import annotations

from dataclasses import replace

import pytest

from builders import HALF_PAST_ONE, make_block, make_session, make_step
from fakes import ManualClock
from workshop_studio.domain.agenda import Agenda
from workshop_studio.domain.capstone import Answer, AnswerState, Capstone
from workshop_studio.domain.cohort import Cohort, Participant, Side, Team
from workshop_studio.domain.errors import RuleBroken, StaleEdit
from workshop_studio.domain.feedback import Feedback, Level, Rating
from workshop_studio.domain.run_log import Act, LogEntry
from workshop_studio.domain.scenario_play import ScenarioPlay
from workshop_studio.storage.workspace_file import open_workspace

PEOPLE = (
    Participant("p1", "Zoë Sample", "zoe@example.org", "design", Side.CUSTOMER_FACING, "Mei"),
    Participant("p2", "Sample Two"),
)
COHORT = Cohort("cohort-1", "Autumn", PEOPLE, (Team("t1", "A", "Basil", "ACDE", ("p2", "p1")),))


@pytest.fixture
def workspace(tmp_path):
    opened = open_workspace(tmp_path / "a.sqlite")
    with opened.writing() as work:
        work.cohorts.add(COHORT)
        work.sessions.add(make_session())
        work.commit()
    yield opened
    opened.close()


def test_a_cohort_comes_back_as_it_was(workspace):
    with workspace.reading() as work:
        assert work.cohorts.get("cohort-1") == COHORT
        assert work.cohorts.all() == (COHORT,)


def test_a_session_comes_back_with_every_word_of_its_agenda(workspace):
    block = make_block("b9", 4, steps=(make_step(),), fixed_start_s=60, materials=("tape ≤ 2 m",))
    session = replace(make_session(Agenda("T", "t", (block,))), id="session-2")
    with workspace.writing() as work:
        work.sessions.add(session)
        work.commit()
    with workspace.reading() as work:
        assert work.sessions.get("session-2") == session


def test_leaving_without_commit_keeps_nothing(workspace):
    with workspace.writing() as work:
        work.cohorts.replace(replace(COHORT, name="Lost", revision=2), seen_revision=1)
    with workspace.reading() as work:
        assert work.cohorts.get("cohort-1").name == "Autumn"


def test_an_edit_of_what_somebody_else_changed_is_refused(workspace):
    with workspace.writing() as work:
        work.cohorts.replace(replace(COHORT, name="First", revision=2), seen_revision=1)
        work.commit()
    with workspace.writing() as work, pytest.raises(StaleEdit):
        work.cohorts.replace(replace(COHORT, name="Second", revision=2), seen_revision=1)


def test_a_run_log_is_kept_in_order_and_never_twice(workspace):
    clock = ManualClock(HALF_PAST_ONE)
    first = LogEntry(1, Act.START, clock.now())
    clock.advance(1.5)
    second = LogEntry(2, Act.EXTEND, clock.now(), "b1", 60.0)
    with workspace.writing() as work:
        work.runs.create("run-1", "session-1", HALF_PAST_ONE)
        work.runs.append("run-1", first)
        work.runs.append("run-1", second)
        work.runs.beat("run-1", clock.now())
        work.commit()
    with workspace.reading() as work:
        record = work.runs.newest()
        assert record.log == (first, second)
        assert record.last_alive_utc == clock.now().utc
    with workspace.writing() as work, pytest.raises(StaleEdit):
        work.runs.append("run-1", second)


def test_a_capstone_and_its_feedback_come_back(workspace):
    capstone = Capstone("c1", "t1", "Pantry").with_answer(
        "limits", Answer(AnswerState.ANSWERED, "≤ 5 % of <b>rows</b>")
    )
    feedback = Feedback("c1", 2, revision=1).with_rating(Rating("clarity", Level.READY, "Good."))
    with workspace.writing() as work:
        work.capstones.add(capstone)
        work.feedback.save(feedback, seen_revision=0)
        work.commit()
    with workspace.reading() as work:
        assert work.capstones.of_team("t1") == capstone
        assert work.feedback.of_capstone("c1") == feedback
    with workspace.writing() as work, pytest.raises(StaleEdit):
        work.feedback.save(replace(feedback, revision=2), seen_revision=0)


def test_what_was_played_of_a_scenario_comes_back(workspace):
    play = ScenarioPlay("session-1", "quiet", 30, 28, "pause", 1)
    with workspace.writing() as work:
        work.plays.save(play)
        work.commit()
    with workspace.reading() as work:
        assert work.plays.get("session-1", "quiet") == play
        assert work.plays.get("session-1", "other") is None


def test_what_is_not_there_is_said_so(workspace):
    with workspace.reading() as work, pytest.raises(RuleBroken) as refused:
        work.sessions.get("nowhere")
    assert refused.value.code == "not-found"
