"""Changes of the plan while it runs, each one act with a toast and an undo; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.projection import BlockState
from workshop_studio.domain.timer import TimerPhase
from workshop_studio.ui.console import agenda_offers as can

if TYPE_CHECKING:
    from workshop_studio.domain.agenda import BlockKind
    from workshop_studio.domain.console import ConsoleReading
    from workshop_studio.domain.console_rows import AgendaRow
    from workshop_studio.domain.run_log import DelayReason
    from workshop_studio.ui.console.desk import Desk

MOST_MINUTES = 600
_GIVEN = {can.MORE_1: 1, can.MORE_5: 5, can.LESS_1: -1}


class AgendaPresenter:
    """Knows the rows that are shown, and does to a block what was chosen for it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._reading: ConsoleReading | None = None

    def show_reading(self, reading: ConsoleReading | None) -> None:
        """Remember the rows."""
        self._reading = reading

    def choose(self, block_id: str, offer_id: str) -> None:
        """Do what the menu of a block offered; what needs a number is asked on the page."""
        if offer_id in _GIVEN:
            self.give(block_id, _GIVEN[offer_id])
        elif offer_id == can.SKIP:
            self.skip(block_id)
        elif offer_id == can.RESTORE:
            self.restore(block_id)
        elif offer_id in {can.UP, can.DOWN}:
            self.move(block_id, -1 if offer_id == can.UP else 1)

    def give(self, block_id: str, minutes: float) -> None:
        """Give a block minutes more, or fewer."""
        row = self._row(block_id)
        if row is None or not minutes:
            return
        now = row.minutes + minutes
        self._desk.do(
            lambda live, at: live.extend(minutes * 60.0, block_id, at),
            f"{row.title}: {now:g} min instead of {row.minutes}",
        )

    def set_minutes(self, block_id: str, text: str) -> None:
        """Make a block as long as was typed."""
        row, minutes = self._row(block_id), _minutes(text)
        if row is None:
            return
        if minutes is None:
            self._desk.failed(RuleBroken("minutes-not-a-number", most=str(MOST_MINUTES)))
        else:
            self.give(block_id, minutes - row.minutes)

    def skip(self, block_id: str) -> None:
        """Leave a block out."""
        row = self._row(block_id)
        if row is not None:
            said = f"{row.title} is skipped"
            self._desk.do(lambda live, at: live.plan.skip(block_id, at), said)

    def restore(self, block_id: str) -> None:
        """Take a skipped block in again."""
        row = self._row(block_id)
        if row is not None:
            said = f"{row.title} is in the plan again"
            self._desk.do(lambda live, at: live.plan.restore(block_id, at), said)

    def move(self, block_id: str, step: int) -> None:
        """Move a block up (-1) or down (1)."""
        rows = self._reading.rows if self._reading is not None else ()
        before = can.before_of(rows, block_id, step)
        if before is not None:
            self.put_before(block_id, before)

    def put_before(self, block_id: str, before_id: str) -> None:
        """Put a block before another one, "" for the end."""
        row, before = self._row(block_id), self._row(before_id)
        if row is None or block_id == before_id or self._stands_before(block_id, before_id):
            return
        where = f"before {before.title}" if before is not None else "at the end"
        said = f"{row.title} comes {where}"
        self._desk.do(lambda live, at: live.plan.move(block_id, before_id, at), said)

    def push(self, block_id: str, text: str, *, is_rest: bool) -> None:
        """Push a block, or it and everything later, by the minutes that were typed."""
        row, minutes = self._row(block_id), _minutes(text)
        if row is None:
            return
        if not minutes:
            self._desk.failed(RuleBroken("minutes-not-a-number", most=str(MOST_MINUTES)))
            return
        what = f"{row.title} and all later" if is_rest else row.title
        said = f"{what} pushed by {minutes:g} min"
        self._desk.do(
            lambda live, at: live.plan.push(minutes, is_rest=is_rest, block_id=block_id, at=at),
            said,
        )

    def add(self, title: str, text: str, kind: BlockKind, before_id: str) -> None:
        """Add a block on the fly."""
        minutes = _minutes(text)
        if not title.strip():
            self._desk.failed(RuleBroken("name-missing"))
        elif not minutes:
            self._desk.failed(RuleBroken("minutes-not-a-number", most=str(MOST_MINUTES)))
        else:
            said = f"{title.strip()} added, {minutes:g} min"
            self._desk.do(lambda live, at: live.plan.add(title, minutes, kind, before_id, at), said)

    def give_reason(self, reason: DelayReason) -> None:
        """Note why the running block takes longer; once is enough."""
        reading = self._reading
        if reading is None or reason.value in reading.reasons:
            return
        said = f"Noted for {reading.block.title}: {reason.value}"
        self._desk.do(lambda live, at: live.plan.give_reason(reason, at=at), said)

    def _row(self, block_id: str) -> AgendaRow | None:
        rows = self._reading.rows if self._reading is not None else ()
        return next((row for row in rows if row.block_id == block_id), None)

    def _stands_before(self, block_id: str, before_id: str) -> bool:
        ids = [row.block_id for row in self._reading.rows] if self._reading is not None else []
        following = [*ids, ""][ids.index(block_id) + 1]
        return following == before_id


def wants_reason(reading: ConsoleReading) -> bool:
    """Return whether something about the running block is worth a reason of delay."""
    row = next((row for row in reading.rows if row.state is BlockState.RUNNING), None)
    if row is None:
        return False
    is_over = reading.timer_phase is TimerPhase.OVER or reading.clock.startswith("+")
    is_longer = row.minutes * 60 > reading.block.planned_s + 30
    is_late_start = bool(reading.asks.started_late) and reading.block_number == 1
    return is_over or is_longer or is_late_start or bool(reading.reasons)


def _minutes(text: str) -> float | None:
    """Return the minutes of a text such as "12" or "7,5", None when it is none of ours."""
    try:
        minutes = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return minutes if 0 <= minutes <= MOST_MINUTES else None
