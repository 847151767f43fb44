"""After a session: what was planned against what happened, with the reasons that were noted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop_studio.domain.account import account
from workshop_studio.domain.projection import BlockState, lateness_words
from workshop_studio.domain.replay import state
from workshop_studio.domain.run import RunPhase, room_times
from workshop_studio.domain.staging import RunNow, clock_time

if TYPE_CHECKING:
    from datetime import datetime

    from workshop_studio.domain.account import Account, BlockAccount
    from workshop_studio.domain.run_log import LogEntry
    from workshop_studio.domain.session import PlannedSession

# Less than this is nobody's business: the next block begins within it anyway.
WORTH_A_WORD_S = 30.0


@dataclass(frozen=True, slots=True)
class DebriefRow:
    """One block. planned, actual: minutes in words; difference: "+4", "−2", "" for as planned."""

    title: str
    planned: str
    actual: str
    difference: str
    is_longer: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Debrief:
    """A session that ended.

    headline: such as "12 min behind, ended 16:12". causes: where the minutes went, the largest
    first, such as "Risk-question relay ran 6 min over (discussion)".
    """

    title: str
    headline: str
    rows: tuple[DebriefRow, ...]
    causes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ended:
    """A run after its end: everything that later readings need."""

    session: PlannedSession
    account: Account
    ended: datetime
    behind_s: float


def ended_run(session: PlannedSession, log: tuple[LogEntry, ...]) -> Ended | None:
    """Return the account of a run, None while it has not ended."""
    run = state(session.agenda, log)
    if run.phase is not RunPhase.ENDED or run.finished_s is None:
        return None
    last, room_s = log[-1], room_times(log)[-1]
    now = RunNow(session, run, room_s, last.at.utc)
    seen = now.projection()
    kept = account(session.agenda, session.start_utc, run, room_s, last.at.utc)
    return Ended(session, kept, seen.projected_end, seen.behind_s)


def debrief(run: Ended) -> Debrief:
    """Return an ended run in words."""
    at = clock_time(run.ended, run.session.zone)
    return Debrief(
        title=run.session.agenda.title,
        headline=f"{lateness_words(run.behind_s)}, ended {at}",
        rows=tuple(_row(block) for block in run.account.blocks),
        causes=_causes(run.account),
    )


def _row(block: BlockAccount) -> DebriefRow:
    if block.state is BlockState.SKIPPED and block.actual_s < WORTH_A_WORD_S:
        return DebriefRow(
            block.title, _minutes(block.planned_s), "skipped", "", is_longer=False, reasons=()
        )
    difference = block.actual_s - block.planned_s
    words = ""
    if abs(difference) >= WORTH_A_WORD_S:
        words = f"{'+' if difference > 0 else '−'}{_minutes(abs(difference))}"
    return DebriefRow(
        block.title,
        _minutes(block.planned_s),
        _minutes(block.actual_s),
        words,
        is_longer=difference > 0,
        reasons=block.reasons,
    )


def _minutes(seconds: float) -> str:
    return str(int(seconds / 60 + 0.5))


def _causes(kept: Account) -> tuple[str, ...]:
    found: list[tuple[float, str]] = []

    def note(seconds: float, words: str) -> None:
        if seconds >= WORTH_A_WORD_S:
            found.append((seconds, words))

    start = kept.start_late_s
    note(start, f"Started {_minutes(start)} min late")
    note(-start, f"Started {_minutes(-start)} min early")
    for block in kept.blocks:
        why = f" ({', '.join(dict.fromkeys(block.reasons))})" if block.reasons else ""
        grown = block.over_s + max(0.0, block.added_s)
        saved = block.early_s + max(0.0, -block.added_s)
        note(grown - saved, f"{block.title} took {_minutes(grown - saved)} min longer{why}")
        note(saved - grown, f"{block.title} gave {_minutes(saved - grown)} min back")
        note(block.paused_s, f"{block.title} stood still for {_minutes(block.paused_s)} min")
        note(block.skipped_s, f"{block.title} was left out: {_minutes(block.skipped_s)} min")
    free = sum(block.gap_used_s for block in kept.blocks)
    note(free, f"Free time before fixed blocks gave {_minutes(free)} min")
    return tuple(words for _, words in sorted(found, key=lambda pair: -pair[0]))
