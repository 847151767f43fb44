"""Copies of a workspace, made when it is opened: the last five that differ."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

KEPT = 5
FOLDER = "workshop-studio-backups"


def back_up(workspace: Path, kept: int = KEPT) -> Path | None:
    """Copy a workspace into the folder of backups beside it; return the copy.

    None when nothing has changed since the newest one. Copies are numbered and keep the time of
    their workspace; the oldest beyond `kept` go. Raises OSError or sqlite3.Error
    when it cannot be copied; the workspace is never touched.
    """
    folder = workspace.parent / FOLDER
    before = sorted(folder.glob(f"{workspace.stem}.*{workspace.suffix}"))
    folder.mkdir(exist_ok=True)
    draft = folder / f"{workspace.stem}.part"
    draft.unlink(missing_ok=True)
    with (
        closing(sqlite3.connect(f"{workspace.as_uri()}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(draft)) as copy,
    ):
        source.backup(copy)
    if before and before[-1].read_bytes() == draft.read_bytes():
        draft.unlink()
        return None
    number = int(before[-1].name.split(".")[-2]) + 1 if before else 1
    target = folder / f"{workspace.stem}.{number:06d}{workspace.suffix}"
    shutil.copystat(workspace, draft)
    draft.replace(target)
    for old in [*before, target][:-kept]:
        old.unlink(missing_ok=True)
    return target
