"""Every live act can be taken back for at least thirty seconds, and the toast says so."""

from __future__ import annotations

import pytest

from builders import make_block
from console_fixture import Console
from fakes import HeldLane, ManualClock
from workshop_studio.domain.action_table import PHASES_OF
from workshop_studio.domain.agenda import Agenda, Prompt, Track
from workshop_studio.domain.console import UNDO_S
from workshop_studio.domain.live import ClockStyle
from workshop_studio.domain.run import StageView
from workshop_studio.domain.run_log import FACTS, Act, DelayReason

TRACKS = (Track("basil", "Basil", 600), Track("fennel", "Fennel", 600))
PROMPTS = (Prompt("p1", 30, "Write two."), Prompt("p2", 40, "Swap cards."))
AGENDA = Agenda(
    "Two",
    "Two",
    (
        make_block("b1", 10),
        make_block("b2", 10, tracks=TRACKS),
        make_block("b3", 10, prompts=PROMPTS),
        make_block("b4", 10),
    ),
)


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def console(tmp_path, clock):
    opened = Console(tmp_path, clock, AGENDA)
    yield opened
    opened.close()


def at_block(number):
    def ready(console):
        console.start()
        console.next(number - 1)
        console.wait(1)

    return ready


def asleep(console):
    at_block(1)(console)
    console.clock.sleep(60, counted=True)
    console.look()


def prompted(console):
    at_block(3)(console)
    console.clock.sleep(60, counted=True)
    console.look()


def paused(console):
    at_block(1)(console)
    console.presenter.press_pause()


def group_held(console):
    at_block(2)(console)
    console.live.groups.pause("basil")


def with_message(console):
    at_block(1)(console)
    console.live.message("Read this.", 30.0, until_read=True)


def late(console):
    console.wait(600)
    console.start()


# How each act is reached, and how it is done on the run.
HOW = {
    Act.START: (lambda c: None, lambda live, at: live.start(at)),
    Act.STARTED_AGO: (lambda c: c.wait(200), lambda live, at: live.started_ago(60, at)),
    Act.PAUSE: (at_block(1), lambda live, at: live.pause(at)),
    Act.RESUME: (paused, lambda live, at: live.resume(at)),
    Act.NEXT: (at_block(1), lambda live, at: live.next(at)),
    Act.BACK: (at_block(2), lambda live, at: live.back(at)),
    Act.RESTART: (at_block(2), lambda live, at: live.restart(at)),
    Act.EXTEND: (at_block(1), lambda live, at: live.extend(60.0, at=at)),
    Act.PLAN: (at_block(1), lambda live, at: live.plan.skip("b4", at)),
    Act.BASELINE: (late, lambda live, at: live.plan.accept_late_start(at)),
    Act.REASON: (at_block(1), lambda live, at: live.plan.give_reason(DelayReason.TECHNICAL, at=at)),
    Act.END: (at_block(1), lambda live, at: live.end(at)),
    Act.COUNTED: (asleep, lambda live, at: live.answer_gap(is_counted=True, at=at)),
    Act.NOT_COUNTED: (asleep, lambda live, at: live.answer_gap(is_counted=False, at=at)),
    Act.CUE: (prompted, lambda live, at: live.cues.fire("b3", "p1", at)),
    Act.CUE_SKIP: (prompted, lambda live, at: live.cues.skip("b3", "p1", at)),
    Act.CUE_LATER: (prompted, lambda live, at: live.cues.put_off("b3", "p1", 120.0, at)),
    Act.TRACK_PAUSE: (at_block(2), lambda live, at: live.groups.pause("basil", at)),
    Act.TRACK_RESUME: (group_held, lambda live, at: live.groups.resume("basil", at)),
    Act.TRACK_BACK: (at_block(2), lambda live, at: live.groups.come_back("basil", at=at)),
    Act.ROUND: (at_block(2), lambda live, at: live.groups.begin_round(300.0, "Again", at)),
    Act.SHOW: (at_block(1), lambda live, at: live.show(StageView.HOLDING, at)),
    Act.STYLE: (at_block(1), lambda live, at: live.style(ClockStyle.RING, at)),
    Act.BLACK: (at_block(1), lambda live, at: live.black(is_on=True, at=at)),
    Act.FREEZE: (at_block(1), lambda live, at: live.freeze(is_on=True, at=at)),
    Act.MESSAGE: (at_block(1), lambda live, at: live.message("Read this.", 30.0, at)),
    Act.ACKNOWLEDGE: (with_message, lambda live, at: live.acknowledge(at)),
}


def test_all_acts_of_the_table_that_are_wishes_are_tried_here():
    assert set(HOW) == set(PHASES_OF) - FACTS


@pytest.mark.parametrize("act", HOW, ids=lambda act: act.value)
def test_an_act_is_said_with_undo_and_can_be_taken_back_half_a_minute_later(console, act):
    reach, work = HOW[act]
    reach(console)
    before = console.live.run_now().run
    console.presenter.desk.do(work, "Done")
    assert console.view.problems == []
    assert console.view.said[-1] == ("Done", True)
    assert console.live.run_now().run != before
    console.clock.advance(30)
    console.presenter.refresh()
    assert console.view.reading.undo_act is act
    console.presenter.undo()
    assert console.live.run_now().run == before


def test_undo_is_offered_for_two_minutes_and_not_for_ever(console):
    console.start()
    console.wait(UNDO_S)
    assert console.view.reading.undo_act is Act.START
    console.wait(1)
    assert console.view.reading.undo_act is None


# --- next, and back ------------------------------------------------------------------------------


def test_a_clicker_that_bounces_ends_one_block_and_nobody_is_told(console):
    console.start()
    console.wait(1)
    for _ in range(3):
        console.presenter.press_primary()
        console.clock.advance(0.1)
    console.look()
    assert console.reading.block_number == 2
    assert console.view.problems == []
    console.wait(0.4)
    console.presenter.press_primary()
    assert console.reading.block_number == 3


def test_next_on_the_last_block_never_ends_and_says_what_does(console):
    console.start()
    console.next(3)
    console.wait(5)
    for _ in range(3):
        console.wait(1)
        console.presenter.press_primary()
    assert console.reading.phase.value == "running"
    assert console.view.problems[-1] == "This is the last block. Hold “End session” to end."
    console.presenter.end()
    assert console.reading.phase.value == "ended"
    console.presenter.press_primary()
    assert (console.reading.block_number, console.reading.phase.value) == (4, "ended")


def test_a_second_next_that_waits_for_a_slow_disk_does_not_end_the_session(console):
    console.start()
    console.next(2)
    console.wait(5)
    lane = HeldLane()
    console.presenter.desk._lane = lane
    console.presenter.press_primary()
    console.clock.advance(1)
    console.presenter.press_primary()
    assert len(lane) == 2
    lane.run()
    assert (console.reading.block_number, console.reading.phase.value) == (4, "running")
    assert console.view.problems == ["This is the last block. Hold “End session” to end."]


def test_back_keeps_the_time_that_was_used_and_the_toast_offers_its_full_time(console):
    console.start()
    console.wait(110)
    console.presenter.press_primary()
    console.wait(30)
    assert console.view.reading.asks.back.left == "8:10"
    console.presenter.press_back()
    assert console.reading.clock == "8:10"
    assert console.view.offers == [("Back in Block b1, 8:10 left", "Start its clock again")]
    console.presenter.restart()
    assert console.reading.clock == "10:00"
    assert [e.act for e in console.live.log][-2:] == [Act.BACK, Act.RESTART]


def test_back_from_its_full_time_is_one_act_in_the_log(console):
    console.start()
    console.wait(110)
    console.presenter.press_primary()
    console.wait(30)
    console.presenter.go_back(is_restart=True)
    assert console.reading.clock == "10:00"
    assert (console.live.log[-1].act, console.live.log[-1].is_on) == (Act.BACK, True)
    console.presenter.undo()
    assert console.reading.block_number == 2


def test_there_is_nothing_before_the_first_block(console):
    console.start()
    console.presenter.press_back()
    assert console.view.problems == ["This is the first block. There is nothing before it."]
    assert console.view.offers == []
