"""What earlier sessions say about the next plan: honest numbers, never a bare mean."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from workshop_studio.domain.agenda import BlockKind
from workshop_studio.domain.projection import BlockState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workshop_studio.domain.agenda import Block
    from workshop_studio.domain.debrief import Ended

# Two sessions are an anecdote.
FEWEST = 3
_KIND_WORDS = {
    BlockKind.WELCOME: "welcomes",
    BlockKind.ACTIVITY: "activities",
    BlockKind.SIMULATION: "simulations",
    BlockKind.TALK: "talks",
    BlockKind.DEBRIEF: "debriefs",
    BlockKind.JOURNAL: "journals",
    BlockKind.BREAK: "breaks",
    BlockKind.CLOSE: "closes",
}


@dataclass(frozen=True, slots=True)
class Habit:
    """How much longer than planned something ran, in seconds; middle: the median."""

    count: int
    middle_s: float
    least_s: float
    most_s: float


@dataclass(frozen=True, slots=True)
class History:
    """Habits by kind of block, and by block of a pack (pack id, block id)."""

    by_kind: dict[BlockKind, Habit]
    by_block: dict[tuple[str, str], Habit]


def history_of(runs: Iterable[Ended]) -> History:
    """Return the habits of all ended runs; skipped and added blocks and buffers teach nothing."""
    kinds: dict[BlockKind, list[float]] = {}
    blocks: dict[tuple[str, str], list[float]] = {}
    for run in runs:
        for block in run.account.blocks:
            if block.state is not BlockState.DONE or block.kind not in _KIND_WORDS:
                continue
            if not block.planned_s:
                continue
            more = block.actual_s - block.planned_s
            kinds.setdefault(block.kind, []).append(more)
            blocks.setdefault((run.session.pack_id, block.block_id), []).append(more)
    return History(
        {kind: _habit(values) for kind, values in kinds.items()},
        {key: _habit(values) for key, values in blocks.items()},
    )


def _habit(values: list[float]) -> Habit:
    return Habit(len(values), median(values), min(values), max(values))


@dataclass(frozen=True, slots=True)
class Advice:
    """What history says of one block; minutes: what to plan, None when as planned is right."""

    words: str
    minutes: int | None


def advice_for(history: History, pack_id: str, block: Block) -> Advice | None:
    """Return what history says of a block: of itself when it ran often enough, else of its kind."""
    own = history.by_block.get((pack_id, block.id))
    if own is not None and own.count >= FEWEST:
        return _advice("This block", own, block, "runs")
    kind = history.by_kind.get(block.kind)
    if kind is not None and kind.count >= FEWEST:
        return _advice(f"Your {_KIND_WORDS[block.kind]}", kind, block, "run")
    return None


def _advice(subject: str, habit: Habit, block: Block, verb: str) -> Advice:
    middle, least, most = (
        int(abs(s) / 60 + 0.5) * (1 if s >= 0 else -1)
        for s in (habit.middle_s, habit.least_s, habit.most_s)
    )
    words = (
        f"{subject} {verb} {_signed(middle)} min "
        f"(n = {habit.count}, range {_signed(least)} to {_signed(most)})"
    )
    planned = round(block.planned_s / 60)
    wanted = max(round(block.minimum_s / 60), planned + middle)
    can_change = middle and not block.steps and wanted != planned
    return Advice(words, wanted if can_change else None)


def _signed(minutes: int) -> str:
    return f"+{minutes}" if minutes > 0 else f"−{-minutes}" if minutes < 0 else "0"
