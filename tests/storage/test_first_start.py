from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from workshop_studio.domain.cohort import Cohort, Participant
from workshop_studio.storage.engine import APPLICATION_ID
from workshop_studio.storage.workspace_file import open_workspace

FIRST_DAY = """
import os, pathlib, signal, sys
from workshop_studio.storage.workspace_file import open_workspace
workspace = open_workspace(pathlib.Path(sys.argv[1]))
with workspace.writing() as work:
    work.settings.put("tone", "soft")
    work.commit()
os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
"""


@pytest.mark.crash
def test_what_was_saved_before_a_crash_on_the_first_day_is_there_on_the_second(tmp_path):
    path = tmp_path / "a.sqlite"
    subprocess.run([sys.executable, "-c", FIRST_DAY, str(path)], check=False)
    workspace = open_workspace(path, create=False)
    with workspace.reading() as work:
        assert work.settings.get("tone") == "soft"
    workspace.close()


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_a_first_start_that_ended_before_any_table_begins_again(tmp_path, mode):
    path = tmp_path / "a.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA journal_mode = {mode}")
    workspace = open_workspace(path)
    with workspace.reading() as work:
        assert work.cohorts.all() == ()
    workspace.close()


def test_signs_in_the_name_of_a_folder_do_not_lead_somewhere_else(tmp_path):
    folder = tmp_path / "100%25 ?x #y Über"
    path = folder / "a?b=c.sqlite"
    open_workspace(path).close()
    assert [one.name for one in tmp_path.iterdir()] == [folder.name]
    assert [one.name for one in folder.iterdir()] == [path.name]


def test_an_error_does_not_repeat_what_somebody_wrote(tmp_path):
    workspace = open_workspace(tmp_path / "a.sqlite")
    cohort = Cohort("c1", "Autumn", (Participant("p1", "Zoe Sample"),))
    with workspace.writing() as work:
        work.cohorts.add(cohort)
        work.commit()
    with pytest.raises(Exception, match="UNIQUE") as refused, workspace.writing() as work:
        work.cohorts.add(Cohort("c1", "Zoe Sample"))
    workspace.close()
    assert "Zoe Sample" not in str(refused.value)
