"""Random plans and random days, for properties that hold on all of them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from builders import make_agenda, make_block
from room import Room
from workshop_studio.domain.agenda import BlockKind, Track
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.plan_change import ChangeKind, PlanChange
from workshop_studio.domain.run_log import Act

SIMPLE = [
    Act.START, Act.PAUSE, Act.RESUME, Act.NEXT, Act.BACK, Act.RESTART, Act.EXTEND, Act.END,
    Act.UNDO, Act.STARTED_AGO, Act.BASELINE, Act.GAP, Act.COUNTED, Act.NOT_COUNTED, Act.TRACK_PAUSE,
    Act.TRACK_RESUME, Act.TRACK_BACK, Act.ROUND, Act.RECOVER, Act.PLAN,
]  # fmt: skip


@st.composite
def agendas(draw):
    lengths = draw(st.lists(st.integers(1, 40), min_size=1, max_size=6))
    agenda = make_agenda(*lengths)
    blocks, at = [], 0
    for block in agenda.blocks:
        kind = draw(st.sampled_from(["plain", "plain", "buffer", "fixed", "groups"]))
        changed = block
        if kind == "buffer":
            changed = replace(block, kind=BlockKind.BUFFER, minimum_s=0)
        elif kind == "fixed":
            changed = replace(block, fixed_start_s=at + draw(st.integers(0, 1800)))
        elif kind == "groups":
            tracks = tuple(
                Track(letter, letter, block.planned_s // share)
                for letter, share in (("A", 1), ("B", 2))
            )
            changed = replace(block, tracks=tracks)
        at = max(at, changed.fixed_start_s or 0) + block.planned_s
        blocks.append(changed)
    return replace(agenda, blocks=tuple(blocks))


def moves():
    return st.lists(
        st.tuples(
            st.sampled_from(SIMPLE),
            st.integers(0, 1500),
            st.integers(-300, 600),
            st.integers(0, 6),
            st.sampled_from(list(ChangeKind)),
        ),
        max_size=18,
    )


def facts_of(room, act, seconds, number, kind):
    blocks = room.state.blocks
    target = blocks[number % len(blocks)].block.id
    track = "AB"[number % 2]
    if act is Act.EXTEND:
        return {"seconds": seconds} if number % 3 else {"seconds": seconds, "item": track}
    if act in {Act.STARTED_AGO, Act.ROUND, Act.GAP, Act.COUNTED, Act.NOT_COUNTED}:
        return {"seconds": abs(seconds), "is_on": act is Act.GAP and number % 2 == 0}
    if act is Act.BASELINE:
        return {"seconds": seconds}
    if act in {Act.TRACK_PAUSE, Act.TRACK_RESUME, Act.TRACK_BACK}:
        return {"item": track, "is_on": number % 2 == 0}
    if act is Act.BACK:
        return {"is_on": number % 2 == 0}
    if act is Act.PLAN:
        new = make_block(f"new-{len(room.log)}", 5) if kind is ChangeKind.ADD else None
        tracks = (Track("A", "A", 60), Track("B", "B", 300)) if kind is ChangeKind.SPLIT else ()
        change = PlanChange(kind, target if new is None else new.id, abs(seconds), "", new, tracks)
        return {"changes": (change,)}
    return {}


def play(agenda, todo):
    """Play a day; acts that are refused are left out, as the app leaves them out."""
    room = Room(agenda)
    for act, wait_s, seconds, number, kind in todo:
        room.clock.advance(wait_s)
        try:
            room.do(act, **facts_of(room, act, seconds, number, kind))
        except RuleBroken:
            continue
        if act is Act.GAP and room.log[-1].is_on:
            # A sleep that the monotonic clock missed did pass on the wall.
            room.clock.step_wall(abs(seconds))
    return room
