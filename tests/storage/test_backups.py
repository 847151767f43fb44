from __future__ import annotations

import sqlite3

import pytest

from fakes import ManualClock
from studio_fixture import a_studio
from workshop_studio.storage.backups import FOLDER, back_up
from workshop_studio.storage.workspace_file import open_workspace


@pytest.fixture
def path(tmp_path):
    a_studio(tmp_path, ManualClock()).close()
    return tmp_path / "w.sqlite"


def add_cohort(path, name):
    studio = a_studio(path.parent, ManualClock(), with_session=False)
    studio.cohorts.create(name)
    studio.close()


def names_in(copy):
    workspace = open_workspace(copy, create=False)
    with workspace.reading() as work:
        names = {cohort.name for cohort in work.cohorts.all()}
    workspace.close()
    return names


def test_a_backup_holds_what_the_workspace_holds(path):
    copy = back_up(path)
    assert copy.parent == path.parent / FOLDER
    assert names_in(copy) == {"Autumn"}


def test_what_has_not_changed_is_not_copied_twice(path):
    first = back_up(path)
    assert back_up(path) is None
    assert list(first.parent.iterdir()) == [first]


def test_an_older_state_is_there_after_a_mistake(path):
    back_up(path)
    add_cohort(path, "Mistake")
    second = back_up(path)
    first = min(second.parent.glob("*.sqlite"))
    assert names_in(first) == {"Autumn"}
    assert names_in(second) == {"Autumn", "Mistake"}


def test_the_last_five_are_kept(path):
    for number in range(7):
        add_cohort(path, f"Cohort {number}")
        back_up(path)
    copies = sorted((path.parent / FOLDER).iterdir())
    assert [copy.name for copy in copies] == [f"w.00000{n}.sqlite" for n in (3, 4, 5, 6, 7)]
    assert "Cohort 6" in names_in(copies[-1])


def test_a_backup_that_was_cut_off_is_no_backup(path):
    folder = path.parent / FOLDER
    folder.mkdir()
    (folder / "w.part").write_bytes(b"half")
    back_up(path)
    assert [copy.name for copy in folder.iterdir()] == ["w.000001.sqlite"]


def test_what_is_written_while_the_workspace_is_open_is_in_it_too(path):
    studio = a_studio(path.parent, ManualClock(), with_session=False)
    studio.cohorts.create("Just now")
    copy = back_up(path)
    studio.close()
    assert "Just now" in names_in(copy)


def test_a_file_that_cannot_be_read_is_left_alone(tmp_path):
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"no database" * 100)
    with pytest.raises(sqlite3.DatabaseError):
        back_up(broken)
    assert broken.read_bytes() == b"no database" * 100
