"""Statements D1 to D6: what is shown, and how it is rounded."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import make_agenda
from room import Room, with_block
from workshop_studio.domain import timer
from workshop_studio.domain.live import ClockStyle
from workshop_studio.domain.run_log import Act
from workshop_studio.domain.timer import TimerPhase


@given(st.lists(st.floats(0, 120), min_size=1, max_size=12))
def test_console_and_stage_say_the_same_second_at_any_moment(waits):
    room = Room(make_agenda(5, 5))
    room.do(Act.START)
    for wait_s in waits:
        room.clock.advance(wait_s)
        console, stage = room.console(), room.stage()
        assert stage.clock.text == console.clock
        assert stage.clock.phase is console.timer_phase
        assert stage.time_of_day == console.time_of_day


def seconds_of(text):
    minutes, seconds = text.lstrip("+").split(":")
    total = int(minutes) * 60 + int(seconds)
    return -total if text.startswith("+") else total


def test_every_second_is_shown_for_one_second_through_zero(room):
    room.do(Act.START)
    room.clock.advance(590)
    shown = []
    for _ in range(400):
        room.clock.advance(0.05)
        shown.append(seconds_of(room.console().clock))
    steps = [one - other for one, other in pairwise(shown)]
    assert set(steps) <= {0, 1}
    # Twenty looks a second; zero has one second, as every other whole second has.
    assert shown.count(0) == pytest.approx(20, abs=1)
    assert shown.count(1) == pytest.approx(20, abs=1)
    assert shown.count(-1) == pytest.approx(20, abs=1)


# Ten minutes warn at 20 % = 120 s and are in danger at 5 % = 30 s.
@pytest.mark.parametrize(
    ("used_s", "phase"),
    [
        (479.9, TimerPhase.NORMAL),
        (480, TimerPhase.WARNING),
        (569.9, TimerPhase.WARNING),
        (570, TimerPhase.DANGER),
        (600, TimerPhase.DANGER),
        (600.1, TimerPhase.OVER),
    ],
)
def test_the_phase_changes_exactly_at_its_boundary(room, used_s, phase):
    room.do(Act.START)
    room.clock.advance(used_s)
    assert room.console().timer_phase is phase
    assert room.stage().clock.phase is phase


def test_more_time_moves_the_phase_back(room):
    room.do(Act.START)
    room.clock.advance(601)
    room.do(Act.EXTEND, seconds=60)
    assert room.console().timer_phase is TimerPhase.WARNING
    room.do(Act.EXTEND, seconds=300)
    assert room.console().timer_phase is TimerPhase.NORMAL
    room.do(Act.UNDO)
    assert room.console().timer_phase is TimerPhase.WARNING


def test_a_block_can_name_its_own_thresholds(a_room):
    room = a_room(with_block(make_agenda(10, 20), 0, warning_s=300, danger_s=10))
    room.do(Act.START)
    room.clock.advance(299)
    assert room.console().timer_phase is TimerPhase.NORMAL
    room.clock.advance(1)
    assert room.console().timer_phase is TimerPhase.WARNING
    room.clock.advance(289)
    assert room.console().timer_phase is TimerPhase.WARNING
    room.clock.advance(1)
    assert room.console().timer_phase is TimerPhase.DANGER


@pytest.mark.parametrize("minutes", [1, 2, 5, 12, 45, 120, 240])
def test_no_block_begins_in_its_warning(minutes):
    usual = timer.default_thresholds(minutes * 60)
    assert usual.danger_s < usual.warning_s <= minutes * 30


@pytest.mark.parametrize(
    ("left_s", "words"),
    [
        (1500, "about 25 min"),
        (1030, "about 15 min"),
        (1060, "about 20 min"),
        (599, "about 10 min"),
        (300, "about 5 min"),
        (265, "about 4 min"),
        (31, "about 1 min"),
        (0, "about 1 min"),
        (-1, "time is up"),
    ],
)
def test_the_room_may_see_about_how_long_while_the_console_stays_exact(a_room, left_s, words):
    room = a_room(make_agenda(30))
    room.do(Act.START)
    room.do(Act.STYLE, text="about")
    room.clock.advance(1800 - left_s)
    assert room.stage().clock.text == words
    assert room.console().clock == timer.clock_text(left_s)


def test_the_room_may_see_no_clock_at_all(room):
    room.do(Act.START)
    room.do(Act.STYLE, text="none")
    assert room.stage().clock.text == ""
    assert room.stage().clock.style is ClockStyle.NONE
    assert room.console().clock == "10:00"
    room.do(Act.UNDO)
    assert room.stage().clock.text == "10:00"


def test_the_ring_empties_with_the_time(room):
    room.do(Act.START)
    room.do(Act.STYLE, text="ring")
    assert room.stage().clock.left == 1
    room.minutes(7.5)
    assert room.stage().clock.left == 0.25
    room.minutes(5)
    assert room.stage().clock.left == 0
