"""The state after a log, remembered until the log is another one."""

from __future__ import annotations

import pytest

from builders import make_agenda
from fakes import ManualClock
from workshop_studio.domain import run_cache
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.run import RunPhase, state
from workshop_studio.domain.run_cache import LatestState
from workshop_studio.domain.run_log import Act, LogEntry


def entries(*acts):
    clock, log = ManualClock(), ()
    for act in acts:
        clock.advance(30)
        log = (*log, LogEntry(len(log) + 1, act, clock.now()))
    return log


@pytest.fixture
def walks(monkeypatch):
    """Count how often a log is walked."""
    seen = []

    def counted(agenda, log):
        seen.append(len(log))
        return state(agenda, log)

    monkeypatch.setattr(run_cache, "state", counted)
    return seen


def test_looking_again_walks_no_log(walks):
    latest, agenda, log = LatestState(), make_agenda(), entries(Act.START, Act.PAUSE)
    first = latest.of(agenda, log)
    assert [latest.of(agenda, log) for _ in range(100)] == [first] * 100
    assert walks == [2]
    assert first == state(agenda, log)


def test_an_act_an_edit_and_another_run_are_each_looked_at_anew(walks):
    latest, agenda, log = LatestState(), make_agenda(), entries(Act.START, Act.PAUSE)
    assert latest.of(agenda, log).phase is RunPhase.PAUSED
    longer = (*log, *entries(Act.START, Act.PAUSE, Act.RESUME)[2:])
    assert latest.of(agenda, longer).phase is RunPhase.RUNNING
    other = make_agenda(5, 6)
    assert len(latest.of(other, longer).countdowns) == 2
    assert latest.of(other, ()).phase is RunPhase.READY
    assert walks == [2, 3, 3, 0]


def test_a_refused_log_is_not_remembered():
    latest, agenda = LatestState(), make_agenda()
    wrong = entries(Act.PAUSE)
    for _ in range(2):
        with pytest.raises(RuleBroken, match="act-not-now"):
            latest.of(agenda, wrong)
