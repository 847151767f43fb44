"""Finds packs in several folders; a broken one never hides the good ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_studio.domain.errors import PackRejected, Problem
from workshop_studio.domain.pack import SessionPack, Shelf
from workshop_studio.packs.pack_folder import is_pack
from workshop_studio.packs.reader import read_pack

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


def read_shelf(folders: Sequence[Path]) -> Shelf:
    """Return every pack below the folders, in their order; a folder may be a pack itself.

    A later pack with the same id replaces the earlier one, and the notes say so. A broken pack is
    listed with its problems, and an earlier pack with its id stays.
    """
    packs: dict[str, SessionPack] = {}
    notes: list[str] = []
    broken: list[tuple[str, tuple[Problem, ...]]] = []
    for folder in _pack_folders(folders):
        try:
            pack = read_pack(folder)
        except PackRejected as rejected:
            broken.append((str(folder), rejected.problems))
            continue
        if pack.id in packs:
            notes.append(f"{pack.folder} replaces {packs[pack.id].folder}")
        packs[pack.id] = pack
    return Shelf(tuple(packs.values()), tuple(notes), tuple(broken))


def _pack_folders(folders: Sequence[Path]) -> Iterator[Path]:
    """Yield each pack folder once, also when two of the given folders are the same."""
    seen: set[Path] = set()
    for folder in folders:
        for candidate in _candidates(folder):
            real = candidate.resolve()
            if real not in seen:
                seen.add(real)
                yield candidate


def _candidates(folder: Path) -> list[Path]:
    if is_pack(folder):
        return [folder]
    try:
        return sorted(inside for inside in folder.iterdir() if is_pack(inside))
    except OSError:  # No such folder, or not one that may be opened: there are no packs in it.
        return []
