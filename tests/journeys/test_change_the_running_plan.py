"""The plan is changed and the session is driven by hand, in the real windows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from workshop_studio.domain.live import StageFace
from workshop_studio.domain.run_log import DelayReason

KEY = Qt.Key


@pytest.fixture
def running(app):
    app.make_sample()
    app.open_session()
    app.start()
    return app


def reading(app):
    return app.shell.studio.live.console()


def titles(app):
    return [row.title for row in app.console.agenda.rows]


def pick(app, words):
    """Choose an entry of the open menu."""
    menu = app.console.plan.menu
    action = next(a for a in menu.actions() if a.text().startswith(words))
    app.bot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def toast(app):
    return app.desktop.window.toast


def test_a_row_is_skipped_with_the_mouse_and_taken_back_from_the_toast(running):
    rows = running.console.agenda
    running.bot.mouseMove(rows, rows.box_of("b7").center().toPoint())
    running.bot.mouseClick(rows.more, Qt.MouseButton.LeftButton)
    pick(running, "Skip it")
    running.until(lambda: toast(running).text == "Break is skipped")
    assert reading(running).rows[6].detail == "skipped"
    assert reading(running).ends == "15:50"
    running.bot.mouseClick(toast(running).undo, Qt.MouseButton.LeftButton)
    running.until(lambda: reading(running).ends == "16:00")


def test_a_row_is_moved_and_made_longer_with_the_keyboard(running):
    rows = running.console.agenda
    rows.setFocus()
    rows.choose("b4")
    running.bot.keyClick(rows, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    running.until(lambda: titles(running)[3].startswith("Debrief: what did we pretend"))
    assert rows.chosen == "b4"
    running.bot.keyClicks(rows, "3")
    field = running.console.plan.minutes.minutes
    running.bot.keyClicks(field, "0")
    running.bot.keyClick(field, KEY.Key_Return)
    running.until(lambda: reading(running).ends == "16:03")
    running.until(lambda: toast(running).text == "Policy to Monday morning: 30 min instead of 27")
    running.bot.keyClick(rows, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    running.until(lambda: reading(running).ends == "16:00")


def test_a_row_is_dragged_to_another_place(running):
    rows = running.console.agenda
    start = rows.box_of("b5").center().toPoint()
    end = rows.box_of("b3").center().toPoint() - QPoint(0, 6)
    running.bot.mousePress(rows, Qt.MouseButton.LeftButton, pos=start)
    running.bot.mouseMove(rows, start - QPoint(0, 30))
    running.bot.mouseMove(rows, end)
    running.bot.mouseRelease(rows, Qt.MouseButton.LeftButton, pos=end)
    running.until(lambda: titles(running)[2].startswith("Debrief: what did we pretend"))
    assert reading(running).block.id == "b1"


def test_a_block_is_added_on_the_fly_and_runs(running, clock):
    running.press("add-block-button")
    panel = running.console.plan.adding
    running.bot.keyClicks(panel.title, "Now sing")
    panel.minutes.setText("5")
    running.bot.mouseClick(panel.add, Qt.MouseButton.LeftButton)
    running.until(lambda: titles(running)[1] == "Now sing")
    assert reading(running).block_number == 1
    clock.advance(5)
    running.key(KEY.Key_N)
    running.until(lambda: running.console.running.clock.text == "5:00")
    assert running.shell.stage.snapshot.title == "Now sing"


def test_a_reason_is_one_tap_and_stays_pressed(running):
    reasons = running.console.running.reasons
    assert not reasons.isVisible()
    running.press("extend-5")
    running.until(reasons.isVisible)
    running.press("reason-discussion")
    running.until(reasons.chips[DelayReason.DISCUSSION].isChecked)
    assert not reasons.chips[DelayReason.TECHNICAL].isChecked()
    running.until(lambda: "discussion" in toast(running).text)
    running.press("undo")
    running.until(lambda: not reasons.chips[DelayReason.DISCUSSION].isChecked())


def test_back_offers_the_time_that_was_left_or_the_whole(running, clock):
    clock.advance(110)
    running.press("primary")
    running.until(lambda: reading(running).block_number == 2)
    card = running.console.running
    running.until(card.back.isEnabled)
    assert card.keep_time.text() == "Its time kept, 4:10 left"
    card.full_time.trigger()
    running.until(lambda: card.clock.text == "6:00" and reading(running).block_number == 1)
    running.press("undo")
    running.until(lambda: reading(running).block_number == 2)
    running.key(KEY.Key_PageUp)
    running.until(lambda: card.clock.text == "4:10")
    also = toast(running).also
    running.until(lambda: also.isVisible() and also.text() == "Start its clock again")
    running.bot.mouseClick(also, Qt.MouseButton.LeftButton)
    running.until(lambda: card.clock.text == "6:00")


# --- keys ----------------------------------------------------------------------------------------


def test_two_clickers_on_two_windows_end_one_block(running, clock):
    clock.advance(5)
    running.bot.keyClick(running.shell.stage, KEY.Key_PageDown)
    running.key(KEY.Key_PageDown)
    running.bot.keyClick(running.shell.stage, KEY.Key_Right)
    running.until(lambda: reading(running).block_number == 2)
    clock.advance(0.5)
    running.key(KEY.Key_Right)
    running.until(lambda: reading(running).block_number == 3)
    assert running.console.banner.text == ""


@pytest.mark.parametrize(
    ("key", "sees"),
    [
        (KEY.Key_PageDown, lambda r: r.block_number == 3),
        (KEY.Key_Right, lambda r: r.block_number == 3),
        (KEY.Key_PageUp, lambda r: r.block_number == 1),
        (KEY.Key_Left, lambda r: r.block_number == 1),
        (KEY.Key_B, lambda r: r.is_black),
        (KEY.Key_Period, lambda r: r.is_black),
        (KEY.Key_F, lambda r: r.is_frozen),
    ],
)
@pytest.mark.parametrize("window", ["console", "stage"])
def test_the_keys_of_a_clicker_work_on_either_window(running, clock, key, sees, window):
    clock.advance(5)
    running.key(KEY.Key_N)
    running.until(lambda: reading(running).block_number == 2)
    clock.advance(5)
    target = running.console if window == "console" else running.shell.stage
    running.bot.keyClick(target, key)
    running.until(lambda: sees(reading(running)))


def test_a_key_that_is_stuck_on_the_stage_acts_once(running, clock):
    clock.advance(5)
    press = QEvent.Type.KeyPress
    none = Qt.KeyboardModifier.NoModifier
    running.bot.keyPress(running.shell.stage, KEY.Key_PageDown)
    for _ in range(5):
        clock.advance(1)
        held = QKeyEvent(press, KEY.Key_PageDown, none, "", autorep=True)
        QApplication.sendEvent(running.shell.stage, held)
    running.until(lambda: reading(running).block_number == 2)
    running.bot.wait(50)
    assert reading(running).block_number == 2


def test_no_field_of_the_console_lets_a_clicker_through(running, clock):
    clock.advance(5)
    page = running.console
    running.press("add-block-button")
    fields = [page.messages.line, page.notes.own, page.plan.adding.title, page.plan.adding.minutes,
              page.plan.adding.kind, page.plan.adding.where]  # fmt: skip
    acts = len(running.shell.studio.live.log)
    for field in fields:
        field.setFocus()
        for key in (KEY.Key_PageDown, KEY.Key_PageUp, KEY.Key_Right, KEY.Key_B, KEY.Key_Period,
                    KEY.Key_N, KEY.Key_F):  # fmt: skip
            running.bot.keyClick(field, key)
    running.bot.wait(50)
    assert len(running.shell.studio.live.log) == acts


def test_escape_ends_nothing_wherever_it_is_pressed(running, clock):
    clock.advance(5)
    page = running.console
    running.press("add-block-button")
    targets = [page, running.shell.stage, page.agenda, page.messages.line, page.notes.own,
               page.running.primary, page.running.end, page.plan.adding.title]  # fmt: skip
    acts = len(running.shell.studio.live.log)
    for target in targets:
        target.setFocus()
        running.bot.keyClick(target, KEY.Key_Escape)
    running.bot.wait(50)
    assert len(running.shell.studio.live.log) == acts
    assert running.shell.stage.isVisible()
    assert running.shell.stage.snapshot.face is StageFace.COUNTDOWN


def to_the_last(app, clock):
    for number in range(2, 12):
        clock.advance(2)
        app.key(KEY.Key_N)
        app.until(lambda number=number: reading(app).block_number == number)
    clock.advance(2)


@pytest.mark.parametrize("how", ["mouse", "space", "enter"])
def test_the_last_block_ends_only_when_the_button_is_held(running, clock, how):
    to_the_last(running, clock)
    running.key(KEY.Key_PageDown)
    running.until(lambda: "Hold" in running.console.banner.text)
    end = running.console.running.end
    running.until(lambda: end.isVisible() and not end.visibleRegion().isEmpty())
    if how == "mouse":
        running.bot.mousePress(end, Qt.MouseButton.LeftButton)
    else:
        end.setFocus()
        key = KEY.Key_Space if how == "space" else KEY.Key_Return
        running.bot.keyPress(end, key)
    running.until(running.console.ended.isVisible)
    assert reading(running).phase.value == "ended"
    running.press("ended-undo")
    running.until(running.console.running.end.isVisible)
    assert reading(running).block_number == 11


def test_after_the_end_the_console_leads_to_review(running, clock):
    to_the_last(running, clock)
    running.shell.console.presenter.end()
    running.until(running.console.ended.isVisible)
    assert not running.console.running.isVisible()
    running.press("ended-review")
    assert running.room == "review"


def test_the_session_can_be_ended_early_by_name_and_is_asked_about_first(running):
    running.shell.doings.do("run-end")
    area = running.console.standing
    running.until(area.isVisible)
    assert area.texts == ("End the session in You said, we did? 10 blocks have not begun.",)
    running.bot.mouseClick(area.answer_of("End the session"), Qt.MouseButton.LeftButton)
    running.until(running.console.ended.isVisible)
    assert not area.isVisible()
