"""A rehearsal in the real windows: same console, same stage, nothing kept."""

from __future__ import annotations

from driver import App
from PySide6.QtCore import Qt

from workshop_studio.domain.live import StageFace
from workshop_studio.domain.run import RunPhase
from workshop_studio.storage.workspace_file import open_workspace


def begin(app):
    app.make_sample()
    app.shell.planning.page.show_tab(1)
    app.press("rehearse-session")
    app.until(lambda: app.room == "run" and app.console.rehearsal.isVisible())


def choose_pace(app, place):
    app.bot.mouseClick(app.console.rehearsal.paces.segments()[place], Qt.MouseButton.LeftButton)


def runs_on_disk(path):
    work = open_workspace(path, create=False)
    with work.reading() as reading:
        found = [(run.session_id, len(run.log)) for run in reading.runs.all()]
    work.close()
    return found


def test_a_rehearsal_runs_at_any_pace_on_console_and_stage_and_leaves_nothing(app, clock, tmp_path):
    begin(app)
    assert app.console.rehearsal.words.text() == "Rehearsal, nothing is kept"
    assert app.shell.stage.snapshot.is_rehearsal
    # It begins a minute before the planned start.
    app.start()
    clock.advance(60)
    app.until(lambda: app.console.running.clock.text == "5:00")
    assert app.shell.stage.snapshot.clock.text == "5:00"
    choose_pace(app, 2)
    clock.advance(12)
    app.until(lambda: app.console.running.clock.text == "3:00")
    choose_pace(app, 3)
    clock.advance(2)
    app.until(lambda: app.console.running.clock.text == "1:00")
    app.press("rehearsal-hold")
    assert app.console.rehearsal.state == "time stands"
    clock.advance(600)
    app.shell.console.presenter.refresh()
    assert app.console.running.clock.text == "1:00"
    app.press("rehearsal-hold")
    clock.advance(1)
    app.until(lambda: app.console.running.clock.text == "0:00")
    app.press("primary")
    app.until(lambda: app.shell.stage.snapshot.title == "Nora’s bag")
    app.press("rehearsal-end")
    assert app.room == "plan"
    assert not app.shell.stage.snapshot.is_rehearsal
    assert app.shell.stage.snapshot.face is StageFace.HOLDING
    app.shell.show_room("run")
    assert not app.console.rehearsal.isVisible()
    assert app.shell.studio.live.log == ()
    app.stop()
    assert runs_on_disk(tmp_path / "w.sqlite") == []


def test_no_rehearsal_beside_a_session_and_no_session_inside_a_rehearsal(app):
    begin(app)
    app.shell.show_room("plan")
    app.press("run-session")
    assert "A rehearsal is on" in app.shell.planning.page.banner.text
    assert app.shell.studio.live.session is None
    app.shell.show_room("run")
    app.shell.show_room("scenario")
    assert app.room == "run"
    assert "A rehearsal is on" in app.console.banner.text
    app.press("rehearsal-end")
    assert app.shell.planning.page.banner.text == ""
    app.open_session()
    assert app.console.banner.text == ""
    app.start()
    app.shell.show_room("plan")
    app.press("rehearse-session")
    assert "A session is running" in app.shell.planning.page.banner.text
    assert app.shell.rehearsals.now is None
    assert app.shell.studio.live.console().phase is RunPhase.RUNNING


def test_a_session_that_is_open_comes_back_as_it_was(app, clock):
    app.make_sample()
    app.open_session()
    app.console.notes.own.setPlainText("Ask the guardians first")
    app.shell.doings.do("rehearse")
    app.until(app.console.rehearsal.isVisible)
    # What was being typed belongs to the real session and was written before.
    studio = app.shell.studio
    session_id = studio.planning.sessions()[0].id
    app.until(lambda: studio.notes.of_session(session_id) == {"b1": "Ask the guardians first"})
    assert app.console.notes.own.isReadOnly()
    assert not app.console.ready.isVisible()
    app.start()
    app.press("extend-5")
    app.until(lambda: app.console.running.clock.text == "11:00")
    app.press("rehearsal-end")
    app.shell.show_room("run")
    assert app.console.running.primary.text() == "Start session"
    assert app.console.ready.isVisible()
    assert not app.console.notes.own.isReadOnly()
    assert not app.desktop.window.toast.isVisible()
    app.start()
    app.until(lambda: app.console.running.clock.text == "6:00")


def test_closing_and_a_crash_in_a_rehearsal_lose_and_ask_nothing(app, qtbot, qapp, tmp_path, clock):
    begin(app)
    app.start()
    # No question before closing: nothing real is on.
    app.desktop.window.close()
    assert not app.desktop.window.isVisible()
    app.stop()
    clock.restart(after_s=30)
    again = App(qtbot, qapp, tmp_path / "w.sqlite", clock)
    assert again.room == "plan"
    assert not again.console.recovery.isVisible()
    again.stop()


def test_a_stall_is_no_sleep_when_time_runs_sixty_times_as_fast(app, clock):
    begin(app)
    app.start()
    choose_pace(app, 3)
    clock.advance(1)
    app.until(lambda: app.console.running.clock.text == "5:00")
    live = app.shell.rehearsals.now.live
    assert live.look().slept_s == 0
    assert [entry.act.value for entry in live.log] == ["start"]


def test_after_the_end_of_a_rehearsal_there_is_nothing_to_rate_or_print(app, clock):
    begin(app)
    app.start()
    clock.advance(5)
    app.shell.rehearsals.now.live.end()
    app.until(app.console.ended.isVisible)
    assert "nothing of it is kept" in app.console.ended.next.text()
    assert not app.console.ended.review.isVisible()
    assert not app.console.ended.print.isVisible()
    assert app.console.ended.undo.isVisible()


def test_without_a_session_there_is_nothing_to_rehearse(app):
    app.shell.doings.do("rehearse")
    assert "There is no session to rehearse" in app.shell.planning.page.banner.text
