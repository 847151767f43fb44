"""Every import contract is broken on purpose, in a copy of the source, and must say so."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "workshop_studio"
CYCLES = "No cycles anywhere"
LAYERS = "Layers point down; adapters do not know each other"
CONTRACTS = {
    contract["name"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
}
# What is done: the file, what is written into it, and the contract that must name both modules.
BREACHES = {
    "a layer points up": ("domain/bad.py", "import workshop_studio.services.event_bus", LAYERS),
    "siblings know each other": ("reports/bad.py", "import workshop_studio.packs.check", LAYERS),
    "an adapter calls a use-case": (
        "storage/bad.py",
        "import workshop_studio.services.event_bus",
        "Only ui and app call use-cases",
    ),
    "Qt below the interface": (
        "services/bad.py",
        "from PySide6 import QtCore",
        "Qt lives in ui and app",
    ),
    "SQL outside storage": ("services/worse.py", "import sqlalchemy", "SQL lives in storage"),
    "a cipher outside the vault": ("services/ill.py", "import argon2", "Ciphers live in the vault"),
    "a window asks the computer to stay awake": (
        "ui/bridge/worse.py",
        "import wakepy",
        "Only app asks the computer to stay awake",
    ),
    "the domain reads a clock": (
        "domain/worse.py",
        "def f():\n    import time\n    return time",
        "The domain is pure",
    ),
    "a simulation reads a disk": (
        "simulation/bad.py",
        "import pathlib",
        "The simulation has no clock and no disk",
    ),
    "a presenter knows Qt": (
        "ui/console/presenter.py",
        "from PySide6 import QtCore",
        "Presenters are Qt-free",
    ),
    "the stage knows a service, if only for its types": (
        "ui/stage/bad.py",
        "TYPE_CHECKING = 0\nif TYPE_CHECKING:\n    import workshop_studio.services.live_session",
        "The audience window sees snapshots only",
    ),
    "rooms know each other": (
        "ui/console/bad.py",
        "import workshop_studio.ui.planning.page",
        "Rooms are independent",
    ),
    "a journal knows the station that hosts it": (
        "ui/journal/bad.py",
        "import workshop_studio.ui.station.page",
        "Rooms know neither the shell nor the station that host them",
    ),
}
CYCLE = {
    "ui/bridge/bad.py": "import workshop_studio.ui.theme.bad",
    "ui/theme/bad.py": "import workshop_studio.ui.bridge.lane",
}


def linted(folder, breaches):
    """Return what the linter says of a copy of the source with these texts added to its files."""
    copy = folder / "workshop_studio"
    shutil.copytree(SOURCE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder / "pyproject.toml")
    for place, text in breaches.items():
        target = copy / place
        target.parent.mkdir(exist_ok=True)
        before = target.read_text(encoding="utf-8") if target.exists() else ""
        target.write_text(f"{before}\n{text}\n", encoding="utf-8")
    result = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=folder,
        env={"PATH": "/usr/bin", "PYTHONPATH": str(folder), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1, result.stdout
    return result.stdout + result.stderr


def broken(said):
    return set(re.findall(r"^(.+) BROKEN$", said, re.MULTILINE))


@pytest.fixture(scope="module")
def all_broken(tmp_path_factory):
    texts = {place: text for place, text, _ in BREACHES.values()}
    assert len(texts) == len(BREACHES), "each breach needs a file of its own"
    return linted(tmp_path_factory.mktemp("broken"), texts)


@pytest.mark.parametrize("breach", sorted(BREACHES))
def test_a_breach_of_an_import_contract_is_caught_and_named(all_broken, breach):
    place, text, contract = BREACHES[breach]
    assert contract in broken(all_broken)
    importer = "workshop_studio." + place.removesuffix(".py").replace("/", ".")
    imported = re.search(r"(?:import|from) (workshop_studio[\w.]+|[A-Za-z]\w+)", text)[1]
    # The details of a contract stand under its name, up to the next one.
    details = re.split(r"\n-{3,}\n", all_broken)
    section = details[[d.endswith(contract) for d in details].index(True) + 1]
    assert f"{importer} -> {imported} " in section


def test_a_cycle_between_two_siblings_is_caught_by_its_own_contract(tmp_path):
    assert broken(linted(tmp_path, CYCLE)) == {CYCLES}


def test_a_package_without_a_place_is_caught(tmp_path):
    said = linted(tmp_path, {"helpers/__init__.py": ""})
    assert "workshop_studio.helpers" in said
    assert LAYERS in broken(said) or "exhaustive" in said


def test_every_contract_is_broken_by_one_of_these_tests():
    assert {contract for _, _, contract in BREACHES.values()} | {CYCLES} == CONTRACTS
