from __future__ import annotations

import pytest

from builders import HALF_PAST_ONE, make_session
from workshop_studio.domain.errors import RuleBroken, StaleEdit
from workshop_studio.domain.moment import Moment
from workshop_studio.domain.run_log import Act, LogEntry
from workshop_studio.services.memory_work import MemoryUnitOfWork

ENTRY = LogEntry(1, Act.START, Moment(HALF_PAST_ONE, 0.0, "start-1"))


def with_run():
    unit = MemoryUnitOfWork(make_session())
    with unit.writing() as work:
        work.runs.create("r1", "session-1", HALF_PAST_ONE)
        work.commit()
    return unit


def runs(unit):
    with unit.reading() as work:
        return work.runs.all()


def test_what_was_committed_is_there_and_nothing_else():
    unit = with_run()
    with unit.writing() as work:
        work.runs.append("r1", ENTRY)
    assert [run.log for run in runs(unit)] == [()]
    with unit.writing() as work:
        work.runs.append("r1", ENTRY)
        work.runs.beat("r1", ENTRY.at)
        work.runs.keep_plan("r1", make_session())
        work.commit()
    (run,) = runs(unit)
    assert (run.log, run.last_alive_utc, run.plan) == ((ENTRY,), HALF_PAST_ONE, make_session())


def test_an_error_takes_everything_back():
    unit = with_run()

    def twice():
        with unit.writing() as work:
            work.runs.append("r1", ENTRY)
            work.runs.append("r1", ENTRY)

    with pytest.raises(StaleEdit):
        twice()
    assert runs(unit)[0].log == ()


def test_a_copy_goes_its_own_way():
    unit = with_run()
    twin = unit.copy()
    with twin.writing() as work:
        work.runs.append("r1", ENTRY)
        work.commit()
    assert (runs(unit)[0].log, runs(twin)[0].log) == ((), (ENTRY,))


def test_runs_are_found_newest_first():
    unit = with_run()
    with unit.writing() as work:
        assert work.runs.newest_of("another") is None
        work.runs.create("r2", "session-1", HALF_PAST_ONE)
        assert (work.runs.newest().id, work.runs.newest_of("session-1").id) == ("r2", "r2")
    with MemoryUnitOfWork(make_session()).reading() as work:
        assert work.runs.newest() is None


def test_nothing_else_is_found():
    with with_run().reading() as work:
        for store, name in ((work.runs, "r9"), (work.sessions, "s9"), (work.cohorts, "c9")):
            with pytest.raises(RuleBroken, match="not-found"):
                store.get(name)
        assert work.sessions.get("session-1") == make_session()
        assert work.cohorts.get("cohort-1").teams == ()
