"""What stands above the cards, and the bad days: one sentence to read, the clock goes on."""

from __future__ import annotations

import pytest

from builders import make_block
from console_fixture import Console
from fakes import ManualClock
from studio_fixture import a_studio
from workshop_studio.domain.agenda import Agenda, Prompt
from workshop_studio.domain.live import StageFace
from workshop_studio.domain.run_log import Act
from workshop_studio.services.live_session import Recovery
from workshop_studio.ui.console.standing_asks import stepped_ask, unwritten_ask


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def console(tmp_path, clock):
    opened = Console(tmp_path, clock)
    yield opened
    opened.close()


def acts(console):
    return [entry.act for entry in console.live.log]


# --- a start that was forgotten ------------------------------------------------------------------


def test_a_forgotten_start_is_asked_about_after_two_minutes(console):
    console.wait(119)
    assert console.asked == []
    console.wait(1)
    assert console.asked == ["Planned start was 13:30."]
    assert [a.words for a in console.view.asks[0].answers] == [
        "It started 2 min ago", "Start now", "Not yet",
    ]  # fmt: skip


def test_it_started_three_minutes_ago_and_the_clock_knows(console):
    console.wait(5 * 60)
    key = console.view.asks[0].key
    console.standing.change_minutes(key, -1)
    console.standing.change_minutes(key, -1)
    console.answer("It started 3 min ago")
    assert console.reading.clock == "3:00"
    assert console.rows["b1"].now == "13:32"
    console.presenter.undo()
    assert console.reading.clock == "6:00"


def test_minutes_set_by_hand_mean_a_moment_and_grow_with_the_time(console):
    console.wait(5 * 60)
    console.standing.change_minutes(console.view.asks[0].key, -3)
    console.wait(60)
    assert console.view.asks[0].answers[0].words == "It started 3 min ago"
    console.standing.change_minutes(console.view.asks[0].key, -3)
    assert console.view.asks[0].minutes == 3


def test_start_now_starts_and_not_yet_is_not_asked_again(console):
    console.wait(4 * 60)
    console.answer("Not yet")
    console.wait(4 * 60)
    assert console.asked == []
    console.start()
    assert console.reading.clock == "6:00"


def test_a_reminder_never_reaches_the_stage(console):
    console.wait(5 * 60)
    assert console.stage[-1].face is StageFace.HOLDING
    assert "Planned start was" not in repr(console.stage[-1])


# --- a next that was forgotten -------------------------------------------------------------------


def test_a_forgotten_next_is_asked_about_and_can_have_been_two_minutes_ago(console):
    console.start()
    console.wait(6 * 60 + 179)
    assert console.asked == []
    console.wait(1)
    assert console.asked == ["Still in You said, we did?"]
    console.standing.change_minutes(console.view.asks[0].key, -1)
    console.answer("The next block began 2 min ago")
    assert console.reading.block.id == "b2"
    assert console.reading.clock == "4:00"
    assert console.rows["b2"].now == "13:37"


def test_not_yet_counts_for_this_block_as_long_as_it_is_that_long(console):
    console.start()
    console.wait(9 * 60 + 30)
    console.answer("Not yet")
    console.wait(120)
    assert console.asked == []
    console.agenda.give("b1", 2)
    console.look()
    assert console.asked == ["Still in You said, we did?"]


# --- a late start --------------------------------------------------------------------------------


@pytest.fixture
def late(console):
    console.wait(10 * 60)
    console.start()
    return console


def test_a_late_start_is_a_fact_of_its_own_beside_when_the_block_is_over(late):
    assert late.asked == ["Started 10 min late."]
    assert late.reading.caption == "left, block over by 13:46"
    assert late.reading.lateness == "10 min behind, ends 16:10"


def test_keep_the_end_leaves_it_late_and_is_not_asked_again(late):
    late.answer("Keep the end")
    late.wait(60)
    assert late.asked == []
    assert late.reading.planned_end == "16:00"
    late.clock.step_wall(3600)
    late.look()
    assert not any("Started" in text for text in late.asked)


def test_a_late_start_that_was_won_back_is_not_asked_about_until_it_is_lost_again(late):
    late.wait(1)
    late.presenter.press_primary()
    late.presenter.extend(-5)
    late.look()
    assert late.reading.behind_s <= 0
    assert late.asked == []
    late.presenter.extend(5)
    late.look()
    assert late.asked == ["Started 10 min late."]


def test_shift_all_makes_it_the_new_plan_and_can_be_undone(late):
    late.answer("Shift all")
    assert late.reading.lateness == "on time, ends 16:10"
    assert late.asked == []
    late.presenter.undo()
    assert late.asked == ["Started 10 min late."]
    assert late.reading.lateness == "10 min behind, ends 16:10"


# --- the lid was closed --------------------------------------------------------------------------


@pytest.mark.parametrize("counted", [True, False])
def test_after_a_sleep_the_room_kept_going_unless_somebody_says_otherwise(console, counted):
    console.start()
    console.clock.sleep(4 * 60 + 12, counted=counted)
    console.look()
    assert console.reading.clock == "1:48"
    assert console.asked == ["The computer slept for 4 min 12 s. The room kept going."]
    console.answer("Don’t count them")
    assert console.reading.clock == "6:00"
    assert console.asked == []
    console.presenter.undo()
    assert console.reading.clock == "1:48"
    console.answer("They count")
    console.wait(1)
    assert (console.reading.clock, console.asked) == ("1:47", [])


def test_a_sleep_before_the_start_or_in_a_pause_asks_nothing(console):
    console.clock.sleep(50, counted=True)
    console.look()
    console.start()
    console.presenter.press_pause()
    console.clock.sleep(60, counted=False)
    console.look()
    assert console.asked == []
    assert console.reading.clock == "6:00"


# --- somebody sets the clock, or travels ---------------------------------------------------------


@pytest.mark.parametrize(
    ("step_s", "words"), [(3600, "1 h forward"), (-3600, "1 h back"), (90, "1 min 30 s forward")]
)
def test_a_clock_that_was_set_is_told_once_and_changes_no_countdown(console, step_s, words):
    console.start()
    console.wait(10)
    console.clock.step_wall(step_s)
    console.look()
    told = f"This computer’s clock was set {words}. The countdown is not affected."
    assert told in console.asked
    assert console.reading.clock == "5:50"
    console.answer("Understood")
    console.wait(5)
    assert told not in console.asked
    assert console.reading.clock == "5:45"


def test_the_words_of_a_clock_that_was_set_name_whole_hours_alone():
    assert "set 1 h forward" in stepped_ask(1, 3600.2).text
    assert "set 2 min back" in stepped_ask(1, -120.0).text


def test_another_zone_is_named_and_the_session_keeps_its_own(console):
    console.start()
    console.wait(60)
    assert console.reading.asks.zone_note == ""
    console.clock.change_zone("America/New_York")
    console.look()
    assert console.asked == [
        (
            "Times in Europe/Berlin; this computer is set to America/New_York. "
            "The session keeps its own zone; the countdown is not affected."
        ),
    ]
    assert console.reading.clock == "5:00"
    assert console.reading.time_of_day == "13:31"
    console.answer("Understood")
    console.wait(1)
    assert console.asked == []
    assert console.reading.asks.zone_note.startswith("Times in Europe/Berlin")


# --- the disk ------------------------------------------------------------------------------------


def test_on_a_full_disk_the_session_goes_on_says_so_and_loses_nothing(tmp_path, console):
    console.start()
    console.wait(10)
    console.disk.is_full = True
    console.agenda.give("b1", 1)
    console.look()
    assert console.asked == [
        (
            "1 act is not on disk: the disk is full. The session goes on; free some space. "
            "Tried again every 2 s."
        ),
    ]
    assert console.view.asks[0].look == "alert"
    console.presenter.press_pause()
    console.wait(1)
    console.presenter.press_pause()
    console.look()
    assert console.asked[0].startswith("3 acts are not on disk: the disk is full.")
    console.wait(20)
    assert console.reading.clock == "6:30"
    console.presenter.beat()
    assert console.view.problems == []
    console.disk.is_full = False
    console.presenter.beat()
    console.look()
    assert console.asked == []
    run_id = console.live._holder.held.run_id
    again = a_studio(tmp_path, console.clock)
    with again.planning._unit_of_work.reading() as work:
        stored = [entry.act for entry in work.runs.get(run_id).log]
    assert stored == [Act.START, Act.EXTEND, Act.PAUSE, Act.RESUME]
    again.close()


def test_what_was_refused_at_the_end_of_a_session_is_still_written(console):
    console.start()
    console.disk.is_full = True
    console.presenter.end()
    console.look()
    assert console.live.unwritten == 1
    assert "1 act is not on disk" in console.asked[0]
    console.disk.is_full = False
    console.presenter.beat()
    console.look()
    assert (console.live.unwritten, console.asked) == (0, [])


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("workspace-read-only", "its folder cannot be written to"),
        ("workspace-locked", "another program holds the file"),
        ("disk-failed", "the file cannot be written"),
    ],
)
def test_each_kind_of_refusal_has_its_words(code, words):
    assert unwritten_ask(2, code).text.startswith(f"2 acts are not on disk: {words}.")


# --- the plan changes behind it ------------------------------------------------------------------


def edit(console, block_id, minutes):
    session = console.studio.planning.sessions()[0]
    console.studio.planning.set_minutes(session.id, block_id, minutes)
    console.look()


def test_a_plan_edited_meanwhile_is_offered_and_used_as_one_act(console):
    console.start()
    console.next()
    edit(console, "b7", 15)
    assert console.asked == ["The plan was changed: Break 15 instead of 10 min."]
    assert console.rows["b7"].minutes == 10
    console.answer("Use it here")
    assert console.rows["b7"].minutes == 15
    assert console.asked == []
    console.presenter.undo()
    assert console.rows["b7"].minutes == 10


def test_leave_it_is_not_asked_again_for_the_same_number(console):
    console.start()
    edit(console, "b7", 15)
    console.answer("Leave it")
    edit(console, "b10", 7)
    assert console.asked == ["The plan was changed: Journal, spread 2 7 instead of 6 min."]
    edit(console, "b7", 16)
    assert "Break 16 instead of 10 min" in console.asked[0]


def test_a_plan_edited_under_the_running_block_moves_its_end_and_never_restarts_it(console):
    console.start()
    console.wait(100)
    edit(console, "b1", 8)
    assert console.asked == ["The plan was changed: You said, we did 8 instead of 6 min."]
    assert console.reading.clock == "4:20"
    console.answer("Use it here")
    assert console.reading.clock == "6:20"


def test_a_change_for_a_block_that_is_over_by_then_is_offered_no_more(console):
    console.start()
    edit(console, "b2", 9)
    console.next(2)
    assert console.asked == []


def test_before_the_start_an_edited_plan_is_simply_taken_over(console):
    edit(console, "b1", 8)
    assert console.asked == []
    assert console.reading.clock == "8:00"


def test_a_pack_that_is_deleted_while_it_runs_changes_nothing(tmp_path, console):
    console.start()
    before = console.reading
    # Nothing that is shown or done asks the shelf again: a session holds a copy of its agenda.
    console.studio.planning._library = None
    console.wait(60)
    console.next(2)
    assert console.reading.block.id == "b3"
    assert console.reading.session_title == before.session_title
    assert console.view.problems == []


# --- prompts -------------------------------------------------------------------------------------

PROMPTS = (
    Prompt("p1", 60, "Write two."),
    Prompt("p2", 120, "Swap cards."),
    Prompt("p3", 600, "Last one."),
)


@pytest.fixture
def prompted(tmp_path, clock):
    block = make_block("b1", 20, prompts=PROMPTS)
    opened = Console(tmp_path, clock, Agenda("Two", "Two", (block, make_block("b2", 10))))
    opened.start()
    yield opened
    opened.close()


def test_prompts_that_came_due_together_wait_for_a_hand(prompted):
    prompted.clock.sleep(150, counted=True)
    prompted.look()
    assert prompted.asked[1:] == ["“Write two.” was due 1 min ago.", "“Swap cards.” was due now."]
    assert Act.CUE not in acts(prompted)
    prompted.answer("Show now")
    assert prompted.stage[-1].message == "Write two."
    prompted.presenter.undo()
    prompted.look()
    assert len(prompted.asked) == 3
    prompted.answer("Skip")
    prompted.answer("In 2 min")
    assert prompted.asked == ["The computer slept for 2 min 30 s. The room kept going."]
    assert acts(prompted)[-2:] == [Act.CUE_SKIP, Act.CUE_LATER]


def test_a_single_prompt_comes_by_itself_and_asks_nothing(prompted):
    prompted.wait(61)
    assert prompted.asked == []
    assert Act.CUE in acts(prompted)


# --- one area for all of it ----------------------------------------------------------------------


def test_several_things_stand_together_the_most_urgent_first(late):
    late.wait(9 * 60 + 30)
    late.clock.sleep(120, counted=False)
    late.clock.step_wall(600)
    late.look()
    late.disk.is_full = True
    late.presenter.toggle_black()
    late.look()
    firsts = [" ".join(text.split()[:2]) for text in late.asked]
    assert firsts == ["1 act", "The computer", "Still in", "This computer’s", "Started 20"]


def test_after_a_crash_the_only_question_is_whether_the_room_kept_going(tmp_path, clock):
    first = Console(tmp_path, clock)
    first.wait(10 * 60)
    first.start()
    first.close()
    clock.watchers.clear()
    clock.restart(after_s=30)
    again = Console(tmp_path, clock)
    assert again.view.question is not None
    assert again.asked == []
    again.presenter.answer(Recovery.KEPT_GOING)
    assert again.asked == ["Started 10 min late."]
    again.close()


def test_ending_early_is_asked_on_this_screen_and_can_be_undone(console):
    console.start()
    console.next(2)
    console.standing.ask_end()
    assert console.asked == [
        "End the session in Talk: four kinds of guardrail? 8 blocks have not begun."
    ]
    console.answer("Go on with it")
    assert (console.asked, console.reading.phase.value) == ([], "running")
    console.standing.ask_end()
    console.answer("End the session")
    assert console.reading.phase.value == "ended"
    console.presenter.undo()
    assert console.reading.phase.value == "running"
    assert console.asked == []
