"""`workshop-studio check`: problems that stop a pack, and hints from the craft of teaching."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_studio.domain.errors import PackRejected, Problem
from workshop_studio.packs.craft import craft_hints
from workshop_studio.packs.pack_folder import PackFiles, read_files
from workshop_studio.packs.reader import build_pack
from workshop_studio.packs.scenario_reader import read_scenario

if TYPE_CHECKING:
    from pathlib import Path

    from workshop_studio.domain.pack import SessionPack


def check_pack(folder: Path) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Return (problems, hints), each in the order of file and line; never raises for a pack.

    A pack with problems cannot be used, so it gets no hints; hints are advice. Scenarios are read
    in full here, which `read_pack` does not do.
    """
    files, found = read_files(folder)
    problems = set(_scenario_problems(folder, files))
    pack: SessionPack | None = None
    try:
        pack = build_pack(folder, files, found)
    except PackRejected as rejected:
        problems |= set(rejected.problems)
    if problems or pack is None or files.session is None:
        return _in_order(problems), ()
    return (), _in_order(set(craft_hints(pack, files, files.session)))


def _scenario_problems(folder: Path, files: PackFiles) -> list[Problem]:
    problems = []
    for document in files.scenarios:
        try:
            read_scenario(folder / document.place)
        except PackRejected as rejected:
            problems += [Problem(document.place, p.line, p.text) for p in rejected.problems]
    return problems


def _in_order(problems: set[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda p: (p.place, p.line, p.text)))
