"""Keeper and stage with plugs that are really pulled, on the offscreen platform."""

from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from two_screens import SCREENS

from workshop_studio.domain.live import StageFace, StageSnapshot
from workshop_studio.ui.stage.identify import ScreenNumbers
from workshop_studio.ui.stage.screens import Landing, ScreenKeeper, ScreenState
from workshop_studio.ui.stage.stage import StageWindow
from workshop_studio.ui.theme.theme import Theme, ThemeChoice

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
LAPTOP, PROJECTOR = SCREENS
THIRD = {**PROJECTOR, "name": "third", "x": 3286}


class Diary(QObject):
    """Writes down when a window was shown and hidden, and on which screen."""

    def __init__(self, window):
        super().__init__()
        self.window, self.lines = window, []
        window.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            screen = self.window.screen()
            self.lines.append((event.type().name, screen.name() if screen else ""))
        return False


class Windows:
    def __init__(self, qtbot, qapp):
        self.bot, self.app = qtbot, qapp
        self.theme = Theme(RESOURCES, ThemeChoice.LIGHT)
        self.console = QWidget()
        self.console.setGeometry(20, 20, 800, 500)
        self.console.show()
        self.stage = StageWindow(self.theme)
        self.keeper = ScreenKeeper(self.stage, qapp, self.console)
        self.layouts = []
        self.keeper.laid_out.connect(self._count)
        self.keeper.open()
        self.diary = Diary(self.stage)
        self.layouts.clear()

    def _count(self):
        self.layouts.append(1)

    def until(self, condition, within_ms=3000):
        self.bot.waitUntil(condition, timeout=within_ms)

    def is_on(self, name):
        return (
            self.stage.isVisible()
            and self.stage.isFullScreen()
            and self.stage.screen().name() == name
            and self.stage.geometry() == self.stage.screen().geometry()
        )

    def close(self):
        self.keeper.close()
        self.stage.allow_close()
        for gone in (self.stage, self.console):
            gone.close()
            shiboken6.delete(gone)


@pytest.fixture
def windows(qtbot, qapp, plug):
    made = Windows(qtbot, qapp)
    made.plug = plug
    yield made
    made.close()


def test_an_unplugged_stage_is_hidden_before_the_event_loop_has_its_turn(windows):
    assert windows.is_on("projector")
    seen = []

    def look(_):
        seen.append(windows.stage.isVisible())

    # Connected after the keeper's own, so it is called right after it, in the same turn.
    windows.app.screenRemoved.connect(look)
    windows.plug([LAPTOP])
    windows.app.screenRemoved.disconnect(look)
    assert seen == [False]
    assert windows.keeper.state is ScreenState.WAITING
    windows.until(lambda: bool(windows.layouts))
    # Hidden once, and never shown on the laptop.
    assert [what for what, _ in windows.diary.lines] == ["Hide"]


def test_a_replugged_stage_is_back_within_a_second_with_what_it_showed(windows):
    black = StageSnapshot(StageFace.BLACK)
    windows.stage.show_snapshot(black)
    windows.plug([LAPTOP])
    windows.plug(SCREENS)
    windows.until(lambda: windows.is_on("projector"), within_ms=1000)
    assert windows.stage.snapshot == black
    assert windows.diary.lines[-1] == ("Show", "projector")


def test_another_screen_comes_and_goes_without_a_change_to_the_stage(windows):
    windows.plug([*SCREENS, THIRD])
    windows.until(lambda: bool(windows.layouts))
    windows.layouts.clear()
    windows.plug(SCREENS)
    windows.until(lambda: bool(windows.layouts))
    assert windows.diary.lines == []
    assert windows.is_on("projector")


def test_the_laptops_own_screen_may_go_and_the_stage_stays(windows):
    windows.plug([PROJECTOR])
    windows.until(lambda: bool(windows.layouts))
    assert windows.diary.lines == []
    assert windows.is_on("projector")
    windows.plug(SCREENS)
    windows.until(lambda: windows.console.screen().name() == "laptop")
    assert windows.is_on("projector")


@pytest.mark.parametrize(
    ("change", "size"),
    [({"width": 1280, "height": 720}, (1280, 720)), ({"logicalDpi": 192}, (960, 540))],
    ids=["resolution", "scale"],
)
@pytest.mark.filterwarnings("ignore")
def test_another_resolution_and_another_scale_are_fitted_within_a_second(windows, change, size):
    windows.plug([LAPTOP, {**PROJECTOR, **change}])
    windows.until(lambda: windows.stage.geometry() == QRect(1366, 0, *size), within_ms=1000)
    windows.plug(SCREENS)
    windows.until(lambda: windows.stage.width() == 1920, within_ms=1000)


def test_with_every_screen_gone_nothing_breaks_and_two_bring_the_stage_back(windows):
    windows.plug([])
    assert windows.app.screens() == []
    assert not windows.stage.isVisible()
    windows.until(lambda: bool(windows.layouts))
    windows.plug(SCREENS)
    windows.until(lambda: windows.is_on("projector"), within_ms=1000)


def test_on_one_screen_the_stage_is_in_a_frame_and_full_only_by_wish(windows):
    windows.plug([LAPTOP])
    windows.until(lambda: bool(windows.layouts))
    assert not windows.stage.isVisible()
    windows.keeper.show_in_window()
    assert not windows.stage.isFullScreen()
    assert not windows.stage.windowFlags() & Qt.WindowType.FramelessWindowHint
    windows.keeper.fill_only_screen()
    windows.until(lambda: windows.is_on("laptop"))
    windows.bot.keyClick(windows.stage, Qt.Key.Key_N)
    assert windows.stage.isFullScreen()
    windows.bot.keyClick(windows.stage, Qt.Key.Key_Escape)
    assert not windows.stage.isFullScreen()
    windows.stage.close()
    assert not windows.stage.isVisible()


def test_a_stage_that_the_system_moved_is_noticed_and_swapped(windows):
    windows.plug([*SCREENS, THIRD])
    windows.until(lambda: bool(windows.layouts))
    windows.keeper.choose(windows.keeper.offers()[1])
    # As a window manager would that ignores what was asked for.
    windows.stage.setGeometry(3286, 0, 1920, 1080)
    windows.until(lambda: windows.keeper.landing is Landing.ELSEWHERE)
    assert (windows.keeper.landed_name, windows.keeper.screen_name) == ("third", "projector")
    windows.keeper.swap()
    windows.until(lambda: windows.is_on("laptop"))
    assert windows.console.screen().name() == "third"


def test_stage_and_console_change_screens_and_back(windows):
    windows.keeper.swap()
    assert windows.is_on("laptop")
    assert windows.console.screen().name() == "projector"
    assert PROJECTOR["x"] <= windows.console.x() < PROJECTOR["x"] + PROJECTOR["width"]
    windows.keeper.swap()
    assert windows.is_on("projector")
    assert windows.console.screen().name() == "laptop"
    assert windows.console.size().toTuple() == (800, 500)


def test_several_plugs_at_once_are_one_layout(windows):
    windows.plug([LAPTOP])
    assert not windows.stage.isVisible()
    windows.plug([*SCREENS, THIRD])
    windows.plug([LAPTOP, {**PROJECTOR, "width": 1280}, THIRD])
    windows.plug(SCREENS)
    assert windows.layouts == []
    windows.until(lambda: windows.is_on("projector"))
    assert windows.layouts == [1]
    assert [what for what, _ in windows.diary.lines] == ["Hide", "Show"]


def test_each_screen_is_watched_by_itself_and_no_more_when_it_has_gone(windows):
    windows.plug([*SCREENS, THIRD])
    names = [screen.name() for screen in windows.keeper.watches.watched]
    assert names == ["laptop", "projector", "third"]
    windows.plug(SCREENS)
    assert [screen.name() for screen in windows.keeper.watches.watched] == names[:2]
    windows.until(lambda: bool(windows.layouts))
    windows.plug([{**LAPTOP, "width": 1280}, PROJECTOR])
    windows.until(lambda: len(windows.layouts) == 2)
    assert windows.is_on("projector")


@pytest.mark.parametrize("away", ["key", "click", "time"])
def test_every_screen_shows_its_number_and_name_until_a_key_or_a_click(windows, away):
    numbers = ScreenNumbers(windows.theme, windows.app, windows.stage)
    numbers.show(windows.keeper.offers())
    cards = list(numbers.cards)
    shown = [(c.number, c.name, c.role, c.screen().name(), c.isFullScreen()) for c in cards]
    assert shown == [
        ("1", "laptop", "Console", "laptop", True),
        ("2", "projector", "Stage", "projector", True),
    ]
    assert [c.geometry() for c in cards] == [s.geometry() for s in windows.app.screens()]
    heard = []
    windows.stage.pressed.connect(heard.append)
    if away == "key":
        windows.bot.keyClick(windows.stage, Qt.Key.Key_N)
    elif away == "click":
        windows.bot.mouseClick(cards[1], Qt.MouseButton.LeftButton)
    else:
        numbers.end_of_time()
    assert numbers.cards == []
    assert not any(c.isVisible() for c in cards if shiboken6.isValid(c))
    assert heard == []
    # The next key is for the stage again.
    windows.bot.keyClick(windows.stage, Qt.Key.Key_N)
    assert heard == [Qt.Key.Key_N.value]


def test_the_number_on_a_card_is_drawn_large(windows):
    numbers = ScreenNumbers(windows.theme, windows.app, windows.stage)
    numbers.show(windows.keeper.offers())
    picture = numbers.cards[1].grab().toImage()
    background = picture.pixelColor(2, 2)
    rows = [
        y
        for y in range(740)
        if any(picture.pixelColor(x, y) != background for x in range(600, 1320, 6))
    ]
    # Figures are about seven tenths as high as their size of 560 px.
    assert rows[-1] - rows[0] > 360
    numbers.put_away()


def test_cards_go_when_a_screen_goes(windows):
    numbers = ScreenNumbers(windows.theme, windows.app, windows.stage)
    numbers.show(windows.keeper.offers())
    windows.plug([LAPTOP])
    assert numbers.cards == []
    assert QApplication.instance() is windows.app
