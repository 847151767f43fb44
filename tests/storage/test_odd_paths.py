from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from workshop_studio.domain.errors import StorageUnavailable
from workshop_studio.storage import workspace_file
from workshop_studio.storage.workspace_file import open_workspace


@pytest.mark.parametrize(
    "folder",
    [
        "50% off",
        "100%(here)s",
        "with some spaces ",
        "Übungen für Łódź",
        "人 and 🙂",
        'it\'s "quoted"; -- and more',
        "#1 & co?",
        "/".join(["a-rather-long-name-of-a-folder-" * 2] * 6),
    ],
)
def test_a_workspace_opens_wherever_a_person_keeps_it(tmp_path, folder):
    path = tmp_path / folder / "my workspace.sqlite"
    for _ in range(2):
        workspace = open_workspace(path)
        with workspace.writing() as work:
            work.settings.put("tone", "soft")
            work.commit()
        workspace.close()
    workspace = open_workspace(path, create=False)
    with workspace.reading() as work:
        assert work.settings.get("tone") == "soft"
    workspace.close()
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_migration_finds_its_scripts_when_the_app_lies_in_an_odd_folder(tmp_path, monkeypatch):
    # Alembic reads its settings as a file format in which a percent sign has a meaning.
    odd = tmp_path / "50% off" / "storage"
    odd.mkdir(parents=True)
    here = Path(workspace_file.__file__).parent
    shutil.copytree(here / "migrations", odd / "migrations")
    monkeypatch.setattr(workspace_file, "__file__", str(odd / "workspace_file.py"))
    workspace = open_workspace(tmp_path / "a.sqlite")
    with workspace.reading() as work:
        assert work.cohorts.all() == ()
    workspace.close()


@pytest.mark.parametrize("name", ["x" * 300, "/".join(["y" * 90] * 6)])
def test_a_name_that_is_too_long_is_refused_in_words_before_anything_is_made(tmp_path, name):
    for path in (tmp_path / name / "a.sqlite", tmp_path / f"{name}.sqlite"):
        with pytest.raises(StorageUnavailable) as refused:
            open_workspace(path)
        assert refused.value.code == "workspace-name-too-long"
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_is_not_a_workspace_and_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.sqlite")
    with pytest.raises(StorageUnavailable) as refused:
        open_workspace(tmp_path / "pipe.sqlite")
    assert refused.value.code == "workspace-not-ours"
