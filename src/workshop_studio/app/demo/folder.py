"""The folder that the demo leaves behind, and what is in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MANIFEST = "demo.json"
WORKSPACE = "workspace.sqlite"


class FolderTaken(Exception):
    """The folder holds files that no demo wrote; the text says which and what to do."""


class DemoFolder:
    """Files of one demo. An earlier demo in the same folder is replaced, nothing else is."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.files: list[tuple[str, str]] = []

    def prepare(self) -> None:
        """Make the folder ready; raises FolderTaken, or OSError when it cannot be written."""
        if self.path.exists() and not self.path.is_dir():
            raise FolderTaken(f"{self.path} is a file. Name a folder with --out.")
        self.path.mkdir(parents=True, exist_ok=True)
        known = self._earlier()
        present = {one.name for one in self.path.iterdir()}
        strange = sorted(present - known - {MANIFEST})
        if strange and MANIFEST not in present:
            raise FolderTaken(
                f"{self.path} holds other files ({', '.join(strange[:3])}). "
                "Name an empty or a new folder with --out."
            )
        for name in known:
            (self.path / name).unlink(missing_ok=True)
        self._note()

    @property
    def workspace(self) -> Path:
        """Return where the workspace is."""
        return self.path / WORKSPACE

    def place(self, name: str, what: str) -> Path:
        """Return where a file goes, and note what it is."""
        self.files.append((name, what))
        self._note()
        return self.path / name

    def _note(self) -> None:
        # Noted before a file is there: the next demo may replace what an interrupted one left.
        everything = [WORKSPACE, *(name for name, _ in self.files)]
        sides = [f"{WORKSPACE}{end}" for end in ("-wal", "-shm")]
        text = json.dumps({"about": "Written by workshop-studio demo", "files": everything + sides})
        (self.path / MANIFEST).write_text(text, encoding="utf-8")

    def holds(self, words: str) -> list[str]:
        """Return the files that contain the words in any usual encoding."""
        needles = [
            words.encode("utf-8"),
            words.encode("utf-16-le"),
            words.encode("latin-1", "replace"),
        ]
        return [one.name for one in self._all() if any(n in one.read_bytes() for n in needles)]

    def _all(self) -> Iterator[Path]:
        yield from (one for one in sorted(self.path.rglob("*")) if one.is_file())

    def _earlier(self) -> set[str]:
        try:
            raw = json.loads((self.path / MANIFEST).read_text(encoding="utf-8"))
            names = {str(name) for name in raw["files"]}
        except (OSError, ValueError, KeyError, TypeError):
            return set()
        # Only names in this very folder: a strange manifest must not reach anything else.
        return {name for name in names if "/" not in name and "\\" not in name and name != ".."}
