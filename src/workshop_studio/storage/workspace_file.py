"""Opening a workspace file: ours, whole, not too new? Look first, then touch."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from workshop_studio.domain.errors import StorageUnavailable
from workshop_studio.storage.engine import APPLICATION_ID, make_engine, translated
from workshop_studio.storage.unit_of_work import SqlUnitOfWork

if TYPE_CHECKING:
    from sqlalchemy import Engine

# Schema versions this app can open, oldest first; the last is what it writes.
REVISIONS = ("0001", "0002", "0003")
_MAGIC = b"SQLite format 3\x00"
# SQLite takes 512 bytes with the names of its side files, and says no more than "unable to open".
_LONGEST_PATH = 504


def open_workspace(path: Path, *, create: bool = True) -> SqlUnitOfWork:
    """Return the workspace of a file, made when missing and brought to this app's schema.

    Raises StorageUnavailable: workspace-missing, workspace-not-ours, workspace-damaged,
    workspace-newer, workspace-read-only, workspace-locked, workspace-failed,
    workspace-name-too-long. A file that is refused has not been written to.
    """
    path = path.expanduser().absolute()
    if not _exists(path):
        if not create:
            raise StorageUnavailable("workspace-missing", path=str(path))
        _prepare_folder(path)
        known: str | None = None
    else:
        known = inspect_file(path)
    engine = make_engine(path)
    try:
        with translated(path):
            if known is None:
                _claim(path)
            if known != REVISIONS[-1]:
                _migrate(engine, path, known)
            # Somebody may hold the file for good; better to know now than at the first word.
            with engine.connect() as connection:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                connection.exec_driver_sql("ROLLBACK")
    except StorageUnavailable:
        engine.dispose()
        raise
    return SqlUnitOfWork(engine, path)


def _exists(path: Path) -> bool:
    try:
        exists = path.exists()
    except OSError as error:
        code = "name-too-long" if error.errno == errno.ENAMETOOLONG else "failed"
        raise StorageUnavailable(f"workspace-{code}", path=str(path)) from error
    if len(os.fsencode(path)) > _LONGEST_PATH:
        raise StorageUnavailable("workspace-name-too-long", path=str(path))
    return exists


def inspect_file(path: Path) -> str | None:
    """Return the schema version of our file, None before its first; raises as open_workspace.

    Reads with SQLite's read-only mode and writes nothing, not even a side file.
    """
    # A folder, a device, a pipe: reading one might wait for ever.
    if not path.is_file():
        raise StorageUnavailable("workspace-not-ours", path=str(path))
    _require_writable(path)
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise StorageUnavailable("workspace-failed", path=str(path)) from error
    if not head:
        return None
    if head[:16] != _MAGIC:
        raise StorageUnavailable("workspace-not-ours", path=str(path))
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        # An id of 0 may still be ours when the file lost its head; anything else is somebody's.
        raise StorageUnavailable("workspace-not-ours", path=str(path))
    return _read_revision(path)


def _read_revision(path: Path) -> str | None:
    has_side_files = path.with_name(path.name + "-wal").exists()
    # Without side files nobody is inside, and an immutable look leaves none behind either.
    mode = "mode=ro" if has_side_files else "mode=ro&immutable=1"
    try:
        connection = sqlite3.connect(f"{path.as_uri()}?{mode}", uri=True, timeout=0.5)
        try:
            check = connection.execute("PRAGMA quick_check(1)").fetchone()
            if check[0] != "ok":
                raise StorageUnavailable("workspace-damaged", path=str(path))
            if connection.execute("SELECT name FROM sqlite_master").fetchone() is None:
                return None  # The first start ended before its first table.
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        finally:
            connection.close()
    except sqlite3.OperationalError as error:
        code = "workspace-locked" if "locked" in str(error) else "workspace-damaged"
        raise StorageUnavailable(code, path=str(path)) from error
    except sqlite3.DatabaseError as error:
        raise StorageUnavailable("workspace-damaged", path=str(path)) from error
    revision = str(row[0]) if row else ""
    if revision not in REVISIONS:
        raise StorageUnavailable("workspace-newer", path=str(path), revision=revision)
    return revision


def _require_writable(path: Path) -> None:
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise StorageUnavailable("workspace-read-only", path=str(path))
    if not path.stat().st_mode & 0o222:
        raise StorageUnavailable("workspace-read-only", path=str(path))


def _prepare_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageUnavailable("workspace-read-only", path=str(path)) from error
    if not os.access(path.parent, os.W_OK):
        raise StorageUnavailable("workspace-read-only", path=str(path))


def _claim(path: Path) -> None:
    # In the file itself before anything goes to the log beside it: after a crash the log may hold
    # every table, and only the head of the file tells whose it is.
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    finally:
        connection.close()


def _migrate(engine: Engine, path: Path, known: str | None) -> None:
    # Alembic takes longer to import than a current workspace takes to open.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    if known is not None:
        _copy_aside(path, known)
    config = Config()
    scripts = str(Path(__file__).parent / "migrations")
    # Alembic keeps its options in a format in which a percent sign begins a placeholder.
    config.set_main_option("script_location", scripts.replace("%", "%%"))
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.commit()


def _copy_aside(path: Path, revision: str) -> Path:
    target = path.with_name(f"{path.stem}.before-{REVISIONS[-1]}-from-{revision}{path.suffix}")
    number = 1
    while target.exists():
        number += 1
        target = path.with_name(f"{path.stem}.before-{REVISIONS[-1]}-{number}{path.suffix}")
    source = sqlite3.connect(path)
    try:
        copy = sqlite3.connect(target)
        try:
            source.backup(copy)
        finally:
            copy.close()
    finally:
        source.close()
    shutil.copystat(path, target)
    return target
