"""The files of a pack: which ones there are, and that none of them lies outside its folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop_studio.domain.errors import Problem
from workshop_studio.packs.yaml_file import Document, read_yaml

if TYPE_CHECKING:
    from pathlib import Path

SESSION = "session.yaml"
PARTS = ("exercises", "sheets", "scenarios", "cards")
_OUT = "leads out of the pack or nowhere; copy the file into the folder"


@dataclass(frozen=True, slots=True)
class PackFiles:
    """The files of a pack as plain data.

    session: None when it is missing or not YAML. unread: names, without ending, of files and
    folders that are there but could not be read, so that nobody is told they are missing.
    """

    session: Document | None
    exercises: tuple[Document, ...]
    sheets: tuple[Document, ...]
    scenarios: tuple[Document, ...]
    cards: tuple[Document, ...]
    unread: frozenset[str]


def is_pack(folder: Path) -> bool:
    """Return whether a folder is meant as a pack: it has a session or a folder of parts."""
    return (folder / SESSION).is_file() or any((folder / name).is_dir() for name in PARTS)


def read_files(folder: Path) -> tuple[PackFiles, list[Problem]]:
    """Return the files of a pack and what is wrong with them as files; never raises for them."""
    problems: list[Problem] = []
    unread: set[str] = set()
    session = None
    path = folder / SESSION
    if path.is_file() or path.is_symlink():
        session = _read(folder, path, problems, unread)
    else:
        problems.append(Problem(SESSION, 0, "is missing; every pack needs it"))
    parts = {name: _read_part(folder, name, problems, unread) for name in PARTS}
    return PackFiles(session=session, unread=frozenset(unread), **parts), problems


def _read_part(
    folder: Path, name: str, problems: list[Problem], unread: set[str]
) -> tuple[Document, ...]:
    inside = folder / name
    if not inside.exists() and not inside.is_symlink():
        return ()
    if not _stays(folder, inside):
        problems.append(Problem(name, 0, _OUT))
        unread.add(name)
        return ()
    try:
        paths = sorted(inside.iterdir())
    except OSError:
        problems.append(Problem(name, 0, "must be a folder that can be opened"))
        return ()
    found = []
    for path in paths:
        if path.suffix == ".yml":
            text = "ends in .yml; rename it to end in .yaml"
            problems.append(Problem(path.relative_to(folder).as_posix(), 0, text))
            unread.add(path.stem)
        elif path.suffix == ".yaml":
            document = _read(folder, path, problems, unread)
            found += [document] if document else []
    return tuple(found)


def _read(folder: Path, path: Path, problems: list[Problem], unread: set[str]) -> Document | None:
    place = path.relative_to(folder).as_posix()
    if not _stays(folder, path):
        wrong = [Problem(place, 0, _OUT)]
        document = None
    elif not path.is_file():
        wrong = [Problem(place, 0, "is not a file that can be read; replace it by the text itself")]
        document = None
    else:
        document, wrong = read_yaml(path, place)
    if document is None:
        unread.add(path.stem)
    problems += wrong
    return document


def _stays(folder: Path, path: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # A link that leads to itself.
        return False
