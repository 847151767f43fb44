"""Changing the plan while it runs: every call is one act and one undo; the template stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_studio.domain.account import Account, account
from workshop_studio.domain.agenda import Block, BlockKind, WhenLate
from workshop_studio.domain.plan_change import ChangeKind, PlanChange
from workshop_studio.domain.run import RunPhase
from workshop_studio.domain.run_log import Act, DelayReason
from workshop_studio.services.run_holder import with_teams

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_studio.domain.moment import Moment
    from workshop_studio.services.run_holder import RunHolder


class PlanActs:
    """What can be done to the plan of the run. `at`: the moment of the press."""

    def __init__(self, holder: RunHolder, new_id: Callable[[], str]) -> None:
        self._holder = holder
        self._new_id = new_id

    def apply(self, changes: tuple[PlanChange, ...], at: Moment | None = None) -> None:
        """Apply changes as one act; refused as a whole when one of them is."""
        self._holder.append(Act.PLAN, at, changes=changes)

    def push(
        self, minutes: float, *, is_rest: bool, block_id: str = "", at: Moment | None = None
    ) -> None:
        """Push a block (the running one when none is named), or it and everything later."""
        kind = ChangeKind.PUSH_REST if is_rest else ChangeKind.PUSH
        self.apply((PlanChange(kind, block_id or self._running(), minutes * 60.0),), at)

    def skip(self, block_id: str, at: Moment | None = None) -> None:
        """Leave a block out without deleting it."""
        self.apply((PlanChange(ChangeKind.SKIP, block_id),), at)

    def restore(self, block_id: str, at: Moment | None = None) -> None:
        """Take a skipped block in again."""
        self.apply((PlanChange(ChangeKind.RESTORE, block_id),), at)

    def move(self, block_id: str, before_id: str = "", at: Moment | None = None) -> None:
        """Put a waiting block before another one, or at the end."""
        self.apply((PlanChange(ChangeKind.MOVE, block_id, before_id=before_id),), at)

    def add(
        self,
        title: str,
        minutes: float,
        kind: BlockKind = BlockKind.ACTIVITY,
        before_id: str = "",
        at: Moment | None = None,
    ) -> str:
        """Add a block on the fly; return its id."""
        block = Block(
            id=f"added-{self._new_id()}",
            kind=kind,
            title=title.strip(),
            planned_s=round(minutes * 60),
            minimum_s=0,
            when_late=WhenLate.SHRINK,
            cut_first="",
            is_protected=False,
            fixed_start_s=None,
            grouping="",
            exercise="",
            stage_title="",
            stage_lines=(),
            facilitator_note="",
            answer_key="",
            materials=(),
            capture="",
            journal_prompt="",
            scenario="",
            steps=(),
        )
        change = PlanChange(ChangeKind.ADD, block.id, before_id=before_id, block=block)
        self.apply((change,), at)
        return block.id

    def give_reason(
        self, reason: DelayReason, block_id: str = "", at: Moment | None = None
    ) -> None:
        """Note in one tap why a block takes longer."""
        self._holder.append(Act.REASON, at, block_id=block_id or self._running(), text=reason.value)

    def accept_late_start(self, at: Moment | None = None) -> None:
        """Shift the whole plan by how late the session began; it is no lateness any more."""
        held = self._holder.require()
        now = held.at(at or self._holder.clock.now())
        late_s = now.projection().started_late_s
        self._holder.append(Act.BASELINE, at, seconds=float(round(late_s)))

    def account(self) -> Account:
        """Return where the minutes went up to now."""
        held = self._holder.require()
        now = held.at(self._holder.clock.now())
        session = now.session
        return account(session.agenda, session.start_utc, now.run, now.room_s, now.utc)

    def refresh(self) -> None:
        """Take over the stored plan while the session has not begun."""
        held = self._holder.held
        if held is None or held.run.phase is not RunPhase.READY:
            return
        with self._holder.unit_of_work.reading() as work:
            session = with_teams(work.sessions.get(held.session.id), work)
            record = work.runs.get(held.run_id)
        self._holder.hold(session, record)

    def news(self) -> tuple[PlanChange, ...]:
        """Return what was changed in Plan since the session began and can still be taken over."""
        held = self._holder.held
        if held is None or not held.run.is_on:
            return ()
        with self._holder.unit_of_work.reading() as work:
            stored = work.sessions.get(held.session.id)
        planned = {block.id: block.planned_s for block in stored.agenda.blocks}
        changes = []
        for one in held.run.blocks:
            new = planned.get(one.block.id)
            now_s = one.countdown.planned_s + one.countdown.added_s
            is_open = one.ended_s is None
            if new is not None and is_open and new != one.block.planned_s and new != now_s:
                changes.append(PlanChange(ChangeKind.EXTEND, one.block.id, new - now_s))
        return tuple(changes)

    def _running(self) -> str:
        return self._holder.require().run.running.block.id
