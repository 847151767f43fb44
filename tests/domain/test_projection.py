from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import HALF_PAST_ONE, make_agenda
from room import Room, with_block
from workshop_studio.domain.agenda import Agenda, BlockKind
from workshop_studio.domain.projection import lateness_words, project
from workshop_studio.domain.run import room_now
from workshop_studio.domain.run_log import Act


def seen(room):
    now = room.clock.now()
    return project(room.agenda, HALF_PAST_ONE, room.state, room_now(room.log, now), now.utc)


def minutes(projection, which):
    return [
        round((getattr(block, which) - HALF_PAST_ONE).total_seconds() / 60, 3)
        for block in projection.blocks
    ]


def test_on_time_the_projection_is_the_plan():
    room = Room()
    room.do(Act.START)
    assert minutes(seen(room), "projected_start") == [0, 10, 30]
    assert seen(room).behind_s == 0


def test_a_late_start_moves_everything():
    room = Room()
    room.clock.advance(240)
    room.do(Act.START)
    assert minutes(seen(room), "projected_start") == [4, 14, 34]
    assert seen(room).behind_s == 240


def test_waiting_before_the_planned_start_is_on_time():
    room = Room()
    room.clock.advance(-600)
    assert seen(room).behind_s == 0


def test_an_overrun_counts_as_it_grows():
    room = Room()
    room.do(Act.START)
    room.clock.advance(13 * 60)
    assert minutes(seen(room), "projected_start") == [0, 13, 33]


def test_added_minutes_count_before_they_are_used():
    room = Room()
    room.do(Act.START)
    room.do(Act.EXTEND, seconds=300)
    assert seen(room).behind_s == 300


def test_a_pause_moves_the_end_by_its_length():
    room = Room()
    room.do(Act.START)
    room.clock.advance(60)
    room.do(Act.PAUSE)
    room.clock.advance(420)
    assert seen(room).behind_s == 420


def test_a_buffer_gives_up_its_minutes_to_lateness_first():
    agenda = with_block(make_agenda(10, 5, 30), 1, kind=BlockKind.BUFFER, minimum_s=0)
    room = Room(agenda)
    room.clock.advance(180)
    room.do(Act.START)
    assert minutes(seen(room), "projected_start") == [3, 13, 15]
    assert seen(room).behind_s == 0


def test_lateness_stops_at_a_fixed_start_with_slack_before_it():
    agenda = with_block(make_agenda(10, 20, 30), 2, fixed_start_s=40 * 60)
    room = Room(agenda)
    room.clock.advance(300)
    room.do(Act.START)
    assert minutes(seen(room), "projected_start") == [5, 15, 40]
    assert seen(room).behind_s == 0


def test_finishing_early_never_starts_a_fixed_block_early():
    agenda = with_block(make_agenda(10, 20, 30), 2, fixed_start_s=30 * 60)
    room = Room(agenda)
    room.do(Act.START)
    room.clock.advance(120)
    room.do(Act.NEXT)
    assert minutes(seen(room), "projected_start") == [0, 2, 30]


def test_labels_follow_a_stepped_wall_clock_at_once():
    room = Room()
    room.do(Act.START)
    room.clock.step_wall(3600)
    assert seen(room).blocks[0].projected_end == HALF_PAST_ONE + timedelta(minutes=70)


@pytest.mark.parametrize(
    ("behind_s", "words"),
    [
        (0, "on time"),
        (29, "on time"),
        (-29, "on time"),
        (30, "1 min behind"),
        (240, "4 min behind"),
        (-120, "2 min ahead"),
    ],
)
def test_lateness_is_said_in_words(behind_s, words):
    assert lateness_words(behind_s) == words


@given(
    st.lists(st.integers(1, 60), min_size=1, max_size=8), st.integers(0, 3600), st.integers(0, 3600)
)
def test_a_longer_past_block_never_ends_the_session_earlier(lengths, used_s, more_s):
    def end_after(seconds):
        room = Room(make_agenda(*lengths, 10))
        room.do(Act.START)
        room.clock.advance(1 + seconds)
        room.do(Act.NEXT)
        return seen(room).projected_end

    assert end_after(used_s + more_s) >= end_after(used_s)


@given(st.integers(0, 7200), st.booleans())
def test_a_pause_costs_exactly_its_length_less_the_buffer_it_used(pause_s, has_buffer):
    agenda = make_agenda(10, 5, 30)
    if has_buffer:
        agenda = with_block(agenda, 1, kind=BlockKind.BUFFER, minimum_s=0)
    room = Room(agenda)
    room.do(Act.START)
    room.do(Act.PAUSE)
    room.clock.advance(pause_s)
    expected = max(0, pause_s - 300) if has_buffer else pause_s
    assert seen(room).behind_s == pytest.approx(expected, abs=1e-3)


def test_an_empty_agenda_projects_to_its_start():
    empty = Agenda("Empty", "Empty", ())
    assert project(empty, HALF_PAST_ONE, Room(empty).state, 0, HALF_PAST_ONE).behind_s == 0
