from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from workshop_studio.ui.kit.choices import Choice, DateField
from workshop_studio.ui.theme.theme import Theme, ThemeChoice

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture
def theme(qapp):
    made = Theme(RESOURCES, ThemeChoice.LIGHT)
    made.apply(qapp)
    return made


def wheel(widget):
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_the_wheel_changes_no_choice_and_the_arrow_keys_do(qtbot, theme):
    choice = Choice(theme, "Meaning")
    qtbot.addWidget(choice)
    choice.addItems(["Name", "Mail"])
    wheel(choice)
    assert choice.currentText() == "Name"
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert choice.currentText() == "Mail"
    assert choice.accessibleName() == "Meaning"


def test_the_wheel_moves_no_session_and_days_are_in_english(qtbot, theme):
    field = DateField(theme, "Starts")
    qtbot.addWidget(field)
    field.setDateTime(field.dateTime().fromString("2026-10-06T13:30", "yyyy-MM-ddTHH:mm"))
    field.show()
    wheel(field)
    assert field.text() == "Tue 6 Oct 2026, 13:30"


@pytest.mark.parametrize("kind", [Choice, DateField])
def test_a_chevron_says_that_more_opens(qtbot, theme, kind):
    field = kind(theme)
    qtbot.addWidget(field)
    field.resize(200, 36)
    with_chevron = field.grab().toImage()
    inside = [
        with_chevron.pixelColor(x, y).name()
        for x in range(200 - 26, 200 - 10)
        for y in range(10, 26)
    ]
    assert theme.colour("text-2").name() in inside
