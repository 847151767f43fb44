from __future__ import annotations

import pytest
import shiboken6
from fake_screens import (
    FAR_BOX,
    LAPTOP_BOX,
    RIGHT_BOX,
    FakeApp,
    FakeScreen,
    FakeWindow,
    a_laptop,
    a_projector,
)
from PySide6.QtCore import QRect, Qt

from workshop_studio.ui.stage.identity import ScreenIdentity
from workshop_studio.ui.stage.placing import identity_of
from workshop_studio.ui.stage.screens import Landing, ScreenKeeper, ScreenState


class Room:
    """A laptop with the console, what else is plugged in, and a keeper that looks at it."""

    def __init__(self, qtbot, *others, remembered=None, opens=True):
        self.bot = qtbot
        self.laptop = a_laptop()
        self.app = FakeApp(self.laptop, *others)
        self.stage, self.console = FakeWindow(), FakeWindow(self.laptop)
        self.keeper = ScreenKeeper(self.stage, self.app, self.console, remembered)
        self.chosen, self.laid_out, self.states = [], [], []
        self.keeper.chosen.connect(self.chosen.append)
        self.keeper.laid_out.connect(self._count)
        self.keeper.changed.connect(self._note)
        if opens:
            self.keeper.open()
            self.laid_out.clear()

    def _count(self):
        self.laid_out.append(1)

    def _note(self):
        self.states.append((self.keeper.state, self.stage.is_shown))

    @property
    def state(self):
        return self.keeper.state

    def is_on(self, screen):
        return self.stage.is_shown and self.stage.is_full and self.stage.geometry() == screen.box

    def is_landed_well(self):
        return self.stage.is_shown and self.keeper.landing is Landing.WELL

    def settle(self):
        self.bot.waitUntil(lambda: bool(self.laid_out), timeout=2000)
        self.laid_out.clear()

    def until(self, condition):
        self.bot.waitUntil(condition, timeout=2000)

    def offer(self, screen):
        return next(o for o in self.keeper.offers() if o.identity == identity_of(screen))


@pytest.fixture
def room(qtbot):
    made = []

    def make(*others, **facts):
        made.append(Room(qtbot, *others, **facts))
        return made[-1]

    yield make
    for one in made:
        one.keeper.close()


def test_the_stage_is_hidden_before_the_removal_of_its_screen_returns(room):
    projector = a_projector()
    one = room(projector)
    one.app.unplug(projector)
    assert one.states[-1] == (ScreenState.WAITING, False)
    assert one.keeper.screen_name == ""


def test_a_screen_that_is_gone_without_a_word_counts_as_removed(room):
    projector = a_projector()
    one = room(projector)
    one.app.all.remove(projector)
    shiboken6.delete(projector)
    assert one.keeper.screen_name == ""
    one.laptop.become(*LAPTOP_BOX)
    one.settle()
    assert one.states[-1] == (ScreenState.WAITING, False)


def test_another_screen_may_go_without_the_stage_noticing(room):
    projector, third = a_projector(), FakeScreen("DP-3", FAR_BOX)
    one = room(projector, third, remembered=identity_of(projector))
    one.stage.done.clear()
    one.app.unplug(third)
    one.settle()
    assert one.is_on(projector)
    assert set(one.stage.done) <= {"painted"}


def test_a_screen_with_the_name_of_the_projector_may_go_too(room):
    projector, namesake = a_projector("same", "P1"), FakeScreen("same", FAR_BOX, "Q1", "Other", "Y")
    one = room(projector, namesake, remembered=identity_of(projector))
    one.app.unplug(namesake)
    assert one.state is ScreenState.CONNECTED
    assert one.is_on(projector)


def test_the_projector_is_taken_again_on_another_socket_and_place(room):
    one = room(first := a_projector())
    one.app.unplug(first)
    again = a_projector("DP-7", box=(0, -1080, 1920, 1080))
    one.app.plug(FakeScreen("DP-2", FAR_BOX, "Z", "Sony", "KD"))
    one.app.plug(again)
    one.settle()
    assert one.is_on(again)
    assert one.chosen == []


def test_when_nothing_fits_the_keeper_asks_and_keeps_what_it_knew(room):
    one = room(first := a_projector())
    one.app.unplug(first)
    one.app.plug(FakeScreen("DP-2", FAR_BOX, "Z", "Sony", "KD"))
    one.app.plug(FakeScreen("DP-3", RIGHT_BOX, "Y", "LG", "C3"))
    one.settle()
    assert one.state is ScreenState.ASKING
    assert not one.stage.is_shown
    one.app.plug(again := a_projector("DP-9", box=(9000, 0, 1280, 720)))
    one.settle()
    assert one.is_on(again)


def test_a_stand_in_overwrites_nothing_and_gives_way(room):
    wanted = identity_of(a_projector())
    television = FakeScreen("DP-2", FAR_BOX, "Z", "Sony", "KD")
    one = room(television, remembered=wanted)
    assert one.is_on(television)
    assert one.chosen == []
    one.app.plug(projector := a_projector())
    one.settle()
    assert one.is_on(projector)
    assert one.chosen == []


def test_only_the_choice_of_a_person_is_remembered(room):
    a, b = a_projector("HDMI-1", "P1"), a_projector("HDMI-2", "P2", box=FAR_BOX)
    one = room(a, b)
    assert one.state is ScreenState.ASKING
    one.keeper.choose(one.offer(b))
    assert one.is_on(b)
    assert one.chosen == [identity_of(b)]


def test_twins_are_asked_about_once_and_known_for_the_rest_of_the_sitting(room):
    a, b = a_projector("DP-1", ""), a_projector("DP-2", "", box=FAR_BOX)
    one = room(a, b, remembered=identity_of(b))
    assert one.state is ScreenState.ASKING
    one.keeper.choose(one.offer(b))
    one.app.unplug(b)
    one.settle()
    one.app.plug(again := a_projector("DP-2", "", box=FAR_BOX))
    one.settle()
    assert one.is_on(again)


def test_a_choice_of_a_screen_that_has_gone_changes_nothing(room):
    a, b = a_projector("HDMI-1", "P1"), a_projector("HDMI-2", "P2", box=FAR_BOX)
    one = room(a, b)
    offer = one.offer(b)
    one.app.unplug(b)
    one.keeper.choose(offer)
    assert one.chosen == []
    one.keeper.choose(one.offer(one.laptop))
    assert one.chosen == []


def test_another_resolution_is_fitted(room):
    one = room(projector := a_projector())
    projector.become(1366, 0, 1280, 720)
    one.settle()
    assert one.stage.geometry() == QRect(1366, 0, 1280, 720)


def test_another_scale_is_painted_anew(room):
    one = room(projector := a_projector())
    one.stage.done.clear()
    projector.physicalDotsPerInchChanged.emit(50.0)
    one.settle()
    assert one.stage.done == ["painted"]


def test_all_screens_gone_and_two_again(room):
    one = room(projector := a_projector())
    one.app.unplug(projector)
    one.app.unplug(one.laptop)
    one.console.on = None
    one.settle()
    assert one.state is ScreenState.WAITING
    laptop, again = a_laptop(), a_projector()
    one.app.plug(laptop)
    one.app.plug(again)
    one.console.on = laptop
    one.settle()
    assert one.is_on(again)


def test_a_burst_of_signals_is_one_layout_but_hiding_is_not_put_off(room):
    one = room(projector := a_projector())
    one.app.unplug(projector)
    assert not one.stage.is_shown
    again = a_projector()
    one.app.plug(again)
    for width in (1024, 1280, 1920):
        again.become(1366, 0, width, 1080)
        one.laptop.become(*LAPTOP_BOX)
        one.app.primaryScreenChanged.emit(one.laptop)
    assert one.laid_out == []
    one.until(lambda: one.is_on(again))
    assert len(one.laid_out) == 1
    assert one.stage.done.count("shown") == 2
    assert not one.keeper.watches.is_due


def test_a_burst_without_end_is_laid_out_all_the_same(qtbot, room):
    one = room(a_projector())
    pulses = []

    def pulse():
        pulses.append(1)
        one.laptop.become(*LAPTOP_BOX)
        return bool(one.laid_out)

    # Looked at every 10 ms, which is sooner than the pause that ends a burst.
    qtbot.waitUntil(pulse, timeout=2000)
    assert len(pulses) > 12


def test_each_slot_hears_its_own_screen_and_ends_with_it(room):
    projector, third = a_projector(), FakeScreen("DP-3", FAR_BOX)
    one = room(projector, third, remembered=identity_of(projector))
    assert one.keeper.watches.watched == [one.laptop, projector, third]
    third.become(3286, 0, 800, 600)
    one.settle()
    assert one.is_on(projector)
    one.app.unplug(projector)
    one.settle()
    assert one.keeper.watches.watched == [one.laptop, third]
    projector.become(0, 0, 1, 1)
    assert not one.keeper.watches.is_due


def test_placing_again_connects_nothing_again(room):
    one = room(projector := a_projector(), third := FakeScreen("DP-3", FAR_BOX))
    for screen in (projector, third, projector, third, projector):
        one.keeper.choose(one.offer(screen))
    heard = projector.receivers("2geometryChanged(QRect)")
    assert heard == 1


@pytest.mark.parametrize("platform", ["xcb", "wayland"])
def test_a_stage_that_landed_on_a_third_screen_is_said_and_may_be_swapped(room, platform):
    projector, third = a_projector(), FakeScreen("DP-3", FAR_BOX)
    one = room(projector, third, remembered=identity_of(projector), opens=False)
    one.app.platform = platform
    one.stage.lands_on = third
    one.keeper.open()
    one.until(lambda: one.keeper.landing is Landing.ELSEWHERE)
    assert (one.keeper.landed_name, one.keeper.screen_name) == ("DP-3", "HDMI-1")
    assert one.states[-1] == (ScreenState.CONNECTED, True)
    one.keeper.swap()
    assert one.console.screen() is third
    one.until(lambda: one.chosen == [identity_of(one.laptop)])
    assert one.keeper.landing is Landing.WELL


@pytest.mark.parametrize("platform", ["xcb", "wayland"])
def test_a_stage_that_landed_over_the_console_is_hidden_again(room, platform):
    one = room(projector := a_projector(), opens=False)
    one.app.platform = platform
    one.stage.lands_on = one.laptop
    one.keeper.open()
    one.until(lambda: one.keeper.landing is Landing.COVERING)
    assert not one.stage.is_shown
    one.keeper.swap()
    assert one.stage.is_shown
    assert one.console.screen() is projector
    one.until(lambda: one.chosen == [identity_of(one.laptop)])
    assert one.keeper.landing is Landing.WELL


def test_coordinates_mean_nothing_where_windows_have_none(room):
    one = room(projector := a_projector(), opens=False)
    one.app.platform = "wayland"
    one.keeper.open()
    one.stage.box = QRect(0, 0, 1920, 1080)
    one.until(lambda: not one.keeper.is_looking)
    assert one.is_landed_well()
    assert one.stage.screen() is projector


def test_a_window_that_landed_well_is_not_talked_about(room):
    one = room(a_projector())
    one.states.clear()
    one.until(lambda: not one.keeper.is_looking)
    assert one.is_landed_well()
    assert one.states == []


def test_swapping_exchanges_the_screens_and_is_remembered(room):
    one = room(projector := a_projector())
    one.keeper.swap()
    assert one.is_on(one.laptop)
    assert one.console.screen() is projector
    one.until(lambda: one.chosen == [identity_of(one.laptop)])
    one.keeper.swap()
    assert one.is_on(projector)
    one.until(lambda: len(one.chosen) == 2)


def test_a_console_that_cannot_be_moved_is_never_covered(room):
    one = room(projector := a_projector())
    one.console.is_movable = False
    one.keeper.swap()
    one.until(lambda: one.keeper.landing is Landing.CONSOLE_STAYED)
    assert one.is_on(projector)
    assert one.chosen == []


def test_with_one_screen_nothing_is_shown_until_it_is_wished(room):
    one = room()
    assert one.state is ScreenState.NONE
    assert "shown" not in one.stage.done
    one.keeper.show_in_window()
    assert one.stage.is_shown
    assert not one.stage.is_full
    assert one.laptop.box.contains(one.stage.geometry())
    assert not one.stage.flags & Qt.WindowType.FramelessWindowHint


def test_the_window_after_an_unplug_stands_on_the_screen_that_is_there(room):
    one = room(projector := a_projector())
    one.app.unplug(projector)
    one.keeper.show_in_window()
    assert one.laptop.box.contains(one.stage.geometry())


def test_the_only_screen_is_filled_by_wish_and_escape_gives_it_back(room):
    one = room()
    one.keeper.fill_only_screen()
    assert one.is_on(one.laptop)
    assert one.state is ScreenState.ALONE
    one.stage.pressed.emit(Qt.Key.Key_B.value)
    assert one.state is ScreenState.ALONE
    one.stage.pressed.emit(Qt.Key.Key_Escape.value)
    assert not one.stage.is_shown
    assert one.console.done[-1] == "activated"


def test_escape_gives_the_window_back_that_was_there_before(room):
    one = room()
    one.keeper.show_in_window()
    one.keeper.fill_only_screen()
    one.stage.pressed.emit(Qt.Key.Key_Escape.value)
    assert one.state is ScreenState.WINDOW
    assert not one.stage.is_full


def test_escape_on_the_projector_ends_nothing(room):
    one = room(projector := a_projector())
    one.stage.pressed.emit(Qt.Key.Key_Escape.value)
    one.stage.close_wanted.emit()
    assert one.is_on(projector)


@pytest.mark.parametrize("mode", ["show_in_window", "fill_only_screen"])
def test_a_projector_that_comes_takes_the_stage_from_the_only_screen(room, mode):
    one = room()
    getattr(one.keeper, mode)()
    one.app.plug(projector := a_projector())
    one.settle()
    assert one.is_on(projector)


def test_a_stage_that_was_put_away_stays_away_until_a_plug(room):
    one = room(projector := a_projector())
    one.keeper.hide_stage()
    projector.become(1366, 0, 1280, 720)
    one.settle()
    assert not one.stage.is_shown
    one.app.unplug(projector)
    one.app.plug(again := a_projector())
    one.settle()
    assert one.is_on(again)


def test_a_projector_that_copies_the_console_gets_nothing(room):
    one = room(a_projector(box=LAPTOP_BOX))
    assert one.state is ScreenState.COPY
    assert not one.stage.is_shown


def test_the_console_comes_out_from_under_the_stage_when_the_lid_opens(room):
    one = room(projector := a_projector())
    one.app.unplug(one.laptop)
    one.console.on = projector
    one.settle()
    assert one.is_on(projector)
    one.app.plug(opened := a_laptop())
    one.settle()
    assert one.is_on(projector)
    assert one.console.screen() is opened


def test_a_console_on_the_remembered_projector_is_not_moved_but_asked_about(room):
    one = room(projector := a_projector(), remembered=identity_of(a_projector()), opens=False)
    one.console.on = projector
    one.keeper.open()
    assert one.state is ScreenState.ASKING
    assert one.console.screen() is projector


def test_a_closed_keeper_shows_nothing_any_more(room):
    one = room()
    one.app.plug(a_projector())
    one.keeper.close()
    assert not one.keeper.watches.is_due
    assert one.keeper.watches.watched == []
    assert not one.stage.is_shown


def test_offers_are_numbered_and_say_what_stands_where(room):
    one = room(a_projector())
    assert [(o.number, o.has_console, o.has_stage) for o in one.keeper.offers()] == [
        (1, True, False),
        (2, False, True),
    ]
    assert one.keeper.offers()[1].identity == ScreenIdentity("P1", "Epson", "EB-992", "HDMI-1")
