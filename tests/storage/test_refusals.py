from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager

import pytest
from sqlalchemy import Engine, event

from workshop_studio.domain.cohort import Cohort
from workshop_studio.domain.errors import StorageUnavailable
from workshop_studio.domain.journal import Lockbox
from workshop_studio.storage.workspace_file import open_workspace


@contextmanager
def every_connection_says(pragma):
    def say(connection):
        connection.connection.driver_connection.execute(f"PRAGMA {pragma}")

    event.listen(Engine, "engine_connect", say)
    try:
        yield
    finally:
        event.remove(Engine, "engine_connect", say)


@pytest.fixture
def path(tmp_path):
    open_workspace(tmp_path / "a.sqlite").close()
    return tmp_path / "a.sqlite"


def test_a_full_disk_is_named_and_what_was_there_stays(path):
    workspace = open_workspace(path)
    with workspace.writing() as work:
        work.settings.put("tone", "soft")
        work.commit()
    workspace.close()
    with every_connection_says("max_page_count = 60"):
        small = open_workspace(path)
        with pytest.raises(StorageUnavailable) as refused, small.writing() as work:
            work.settings.put("tone", "x" * 1_000_000)
        assert refused.value.code == "disk-full"
        with small.reading() as work:
            assert work.settings.get("tone") == "soft"
        small.close()


def test_a_file_that_turns_read_only_while_open_is_named(path):
    workspace = open_workspace(path)
    with (
        every_connection_says("query_only = ON"),
        pytest.raises(StorageUnavailable) as refused,
        workspace.writing() as work,
    ):
        work.settings.put("tone", "soft")
    workspace.close()
    assert refused.value.code == "workspace-read-only"


def test_a_writer_that_waited_in_vain_is_told_that_the_file_is_locked(path):
    workspace = open_workspace(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with (
            every_connection_says("busy_timeout = 20"),
            pytest.raises(StorageUnavailable) as refused,
            workspace.writing(),
        ):
            pass
        with workspace.reading() as work:
            assert work.settings.get("tone") is None
        other.execute("ROLLBACK")
    workspace.close()
    assert refused.value.code == "workspace-locked"


def test_our_own_mistakes_are_not_dressed_up_as_the_world(path):
    workspace = open_workspace(path)
    with pytest.raises(Exception, match="FOREIGN KEY") as broken, workspace.writing() as work:
        work.journals.save_lockbox(Lockbox("nobody", b"salt", 64, 1, 1, b"wrapped"))
    workspace.close()
    assert not isinstance(broken.value, StorageUnavailable)


def lose_a_cohort(workspace):
    with workspace.writing() as work:
        work.cohorts.add(Cohort("c1", "Lost"))
        raise ValueError("mine")


def test_after_an_error_the_workspace_goes_on(path):
    workspace = open_workspace(path)
    with pytest.raises(ValueError, match="mine"):
        lose_a_cohort(workspace)
    with workspace.writing() as work:
        work.cohorts.add(Cohort("c2", "Kept"))
        work.commit()
    with workspace.reading() as work:
        assert [cohort.name for cohort in work.cohorts.all()] == ["Kept"]
    workspace.close()


def test_another_database_in_use_is_left_alone_with_its_side_files(tmp_path):
    path = tmp_path / "songs.sqlite"
    owner = sqlite3.connect(path, isolation_level=None)
    owner.execute("PRAGMA journal_mode = WAL")
    owner.execute("CREATE TABLE songs (title TEXT)")
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert set(before) == {"songs.sqlite", "songs.sqlite-wal", "songs.sqlite-shm"}
    with pytest.raises(StorageUnavailable) as refused:
        open_workspace(path)
    assert refused.value.code == "workspace-not-ours"
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before
    owner.close()


@pytest.mark.parametrize("length", [1, 15, 50, 99])
def test_a_stump_of_a_file_is_refused_and_left_alone(path, length):
    path.write_bytes(path.read_bytes()[:length])
    before = path.read_bytes()
    with pytest.raises(StorageUnavailable):
        open_workspace(path)
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert path.read_bytes() == before


def test_an_up_to_date_workspace_opens_without_the_migration_tool(path):
    script = (
        "import sys, pathlib\n"
        "from workshop_studio.storage.workspace_file import open_workspace\n"
        "open_workspace(pathlib.Path(sys.argv[1]), create=False).close()\n"
        "print([name for name in sys.modules if name.split('.')[0] == 'alembic'])\n"
    )
    seen = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    assert seen.stdout == "[]\n"
