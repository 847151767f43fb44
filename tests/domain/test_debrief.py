from __future__ import annotations

from builders import make_agenda
from room import Room, with_block
from workshop_studio.domain.agenda import BlockKind
from workshop_studio.domain.debrief import debrief, ended_run
from workshop_studio.domain.history import Habit, advice_for, history_of
from workshop_studio.domain.run_log import Act


def a_day(agenda=None):
    """4 min late; block 1 takes 13 instead of 10, block 2 is cut to 15, block 3 is left out."""
    room = Room(agenda or make_agenda(10, 20, 30))
    room.minutes(4)
    room.do(Act.START)
    room.minutes(13)
    room.do(Act.REASON, block_id="b1", text="discussion")
    room.do(Act.REASON, block_id="b1", text="discussion")
    room.do(Act.NEXT)
    room.change("skip", "b3")
    room.minutes(5)
    room.do(Act.PAUSE)
    room.minutes(2)
    room.do(Act.RESUME)
    room.minutes(10)
    room.do(Act.NEXT)
    return room


def ended(room):
    return ended_run(room.session, room.log)


def test_a_session_that_goes_on_has_no_debrief():
    room = Room()
    assert ended(room) is None
    room.do(Act.START)
    assert ended(room) is None


def test_planned_stands_beside_actual_with_the_reasons():
    seen = debrief(ended(a_day()))
    assert [(r.title, r.planned, r.actual, r.difference, r.is_longer) for r in seen.rows] == [
        ("Block b1", "10", "13", "+3", True),
        ("Block b2", "20", "15", "−5", False),
        ("Block b3", "30", "skipped", "", False),
    ]
    assert seen.rows[0].reasons == ("discussion", "discussion")


def test_the_headline_says_how_it_ended():
    # 4 late + 3 over + 2 pause − 5 early − 30 left out = 26 min early; planned end 14:30.
    assert debrief(ended(a_day())).headline == "26 min ahead, ended 14:04"


def test_the_causes_come_with_the_largest_first():
    assert debrief(ended(a_day())).causes == (
        "Block b3 was left out: 30 min",
        "Block b2 gave 5 min back",
        "Started 4 min late",
        "Block b1 took 3 min longer (discussion)",
        "Block b2 stood still for 2 min",
    )


def test_a_session_as_planned_has_nothing_to_explain():
    room = Room(make_agenda(10, 20))
    room.do(Act.START)
    room.minutes(10)
    room.do(Act.NEXT)
    room.minutes(20)
    room.do(Act.END)
    seen = debrief(ended(room))
    assert seen.headline == "on time, ended 14:00"
    assert seen.causes == ()
    assert [row.difference for row in seen.rows] == ["", ""]


def test_what_happened_after_the_end_changes_nothing():
    room = a_day()
    before = debrief(ended(room))
    room.minutes(45)
    room.do(Act.MESSAGE, text="See you", seconds=60)
    assert debrief(ended(room)) == before


def runs_of(*lengths):
    """One session for each length in minutes; its one debrief was planned for 10."""
    for length in lengths:
        room = Room(with_block(make_agenda(10), 0, kind=BlockKind.DEBRIEF, minimum_s=240))
        room.do(Act.START)
        room.minutes(length)
        room.do(Act.END)
        yield ended(room)


def test_history_knows_count_middle_and_range():
    history = history_of(runs_of(12, 25, 17))
    assert history.by_kind == {BlockKind.DEBRIEF: Habit(3, 420, 120, 900)}
    assert history.by_block == {("ask-early", "b1"): Habit(3, 420, 120, 900)}


def test_two_sessions_are_an_anecdote():
    block = make_agenda(10).blocks[0]
    assert advice_for(history_of(runs_of(12, 25)), "ask-early", block) is None


def test_the_next_plan_hears_of_the_kind_and_gets_a_length():
    block = with_block(make_agenda(8), 0, kind=BlockKind.DEBRIEF).blocks[0]
    advice = advice_for(history_of(runs_of(12, 25, 17)), "another-pack", block)
    assert advice.words == "Your debriefs run +7 min (n = 3, range +2 to +15)"
    assert advice.minutes == 15


def test_a_block_that_ran_often_speaks_for_itself():
    block = with_block(make_agenda(10), 0, kind=BlockKind.DEBRIEF).blocks[0]
    advice = advice_for(history_of(runs_of(9, 10, 8)), "ask-early", block)
    assert advice.words == "This block runs −1 min (n = 3, range −2 to 0)"
    assert advice.minutes == 9


def test_left_out_and_added_blocks_teach_nothing():
    history = history_of([ended(a_day())])
    assert history.by_block[("ask-early", "b1")].count == 1
    assert ("ask-early", "b3") not in history.by_block
