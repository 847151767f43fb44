"""The plan is changed on the console: one act each, said, and taken back whole."""

from __future__ import annotations

import pytest

from builders import make_agenda, make_block
from console_fixture import Console
from fakes import ManualClock
from workshop_studio.domain.agenda import Agenda, BlockKind
from workshop_studio.domain.projection import BlockState
from workshop_studio.domain.run import RunPhase
from workshop_studio.domain.run_log import DelayReason
from workshop_studio.ui.console import agenda_offers as can
from workshop_studio.ui.console.agenda_presenter import wants_reason


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def console(tmp_path, clock):
    opened = Console(tmp_path, clock)
    opened.start()
    yield opened
    opened.close()


def on_plan(console, *block_ids):
    return [(row.now, row.title) for row in console.reading.rows if row.block_id in block_ids]


CHANGES = {
    "more": (lambda c: c.agenda.choose("b4", can.MORE_5), "Policy to Monday morning: 32 min"),
    "less": (lambda c: c.agenda.choose("b4", can.LESS_1), "Policy to Monday morning: 26 min"),
    "typed": (lambda c: c.agenda.set_minutes("b4", "12"), "Policy to Monday morning: 12 min"),
    "skip": (lambda c: c.agenda.choose("b7", can.SKIP), "Break is skipped"),
    "down": (lambda c: c.agenda.choose("b4", can.DOWN), "Policy to Monday morning comes before"),
    "up": (lambda c: c.agenda.choose("b4", can.UP), "Policy to Monday morning comes before"),
    "dropped": (lambda c: c.agenda.put_before("b4", ""), "Policy to Monday morning comes at the"),
    "push": (lambda c: c.agenda.push("b7", "4", is_rest=False), "Break pushed by 4 min"),
    "push all": (lambda c: c.agenda.push("b7", "4", is_rest=True), "Break and all later pushed"),
    "add": (lambda c: c.agenda.add("Sing", "5", BlockKind.ACTIVITY, "b4"), "Sing added, 5 min"),
    "reason": (lambda c: c.agenda.give_reason(DelayReason.TECHNICAL), "Noted for You said"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_each_change_of_the_plan_is_one_act_that_is_said_and_one_undo_takes_back(console, name):
    change, said = CHANGES[name]
    console.wait(30)
    before, acts = console.live.run_now().run, len(console.live.log)
    change(console)
    assert len(console.live.log) == acts + 1
    assert console.live.run_now().run != before
    text, can_undo = console.view.said[-1]
    assert text.startswith(said)
    assert can_undo
    console.presenter.undo()
    assert console.live.run_now().run == before


@pytest.mark.parametrize("name", CHANGES)
def test_no_change_of_another_block_touches_the_running_clock(console, name):
    console.wait(77)
    CHANGES[name][0](console)
    assert console.reading.clock == "4:43"


def test_minutes_of_the_running_block_change_what_is_left_by_as_much_and_restart_nothing(console):
    console.wait(60)
    console.agenda.set_minutes("b1", "9")
    assert console.reading.clock == "8:00"


def test_the_template_knows_nothing_of_what_was_changed_live(console):
    console.agenda.set_minutes("b4", "12")
    console.agenda.skip("b7")
    console.agenda.put_before("b11", "b4")
    stored = console.studio.planning.sessions()[0].agenda.blocks
    assert [block.id for block in stored][:4] == ["b1", "b2", "b3", "b4"]
    assert stored[3].planned_s == 27 * 60
    assert console.live.session.agenda.blocks[3].planned_s == 27 * 60


def test_every_row_says_when_it_was_planned_and_when_it_will_be(console):
    console.agenda.set_minutes("b1", "10")
    rows = [(row.planned, row.now) for row in console.reading.rows]
    assert rows[:3] == [("13:30", "13:30"), ("13:36", "13:40"), ("13:42", "13:46")]


def test_an_added_block_has_no_planned_time(console):
    console.agenda.add("Sing", "5", BlockKind.ACTIVITY, "b2")
    added = console.reading.rows[1]
    assert (added.planned, added.now, added.title, added.minutes) == ("", "13:36", "Sing", 5)
    assert added.detail == "activity"


def test_a_skipped_block_reads_skipped_and_can_be_taken_in_again(console):
    console.agenda.skip("b7")
    assert console.rows["b7"].detail == "skipped"
    console.agenda.choose("b7", can.RESTORE)
    assert console.rows["b7"].state is BlockState.WAITING


def test_pushing_this_and_later_keeps_what_is_between_and_takes_one_undo(console):
    console.agenda.push("b7", "4", is_rest=True)
    assert on_plan(console, "b7", "b8") == [("14:59", "Break"), ("15:09", "Lineage walk")]
    console.presenter.undo()
    assert on_plan(console, "b7", "b8") == [("14:55", "Break"), ("15:05", "Lineage walk")]


def test_time_to_spare_before_a_fixed_block_is_said(tmp_path, clock):
    lunch = make_block("lunch", 30, title="Lunch", kind=BlockKind.BREAK, fixed_start_s=22 * 60)
    console = Console(tmp_path, clock, Agenda("Two", "Two", (make_block("b1", 10), lunch)))
    console.start()
    assert console.rows["lunch"].detail == "12 min spare before it"
    assert console.rows["lunch"].now == "13:52"
    console.close()


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (lambda c: c.agenda.skip("b2"), "You said"),
        (lambda c: c.agenda.put_before("b4", "b1"), "You said"),
        (lambda c: c.agenda.set_minutes("b4", "many"), "Type a number of minutes up to 600."),
        (lambda c: c.agenda.set_minutes("b4", "-3"), "Type a number of minutes up to 600."),
        (lambda c: c.agenda.set_minutes("b4", "nan"), "Type a number of minutes up to 600."),
        (lambda c: c.agenda.push("b4", "0", is_rest=True), "Type a number of minutes up to 600."),
        (lambda c: c.agenda.add(" ", "5", BlockKind.ACTIVITY, ""), "Give it a name first."),
        (lambda c: c.agenda.add("Sing", "", BlockKind.ACTIVITY, ""), "Type a number of minutes"),
        (lambda c: c.agenda.give("b4", -40), "A block cannot be shorter than nothing."),
    ],
)
def test_what_is_refused_is_one_sentence_and_changes_nothing(console, act, sentence):
    console.next()
    before = console.live.log
    act(console)
    if sentence == "You said":
        assert console.view.problems[-1].startswith(("You said, we did is over", "Cold open"))
    else:
        assert console.view.problems[-1].startswith(sentence)
    assert console.live.log == before


def test_the_running_block_is_neither_skipped_nor_moved(console):
    console.agenda.skip("b1")
    assert console.view.problems == [
        "You said, we did is running. End it with Next; the plan after it can still be changed."
    ]
    assert console.rows["b1"].state is BlockState.RUNNING


def test_putting_a_block_where_it_stands_does_nothing(console):
    acts = len(console.live.log)
    console.agenda.put_before("b4", "b5")
    console.agenda.put_before("b11", "")
    console.agenda.put_before("b4", "b4")
    console.agenda.give("b4", 0)
    assert len(console.live.log) == acts


# --- reasons -------------------------------------------------------------------------------------


def test_a_reason_is_asked_for_once_there_is_something_to_explain(console):
    assert not wants_reason(console.reading)
    console.agenda.give("b1", 1)
    assert wants_reason(console.reading)
    console.presenter.undo()
    assert not wants_reason(console.reading)
    console.wait(6 * 60 + 1)
    assert wants_reason(console.reading)


def test_a_late_start_wants_a_reason_while_its_first_block_runs(tmp_path, clock):
    console = Console(tmp_path, clock)
    console.wait(10 * 60)
    console.start()
    assert wants_reason(console.reading)
    console.next()
    assert not wants_reason(console.reading)
    console.close()


def test_one_tap_notes_a_reason_and_a_second_of_the_same_nothing(console):
    console.agenda.give("b1", 5)
    console.agenda.give_reason(DelayReason.DISCUSSION)
    console.agenda.give_reason(DelayReason.DISCUSSION)
    console.agenda.give_reason(DelayReason.LATECOMERS)
    assert console.reading.reasons == ("discussion", "latecomers")
    console.presenter.undo()
    assert console.reading.reasons == ("discussion",)


# --- what a menu offers --------------------------------------------------------------------------


def offered(console, block_id):
    return {o.id: o.is_open for o in can.offers(console.reading.rows, block_id, RunPhase.RUNNING)}


def test_a_menu_offers_what_can_be_done_to_that_block(console):
    console.next(2)
    console.agenda.skip("b7")
    assert offered(console, "b1") == {"": False}
    assert offered(console, "b3") == {
        "more-1": True, "more-5": True, "less-1": True, "set": True, "": True, "push": True,
        "end": True,
    }  # fmt: skip
    assert offered(console, "b4")["up"] is False
    assert offered(console, "b4")["down"] is True
    assert offered(console, "b11")["down"] is False
    assert offered(console, "b7") == {"restore": True}
    assert can.offers(console.reading.rows, "gone", RunPhase.RUNNING) == ()
    over = can.offers(console.reading.rows, "b4", RunPhase.ENDED)
    assert [o.words for o in over] == ["The session is over"]


def test_all_that_a_menu_offers_as_open_is_not_refused(console):
    console.next(2)
    for block_id in ("b3", "b4", "b7", "b11"):
        for offer in can.offers(console.reading.rows, block_id, RunPhase.RUNNING):
            if offer.is_open and offer.id:
                console.agenda.choose(block_id, offer.id)
    assert console.view.problems == []


def test_a_block_can_be_added_before_each_that_waits_and_at_the_end(console):
    places = can.places_to_add(console.reading.rows)
    assert places[0] == ("b2", "Right after this block")
    assert places[1] == ("b3", "Before Talk: four kinds of guardrail")
    assert places[-1] == ("", "At the end")
    assert len(places) == 11


def test_before_the_start_a_block_can_be_added_at_the_beginning(tmp_path, clock):
    console = Console(tmp_path, clock, make_agenda(10, 20))
    assert can.places_to_add(console.reading.rows)[0] == ("b1", "At the beginning")
    console.close()
