"""The state of a run: `state(agenda, log)` is a pure function, a tick changes nothing.

Time of a run is its own axis, in seconds since the first entry ("room seconds"). Within one start
of the app it follows the monotonic clock, so that a stepped wall clock, a changed zone, daylight
saving and midnight move nothing. What the monotonic clock did not see is in the log as well: a GAP
entry for a sleep that it slept through, a RECOVER entry between two starts of the app.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workshop_studio.domain import timer
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.live import ClockStyle
from workshop_studio.domain.run_log import Act
from workshop_studio.domain.timer import Countdown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from workshop_studio.domain.agenda import Agenda, Block, Track
    from workshop_studio.domain.moment import Moment
    from workshop_studio.domain.run_log import LogEntry


class RunPhase(StrEnum):
    """Where a run stands."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class StageView(StrEnum):
    """What the facilitator asked the stage to show."""

    HOLDING = "holding"
    COUNTDOWN = "countdown"
    BREAKOUTS = "breakouts"
    PROMPT = "prompt"
    WORD = "word"
    AGENDA = "agenda"
    SCENARIO = "scenario"


@dataclass(frozen=True, slots=True)
class TrackRun:
    """One group of a running breakout. is_held: paused on its own; is_back: with the others again.

    The countdown runs only while the block runs.
    """

    track: Track
    countdown: Countdown
    is_held: bool = False
    is_back: bool = False


@dataclass(frozen=True, slots=True)
class BlockRun:
    """One block of the plan as it runs.

    started_s, ended_s: on the run's axis, None when not yet. paused_s: standing still in earlier
    pauses; paused_since_s: since when it stands, None while it runs or waits.
    shift_s: by how much a push moved the moment at which it is due. does_wait: it starts no earlier
    than due, because it was pushed. is_added: not in the plan.
    """

    block: Block
    countdown: Countdown
    started_s: float | None = None
    ended_s: float | None = None
    paused_s: float = 0.0
    paused_since_s: float | None = None
    shift_s: float = 0.0
    does_wait: bool = False
    is_skipped: bool = False
    is_added: bool = False
    tracks: tuple[TrackRun, ...] = ()


@dataclass(frozen=True, slots=True)
class RunState:
    """The run after its log. blocks: the plan as run, in its present order.

    entered_s: when the running block was entered by hand, to tell a doubled press. finished_s,
    finished_utc: the end, on the axis and on the wall as it was then, None before it.
    message_until_s: time of the axis until which the message stands; is_message_held: it stands
    until it is acknowledged. item: the word or sentence on the stage. baseline_s: by how much the
    whole plan was shifted. fired, held, dropped: cues by block and name; delayed: seconds by cue.
    open_gap: seq of the sleep that nobody has answered yet, 0 for none; gap_s: its length.
    """

    phase: RunPhase
    blocks: tuple[BlockRun, ...]
    current: int = 0
    entered_s: float = 0.0
    finished_s: float | None = None
    finished_utc: datetime | None = None
    is_black: bool = False
    is_frozen: bool = False
    frozen_since_s: float = 0.0
    view: StageView = StageView.HOLDING
    item: str = ""
    style: ClockStyle = ClockStyle.DIGITS
    message: str = ""
    message_since_s: float = 0.0
    message_until_s: float = 0.0
    is_message_held: bool = False
    fired: frozenset[tuple[str, str]] = frozenset()
    held: frozenset[tuple[str, str]] = frozenset()
    dropped: frozenset[tuple[str, str]] = frozenset()
    delayed: tuple[tuple[str, str, float], ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()
    round_title: str = ""
    baseline_s: float = 0.0
    open_gap: int = 0
    gap_s: float = 0.0

    @property
    def running(self) -> BlockRun:
        """Return the block that runs, or is the next to start."""
        return self.blocks[self.current]

    @property
    def is_on(self) -> bool:
        """Return whether the session has begun and not ended."""
        return self.phase in {RunPhase.RUNNING, RunPhase.PAUSED}

    def place_of(self, block_id: str) -> int:
        """Return the place of a block as run; raises RuleBroken("no-such-block")."""
        for place, one in enumerate(self.blocks):
            if one.block.id == block_id:
                return place
        raise RuleBroken("no-such-block", block=block_id)

    def following(self) -> int | None:
        """Return the place of the next block that is not skipped, None after the last."""
        places = range(self.current + 1, len(self.blocks))
        return next((p for p in places if not self.blocks[p].is_skipped), None)

    def preceding(self) -> int | None:
        """Return the place of the block before that is not skipped, None before the first."""
        places = range(self.current - 1, -1, -1)
        return next((p for p in places if not self.blocks[p].is_skipped), None)


def as_planned(block: Block, *, is_added: bool = False) -> BlockRun:
    """Return a block before its start."""
    tracks = tuple(TrackRun(track, Countdown(float(track.planned_s))) for track in block.tracks)
    return BlockRun(block, Countdown(float(block.planned_s)), is_added=is_added, tracks=tracks)


def initial(agenda: Agenda) -> RunState:
    """Return the state before the first act: ready, at the first block."""
    return RunState(RunPhase.READY, tuple(as_planned(block) for block in agenda.blocks))


def left_s(one: BlockRun, room_s: float) -> float:
    """Return the seconds until the block is over, negative when it is.

    Groups that are still out keep everybody: the block lasts as long as the one that needs longest.
    """
    longest = timer.remaining_s(one.countdown, room_s)
    for track in one.tracks:
        if not track.is_back:
            left = timer.remaining_s(track.countdown, room_s)
            if left > longest:
                longest = left
    return longest


def elapsed_s(one: BlockRun, room_s: float) -> float:
    """Return the seconds that the block has used."""
    return timer.read(one.countdown, room_s).elapsed_s


def reading_of(one: BlockRun, room_s: float) -> timer.Reading:
    """Return elapsed and remaining seconds of a block, groups included."""
    return timer.Reading(elapsed_s(one, room_s), left_s(one, room_s))


# --- the axis ------------------------------------------------------------------------------------


def room_times(log: Sequence[LogEntry]) -> tuple[float, ...]:
    """Return the time of each entry on the run's axis, seconds, never falling."""
    times: list[float] = []
    for index, entry in enumerate(log):
        times.append(0.0 if index == 0 else times[-1] + _step(log[index - 1], entry))
    return tuple(times)


def _step(before: LogEntry, entry: LogEntry) -> float:
    if entry.at.clock_id != before.at.clock_id:
        return entry.seconds if entry.act is Act.RECOVER else 0.0
    step = max(0.0, entry.at.monotonic_s - before.at.monotonic_s)
    return step + entry.seconds if entry.act is Act.GAP and entry.is_on else step


def room_now(log: Sequence[LogEntry], now: Moment) -> float:
    """Return now on the run's axis.

    Before a recovery was chosen (another clock_id) it is the time of the last entry.
    """
    return room_times(log)[-1] + since_last(log, now) if log else 0.0


def since_last(log: Sequence[LogEntry], now: Moment) -> float:
    """Return the seconds of the axis between the last entry and now."""
    if not log or now.clock_id != log[-1].at.clock_id:
        return 0.0
    return max(0.0, now.monotonic_s - log[-1].at.monotonic_s)


def needs_recovery(run: RunState, log: Sequence[LogEntry], now: Moment) -> bool:
    """Return whether the session was on when another start of the app wrote the last entry."""
    return bool(log) and run.is_on and log[-1].at.clock_id != now.clock_id
