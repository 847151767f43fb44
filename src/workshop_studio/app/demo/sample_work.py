"""What the invented team writes in the demo."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop_studio.app import paths

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class SampleWork:
    """answers and not_known by field key; levels and comments by criterion."""

    title: str
    owner: str
    answers: dict[str, str]
    not_known: dict[str, str]
    feedback: dict[str, tuple[str, str]]
    texts: dict[str, str]

    def __getitem__(self, name: str) -> str:
        return self.texts[name]


def read_sample_work() -> SampleWork:
    """Return the sample; raises KeyError when the file lacks a part."""
    path: Path = paths.resources() / "samples" / "sample-card.json"
    raw = json.loads(path.read_text(encoding="utf-8"))
    texts = {name: value for name, value in raw.items() if isinstance(value, str)}
    return SampleWork(
        title=raw["title"],
        owner=raw["owner"],
        answers=raw["answers"],
        not_known=raw["not_known"],
        feedback={key: (level, comment) for key, (level, comment) in raw["feedback"].items()},
        texts=texts,
    )
