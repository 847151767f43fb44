"""Groups, prompts and marks of the clock in a pack: into domain values, and what does not fit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from workshop_studio.domain.agenda import Prompt, Track
from workshop_studio.domain.timer import default_thresholds
from workshop_studio.packs.plain import entries, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workshop_studio.domain.errors import Problem
    from workshop_studio.packs.models import BlockModel
    from workshop_studio.packs.yaml_file import Document

_LETTERS = "ABCDEFGH"
_CLOCK = re.compile(r"([0-9]{1,3}):([0-5][0-9])|([0-9]{1,5})")


def to_tracks(block: BlockModel) -> tuple[Track, ...]:
    """Return the groups of a block; those without names become the cohort's teams later."""
    if block.breakout is None:
        return ()
    minutes = block.breakout.minutes or block.minutes
    if block.breakout.texts:
        return tuple(
            Track(str(place), "", round(minutes * 60), text, letter)
            for place, (text, letter) in enumerate(
                zip(block.breakout.texts, _LETTERS, strict=False), start=1
            )
        )
    return tuple(
        Track(
            id=str(place),
            name=group.name,
            planned_s=round((group.minutes or minutes) * 60),
            text=group.text or "",
            letter=letter,
            mentor=group.mentor.strip(),
            place=group.place.strip(),
        )
        for place, (group, letter) in enumerate(
            zip(block.breakout.groups or (), _LETTERS, strict=False), start=1
        )
    )


def to_prompts(block: BlockModel) -> tuple[Prompt, ...]:
    """Return the prompts of a block by time."""
    timed = sorted((block_seconds(one.at) or 0, one.text) for one in block.prompts)
    return tuple(Prompt(f"p{number}", at, text) for number, (at, text) in enumerate(timed, start=1))


def block_seconds(at: object) -> int | None:
    """Return "12:00" or "720" or 720 as seconds; None for anything else."""
    found = _CLOCK.fullmatch(str(at)) if not isinstance(at, bool) else None
    if found is None:
        return None
    minutes, seconds, plain = found.groups()
    return int(plain) if plain else int(minutes) * 60 + int(seconds)


def breakout_problems(document: Document, index: int, block: dict[str, Any]) -> Iterator[Problem]:
    """Yield what does not fit into a block: its groups, its prompts, the marks of its clock."""
    minutes = number(block.get("minutes"))
    if minutes is None:
        return
    yield from _group_problems(document, index, block, minutes)
    yield from _prompt_problems(document, index, block, minutes)
    yield from _mark_problems(document, index, block, minutes)


def _group_problems(
    document: Document, index: int, block: dict[str, Any], minutes: float
) -> Iterator[Problem]:
    breakout = block.get("breakout")
    if not isinstance(breakout, dict):
        return
    where = ("blocks", index, "breakout")
    said: list[tuple[object, tuple[str | int, ...]]] = [(breakout.get("minutes"), ())]
    said += [(one.get("minutes"), ("groups", at)) for at, one in _groups(breakout)]
    for value, way in said:
        asked = number(value)
        if asked is not None and asked > minutes:
            text = f"`minutes` {asked:g} is more than the {minutes:g} of the block; lower it"
            yield document.problem(text, *where, *way, "minutes")
    seen: set[str] = set()
    for at, one in _groups(breakout):
        name = " ".join(str(one.get("name", "")).split()).casefold()
        if name and name in seen:
            text = f"`name` {one['name']} is used twice; give each group its own"
            yield document.problem(text, *where, "groups", at, "name")
        seen.add(name)


def _prompt_problems(
    document: Document, index: int, block: dict[str, Any], minutes: float
) -> Iterator[Problem]:
    seen: set[int] = set()
    for at, one in entries(block.get("prompts")):
        moment = block_seconds(one.get("at"))
        if moment is None:
            continue
        where = ("blocks", index, "prompts", at, "at")
        if moment >= minutes * 60:
            text = f"`at` {one['at']} is after the block, which ends at {clock(minutes * 60)}"
            yield document.problem(f"{text}; make it earlier", *where)
        if moment in seen:
            text = f"`at` {one['at']} has a prompt already; the room reads one at a time"
            yield document.problem(text, *where)
        seen.add(moment)


def _mark_problems(
    document: Document, index: int, block: dict[str, Any], minutes: float
) -> Iterator[Problem]:
    warning, danger = number(block.get("warning")), number(block.get("danger"))
    for name, seconds in (("warning", warning), ("danger", danger)):
        if seconds is not None and seconds >= minutes * 60:
            text = f"`{name}` {seconds:g} s is no less than the {minutes:g} minutes of the block"
            yield document.problem(f"{text}; lower it", "blocks", index, name)
    usual = default_thresholds(minutes * 60)
    first = usual.warning_s if warning is None else warning
    second = usual.danger_s if danger is None else danger
    if second >= first and (warning is not None or danger is not None):
        name = "warning" if danger is None else "danger"
        text = f"`danger` {second:g} s must come after `warning` {first:g} s; make it smaller"
        yield document.problem(text, "blocks", index, name)


def _groups(breakout: dict[str, Any]) -> Iterator[tuple[int, dict[str, Any]]]:
    return entries(breakout.get("groups"))


def clock(seconds: float) -> str:
    """Return 1920 as "32:00"."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"
