"""Where the session will end: one forward walk over the blocks, never an offset."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from workshop_studio.domain import timer
from workshop_studio.domain.agenda import BlockKind
from workshop_studio.domain.run import RunPhase, RunState

if TYPE_CHECKING:
    from datetime import datetime

    from workshop_studio.domain.agenda import Agenda, Block


class BlockState(StrEnum):
    """Where a block stands in the run."""

    DONE = "done"
    RUNNING = "running"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class ProjectedBlock:
    """Planned and projected times of one block, aware UTC."""

    block_id: str
    planned_start: datetime
    planned_end: datetime
    projected_start: datetime
    projected_end: datetime
    state: BlockState


@dataclass(frozen=True, slots=True)
class Projection:
    """All blocks, and the end of the session; behind_s is positive when it ends late."""

    blocks: tuple[ProjectedBlock, ...]
    planned_end: datetime
    projected_end: datetime
    behind_s: float


def planned_times(agenda: Agenda, start: datetime) -> tuple[tuple[datetime, datetime], ...]:
    """Return planned start and end of each block when the session begins at `start`."""
    times = []
    at = start
    for block in agenda.blocks:
        if block.fixed_start_s is not None:
            at = max(at, start + timedelta(seconds=block.fixed_start_s))
        end = at + timedelta(seconds=block.planned_s)
        times.append((at, end))
        at = end
    return tuple(times)


def project(
    agenda: Agenda, planned_start: datetime, run: RunState, room_s: float, now_utc: datetime
) -> Projection:
    """Return the projection at room_s (the run's axis), which is now_utc on the wall.

    Each waiting block starts when the one before ends, a fixed one not before its time; a buffer
    gives up its minutes to lateness before anything after it moves (statements P1 and P2).
    """
    planned = planned_times(agenda, planned_start)
    blocks: list[ProjectedBlock] = []
    at = now_utc if run.phase is not RunPhase.READY else max(now_utc, planned_start)

    def wall(moment_s: float) -> datetime:
        return now_utc - timedelta(seconds=room_s - moment_s)

    for index, block in enumerate(agenda.blocks):
        due, due_end = planned[index]
        ended, started = run.ended_s[index], run.started_s[index]
        is_current = index == run.current and run.phase in {RunPhase.RUNNING, RunPhase.PAUSED}
        if is_current and started is not None:
            begin = wall(started)
            left = max(0.0, timer.read(run.countdowns[index], room_s).remaining_s)
            end, stands = now_utc + timedelta(seconds=left), BlockState.RUNNING
        elif ended is not None and started is not None:
            begin, end, stands = wall(started), wall(ended), BlockState.DONE
        else:
            begin = _earliest(block, at, planned_start)
            left = _length(block, run, index, room_s, late_s=(begin - due).total_seconds())
            end, stands = begin + timedelta(seconds=left), BlockState.WAITING
        blocks.append(ProjectedBlock(block.id, due, due_end, begin, end, stands))
        at = end if stands is not BlockState.DONE else max(at, end)
    planned_end = planned[-1][1] if planned else planned_start
    finish = wall(run.finished_s) if run.finished_s is not None else _end(blocks, planned_end)
    return Projection(tuple(blocks), planned_end, finish, (finish - planned_end).total_seconds())


def _end(blocks: list[ProjectedBlock], planned_end: datetime) -> datetime:
    return blocks[-1].projected_end if blocks else planned_end


def _earliest(block: Block, at: datetime, planned_start: datetime) -> datetime:
    if block.fixed_start_s is None:
        return at
    return max(at, planned_start + timedelta(seconds=block.fixed_start_s))


def _length(block: Block, run: RunState, index: int, room_s: float, *, late_s: float) -> float:
    left = max(0.0, timer.read(run.countdowns[index], room_s).remaining_s)
    if block.kind is BlockKind.BUFFER:
        return max(float(block.minimum_s), left - max(0.0, late_s)) if left else 0.0
    return left


def lateness_words(behind_s: float) -> str:
    """Return "on time", "4 min behind" or "2 min ahead", rounded to the nearest minute."""
    minutes = int(abs(behind_s) / 60 + 0.5)
    if minutes == 0:
        return "on time"
    return f"{minutes} min behind" if behind_s > 0 else f"{minutes} min ahead"
