from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import make_agenda
from fakes import ManualClock
from room import Room, a_running_room
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.replay import state
from workshop_studio.domain.run import RunPhase, needs_recovery, room_times
from workshop_studio.domain.run_log import Act, LogEntry

ACTS = [Act.START, Act.PAUSE, Act.RESUME, Act.NEXT, Act.BACK, Act.EXTEND, Act.END, Act.UNDO]


def test_a_block_counts_down_from_its_start():
    room = a_running_room()
    room.clock.advance(90)
    assert room.left() == 510


@pytest.mark.parametrize("step_s", [3600, -3600])
def test_a_stepped_wall_clock_moves_the_countdown_by_nothing(step_s):
    room = a_running_room()
    room.clock.advance(60)
    room.clock.step_wall(step_s)
    assert room.left() == 540


def test_midnight_needs_no_special_case():
    room = a_running_room()
    room.clock.advance(3 * 24 * 3600)
    assert room.left() == 600 - 3 * 24 * 3600


def test_going_on_keeps_what_earlier_blocks_used():
    room = a_running_room()
    room.clock.advance(700)
    room.do(Act.NEXT)
    room.clock.advance(60)
    assert room.left() == 1140
    assert [one.ended_s for one in room.state.blocks] == [700.0, None, None]


def test_going_back_keeps_the_used_time():
    room = a_running_room()
    room.clock.advance(400)
    room.do(Act.NEXT)
    room.clock.advance(100)
    room.do(Act.BACK)
    assert room.left() == 200
    room.do(Act.PAUSE)
    room.do(Act.NEXT)
    assert room.left() == 1100


def test_a_double_press_of_next_ends_one_block_only():
    room = a_running_room()
    room.clock.advance(300)
    room.do(Act.NEXT)
    room.clock.advance(0.2)
    with pytest.raises(RuleBroken) as refused:
        room.do(Act.NEXT)
    assert refused.value.code == "pressed-twice"
    assert room.state.current == 1


def test_next_on_the_last_block_ends_with_a_summary_and_never_wraps():
    room = Room(make_agenda(10))
    room.do(Act.START)
    room.clock.advance(60)
    room.do(Act.NEXT)
    assert room.state.phase is RunPhase.ENDED
    assert room.state.finished_s == 60
    room.do(Act.UNDO)
    assert room.left() == 540


def test_undo_of_next_goes_on_as_if_it_had_not_happened():
    room = a_running_room()
    room.clock.advance(100)
    room.do(Act.NEXT)
    room.clock.advance(20)
    room.do(Act.UNDO)
    assert room.state.current == 0
    assert room.left() == 480


def test_undo_twice_takes_back_two_acts():
    room = a_running_room()
    room.do(Act.EXTEND, seconds=60)
    room.do(Act.PAUSE)
    room.do(Act.UNDO)
    room.do(Act.UNDO)
    assert room.state.phase is RunPhase.RUNNING
    assert room.left() == 600


def test_time_away_counts_only_as_far_as_the_answer_says():
    room = a_running_room()
    room.clock.advance(60)
    room.clock.restart(after_s=120)
    assert needs_recovery(room.state, room.log, room.clock.now())
    room.do(Act.RECOVER, seconds=180)
    room.clock.advance(10)
    assert room.left() == 600 - 190


def test_an_ended_run_asks_nothing_after_a_restart():
    room = a_running_room()
    room.do(Act.END)
    room.clock.restart(after_s=10)
    assert not needs_recovery(room.state, room.log, room.clock.now())


steps = st.lists(
    st.tuples(st.sampled_from(ACTS), st.floats(0, 900), st.floats(-120, 600)), max_size=25
)


@given(steps)
def test_any_prefix_of_the_log_replays_to_the_state_that_was_live_then(moves):
    room = Room()
    live = [room.state]
    for act, wait_s, seconds in moves:
        room.clock.advance(wait_s)
        try:
            room.do(act, **({"seconds": seconds} if act is Act.EXTEND else {}))
        except RuleBroken:
            continue
        live.append(room.state)
    assert [state(room.agenda, room.log[:n]) for n in range(len(room.log) + 1)] == live


@given(steps)
def test_undo_restores_the_state_before_the_act_exactly(moves):
    room = Room()
    for act, wait_s, seconds in moves:
        room.clock.advance(wait_s)
        before = room.state
        try:
            room.do(act, **({"seconds": seconds} if act is Act.EXTEND else {}))
        except RuleBroken:
            continue
        if act is not Act.UNDO:
            room.do(Act.UNDO)
            assert room.state == before
            break


@given(st.lists(st.floats(0, 5000), min_size=1, max_size=20))
def test_the_axis_of_a_run_never_falls(waits):
    clock = ManualClock()
    log = ()
    for seq, wait_s in enumerate(waits, start=1):
        clock.advance(wait_s)
        clock.step_wall(-wait_s * 2)
        log = (*log, LogEntry(seq, Act.CUE, clock.now(), text=str(seq)))
    times = room_times(log)
    assert all(a <= b for a, b in itertools.pairwise(times))
