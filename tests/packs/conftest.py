from __future__ import annotations

import re
from pathlib import Path

import pytest

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "session-packs.md"
EXAMPLE = re.compile(r"The file `([^`]+)`:\n\n```yaml\n(.*?)```", re.DOTALL)


@pytest.fixture
def example(tmp_path):
    """The small pack that is printed in the guide, as a folder."""
    folder = tmp_path / "first-question"
    for name, text in EXAMPLE.findall(GUIDE.read_text(encoding="utf-8")):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def edit():
    """Replace a text in a file and return the line, from 1, on which the new text begins."""

    def replace(folder, old, new, file="session.yaml"):
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    return replace
