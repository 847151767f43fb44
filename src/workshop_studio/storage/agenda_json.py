"""An agenda as JSON text in a row, with a version so that old sessions stay readable."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from workshop_studio.domain.agenda import Agenda, Block, BlockKind, Step, WhenLate

VERSION = 1


def encode_agenda(agenda: Agenda) -> str:
    """Return the agenda as JSON text."""
    return json.dumps({"version": VERSION, **asdict(agenda)}, ensure_ascii=False)


def decode_agenda(text: str) -> Agenda:
    """Return the agenda of such a text; raises ValueError for another version."""
    raw: dict[str, Any] = json.loads(text)
    if raw.pop("version") != VERSION:
        raise ValueError("agenda of an unknown version")
    return Agenda(raw["title"], raw["short_title"], tuple(_block(b) for b in raw["blocks"]))


def _block(raw: dict[str, Any]) -> Block:
    return Block(
        **{
            **raw,
            "kind": BlockKind(raw["kind"]),
            "when_late": WhenLate(raw["when_late"]),
            "stage_lines": tuple(raw["stage_lines"]),
            "materials": tuple(raw["materials"]),
            "steps": tuple(Step(**step) for step in raw["steps"]),
        }
    )
