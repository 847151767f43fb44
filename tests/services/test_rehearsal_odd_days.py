"""Days on which two things go wrong at once, with times worked out by hand.

The same plan as in test_rehearsal.py: 10, 20 and 30 minutes from 13:30 to 14:30 in Berlin.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from builders import make_block, make_session
from workshop_studio.domain.agenda import Agenda, BlockKind
from workshop_studio.domain.rehearsal import Answer, Do, RehearsalEvent
from workshop_studio.services.rehearsal import Rehearsal

START = datetime(2026, 10, 6, 11, 30, tzinfo=UTC)


def event(at, do, **facts):
    minutes, seconds = at.split(":")
    return RehearsalEvent(int(minutes) * 60 + float(seconds), Do(do), **facts)


def played(*events, session=None):
    return list(Rehearsal(session or make_session()).play(events))


def last(*events, session=None):
    return played(*events, session=session)[-1]


def clock(seen):
    """Return block, phase, used seconds, seconds left, seconds over, seconds behind."""
    return (
        seen.block,
        seen.phase.value,
        round(seen.elapsed_s, 3),
        round(seen.remaining_s, 3),
        round(seen.over_s, 3),
        round(seen.behind_s, 3),
    )


# --- while the question after a crash is open ----------------------------------------------------


@pytest.mark.parametrize("hours", [1, -1])
def test_a_clock_set_while_the_question_is_open_is_no_part_of_the_time_away(hours):
    seen = played(
        event("0:00", "start"),
        event("2:00", "crash", seconds=60),
        event("3:10", "step_wall", seconds=hours * 3600),
        event("3:20", "choose", option="kept-going"),
    )
    assert seen[2].question.text == "You were away for 1 min 0 s. Did the room keep going?"
    assert clock(seen[2])[:5] == ("b1", "running", 190, 410, 0)
    assert clock(seen[3])[:5] == ("b1", "running", 200, 400, 0)
    still = last(
        event("0:00", "start"),
        event("2:00", "crash", seconds=60),
        event("3:10", "step_wall", seconds=hours * 3600),
        event("3:20", "choose", option="stood-still"),
    )
    assert clock(still)[:5] == ("b1", "running", 120, 480, 0)


def test_a_question_that_nobody_answers_keeps_its_words_and_its_suggestion():
    seen = last(event("0:00", "start"), event("2:00", "crash", seconds=600), event("19:00", "read"))
    assert seen.question.text == "You were away for 10 min 0 s. Did the room keep going?"
    assert seen.question.suggested is Answer.KEPT_GOING
    assert clock(seen) == ("b1", "running", 1140, 0, 540, 540)


def test_a_session_that_crashed_in_a_pause_is_ended_when_the_app_was_last_seen():
    seen = last(
        event("0:00", "start"),
        event("2:00", "pause"),
        event("3:00", "crash", seconds=60),
        event("20:00", "choose", option="end"),
    )
    # Two minutes used and one paused: it ended at 3:00, 57 minutes early.
    assert clock(seen) == ("b1", "ended", 120, 480, 0, 180 - 3600)


# --- a sleep that is answered late ---------------------------------------------------------------


def test_a_sleep_can_be_left_uncounted_in_a_pause_too():
    seen = played(
        event("0:00", "start"),
        event("2:00", "sleep", seconds=240),
        event("7:00", "pause"),
        event("8:00", "choose", option="stood-still"),
        event("9:00", "resume"),
    )
    # 7 minutes less the 4 of the sleep; the end moves by these 4 and the pause.
    assert clock(seen[3]) == ("b1", "paused", 180, 420, 0, 240 + 60)
    assert (seen[3].refused, seen[3].question) == (None, None)
    assert clock(seen[4]) == ("b1", "running", 180, 420, 0, 240 + 120)


# --- an end that is taken back -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("between", "facts"),
    [
        ("sleep", {"seconds": 60, "is_counted": True}),
        ("sleep", {"seconds": 60, "is_counted": False}),
        ("crash", {"seconds": 60}),
        ("read", {}),
    ],
)
def test_an_end_that_is_taken_back_counts_the_time_since(between, facts):
    seen = last(
        event("0:00", "start"),
        event("5:00", "end"),
        event("6:00", between, **facts),
        event("8:00", "undo"),
    )
    assert clock(seen) == ("b1", "running", 480, 120, 0, 0)
    assert seen.blocks[0].projected_start == START


# --- the plan before the start -------------------------------------------------------------------


def test_what_names_no_block_before_the_start_is_meant_for_the_one_that_will_begin():
    skipped = event("0:00", "skip", block="b1")
    longer = last(skipped, event("0:00", "extend", minutes=5))
    assert clock(longer) == ("b2", "ready", 0, 1500, 0, 300 - 600)
    later = last(skipped, event("0:00", "push", minutes=5, is_rest=False))
    # b2 is planned for 10 min and begins 5 later: at 15, so b3 ends at 65.
    assert clock(later) == ("b2", "ready", 0, 1200, 0, 300)
    back = last(skipped, event("0:00", "undo"), event("0:00", "extend", minutes=5))
    assert clock(back) == ("b1", "ready", 0, 900, 0, 300)


# --- presses -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("second", "is_refused"), [("9:00.4", True), ("9:00.401", False)])
def test_a_press_up_to_four_tenths_of_a_second_later_is_a_double_one(second, is_refused):
    seen = last(event("0:00", "start"), event("9:00", "next"), event(second, "next"))
    assert (seen.refused is not None) is is_refused


# --- buffers -------------------------------------------------------------------------------------


def buffered():
    return make_session(
        Agenda(
            "A plan",
            "Plan",
            (
                make_block("b1", 10),
                make_block("spare", 10, kind=BlockKind.BUFFER, minimum_s=60),
                make_block("b2", 20),
            ),
        )
    )


def test_a_buffer_that_has_begun_still_absorbs_what_it_was_there_for():
    seen = played(
        event("0:00", "start"),
        event("14:00", "next"),
        event("17:00", "read"),
        event("22:00", "read"),
        event("24:00", "next"),
        session=buffered(),
    )
    # It began four minutes late and gives them up: it has to end at 20 min, as planned.
    assert clock(seen[1]) == ("spare", "running", 0, 600, 0, 0)
    assert clock(seen[2]) == ("spare", "running", 180, 420, 0, 0)
    assert (seen[1].blocks[1].projected_end - START).total_seconds() == 1200
    # Whoever stays in it for longer is late by that.
    assert clock(seen[3]) == ("spare", "running", 480, 120, 0, 120)
    assert clock(seen[4]) == ("b2", "running", 0, 1200, 0, 240)


def test_a_pause_in_a_buffer_uses_up_the_buffer():
    seen = played(
        event("0:00", "start"), event("10:00", "next"), event("12:00", "pause"),
        event("17:00", "read"), event("22:00", "read"), session=buffered(),
    )  # fmt: skip
    assert clock(seen[3]) == ("spare", "paused", 120, 480, 0, 0)
    # 8 of its minutes are left to give at 12:00; with the pause they are gone at 20:00.
    assert clock(seen[4]) == ("spare", "paused", 120, 480, 0, 120)


def test_going_back_from_a_buffer_does_not_use_its_time_twice():
    seen = last(
        event("0:00", "start"), event("10:00", "next"), event("13:00", "back"), session=buffered()
    )
    # b1 has nothing left and the buffer 7 of its minutes: 13 + 7 = 20, as planned.
    assert clock(seen) == ("b1", "running", 600, 0, 0, 0)


# --- what the plan does not have -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("do", "facts", "code"),
    [
        ("skip", {"block": "b9"}, "no-such-block"),
        ("extend", {"minutes": 2, "block": "b9"}, "no-such-block"),
        ("push", {"minutes": 2, "block": "b9"}, "no-such-block"),
        ("extend", {"minutes": 2, "track": "Z"}, "no-such-group"),
        ("extend", {"minutes": 2, "track": "Z", "block": "b9"}, "no-such-block"),
    ],
)
def test_an_act_on_what_the_plan_does_not_have_is_refused_and_changes_nothing(do, facts, code):
    seen = last(event("0:00", "start"), event("2:00", do, **facts))
    assert seen.refused.code == code
    assert clock(seen) == ("b1", "running", 120, 480, 0, 0)


def test_a_later_block_can_be_pushed_alone():
    seen = last(event("0:00", "start"), event("2:00", "push", minutes=5, block="b3"))
    assert clock(seen) == ("b1", "running", 120, 480, 0, 300)
    begins = [(b.projected_start - START).total_seconds() / 60 for b in seen.blocks]
    assert begins == [0, 10, 35]


# --- signals -------------------------------------------------------------------------------------


def test_more_minutes_after_the_end_have_an_end_of_their_own():
    seen = played(
        event("0:00", "start"),
        event("10:30", "read"),
        event("11:00", "extend", minutes=2),
        event("11:30", "read"),
        event("12:30", "read"),
        event("13:00", "read"),
    )
    said = [one.notices for one in seen]
    assert said == [
        (), ("Time is up: Block b1 (00:10:00)",), (), (), ("Time is up: Block b1 (00:12:00)",), (),
    ]  # fmt: skip


def test_minutes_that_are_taken_back_say_nothing_twice():
    seen = played(
        event("0:00", "start"),
        event("11:00", "extend", minutes=5),
        event("12:00", "undo"),
        event("13:00", "read"),
    )
    assert [one.notices for one in seen[1:]] == [("Time is up: Block b1 (00:10:00)",), (), ()]


def test_a_pause_at_the_very_end_does_not_say_it_twice():
    seen = played(
        event("0:00.1", "start"),
        event("10:00.1", "read"),
        event("10:00.1", "pause"),
        event("10:07.3", "resume"),
        event("10:09", "read"),
    )
    assert [one.notices for one in seen[1:]] == [
        ("Time is up: Block b1 (00:10:00.100)",),
        (),
        (),
        (),
    ]


# --- a start that is put right -------------------------------------------------------------------


def test_a_start_is_moved_back_and_never_forward():
    seen = last(event("0:00", "start"), event("10:00", "started_ago", minutes=4))
    assert seen.refused.code == "started-earlier"
    assert clock(seen) == ("b1", "running", 600, 0, 0, 0)
