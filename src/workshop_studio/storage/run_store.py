"""Run logs in the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError

from workshop_studio.domain.errors import RuleBroken, StaleEdit
from workshop_studio.domain.moment import Moment
from workshop_studio.domain.run_log import Act, LogEntry
from workshop_studio.ports.stores import RunRecord
from workshop_studio.storage.engine import is_taken
from workshop_studio.storage.plan_json import (
    decode_changes,
    decode_plan,
    encode_changes,
    encode_plan,
)
from workshop_studio.storage.rows import LogRow, RunRow
from workshop_studio.storage.times import from_text, to_text

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from workshop_studio.domain.session import PlannedSession


class SqlRunStore:
    """Append-only logs of live runs."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def create(self, run_id: str, session_id: str, created_utc: datetime) -> None:
        """Open an empty log."""
        order = self._session.scalar(select(func.max(RunRow.created_order))) or 0
        self._session.add(
            RunRow(
                id=run_id,
                session_id=session_id,
                created_utc=to_text(created_utc),
                created_order=order + 1,
                last_alive_utc=None,
            )
        )
        self._session.flush()

    def append(self, run_id: str, entry: LogEntry) -> None:
        """Add one line; raises StaleEdit when its seq is already taken."""
        self._session.add(
            LogRow(
                run_id=run_id,
                seq=entry.seq,
                act=entry.act.value,
                utc=to_text(entry.at.utc),
                monotonic_s=entry.at.monotonic_s,
                clock_id=entry.at.clock_id,
                block_id=entry.block_id,
                seconds=entry.seconds,
                text=entry.text,
                is_on=entry.is_on,
                target_seq=entry.target_seq,
                item=entry.item,
                changes=encode_changes(entry.changes),
            )
        )
        try:
            self._session.flush()
        except IntegrityError as error:
            # A run that is not there would be our mistake, not somebody else's edit.
            if is_taken(error):
                raise StaleEdit("run log") from error
            raise

    def keep_plan(self, run_id: str, session: PlannedSession) -> None:
        """Keep the session as it is planned now beside the log; later plans change no run."""
        wanted = update(RunRow).where(RunRow.id == run_id)
        self._session.execute(wanted.values(plan=encode_plan(session)))

    def get(self, run_id: str) -> RunRecord:
        """Return a run; raises RuleBroken("not-found")."""
        row = self._session.get(RunRow, run_id)
        if row is None:
            raise RuleBroken("not-found", thing="run")
        return self._record(row)

    def newest(self) -> RunRecord | None:
        """Return the run that was created last, None when there was never one."""
        row = self._session.scalar(select(RunRow).order_by(RunRow.created_order.desc()).limit(1))
        return None if row is None else self._record(row)

    def newest_of(self, session_id: str) -> RunRecord | None:
        """Return the last created run of one session, None when there was never one."""
        wanted = select(RunRow).where(RunRow.session_id == session_id)
        row = self._session.scalar(wanted.order_by(RunRow.created_order.desc()).limit(1))
        return None if row is None else self._record(row)

    def all(self) -> tuple[RunRecord, ...]:
        """Return every run, the oldest first."""
        rows = self._session.scalars(select(RunRow).order_by(RunRow.created_order))
        return tuple(self._record(row) for row in rows)

    def beat(self, run_id: str, moment: Moment) -> None:
        """Note that the app was alive at this moment."""
        self._session.execute(
            update(RunRow).where(RunRow.id == run_id).values(last_alive_utc=to_text(moment.utc))
        )

    def _record(self, row: RunRow) -> RunRecord:
        rows = self._session.scalars(
            select(LogRow).where(LogRow.run_id == row.id).order_by(LogRow.seq)
        )
        alive = None if row.last_alive_utc is None else from_text(row.last_alive_utc)
        log = tuple(_entry(r) for r in rows)
        return RunRecord(row.id, row.session_id, log, alive, decode_plan(row.plan))


def _entry(row: LogRow) -> LogEntry:
    return LogEntry(
        seq=row.seq,
        act=Act(row.act),
        at=Moment(from_text(row.utc), row.monotonic_s, row.clock_id),
        block_id=row.block_id,
        seconds=row.seconds,
        text=row.text,
        is_on=row.is_on,
        target_seq=row.target_seq,
        item=row.item,
        changes=decode_changes(row.changes),
    )
