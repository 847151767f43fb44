"""Ending is held, by whatever hand; keys belong to the field in which somebody types."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from workshop_studio.ui.kit.basics import HoldButton
from workshop_studio.ui.kit.keys import bind_keys, press_focused
from workshop_studio.ui.theme.theme import Theme, ThemeChoice

KEY = Qt.Key
RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="module")
def theme(qapp):
    theme = Theme(RESOURCES, ThemeChoice.LIGHT)
    theme.choose(ThemeChoice.LIGHT, qapp)
    return theme


class Page(QWidget):
    def __init__(self, theme):
        super().__init__()
        column = QVBoxLayout(self)
        self.fields = [QLineEdit(), QPlainTextEdit(), QSpinBox(), QComboBox()]
        self.hold = HoldButton(theme, "Hold to end", hold_ms=60)
        for widget in (*self.fields, self.hold):
            column.addWidget(widget)
        self.done, self.held = [], []
        self.hold.held.connect(lambda: self.held.append(True))
        keys = (KEY.Key_N, KEY.Key_PageDown, KEY.Key_PageUp, KEY.Key_Right, KEY.Key_Left,
                KEY.Key_B, KEY.Key_Period, KEY.Key_F, KEY.Key_Space)  # fmt: skip
        acts = {key: self._act(key) for key in keys}
        acts[KEY.Key_Space] = self._space
        bind_keys(self, acts, lambda: self.done.append("undo"))

    def _act(self, key):
        return lambda: self.done.append(key)

    def _space(self):
        if not press_focused(self):
            self.done.append(KEY.Key_Space)


@pytest.fixture
def page(qtbot, theme):
    shown = Page(theme)
    qtbot.addWidget(shown)
    shown.resize(900, 400)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


CLICKER = (
    KEY.Key_N, KEY.Key_PageDown, KEY.Key_PageUp, KEY.Key_Right, KEY.Key_Left, KEY.Key_B,
    KEY.Key_Period, KEY.Key_F, KEY.Key_Space,
)  # fmt: skip


@pytest.mark.parametrize("place", range(4))
def test_no_key_of_the_page_acts_while_a_field_has_the_keyboard(qtbot, page, place):
    field = page.fields[place]
    field.setFocus()
    for key in CLICKER:
        qtbot.keyClick(field, key)
    assert page.done == []


def test_every_key_of_the_page_acts_while_no_field_has_the_keyboard(qtbot, page):
    page.setFocus()
    for key in CLICKER:
        qtbot.keyClick(page, key)
    assert page.done == list(CLICKER)


@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_Return, KEY.Key_Enter])
def test_a_held_key_ends_and_a_short_press_does_not(qtbot, page, key):
    page.hold.setFocus()
    qtbot.keyClick(page.hold, key)
    qtbot.wait(120)
    assert page.held == []
    qtbot.keyPress(page.hold, key)
    qtbot.waitUntil(lambda: page.held == [True])
    qtbot.keyRelease(page.hold, key)
    assert page.done == []


def test_a_held_mouse_ends_and_a_click_does_not(qtbot, page):
    qtbot.mouseClick(page.hold, Qt.MouseButton.LeftButton)
    qtbot.wait(120)
    assert page.held == []
    qtbot.mousePress(page.hold, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.held == [True])
    qtbot.mouseRelease(page.hold, Qt.MouseButton.LeftButton)
    assert page.held == [True]


def test_leaving_the_button_while_it_is_held_ends_nothing(qtbot, page):
    page.hold.setFocus()
    qtbot.keyPress(page.hold, KEY.Key_Return)
    page.fields[0].setFocus()
    qtbot.wait(120)
    assert page.held == []


def test_escape_on_the_button_ends_nothing(qtbot, page):
    page.hold.setFocus()
    qtbot.keyPress(page.hold, KEY.Key_Escape)
    qtbot.wait(120)
    qtbot.keyRelease(page.hold, KEY.Key_Escape)
    assert (page.held, page.done) == ([], [])
