from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from builders import HALF_PAST_ONE, make_session
from workshop_studio.domain.cohort import Cohort
from workshop_studio.storage.workspace_file import open_workspace

HERE = Path(__file__).parent


@contextmanager
def a_process(script, *arguments):
    process = subprocess.Popen(
        [sys.executable, str(HERE / script), *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        with process:
            yield process
    finally:
        process.kill()


@pytest.fixture
def path(tmp_path):
    workspace = open_workspace(tmp_path / "a.sqlite")
    with workspace.writing() as work:
        work.cohorts.add(Cohort("cohort-1", "Autumn"))
        work.sessions.add(make_session())
        work.runs.create("run-1", "session-1", HALF_PAST_ONE)
        work.commit()
    workspace.close()
    return workspace.path


@pytest.mark.crash
@pytest.mark.parametrize("lines_seen", [1, 2, 13, 40, 97])
def test_a_killed_process_loses_no_line_that_it_had_acknowledged(path, lines_seen):
    with a_process("append_forever.py", path) as writer:
        for _ in range(lines_seen):
            writer.stdout.readline()
        writer.kill()
        rest = writer.stdout.read().split()
    acknowledged = lines_seen + len(rest)
    workspace = open_workspace(path, create=False)
    with workspace.reading() as work:
        kept = [entry.seq for entry in work.runs.get("run-1").log]
    workspace.close()
    # The last line may have been committed without a chance to say so.
    assert kept in (list(range(1, acknowledged + 1)), list(range(1, acknowledged + 2)))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_two_processes_that_read_then_write_wait_for_each_other_and_lose_nothing(path):
    with (
        a_process("rename_many_times.py", path, 150) as one,
        a_process("rename_many_times.py", path, 150) as other,
    ):
        for process in (one, other):
            assert process.stdout.readline() == "ready\n", process.stderr.read()
        for process in (one, other):
            process.stdin.write("go\n")
            process.stdin.flush()
        assert [p.communicate()[1] for p in (one, other)] == ["", ""]
    workspace = open_workspace(path, create=False)
    with workspace.reading() as work:
        assert work.cohorts.get("cohort-1").revision == 1 + 2 * 150
    workspace.close()


def test_a_reader_sees_the_last_committed_state_while_another_one_writes(path):
    workspace = open_workspace(path, create=False)
    with workspace.writing() as writer, workspace.reading() as reader:
        writer.settings.put("tone", "soft")
        assert reader.settings.get("tone") is None
        writer.commit()
    with workspace.reading() as reader:
        assert reader.settings.get("tone") == "soft"
    workspace.close()
