"""Statements P1 to P10: ahead, behind, and the projected end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moves import agendas, moves, play

from builders import make_agenda
from room import Room, a_running_room, with_block
from workshop_studio.domain.agenda import BlockKind
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.run import RunPhase
from workshop_studio.domain.run_log import Act


def with_buffer(agenda, index, minimum_s=0):
    return with_block(agenda, index, kind=BlockKind.BUFFER, minimum_s=minimum_s)


def test_each_block_begins_when_the_one_before_ends_and_a_fixed_one_not_before_its_time(a_room):
    # 10, buffer 5, 20, fixed at minute 45, 10: planned 0 10 15 45 55.
    agenda = with_block(with_buffer(make_agenda(10, 5, 20, 10, 5), 1), 3, fixed_start_s=45 * 60)
    room = a_room(agenda)
    room.do(Act.START)
    assert room.starts() == [0, 10, 15, 45, 55]
    room.minutes(13)
    # 3 min over: the buffer gives 3 of its 5.
    assert room.starts() == [0, 13, 15, 45, 55]
    room.minutes(5)
    # 8 min over: the buffer gives its 5, the wait before the fixed block takes the other 3.
    assert room.starts() == [0, 18, 18, 45, 55]
    room.minutes(10)
    # 18 min over: 13 after the buffer, 10 of them in the wait, 3 go through.
    assert room.starts() == [0, 28, 28, 48, 58]
    assert room.behind() == 3
    assert room.projection().blocks[3].spare_s == 0


def test_a_skipped_block_costs_nothing(room):
    room.do(Act.START)
    room.change("skip", "b2")
    assert room.starts() == [0, 10, 10]
    assert room.behind() == -20
    room.minutes(10)
    room.do(Act.NEXT)
    assert room.state.running.block.id == "b3"


def test_the_end_of_the_block_and_of_the_session_are_two_facts(room):
    room.do(Act.START)
    room.minutes(12)
    reading = room.console()
    assert reading.caption == "over its time"
    assert reading.lateness.startswith("2 min behind, ends ")
    room.do(Act.EXTEND, seconds=300)
    minutes = {"Europe/Berlin": "13:45", "America/New_York": "07:45", "Asia/Kathmandu": "17:30"}
    assert room.console().caption.endswith(f"block over by {minutes[room.session.zone]}")
    assert room.console().lateness.startswith("5 min behind, ends ")


def test_added_minutes_count_before_they_are_used(room):
    room.do(Act.START)
    room.do(Act.EXTEND, seconds=300)
    assert room.behind() == 5
    room.do(Act.EXTEND, block_id="b3", seconds=120)
    assert room.behind() == 7


@given(st.integers(0, 7200), st.integers(0, 15))
def test_a_pause_moves_the_end_by_its_length_less_the_buffer_it_used(pause_s, buffer_min):
    room = Room(with_buffer(make_agenda(10, 15, 30), 1, minimum_s=(15 - buffer_min) * 60))
    room.do(Act.START)
    room.do(Act.PAUSE)
    room.clock.advance(pause_s)
    expected = max(0, pause_s - buffer_min * 60)
    assert room.projection().behind_s == pytest.approx(expected, abs=1e-3)


def test_lateness_stops_at_a_fixed_start_with_enough_slack_before_it(a_room):
    room = a_room(with_block(make_agenda(10, 20, 30), 2, fixed_start_s=40 * 60))
    room.minutes(5)
    room.do(Act.START)
    assert room.starts() == [5, 15, 40]
    assert room.behind() == 0


@given(agendas(), st.integers(0, 7200), st.integers(0, 7200))
def test_a_longer_past_block_never_ends_the_session_earlier(agenda, used_s, more_s):
    def end_after(seconds):
        room = Room(agenda)
        room.do(Act.START)
        room.clock.advance(1 + seconds)
        if len(agenda.blocks) > 1:
            room.do(Act.NEXT)
        return room.projection().projected_end

    assert end_after(used_s + more_s) >= end_after(used_s)


@given(agendas(), moves(), st.integers(1, 3600))
def test_later_never_reads_as_earlier(agenda, todo, more_s):
    """Doing nothing for longer never makes the session end earlier, whatever happened before."""
    room = play(agenda, todo)
    if room.state.phase is RunPhase.ENDED:
        return
    before = room.projection()
    room.clock.advance(more_s)
    after = room.projection()
    assert after.projected_end >= before.projected_end or (
        abs((after.projected_end - before.projected_end).total_seconds()) < 1e-3
    )
    assert after.behind_s >= before.behind_s - 1e-3


def test_finishing_early_pulls_the_rest_forward_but_starts_no_fixed_block_early(a_room):
    room = a_room(with_block(make_agenda(10, 20, 30), 2, fixed_start_s=30 * 60))
    room.do(Act.START)
    room.minutes(3)
    room.do(Act.NEXT)
    room.minutes(15)
    assert room.starts() == [0, 3, 30]
    assert room.projection().blocks[2].spare_s == pytest.approx(7 * 60)
    assert room.console().rows[2].detail == "7 min spare before it"


def test_a_late_start_is_a_fact_with_a_choice(room):
    room.minutes(10)
    room.do(Act.START)
    assert room.console().asks.started_late == "Started 10 min late"
    assert room.behind() == 10
    room.do(Act.BASELINE, seconds=600)
    assert room.console().asks.started_late == ""
    assert room.behind() == 0
    assert [row.planned for row in room.console().rows] == [r.now for r in room.console().rows]
    room.minutes(12)
    assert room.behind() == 2
    room.do(Act.UNDO)
    assert room.behind() == 12


def test_an_accepted_late_start_moves_no_fixed_block(a_room):
    room = a_room(with_block(make_agenda(10, 20, 30), 2, fixed_start_s=40 * 60))
    room.minutes(10)
    room.do(Act.START)
    room.do(Act.BASELINE, seconds=600)
    planned = room.projection().blocks
    start = room.session.start_utc
    assert [(b.planned_start - start).total_seconds() / 60 for b in planned] == [10, 20, 40]
    assert room.behind() == 0


def terms(room):
    account = room.account()
    of = account.blocks
    return {
        "start": account.start_late_s,
        "over": sum(b.over_s for b in of),
        "paused": sum(b.paused_s for b in of),
        "added": sum(b.added_s for b in of),
        "early": sum(b.early_s for b in of),
        "skipped": sum(b.skipped_s for b in of),
        "buffers": sum(b.buffer_s for b in of),
        "gaps": sum(b.gap_used_s for b in of),
    }


def test_every_late_minute_has_its_cause(a_room):
    # 10, 20, buffer 5, 30, fixed at minute 80 (15 min free before it), 10, 10.
    agenda = with_block(with_buffer(make_agenda(10, 20, 5, 30, 10, 10), 2), 4, fixed_start_s=4800)
    room = a_room(agenda)
    room.minutes(4)  # starts 4 min late
    room.do(Act.START)
    room.minutes(5)
    room.do(Act.PAUSE)
    room.minutes(3)  # 3 min pause
    room.do(Act.RESUME)
    room.minutes(7)  # block 1 is over by 2
    room.do(Act.NEXT)
    room.do(Act.EXTEND, seconds=120)  # block 2 gets 2 min, needs 21: 1 early
    room.minutes(21)
    room.do(Act.NEXT)
    # Now 40 min have passed; planned 30. The buffer waits to be left at once: 5 given up.
    room.do(Act.PAUSE)
    room.do(Act.RESUME)
    room.clock.advance(0.5)
    room.do(Act.NEXT)
    # Block 4 runs 30 from 40:00.5, ends 70:00.5; 15 min free of which 5:00.5 are used up.
    got = terms(room)
    assert got["start"] == 240
    assert got["paused"] == 180
    assert got["over"] == 120
    assert got["added"] == 120
    assert got["early"] == pytest.approx(60 + 299.5)
    assert got["gaps"] == pytest.approx(300.5)
    assert got["skipped"] == got["buffers"] == 0
    assert room.account().behind_s == pytest.approx(0, abs=1e-6)
    assert room.behind() == 0


@given(agendas(), moves())
def test_the_causes_add_up_to_the_lateness_to_the_second(agenda, todo):
    room = play(agenda, todo)
    assert room.account().behind_s == pytest.approx(room.projection().behind_s, abs=1e-3)


def test_every_block_has_its_planned_and_its_projected_start(room):
    room.do(Act.START)
    room.minutes(22)
    rows = room.console().rows
    hours = {"Europe/Berlin": ("13:30", "13:40", "14:00", "13:52", "14:12")}
    if room.session.zone in hours:
        first, second, third, second_now, third_now = hours[room.session.zone]
        assert [row.planned for row in rows] == [first, second, third]
        assert [row.now for row in rows] == [first, second_now, third_now]
    assert room.starts() == [0, 22, 42]


def test_an_ended_session_was_as_late_as_its_last_minute():
    room = a_running_room(10, 20)
    room.minutes(14)
    room.do(Act.NEXT)
    room.minutes(10)
    room.do(Act.END)
    room.minutes(60)
    assert room.behind() == -6
    assert room.account().behind_s == pytest.approx(-360)
    with pytest.raises(RuleBroken):
        room.do(Act.NEXT)
