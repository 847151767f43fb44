"""The agenda beside the clock: what was planned, what will be, and what to have ready."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop_studio.domain.agenda import WhenLate
from workshop_studio.domain.projection import BlockState
from workshop_studio.domain.run import RunPhase

if TYPE_CHECKING:
    from workshop_studio.domain.agenda import Block
    from workshop_studio.domain.projection import ProjectedBlock, Projection
    from workshop_studio.domain.staging import RunNow


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One row of the agenda: planned and projected start, title, minutes, where it stands.

    planned: "" for a block that is not in the plan.
    """

    block_id: str
    planned: str
    now: str
    title: str
    detail: str
    minutes: int
    state: BlockState


@dataclass(frozen=True, slots=True)
class NextRow:
    """One of the next two blocks with what to say and to have ready."""

    at: str
    title: str
    note: str
    materials: tuple[str, ...]


def agenda_rows(now: RunNow, seen: Projection) -> tuple[AgendaRow, ...]:
    """Return one row a block in the present order."""
    rows = []
    for one, at in zip(now.run.blocks, seen.blocks, strict=True):
        rows.append(
            AgendaRow(
                block_id=at.block_id,
                planned="" if one.is_added else now.clock(at.planned_start),
                now=now.clock(at.projected_start),
                title=one.block.title,
                detail=_detail(one.block, at),
                minutes=round((one.countdown.planned_s + one.countdown.added_s) / 60),
                state=at.state,
            )
        )
    return tuple(rows)


def _detail(block: Block, at: ProjectedBlock) -> str:
    if at.state is BlockState.SKIPPED:
        return "skipped"
    kind = block.kind.value
    # "Break: break" tells nobody anything.
    parts = ["" if kind in block.title.casefold() else kind]
    if at.spare_s >= 30:
        parts = [f"{round(at.spare_s / 60)} min spare before it"]
    elif at.state is BlockState.RUNNING:
        parts.append(block.grouping)
    elif block.is_protected:
        parts = ["protected"]
    elif block.when_late is WhenLate.SHRINK and 0 < block.minimum_s < block.planned_s:
        parts.append(f"can shrink to {round(block.minimum_s / 60)}")
    elif block.when_late is WhenLate.CUT:
        parts.append("can be cut")
    else:
        parts.append(block.grouping)
    return ", ".join(part for part in parts if part and part != "–")


def next_rows(now: RunNow, seen: Projection) -> tuple[NextRow, ...]:
    """Return the next two blocks that are not skipped."""
    run = now.run
    if run.phase is RunPhase.ENDED:
        return ()
    first = run.current if run.phase is RunPhase.READY else run.current + 1
    places = [p for p in range(first, len(run.blocks)) if not run.blocks[p].is_skipped]
    rows = []
    for place in places[:2]:
        block = run.blocks[place].block
        title = f"{block.title}, {round(block.planned_s / 60)} minutes"
        at = now.clock(seen.blocks[place].projected_start)
        rows.append(NextRow(at, title, _first_sentence(block.facilitator_note), block.materials))
    return tuple(rows)


def _first_sentence(text: str) -> str:
    flat = " ".join(text.split())
    end = flat.find(". ")
    return flat if end < 0 else flat[: end + 1]
