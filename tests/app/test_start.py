from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from workshop_studio import __main__ as start
from workshop_studio.app import windows

HEAVY = ("typer", "sqlalchemy", "alembic", "pandas", "numpy", "pyqtgraph", "reportlab", "pydantic")


@pytest.mark.parametrize(
    ("typed", "opened"),
    [([], None), (["--workspace", "my file.sqlite"], "my file.sqlite")],
)
def test_a_plain_start_opens_the_windows(monkeypatch, typed, opened):
    asked = []

    def run(workspace):
        asked.append(workspace)
        return 3

    monkeypatch.setattr(windows, "run_windows", run)
    monkeypatch.setattr(sys, "argv", ["workshop-studio", *typed])
    with pytest.raises(SystemExit) as ended:
        start.main()
    assert ended.value.code == 3
    assert [None if one is None else one.name for one in asked] == [opened]


@pytest.mark.parametrize("typed", [["--help"], ["check", "--help"], ["--workspace", "a", "--help"]])
def test_everything_else_goes_to_the_commands(monkeypatch, capsys, typed):
    monkeypatch.setattr(sys, "argv", ["workshop-studio", *typed])
    with pytest.raises(SystemExit):
        start.main()
    said = capsys.readouterr()
    assert "Usage" in said.out + said.err


def test_nothing_heavy_is_imported_before_the_first_paint():
    script = (
        "import sys, workshop_studio.app.windows, workshop_studio.app.desktop\n"
        "import workshop_studio.ui.shell.main_window, workshop_studio.ui.bridge.first_paint\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])\n"
        "print([n for n in sys.modules if n.startswith('workshop_studio.ui.kit.')])\n"
    )
    seen = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert seen.stdout == "[]\n[]\n"


def test_a_system_that_quits_the_app_is_asked_first_and_then_obeyed(tmp_path):
    result = subprocess.run(
        [sys.executable, str(Path(__file__).parent / "quit_as_the_system_does.py"),
         str(tmp_path / "w.sqlite")],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert result.stdout.splitlines() == ["asked: A session is on", "ended: 0"], result.stderr
