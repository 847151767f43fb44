"""The command list, own notes, and another workspace, in the real windows."""

from __future__ import annotations

from driver import App
from PySide6.QtCore import Qt

from workshop_studio.app.bootstrap import open_studio
from workshop_studio.app.preferences import PreferencesFile
from workshop_studio.domain.live import StageFace


def ask_palette(app, typed):
    app.bot.keyClick(app.desktop.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    app.until(lambda: app.shell.doings.palette is not None)
    palette = app.shell.doings.palette
    app.bot.keyClicks(palette.line, typed)
    return palette


def test_typing_what_one_wants_does_it(app):
    app.make_sample()
    app.open_session()
    app.start()
    palette = ask_palette(app, "black")
    assert palette.shown()[0] == "Black the stage, or show it again"
    app.bot.keyClick(palette.line, Qt.Key.Key_Return)
    app.until(lambda: app.shell.stage.snapshot.face is StageFace.BLACK)
    app.until(lambda: app.shell.doings.palette is None)


def test_escape_closes_the_list_and_does_nothing(app):
    app.make_sample()
    app.open_session()
    app.start()
    palette = ask_palette(app, "next")
    app.bot.keyClick(palette.line, Qt.Key.Key_Escape)
    app.until(lambda: app.shell.doings.palette is None)
    assert app.shell.studio.live.console().block_number == 1


def test_an_own_note_saves_itself_and_stays_with_its_block(app, qtbot, qapp, tmp_path, clock):
    app.make_sample()
    app.open_session()
    app.start()
    notes = app.console.notes
    app.bot.keyClicks(notes.own, "Corner table is quiet")
    app.until(lambda: notes.saved.text.startswith("saved"))
    clock.advance(5)
    app.press("primary")
    app.until(lambda: app.shell.stage.snapshot.title == "Nora’s bag")
    assert notes.own.toPlainText() == ""
    app.bot.keyClicks(notes.own, "Not yet saved when the window closes")
    app.stop()
    clock.restart(after_s=10)
    again = App(qtbot, qapp, tmp_path / "w.sqlite", clock)
    again.press("kept-going")
    again.until(lambda: not again.console.recovery.isVisible())
    again.until(lambda: again.console.notes.own.toPlainText().startswith("Not yet saved"))
    clock.advance(1)
    again.key(Qt.Key.Key_PageUp)
    again.until(lambda: again.console.notes.own.toPlainText() == "Corner table is quiet")
    again.stop()


def test_closing_the_window_by_a_slip_asks_while_a_session_is_on(app):
    app.make_sample()
    app.open_session()
    app.start()
    app.desktop.window.close()
    assert "whether the room kept going" in app.problem_box(button=1)
    assert app.desktop.window.isVisible()
    app.until(lambda: app.console.running.clock.text == "6:00")


def test_f6_goes_round_the_regions_and_back(app):
    app.make_sample()
    app.open_session()
    app.start()
    window = app.desktop.window
    app.console.messages.line.setFocus()
    app.bot.keyClick(window, Qt.Key.Key_F6)
    assert app.console.notes.isAncestorOf(window.focusWidget())
    app.bot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget() is app.console.messages.line


def test_another_workspace_opens_in_the_same_window(app, tmp_path, clock):
    other = open_studio(tmp_path / "other.sqlite", clock)
    other.cohorts.create("Spring")
    other.close()
    app.make_sample()
    before = app.shell
    before.workspace_chosen.emit(tmp_path / "other.sqlite")
    app.until(lambda: app.shell is not before and app.room == "plan")
    assert app.shell.studio.workspace.endswith("other.sqlite")
    assert [c.name for c in app.shell.studio.cohorts.cohorts()] == ["Spring"]


def test_a_file_that_is_no_workspace_leaves_the_present_one_open(app, tmp_path, monkeypatch):
    (tmp_path / "letter.sqlite").write_text("Dear all", encoding="utf-8")
    app.make_sample()
    before = app.shell
    before.workspace_chosen.emit(tmp_path / "letter.sqlite")
    said = app.problem_box()
    assert "is not a workspace of Workshop Studio" in said
    assert app.shell is before
    assert app.room == "plan"


def test_a_start_on_a_foreign_file_says_why_and_offers_another(qtbot, qapp, tmp_path, clock):
    (tmp_path / "letter.sqlite").write_text("Dear all", encoding="utf-8")
    started = App(qtbot, qapp, tmp_path / "letter.sqlite", clock, waits=False)
    window = started.desktop.window
    started.until(lambda: started.desktop.problem != "")
    assert "is not a workspace of Workshop Studio" in window.opening.text
    assert window.opening.choose.isVisible()
    assert (tmp_path / "letter.sqlite").read_text(encoding="utf-8") == "Dear all"
    other = open_studio(tmp_path / "right.sqlite", clock)
    other.close()
    started.desktop.switch(tmp_path / "right.sqlite")
    started.until(lambda: started.room == "welcome")
    assert started.desktop.problem == ""
    started.stop()


def test_undo_in_a_toast_undoes_what_it_names_wherever_one_is(app, clock):
    app.make_sample()
    app.open_session()
    app.start()
    clock.advance(5)
    app.press("extend-5")
    app.until(lambda: app.shell.studio.live.console().clock == "10:55")
    app.shell.show_room("plan")
    app.bot.mouseClick(app.desktop.window.toast.undo, Qt.MouseButton.LeftButton)
    app.until(lambda: app.shell.studio.live.console().clock == "5:55")


def test_the_chosen_theme_is_there_at_the_next_start(qtbot, qapp, tmp_path, clock):
    known = PreferencesFile(tmp_path / "settings.toml")
    first = App(qtbot, qapp, tmp_path / "w.sqlite", clock, known=known)
    first.shell.doings.do("theme-dark")
    first.stop()
    again = PreferencesFile(tmp_path / "settings.toml")
    second = App(qtbot, qapp, tmp_path / "w.sqlite", clock, known=again)
    assert second.desktop.theme.name == "dark"
    second.shell.doings.do("theme-light")
    second.stop()
