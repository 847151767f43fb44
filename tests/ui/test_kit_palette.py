from __future__ import annotations

import weakref
from pathlib import Path

import pytest
import shiboken6
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workshop_studio.ui.kit.palette import CommandPalette
from workshop_studio.ui.kit.palette_filter import Command, matching
from workshop_studio.ui.theme.theme import Theme, ThemeChoice

RESOURCES = Path(__file__).parents[2] / "resources"
COMMANDS = (
    Command("end", "End block, start Break", "N"),
    Command("pause", "Pause the block"),
    Command("black", "Black the stage", "B"),
    Command("cafe", "Show the café map"),
)


@pytest.fixture(scope="module")
def theme(qapp):
    theme = Theme(RESOURCES, ThemeChoice.LIGHT)
    theme.choose(ThemeChoice.LIGHT, qapp)
    return theme


@pytest.fixture
def palette(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    qtbot.waitExposed(window)
    palette = CommandPalette(theme, COMMANDS, window)
    palette.open()
    return palette


def keys(typed: str) -> list[str]:
    return [command.key for command in matching(COMMANDS, typed)]


def test_nothing_typed_keeps_every_command_in_order():
    assert keys("  ") == ["end", "pause", "black", "cafe"]


def test_every_typed_word_has_to_be_found():
    assert keys("block pause") == ["pause"]
    assert keys("block zebra") == []


def test_the_start_of_a_word_beats_its_middle():
    commands = (Command("un", "Unpause"), Command("pause", "Pause"), Command("far", "Plan a use"))
    found = [command.key for command in matching(commands, "pause")]
    assert found == ["pause", "un", "far"]


def test_equally_good_commands_keep_their_order():
    assert keys("block") == ["end", "pause"]


def test_letters_in_order_are_enough():
    assert keys("btstg") == ["black"]


def test_case_and_accents_do_not_matter():
    assert keys("CAFE") == ["cafe"]
    assert keys("stâge") == ["black"]


@given(st.text(max_size=12))
def test_the_answers_are_some_of_the_commands_without_repeats(typed):
    found = keys(typed)
    assert len(set(found)) == len(found)
    assert set(found) <= {command.key for command in COMMANDS}


def test_typing_and_enter_do_the_best_match(qtbot, palette):
    with qtbot.waitSignal(palette.chosen) as heard:
        qtbot.keyClicks(palette.line, "black")
        assert palette.shown() == ("Black the stage",)
        qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert heard.args == ["black"]


def test_the_down_key_goes_to_the_next_command_and_stops_at_the_last(qtbot, palette):
    for _ in range(9):
        qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    qtbot.keyClick(palette.line, Qt.Key.Key_Up)
    with qtbot.waitSignal(palette.chosen) as heard:
        qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert heard.args == ["black"]


def test_enter_without_a_match_does_nothing(qtbot, palette):
    qtbot.keyClicks(palette.line, "zebra")
    with qtbot.assertNotEmitted(palette.chosen):
        qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_a_closed_palette_is_released(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    palette = CommandPalette(theme, COMMANDS, window)
    palette.open()
    alive = weakref.ref(palette)
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    del palette
    qtbot.waitUntil(lambda: alive() is None or not shiboken6.isValid(alive()))
    assert alive() is None
