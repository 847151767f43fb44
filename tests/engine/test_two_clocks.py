"""Statements C1 to C10: where the truth of the timer lives."""

from __future__ import annotations

import ast
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from builders import HALF_PAST_ONE, make_agenda
from room import with_block
from workshop_studio.domain.agenda import Prompt
from workshop_studio.domain.clock_gap import gap_between
from workshop_studio.domain.moment import Moment
from workshop_studio.domain.replay import state
from workshop_studio.domain.run_cues import due_prompts, due_signals, held_prompts
from workshop_studio.domain.run_log import Act

SOURCE = Path(__file__).resolve().parents[2] / "src" / "workshop_studio"
READS_TIME = {"now", "utcnow", "today", "monotonic", "monotonic_ns", "perf_counter", "time_ns"}


def test_no_module_but_the_clock_reads_time():
    readers = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
                owner, name = called.value.id, called.attr
                if owner in {"time", "datetime", "date"} and (
                    owner == "time" or name in READS_TIME
                ):
                    readers.add(str(path.relative_to(SOURCE)))
    assert readers == {"app/clock.py"}


@pytest.mark.parametrize("step_s", [3600, -3600])
def test_a_set_clock_leaves_the_countdown_alone_and_moves_the_labels_at_once(room, step_s):
    room.do(Act.START)
    room.minutes(4)
    room.look()
    before = room.console()
    room.clock.step_wall(step_s)
    gap = room.look()
    assert gap.stepped_s == step_s
    assert gap.slept_s == 0
    assert room.left() == 360
    assert room.console().clock == before.clock
    assert room.stage().time_of_day == room.console().time_of_day != before.time_of_day
    end = room.projection().blocks[0].projected_end
    assert end == HALF_PAST_ONE + timedelta(minutes=10, seconds=step_s)


@pytest.mark.parametrize("slew_s", [2.0, -2.0])
def test_a_clock_that_is_slewed_over_a_block_is_not_worth_a_word(room, slew_s):
    room.do(Act.START)
    for _ in range(600):
        room.clock.advance(1)
        room.clock.step_wall(slew_s / 600)
        gap = room.look()
        assert (gap.slept_s, gap.stepped_s) == (0, 0)
    assert room.left() == pytest.approx(0, abs=1e-6)
    assert len(room.log) == 1


def test_the_room_keeps_going_while_the_lid_is_closed(room):
    room.do(Act.START)
    room.minutes(1)
    gap = room.sleep(492)
    assert gap.slept_s == pytest.approx(492)
    assert gap.stepped_s == 0
    assert room.left() == pytest.approx(600 - 60 - 492)
    assert room.console().asks.gap.words == "8 min 12 s"


def test_a_sleep_can_be_left_uncounted_and_that_taken_back(room):
    room.do(Act.START)
    room.minutes(1)
    room.sleep(492)
    room.do(Act.NOT_COUNTED, seconds=492)
    assert room.left() == pytest.approx(540)
    assert room.behind() == pytest.approx(8.2)
    assert room.console().asks.gap is None
    room.do(Act.UNDO)
    assert room.left() == pytest.approx(48)
    assert room.console().asks.gap is not None
    room.do(Act.COUNTED, seconds=492)
    assert room.console().asks.gap is None
    assert room.left() == pytest.approx(48)


def test_a_sleep_in_a_pause_changes_nothing_and_asks_nothing(room):
    room.do(Act.START)
    room.minutes(1)
    room.do(Act.PAUSE)
    room.sleep(600)
    assert room.left() == 540
    assert room.console().asks.gap is None
    assert room.behind() == pytest.approx(10)


def test_two_sleeps_that_nobody_answered_are_one_question(room):
    room.do(Act.START)
    room.sleep(60)
    room.sleep(90)
    assert room.console().asks.gap.seconds == pytest.approx(150)
    assert room.left() == pytest.approx(450)
    room.do(Act.NOT_COUNTED, seconds=150)
    assert room.left() == pytest.approx(600)


def test_a_leap_that_nobody_can_explain_leaves_the_countdown_alone():
    before = Moment(HALF_PAST_ONE, 10.0, "start-1")
    leapt = Moment(HALF_PAST_ONE + timedelta(minutes=8), 10.1, "start-1")
    gap = gap_between(before, leapt)
    assert gap.slept_s == 0
    assert gap.stepped_s == pytest.approx(479.9)


# By hand from the zones' rules in 2026: in Berlin the clocks change at 01:00 UTC, to summer on
# 29 March and to winter on 25 October; in New York at 2:00 local time, 8 March and 1 November.
CHANGES = {
    "Europe/Berlin": [
        (datetime(2026, 3, 29, 0, 30, tzinfo=UTC), "01:30", "04:00"),
        (datetime(2026, 10, 25, 0, 15, tzinfo=UTC), "02:15", "02:45"),
    ],
    "America/New_York": [
        (datetime(2026, 3, 8, 6, 30, tzinfo=UTC), "01:30", "04:00"),
        (datetime(2026, 11, 1, 5, 15, tzinfo=UTC), "01:15", "01:45"),
    ],
    # Kathmandu is 5:45 ahead all year.
    "Asia/Kathmandu": [
        (datetime(2026, 3, 29, 0, 30, tzinfo=UTC), "06:15", "07:45"),
        (datetime(2026, 10, 25, 0, 15, tzinfo=UTC), "06:00", "07:30"),
    ],
}


@pytest.mark.parametrize("which", [0, 1], ids=["to-summer", "to-winter"])
def test_ninety_minutes_stay_ninety_when_the_clocks_change(a_room, zone, which):
    start, begins, ends = CHANGES[zone][which]
    room = a_room(make_agenda(90), start)
    room.do(Act.START)
    assert room.console().time_of_day == begins
    assert room.console().ends == ends
    room.minutes(60)
    assert room.console().clock == "30:00"
    assert room.console().ends == ends
    room.minutes(30)
    assert room.left() == 0
    assert room.console().time_of_day == ends


def test_a_session_keeps_its_zone_when_the_computer_travels(room, zone):
    room.do(Act.START)
    before = room.console()
    room.clock.change_zone("Asia/Tokyo")
    after = room.console()
    assert (after.time_of_day, after.ends, after.clock) == (
        before.time_of_day,
        before.ends,
        before.clock,
    )
    assert before.asks.zone_note == ""
    assert after.asks.zone_note == f"Times in {zone}; this computer is set to Asia/Tokyo"


def test_midnight_is_a_moment_like_any_other(a_room, zone):
    # 23:50 in the session's zone, by its offset on that day.
    offset_h = {"Europe/Berlin": 2, "America/New_York": -4, "Asia/Kathmandu": 5.75}[zone]
    start = datetime(2026, 10, 6, 23, 50, tzinfo=UTC) - timedelta(hours=offset_h)
    room = a_room(make_agenda(20, 20), start)
    room.do(Act.START)
    room.minutes(15)
    assert room.console().time_of_day == "00:05"
    assert room.console().clock == "5:00"
    assert room.console().ends == "00:30"
    assert room.behind() == 0


def a_block_with_prompts(*minutes):
    prompts = tuple(Prompt(f"p{n}", m * 60, f"Sentence {n}") for n, m in enumerate(minutes, 1))
    return with_block(make_agenda(10, 20), 0, prompts=prompts)


def test_a_signal_is_due_however_late_somebody_looks_and_only_once(room):
    room.do(Act.START)
    room.clock.advance(599.9)
    assert "time-up" not in due_signals(room.state, room.room_s)
    room.clock.advance(7.1)
    assert "time-up" in due_signals(room.state, room.room_s)
    room.do(Act.CUE, block_id="b1", text="time-up")
    room.minutes(5)
    assert "time-up" not in due_signals(room.state, room.room_s)


def test_one_late_prompt_is_due_once(a_room):
    room = a_room(a_block_with_prompts(4))
    room.do(Act.START)
    room.clock.advance(239.9)
    assert due_prompts(room.state, room.room_s) == ()
    room.clock.advance(7.1)
    (due,) = due_prompts(room.state, room.room_s)
    assert due.prompt.id == "p1"
    assert due.late_s == pytest.approx(7)
    assert held_prompts(room.state, room.room_s) == ()
    room.do(Act.CUE, block_id="b1", text="p1")
    assert room.stage().message == "Sentence 1"
    assert due_prompts(room.state, room.room_s) == ()


def test_several_prompts_that_came_due_in_a_gap_wait_for_a_hand(a_room):
    room = a_room(a_block_with_prompts(2, 3, 8))
    room.do(Act.START)
    room.minutes(1)
    room.sleep(180)
    assert [p.prompt_id for p in room.console().asks.prompts] == ["p1", "p2"]
    assert room.stage().message == ""
    room.do(Act.CUE_SKIP, block_id="b1", text="p1")
    room.do(Act.CUE_HOLD, block_id="b1", text="p2")
    assert [p.prompt_id for p in room.console().asks.prompts] == ["p2"]
    room.do(Act.CUE_LATER, block_id="b1", text="p2", seconds=120)
    assert room.console().asks.prompts == ()
    room.minutes(2)
    assert [d.prompt.id for d in due_prompts(room.state, room.room_s)] == ["p2"]


def test_a_prompt_fired_by_hand_is_shown_at_once_whatever_its_time_and_the_pauses(a_room):
    room = a_room(a_block_with_prompts(8))
    room.do(Act.START)
    room.do(Act.PAUSE)
    room.minutes(30)
    room.do(Act.CUE, block_id="b1", text="p1", is_on=True)
    assert room.stage().message == "Sentence 1"
    room.do(Act.UNDO)
    assert room.stage().message == ""


def test_prompts_wait_with_a_pause(a_room):
    room = a_room(a_block_with_prompts(4))
    room.do(Act.START)
    room.minutes(3)
    room.do(Act.PAUSE)
    room.minutes(60)
    assert due_prompts(room.state, room.room_s) == ()
    room.do(Act.RESUME)
    room.clock.advance(59)
    assert due_prompts(room.state, room.room_s) == ()
    room.clock.advance(1)
    assert len(due_prompts(room.state, room.room_s)) == 1


def test_ticks_store_nothing_so_losing_nine_of_ten_changes_nothing(a_room):
    def played(every):
        room = a_room()
        room.do(Act.START)
        for tick in range(1, 1001):
            room.clock.advance(0.1)
            if tick % every == 0:
                room.console()
                room.stage()
            if tick == 500:
                room.do(Act.EXTEND, seconds=60)
        return room

    rare, often = played(10), played(1)
    assert rare.log == often.log
    assert state(rare.agenda, rare.log) == state(often.agenda, often.log)
    assert rare.console() == often.console()


def test_eight_hours_drift_by_nothing(a_room):
    room = a_room(make_agenda(480, 10))
    room.do(Act.START)
    for _ in range(8 * 3600):
        room.clock.advance(1)
    assert room.left() == pytest.approx(0, abs=1e-6)
