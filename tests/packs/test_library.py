from __future__ import annotations

import shutil

from workshop_studio.packs.library import read_shelf


def test_a_folder_that_is_a_pack_itself_is_read(example):
    assert [pack.id for pack in read_shelf((example,)).packs] == ["first-question"]


def test_the_same_folder_named_twice_replaces_nothing(example):
    shelf = read_shelf((example.parent, example))
    assert (len(shelf.packs), shelf.notes) == (1, ())


def test_the_note_names_both_folders(example, tmp_path):
    other = tmp_path / "other" / "mine"
    shutil.copytree(example, other)
    shelf = read_shelf((example, other))
    assert shelf.notes == (f"{other} replaces {example}",)
    assert shelf.pack("first-question").folder == str(other)


def test_a_broken_later_pack_leaves_the_earlier_one(example, edit, tmp_path):
    other = tmp_path / "other" / "mine"
    shutil.copytree(example, other)
    edit(other, "format: 1", "format: 2")
    shelf = read_shelf((example, tmp_path / "other"))
    assert shelf.pack("first-question").folder == str(example)
    assert [folder for folder, _ in shelf.broken] == [str(other)]


def test_a_folder_of_parts_without_a_session_is_listed_as_broken(example):
    (example / "session.yaml").unlink()
    shelf = read_shelf((example.parent,))
    assert shelf.packs == ()
    assert [str(problem) for problem in shelf.broken[0][1]] == [
        "session.yaml: is missing; every pack needs it"
    ]


def test_a_folder_that_does_not_exist_holds_no_packs(tmp_path):
    assert read_shelf((tmp_path / "nowhere",)).packs == ()
