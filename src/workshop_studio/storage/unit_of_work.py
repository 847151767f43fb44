"""Transactions on the workspace: reading, or writing with the lock held from the start."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from workshop_studio.storage.capstone_store import SqlCapstoneStore, SqlFeedbackStore
from workshop_studio.storage.cohort_store import SqlCohortStore
from workshop_studio.storage.engine import translated
from workshop_studio.storage.journal_store import SqlJournalStore
from workshop_studio.storage.note_store import SqlNoteStore
from workshop_studio.storage.run_store import SqlRunStore
from workshop_studio.storage.session_store import SqlPlayStore, SqlSessionStore, SqlSettingStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine


class SqlWork:
    """The stores of one transaction."""

    def __init__(self, session: Session, connection: Connection) -> None:
        self._session = session
        self._connection = connection
        self.is_committed = False

    @cached_property
    def cohorts(self) -> SqlCohortStore:
        """Cohorts, people and teams."""
        return SqlCohortStore(self._session)

    @cached_property
    def sessions(self) -> SqlSessionStore:
        """Planned sessions."""
        return SqlSessionStore(self._session)

    @cached_property
    def runs(self) -> SqlRunStore:
        """Logs of live runs."""
        return SqlRunStore(self._session)

    @cached_property
    def capstones(self) -> SqlCapstoneStore:
        """Capstones of teams."""
        return SqlCapstoneStore(self._session)

    @cached_property
    def feedback(self) -> SqlFeedbackStore:
        """Feedback on capstones."""
        return SqlFeedbackStore(self._session)

    @cached_property
    def journals(self) -> SqlJournalStore:
        """Sealed journals."""
        return SqlJournalStore(self._session)

    @cached_property
    def plays(self) -> SqlPlayStore:
        """Played scenarios."""
        return SqlPlayStore(self._session)

    @cached_property
    def notes(self) -> SqlNoteStore:
        """The facilitator's own notes."""
        return SqlNoteStore(self._session)

    @cached_property
    def settings(self) -> SqlSettingStore:
        """Settings of the workspace."""
        return SqlSettingStore(self._session)

    def commit(self) -> None:
        """Make everything since the start lasting."""
        self._session.flush()
        self._connection.exec_driver_sql("COMMIT")
        self.is_committed = True


class SqlUnitOfWork:
    """Opens transactions on one workspace file."""

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self.path = path

    @contextmanager
    def reading(self) -> Iterator[SqlWork]:
        """Open a transaction that only reads; SQLite itself refuses whatever it would write."""
        with translated(self.path), self._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA query_only = ON")
            try:
                with _transaction(connection, "BEGIN") as work:
                    yield work
            except OperationalError as error:
                # Our mistake: it must not sound as if the disk were to blame.
                if "readonly" in str(error.orig):
                    raise RuntimeError("a reading transaction was asked to write") from error
                raise
            finally:
                connection.exec_driver_sql("PRAGMA query_only = OFF")

    @contextmanager
    def writing(self) -> Iterator[SqlWork]:
        """Open a transaction that may write; it holds the write lock from its start."""
        with (
            translated(self.path),
            self._engine.connect() as connection,
            _transaction(connection, "BEGIN IMMEDIATE") as work,
        ):
            yield work

    def close(self) -> None:
        """Let go of the file; side files are folded in and removed by SQLite."""
        self._engine.dispose()


@contextmanager
def _transaction(connection: Connection, begin: str) -> Iterator[SqlWork]:
    connection.exec_driver_sql(begin)
    with Session(bind=connection, autoflush=True) as session:
        work = SqlWork(session, connection)
        try:
            yield work
        finally:
            session.expunge_all()
            # A refused statement may have ended the transaction already.
            driver = connection.connection.driver_connection
            if not work.is_committed and getattr(driver, "in_transaction", False):
                connection.exec_driver_sql("ROLLBACK")
