"""The connection to one SQLite file and its rules."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool

from workshop_studio.domain.errors import StorageUnavailable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Engine
    from sqlalchemy.exc import IntegrityError

# "WSst" read as a number: marks a database as a workspace of this app.
APPLICATION_ID = 0x57537374


def make_engine(path: Path) -> Engine:
    """Return an engine whose every connection has our pragmas and begins nothing by itself."""
    # A URL made of parts keeps "?" and "%" of a folder's name as they are.
    # Parameters are people's words; an error that repeats them would carry them into the log.
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, poolclass=QueuePool, pool_size=4, hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own type
    # The driver would begin transactions at moments of its own choice; ours begin where we say.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "foreign_keys = ON",
        "journal_mode = WAL",
        "busy_timeout = 5000",
        "synchronous = FULL",
        "secure_delete = ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def is_taken(error: IntegrityError) -> bool:
    """Return whether a row was refused because another one has its key already."""
    name = getattr(error.orig, "sqlite_errorname", "")
    return name in {"SQLITE_CONSTRAINT_PRIMARYKEY", "SQLITE_CONSTRAINT_UNIQUE"}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn the world's refusals into StorageUnavailable; our own mistakes rise as they are."""
    try:
        yield
    except (DatabaseError, sqlite3.Error) as error:
        # Errors of the pragmas reach us as the driver raised them.
        words = str(getattr(error, "orig", error)).casefold()
        for sign, code in (
            ("readonly", "workspace-read-only"),
            ("read-only", "workspace-read-only"),
            ("locked", "workspace-locked"),
            ("disk is full", "disk-full"),
            ("full", "disk-full"),
            ("malformed", "workspace-damaged"),
            ("not a database", "workspace-damaged"),
            ("unable to open", "workspace-failed"),
            ("disk i/o", "workspace-failed"),
        ):
            if sign in words:
                raise StorageUnavailable(code, path=str(path)) from error
        raise
