"""Ticks set by hand before a session, and how they are kept: one line of JSON for each."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workshop_studio.domain.agenda import Agenda

# No block has such an id, so no note of a block is ever shown or written by it.
TICKS_BLOCK = "pre-flight"
HEARD = "heard"
HANDOUTS = "handouts"
REHEARSED = "rehearsed"


@dataclass(frozen=True, slots=True)
class Ticked:
    """A tick. at: when it was set, aware. count: for how many people, 0 where that is no matter."""

    id: str
    at: datetime
    count: int = 0


@dataclass(frozen=True, slots=True)
class ThingToBring:
    """One thing of the pack's lists of materials. id: of its tick. block: the first to need it."""

    id: str
    text: str
    block: str


def things_of(agenda: Agenda) -> tuple[ThingToBring, ...]:
    """Return the materials of all blocks in order, each thing once."""
    things: dict[str, ThingToBring] = {}
    for block in agenda.blocks:
        for text in block.materials:
            things.setdefault(text, ThingToBring(thing_id(text), text, block.title))
    return tuple(things.values())


def thing_id(text: str) -> str:
    """Return a short id that stays the same as long as the words do."""
    return "m-" + hashlib.blake2s(text.encode(), digest_size=4).hexdigest()


def with_tick(
    ticks: Iterable[Ticked], tick_id: str, at: datetime | None, count: int = 0
) -> tuple[Ticked, ...]:
    """Return the ticks with one set at a moment, or taken away where `at` is None."""
    others = tuple(one for one in ticks if one.id != tick_id)
    return others if at is None else (*others, Ticked(tick_id, at, count))


def ticks_as_text(ticks: Iterable[Ticked]) -> str:
    """Return the ticks as text, in whole seconds; "" for none."""
    lines = []
    for one in ticks:
        line: dict[str, object] = {"tick": one.id, "at": int(one.at.timestamp())}
        if one.count:
            line["for"] = one.count
        lines.append(json.dumps(line, separators=(",", ":")))
    return "\n".join(lines)


def ticks_from(text: str) -> tuple[Ticked, ...]:
    """Return the ticks of such a text; a line that is none is passed over."""
    found = (_ticked(line) for line in text.splitlines())
    return tuple(one for one in found if one is not None)


def _ticked(line: str) -> Ticked | None:
    try:
        raw = json.loads(line)
        at = datetime.fromtimestamp(int(raw["at"]), UTC)
        return Ticked(str(raw["tick"]), at, int(raw.get("for", 0)))
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, OSError):
        return None
