"""What can happen in a rehearsal, and what is seen after each of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workshop_studio.domain import timer
from workshop_studio.domain.run import RunPhase, elapsed_s, left_s

if TYPE_CHECKING:
    from datetime import datetime

    from workshop_studio.domain.errors import RuleBroken
    from workshop_studio.domain.projection import BlockState
    from workshop_studio.domain.staging import RunNow
    from workshop_studio.domain.timer import TimerPhase


class Do(StrEnum):
    """What an event does, as it is written in an event file: acts first, then the world."""

    START = "start"
    NEXT = "next"
    BACK = "back"
    PAUSE = "pause"
    RESUME = "resume"
    EXTEND = "extend"
    PUSH = "push"
    SKIP = "skip"
    STARTED_AGO = "started_ago"
    UNDO = "undo"
    END = "end"
    CHOOSE = "choose"
    SLEEP = "sleep"
    STEP_WALL = "step_wall"
    ZONE = "zone"
    CRASH = "crash"
    READ = "read"


WORLD = frozenset({Do.SLEEP, Do.STEP_WALL, Do.ZONE, Do.CRASH, Do.READ})


@dataclass(frozen=True, slots=True)
class RehearsalEvent:
    """One line of an event file.

    at_s: seconds of the room's clock since the rehearsal began. minutes: of EXTEND, PUSH and
    STARTED_AGO. block: of EXTEND and PUSH ("" for the running one) and SKIP. track: of EXTEND.
    is_rest: a PUSH takes everything later along. seconds: of SLEEP, STEP_WALL and CRASH.
    is_counted: the monotonic clock ran on in a SLEEP. zone, option: of ZONE and CHOOSE.
    """

    at_s: float
    do: Do
    minutes: float = 0.0
    block: str = ""
    track: str = ""
    is_rest: bool = False
    seconds: float = 0.0
    is_counted: bool = True
    zone: str = ""
    option: str = ""


class Answer(StrEnum):
    """What can be answered after a gap. The time counts, or does not, or the session is over."""

    KEPT_GOING = "kept-going"
    STOOD_STILL = "stood-still"
    END = "end"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer and its words."""

    answer: Answer
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked after a gap, with the answers in the order shown."""

    text: str
    options: tuple[Option, ...]
    suggested: Answer


@dataclass(frozen=True, slots=True)
class TrackSeen:
    """One group of the running breakout. state: "out", "held" or "back"."""

    id: str
    name: str
    elapsed_s: float
    remaining_s: float
    over_s: float
    state: str


@dataclass(frozen=True, slots=True)
class BlockSeen:
    """One block in its present order, aware UTC."""

    id: str
    title: str
    planned_start: datetime
    planned_end: datetime
    projected_start: datetime
    projected_end: datetime
    state: BlockState


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What is seen right after an event.

    block: the one that runs; before the start the one to start, after the end the last one.
    remaining_s is never negative, over_s is what it is over. behind_s: positive when the session
    will end late. refused: why an act did not happen. notices: what was said since the last event.
    """

    event: RehearsalEvent
    block: str
    phase: RunPhase
    timer: TimerPhase
    elapsed_s: float
    remaining_s: float
    over_s: float
    behind_s: float
    ends_at: datetime
    planned_end: datetime
    blocks: tuple[BlockSeen, ...]
    tracks: tuple[TrackSeen, ...]
    notices: tuple[str, ...]
    question: Question | None
    refused: RuleBroken | None


def rehearsed(
    now: RunNow,
    event: RehearsalEvent,
    *,
    notices: tuple[str, ...] = (),
    question: Question | None = None,
    refused: RuleBroken | None = None,
) -> Rehearsed:
    """Return what is seen of a run at one moment."""
    run, seen = now.run, now.projection()
    one = run.running
    left = left_s(one, now.room_s)
    phase = timer.phase_of(
        left, timer.thresholds_of(one.block), is_paused=run.phase is RunPhase.PAUSED
    )
    titles = {b.block.id: b.block.title for b in run.blocks}
    return Rehearsed(
        event=event,
        block=one.block.id,
        phase=run.phase,
        timer=phase,
        elapsed_s=elapsed_s(one, now.room_s),
        remaining_s=max(0.0, left),
        over_s=max(0.0, -left),
        behind_s=seen.behind_s,
        ends_at=seen.projected_end,
        planned_end=seen.planned_end,
        blocks=tuple(
            BlockSeen(
                b.block_id,
                titles[b.block_id],
                b.planned_start,
                b.planned_end,
                b.projected_start,
                b.projected_end,
                b.state,
            )
            for b in seen.blocks
        ),
        tracks=_tracks(now) if run.is_on else (),
        notices=notices,
        question=question,
        refused=refused,
    )


def _tracks(now: RunNow) -> tuple[TrackSeen, ...]:
    found = []
    for track in now.run.running.tracks:
        reading = timer.read(track.countdown, now.room_s)
        found.append(
            TrackSeen(
                id=track.track.id,
                name=track.track.name,
                elapsed_s=reading.elapsed_s,
                remaining_s=max(0.0, reading.remaining_s),
                over_s=max(0.0, -reading.remaining_s),
                state="back" if track.is_back else "held" if track.is_held else "out",
            )
        )
    return tuple(found)


# --- answers in people's words -------------------------------------------------------------------

_END = frozenset({"end", "ended", "finish", "quit"})
_STOOD = frozenset(
    {"2", "stood", "stand", "still", "stop", "stopped", "moment", "dont", "not", "no", "paused"}
)
_KEPT = frozenset(
    {"1", "kept", "keep", "going", "goes", "go", "count", "counts", "counted", "resume", "continue"}
    | {"yes"}
)


def answer_in(text: str) -> Answer | None:
    """Return the answer that a text means, None when it means none.

    "Kept going", "kept_going", "resume" and "1" are one answer, "don't count" and "resume from the
    moment it stopped" another.
    """
    plain = re.sub(r"[’']", "", text.casefold())
    words = set(re.findall(r"[a-z]+|\d+", plain)) | {re.sub(r"[^a-z0-9]", "", plain)}
    if words & _END or words == {"3"}:
        return Answer.END
    if words & _STOOD or words & {"stoodstill", "dontcount", "notcounted"}:
        return Answer.STOOD_STILL
    if words & _KEPT or words & {"keptgoing", "keepgoing"}:
        return Answer.KEPT_GOING
    return None


# --- events made from a plan ---------------------------------------------------------------------


def straight_through(starts_s: tuple[float, ...], end_s: float) -> tuple[RehearsalEvent, ...]:
    """Return the events of a session in which every block begins and the last ends as planned."""
    if not starts_s:
        return ()
    first, *later = starts_s
    return (
        RehearsalEvent(first, Do.START),
        *(RehearsalEvent(at, Do.NEXT) for at in later),
        RehearsalEvent(end_s, Do.END),
    )


def at_words(at_s: float) -> str:
    """Return "01:02:03", with thousandths where there are any."""
    thousandths = round(at_s * 1000)
    seconds, rest = divmod(thousandths, 1000)
    text = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return f"{text}.{rest:03d}" if rest else text
