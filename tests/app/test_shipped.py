"""What the wheel and the bundle carry besides code."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

from workshop_studio.app import paths

ROOT = Path(__file__).resolve().parents[2]


def test_a_checkout_finds_its_resources_and_packs():
    assert (paths.resources() / "theme" / "tokens.json").is_file()
    assert (paths.built_in_packs() / "ask-early" / "session.yaml").is_file()


def test_an_installed_app_finds_them_inside_its_own_folder(tmp_path, monkeypatch):
    package = tmp_path / "workshop_studio"
    for name in ("resources", "sessions"):
        (package / "_bundled" / name).mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.resources() == package / "_bundled" / "resources"
    assert paths.built_in_packs() == package / "_bundled" / "sessions"


def test_wheel_and_bundle_put_them_where_the_app_looks():
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]
    inside = wheel["build"]["targets"]["wheel"]["force-include"]
    assert inside == {
        name: f"workshop_studio/_bundled/{name}" for name in ("resources", "sessions")
    }
    spec = (ROOT / "packaging" / "workshop_studio.spec").read_text(encoding="utf-8")
    assert 'INSIDE = "workshop_studio/_bundled"' in spec
    assert set(re.findall(r"\{INSIDE\}/(\w+)", spec)) == {"resources", "sessions"}
    # Migrations are read as files beside the module that runs them.
    assert '"workshop_studio/storage/migrations"' in spec
    assert (ROOT / "src/workshop_studio/storage/migrations/env.py").is_file()


def test_the_icon_is_the_mark_in_the_colours_of_the_tokens():
    colours = json.loads((paths.resources() / "theme" / "tokens.json").read_text(encoding="utf-8"))
    light = colours["theme"]["light"]
    icon = (ROOT / "packaging" / "workshop-studio.svg").read_text(encoding="utf-8")
    assert set(re.findall("#[0-9A-F]{6}", icon)) == {light["accent"], light["on-accent"]}
    corners = [float(n) for n in re.findall(r"[\d.]+", re.search(r' d="M([^"]+)"', icon)[1])]
    # The points that the rail draws, as shares of the side, on a side of 256.
    shares = [0.22, 0.34, 0.36, 0.66, 0.5, 0.38, 0.64, 0.66, 0.78, 0.34]
    assert corners == [round(share * 256, 2) for share in shares]


def test_the_pins_for_packaging_are_the_pins_of_the_app():
    def pins(name):
        text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        return dict(re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE)), text

    app, _ = pins("app.txt")
    packaging, text = pins("packaging.txt")
    assert {n for n, v in packaging.items() if n in app and n != "numpy" and v != app[n]} == set()
    assert "pyinstaller" in packaging
    assert "--hash=sha256:" in text
    assert "://" not in text
