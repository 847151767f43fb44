"""Where the minutes went: what made a session end late or early, to the second.

The terms add up to the lateness (statement P9): start lateness, overruns, pauses and added time,
less what finished early, was skipped, and what buffers and waiting times gave up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop_studio.domain.agenda import BlockKind
from workshop_studio.domain.projection import BlockState, moment_of, spans
from workshop_studio.domain.run import elapsed_s

if TYPE_CHECKING:
    from datetime import datetime

    from workshop_studio.domain.agenda import Agenda
    from workshop_studio.domain.projection import Span
    from workshop_studio.domain.run import BlockRun, RunState


@dataclass(frozen=True, slots=True)
class BlockAccount:
    """One block, in seconds.

    planned_s: 0 for a block that is not in the plan. actual_s: used and still needed. added_s:
    minutes given or taken, and the whole of a block that was added. over_s, early_s: against
    planned and added. paused_s: standing still. buffer_s: what a buffer gave up. reasons: as noted.
    """

    block_id: str
    title: str
    kind: BlockKind
    state: BlockState
    planned_s: float
    actual_s: float
    added_s: float
    over_s: float
    early_s: float
    paused_s: float
    skipped_s: float
    buffer_s: float
    gap_used_s: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """A session, in seconds. start_late_s is negative for one that began early."""

    start_late_s: float
    blocks: tuple[BlockAccount, ...]

    @property
    def behind_s(self) -> float:
        """Return the sum of all terms: how late the session ends."""
        return self.start_late_s + sum(
            b.over_s + b.paused_s + b.added_s - b.early_s - b.skipped_s - b.buffer_s - b.gap_used_s
            for b in self.blocks
        )


def account(
    agenda: Agenda, planned_start: datetime, run: RunState, room_s: float, now_utc: datetime
) -> Account:
    """Return where the minutes went up to now, what still waits counted as projected."""
    room_s, now_utc = moment_of(run, room_s, now_utc)
    now_s = (now_utc - planned_start).total_seconds()
    walked = spans(agenda, run, room_s, now_s)
    begun = [one.started_s for one in run.blocks if one.started_s is not None]
    if begun:
        late = now_s - (room_s - min(begun)) - run.baseline_s
    else:
        late = max(0.0, now_s - run.baseline_s)
    gaps = _planned_gaps(walked, run.baseline_s)
    blocks = (_block(s, gaps[s.one.block.id], run, room_s, now_s) for s in walked)
    return Account(late, tuple(blocks))


def _planned_gaps(walked: tuple[Span, ...], shift_s: float) -> dict[str, float]:
    """Return the free seconds before each block in the plan, whatever its present order."""
    gaps, at = {}, shift_s
    for span in sorted(walked, key=lambda s: (s.due, s.due_end)):
        gaps[span.one.block.id] = max(0.0, span.due - at)
        at = max(at, span.due_end)
    return gaps


def _block(
    span: Span, planned_gap_s: float, run: RunState, room_s: float, now_s: float
) -> BlockAccount:
    one = span.one
    planned = 0.0 if one.is_added else float(one.block.planned_s)
    used, paused = elapsed_s(one, room_s), _paused(one, room_s)
    allotted = one.countdown.planned_s + one.countdown.added_s
    over = early = skipped = buffer = 0.0
    added = allotted - planned
    if span.state is BlockState.SKIPPED:
        skipped, actual = allotted - used, used
    elif span.state is BlockState.WAITING:
        actual = used + span.end - span.begin
        if one.block.kind is BlockKind.BUFFER:
            buffer = allotted - actual
        else:
            over = max(0.0, actual - allotted)
    else:
        actual = used if span.state is BlockState.DONE else used + span.end - now_s
        over, early = max(0.0, actual - allotted), max(0.0, allotted - actual)
        if span.state is BlockState.RUNNING and one.block.kind is BlockKind.BUFFER:
            early, buffer = 0.0, early
    return BlockAccount(
        block_id=one.block.id,
        title=one.block.title,
        kind=one.block.kind,
        state=span.state,
        planned_s=planned,
        actual_s=actual,
        added_s=added,
        over_s=over,
        early_s=early,
        paused_s=paused,
        skipped_s=skipped,
        buffer_s=buffer,
        gap_used_s=planned_gap_s - span.spare,
        reasons=tuple(reason for block_id, reason in run.reasons if block_id == one.block.id),
    )


def _paused(one: BlockRun, room_s: float) -> float:
    since = one.paused_since_s
    return one.paused_s + (0.0 if since is None else max(0.0, room_s - since))
