from __future__ import annotations

import hashlib
import sqlite3

import pytest
from sqlalchemy import inspect

from workshop_studio.domain.errors import StorageUnavailable
from workshop_studio.storage.engine import APPLICATION_ID, make_engine
from workshop_studio.storage.rows import Base
from workshop_studio.storage.workspace_file import open_workspace


def digest(folder):
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir()}


def refused(path, code, **options):
    before = digest(path.parent) if path.parent.exists() else {}
    with pytest.raises(StorageUnavailable) as error:
        open_workspace(path, **options)
    assert error.value.code == code
    assert (digest(path.parent) if path.parent.exists() else {}) == before


def test_a_first_start_makes_the_file_and_its_folder(tmp_path):
    path = tmp_path / "new" / "here.sqlite"
    open_workspace(path).close()
    assert path.exists()
    open_workspace(path).close()


def test_the_pragmas_are_what_they_should_be(tmp_path):
    work = open_workspace(tmp_path / "a.sqlite")
    with make_engine(work.path).connect() as connection:

        def read(name):
            return connection.exec_driver_sql(f"PRAGMA {name}").scalar()

        assert read("foreign_keys") == 1
        assert read("journal_mode") == "wal"
        assert read("synchronous") == 2
        assert read("busy_timeout") == 5000
        assert read("secure_delete") == 1
        assert read("application_id") == APPLICATION_ID
    work.close()


def test_a_missing_file_is_not_made_where_that_was_not_asked(tmp_path):
    refused(tmp_path / "gone.sqlite", "workspace-missing", create=False)


def test_any_other_file_is_left_alone(tmp_path):
    path = tmp_path / "letter.sqlite"
    path.write_text("Dear all, this is no database.")
    refused(path, "workspace-not-ours")


def test_another_database_is_left_alone(tmp_path):
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    connection.close()
    refused(path, "workspace-not-ours")


def test_a_damaged_file_is_left_alone(tmp_path):
    path = tmp_path / "a.sqlite"
    open_workspace(path).close()
    whole = bytearray(path.read_bytes())
    whole[4096:12288] = b"\xff" * 8192
    path.write_bytes(whole)
    refused(path, "workspace-damaged")


def test_a_file_of_a_newer_app_is_left_alone(tmp_path):
    path = tmp_path / "a.sqlite"
    open_workspace(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    refused(path, "workspace-newer")


def test_a_read_only_file_is_left_alone(tmp_path):
    path = tmp_path / "a.sqlite"
    open_workspace(path).close()
    path.chmod(0o444)
    refused(path, "workspace-read-only")


def test_a_folder_is_not_a_workspace(tmp_path):
    with pytest.raises(StorageUnavailable) as error:
        open_workspace(tmp_path)
    assert error.value.code == "workspace-not-ours"


def test_a_locked_file_is_named_as_locked(tmp_path):
    path = tmp_path / "a.sqlite"
    open_workspace(path).close()
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("PRAGMA journal_mode = DELETE")
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    holder.execute("UPDATE alembic_version SET version_num = '0001'")
    try:
        refused(path, "workspace-locked")
    finally:
        holder.execute("ROLLBACK")
        holder.close()


def test_migrations_build_what_the_rows_describe(tmp_path):
    work = open_workspace(tmp_path / "a.sqlite")
    engine = make_engine(work.path)
    seen = inspect(engine)
    for table in Base.metadata.sorted_tables:
        columns = {c["name"]: c["nullable"] for c in seen.get_columns(table.name)}
        assert columns == {c.name: c.nullable for c in table.columns}, table.name
        keys = {
            (k["constrained_columns"][0], k["referred_table"])
            for k in seen.get_foreign_keys(table.name)
        }
        assert keys == {
            (c.name, f.column.table.name) for c in table.columns for f in c.foreign_keys
        }
        assert {i["name"] for i in seen.get_indexes(table.name)} == {i.name for i in table.indexes}
    assert set(seen.get_table_names()) == {*Base.metadata.tables, "alembic_version"}
    engine.dispose()
    work.close()
