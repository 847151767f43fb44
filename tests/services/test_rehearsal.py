"""Every act and every event of the world, with times worked out by hand.

The session is planned from 13:30 to 14:30 in Berlin (11:30 to 12:30 UTC): blocks of 10, 20 and 30
minutes, so with nothing wrong they begin at 0, 600 and 1800 s and all is over at 3600 s.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import make_agenda, make_block, make_session
from workshop_studio.domain.agenda import Agenda, BlockKind, Prompt, Track
from workshop_studio.domain.rehearsal import Answer, Do, RehearsalEvent, answer_in
from workshop_studio.domain.run import RunPhase
from workshop_studio.services.rehearsal import Rehearsal

START = datetime(2026, 10, 6, 11, 30, tzinfo=UTC)


def event(at, do, **facts):
    minutes, seconds = at.split(":")
    return RehearsalEvent(int(minutes) * 60 + float(seconds), Do(do), **facts)


def played(*events, session=None, zone=""):
    return list(Rehearsal(session or make_session(), zone).play(events))


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


def ends(seen):
    """Return the projected end in minutes after the planned start."""
    return (seen.ends_at - START).total_seconds() / 60


def session_of(*blocks):
    return make_session(Agenda("A plan", "Plan", tuple(blocks)))


# --- acts ----------------------------------------------------------------------------------------


def test_before_the_start_the_first_block_is_shown_with_its_full_time():
    seen = last(event("0:00", "read"))
    assert clock(seen) == ("b1", "ready", 0, 600, 0, 0)
    assert ends(seen) == 60


def test_a_session_that_is_not_started_in_time_falls_behind_with_every_minute():
    assert clock(last(event("4:00", "read"))) == ("b1", "ready", 0, 600, 0, 240)


def test_a_late_start_is_behind_by_as_much():
    seen = last(event("4:00", "start"), event("9:00", "read"))
    assert clock(seen) == ("b1", "running", 300, 300, 0, 240)
    assert ends(seen) == 64
    assert [b.state.value for b in seen.blocks] == ["running", "waiting", "waiting"]
    assert [(b.projected_start - b.planned_start).total_seconds() for b in seen.blocks] == [240] * 3


def test_a_pause_stops_the_block_and_moves_the_end():
    stands = played(
        event("0:00", "start"), event("2:00", "pause"), event("5:00", "read"),
        event("5:00", "resume"), event("6:00", "read"),
    )  # fmt: skip
    assert clock(stands[2]) == ("b1", "paused", 120, 480, 0, 180)
    assert stands[2].timer.value == "paused"
    assert clock(stands[4]) == ("b1", "running", 180, 420, 0, 180)


def test_a_block_that_is_over_says_by_how_much():
    seen = last(event("0:00", "start"), event("11:30", "read"))
    assert clock(seen) == ("b1", "running", 690, 0, 90, 90)
    assert seen.timer.value == "over"
    assert seen.notices == ("Time is up: Block b1 (00:10:00)",)


def test_more_minutes_count_at_once_for_the_running_or_a_named_block():
    here = last(event("0:00", "start"), event("1:00", "extend", minutes=5))
    assert clock(here) == ("b1", "running", 60, 840, 0, 300)
    later = last(event("0:00", "start"), event("1:00", "extend", minutes=-3, block="b3"))
    assert clock(later) == ("b1", "running", 60, 540, 0, -180)
    assert (later.blocks[2].projected_end - START).total_seconds() == 3420


def test_pushing_the_running_block_lengthens_it_and_a_buffer_takes_it_up():
    plan = session_of(
        make_block("b1", 10),
        make_block("spare", 8, kind=BlockKind.BUFFER, minimum_s=0),
        make_block("b2", 20),
    )
    alone = last(
        event("0:00", "start"), event("1:00", "push", minutes=5, is_rest=False), session=plan
    )
    assert clock(alone) == ("b1", "running", 60, 840, 0, 0)
    # The buffer of 8 minutes shrinks to 3; b2 begins at 18 min as planned.
    assert (alone.blocks[1].projected_end - START).total_seconds() == 1080
    rest = last(
        event("0:00", "start"), event("1:00", "push", minutes=5, is_rest=True), session=plan
    )
    # Everything later moves along, so the buffer stays 8 minutes long.
    assert clock(rest) == ("b1", "running", 60, 840, 0, 300)
    assert (rest.blocks[2].projected_start - START).total_seconds() == 1380


def test_a_push_stops_at_a_block_with_a_fixed_start():
    plan = session_of(make_block("b1", 10), make_block("lunch", 30, fixed_start_s=1200))
    for is_rest in (False, True):
        seen = last(
            event("0:00", "start"), event("1:00", "push", minutes=5, is_rest=is_rest), session=plan
        )
        assert clock(seen) == ("b1", "running", 60, 840, 0, 0)
        assert (seen.blocks[1].projected_start - START).total_seconds() == 1200


def test_a_skipped_block_costs_nothing():
    seen = last(event("0:00", "start"), event("1:00", "skip", block="b2"))
    assert clock(seen) == ("b1", "running", 60, 540, 0, -1200)
    assert seen.blocks[1].state.value == "skipped"
    assert clock(last(event("0:00", "skip", block="b1")))[:2] == ("b2", "ready")


def test_next_ends_the_block_and_the_last_one_ends_the_session():
    seen = played(
        event("0:00", "start"), event("8:00", "next"), event("28:00", "next"),
        event("60:00", "next"), event("70:00", "read"),
    )  # fmt: skip
    assert clock(seen[1]) == ("b2", "running", 0, 1200, 0, -120)
    # b3 began at 28 min with 30 minutes; at 60 min it has used 32.
    assert clock(seen[3]) == ("b3", "ended", 1920, 0, 120, 0)
    assert clock(seen[4]) == clock(seen[3])
    assert ends(seen[4]) == 60


def test_back_keeps_the_time_that_was_used():
    seen = last(
        event("0:00", "start"), event("8:00", "next"), event("9:00", "back"), event("10:00", "read")
    )
    # b1 had used 8 minutes, and one more since; b2 keeps the one that it used: all in all on time.
    assert clock(seen) == ("b1", "running", 540, 60, 0, 0)


def test_undo_puts_back_what_was_before():
    seen = last(
        event("0:00", "start"), event("8:00", "next"), event("8:30", "undo"), event("9:00", "read")
    )
    assert clock(seen) == ("b1", "running", 540, 60, 0, 0)
    ended = last(event("0:00", "start"), event("5:00", "end"), event("6:00", "undo"))
    assert clock(ended) == ("b1", "running", 360, 240, 0, 0)


def test_a_start_can_be_dated_back():
    seen = last(event("10:00", "started_ago", minutes=4))
    assert clock(seen) == ("b1", "running", 240, 360, 0, 360)
    running = last(event("10:00", "start"), event("11:00", "started_ago", minutes=3))
    assert clock(running) == ("b1", "running", 180, 420, 0, 480)


def test_the_second_of_two_presses_is_refused_and_changes_nothing():
    first, second = played(
        event("0:00", "start"), event("9:00", "next"), event("9:00.3", "next")
    )[1:]  # fmt: skip
    assert first.refused is None
    assert second.refused.code == "pressed-twice"
    assert clock(second) == ("b2", "running", 0.3, 1199.7, 0, -60)


@pytest.mark.parametrize(
    ("act", "facts"),
    [
        ("next", {}), ("back", {}), ("pause", {}), ("resume", {}), ("end", {}), ("undo", {}),
        ("choose", {"option": "1"}), ("extend", {"minutes": -11}),
    ],
)  # fmt: skip
def test_what_makes_no_sense_before_the_start_is_refused(act, facts):
    seen = last(event("1:00", act, **facts))
    assert seen.refused is not None
    assert clock(seen) == ("b1", "ready", 0, 600, 0, 60)


def test_an_act_at_the_very_moment_that_time_is_up_comes_first():
    seen = last(event("0:00", "start"), event("10:00", "next"))
    assert seen.notices == ()
    read = last(event("0:00", "start"), event("10:00", "read"))
    assert read.notices == ("Time is up: Block b1 (00:10:00)",)


# --- the world -----------------------------------------------------------------------------------

BOTH = pytest.mark.parametrize("counted", [True, False])


@BOTH
def test_after_a_sleep_the_room_kept_going_until_somebody_says_otherwise(counted):
    asleep, later = played(
        event("0:00", "start"),
        event("2:00", "sleep", seconds=240, is_counted=counted),
        event("7:00", "read"),
    )[1:]
    assert clock(asleep) == ("b1", "running", 360, 240, 0, 0)
    assert asleep.question.text == (
        "The computer slept for 4 min 0 s while a block ran. Does that time count?"
    )
    assert [o.answer for o in asleep.question.options] == [Answer.KEPT_GOING, Answer.STOOD_STILL]
    assert asleep.question.suggested is Answer.KEPT_GOING
    assert clock(later) == ("b1", "running", 420, 180, 0, 0)
    assert later.question is not None


@BOTH
def test_a_sleep_that_counts_closes_the_question(counted):
    seen = last(
        event("0:00", "start"),
        event("2:00", "sleep", seconds=240, is_counted=counted),
        event("7:00", "choose", option="kept-going"),
    )
    assert clock(seen) == ("b1", "running", 420, 180, 0, 0)
    assert seen.question is None


@BOTH
def test_a_sleep_that_does_not_count_gives_the_time_back(counted):
    seen = last(
        event("0:00", "start"),
        event("2:00", "sleep", seconds=240, is_counted=counted),
        event("7:00", "choose", option="stood-still"),
    )
    assert clock(seen) == ("b1", "running", 180, 420, 0, 240)
    assert seen.question is None


@BOTH
def test_a_sleep_in_a_pause_asks_nothing(counted):
    seen = last(
        event("0:00", "start"),
        event("2:00", "pause"),
        event("3:00", "sleep", seconds=240, is_counted=counted),
        event("8:00", "resume"),
        event("9:00", "read"),
    )
    assert clock(seen) == ("b1", "running", 180, 420, 0, 360)
    assert seen.question is None


@BOTH
def test_time_that_is_up_during_a_sleep_is_said_once_on_waking(counted):
    seen = played(
        event("0:00", "start"),
        event("9:00", "sleep", seconds=300, is_counted=counted),
        event("15:00", "read"),
    )
    assert "Time is up: Block b1 (00:14:00)" in seen[1].notices
    assert seen[2].notices == ()


def test_ending_is_no_answer_to_a_sleep():
    seen = last(
        event("0:00", "start"),
        event("2:00", "sleep", seconds=240, is_counted=True),
        event("7:00", "choose", option="end"),
    )
    assert seen.refused.code == "unknown-option"
    assert seen.phase is RunPhase.RUNNING


@pytest.mark.parametrize("hours", [1, -1])
def test_a_stepped_clock_moves_no_countdown_and_is_told_once(hours):
    stepped, later = played(
        event("0:00", "start"), event("2:00", "step_wall", seconds=hours * 3600),
        event("3:00", "read"),
    )[1:]  # fmt: skip
    way = "forward" if hours > 0 else "back"
    assert stepped.notices == (
        f"The computer’s clock was set {way} by 1 h 0 min. The countdown goes on",
    )
    assert clock(stepped)[:5] == ("b1", "running", 120, 480, 0)
    assert ends(stepped) == 60 + hours * 60
    assert clock(later)[:5] == ("b1", "running", 180, 420, 0)
    assert later.notices == ()
    assert later.question is None


def test_a_clock_that_is_off_by_two_seconds_is_not_worth_a_word():
    seen = last(event("0:00", "start"), event("2:00", "step_wall", seconds=1.9))
    assert seen.notices == ()
    assert clock(seen)[:5] == ("b1", "running", 120, 480, 0)


def test_another_zone_of_the_computer_changes_no_time_of_the_session():
    zone, later, back = played(
        event("0:00", "start"), event("2:00", "zone", zone="Asia/Kathmandu"),
        event("3:00", "read"), event("4:00", "zone", zone="Europe/Berlin"),
    )[1:]  # fmt: skip
    assert zone.notices == ("Times in Europe/Berlin; this computer is set to Asia/Kathmandu",)
    assert clock(zone) == ("b1", "running", 120, 480, 0, 0)
    assert (ends(zone), later.notices) == (60, ())
    assert back.notices == ("This computer is set to Europe/Berlin, as the session",)


def crashed(answer, seconds=90):
    return played(
        event("0:00", "start"),
        event("2:00", "crash", seconds=seconds),
        event("30:00", "choose", option=answer),
        event("31:00", "read"),
    )[1:]


def test_after_a_short_crash_what_is_seen_follows_the_answer_that_the_room_kept_going():
    seen = crashed("kept-going")[0]
    assert clock(seen) == ("b1", "running", 210, 390, 0, 0)
    assert seen.question.text == "You were away for 1 min 30 s. Did the room keep going?"
    assert [(o.answer.value, o.text) for o in seen.question.options] == [
        ("kept-going", "It kept going: 6:30 left"),
        ("stood-still", "It stood still: 8:00 left"),
        ("end", "End the session"),
    ]
    assert seen.question.suggested is Answer.KEPT_GOING


def test_after_a_long_crash_it_follows_the_answer_that_it_stood_still():
    seen = crashed("stood-still", seconds=1200)[0]
    assert seen.question.suggested is Answer.STOOD_STILL
    assert clock(seen) == ("b1", "running", 120, 480, 0, 1200)


def test_each_answer_after_a_crash():
    assert clock(crashed("kept-going")[2]) == ("b1", "running", 1860, 0, 1260, 1260)
    assert clock(crashed("stood-still")[2]) == ("b1", "running", 180, 420, 0, 1680)
    ended = crashed("end")
    # It ended when the app was last seen, two minutes in.
    assert clock(ended[1]) == ("b1", "ended", 120, 480, 0, 120 - 3600)
    assert ended[1].blocks[0].projected_start == START
    assert all(one.question is None for one in ended[1:])


def test_until_the_question_is_answered_acts_are_refused():
    seen = played(
        event("0:00", "start"), event("2:00", "crash", seconds=60), event("3:30", "pause"),
        event("4:00", "choose", option="the room kept going"),
    )  # fmt: skip
    assert seen[2].refused.code == "answer-first"
    assert seen[2].question is not None
    assert clock(seen[3]) == ("b1", "running", 240, 360, 0, 0)


def test_an_act_that_falls_into_a_crash_waits_for_the_app():
    seen = last(
        event("0:00", "start"),
        event("2:00", "crash", seconds=60),
        event("2:30", "choose", option="1"),
    )
    assert seen.notices == ("Done at 00:03:00, when the app was there again",)
    assert clock(seen) == ("b1", "running", 180, 420, 0, 0)


def test_a_crash_before_the_start_or_after_the_end_asks_nothing():
    before = last(
        event("0:00", "extend", minutes=2),
        event("1:00", "crash", seconds=60),
        event("2:00", "start"),
    )
    assert clock(before) == ("b1", "running", 0, 720, 0, 240)
    after = last(
        event("0:00", "start"), event("5:00", "end"), event("6:00", "crash", seconds=600),
        event("20:00", "read"),
    )  # fmt: skip
    assert (after.question, after.phase) == (None, RunPhase.ENDED)
    assert ends(after) == 5


def test_a_crash_in_a_pause_goes_on_pausing():
    seen = last(
        event("0:00", "start"), event("2:00", "pause"), event("3:00", "crash", seconds=60),
        event("5:00", "choose", option="kept-going"), event("6:00", "resume"),
        event("7:00", "read"),
    )  # fmt: skip
    assert clock(seen) == ("b1", "running", 180, 420, 0, 240)


def test_two_crashes_in_a_row_ask_about_both():
    seen = last(
        event("0:00", "start"),
        event("2:00", "crash", seconds=60),
        event("4:00", "crash", seconds=60),
    )
    assert seen.question.text == "You were away for 3 min 0 s. Did the room keep going?"
    assert clock(seen) == ("b1", "running", 300, 300, 0, 0)


def test_an_answer_to_a_crash_leaves_the_question_about_a_sleep_before_it_open():
    crash, still, both = played(
        event("0:00", "start"),
        event("2:00", "sleep", seconds=120, is_counted=False),
        event("5:00", "crash", seconds=60),
        event("7:00", "choose", option="stood-still"),
        event("8:00", "choose", option="stood-still"),
    )[2:]
    assert crash.question.text.startswith("You were away for 1 min 0 s")
    assert still.question.text.startswith("The computer slept for 2 min 0 s")
    assert clock(still) == ("b1", "running", 300, 300, 0, 120)
    # 8 minutes less the two of the crash and the two of the sleep.
    assert (clock(both), both.question) == (("b1", "running", 240, 360, 0, 240), None)


# --- days that are not like others ---------------------------------------------------------------


def test_the_clocks_go_forward_in_new_york_and_a_block_keeps_its_length():
    # 8 March 2026: after 01:59 EST comes 03:00 EDT, which is 07:00 UTC.
    start = datetime(2026, 3, 8, 6, 30, tzinfo=UTC)
    plan = make_session(make_agenda(90), start, "America/New_York")
    seen = last(event("0:00", "start"), event("45:00", "read"), session=plan)
    assert clock(seen) == ("b1", "running", 2700, 2700, 0, 0)
    assert seen.ends_at == datetime(2026, 3, 8, 8, 0, tzinfo=UTC)


def test_midnight_is_a_minute_like_others():
    plan = make_session(make_agenda(10, 20), datetime(2026, 10, 6, 21, 55, tzinfo=UTC))
    seen = last(
        event("0:00", "start"), event("10:00", "next"), event("12:00", "read"), session=plan
    )
    assert clock(seen) == ("b2", "running", 120, 1080, 0, 0)
    assert seen.ends_at == datetime(2026, 10, 6, 22, 25, tzinfo=UTC)


# --- breakouts and prompts -----------------------------------------------------------------------


def breakout():
    tracks = (Track("x", "Ash", 300, letter="A"), Track("y", "Birch", 300, letter="B"))
    return session_of(make_block("b1", 5, tracks=tracks), make_block("b2", 10))


@pytest.mark.parametrize("name", ["x", "A", "ash"])
def test_more_minutes_for_one_group_keep_everybody_and_each_clock_is_told(name):
    seen = last(
        event("0:00", "start"), event("1:00", "extend", minutes=2, track=name), session=breakout()
    )
    assert [(t.id, t.name, t.remaining_s, t.state) for t in seen.tracks] == [
        ("x", "Ash", 360, "out"),
        ("y", "Birch", 240, "out"),
    ]
    assert clock(seen) == ("b1", "running", 60, 360, 0, 120)


def test_a_group_of_a_later_block_can_be_given_minutes():
    tracks = (Track("x", "Ash", 300), Track("y", "Birch", 300))
    plan = session_of(make_block("b1", 5), make_block("b2", 5, tracks=tracks))
    seen = last(
        event("0:00", "start"), event("1:00", "extend", minutes=2, block="b2", track="y"),
        session=plan,
    )  # fmt: skip
    assert seen.refused is None
    assert clock(seen) == ("b1", "running", 60, 240, 0, 120)


def test_groups_are_called_back_at_their_time():
    seen = last(event("0:00", "start"), event("6:00", "read"), session=breakout())
    assert seen.notices == (
        "Two more minutes, then back together (00:03:00)",
        "Come back together now (00:05:00)",
    )


def test_a_prompt_is_shown_at_its_time_and_several_at_once_wait():
    prompts = (Prompt("p1", 100, "Write now"), Prompt("p2", 400, "Swap"), Prompt("p3", 430, "Read"))
    plan = session_of(make_block("b1", 10, prompts=prompts))
    seen = played(
        event("0:00", "start"), event("2:00", "read"),
        event("6:00", "sleep", seconds=120, is_counted=False), session=plan,
    )  # fmt: skip
    assert seen[1].notices == ("Prompt shown: Write now (00:01:40)",)
    assert seen[2].notices == (
        "The computer slept for 2 min 0 s",
        "Prompt waits for a decision: Swap (00:08:00)",
        "Prompt waits for a decision: Read (00:08:00)",
    )


# --- words of an answer --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("kept-going", Answer.KEPT_GOING), ("Kept going", Answer.KEPT_GOING),
        ("kept_going", Answer.KEPT_GOING), ("keptgoing", Answer.KEPT_GOING),
        ("resume", Answer.KEPT_GOING), ("1", Answer.KEPT_GOING), ("count", Answer.KEPT_GOING),
        ("resume, the room kept going", Answer.KEPT_GOING),
        ("stood-still", Answer.STOOD_STILL), ("STOOD_STILL", Answer.STOOD_STILL),
        ("2", Answer.STOOD_STILL), ("don't count", Answer.STOOD_STILL),
        ("dont-count", Answer.STOOD_STILL), ("do_not_count", Answer.STOOD_STILL),
        ("resume from the moment it stopped", Answer.STOOD_STILL),
        ("end", Answer.END), ("3", Answer.END), ("end it", Answer.END), ("End-Session", Answer.END),
        ("perhaps", None), ("", None), ("12", None),
    ],
)  # fmt: skip
def test_an_answer_is_understood_in_people_s_words(text, answer):
    assert answer_in(text) is answer


# --- after the end -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("after", "facts"),
    [
        ("sleep", {"seconds": 3600, "is_counted": False}),
        ("sleep", {"seconds": 3600, "is_counted": True}),
        ("step_wall", {"seconds": 3600}),
        ("crash", {"seconds": 3600}),
    ],
)
def test_nothing_that_happens_to_the_clocks_moves_an_end_that_was(after, facts):
    seen = last(
        event("0:00", "start"), event("5:00", "end"), event("6:00", after, **facts),
        event("90:00", "read"),
    )  # fmt: skip
    assert ends(seen) == 5
    assert (seen.blocks[0].projected_start, clock(seen)[5]) == (START, 300 - 3600)


# --- the same events, the same pictures ----------------------------------------------------------

ACTS = st.one_of(
    st.sampled_from(["start", "next", "back", "pause", "resume", "undo", "end", "read"]).map(
        lambda do: (do, {})
    ),
    st.tuples(st.just("extend"), st.fixed_dictionaries({"minutes": st.integers(-12, 12)})),
    st.tuples(
        st.just("push"),
        st.fixed_dictionaries({"minutes": st.integers(-5, 9), "is_rest": st.booleans()}),
    ),
    st.tuples(st.just("skip"), st.fixed_dictionaries({"block": st.sampled_from(["b1", "b2"])})),
    st.tuples(st.just("started_ago"), st.fixed_dictionaries({"minutes": st.integers(0, 9)})),
    st.tuples(
        st.just("sleep"),
        st.fixed_dictionaries({"seconds": st.integers(0, 1200), "is_counted": st.booleans()}),
    ),
    st.tuples(
        st.just("step_wall"), st.fixed_dictionaries({"seconds": st.sampled_from([-3600, 1, 3600])})
    ),
    st.tuples(st.just("zone"), st.fixed_dictionaries({"zone": st.just("Asia/Kathmandu")})),
    st.tuples(st.just("crash"), st.fixed_dictionaries({"seconds": st.integers(0, 1200)})),
    st.tuples(
        st.just("choose"), st.fixed_dictionaries({"option": st.sampled_from(["1", "2", "3"])})
    ),
)


@given(st.lists(st.tuples(st.integers(0, 900), ACTS), max_size=14))
@settings(max_examples=60, deadline=None)
def test_any_events_give_the_same_pictures_twice_and_a_refused_act_changes_nothing(steps):
    at, events = 0, []
    for wait, (do, facts) in steps:
        at += wait
        events.append(RehearsalEvent(float(at), Do(do), **facts))
    seen = played(*events)
    assert repr(seen) == repr(played(*events))
    for one, again in zip(seen, played(*(e for e in _with_reads(events, seen))), strict=True):
        assert clock(one) == clock(again)
        assert one.remaining_s == 0 or one.over_s == 0


def _with_reads(events, seen):
    """Return the events with every refused one replaced by a look at the same moment."""
    return [
        RehearsalEvent(e.at_s, Do.READ) if one.refused is not None else e
        for e, one in zip(events, seen, strict=True)
    ]
