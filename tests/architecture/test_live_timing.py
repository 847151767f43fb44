"""Every statement about live timing names a test that exists."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| ([CDPRIKS]\d+) \|([^|]*)\|([^|]*)\|$", re.MULTILINE)
TEST = re.compile(r"`([\w/]+\.py)::(\w+)`")
STATEMENTS = {"C": 10, "D": 6, "P": 10, "R": 10, "I": 5, "K": 7, "S": 14}


def rows():
    text = (ROOT / "docs" / "live-timing.md").read_text(encoding="utf-8")
    return [(match[1], match[2].strip(), TEST.findall(match[3])) for match in ROW.finditer(text)]


def functions_of(path):
    tree = ast.parse((ROOT / "tests" / path).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_the_map_has_every_statement_once_and_in_words():
    wanted = [f"{letter}{n}" for letter, last in STATEMENTS.items() for n in range(1, last + 1)]
    assert [name for name, _, _ in rows()] == wanted
    assert all(len(words) > 20 for _, words, _ in rows())


def test_every_statement_is_proved_by_a_test():
    assert [name for name, _, tests in rows() if not tests] == []


def test_every_test_that_the_map_names_exists():
    missing = [
        f"{name}: {path}::{test}"
        for name, _, tests in rows()
        for path, test in tests
        if not (ROOT / "tests" / path).exists() or test not in functions_of(path)
    ]
    assert missing == []
