"""One transaction: all of it happens or none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

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
