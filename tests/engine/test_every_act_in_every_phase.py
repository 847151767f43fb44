"""Statement I5: each pair of phase and act is defined in one table, and all of it is visited."""

from __future__ import annotations

import pytest

from builders import make_agenda, make_block
from room import Room, with_block
from workshop_studio.domain.action_table import PHASES_OF
from workshop_studio.domain.agenda import Prompt, Track
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.plan_change import ChangeKind, PlanChange
from workshop_studio.domain.run import RunPhase
from workshop_studio.domain.run_log import Act

# What makes each act possible, were it not for the phase.
FACTS = {
    Act.STARTED_AGO: {"seconds": 120},
    Act.EXTEND: {"seconds": 60},
    Act.PLAN: {"changes": (PlanChange(ChangeKind.ADD, "new", block=make_block("new", 5)),)},
    Act.BASELINE: {"seconds": 60},
    Act.REASON: {"block_id": "b2", "text": "discussion"},
    Act.UNDO: {},
    Act.GAP: {"seconds": 60},
    Act.NOT_COUNTED: {"seconds": 1},
    Act.CUE: {"block_id": "b2", "text": "p1"},
    Act.CUE_HOLD: {"block_id": "b2", "text": "p1"},
    Act.CUE_SKIP: {"block_id": "b2", "text": "p1"},
    Act.CUE_LATER: {"block_id": "b2", "text": "p1", "seconds": 60},
    Act.TRACK_PAUSE: {"item": "A"},
    Act.TRACK_RESUME: {"item": "B"},
    Act.TRACK_BACK: {"item": "A", "is_on": True},
    Act.ROUND: {"seconds": 120},
    Act.SHOW: {"text": "agenda"},
    Act.STYLE: {"text": "ring"},
    Act.BLACK: {"is_on": True},
    Act.FREEZE: {"is_on": True},
    Act.MESSAGE: {"text": "Two minutes", "seconds": 30},
}


def a_room_in(phase):
    """Return a room in the phase; in the middle one of three blocks when the session is on."""
    tracks = (Track("A", "Basil", 300), Track("B", "Fennel", 300))
    agenda = with_block(
        make_agenda(10, 20, 30), 1, tracks=tracks, prompts=(Prompt("p1", 60, "Now"),)
    )
    room = Room(agenda)
    room.do(Act.MESSAGE, text="Welcome", seconds=3600)
    if phase is RunPhase.READY:
        return room
    room.do(Act.START)
    room.minutes(5)
    room.do(Act.NEXT)
    room.clock.advance(1)
    room.do(Act.TRACK_PAUSE, item="B")
    if phase is RunPhase.PAUSED:
        room.do(Act.PAUSE)
    if phase is RunPhase.ENDED:
        room.do(Act.END)
        room.do(Act.MESSAGE, text="Thank you", seconds=3600)
    # Long enough ago that no press is a doubled one, and not before the block before ended.
    room.clock.advance(1)
    assert room.state.phase is phase
    return room


def test_the_table_names_every_act():
    assert set(PHASES_OF) == set(Act)


@pytest.mark.parametrize("phase", RunPhase)
@pytest.mark.parametrize("act", Act)
def test_an_act_does_in_a_phase_what_the_table_says(act, phase):
    room = a_room_in(phase)
    before = room.log
    if phase not in PHASES_OF[act]:
        with pytest.raises(RuleBroken) as refused:
            room.do(act, **FACTS.get(act, {}))
        assert refused.value.code == "act-not-now"
        assert refused.value.facts == {"act": act.value, "phase": phase.value}
        assert room.log == before
        return
    if act is Act.STARTED_AGO and phase is not RunPhase.READY:
        # The block before ended as this one began: there is no earlier moment to move it to.
        with pytest.raises(RuleBroken, match="started-when-last-ended"):
            room.do(act, seconds=120)
        return
    room.do(act, **FACTS.get(act, {}))
    assert room.log[: len(before)] == before
    assert room.log[-1].act is act


@pytest.mark.parametrize("phase", RunPhase)
def test_the_screens_have_something_to_say_in_every_phase(phase):
    room = a_room_in(phase)
    assert room.console().kicker
    assert room.console().lateness
    assert room.stage().title or room.stage().breakouts
