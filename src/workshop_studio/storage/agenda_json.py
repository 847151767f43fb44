"""An agenda as JSON text in a row, with a version so that old sessions stay readable."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from workshop_studio.domain.agenda import Agenda, Block, BlockKind, Prompt, Step, Track, WhenLate
from workshop_studio.domain.vocabulary import WordCard

if TYPE_CHECKING:
    from collections.abc import Iterable

# Texts of version 1 that lack what came later (groups, prompts, words) mean "none of it".
VERSION = 1


def encode_agenda(agenda: Agenda) -> str:
    """Return the agenda as JSON text."""
    return json.dumps({"version": VERSION, **asdict(agenda)}, ensure_ascii=False)


def decode_agenda(text: str) -> Agenda:
    """Return the agenda of such a text; raises ValueError for another version."""
    raw: dict[str, Any] = json.loads(text)
    if raw.pop("version") != VERSION:
        raise ValueError("agenda of an unknown version")
    return Agenda(
        raw["title"],
        raw["short_title"],
        tuple(decode_block(b) for b in raw["blocks"]),
        tuple(WordCard(**word) for word in raw.get("words", ())),
    )


def decode_block(raw: dict[str, Any]) -> Block:
    """Return a block of its JSON object."""
    return Block(
        **{
            **raw,
            "kind": BlockKind(raw["kind"]),
            "when_late": WhenLate(raw["when_late"]),
            "stage_lines": tuple(raw["stage_lines"]),
            "materials": tuple(raw["materials"]),
            "steps": tuple(Step(**step) for step in raw["steps"]),
            "tracks": decode_tracks(raw.get("tracks", ())),
            "prompts": tuple(Prompt(**prompt) for prompt in raw.get("prompts", ())),
        }
    )


def decode_tracks(raw: Iterable[dict[str, Any]]) -> tuple[Track, ...]:
    """Return the groups of their JSON objects."""
    return tuple(Track(**track) for track in raw)
