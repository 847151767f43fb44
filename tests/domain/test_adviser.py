"""The adviser against tables computed by hand, and what must hold for any plan."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import HALF_PAST_ONE, make_agenda, make_block
from room import Room, with_block
from workshop_studio.domain.adviser import advise
from workshop_studio.domain.adviser_words import advice_reading
from workshop_studio.domain.agenda import Agenda, BlockKind, Track, WhenLate
from workshop_studio.domain.plan_change import ChangeKind
from workshop_studio.domain.projection import BlockState
from workshop_studio.domain.run import elapsed_s
from workshop_studio.domain.run_log import Act
from workshop_studio.packs.reader import read_pack

ASK_EARLY = read_pack(Path(__file__).resolve().parents[2] / "sessions" / "ask-early").agenda


def at_block(agenda, number, late_min, into_min=0):
    """Return a room that began so late, kept to its minutes, and is so far into a block."""
    room = Room(agenda)
    room.minutes(late_min)
    room.do(Act.START)
    for block in agenda.blocks[: number - 1]:
        room.clock.advance(block.planned_s)
        room.do(Act.NEXT)
    room.minutes(into_min)
    return room


def ways(room):
    """Return for each way what it changes: minutes by block, "out" for one that is left out."""
    advice = advise(room.now)
    return None if advice is None else [changes(way) for way in advice.proposals]


def changes(way):
    return {c.block_id: "out" if c.kind is ChangeKind.SKIP else c.seconds / 60 for c in way.changes}


def sentences(room):
    return [way.sentence for way in advice_reading(room.now, advise(room.now)).ways]


def apply(room, way):
    room.do(Act.PLAN, changes=way.changes)


# --- a real plan, computed by hand ---------------------------------------------------------------


def test_twelve_minutes_late_at_the_fifth_block_of_ask_early():
    # Left: relay 32 (minimum 24, gives 8) and walk 35 (minimum 26, gives 9). Debriefs, journal,
    # break and close keep their minutes, nothing may be left out. The walk gives more, so it goes
    # first and the relay gives the other 3. Shared: 12 x 32/67 = 5.7 and 12 x 35/67 = 6.3.
    # The walk alone wins 9, and hurts less than the whole way.
    room = at_block(ASK_EARLY, 5, 12)
    assert ways(room) == [{"b6": -3, "b8": -9}, {"b6": -6, "b8": -6}, {"b8": -9}]


def test_four_minutes_late_in_the_relay_is_what_the_console_was_drawn_with():
    room = at_block(ASK_EARLY, 6, 4, into_min=14)
    reading = advice_reading(room.now, advise(room.now))
    assert reading.headline == "You will end 16:04, 4 min late. Three ways back"
    assert [way.headline for way in reading.ways] == ["End at 16:00 after all"] * 3
    assert sentences(room) == [
        "Make Lineage walk 31 minutes instead of 35. The debrief stays whole.",
        (
            "End Risk-question relay at 14:57 instead of 14:59. "
            "Make Lineage walk 33 minutes instead of 35. The debrief stays whole."
        ),
        "End Risk-question relay at 14:55 instead of 14:59. The debrief stays whole.",
    ]
    assert reading.ways[0].hint == (
        "Walk one route instead of two, then write one check instead of two."
    )


def test_a_whole_talk_goes_before_every_activity_is_rushed():
    # The talk has 8 minutes, may be cut, and a talk is worth less than doing.
    room = at_block(ASK_EARLY, 2, 8, into_min=1)
    assert ways(room)[0] == {"b3": "out"}
    assert sentences(room)[0] == (
        "Leave out Talk: four kinds of guardrail (8 min). Both debriefs stay whole."
    )


def test_leaving_a_talk_out_is_no_way_when_it_costs_more_than_it_wins():
    # Three minutes late, eight minutes of talk: the walk gives three and nothing is lost.
    assert ways(at_block(ASK_EARLY, 2, 3, into_min=1))[0] == {"b8": -3}


def test_what_is_left_at_its_shortest_is_said_in_words():
    room = at_block(ASK_EARLY, 9, 12, into_min=1)
    reading = advice_reading(room.now, advise(room.now))
    assert reading.ways == ()
    assert reading.headline == (
        "Everything left is at its shortest. You will end 16:12, 12 min late."
    )


def test_half_a_way_says_how_much_it_wins():
    # Only the walk is left to give, and of its 9 minutes it is 12 that are wanted.
    room = at_block(ASK_EARLY, 7, 12)
    reading = advice_reading(room.now, advise(room.now))
    assert ways(room) == [{"b8": -9}]
    assert reading.headline == "You will end 16:12, 12 min late. One way to win some of it back"
    assert reading.ways[0].headline == "Win 9 of 12 minutes, end at 16:03"


def test_a_mix_leaves_the_talk_out_and_shares_the_rest():
    # 30 late in the first block: talk 8 out, then 22 over 27, 32 and 35 minutes, which give
    # 7, 8 and 9 at most: 22 x 27/94 = 6.3, 22 x 32/94 = 7.5, 22 x 35/94 = 8.2.
    room = at_block(ASK_EARLY, 1, 30, into_min=5)
    assert {"b3": "out", "b4": -6, "b6": -8, "b8": -8} in ways(room)


# --- when there is nothing to do -----------------------------------------------------------------


@pytest.mark.parametrize(("late_s", "is_said"), [(119, False), (120, True)])
def test_less_than_two_minutes_are_nothing(late_s, is_said):
    room = Room(make_agenda(10, 20, 30))
    room.clock.advance(late_s)
    room.do(Act.START)
    assert (advise(room.now) is not None) == is_said


def test_before_the_start_in_the_last_block_and_after_the_end_nothing_is_advised():
    room = Room(make_agenda(10, 20))
    room.minutes(10)
    assert advise(room.now) is None
    room.do(Act.START)
    room.minutes(10)
    room.do(Act.NEXT)
    assert room.behind() == 10
    assert advise(room.now) is None
    room.do(Act.END)
    assert advise(room.now) is None


def test_lateness_that_a_fixed_start_takes_up_needs_nothing():
    agenda = with_block(make_agenda(10, 20, 30), 2, fixed_start_s=40 * 60)
    room = Room(agenda)
    room.minutes(8)
    room.do(Act.START)
    assert advise(room.now) is None


# --- what is touched and what is not -------------------------------------------------------------


def lunch_plan():
    """Return 30 min, then lunch at 12:00 (fixed, 30 min), 30 min, close 10; talks give way."""
    agenda = make_agenda(30, 30, 30, 30, 10)
    agenda = with_block(agenda, 0, when_late=WhenLate.KEEP)
    lunch = {"kind": BlockKind.BREAK, "fixed_start_s": 60 * 60, "title": "Lunch"}
    agenda = with_block(agenda, 2, **lunch)
    return with_block(agenda, 4, kind=BlockKind.CLOSE)


def test_before_a_fixed_lunch_no_more_is_cut_than_lunch_is_late():
    # Four minutes late to lunch, and eight more in the afternoon: what is cut in the morning beyond
    # four minutes would only make people wait for lunch.
    room = Room(lunch_plan())
    room.minutes(4)
    room.do(Act.START)
    room.change("extend", "b4", seconds=480)
    assert room.behind() == 12
    for way in advise(room.now).proposals:
        assert changes(way).get("b2", 0) >= -4
        apply(room, way)
        assert room.starts()[2] >= 60
        room.do(Act.UNDO)


def test_lunch_the_close_and_what_is_protected_are_never_touched():
    agenda = with_block(lunch_plan(), 3, is_protected=True)
    room = Room(agenda)
    room.minutes(20)
    room.do(Act.START)
    touched = {block_id for way in advise(room.now).proposals for block_id in changes(way)}
    assert touched == {"b2"}


def test_another_break_gives_way_only_where_it_says_so():
    agenda = with_block(make_agenda(10, 15, 30), 1, kind=BlockKind.BREAK, minimum_s=600)
    room = at_block(agenda, 1, 5, into_min=9)
    assert {"b2"} in [set(way) for way in ways(room)]
    agenda = with_block(agenda, 1, when_late=WhenLate.KEEP)
    assert all("b2" not in way for way in ways(at_block(agenda, 1, 5, into_min=9)))


def test_the_running_block_keeps_what_it_used_its_minimum_and_two_minutes_to_end():
    # 20 minutes, minimum 2, used 15: it could end in 3, and two are for the last words: 17 kept.
    agenda = with_block(make_agenda(20, 10), 1, when_late=WhenLate.KEEP)
    assert ways(at_block(agenda, 1, 5, into_min=15)) == [{"b1": -3}]
    agenda = with_block(agenda, 0, minimum_s=19 * 60)
    assert ways(at_block(agenda, 1, 5, into_min=15)) == [{"b1": -1}]


def test_groups_that_are_out_keep_two_minutes_to_end_as_well():
    # The second group has 6 minutes, used 1 of them, and needs 2 to end: 3 can go.
    tracks = (Track("a", "Basil", 1200), Track("b", "Fennel", 360))
    agenda = with_block(make_agenda(20, 10), 0, tracks=tracks)
    agenda = with_block(agenda, 1, when_late=WhenLate.KEEP)
    assert ways(at_block(agenda, 1, 5, into_min=1)) == [{"b1": -3}]


def test_groups_of_a_block_to_come_are_cut_by_the_same_share():
    # 20 minutes, minimum 10; the short group has 8: half of it, 4 minutes, is what all can give.
    tracks = (Track("a", "Basil", 1200), Track("b", "Fennel", 480))
    agenda = with_block(make_agenda(10, 20), 1, tracks=tracks, minimum_s=600)
    agenda = with_block(agenda, 0, when_late=WhenLate.KEEP)
    assert ways(at_block(agenda, 1, 9, into_min=1)) == [{"b2": -4}]


def test_a_buffer_that_lateness_does_not_reach_is_used_first():
    # On time before the buffer, ten minutes more asked for after it.
    agenda = with_block(make_agenda(10, 10, 30, 5), 1, kind=BlockKind.BUFFER, minimum_s=0)
    room = at_block(agenda, 1, 0, into_min=1)
    room.change("extend", "b3", seconds=600)
    assert room.behind() == 10
    assert ways(room)[0] in ({"b2": -10}, {"b2": "out"})


def test_a_buffer_that_has_taken_up_lateness_already_gives_only_the_rest():
    # Late by 14: the buffer of 10 gives up 8, as it keeps at least 2, and 6 minutes are left over.
    agenda = with_block(make_agenda(10, 10, 30, 5), 1, kind=BlockKind.BUFFER, minimum_s=120)
    agenda = with_block(agenda, 2, minimum_s=20 * 60)
    room = at_block(agenda, 1, 14, into_min=9)
    assert room.behind() == 6
    assert ways(room)[0] == {"b3": -6}


def test_the_priority_that_a_plan_gives_beats_the_kind():
    agenda = make_agenda(10, 20, 20)
    first = at_block(with_block(agenda, 1, priority=1), 1, 5, into_min=9)
    assert ways(first)[0] == {"b2": -5}
    last = at_block(with_block(agenda, 1, priority=5), 1, 5, into_min=9)
    assert ways(last)[0] == {"b3": -5}


# --- a plan that nobody tuned --------------------------------------------------------------------


def untuned(*kinds):
    blocks = tuple(
        make_block(
            f"b{n}", 20, kind=kind, minimum_s=1200, when_late=WhenLate.KEEP, title=f"Part {n}"
        )
        for n, kind in enumerate(kinds, start=1)
    )
    return Agenda("Plain", "Plain", blocks)


def test_a_plan_that_nobody_tuned_is_helped_by_what_its_kinds_usually_bear():
    # An activity of 20 minutes usually bears a fifth less: 4 minutes. Debrief and close bear none.
    agenda = untuned(BlockKind.WELCOME, BlockKind.ACTIVITY, BlockKind.DEBRIEF, BlockKind.CLOSE)
    room = at_block(agenda, 1, 3, into_min=19)
    reading = advice_reading(room.now, advise(room.now))
    assert ways(room) == [{"b2": -3}]
    assert reading.ways[0].hint == "Part 2 usually bears 20 % less."


def test_in_a_plan_that_was_tuned_what_says_keep_is_kept():
    agenda = untuned(BlockKind.WELCOME, BlockKind.ACTIVITY, BlockKind.ACTIVITY, BlockKind.CLOSE)
    agenda = with_block(agenda, 2, when_late=WhenLate.SHRINK, minimum_s=900)
    assert ways(at_block(agenda, 1, 5, into_min=19)) == [{"b3": -5}]


def test_ways_that_come_to_the_same_are_one():
    agenda = with_block(make_agenda(10, 20, 5), 2, when_late=WhenLate.KEEP)
    assert ways(at_block(agenda, 1, 4, into_min=9)) == [{"b2": -4}]


def test_an_end_that_is_far_too_early_is_no_way_while_there_is_another():
    agenda = with_block(make_agenda(10, 40, 40), 1, when_late=WhenLate.CUT, kind=BlockKind.TALK)
    room = at_block(agenda, 1, 4, into_min=9)
    assert {"b2": "out"} not in ways(room)


def test_where_it_is_all_there_is_the_early_end_is_said():
    agenda = with_block(make_agenda(10, 30, 5), 1, when_late=WhenLate.CUT, minimum_s=1800)
    agenda = with_block(agenda, 2, when_late=WhenLate.KEEP)
    agenda = with_block(agenda, 1, minimum_s=1799)
    room = at_block(agenda, 1, 4, into_min=9)
    reading = advice_reading(room.now, advise(room.now))
    assert ways(room) == [{"b2": "out"}]
    assert reading.ways[0].headline.endswith("26 min early")


# --- what holds for any plan ---------------------------------------------------------------------

kinds = st.sampled_from(list(BlockKind))
plans = st.lists(
    st.tuples(
        st.integers(2, 40),  # minutes
        st.floats(0, 1),  # share of it that is the minimum
        kinds,
        st.sampled_from(list(WhenLate)),
        st.booleans(),  # protected
        st.integers(0, 5),  # priority
        st.integers(-1, 10),  # minutes of gap before a fixed start, -1 for a floating one
    ),
    min_size=2,
    max_size=9,
)


def planned(rows):
    blocks, at = [], 0
    for n, (minutes, share, kind, late, protected, priority, gap) in enumerate(rows):
        fixed = at + gap * 60 if gap > 7 and n else None
        at = (fixed if fixed is not None else at) + minutes * 60
        facts = {"kind": kind, "when_late": late, "is_protected": protected}
        facts |= {"priority": priority, "fixed_start_s": fixed}
        minimum = round(minutes * 60 * share)
        blocks.append(make_block(f"b{n}", minutes, minimum_s=minimum, **facts))
    return Agenda("Any", "Any", tuple(blocks))


def least_s(block):
    """Return the minimum, or four fifths where a plan says that nothing can be shorter."""
    if block.kind is BlockKind.BUFFER or 0 < block.minimum_s < block.planned_s:
        return block.minimum_s
    return 0.8 * block.planned_s


moments = st.tuples(st.floats(0, 2400), st.integers(0, 6), st.floats(0, 1500))


def any_room(rows, moment):
    late_s, done, into_s = moment
    room = Room(planned(rows))
    room.clock.advance(late_s)
    room.do(Act.START)
    for _ in range(min(done, len(rows) - 1)):
        room.clock.advance(room.state.running.block.planned_s)
        room.do(Act.NEXT)
    room.clock.advance(into_s)
    return room


@settings(max_examples=40)
@given(plans, moments)
def test_a_way_ends_exactly_where_it_said_and_never_later_than_without(rows, moment):
    room = any_room(rows, moment)
    advice = advise(room.now)
    before = room.projection()
    for way in advice.proposals if advice else ():
        apply(room, way)
        after = room.projection()
        assert after.projected_end == way.ends
        assert after.behind_s == way.behind_s
        assert after.projected_end < before.projected_end
        room.do(Act.UNDO)


@settings(max_examples=40)
@given(plans, moments)
def test_a_way_makes_nothing_shorter_than_it_may_be_and_leaves_the_rest_alone(rows, moment):
    room = any_room(rows, moment)
    advice = advise(room.now)
    before = room.state
    for way in advice.proposals if advice else ():
        apply(room, way)
        for old, new in zip(before.blocks, room.state.blocks, strict=True):
            if old == new:
                continue
            block, length = new.block, new.countdown.planned_s + new.countdown.added_s
            assert not block.is_protected
            assert block.fixed_start_s is None
            assert block.kind is not BlockKind.CLOSE
            assert old.ended_s is None
            assert length >= max(least_s(block), elapsed_s(old, room.room_s))
            if old is before.running:
                assert new.countdown.added_s < 0
                assert not new.is_skipped
        room.do(Act.UNDO)


@settings(max_examples=40)
@given(plans, moments)
def test_undo_of_a_way_restores_the_run_exactly(rows, moment):
    room = any_room(rows, moment)
    before = room.state
    advice = advise(room.now)
    for way in advice.proposals if advice else ():
        apply(room, way)
        assert room.state != before
        room.do(Act.UNDO)
        assert room.state == before


@settings(max_examples=40)
@given(plans, moments)
def test_no_fixed_start_begins_before_its_time_by_any_way(rows, moment):
    room = any_room(rows, moment)
    advice = advise(room.now)
    for way in advice.proposals if advice else ():
        apply(room, way)
        for one, seen in zip(room.state.blocks, room.projection().blocks, strict=True):
            if one.block.fixed_start_s is not None and seen.state is BlockState.WAITING:
                wait = (seen.projected_start - HALF_PAST_ONE).total_seconds()
                assert wait >= one.block.fixed_start_s
        room.do(Act.UNDO)


@settings(max_examples=40)
@given(plans, moments)
def test_ways_are_at_most_three_all_different_and_each_wins_something(rows, moment):
    advice = advise(any_room(rows, moment).now)
    if advice is None:
        return
    found = [way.changes for way in advice.proposals]
    assert len(found) == len(set(found)) <= 3
    assert all(way.won_min > 0 for way in advice.proposals)
    assert all(c.seconds % 60 == 0 for changes_ in found for c in changes_)


@settings(max_examples=40)
@given(plans, moments)
def test_every_advice_can_be_said(rows, moment):
    room = any_room(rows, moment)
    advice = advise(room.now)
    if advice is not None:
        reading = advice_reading(room.now, advice)
        assert all(way.sentence for way in reading.ways)
        assert "  " not in reading.headline + "".join(w.sentence + w.hint for w in reading.ways)


def test_the_plan_as_planned_is_not_touched_by_a_way():
    room = at_block(ASK_EARLY, 5, 12)
    planned_end = room.projection().planned_end
    apply(room, advise(room.now).proposals[0])
    assert room.projection().planned_end == planned_end
    assert room.session.agenda == ASK_EARLY
    assert replace(room.state.blocks[7].block) == ASK_EARLY.blocks[7]
