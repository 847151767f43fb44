"""Finds packs in several folders; a broken one never hides the good ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_studio.domain.errors import PackRejected, Problem
from workshop_studio.domain.pack import SessionPack, Shelf
from workshop_studio.packs.reader import read_pack

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def read_shelf(folders: Sequence[Path]) -> Shelf:
    """Return every pack below the folders, in their order.

    A later pack with the same id replaces the earlier one, and the notes say so.
    """
    packs: dict[str, SessionPack] = {}
    notes: list[str] = []
    broken: list[tuple[str, tuple[Problem, ...]]] = []
    for folder in folders:
        if not folder.is_dir():
            continue
        for session in sorted(folder.glob("*/session.yaml")):
            try:
                pack = read_pack(session.parent)
            except PackRejected as rejected:
                broken.append((str(session.parent), rejected.problems))
                continue
            if pack.id in packs:
                notes.append(f"{pack.folder} replaces {packs[pack.id].folder}")
            packs[pack.id] = pack
    return Shelf(tuple(packs.values()), tuple(notes), tuple(broken))
