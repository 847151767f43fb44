"""An answer is kept while the very same frozen values are asked about."""

from __future__ import annotations

import pytest

from builders import make_agenda
from fakes import ManualClock
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.remembered import remembered
from workshop_studio.domain.run import RunPhase, state
from workshop_studio.domain.run_log import Act, LogEntry


def entries(*acts):
    clock, log = ManualClock(), ()
    for act in acts:
        clock.advance(30)
        log = (*log, LogEntry(len(log) + 1, act, clock.now()))
    return log


@pytest.fixture
def walks():
    """The lengths of the logs that were walked."""
    return []


@pytest.fixture
def known_state(walks):
    def counted(agenda, log):
        walks.append(len(log))
        return state(agenda, log)

    return remembered(counted)


def test_looking_again_walks_no_log(known_state, walks):
    agenda, log = make_agenda(), entries(Act.START, Act.PAUSE)
    answers = [known_state(agenda, log) for _ in range(100)]
    assert answers == [state(agenda, log)] * 100
    assert walks == [2]


def test_an_act_and_an_edited_plan_are_each_looked_at_anew(known_state, walks):
    agenda, log = make_agenda(), entries(Act.START, Act.PAUSE)
    assert known_state(agenda, log).phase is RunPhase.PAUSED
    longer = (*log, entries(Act.START, Act.PAUSE, Act.RESUME)[-1])
    assert known_state(agenda, longer).phase is RunPhase.RUNNING
    assert len(known_state(make_agenda(5, 6), longer).countdowns) == 2
    assert known_state(make_agenda(5, 6), ()).phase is RunPhase.READY
    assert walks == [2, 3, 3, 0]


def test_two_logs_looked_at_in_turns_are_both_remembered(known_state, walks):
    """A frozen stage shows an earlier log than the console."""
    agenda, log = make_agenda(), entries(Act.START, Act.PAUSE, Act.RESUME)
    before = log[:1]
    for _ in range(10):
        assert known_state(agenda, log).countdowns != known_state(agenda, before).countdowns
    assert walks == [3, 1]


def test_an_equal_value_is_worked_out_again_and_the_oldest_of_five_is_forgotten(known_state, walks):
    agenda = make_agenda()
    logs = [entries(Act.START, *[Act.NEXT] * count) for count in (0, 1, 0, 1, 2)]
    for log in logs:
        known_state(agenda, log)
    known_state(agenda, logs[1])
    known_state(agenda, logs[0])
    assert walks == [1, 2, 1, 2, 3, 1]


def test_a_refusal_is_not_remembered(known_state, walks):
    agenda, wrong = make_agenda(), entries(Act.PAUSE)
    for _ in range(2):
        with pytest.raises(RuleBroken, match="act-not-now"):
            known_state(agenda, wrong)
    assert walks == [1, 1]


def test_what_is_wrapped_keeps_its_name_and_its_words():
    assert remembered(state).__name__ == "state"
    assert remembered(state).__doc__ == state.__doc__


def test_arguments_by_name_are_passed_on_and_nothing_is_remembered(known_state, walks):
    agenda, log = make_agenda(), entries(Act.START)
    assert known_state(agenda, log=log) == known_state(agenda, log=log) == state(agenda, log)
    assert walks == [1, 1]
