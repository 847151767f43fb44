"""A session that has a place in a cohort's calendar, with the agenda as it was planned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from workshop_studio.domain.agenda import Agenda


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """One session of a cohort.

    start_utc: aware. zone: IANA name in which its times are shown. The agenda is a copy taken when
    the session was planned, so that a changed or deleted pack changes no planned session.
    """

    id: str
    cohort_id: str
    pack_id: str
    title: str
    start_utc: datetime
    zone: str
    agenda: Agenda
    revision: int = 1
