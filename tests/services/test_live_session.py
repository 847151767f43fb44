from __future__ import annotations

import pytest

from fakes import ManualClock
from studio_fixture import a_studio
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.events import CueFired
from workshop_studio.domain.live import StageFace
from workshop_studio.domain.run import StageView
from workshop_studio.services.live_session import Recovery


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def studio(tmp_path, clock):
    opened = a_studio(tmp_path, clock)
    opened.live.open(opened.planning.sessions()[0].id)
    yield opened
    opened.close()


def restarted(tmp_path, clock, studio, after_s):
    studio.close()
    clock.restart(after_s)
    again = a_studio(tmp_path, clock)
    assert again.live.open_unfinished()
    return again


def test_the_console_says_how_late_and_when_it_ends(studio, clock):
    clock.advance(4 * 60)
    studio.live.start()
    reading = studio.live.console()
    assert reading.lateness == "4 min behind, ends 16:04"
    assert (reading.rows[0].planned, reading.rows[0].now) == ("13:30", "13:34")


def test_stage_and_console_show_the_same_time(studio, clock):
    studio.live.start()
    clock.advance(77.3)
    assert studio.live.stage().clock.text == studio.live.console().clock == "4:43"


def test_the_steps_of_an_exercise_move_on_by_themselves(studio, clock):
    studio.live.start()
    for _ in range(5):
        clock.advance(1)
        studio.live.next()
    studio.live.show(StageView.COUNTDOWN)
    clock.advance(5 * 60)
    marks = [(line.text, line.mark.value) for line in studio.live.stage().lines]
    assert marks[0] == ("Alone: write two", "done")
    assert marks[1] == ("Pass it on: three rounds", "current")


def test_black_shows_nothing_and_stops_no_clock(studio, clock):
    studio.live.start()
    studio.live.black(is_on=True)
    clock.advance(60)
    assert studio.live.stage().face is StageFace.BLACK
    assert studio.live.stage().title == ""
    assert studio.live.console().clock == "5:00"


def test_a_frozen_stage_keeps_its_picture_while_the_session_goes_on(studio, clock):
    studio.live.start()
    clock.advance(10)
    studio.live.freeze(is_on=True)
    before = studio.live.stage()
    clock.advance(60)
    studio.live.next()
    assert studio.live.stage() == before
    assert studio.live.console().block_number == 2
    studio.live.freeze(is_on=False)
    assert studio.live.stage().title == "Nora’s bag"


def test_a_message_leaves_by_itself(studio, clock):
    studio.live.start()
    studio.live.message("Two minutes left.", 30)
    assert studio.live.stage().message == "Two minutes left."
    clock.advance(30)
    assert studio.live.stage().message == ""


def test_time_is_up_is_said_once_however_long_the_stall(studio, clock):
    heard = []
    studio.bus.subscribe(CueFired, heard.append)
    studio.live.start()
    assert not studio.live.cues.is_due
    clock.advance(367)
    assert studio.live.cues.is_due
    studio.live.cues.give_due()
    studio.live.cues.give_due()
    # The warning came due in the same stall; only the later signal is said.
    assert [(event.block_id, event.cue) for event in heard] == [("b1", "time-up")]


@pytest.mark.parametrize("step_s", [3600, -3600])
def test_a_clock_set_before_a_crash_is_no_part_of_the_gap(tmp_path, studio, clock, step_s):
    studio.live.start()
    clock.advance(60)
    studio.live.look()
    clock.step_wall(step_s)
    studio.live.note_gap(studio.live.look(), clock.now())
    again = restarted(tmp_path, clock, studio, after_s=90)
    assert again.live.question().left_if_kept_going == "3:30"
    again.live.recover(Recovery.KEPT_GOING)
    assert again.live.console().clock == "3:30"
    again.close()


def test_a_refused_act_changes_nothing(studio):
    before = studio.live.log
    with pytest.raises(RuleBroken):
        studio.live.pause()
    assert studio.live.log == before


def test_the_last_act_can_be_taken_back_for_two_minutes(studio, clock):
    studio.live.start()
    clock.advance(30)
    studio.live.next()
    clock.advance(45)
    assert studio.live.console().undo_act.value == "next"
    studio.live.undo()
    assert studio.live.console().clock == "4:45"


def test_after_a_crash_the_room_may_have_kept_going(tmp_path, studio, clock):
    studio.live.start()
    clock.advance(60)
    studio.live.beat()
    again = restarted(tmp_path, clock, studio, after_s=90)
    question = again.live.question()
    assert question.gap_s == 90
    assert (question.left_if_kept_going, question.left_if_stood_still) == ("3:30", "5:00")
    assert question.suggested is Recovery.KEPT_GOING
    again.live.recover(Recovery.KEPT_GOING)
    assert again.live.console().clock == "3:30"
    again.close()


def test_after_a_crash_it_may_have_stood_still(tmp_path, studio, clock):
    studio.live.start()
    clock.advance(60)
    studio.live.beat()
    again = restarted(tmp_path, clock, studio, after_s=20 * 60)
    assert again.live.question().suggested is Recovery.STOOD_STILL
    again.live.recover(Recovery.STOOD_STILL)
    assert again.live.console().clock == "5:00"
    again.close()


def test_until_the_question_is_answered_the_stage_holds_and_acts_are_refused(
    tmp_path, studio, clock
):
    studio.live.start()
    again = restarted(tmp_path, clock, studio, after_s=30)
    assert again.live.stage().face is StageFace.HOLDING
    with pytest.raises(RuleBroken) as refused:
        again.live.next()
    assert refused.value.code == "answer-first"
    again.live.recover(Recovery.END)
    assert again.live.console().phase.value == "ended"
    again.close()


def test_pauses_added_time_messages_and_freeze_survive_a_crash(tmp_path, studio, clock):
    studio.live.start()
    clock.advance(60)
    studio.live.extend(120)
    studio.live.pause()
    studio.live.black(is_on=True)
    again = restarted(tmp_path, clock, studio, after_s=10)
    again.live.recover(Recovery.KEPT_GOING)
    reading = again.live.console()
    assert (reading.clock, reading.phase.value, reading.is_black) == ("7:00", "paused", True)
    again.close()


def test_nothing_private_reaches_the_stage_in_any_block(studio, clock):
    studio.live.start()
    agenda = studio.live.session.agenda
    seen = ""
    for _ in agenda.blocks[1:]:
        seen += repr(studio.live.stage())
        clock.advance(1)
        studio.live.next()
    seen += repr(studio.live.stage())
    for block in agenda.blocks:
        for private in (block.facilitator_note, block.answer_key):
            for sentence in filter(None, private.split(". ")):
                assert sentence not in seen


def test_an_act_counts_from_the_press_even_when_the_disk_was_slow(studio, clock):
    pressed = studio.live.now()
    clock.advance(3)
    studio.live.start(pressed)
    assert studio.live.console().clock == "5:57"
    pressed = studio.live.now()
    clock.advance(4)
    studio.live.pause(pressed)
    clock.advance(60)
    assert studio.live.console().clock == "5:57"


def test_a_press_that_waited_behind_another_never_turns_time_back(studio, clock):
    early = studio.live.now()
    clock.advance(2)
    studio.live.start()
    studio.live.pause(early)
    times = [entry.at.monotonic_s for entry in studio.live.log]
    assert times == sorted(times)
    assert studio.live.console().clock == "6:00"
