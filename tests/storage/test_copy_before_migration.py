"""Before a file is brought to a newer schema, a copy of it is put beside it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from workshop_studio.storage.workspace_file import REVISIONS, open_workspace

OLDEST = Path(__file__).resolve().parents[1] / "old_databases" / "0001.sqlite"


def tables(path):
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {name for (name,) in rows}


def test_a_copy_as_it_was_lies_beside_the_file_before_it_is_changed(tmp_path):
    path = shutil.copy(OLDEST, tmp_path / "autumn.sqlite")
    open_workspace(path, create=False).close()
    (copy,) = [one for one in tmp_path.iterdir() if "before" in one.name]
    assert copy.name == f"autumn.before-{REVISIONS[-1]}-from-0001.sqlite"
    assert "block_notes" not in tables(copy)
    assert "block_notes" in tables(path)
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM participants").fetchone() == (2,)


def test_a_file_of_the_present_schema_is_opened_without_a_copy(tmp_path):
    path = tmp_path / "autumn.sqlite"
    open_workspace(path).close()
    open_workspace(path).close()
    assert [one.name for one in tmp_path.iterdir()] == ["autumn.sqlite"]
