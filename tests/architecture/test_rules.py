"""Rules about the code itself that a linter cannot see."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import inspect
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from workshop_studio.domain.live import StageSnapshot
from workshop_studio.ui.wording import TEXTS

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "workshop_studio"
FILES = sorted(SOURCE.rglob("*.py"))


def module_name(path):
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def test_every_error_code_has_its_words():
    code = re.compile(r'(?:RuleBroken|StorageUnavailable)\(\s*"([a-z-]+)"')
    raised = {c for path in FILES for c in code.findall(path.read_text(encoding="utf-8"))}
    assert raised - set(TEXTS) == set()


def test_style_sheets_come_from_the_theme_alone():
    users = [p.name for p in FILES if "setStyleSheet" in p.read_text(encoding="utf-8")]
    assert users == ["theme.py"]


def test_colours_come_from_the_tokens_alone():
    literal = re.compile(r"#[0-9A-Fa-f]{6}\b")
    assert [p.name for p in FILES if literal.search(p.read_text(encoding="utf-8"))] == []


def test_package_files_are_empty():
    full = [p for p in FILES if p.name == "__init__.py" and p.read_text(encoding="utf-8").strip()]
    assert full == []


@pytest.mark.parametrize("path", sorted((SOURCE / "domain").glob("*.py")), ids=lambda p: p.stem)
def test_values_of_the_domain_are_frozen(path):
    module = importlib.import_module(module_name(path))
    for name, one in inspect.getmembers(module, inspect.isclass):
        if one.__module__ == module.__name__ and dataclasses.is_dataclass(one):
            assert one.__dataclass_params__.frozen, name


def test_the_stage_has_no_field_that_could_hold_anything_private():
    fields = {f.name for f in dataclasses.fields(StageSnapshot)}
    assert fields == {
        "face", "session_title", "title", "clock", "lines", "segments", "next_up", "time_of_day",
        "message", "scenario",
    }  # fmt: skip


def test_no_store_shows_a_row():
    for path in sorted((SOURCE / "storage").glob("*_store.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                signature = ast.unparse(node.args) + (
                    ast.unparse(node.returns) if node.returns else ""
                )
                assert not re.search(r"\w+Row\b", signature), node.name


def test_every_test_checks_something():
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                text = ast.unparse(node)
                assert re.search(
                    r"\bassert\b|raises|refused\(|until|assert_|assertNotEmitted|waitSignal", text
                ), node.name


BREACHES = {
    "a layer points up": ("domain/bad.py", "import workshop_studio.services.event_bus"),
    "siblings know each other": ("reports_like.py", None),
    "an adapter calls a use-case": ("storage/bad.py", "import workshop_studio.services.event_bus"),
    "Qt below the interface": ("services/bad.py", "from PySide6 import QtCore"),
    "SQL outside storage": ("services/bad.py", "import sqlalchemy"),
    "a cipher outside the vault": ("services/bad.py", "import argon2"),
    "the domain reads a clock": ("domain/bad.py", "def f():\n    import time\n    return time"),
    "a simulation reads a disk": ("simulation/bad.py", "import pathlib"),
    "a presenter knows Qt": ("ui/console/presenter.py", "from PySide6 import QtCore"),
    "the stage knows a service": (
        "ui/stage/bad.py",
        "import workshop_studio.services.live_session",
    ),
    "rooms know each other": ("ui/console/bad.py", "import workshop_studio.ui.planning.page"),
    "a room knows its host": ("ui/journal/bad.py", "import workshop_studio.ui.station.page"),
    "a journal knows a card": ("ui/journal/bad.py", "import workshop_studio.ui.capstone.page"),
    "a package without a place": ("helpers/__init__.py", ""),
}
del BREACHES["siblings know each other"]


@pytest.mark.parametrize("breach", sorted(BREACHES))
def test_a_breach_of_the_import_contracts_is_caught(tmp_path, breach):
    place, text = BREACHES[breach]
    shutil.copytree(
        SOURCE, tmp_path / "workshop_studio", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    target = tmp_path / "workshop_studio" / place
    target.parent.mkdir(exist_ok=True)
    before = target.read_text(encoding="utf-8") if target.exists() else ""
    target.write_text(f"{before}\n{text}\n", encoding="utf-8")
    result = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=tmp_path,
        env={"PATH": "/usr/bin", "PYTHONPATH": str(tmp_path), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1, result.stdout
    assert (
        "BROKEN" in result.stdout
        or "no place" in result.stdout
        or "exhaustive" in (result.stdout + result.stderr).casefold()
        or "Missing" in result.stdout
    )
