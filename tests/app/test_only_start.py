from __future__ import annotations

import subprocess
import sys
import tempfile

import pytest

from workshop_studio.app.only_start import OnlyStart

HOLDS = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from workshop_studio.app.only_start import OnlyStart
app = QCoreApplication([])
start = OnlyStart()
print(start.claim(Path(sys.argv[1])), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    # The name of a socket has room for about a hundred signs; folders of tests are longer.
    with tempfile.TemporaryDirectory(prefix="ws") as short:
        monkeypatch.setenv("TMPDIR", short)
        yield tmp_path / "w.sqlite"


@pytest.fixture
def starts(qapp):
    made = [OnlyStart(), OnlyStart()]
    yield made
    for one in made:
        one.release()


def in_another_process(workspace):
    child = subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(workspace)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    return child, child.stdout.readline().strip()


def test_a_workspace_belongs_to_one_start(starts, workspace):
    first, second = starts
    assert first.claim(workspace)
    assert not second.claim(workspace)
    first.release()
    assert second.claim(workspace)


def test_two_workspaces_are_two_matters(starts, workspace, tmp_path):
    first, second = starts
    assert first.claim(workspace)
    assert second.claim(tmp_path / "other.sqlite")
    assert not second.claim(workspace)
    # It still has the other one.
    assert not first.claim(tmp_path / "other.sqlite")


def test_the_same_file_by_another_way_is_the_same(starts, workspace, tmp_path):
    first, second = starts
    workspace.touch()
    (tmp_path / "link.sqlite").symlink_to(workspace)
    assert first.claim(workspace)
    assert not second.claim(tmp_path / "link.sqlite")


def test_a_second_start_calls_the_first(starts, workspace, qtbot):
    first, second = starts
    first.claim(workspace)
    first.listen()
    with qtbot.waitSignal(first.called):
        assert second.call_first(workspace)


def test_nobody_answers_for_a_workspace_that_nobody_has(starts, workspace):
    assert not starts[0].call_first(workspace)


@pytest.mark.skipif(sys.platform == "win32", reason="kills by SIGKILL")
def test_a_killed_start_leaves_no_lock_behind(starts, workspace):
    child, claimed = in_another_process(workspace)
    assert claimed == "True"
    assert not starts[0].claim(workspace)
    child.kill()
    child.wait()
    child.stdin.close()
    child.stdout.close()
    assert starts[0].claim(workspace)
