"""`workshop-studio check`: problems that stop a pack, and hints from the craft of teaching."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workshop_studio.domain.agenda import BlockKind
from workshop_studio.domain.errors import PackRejected, Problem
from workshop_studio.packs.reader import read_pack
from workshop_studio.packs.scenario_reader import read_scenario

if TYPE_CHECKING:
    from pathlib import Path

    from workshop_studio.domain.pack import SessionPack

MOST_TALK_SHARE = 0.20
LONGEST_TALK_S = 8 * 60
FIRST_ACTIVITY_S = 15 * 60
COMPANY_SHEET_LENGTH = 3600
_MINIMISING = re.compile(r"\b(just|simply|obviously)\b", re.IGNORECASE)
_BLAMING = re.compile(r"\b(human error|careless|should have|who is to blame)\b", re.IGNORECASE)


def check_pack(folder: Path) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Return (problems, hints); a pack with problems cannot be used, hints are advice."""
    try:
        pack = read_pack(folder)
    except PackRejected as rejected:
        return rejected.problems, ()
    problems = _scenario_problems(folder)
    if problems:
        return problems, ()
    hints = [*_time_hints(pack), *_word_hints(pack), *_sheet_hints(pack)]
    return (), tuple(Problem("session.yaml", 0, text) for text in hints)


def _scenario_problems(folder: Path) -> tuple[Problem, ...]:
    problems: list[Problem] = []
    for path in sorted((folder / "scenarios").glob("*.yaml")):
        try:
            read_scenario(path)
        except PackRejected as rejected:
            problems += rejected.problems
    return tuple(problems)


def _time_hints(pack: SessionPack) -> list[str]:
    blocks = pack.agenda.blocks
    hints = []
    talk = [b for b in blocks if b.kind is BlockKind.TALK]
    share = sum(b.planned_s for b in talk) / pack.agenda.planned_s
    if share > MOST_TALK_SHARE:
        hints.append(f"talk takes {share:.0%} of the time; keep it to 20 %")
    hints += [
        f"block {b.id} talks for {b.planned_s / 60:g} minutes; keep a talk to 8"
        for b in talk
        if b.planned_s > LONGEST_TALK_S
    ]
    at = 0
    for block in blocks:
        if block.kind in {BlockKind.ACTIVITY, BlockKind.SIMULATION}:
            break
        at += block.planned_s
    if at > FIRST_ACTIVITY_S:
        hints.append(f"people first do something after {at / 60:g} minutes; begin within 15")
    hints += [
        f"block {b.id} is a debrief that is not protected; set `protected: true`"
        for b in blocks
        if b.kind is BlockKind.DEBRIEF and not b.is_protected
    ]
    return hints


def _word_hints(pack: SessionPack) -> list[str]:
    hints = []
    for block in pack.agenda.blocks:
        spoken = " ".join((block.stage_title, *block.stage_lines, block.facilitator_note))
        for pattern, why in (
            (_MINIMISING, "makes a difficulty sound small"),
            (_BLAMING, "looks for somebody to blame"),
        ):
            found = pattern.search(spoken)
            if found:
                hints.append(f"block {block.id} says “{found.group(0)}”, which {why}")
    return hints


def _sheet_hints(pack: SessionPack) -> list[str]:
    return [
        f"sheet {sheet.id} is long for one page; a room reads one page in five minutes"
        for sheet in pack.sheets
        if sheet.id.startswith("h01") and len(str(sheet.parts)) > COMPANY_SHEET_LENGTH * 2
    ]
