"""Rules about the code itself that a linter cannot see."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import inspect
import re
from enum import Enum
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
        "message", "scenario", "breakouts", "word", "prompt", "agenda", "callout", "is_rehearsal",
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
                    r"\bassert\b|raises|refused\(|[uU]ntil|assert_|assertNotEmitted|waitSignal",
                    text,
                ), node.name


def connected_closures(tree):
    """Return the lines where `connect` is given something that would keep its owner alive."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "connect":
            for given in node.args:
                called = getattr(given, "func", None)
                if isinstance(given, ast.Lambda) or getattr(called, "id", "") == "partial":
                    found.append(node.lineno)
    return found


def test_signals_are_connected_to_bound_methods():
    found = {p.name: connected_closures(ast.parse(p.read_text(encoding="utf-8"))) for p in FILES}
    assert {name: lines for name, lines in found.items() if lines} == {}
    assert connected_closures(ast.parse("a.b.connect(lambda: 1)\na.connect(partial(f, 2))")) == [
        1,
        2,
    ]


def long_parts(source):
    """Return the names of functions over 60 lines."""
    return [
        node.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno + 1 > 60
    ]


# Files that are being split; nothing is added here.
TOO_LONG_YET: set[str] = set()


def test_files_and_functions_keep_to_their_budget():
    texts = {str(p.relative_to(SOURCE)): p.read_text(encoding="utf-8") for p in FILES}
    long = {name for name, text in texts.items() if len(text.splitlines()) > 400}
    assert long - TOO_LONG_YET == set()
    assert {name: long_parts(text) for name, text in texts.items() if long_parts(text)} == {}
    assert long_parts("def f():\n" + "    1\n" * 60) == ["f"]


def classes_below(*folders):
    found = {}
    for folder in folders:
        for path in sorted((SOURCE / folder).rglob("*.py")):
            if path.name == "__init__.py":
                continue
            module = importlib.import_module(module_name(path))
            seen = inspect.getmembers(module, inspect.isclass)
            found |= {name: one for name, one in seen if one.__module__ == module.__name__}
    return found


def names_in_signatures(tree):
    """Return every name in the annotations of public functions and attributes."""
    annotations = []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            every = [*node.args.args, *node.args.kwonlyargs]
            annotations += [one.annotation for one in every if one.annotation]
            annotations += [node.returns] if node.returns else []
        elif isinstance(node, ast.AnnAssign):
            annotations.append(node.annotation)
    return {n.id for a in annotations for n in ast.walk(a) if isinstance(n, ast.Name)}


def is_value(one):
    """Return whether nothing in a value of this class can be changed."""
    if dataclasses.is_dataclass(one):
        return one.__dataclass_params__.frozen
    return issubclass(one, Enum | Exception) or getattr(one, "_is_protocol", False)


def test_every_value_that_crosses_a_port_is_frozen():
    ours = classes_below("domain", "ports", "simulation")
    crossing = {
        name
        for path in sorted((SOURCE / "ports").glob("*.py"))
        for name in names_in_signatures(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert len(crossing & set(ours)) > 20
    assert sorted(name for name in crossing & set(ours) if not is_value(ours[name])) == []


def test_what_services_hand_out_is_frozen():
    values = [one for one in classes_below("services").values() if dataclasses.is_dataclass(one)]
    assert [v.__name__ for v in values if not is_value(v)] == []
