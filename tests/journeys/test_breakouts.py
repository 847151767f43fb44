"""Eight groups in the real windows: sent out, helped one by one, killed, called back."""

from __future__ import annotations

import pytest
from driver import App
from PySide6.QtCore import Qt

from workshop_studio.domain.live import ClockStyle, StageFace


def entry(menu, name):
    """Choose an entry of a menu, also of one inside it."""
    for action in menu.actions():
        if action.objectName() == name:
            action.trigger()
            menu.close()
            return
        if action.menu() is not None:
            entry(action.menu(), name)
    menu.close()


def said(app):
    return [cell.accessibleName().split(": ", 1)[1] for cell in app.console.tables.cells]


def choose(app, place, name):
    """Click a group and choose from its menu."""
    cell = app.console.tables.cells[place]
    app.bot.mouseClick(cell, Qt.MouseButton.LeftButton)
    app.until(lambda: app.console.tables.menu is not None and app.console.tables.menu.isVisible())
    entry(app.console.tables.menu, name)


@pytest.fixture
def out(app):
    """Return the app with eight groups out for five minutes in the first block."""
    app.desktop.window.resize(1366, 768)
    app.make_sample()
    app.open_session()
    app.start()
    assert app.console.tables.isHidden()
    app.press("send-out-groups")
    app.until(lambda: app.console.tables.panel is not None)
    panel = app.console.tables.panel
    lines = dict(panel.lines)
    assert [lines[letter][0].text() for letter in "ABCDEF"] == [
        "Basil", "Fennel", "Juniper", "Saffron", "Sorrel", "Thyme"
    ]  # fmt: skip
    for letter, name in (("G", "Gallery"), ("H", "Garden")):
        app.bot.keyClicks(lines[letter][0], name)
    app.bot.keyClicks(panel.common, "Unseen?")
    app.bot.keyClicks(lines["C"][2], "Ines")
    panel.minutes.selectAll()
    app.bot.keyClicks(panel.minutes, "5")
    app.bot.keyClick(panel.minutes, Qt.Key.Key_Return)
    app.until(lambda: len(app.console.tables.cells) == 8)
    return app


def test_eight_groups_stand_on_console_and_wall_and_nothing_is_clipped(out):
    out.until(lambda: out.shell.stage.snapshot.face is StageFace.BREAKOUTS)
    assert len(out.shell.stage.snapshot.breakouts.tracks) == 8
    assert said(out) == ["5:00 left"] * 8
    assert "Ines" not in repr(out.shell.stage.snapshot)
    window = out.desktop.window
    assert (window.width(), window.height()) == (1366, 768)
    card = out.console.tables
    assert all(card.rect().contains(cell.geometry()) for cell in card.cells)
    for part in (card, out.console.messages.send, out.console.messages.until_read):
        place = part.mapTo(window, part.rect().bottomRight())
        assert window.rect().contains(place)


def test_each_group_is_helped_on_its_own_and_every_act_is_taken_back(out, clock):
    clock.advance(60)
    out.until(lambda: said(out)[0] == "4:00 left")
    choose(out, 2, "more-2")
    out.until(lambda: said(out)[2] == "6:00 left")
    # The block had five minutes left: all come back a minute later than it would have ended.
    assert out.console.running.clock.text == "6:00"
    out.press("undo")
    out.until(lambda: said(out)[2] == "4:00 left")
    assert out.console.running.clock.text == "5:00"
    choose(out, 3, "hold")
    out.until(lambda: said(out)[3] == "4:00 Paused")
    choose(out, 1, "back")
    out.until(lambda: said(out)[1] == "Back")
    assert out.shell.stage.snapshot.breakouts.tracks[1].clock is None
    choose(out, 1, "back")
    out.until(lambda: said(out)[1] == "4:00 left")


def test_groups_are_reached_and_chosen_with_the_keyboard_and_no_arrow_ends_the_block(out, clock):
    clock.advance(5)
    cells = out.console.tables.cells
    cells[0].setFocus()
    out.bot.keyClick(cells[0], Qt.Key.Key_Right)
    out.until(cells[1].hasFocus)
    assert out.shell.studio.live.console().block_number == 1
    out.bot.keyClick(cells[1], Qt.Key.Key_Return)
    out.until(lambda: out.console.tables.menu is not None and out.console.tables.menu.isVisible())
    entry(out.console.tables.menu, "hold")
    out.until(lambda: said(out)[1].endswith("Paused"))


def test_a_round_a_call_and_the_end_of_the_breakout_for_all(out, clock):
    clock.advance(30)
    out.key(Qt.Key.Key_G)
    out.until(lambda: out.console.tables.menu is not None and out.console.tables.menu.isVisible())
    entry(out.console.tables.menu, "round")
    out.until(lambda: out.console.tables.panel is not None)
    panel = out.console.tables.panel
    panel.minutes.setText("2")
    out.bot.keyClicks(panel.title, "Last pass")
    out.bot.keyClick(panel.title, Qt.Key.Key_Return)
    out.until(lambda: said(out) == ["2:00 left"] * 8)
    assert out.shell.stage.snapshot.title == "Last pass"
    choose(out, 0, "call-back")
    out.until(lambda: out.shell.stage.snapshot.message == "Come back together now")
    out.press("room-has-it")
    out.until(lambda: out.shell.stage.snapshot.message == "")
    choose(out, 0, "call-off")
    out.until(out.console.tables.isHidden)
    assert out.shell.stage.snapshot.face is StageFace.COUNTDOWN


def test_a_breakout_goes_on_after_a_crash_as_it_was(out, qtbot, qapp, tmp_path, clock):
    clock.advance(60)
    choose(out, 3, "hold")
    out.until(lambda: said(out)[3] == "4:00 Paused")
    choose(out, 1, "back")
    out.until(lambda: said(out)[1] == "Back")
    out.stop()
    clock.restart(after_s=30)
    again = App(qtbot, qapp, tmp_path / "w.sqlite", clock)
    assert again.shell.stage.snapshot.face is StageFace.HOLDING
    again.press("kept-going")
    again.until(lambda: len(again.console.tables.cells) == 8 and said(again)[0] == "3:30 left")
    assert (said(again)[1], said(again)[3]) == ("Back", "4:00 Paused")
    assert again.shell.stage.snapshot.face is StageFace.BREAKOUTS
    again.stop()


def test_the_wall_shows_what_the_menu_and_its_keys_say(app, clock):
    app.make_sample()
    app.open_session()
    app.start()
    stage = app.shell.stage
    app.key(Qt.Key.Key_A)
    app.until(lambda: stage.snapshot.face is StageFace.AGENDA)
    app.key(Qt.Key.Key_H)
    app.until(lambda: stage.snapshot.face is StageFace.COUNTDOWN)
    app.bot.keyClick(stage, Qt.Key.Key_H)
    app.until(lambda: stage.snapshot.face is StageFace.HOLDING)
    app.key(Qt.Key.Key_C)
    app.until(lambda: stage.snapshot.face is StageFace.COUNTDOWN)
    app.console.wall.menu.styles[ClockStyle.RING].trigger()
    app.until(lambda: stage.snapshot.clock.style is ClockStyle.RING)
    app.key(Qt.Key.Key_W)
    asks = app.shell.console.wiring.asks
    app.until(lambda: asks.words is not None)
    app.bot.keyClicks(asks.words.line, "drif")
    assert asks.words.shown()[0] == "drift"
    app.bot.keyClick(asks.words.line, Qt.Key.Key_Return)
    app.until(lambda: stage.snapshot.face is StageFace.WORD and stage.snapshot.word.term == "drift")
    app.key(Qt.Key.Key_P)
    app.until(lambda: asks.prompt is not None)
    assert asks.prompt.choices[0].accessibleName() == "Three things you wrote last time"
    app.bot.mouseClick(asks.prompt.choices[1], Qt.MouseButton.LeftButton)
    app.until(lambda: stage.snapshot.prompt == "What we changed because of them")
    app.key(Qt.Key.Key_P)
    app.until(lambda: asks.prompt is not None)
    app.bot.keyClicks(asks.prompt.line, "Now who, by when?")
    app.bot.keyClick(asks.prompt.line, Qt.Key.Key_Return)
    app.until(lambda: stage.snapshot.prompt == "Now who, by when?")
    assert app.shell.studio.live.console().block_number == 1


def test_a_message_stands_until_the_room_has_it(app, clock):
    app.make_sample()
    app.open_session()
    app.start()
    card = app.console.messages
    app.bot.keyClicks(card.line, "Keep the questions.")
    app.bot.mouseClick(card.until_read, Qt.MouseButton.LeftButton)
    app.bot.mouseClick(card.send, Qt.MouseButton.LeftButton)
    app.until(lambda: app.shell.stage.snapshot.message == "Keep the questions.")
    clock.advance(75)
    app.until(lambda: card.age == "On the wall for 1 min")
    app.press("room-has-it")
    app.until(lambda: app.shell.stage.snapshot.message == "")
    app.until(lambda: card.age == "")
