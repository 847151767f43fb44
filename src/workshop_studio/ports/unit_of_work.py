"""One transaction: all of it happens or none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from workshop_studio.domain.cohort import Cohort
    from workshop_studio.domain.session import PlannedSession
    from workshop_studio.ports.stores import (
        CapstoneStore,
        CohortStore,
        FeedbackStore,
        JournalStore,
        NoteStore,
        RunStore,
        ScenarioPlayStore,
        SessionStore,
        SettingStore,
    )


class SessionReader(Protocol):
    """Finds one planned session."""

    def get(self, session_id: str) -> PlannedSession:
        """Return a session; raises RuleBroken("not-found")."""
        ...


class CohortReader(Protocol):
    """Finds one cohort."""

    def get(self, cohort_id: str) -> Cohort:
        """Return a cohort; raises RuleBroken("not-found")."""
        ...


class RunWork(Protocol):
    """As much of `Work` as a live run needs; a rehearsal has no more than this, in memory."""

    @property
    def cohorts(self) -> CohortReader:
        """Cohorts, for their teams."""
        ...

    @property
    def sessions(self) -> SessionReader:
        """Planned sessions."""
        ...

    @property
    def runs(self) -> RunStore:
        """Logs of live runs."""
        ...

    def commit(self) -> None:
        """Make everything since the start lasting."""
        ...


class RunUnitOfWork(Protocol):
    """Opens the transactions of a live run; every `UnitOfWork` is one."""

    def reading(self) -> AbstractContextManager[RunWork]:
        """Open a transaction that only reads."""
        ...

    def writing(self) -> AbstractContextManager[RunWork]:
        """Open a transaction that may write."""
        ...


class Work(Protocol):
    """The stores inside one transaction; leaving without `commit` rolls back."""

    @property
    def cohorts(self) -> CohortStore:
        """Cohorts, people and teams."""
        ...

    @property
    def sessions(self) -> SessionStore:
        """Planned sessions."""
        ...

    @property
    def runs(self) -> RunStore:
        """Logs of live runs."""
        ...

    @property
    def capstones(self) -> CapstoneStore:
        """Capstones of teams."""
        ...

    @property
    def feedback(self) -> FeedbackStore:
        """Feedback on capstones."""
        ...

    @property
    def journals(self) -> JournalStore:
        """Sealed journals."""
        ...

    @property
    def plays(self) -> ScenarioPlayStore:
        """Played scenarios."""
        ...

    @property
    def notes(self) -> NoteStore:
        """The facilitator's own notes."""
        ...

    @property
    def settings(self) -> SettingStore:
        """Settings of the workspace."""
        ...

    def commit(self) -> None:
        """Make everything since the start lasting."""
        ...


class UnitOfWork(Protocol):
    """Opens transactions. Only public methods of services do so."""

    def reading(self) -> AbstractContextManager[Work]:
        """Open a transaction that only reads."""
        ...

    def writing(self) -> AbstractContextManager[Work]:
        """Open a transaction that may write; it holds the write lock from its start."""
        ...
