from __future__ import annotations

import pytest

from workshop_studio.app.preferences import Preferences, PreferencesFile


def test_a_first_start_has_the_defaults_and_writes_nothing(tmp_path):
    assert PreferencesFile(tmp_path / "p.toml").now == Preferences("system", "")
    assert list(tmp_path.iterdir()) == []


def test_what_was_chosen_is_there_at_the_next_start(tmp_path):
    PreferencesFile(tmp_path / "deep" / "p.toml").change(theme="dark", window='a"b\\c')
    assert PreferencesFile(tmp_path / "deep" / "p.toml").now == Preferences("dark", 'a"b\\c')


@pytest.mark.parametrize("content", ["theme = ", "\x00\x01", 'theme = 3\nother = "x"'])
def test_a_file_that_cannot_be_understood_counts_as_none(tmp_path, content):
    (tmp_path / "p.toml").write_text(content, encoding="utf-8")
    assert PreferencesFile(tmp_path / "p.toml").now == Preferences()


def test_a_failed_write_keeps_what_was_there(tmp_path):
    file = PreferencesFile(tmp_path / "p.toml")
    file.change(theme="dark")
    (tmp_path / "p.toml.part").mkdir()
    with pytest.raises(IsADirectoryError):
        file.change(theme="light")
    assert PreferencesFile(tmp_path / "p.toml").now.theme == "dark"
