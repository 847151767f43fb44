"""Statements R1 to R4 and R7 to R10: changing the plan while it runs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moves import agendas, facts_of, moves, play

from builders import make_agenda, make_block
from room import Room, a_running_room, with_block
from workshop_studio.domain.agenda import BlockKind
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.plan_change import ChangeKind, PlanChange
from workshop_studio.domain.replay import state
from workshop_studio.domain.run import RunPhase
from workshop_studio.domain.run_log import Act


def refused(room, act, **facts):
    before = room.log
    with pytest.raises(RuleBroken) as reason:
        room.do(act, **facts)
    assert room.log == before
    return reason.value.code


def refused_change(room, kind, block_id, **facts):
    return refused(room, Act.PLAN, changes=(PlanChange(ChangeKind(kind), block_id, **facts),))


@pytest.mark.parametrize(
    ("kind", "block_id", "facts"),
    [
        ("extend", "b3", {"seconds": 300}),
        ("extend", "b2", {"seconds": -300}),
        ("skip", "b2", {}),
        ("move", "b3", {"before_id": "b2"}),
        ("move", "b2", {}),
        ("add", "new", {"block": make_block("new", 5), "before_id": "b2"}),
        ("push", "b2", {"seconds": 300}),
        ("push-rest", "b2", {"seconds": 300}),
    ],
)
def test_nothing_done_to_another_block_disturbs_the_countdown(room, kind, block_id, facts):
    room.do(Act.START)
    room.minutes(4)
    room.change(kind, block_id, **facts)
    assert room.state.running.block.id == "b1"
    assert room.left() == 360
    room.minutes(1)
    assert room.console().clock == "5:00"
    before = room.state
    room.do(Act.UNDO)
    assert room.left() == 300
    assert room.state != before


def test_the_running_block_is_not_deleted_and_says_why(room):
    room.do(Act.START)
    assert refused_change(room, "skip", "b1") == "block-runs"
    assert refused_change(room, "move", "b1") == "block-runs"
    room.minutes(10)
    room.do(Act.NEXT)
    assert refused_change(room, "skip", "b1") == "block-over"
    assert refused_change(room, "move", "b3", before_id="b1") == "block-over"
    assert refused_change(room, "move", "b3", before_id="b2") == "block-over"
    assert refused_change(room, "skip", "nothing") == "no-such-block"


def test_a_block_that_is_removed_before_the_running_one_gives_it_no_other_timer(room):
    room.do(Act.START)
    room.minutes(10)
    room.do(Act.NEXT)
    room.minutes(4)
    room.change("skip", "b3")
    assert room.state.running.block.id == "b2"
    assert room.left() == 16 * 60


@pytest.mark.parametrize("seconds", [300, -120])
def test_another_length_of_the_running_block_changes_what_is_left_by_as_much(room, seconds):
    room.do(Act.START)
    room.minutes(4)
    room.do(Act.EXTEND, seconds=seconds)
    assert room.left() == 360 + seconds
    assert room.state.running.started_s == 0
    room.minutes(1)
    assert room.left() == 300 + seconds


def a_day_with_a_wait(a_room):
    # 10, 10, buffer 5, 10, fixed at minute 50 (15 min free before it), 10. Planned end: minute 70.
    agenda = make_agenda(10, 10, 5, 10, 10, 10)
    agenda = with_block(agenda, 2, kind=BlockKind.BUFFER, minimum_s=0)
    return a_room(with_block(agenda, 4, fixed_start_s=50 * 60))


def test_pushing_one_block_uses_what_is_free_after_it(a_room):
    room = a_day_with_a_wait(a_room)
    room.do(Act.START)
    assert room.starts() == [0, 10, 20, 25, 50, 60]
    room.change("push", "b2", seconds=180)
    assert room.starts() == [0, 13, 23, 25, 50, 60]
    room.change("push", "b1", seconds=240)
    # The running block ends 4 min later; b2 was to wait until 13 and begins at 14.
    assert room.starts() == [0, 14, 24, 25, 50, 60]


def test_pushing_everything_later_keeps_what_is_free_between(a_room):
    room = a_day_with_a_wait(a_room)
    room.do(Act.START)
    room.change("push-rest", "b1", seconds=240)
    # The buffer keeps its 5 min: the four minutes are meant, no lateness to be absorbed.
    assert room.starts() == [0, 14, 24, 29, 50, 60]
    room.change("push-rest", "b2", seconds=120)
    assert room.starts() == [0, 16, 26, 31, 50, 60]
    room.do(Act.UNDO)
    assert room.starts() == [0, 14, 24, 29, 50, 60]


def test_a_block_with_an_appointment_is_not_pushed(a_room):
    room = a_day_with_a_wait(a_room)
    room.do(Act.START)
    assert refused_change(room, "push", "b5", seconds=60) == "block-fixed"


def test_several_changes_are_one_act_refused_or_undone_as_a_whole(room):
    room.do(Act.START)
    before = room.state
    good = PlanChange(ChangeKind.EXTEND, "b2", -300)
    bad = PlanChange(ChangeKind.SKIP, "b1")
    assert refused(room, Act.PLAN, changes=(good, bad)) == "block-runs"
    room.do(Act.PLAN, changes=(good, PlanChange(ChangeKind.SKIP, "b3")))
    assert room.behind() == -35
    room.do(Act.UNDO)
    assert room.state == before


def test_a_forgotten_start_is_put_right_afterwards(room):
    room.minutes(3)
    room.do(Act.STARTED_AGO, seconds=180)
    assert room.state.phase is RunPhase.RUNNING
    assert room.left() == 420
    assert room.behind() == 0
    assert room.starts() == [0, 10, 30]


def test_a_start_that_was_pressed_late_is_moved_back(room):
    room.minutes(3)
    room.do(Act.START)
    room.clock.advance(20)
    room.do(Act.STARTED_AGO, seconds=200)
    assert room.left() == 400
    assert room.behind() == 0
    assert refused(room, Act.STARTED_AGO, seconds=100) == "started-earlier"
    room.do(Act.UNDO)
    assert room.left() == 580


def test_a_start_is_never_moved_before_the_end_of_the_block_before(room):
    room.do(Act.START)
    room.minutes(9)
    room.do(Act.NEXT)
    room.minutes(1)
    assert refused(room, Act.STARTED_AGO, seconds=300) == "started-when-last-ended"
    assert room.left() == 19 * 60


def test_a_forgotten_next_is_put_right_afterwards(room):
    room.do(Act.START)
    room.minutes(14)
    room.do(Act.NEXT, seconds=180)
    first, second = room.state.blocks[:2]
    assert (first.ended_s, second.started_s) == (660, 660)
    assert room.left() == 17 * 60
    assert room.behind() == 1
    room.do(Act.UNDO)
    assert room.left() == -240


def test_next_cannot_have_been_before_the_block_began(room):
    room.do(Act.START)
    room.minutes(2)
    room.do(Act.NEXT, seconds=600)
    assert room.state.blocks[0].ended_s == 0
    assert room.left() == 18 * 60


def test_back_keeps_the_used_time_or_begins_again(room):
    room.do(Act.START)
    room.minutes(4)
    room.do(Act.NEXT)
    room.minutes(1)
    assert room.console().asks.back.title == "Block b1"
    assert room.console().asks.back.left == "6:00"
    room.do(Act.BACK)
    assert room.left() == 360
    room.do(Act.RESTART)
    assert room.left() == 600
    room.do(Act.UNDO)
    assert room.left() == 360
    room.do(Act.UNDO)
    room.do(Act.BACK, is_on=True)
    assert room.left() == 600
    assert [entry.act for entry in room.log].count(Act.BACK) == 2


def test_what_a_restarted_block_had_used_is_not_forgotten():
    room = a_running_room(10, 20)
    room.minutes(4)
    room.do(Act.RESTART)
    assert room.behind() == 4
    (one, _) = room.account().blocks
    assert one.paused_s == 240


def test_back_on_the_first_block_is_refused(room):
    room.do(Act.START)
    assert refused(room, Act.BACK) == "first-block"


def test_next_after_the_last_block_ends_and_never_wraps(room):
    room.do(Act.START)
    for _ in range(3):
        room.minutes(1)
        room.do(Act.NEXT)
    assert room.state.phase is RunPhase.ENDED
    assert [one.ended_s for one in room.state.blocks] == [60, 120, 180]
    assert refused(room, Act.NEXT) == "act-not-now"


def test_next_jumps_over_what_is_skipped_and_back_too(a_room):
    room = a_room(make_agenda(10, 20, 30, 5))
    room.do(Act.START)
    room.change("skip", "b2")
    room.change("skip", "b4")
    room.minutes(1)
    room.do(Act.NEXT)
    assert room.state.running.block.id == "b3"
    assert room.console().is_last
    room.do(Act.BACK)
    assert room.state.running.block.id == "b1"
    room.minutes(1)
    room.change("restore", "b2")
    room.do(Act.NEXT)
    assert room.state.running.block.id == "b2"


def test_the_plan_as_planned_stays_beside_the_plan_as_run(room):
    room.do(Act.START)
    room.change("skip", "b2")
    room.change("add", "new", block=make_block("new", 15), before_id="b3")
    room.change("move", "b3", before_id="new")
    rows = room.console().rows
    assert [row.block_id for row in rows] == ["b1", "b2", "b3", "new"]
    assert [row.detail for row in rows][1] == "skipped"
    assert rows[3].planned == ""
    assert room.starts() == [0, 10, 10, 40]
    assert room.behind() == -5
    assert [block.id for block in room.session.agenda.blocks] == ["b1", "b2", "b3"]
    assert [block.planned_s for block in room.session.agenda.blocks] == [600, 1200, 1800]
    assert sum(b.added_s for b in room.account().blocks) == 900


@given(agendas(), moves())
def test_any_prefix_of_the_log_replays_to_the_state_that_was_live_then(agenda, todo):
    room = Room(agenda)
    live = [room.state]
    for act, wait_s, seconds, number, kind in todo:
        room.clock.advance(wait_s)
        try:
            room.do(act, **facts_of(room, act, seconds, number, kind))
        except RuleBroken:
            continue
        live.append(room.state)
    assert [state(room.agenda, room.log[:n]) for n in range(len(room.log) + 1)] == live


@given(agendas(), moves(), st.integers(0, 1000))
def test_undo_restores_exactly_what_was_before_any_act(agenda, todo, wait_s):
    room = play(agenda, todo)
    before = room.state
    for act in (Act.PAUSE, Act.NEXT, Act.BACK, Act.END, Act.RESTART, Act.EXTEND, Act.BASELINE):
        try:
            room.do(act, seconds=60)
        except RuleBroken:
            continue
        room.clock.advance(wait_s)
        room.do(Act.UNDO)
        assert room.state == before
