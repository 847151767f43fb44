"""Breakouts over a real workspace: a kill in the middle, signals, and what the stage may know."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import get_args, get_type_hints

import pytest

from fakes import ManualClock
from private_words import PRIVATE, a_private_run, every_picture
from studio_fixture import a_studio
from workshop_studio.domain import live, timer
from workshop_studio.domain.agenda import Track
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.events import CueFired
from workshop_studio.domain.live import ClockStyle, StageFace, StageSnapshot
from workshop_studio.domain.plan_change import ChangeKind
from workshop_studio.domain.run import StageView
from workshop_studio.services.live_session import Recovery

RELAY = 5


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def studio(tmp_path, clock):
    opened = a_studio(tmp_path, clock)
    opened.live.open(opened.planning.sessions()[0].id)
    yield opened
    opened.close()


def to_the_relay(studio, clock):
    studio.live.start()
    for _ in range(RELAY):
        clock.advance(1)
        studio.live.next()


def clocks(live_session):
    return {track.letter: track.clock for track in live_session.console().tracks}


def test_the_teams_of_the_cohort_go_out_with_the_texts_of_the_pack(studio, clock):
    to_the_relay(studio, clock)
    reading = studio.live.console()
    teams = studio.cohorts.cohorts()[0].teams
    assert [track.name for track in reading.tracks] == [team.name for team in teams]
    assert [track.text for track in reading.tracks][:2] == ["Unseen?", "Untrue?"]
    assert studio.live.stage().face is StageFace.BREAKOUTS
    assert reading.groups == "Alone: write two, back together at 14:02"


def test_a_kill_in_the_middle_of_a_breakout_loses_nothing(tmp_path, studio, clock):
    to_the_relay(studio, clock)
    acts = studio.live
    acts.groups.split(tuple(Track(one, f"Group {one}", 600, "", one) for one in "ABC"))
    clock.advance(60)
    acts.groups.begin_round(300, "Last pass")
    clock.advance(30)
    acts.groups.extend("A", 120)
    acts.groups.pause("B")
    clock.advance(30)
    acts.groups.come_back("C")
    acts.message("Keep the questions.", 0, until_read=True)
    acts.style(ClockStyle.RING)
    acts.freeze(is_on=True)
    acts.black(is_on=True)
    acts.beat()
    before, run = acts.console(), acts.run_now().run
    studio.close()
    clock.restart(after_s=40)
    again = a_studio(tmp_path, clock)
    assert again.live.open_unfinished()
    # Until somebody answers, the room sees neither the wall nor the message.
    assert again.live.stage().face is StageFace.HOLDING
    again.live.recover(Recovery.KEPT_GOING)
    # A: 5:00 + 2:00 - 1:00 - 0:40; B stands at 4:30; C is back.
    after = again.live.console()
    assert [(t.letter, t.clock, t.is_held, t.is_back) for t in after.tracks] == [
        ("A", "5:20", False, False), ("B", "4:30", True, False), ("C", "", False, True)
    ]  # fmt: skip
    assert again.live.run_now().run == run
    assert (after.view, after.style) == (StageView.BREAKOUTS, ClockStyle.RING)
    assert (after.message, after.is_message_held) == ("Keep the questions.", True)
    assert (after.is_black, after.is_frozen, before.is_frozen) == (True, True, True)
    assert again.live.stage().face is StageFace.BLACK
    again.live.black(is_on=False)
    frozen = again.live.stage()
    # The picture of the moment of freezing: before the 40 s, with A at 6:00.
    assert (frozen.title, frozen.breakouts.tracks[0].clock.text) == ("Last pass", "6:00")
    again.live.freeze(is_on=False)
    assert again.live.stage().breakouts.tracks[0].clock.text == "5:20"
    again.close()


def test_a_breakout_that_stood_still_during_the_kill_stands_where_it_stood(tmp_path, studio, clock):
    to_the_relay(studio, clock)
    clock.advance(60)
    studio.live.groups.pause("B")
    clock.advance(60)
    studio.live.beat()
    stood = clocks(studio.live)
    studio.close()
    clock.restart(after_s=600)
    again = a_studio(tmp_path, clock)
    again.live.open_unfinished()
    again.live.recover(Recovery.STOOD_STILL)
    assert clocks(again.live) == stood
    assert (stood["A"], stood["B"]) == ("30:00", "31:00")
    again.close()


def test_groups_that_were_sent_out_by_hand_survive_a_kill(tmp_path, studio, clock):
    studio.live.start()
    tracks = studio.live.groups.of_teams(180, ("Who waits?",))
    studio.live.groups.split(tracks)
    clock.advance(20)
    studio.close()
    clock.restart(after_s=10)
    again = a_studio(tmp_path, clock)
    again.live.open_unfinished()
    again.live.recover(Recovery.KEPT_GOING)
    assert set(clocks(again.live).values()) == {"2:30"}
    assert {t.text for t in again.live.stage().breakouts.tracks} == {"Who waits?"}
    again.close()


def test_the_two_minute_warning_and_the_call_sound_once_each(studio, clock):
    heard = []
    studio.bus.subscribe(CueFired, heard.append)
    to_the_relay(studio, clock)
    clock.advance(30 * 60)
    for _ in range(3):
        studio.live.cues.give_due()
    clock.advance(2 * 60)
    for _ in range(3):
        studio.live.cues.give_due()
    assert [event.cue for event in heard] == ["two-minutes", "come-back"]


def test_calling_everybody_back_is_one_act_that_stands_sounds_and_is_taken_back(studio, clock):
    heard = []
    studio.bus.subscribe(CueFired, heard.append)
    to_the_relay(studio, clock)
    length = len(studio.live.log)
    studio.live.groups.call_back()
    assert len(studio.live.log) == length + 1
    clock.advance(300)
    assert studio.live.stage().message == "Come back together now"
    assert [event.cue for event in heard] == ["come-back"]
    studio.live.undo()
    assert studio.live.stage().message == ""


def test_the_call_back_goes_when_the_next_block_begins_and_comes_back_with_undo(studio, clock):
    to_the_relay(studio, clock)
    studio.live.groups.call_back()
    clock.advance(60)
    studio.live.next()
    assert studio.live.stage().message == ""
    studio.live.undo()
    assert studio.live.stage().message == "Come back together now"


def test_a_message_that_nobody_has_read_stays_when_the_next_block_begins(studio, clock):
    to_the_relay(studio, clock)
    studio.live.message("Leave the cups here.", 0, until_read=True)
    clock.advance(60)
    studio.live.next()
    assert studio.live.stage().message == "Leave the cups here."


def test_the_call_back_goes_when_a_new_round_begins(studio, clock):
    to_the_relay(studio, clock)
    studio.live.groups.call_back()
    clock.advance(60)
    studio.live.groups.begin_round(240, "Last pass")
    assert studio.live.stage().message == ""


def test_a_call_by_hand_and_one_by_the_clock_are_said_once(studio, clock):
    to_the_relay(studio, clock)
    studio.live.groups.call_back()
    clock.advance(33 * 60)
    stage = studio.live.stage()
    assert (stage.callout, stage.message) == ("Come back together now", "")


def test_a_prompt_does_not_push_aside_a_message_that_the_room_has_not_read(studio, clock):
    to_the_relay(studio, clock)
    studio.live.message("Keep the questions.", 0, until_read=True)
    clock.advance(8 * 60)
    for _ in range(3):
        studio.live.cues.give_due()
    assert studio.live.stage().message == "Keep the questions."
    assert [prompt.prompt_id for prompt in studio.live.console().asks.prompts] == ["p1"]
    studio.live.cues.fire("b6", "p1")
    assert studio.live.stage().message.startswith("Pass it on.")


def test_a_prompt_comes_by_itself_when_nothing_stands(studio, clock):
    to_the_relay(studio, clock)
    clock.advance(8 * 60)
    studio.live.cues.give_due()
    assert studio.live.stage().message.startswith("Pass it on.")


def test_without_teams_nobody_can_be_sent_out_by_team(tmp_path, clock):
    studio = a_studio(tmp_path, clock, with_session=False)
    cohort = studio.cohorts.create("Autumn")
    session = studio.planning.plan(cohort.id, "ask-early", clock.now().utc, "Europe/Berlin")
    studio.live.open(session.id)
    with pytest.raises(RuleBroken) as refused:
        studio.live.groups.of_teams(300)
    assert refused.value.code == "groups-count"
    studio.close()


def test_a_block_planned_for_another_length_takes_its_groups_along(studio):
    session = studio.planning.sessions()[0]
    agenda = session.agenda
    plain = replace(agenda.blocks[RELAY], steps=())
    blocks = (*agenda.blocks[:RELAY], plain, *agenda.blocks[RELAY + 1 :])
    with studio.planning._unit_of_work.writing() as work:
        changed = replace(session, agenda=replace(agenda, blocks=blocks), revision=2)
        work.sessions.replace(changed, seen_revision=session.revision)
        work.commit()
    block = studio.planning.set_minutes(session.id, "b6", 25).agenda.blocks[RELAY]
    assert {track.planned_s for track in block.tracks} == {25 * 60}


# --- S10: nothing private can get to the stage ---------------------------------------------------


def types_of(kind):
    """Return every dataclass that a value of the type can hold, however deep."""
    found, waiting = set(), [kind]
    while waiting:
        one = waiting.pop()
        if is_dataclass(one) and one not in found:
            found.add(one)
            hints = get_type_hints(one, {**vars(live), **vars(timer)})
            waiting += [hints[field.name] for field in fields(one)]
        waiting += [part for part in get_args(one) if part is not Ellipsis]
    return found


def test_no_field_of_the_stage_can_hold_what_is_private():
    kinds = types_of(StageSnapshot)
    assert {kind.__module__ for kind in kinds} == {live.__name__}
    assert {"StageTrack", "StageBreakouts", "StageWord", "StageClock"} <= {
        kind.__name__ for kind in kinds
    }
    private = ("note", "key", "mentor", "place", "person", "material", "capture", "journal")
    names = {field.name for kind in kinds for field in fields(kind)}
    assert [name for name in names if any(word in name for word in private)] == []


@pytest.fixture
def private_run(studio):
    return a_private_run(studio)


def test_a_run_full_of_private_words_shows_none_of_them_in_any_view(private_run, clock):
    assert PRIVATE in repr(private_run.console())
    pictures = list(every_picture(private_run, clock))
    assert {picture.face for picture in pictures} >= {
        StageFace.HOLDING, StageFace.COUNTDOWN, StageFace.BREAKOUTS, StageFace.PROMPT,
        StageFace.WORD, StageFace.AGENDA,
    }  # fmt: skip
    assert [picture for picture in pictures if PRIVATE in repr(picture)] == []


def test_what_a_mentor_is_called_is_told_on_the_console_alone(private_run):
    private_run.start()
    tracks = private_run.console().tracks
    assert {track.mentor for track in tracks} == {f"{PRIVATE} mentor"}
    assert {track.place for track in tracks} == {f"{PRIVATE} place"}


def test_a_split_is_one_line_of_the_log(studio):
    studio.live.start()
    studio.live.groups.split(studio.live.groups.of_teams(120))
    assert [change.kind for change in studio.live.log[-1].changes] == [ChangeKind.SPLIT]
