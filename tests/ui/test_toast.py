"""What was just done, at the foot of its window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from workshop_studio.ui.kit.toast import Toast
from workshop_studio.ui.theme.theme import Theme, ThemeChoice

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
LONG = "Debrief: what did we pretend to do before? comes before Break"


@pytest.fixture
def toast(qtbot, qapp):
    theme = Theme(RESOURCES, ThemeChoice.LIGHT)
    theme.choose(ThemeChoice.LIGHT, qapp)
    window = QWidget()
    window.resize(1366, 768)
    qtbot.addWidget(window)
    made = Toast(theme, window)
    window.show()
    made.window_under = window
    return made


def test_a_long_sentence_takes_two_lines_where_there_is_no_room_beside_it(toast):
    toast.say(LONG, can_undo=True)
    assert toast.width() > 332
    toast.most_px = 332
    toast.say(LONG, can_undo=True)
    assert toast.width() <= 332
    text = toast.findChild(QLabel)
    one_line = text.fontMetrics().height()
    assert text.heightForWidth(text.width()) >= 2 * one_line
    assert text.height() >= text.heightForWidth(text.width())
    assert toast.undo.x() + toast.undo.width() <= toast.width()
    assert toast.y() + toast.height() == 768 - 16


def test_a_short_sentence_after_a_long_one_is_one_line_again(toast):
    toast.most_px = 332
    toast.say("Paused", can_undo=True)
    size = toast.size()
    toast.say(LONG, can_undo=True)
    toast.say("Paused", can_undo=True)
    assert toast.size() == size


def test_with_a_second_button_it_is_as_wide_as_it_needs(toast):
    toast.most_px = 332
    toast.say("Back in Cold open, 5:40 left", can_undo=True, also="Start its clock again")
    assert toast.width() > 332
