"""What became of sessions: the debrief of one, and what all of them say about the next plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_studio.domain.debrief import Debrief, Ended, debrief, ended_run
from workshop_studio.domain.history import History, history_of

if TYPE_CHECKING:
    from workshop_studio.ports.stores import RunRecord
    from workshop_studio.ports.unit_of_work import UnitOfWork, Work


class DebriefService:
    """A public method is one transaction; call them on the lane."""

    def __init__(self, unit_of_work: UnitOfWork) -> None:
        self._unit_of_work = unit_of_work

    def of_session(self, session_id: str) -> Debrief | None:
        """Return the debrief of the session's newest run that ended, None before there is one."""
        with self._unit_of_work.reading() as work:
            ended = [_ended(r, work) for r in work.runs.all() if r.session_id == session_id]
        known = [run for run in ended if run is not None]
        return debrief(known[-1]) if known else None

    def history(self) -> History:
        """Return what all ended sessions of this workspace say."""
        with self._unit_of_work.reading() as work:
            runs = [_ended(record, work) for record in work.runs.all()]
        return history_of(run for run in runs if run is not None)


def _ended(record: RunRecord, work: Work) -> Ended | None:
    return ended_run(record.plan or work.sessions.get(record.session_id), record.log)
