"""Files and folders that the person may not write to or look into."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from workshop_studio.domain.errors import StorageUnavailable
from workshop_studio.storage.workspace_file import open_workspace
from workshop_studio.ui.wording import words

NOBODY = 65534
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="rights of Linux are tried here"
)


@contextmanager
def as_a_person_without_rights():
    """Stop being root for a moment: root may write everywhere."""
    if os.getuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def folder():
    # The folder that pytest gives is closed to everybody but the one who runs the tests.
    made = Path(tempfile.mkdtemp(prefix="workshop-studio-"))
    made.chmod(0o755)
    if os.getuid() == 0:
        os.chown(made, NOBODY, NOBODY)
    yield made
    for path in (made, *made.rglob("*")):
        path.chmod(0o755)
    shutil.rmtree(made)


@pytest.fixture
def path(folder):
    path = folder / "a.sqlite"
    open_workspace(path).close()
    if os.getuid() == 0:
        os.chown(path, NOBODY, NOBODY)
    return path


def seen(folder):
    return {
        file.name: (file.stat().st_mtime_ns, hashlib.sha256(file.read_bytes()).hexdigest())
        for file in folder.iterdir()
    }


def refused(path, code):
    with as_a_person_without_rights(), pytest.raises(StorageUnavailable) as error:
        open_workspace(path)
    assert error.value.code == code
    assert str(path) in words(error.value)


def test_a_file_in_a_folder_that_takes_no_side_files_is_refused_and_left_alone(path):
    before = seen(path.parent)
    path.parent.chmod(0o555)
    refused(path, "workspace-read-only")
    assert seen(path.parent) == before


def test_a_file_that_may_be_read_only_is_refused_and_left_alone(path):
    before = seen(path.parent)
    path.chmod(0o444)
    refused(path, "workspace-read-only")
    assert seen(path.parent) == before


def test_a_file_that_may_not_be_read_is_refused_and_left_alone(path):
    before = seen(path.parent)
    path.chmod(0o200)
    refused(path, "workspace-failed")
    path.chmod(0o644)
    assert seen(path.parent) == before


@pytest.mark.parametrize("name", ["new.sqlite", "new/folder/new.sqlite"])
def test_nothing_is_made_in_a_folder_that_may_not_be_written_to(folder, name):
    folder.chmod(0o555)
    refused(folder / name, "workspace-read-only")
    assert list(folder.iterdir()) == []


def test_a_folder_that_may_not_be_entered_is_named(path):
    path.parent.chmod(0o000)
    refused(path, "workspace-failed")
    path.parent.chmod(0o755)
    assert [one.name for one in path.parent.iterdir()] == ["a.sqlite"]


def lost_head(path):
    path.write_bytes(b"\0" * 4096 + path.read_bytes()[4096:])


def lost_middle(path):
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * 8192 + whole[12288:])


def cut_short(path):
    path.write_bytes(path.read_bytes()[:10000])


def newer(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def a_letter(path):
    path.write_text("Dear all, this is no database.")


def songs(path):
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    path.chmod(0o666)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lost_head, "workspace-not-ours"),
        (lost_middle, "workspace-damaged"),
        (cut_short, "workspace-damaged"),
        (newer, "workspace-newer"),
        (a_letter, "workspace-not-ours"),
        (songs, "workspace-not-ours"),
    ],
)
def test_what_cannot_be_opened_keeps_its_bytes_and_gets_no_side_files(path, spoil, code):
    spoil(path)
    before = seen(path.parent)
    refused(path, code)
    assert seen(path.parent) == before


def test_every_refusal_has_its_own_words():
    codes = ("not-ours", "damaged", "newer", "read-only", "locked", "failed", "missing")
    said = {words(StorageUnavailable(f"workspace-{code}", path="w")) for code in codes}
    assert len(said) == len(codes)
