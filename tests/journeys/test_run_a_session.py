"""The app as a person uses it, offscreen, on two screens."""

from __future__ import annotations

import pytest
from driver import App
from PySide6.QtCore import Qt
from two_screens import SCREENS, set_screens

from workshop_studio.domain.live import StageFace
from workshop_studio.ui.stage.screens import ScreenState

hot_plug = pytest.mark.usefixtures("plug")


def test_a_first_start_says_what_to_do_first(app):
    assert app.room == "welcome"
    app.make_sample()
    assert app.shell.planning.page._subtitle.text() == "28 people, 6 teams"


def test_a_session_runs_on_console_and_stage(app, clock):
    app.make_sample()
    app.open_session()
    app.start()
    clock.advance(61)
    app.until(lambda: app.console.running.clock.text == "4:59")
    assert app.shell.stage.snapshot.clock.text == "4:59"
    app.press("extend-5")
    app.until(lambda: app.console.running.clock.text == "9:59")
    assert app.console.running.lateness.text() == "5 min behind, ends 16:05"
    app.press("pause")
    app.until(lambda: app.console.running.pause.text() == "Go on")
    clock.advance(60)
    app.until(lambda: app.console.running.lateness.text() == "6 min behind, ends 16:06")
    assert app.console.running.clock.text == "9:59"
    app.press("pause")
    app.until(lambda: app.console.running.pause.text() == "Pause")
    clock.advance(1)
    app.press("primary")
    app.until(lambda: app.shell.stage.snapshot.title == "Nora’s bag")
    app.press("undo")
    app.until(lambda: app.shell.stage.snapshot.title == "You said, we did")


def test_keys_and_the_clicker_drive_the_session_from_either_window(app, clock):
    app.make_sample()
    app.open_session()
    app.key(Qt.Key.Key_N)
    app.until(app.console.running.pause.isVisible)
    clock.advance(5)
    app.bot.keyClick(app.shell.stage, Qt.Key.Key_PageDown)
    app.until(lambda: app.shell.stage.snapshot.title == "Nora’s bag")
    app.key(Qt.Key.Key_B)
    app.until(lambda: app.shell.stage.snapshot.face is StageFace.BLACK)
    app.key(Qt.Key.Key_B)
    app.until(lambda: app.shell.stage.snapshot.face is StageFace.COUNTDOWN)
    app.key(Qt.Key.Key_Escape)
    app.bot.keyClick(app.shell.stage, Qt.Key.Key_Escape)
    assert app.shell.studio.live.console().phase.value == "running"


def test_keys_typed_into_a_message_drive_nothing(app, clock):
    app.make_sample()
    app.open_session()
    app.start()
    app.console.messages.line.setFocus()
    app.bot.keyClicks(app.console.messages.line, "Now back to Nora, by 14")
    app.bot.keyClick(app.console.messages.line, Qt.Key.Key_Return)
    app.until(lambda: app.shell.stage.snapshot.message == "Now back to Nora, by 14")
    assert app.shell.studio.live.console().block_number == 1


def test_after_a_crash_the_next_start_asks_and_goes_on(app, qtbot, qapp, tmp_path, clock):
    app.make_sample()
    app.open_session()
    app.start()
    clock.advance(60)
    app.until(lambda: app.console.running.clock.text == "5:00")
    app.stop()
    clock.restart(after_s=30)
    again = App(qtbot, qapp, tmp_path / "w.sqlite", clock)
    assert again.room == "run"
    assert again.console.recovery.isVisible()
    assert again.shell.stage.snapshot.face is StageFace.HOLDING
    assert again.console.recovery.kept_going.text() == "It kept going: 4:30 left"
    clock.advance(10)
    again.until(lambda: again.console.recovery.kept_going.text() == "It kept going: 4:20 left")
    again.press("kept-going")
    again.until(lambda: not again.console.recovery.isVisible())
    again.until(lambda: again.console.running.clock.text == "4:20")
    again.stop()


def test_the_stage_is_on_the_projector_and_no_system_button_closes_it(app):
    assert app.shell.screens.state is ScreenState.CONNECTED
    assert app.shell.stage.geometry().topLeft().x() == 1366
    assert app.shell.stage.isFullScreen()
    app.shell.stage.close()
    assert app.shell.stage.isVisible()


@hot_plug
def test_unplugging_the_projector_hides_the_stage_at_once_and_plugging_brings_it_back(app):
    app.make_sample()
    app.open_session()
    app.start()
    try:
        seen = []
        app.shell.screens.changed.connect(lambda: seen.append(app.shell.stage.isVisible()))
        set_screens(SCREENS[:1])
        app.until(lambda: app.shell.screens.state is ScreenState.WAITING)
        assert seen == [False]
        assert "Projector lost" in app.console.screen_chip.text()
        app.until(lambda: app.console.running.clock.text == "6:00")
    finally:
        set_screens(SCREENS)
    app.until(lambda: app.shell.screens.state is ScreenState.CONNECTED)
    assert app.shell.stage.isVisible()
    assert app.shell.stage.geometry().topLeft().x() == 1366
    assert app.shell.stage.snapshot.title == "You said, we did"


@hot_plug
def test_with_one_screen_the_stage_is_a_window_on_request_until_a_projector_comes(
    qtbot, qapp, tmp_path, clock
):
    try:
        set_screens(SCREENS[:1])
        alone = App(qtbot, qapp, tmp_path / "w.sqlite", clock)
        stage, wall = alone.shell.stage, alone.console.wall
        assert alone.shell.screens.state is ScreenState.NONE
        assert not stage.isVisible()
        alone.make_sample()
        alone.open_session()
        assert alone.console.screen_chip.text() == "No projector"
        alone.bot.mouseClick(wall.window_button, Qt.MouseButton.LeftButton)
        assert stage.isVisible()
        assert not stage.isFullScreen()
        stage.close()
        assert not stage.isVisible()
        assert wall.window_button.text() == "Show stage in a window"
        alone.bot.mouseClick(wall.window_button, Qt.MouseButton.LeftButton)
        set_screens(SCREENS)
        alone.until(lambda: alone.shell.screens.state is ScreenState.CONNECTED)
        assert stage.isFullScreen()
        assert stage.geometry().topLeft().x() == 1366
        assert not wall.window_button.isVisible()
        alone.stop()
    finally:
        set_screens(SCREENS)


@hot_plug
def test_unplugging_another_screen_leaves_the_stage_alone(app):
    third = {**SCREENS[1], "name": "third", "x": 3286}
    try:
        set_screens([*SCREENS, third])
        set_screens(SCREENS)
        assert app.shell.screens.state is ScreenState.CONNECTED
        assert app.shell.stage.isVisible()
    finally:
        set_screens(SCREENS)


@hot_plug
def test_another_resolution_is_fitted(app):
    try:
        set_screens([SCREENS[0], {**SCREENS[1], "width": 1280, "height": 720}])
        app.until(lambda: app.shell.stage.width() == 1280)
    finally:
        set_screens(SCREENS)
    app.until(lambda: app.shell.stage.width() == 1920)


def test_a_team_writes_at_the_station_and_the_facilitator_reads_and_rates_it(app, tmp_path):
    app.make_sample()
    shell = app.shell
    shell.open_station()
    app.until(lambda: shell.settings.said.text() != "")
    assert shell.station is None
    shell.settings.passphrase_chosen.emit("four plain words here", "")
    app.until(lambda: "is set" in shell.settings.said.text())
    shell.open_station()
    app.until(lambda: shell.station is not None)
    door, card = shell.station.door, shell.station.card.page
    team = shell.studio.cohorts.cohorts()[0].teams[2]
    app.bot.keyClicks(door.code, team.code.lower())
    app.bot.keyClick(door.code, Qt.Key.Key_Return)
    app.until(lambda: card.bar.team.text() == team.name)
    app.bot.keyClicks(card.fields["limits"].text, "Fails above <5 % of rows")
    app.until(lambda: card.bar.saved.text.startswith("saved"))
    card.bar.hand_over.click()
    app.until(lambda: shell.station.window.is_at_door)
    assert card.fields["limits"].text.toPlainText() == ""
    door.leave_wanted.emit("not the passphrase")
    app.until(lambda: "stays open" in door.banner.text)
    door.leave_wanted.emit("four plain words here")
    app.until(lambda: shell.station is None)
    shell.show_room("review")
    page = shell.review.page
    app.until(lambda: page.teams.count() == 1 and page.pages.is_drawn)
    page.form.rows["clarity"].levels.segments()[3].click()
    app.until(lambda: page.saved.text.startswith("saved"))
    target = tmp_path / "card.pdf"
    page.print_card.click()
    app.until(shell.printing.page.save.isEnabled)
    shell.printing.presenter.save(target)
    app.until(target.exists)
    assert target.read_bytes().startswith(b"%PDF")
    review = shell.studio.capstones.reviews(shell.studio.cohorts.cohorts()[0].id)[0]
    assert review.feedback.rating("clarity").level.value == "Ready"
    assert review.desk.capstone.answer("limits").text == "Fails above <5 % of rows"


def test_a_decision_changes_the_rest_of_the_days_on_the_wall(app):
    app.make_sample()
    app.open_session()
    app.start()
    app.shell.show_room("scenario")
    scenario = app.shell.dashboards.presenter
    app.until(lambda: scenario.seen is not None)
    scenario.go_to(30)
    scenario.put_on_wall()
    app.until(lambda: app.shell.stage.snapshot.face is StageFace.SCENARIO)
    before = app.shell.stage.snapshot.scenario.charts
    assert all(len(chart.values) == 30 for chart in before)
    scenario.decide(next(o.id for o in scenario.seen.options if o.does))
    app.until(lambda: scenario.seen.play.decision != "")
    scenario.go_to(45)
    app.until(lambda: len(app.shell.stage.snapshot.scenario.charts[0].values) == 45)
    after = app.shell.stage.snapshot.scenario.charts
    assert [a.values[:30] for a in after] == [b.values for b in before]
    assert any(chart.without_decision for chart in after)


def test_a_roster_of_ones_own_becomes_a_cohort_and_its_oddities_are_named(app, tmp_path):
    roster = tmp_path / "autumn-people.csv"
    rows = "".join(f"Sample {n};sample{n}@example.org;data\n" for n in range(1, 9))
    roster.write_text(f"Name;E-Mail;Funktion\n{rows}Sample Nine;;legal\n", encoding="utf-8")
    app.shell.planning.open_roster(roster, is_for_new=True)
    page = app.shell.planning.page
    app.until(lambda: app.room == "plan" and page.preview.take.isEnabled())
    assert page.preview.problems.words == [("row 10", "has no mail address", "kept")]
    app.press("take-people")
    app.until(lambda: page._subtitle.text() == "9 people, 2 teams")
    assert page._title.text() == "Autumn people"
