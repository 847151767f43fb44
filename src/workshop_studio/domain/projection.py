"""Where the session will end: one forward walk over the blocks, never an offset."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from workshop_studio.domain.agenda import BlockKind
from workshop_studio.domain.run import RunPhase, elapsed_s, left_s

if TYPE_CHECKING:
    from datetime import datetime

    from workshop_studio.domain.agenda import Agenda
    from workshop_studio.domain.run import BlockRun, RunState


class BlockState(StrEnum):
    """Where a block stands in the run."""

    DONE = "done"
    RUNNING = "running"
    WAITING = "waiting"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class ProjectedBlock:
    """Planned and projected times of one block, aware UTC.

    spare_s: how long the room waits before it, because it may not begin earlier.
    A block that is not in the plan has its planned times where it was put, without length.
    """

    block_id: str
    planned_start: datetime
    planned_end: datetime
    projected_start: datetime
    projected_end: datetime
    state: BlockState
    spare_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Projection:
    """All blocks in their present order, and the end of the session.

    behind_s: positive when it ends late, against the plan after its shift (see `baseline`).
    started_late_s: how much later than planned it began, 0 before the start.
    """

    blocks: tuple[ProjectedBlock, ...]
    planned_end: datetime
    projected_end: datetime
    behind_s: float
    started_late_s: float = 0.0


def planned_spans(agenda: Agenda, shift_s: float = 0.0) -> tuple[tuple[float, float], ...]:
    """Return start and end of each block in seconds after the planned start of the session.

    shift_s moves all but the blocks with a fixed start and what has to wait for them.
    """
    spans = []
    at = shift_s
    for block in agenda.blocks:
        if block.fixed_start_s is not None:
            at = max(at, float(block.fixed_start_s))
        spans.append((at, at + block.planned_s))
        at += block.planned_s
    return tuple(spans)


def planned_times(agenda: Agenda, start: datetime) -> tuple[tuple[datetime, datetime], ...]:
    """Return planned start and end of each block when the session begins at `start`."""
    return tuple(
        (start + timedelta(seconds=begin), start + timedelta(seconds=end))
        for begin, end in planned_spans(agenda)
    )


class Span(NamedTuple):
    """One block in seconds after the planned start of the session; see `ProjectedBlock`."""

    one: BlockRun
    due: float
    due_end: float
    begin: float
    end: float
    state: BlockState
    spare: float


def spans(agenda: Agenda, run: RunState, room_s: float, now_s: float) -> tuple[Span, ...]:
    """Return all blocks as run at room_s, which is now_s after the planned start.

    Each waiting block starts when the one before ends, a fixed one not before its time; a buffer
    gives up its minutes to lateness before anything after it moves (statements P1 and P2).
    """
    planned = planned_spans(agenda, run.baseline_s)
    due_of = {block.id: span for block, span in zip(agenda.blocks, planned, strict=True)}
    found: list[Span] = []
    at = max(now_s, run.baseline_s) if run.phase is RunPhase.READY else now_s
    last_due = run.baseline_s
    is_on, is_over = run.is_on, run.phase is RunPhase.ENDED
    for place, one in enumerate(run.blocks):
        due, due_end = due_of.get(one.block.id, (last_due, last_due))
        last_due = due_end
        spare = 0.0
        if is_on and place == run.current and one.started_s is not None:
            begin, stands = now_s - (room_s - one.started_s), BlockState.RUNNING
            end = now_s + _length(one, room_s, begin=now_s, due=due)
        elif one.ended_s is not None and one.started_s is not None:
            begin, stands = now_s - (room_s - one.started_s), BlockState.DONE
            end = now_s - (room_s - one.ended_s)
        elif one.is_skipped or is_over:
            begin, stands = at, BlockState.SKIPPED
            end = begin
        else:
            begin, stands = _earliest(one, at, due), BlockState.WAITING
            spare = begin - at
            end = begin + _length(one, room_s, begin=begin, due=due)
        found.append(Span(one, due, due_end, begin, end, stands, spare))
        if stands is not BlockState.DONE:
            at = end
    return tuple(found)


def moment_of(run: RunState, room_s: float, now_utc: datetime) -> tuple[float, datetime]:
    """Return the moment that a run is seen at: now, or its end when it is over.

    A computer that sleeps or whose clock is set after the end moves nothing that was.
    """
    if run.finished_s is None or run.finished_utc is None:
        return room_s, now_utc
    return run.finished_s, run.finished_utc


def project(
    agenda: Agenda, planned_start: datetime, run: RunState, room_s: float, now_utc: datetime
) -> Projection:
    """Return the projection at room_s (the run's axis), which is now_utc on the wall."""
    room_s, now_utc = moment_of(run, room_s, now_utc)
    now_s = (now_utc - planned_start).total_seconds()
    walked = spans(agenda, run, room_s, now_s)

    known: dict[float, datetime] = {}

    def wall(seconds: float) -> datetime:
        # One block mostly begins when another ends, and dates are slow to make.
        at = known.get(seconds)
        if at is None:
            at = known[seconds] = planned_start + timedelta(seconds=seconds)
        return at

    blocks = tuple(
        ProjectedBlock(
            span.one.block.id,
            wall(span.due),
            wall(span.due_end),
            wall(span.begin),
            wall(span.end),
            span.state,
            span.spare,
        )
        for span in walked
    )
    planned_end = max((span.due_end for span in walked), default=0.0)
    finish = max((span.end for span in walked), default=planned_end)
    if run.finished_s is not None:
        finish = now_s
    begun = [one.started_s for one in run.blocks if one.started_s is not None]
    late = now_s - (room_s - min(begun)) - run.baseline_s if begun else 0.0
    return Projection(blocks, wall(planned_end), wall(finish), finish - planned_end, late)


def _earliest(one: BlockRun, at: float, due: float) -> float:
    if one.block.fixed_start_s is not None:
        return max(at, float(one.block.fixed_start_s))
    return max(at, due + one.shift_s) if one.does_wait else at


def _length(one: BlockRun, room_s: float, *, begin: float, due: float) -> float:
    """Return what a block still takes from `begin` on; a buffer as much less as it would end late.

    A buffer that runs gives way as one that waits: what it absorbs is no lateness once it begins.
    """
    left = max(0.0, left_s(one, room_s))
    if one.block.kind is not BlockKind.BUFFER or not left:
        return left
    own_end = due + one.shift_s + one.block.planned_s + one.countdown.added_s
    least = min(left, max(0.0, one.block.minimum_s - elapsed_s(one, room_s)))
    return max(least, left - max(0.0, begin + left - own_end))


def lateness_words(behind_s: float) -> str:
    """Return "on time", "4 min behind" or "2 min ahead", rounded to the nearest minute."""
    minutes = int(abs(behind_s) / 60 + 0.5)
    if minutes == 0:
        return "on time"
    return f"{minutes} min behind" if behind_s > 0 else f"{minutes} min ahead"
