"""Breakouts that run: clocks of their own, one shared end, and what each act costs everybody.

Times are worked out by hand: the block has 10 minutes, its groups 10, 8 and 4.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moves import agendas, moves, play

from builders import make_agenda, make_block
from room import Room, with_block
from workshop_studio.domain.agenda import Prompt, Track
from workshop_studio.domain.breakouts import team_tracks, with_length
from workshop_studio.domain.cohort import Team
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.live import StageFace
from workshop_studio.domain.replay import after, state
from workshop_studio.domain.run import RunPhase, StageView, initial, room_times
from workshop_studio.domain.run_cues import due_signals
from workshop_studio.domain.run_log import Act
from workshop_studio.domain.run_tracks import cost_s
from workshop_studio.domain.stage_texts import sentences
from workshop_studio.domain.timer import remaining_s

GROUPS = (Track("A", "Basil", 600), Track("B", "Fennel", 480), Track("C", "Juniper", 240))
PLAIN = (Track("A", "Basil", 300), Track("B", "Fennel", 300))


@pytest.fixture
def out():
    """Return a room of which three groups are out since two minutes."""
    room = Room(with_block(make_agenda(10, 20), 0, tracks=GROUPS))
    room.do(Act.START)
    room.minutes(2)
    return room


def clocks(room):
    return {track.name: track.clock for track in room.console().tracks}


def tells(room, track_id):
    return next(track.cost for track in room.console().tracks if track.id == track_id)


def refused(room, act, **facts):
    before = room.log
    with pytest.raises(RuleBroken) as reason:
        room.do(act, **facts)
    assert room.log == before
    return reason.value.code


def test_each_group_has_its_own_clock_and_all_share_one_end(out):
    assert clocks(out) == {"Basil": "8:00", "Fennel": "6:00", "Juniper": "2:00"}
    assert out.left() == 480
    assert out.console().groups == "Back together at 13:40"


def test_two_more_minutes_cost_nothing_while_another_group_lasts_longer(out):
    # Juniper would be ready in 4 minutes, Fennel in 8, and all come back in 8 anyway.
    assert (tells(out, "C"), tells(out, "B")) == ("costs the others nothing",) * 2
    out.do(Act.EXTEND, item="C", seconds=120)
    assert clocks(out)["Juniper"] == "4:00"
    assert out.left() == 480
    assert out.behind() == 0


def test_two_more_minutes_for_the_longest_group_cost_everybody_as_much_as_is_said(out):
    assert tells(out, "A") == "all come back 2 min later"
    out.do(Act.EXTEND, item="A", seconds=120)
    assert out.left() == 600
    assert out.behind() == 2


def test_only_the_part_over_the_shared_end_costs(out):
    # Fennel has 6:00 and asks for 2 min 30: 30 s more than the 8:00 that all have.
    out.do(Act.EXTEND, item="B", seconds=30)
    assert tells(out, "B") == "all come back 30 s later"
    out.do(Act.EXTEND, item="B", seconds=200)
    assert clocks(out)["Fennel"] == "9:50"
    assert out.left() == 590


def test_a_group_that_waits_keeps_its_clock_while_the_others_count(out):
    out.do(Act.TRACK_PAUSE, item="B")
    out.minutes(1)
    assert clocks(out) == {"Basil": "7:00", "Fennel": "6:00", "Juniper": "1:00"}
    fennel = out.console().tracks[1]
    assert (fennel.word, fennel.is_held) == ("Paused", True)
    out.minutes(3)
    # Fennel still needs six minutes, Basil four: the waiting group keeps everybody.
    assert out.left() == 360
    out.do(Act.TRACK_RESUME, item="B")
    out.minutes(1)
    assert (clocks(out)["Fennel"], out.left()) == ("5:00", 300)


def test_a_group_that_waits_does_not_count_on_when_the_whole_room_pauses_and_goes_on(out):
    out.do(Act.TRACK_PAUSE, item="C")
    out.do(Act.PAUSE)
    out.minutes(5)
    out.do(Act.RESUME)
    out.minutes(1)
    assert clocks(out) == {"Basil": "7:00", "Fennel": "5:00", "Juniper": "2:00"}


def test_a_group_that_is_back_holds_nobody_up(out):
    out.do(Act.EXTEND, item="C", seconds=240)
    out.do(Act.TRACK_PAUSE, item="B")
    out.minutes(7)
    assert out.left() == 360  # Fennel's own six minutes.
    out.do(Act.TRACK_BACK, item="B", is_on=True)
    assert out.left() == 60
    fennel = out.console().tracks[1]
    assert (fennel.clock, fennel.word, fennel.cost) == ("", "Back", "costs the others nothing")
    assert refused(out, Act.TRACK_PAUSE, item="B") == "group-is-back"
    assert refused(out, Act.TRACK_BACK, item="B", is_on=True) == "group-is-back"


def test_a_group_that_goes_out_again_counts_from_where_it_stood(out):
    out.do(Act.TRACK_BACK, item="C", is_on=True)
    out.minutes(3)
    out.do(Act.TRACK_BACK, item="C", is_on=False)
    assert clocks(out)["Juniper"] == "2:00"
    out.minutes(1)
    assert clocks(out)["Juniper"] == "1:00"


def test_when_all_are_back_early_nobody_is_called_and_the_block_keeps_its_own_end(out):
    for track in "ABC":
        out.do(Act.TRACK_BACK, item=track, is_on=True)
    assert out.console().groups == "All are back"
    assert out.left() == 480
    out.minutes(7)
    assert out.stage().callout == ""
    assert due_signals(out.state, out.room_s) == ()
    out.minutes(1)
    assert due_signals(out.state, out.room_s) == ("time-up",)


def test_the_two_minute_warning_and_the_call_come_by_themselves(out):
    assert (out.stage().callout, due_signals(out.state, out.room_s)) == ("", ())
    out.minutes(6)
    assert out.stage().callout == "Two more minutes, then back together"
    assert due_signals(out.state, out.room_s) == ("two-minutes",)
    out.do(Act.CUE, block_id="b1", text="two-minutes")
    out.minutes(2)
    assert out.stage().callout == "Come back together now"
    assert due_signals(out.state, out.room_s) == ("come-back",)


def test_more_time_takes_the_warning_off_the_stage_again(out):
    out.minutes(6)
    out.do(Act.EXTEND, item="A", seconds=120)
    assert out.stage().callout == ""


def test_a_round_starts_all_clocks_afresh_and_costs_nothing_inside_the_block(out):
    out.do(Act.TRACK_BACK, item="C", is_on=True)
    out.do(Act.TRACK_PAUSE, item="B")
    out.do(Act.ROUND, seconds=240, text="Last pass: add two questions")
    assert clocks(out) == {"Basil": "4:00", "Fennel": "4:00", "Juniper": "4:00"}
    assert out.left() == 480
    assert out.stage().title == "Last pass: add two questions"
    assert out.console().groups == "Last pass: add two questions, back together at 13:40"
    out.minutes(1)
    assert set(clocks(out).values()) == {"3:00"}


def test_a_round_longer_than_what_is_left_makes_the_block_longer(out):
    out.do(Act.ROUND, seconds=720)
    assert (out.left(), out.behind()) == (720, 4)


def test_minutes_for_the_block_are_minutes_for_all_its_groups(out):
    out.do(Act.EXTEND, seconds=60)
    assert clocks(out) == {"Basil": "9:00", "Fennel": "7:00", "Juniper": "3:00"}
    assert out.left() == 540


@pytest.mark.parametrize("is_paused", [False, True])
def test_a_block_without_groups_is_sent_out_while_it_runs_and_while_it_stands(is_paused):
    room = Room(make_agenda(10, 20))
    room.do(Act.START)
    room.minutes(4)
    if is_paused:
        room.do(Act.PAUSE)
    room.change("split", "b1", tracks=PLAIN)
    assert clocks(room) == {"Basil": "5:00", "Fennel": "5:00"}
    assert room.stage().face is StageFace.BREAKOUTS
    room.minutes(1)
    assert clocks(room)["Basil"] == ("5:00" if is_paused else "4:00")
    assert room.left() == (360 if is_paused else 300)
    if is_paused:
        room.do(Act.RESUME)
        room.minutes(1)
        assert clocks(room)["Basil"] == "4:00"


def test_groups_sent_out_for_longer_than_the_block_make_it_longer():
    room = Room(make_agenda(10, 20))
    room.do(Act.START)
    room.minutes(8)
    room.change("split", "b1", tracks=PLAIN)
    # Two minutes were left, the groups need five.
    assert (room.left(), room.behind()) == (300, 3)


def test_a_breakout_that_is_called_off_leaves_block_and_countdown(out):
    out.do(Act.ROUND, seconds=60, text="Last pass")
    out.change("split", "b1", tracks=())
    assert out.console().tracks == ()
    assert out.left() == 480
    assert (out.stage().face, out.stage().title) == (StageFace.COUNTDOWN, "Stage b1")


def test_a_slide_that_was_chosen_stays_when_groups_come_and_go():
    room = Room(make_agenda(10, 20))
    room.do(Act.START)
    room.do(Act.SHOW, text=StageView.AGENDA.value)
    room.change("split", "b1", tracks=PLAIN)
    assert room.state.view is StageView.AGENDA
    room.change("split", "b1", tracks=())
    assert room.state.view is StageView.AGENDA


def test_one_group_alone_is_no_breakout(out):
    change = {"kind": "split", "block_id": "b1", "tracks": GROUPS[:1]}
    with pytest.raises(RuleBroken) as reason:
        out.change(**change)
    assert reason.value.code == "groups-count"


@pytest.mark.parametrize(
    ("act", "facts"),
    [
        (Act.EXTEND, {"item": "A", "seconds": 120.0}),
        (Act.EXTEND, {"item": "C", "seconds": 60.0}),
        (Act.TRACK_PAUSE, {"item": "B"}),
        (Act.TRACK_BACK, {"item": "C", "is_on": True}),
        (Act.ROUND, {"seconds": 900.0, "text": "Last pass"}),
    ],
)
def test_undo_restores_every_clock_exactly(out, act, facts):
    before = out.state
    out.do(act, **facts)
    assert out.state != before
    out.minutes(1)
    out.do(Act.UNDO)
    assert out.state == before
    assert clocks(out) == {"Basil": "7:00", "Fennel": "5:00", "Juniper": "1:00"}


@pytest.mark.parametrize("tracks", [(), PLAIN])
def test_undo_of_a_split_brings_the_old_groups_back_with_their_clocks(out, tracks):
    before = out.state
    out.change("split", "b1", tracks=tracks)
    out.minutes(1)
    out.do(Act.UNDO)
    assert out.state == before
    assert clocks(out) == {"Basil": "7:00", "Fennel": "5:00", "Juniper": "1:00"}


def test_undo_of_going_on_and_of_being_out_again(out):
    out.do(Act.TRACK_PAUSE, item="B")
    held = out.state
    out.do(Act.TRACK_RESUME, item="B")
    out.do(Act.UNDO)
    assert out.state == held
    out.do(Act.TRACK_BACK, item="C", is_on=True)
    back = out.state
    out.do(Act.TRACK_BACK, item="C", is_on=False)
    out.do(Act.UNDO)
    assert out.state == back


def test_eight_groups_run_at_once():
    tracks = tuple(Track(letter, letter, 60 * n) for n, letter in enumerate("ABCDEFGH", start=1))
    room = Room(with_block(make_agenda(10), 0, tracks=tracks))
    room.do(Act.START)
    assert list(clocks(room).values()) == [f"{n}:00" for n in range(1, 9)]
    assert len(room.stage().breakouts.tracks) == 8
    assert refused(room, Act.TRACK_PAUSE, item="I") == "no-such-group"


def test_a_shorter_plan_takes_along_the_groups_that_fill_it_or_no_longer_fit():
    block = make_block("b1", 20, tracks=(Track("1", "", 1200), Track("2", "", 900),
                                         Track("3", "", 300)))  # fmt: skip
    shorter = with_length(block, 600)
    assert shorter.planned_s == 600
    assert [track.planned_s for track in shorter.tracks] == [600, 600, 300]
    assert [track.planned_s for track in with_length(block, 1800).tracks] == [1800, 900, 300]


@pytest.mark.parametrize("count", [2, 8, 10, 20])
def test_every_team_has_a_group_also_when_there_are_more_than_eight(count):
    letters = "ABCDEFGHIJKLMNOPQRST"[:count]
    teams = tuple(Team(f"t{one}", one, f"Team {one}", "code", ()) for one in letters)
    tracks = team_tracks(teams, (Track("", "", 60, "Unseen?"), Track("", "", 60, "Untrue?")))
    assert len(tracks) == min(count, 8)
    named = [name for track in tracks for name in track.name.split(" and ")]
    assert sorted(named) == sorted(team.name for team in teams)
    assert [track.text for track in tracks[:3]] == ["Unseen?", "Untrue?", "Unseen?"][: len(tracks)]
    assert [track.letter for track in tracks] == list(letters[:8])


def test_the_sentences_for_the_stage_hold_nothing_but_stage_text():
    prompts = (Prompt("p1", 60, "Pass it on."),)
    block = make_block(prompts=prompts, journal_prompt="What did you notice late?", capture="Keep")
    assert sentences(block) == ("Pass it on.", "Write two questions")


# --- properties ----------------------------------------------------------------------------------


@given(agendas(), moves())
def test_the_shared_end_is_the_latest_of_the_groups_that_are_out(agenda, todo):
    room = play(agenda, todo)
    one, at = room.state.running, room.room_s
    out = [remaining_s(t.countdown, at) for t in one.tracks if not t.is_back]
    assert room.left() == max([remaining_s(one.countdown, at), *out])


@given(agendas(), moves(), st.integers(1, 1800))
def test_more_time_for_a_group_never_brings_the_end_earlier_and_costs_what_was_said(
    agenda, todo, seconds
):
    room = play(agenda, todo)
    one = room.state.running
    if room.state.phase is RunPhase.ENDED or not one.tracks or one.ended_s is not None:
        return
    said = cost_s(one, "A", seconds, room.room_s)
    left, ends = room.left(), room.projection().projected_end
    room.do(Act.EXTEND, item="A", seconds=float(seconds))
    assert room.projection().projected_end >= ends
    assert max(0.0, room.left()) - max(0.0, left) == pytest.approx(said, abs=1e-6)


@given(agendas(), moves())
def test_any_prefix_of_a_log_with_groups_replays_to_the_state_that_was_live(agenda, todo):
    groups = (Track("A", "A", 120), Track("B", "B", 300))
    blocks = tuple(replace(block, tracks=groups) for block in agenda.blocks)
    room = play(replace(agenda, blocks=blocks), todo)
    live = initial(room.agenda)
    for place, (entry, at) in enumerate(zip(room.log, room_times(room.log), strict=True)):
        so_far = room.log[: place + 1]
        # The app takes one step an act and reads its whole log only for an undo or a restart.
        live = state(room.agenda, so_far) if entry.act is Act.UNDO else after(live, entry, at)
        assert live == state(room.agenda, so_far)
