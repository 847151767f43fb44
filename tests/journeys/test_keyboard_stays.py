"""Whatever was answered, pressed, sent or closed: keys and the clicker drive the session again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from workshop_studio.domain.live import StageFace


@pytest.fixture
def late(app, clock):
    """A session that began six minutes late, with the question what becomes of its end."""
    app.make_sample()
    app.open_session()
    start = app.shell.studio.live.session.start_utc
    clock.advance((start - clock.now().utc).total_seconds() + 360)
    app.start()
    app.until(lambda: "Started 6 min late." in app.console.standing.texts)
    return app


def press_anywhere(app, key):
    """Press a key where the keyboard is: in what has the focus, else in the window."""
    app.bot.keyClick(QApplication.focusWidget() or app.desktop.window, key)


def assert_driven(app):
    """Blank the stage as a clicker would, and bring it back."""
    before = app.shell.stage.snapshot.face
    press_anywhere(app, Qt.Key.Key_Period)
    app.until(lambda: app.shell.stage.snapshot.face is StageFace.BLACK)
    press_anywhere(app, Qt.Key.Key_B)
    app.until(lambda: app.shell.stage.snapshot.face is before)


def test_after_a_standing_question_is_answered(late):
    late.bot.mouseClick(late.console.standing.answer_of("Shift all"), Qt.MouseButton.LeftButton)
    late.until(late.console.standing.isHidden)
    assert late.console.hasFocus()
    assert_driven(late)


def test_after_a_standing_question_is_answered_with_keys(late):
    late.console.standing.answer_of("Shift all").setFocus()
    press_anywhere(late, Qt.Key.Key_Space)
    late.until(late.console.standing.isHidden)
    assert late.console.hasFocus()
    assert_driven(late)


def test_after_a_message_is_sent_or_left_with_escape(late):
    line = late.console.messages.line
    line.setFocus()
    QTest.keyClicks(line, "Lunch at noon")
    QTest.keyClick(line, Qt.Key.Key_Return)
    late.until(lambda: late.shell.stage.snapshot.message == "Lunch at noon")
    assert_driven(late)
    for field in (line, late.console.notes.own):
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert late.console.hasFocus()


def test_after_the_palette_is_closed_or_has_done_something(late):
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        late.console.setFocus()
        late.shell.doings.open_palette()
        line = late.shell.doings.palette.line
        QTest.keyClicks(line, "freeze")
        QTest.keyClick(line, key)
        late.until(lambda: late.shell.doings.palette is None)
        assert late.console.hasFocus()
    late.until(lambda: late.shell.studio.live.console().is_frozen)


def test_from_the_rail_the_clicker_still_drives_what_is_on_the_screen(late, clock):
    late.desktop.window.rail.findChild(QPushButton, "rail-run").setFocus()
    assert not late.console.isAncestorOf(QApplication.focusWidget())
    clock.advance(5)
    press_anywhere(late, Qt.Key.Key_PageDown)
    late.until(lambda: late.shell.studio.live.console().block_number == 2)


def test_from_another_room_the_clicker_changes_nothing_unseen(late, clock):
    late.shell.show_room("plan")
    clock.advance(5)
    rail = late.desktop.window.rail.findChild(QPushButton, "rail-run")
    late.bot.keyClick(rail, Qt.Key.Key_PageDown)
    assert late.shell.studio.live.console().block_number == 1


def test_space_pauses_after_another_button_was_clicked(late):
    running = late.console.running
    late.press("extend-5")
    late.until(lambda: running.clock.text == "11:00")
    press_anywhere(late, Qt.Key.Key_Space)
    late.until(lambda: running.pause.text() == "Go on")
    assert running.clock.text == "11:00"


def test_f6_goes_to_the_rows_of_the_agenda_at_once(late):
    late.console.setFocus()
    for _ in late.console.regions:
        press_anywhere(late, Qt.Key.Key_F6)
        if late.console.agenda.hasFocus():
            break
    assert late.console.agenda.hasFocus()


def test_the_buttons_that_push_a_block_show_their_whole_words(late):
    plan = late.console.plan
    row = next(
        row for row in plan.list.rows if row.block_id != late.console.agenda.rows[0].block_id
    )
    plan.minutes.ask_push(row, is_alone=True)
    late.until(plan.minutes.rest.isVisible)
    for button in (plan.minutes.one, plan.minutes.rest):
        late.until(lambda button=button: button.width() >= button.sizeHint().width())
        assert button.x() + button.width() <= plan.minutes.width()


def test_a_console_that_closes_with_the_keyboard_in_a_field_closes_quietly(late):
    late.console.messages.line.setFocus()
    late.stop()
    assert late.desktop is None
