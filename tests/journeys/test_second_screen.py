"""The second screen as a facilitator meets it: console, palette, list, plugs, running clock."""

from __future__ import annotations

import re

import pytest
from driver import App
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from two_screens import SCREENS

from fakes import FakeAwake
from workshop_studio.app.preferences import PreferencesFile
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.live import StageFace
from workshop_studio.ui.actions import ACTIONS
from workshop_studio.ui.stage.screens import ScreenState

LAPTOP, PROJECTOR = SCREENS
THIRD = {**PROJECTOR, "name": "third", "x": 3286}


def running(app):
    app.make_sample()
    app.open_session()
    app.start()
    return app


def entries(app):
    menu = app.shell.second.menu
    menu.fill()
    return {action.text().split("\t")[0]: action for action in menu.actions() if action.text()}


def test_a_projector_that_goes_and_comes_back_in_a_session_keeps_black(app, clock, plug):
    running(app)
    app.key(Qt.Key.Key_B)
    app.until(lambda: app.shell.stage.snapshot.face is StageFace.BLACK)
    plug([LAPTOP])
    assert app.shell.screens.state is ScreenState.WAITING
    clock.advance(60)
    app.until(lambda: app.console.running.clock.text == "5:00")
    app.until(lambda: app.console.wall.word.text() == "Black")
    plug(SCREENS)
    app.bot.waitUntil(app.shell.stage.isVisible, timeout=1000)
    assert app.shell.stage.snapshot.face is StageFace.BLACK
    assert app.shell.stage.screen().name() == "projector"


def test_a_projector_unplugged_while_frozen_comes_back_frozen(app, clock, plug):
    running(app)
    clock.advance(5)
    app.until(lambda: app.shell.stage.snapshot.clock.text == "5:55")
    app.key(Qt.Key.Key_F)
    app.until(lambda: app.console.wall.word.text().startswith("Frozen"))
    frozen = app.shell.stage.snapshot
    plug([LAPTOP])
    clock.advance(90)
    app.press("primary")
    app.until(lambda: app.console.wall.word.text() == "Frozen 1 min")
    app.until(lambda: app.console.running.clock.text == "6:00")
    plug(SCREENS)
    app.bot.waitUntil(app.shell.stage.isVisible, timeout=1000)
    assert app.shell.stage.snapshot == frozen
    assert frozen.clock.text == "5:55"


def test_next_while_frozen_reaches_the_wall_only_after_unfreezing(app, clock):
    running(app)
    clock.advance(5)
    app.key(Qt.Key.Key_F)
    app.until(lambda: app.console.wall.word.text() == "Frozen 0 s")
    frozen = app.shell.stage.snapshot
    clock.advance(10)
    app.press("primary")
    app.until(lambda: app.shell.studio.live.console().block_number == 2)
    app.until(lambda: app.console.wall.word.text() == "Frozen 10 s")
    assert app.shell.stage.snapshot == frozen
    app.key(Qt.Key.Key_B)
    app.until(lambda: app.console.wall.word.text() == "Black, frozen 10 s")
    app.key(Qt.Key.Key_B)
    app.key(Qt.Key.Key_F)
    app.until(lambda: app.shell.stage.snapshot.title == "Nora’s bag")
    assert app.console.wall.word.text() == "Live"


def test_the_console_says_when_the_projector_was_lost_and_asks_nothing(app, clock, plug):
    running(app)
    plug([LAPTOP])
    # 11:30 UTC is 13:30 in Berlin, the zone of the clock.
    assert app.console.screen_chip.text() == "Projector lost 13:30:00, waiting"
    clock.advance(3)
    app.until(lambda: app.console.wall.word.text() == "Not shown")
    assert app.console.screen_chip.text() == "Projector lost 13:30:00, waiting"
    assert app.application.activeModalWidget() is None
    assert app.console.screen_banner.text == ""


def test_what_could_be_the_projector_is_asked_on_the_console_without_a_box(app, plug):
    running(app)
    plug([LAPTOP])
    one, other = {**PROJECTOR, "name": "HDMI-1"}, {**THIRD, "name": "DP-2"}
    plug([LAPTOP, one, other])
    app.until(lambda: app.shell.screens.state is ScreenState.ASKING)
    assert app.console.screen_chip.text() == "Which projector?"
    assert "Nothing is shown until you choose one" in app.console.screen_banner.text
    assert app.application.activeModalWidget() is None
    assert not app.shell.stage.isVisible()
    app.bot.mouseClick(app.console.screen_banner.action, Qt.MouseButton.LeftButton)
    menu = app.shell.second.menu
    app.until(menu.isVisible)
    menu.hide()
    next(entry for name, entry in entries(app).items() if name.endswith(": DP-2")).trigger()
    app.until(lambda: app.shell.stage.screen().name() == "DP-2")
    assert app.shell.stage.isVisible()
    assert app.console.screen_banner.text == ""


def test_the_list_names_every_screen_and_what_stands_there(app):
    running(app)
    found = entries(app)
    assert list(found) == [
        "Screen 1: laptop",
        "Screen 2: projector",
        "Show a number on each screen",
        "Swap stage and console",
        "Show stage in a window",
        "Fill this screen",
        "Keep the stage hidden",
    ]
    assert not found["Screen 1: laptop"].isEnabled()
    assert found["Screen 2: projector"].isChecked()
    assert not found["Show stage in a window"].isEnabled()
    found["Keep the stage hidden"].trigger()
    assert not app.shell.stage.isVisible()
    entries(app)["Screen 2: projector"].trigger()
    assert app.shell.stage.isVisible()


def test_the_chosen_projector_is_known_at_the_next_start(qtbot, qapp, tmp_path, clock, plug):
    plug([*SCREENS, THIRD])
    path = tmp_path / "settings.toml"
    first = App(qtbot, qapp, tmp_path / "w.sqlite", clock, known=PreferencesFile(path))
    assert first.shell.screens.state is ScreenState.ASKING
    assert PreferencesFile(path).now.projector == ""
    entries(first)["Screen 3: third"].trigger()
    first.until(lambda: PreferencesFile(path).now.projector != "")
    first.stop()
    text = path.read_text(encoding="utf-8")
    again = App(qtbot, qapp, tmp_path / "w.sqlite", clock, known=PreferencesFile(path))
    assert again.shell.screens.screen_name == "third"
    # It goes, the other one stands in or is asked about, and nothing is overwritten.
    plug(SCREENS)
    again.until(lambda: again.shell.screens.state is not ScreenState.WAITING)
    again.stop()
    now = path.read_text(encoding="utf-8")
    kept = re.compile(r"^projector = .*$", re.MULTILINE)
    assert kept.findall(now) == kept.findall(text)
    assert '"third' in kept.findall(now)[0].replace("\\", "")


def test_no_coordinate_is_remembered(tmp_path, qtbot, qapp, clock):
    path = tmp_path / "settings.toml"
    one = App(qtbot, qapp, tmp_path / "w.sqlite", clock, known=PreferencesFile(path))
    entries(one)["Screen 2: projector"].trigger()
    one.stop()
    projector = PreferencesFile(path).now.projector
    assert projector == '{"serial": "", "maker": "", "model": "", "name": "projector"}'


@pytest.mark.parametrize(
    "name", ["stage-window", "stage-fill", "stage-choose", "stage-swap", "screens-identify"]
)
def test_everything_about_the_screens_is_in_the_palette_and_can_be_done(app, name):
    assert name in {action.id for action in ACTIONS}
    assert name in app.shell.second.doers()
    app.shell.doings.do(name)
    assert app.shell.stage.isVisible()
    app.shell.second.menu.hide()
    app.shell.second.numbers.put_away()
    if name == "stage-swap":
        app.shell.doings.do(name)


def test_shortcuts_are_given_once():
    keys = [action.shortcut for action in ACTIONS if action.shortcut]
    assert len(keys) == len(set(keys))


def test_a_key_that_takes_the_numbers_away_does_nothing_else(app):
    running(app)
    app.shell.doings.do("screens-identify")
    assert len(app.shell.second.numbers.cards) == 2
    app.key(Qt.Key.Key_B)
    assert app.shell.second.numbers.cards == []
    app.key(Qt.Key.Key_F)
    app.until(lambda: app.shell.studio.live.console().is_frozen)
    # Each act waits its turn, so the first key would have made the stage black by now.
    assert not app.shell.studio.live.console().is_black


def test_the_only_screen_is_filled_by_wish_and_escape_on_either_window_leaves(app, plug):
    running(app)
    plug([LAPTOP])
    for leaves_on in (app.shell.stage, app.console):
        entries(app)["Fill this screen"].trigger()
        assert app.shell.stage.isFullScreen()
        assert app.console.screen_chip.text() == "Stage on this screen"
        app.desktop.window.activateWindow()
        app.bot.waitActive(app.desktop.window) if leaves_on is app.console else None
        app.bot.keyClick(leaves_on, Qt.Key.Key_Escape)
        app.until(lambda: not app.shell.stage.isVisible())
    assert app.shell.studio.live.console().phase.value == "running"


def test_the_first_start_on_one_screen_shows_no_stage(qtbot, qapp, tmp_path, clock, plug):
    plug([LAPTOP])
    one = App(qtbot, qapp, tmp_path / "w.sqlite", clock)
    assert not one.shell.stage.isVisible()
    assert one.console.screen_chip.text() == "No projector"
    one.stop()


def same(a, b):
    """Return whether two pictures are the same to the eye: every tenth pixel within 8 of 255."""
    if a.size() != b.size():
        return False
    points = [QPoint(x, y) for x in range(0, a.width(), 10) for y in range(0, a.height(), 10)]
    return all(
        abs(one - two) <= 8
        for point in points
        for one, two in zip(a.pixelColor(point).getRgb(), b.pixelColor(point).getRgb(), strict=True)
    )


def the_stage_as_it_is(app):
    wide = app.console.wall.thumbnail.picture.width()
    grabbed = app.shell.stage.grab()
    return grabbed.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation).toImage()


def test_the_console_shows_a_picture_of_the_real_stage_also_while_that_is_hidden(app, clock, plug):
    running(app)
    thumbnail = app.console.wall.thumbnail
    app.until(lambda: same(thumbnail.picture.toImage(), the_stage_as_it_is(app)))
    before = thumbnail.picture.toImage()
    plug([LAPTOP])
    assert not app.shell.stage.isVisible()
    clock.advance(125)
    app.press("primary")
    app.until(lambda: app.shell.stage.snapshot.title == "Nora’s bag")
    app.until(lambda: same(thumbnail.picture.toImage(), the_stage_as_it_is(app)))
    assert not same(thumbnail.picture.toImage(), before)
    # Something on the window that is in no snapshot shows too: it is no second drawing.
    spot = QWidget(app.shell.stage)
    spot.setAutoFillBackground(True)
    spot.setGeometry(app.shell.stage.rect())
    colours = spot.palette()
    colours.setColor(spot.backgroundRole(), Qt.GlobalColor.red)
    spot.setPalette(colours)
    spot.show()
    app.shell.stage.changed.emit()
    app.until(lambda: thumbnail.picture.toImage().pixelColor(9, 9) == Qt.GlobalColor.red)


def test_the_computer_is_kept_awake_while_a_session_is_on_and_only_then(
    qtbot, qapp, tmp_path, clock
):
    awake = FakeAwake()
    one = App(qtbot, qapp, tmp_path / "w.sqlite", clock, awake=awake)
    one.make_sample()
    one.open_session()
    # The check before the start holds for a moment, to know whether it will work.
    one.until(lambda: awake.done == ["held", "released"])
    one.start()
    one.until(lambda: awake.done == ["held", "released", "held"])
    one.press("pause")
    one.until(lambda: one.console.running.pause.text() == "Go on")
    assert awake.is_held
    one.shell.console.presenter.end()
    one.until(lambda: awake.done == ["held", "released"] * 2)
    one.stop()
    assert awake.done == ["held", "released"] * 2


def test_the_computer_may_sleep_again_when_the_app_is_closed_in_a_session(
    qtbot, qapp, tmp_path, clock
):
    awake = FakeAwake()
    one = App(qtbot, qapp, tmp_path / "w.sqlite", clock, awake=awake)
    running(one)
    one.until(lambda: awake.is_held)
    one.stop()
    assert awake.done[-2:] == ["held", "released"]


def test_a_computer_that_cannot_be_asked_is_said_in_one_sentence(qtbot, qapp, tmp_path, clock):
    awake = FakeAwake(refusal=RuleBroken("cannot-stay-awake"))
    one = App(qtbot, qapp, tmp_path / "w.sqlite", clock, awake=awake)
    running(one)
    one.until(lambda: "cannot be asked to stay awake" in one.console.screen_banner.text)
    assert one.application.activeModalWidget() is None
    one.bot.mouseClick(one.console.screen_banner.action, Qt.MouseButton.LeftButton)
    assert one.console.screen_banner.text == ""
    one.stop()
