"""Where the stage stands: on the projector, hidden while that is gone, never over the console."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from workshop_studio.ui.stage.identity import ScreenIdentity, best_match, known_again
from workshop_studio.ui.stage.placing import (
    alive,
    fill_screen,
    float_on,
    identity_of,
    is_same,
    move_to_screen,
    screen_under,
)
from workshop_studio.ui.stage.screen_watch import ScreenWatches

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication, QScreen
    from PySide6.QtWidgets import QWidget

    from workshop_studio.ui.stage.stage import StageWindow

LANDED_AFTER_MS = 250


class ScreenState(StrEnum):
    """What the console says of the projector.

    ASKING: several screens could be it. COPY: the projector shows the console's own picture.
    WINDOW, ALONE: one screen only, the stage in a frame or, by explicit wish, filling it.
    """

    CONNECTED = "connected"
    WAITING = "waiting"
    ASKING = "asking"
    COPY = "copy"
    NONE = "none"
    WINDOW = "window"
    ALONE = "alone"


class Landing(StrEnum):
    """Where the stage was found a moment after it was shown.

    COVERING: over the console, so it was hidden again. CONSOLE_STAYED: it could not be swapped.
    """

    WELL = "well"
    ELSEWHERE = "elsewhere"
    COVERING = "covering"
    CONSOLE_STAYED = "console-stayed"


@dataclass(frozen=True, slots=True)
class ScreenOffer:
    """A screen as a person may choose it; number: the one that identifying paints on it."""

    number: int
    identity: ScreenIdentity
    has_console: bool
    has_stage: bool


class ScreenKeeper(QObject):
    """Places the stage and follows plugging; `changed` tells the console.

    console: the window that the stage may never cover. chosen: a person said which screen is the
    projector; nothing else ever changes what is remembered. laid_out: the screens were looked at.
    """

    changed = Signal()
    chosen = Signal(object)
    laid_out = Signal()

    def __init__(
        self,
        stage: StageWindow,
        app: QGuiApplication,
        console: QWidget,
        remembered: ScreenIdentity | None = None,
    ) -> None:
        super().__init__(stage)
        self._stage, self._app, self._console = stage, app, console
        self._choice, self._is_chosen_now = remembered, False
        self._stood: ScreenIdentity | None = None
        self._screen: QScreen | None = None
        self._swapped_from: QScreen | None = None
        self._before_alone = ScreenState.NONE
        self.state = ScreenState.NONE
        self.landing = Landing.WELL
        self._landed = QTimer(self)
        self._landed.setSingleShot(True)
        self._landed.setInterval(LANDED_AFTER_MS)
        self._landed.timeout.connect(self._look_where_it_landed)
        self.watches = ScreenWatches(app, self)
        self.watches.removed.connect(self._removed)
        self.watches.changed.connect(self.lay_out)
        stage.close_wanted.connect(self._close_pressed)
        stage.pressed.connect(self._pressed)

    @property
    def screen_name(self) -> str:
        """Return the name of the screen that the stage fills, "" when it fills none."""
        screen = alive(self._screen)
        return screen.name() if screen is not None else ""

    @property
    def is_shown(self) -> bool:
        """Return whether the stage is on any screen."""
        return self._stage.isVisible()

    @property
    def landed_name(self) -> str:
        """Return the name of the screen that the stage is on, wherever it was wanted."""
        screen = self._stage_screen()
        return screen.name() if screen is not None else ""

    @property
    def is_looking(self) -> bool:
        """Return whether it is still to be seen where the stage landed."""
        return self._landed.isActive()

    def open(self) -> None:
        """Put the stage on the projector when there is one, else leave it hidden."""
        self.lay_out()

    def close(self) -> None:
        """Follow the screens no more; whoever closes the app closes the stage."""
        self._landed.stop()
        self.watches.close()

    # --- what a person may do --------------------------------------------------------------------

    def offers(self) -> tuple[ScreenOffer, ...]:
        """Return every screen, numbered as they are identified."""
        console, stage = self._console.screen(), self._screen
        return tuple(
            ScreenOffer(
                number, identity_of(screen), is_same(screen, console), is_same(screen, stage)
            )
            for number, screen in enumerate(self._app.screens(), start=1)
        )

    def choose(self, offer: ScreenOffer) -> None:
        """Make a screen the projector and remember it; one that has gone changes nothing.

        Neither does the screen of the console: only a swap makes place there.
        """
        screens = self._app.screens()
        if offer.number <= len(screens):
            screen = screens[offer.number - 1]
            is_free = not is_same(screen, self._console.screen())
            if is_free and identity_of(screen) == offer.identity:
                self._put_on(screen)
                self._remember(screen)

    def swap(self) -> None:
        """Let stage and console change screens; nothing happens while there is one screen."""
        here = self._console.screen()
        if self.state is not ScreenState.CONNECTED or here is None or self._screen is None:
            return
        there = self._screen
        if self.landing is Landing.ELSEWHERE:
            there = self._stage_screen() or there
        if is_same(there, here):
            return
        self._stage.hide()
        move_to_screen(self._console, there)
        self._put_on(here)
        self._swapped_from = there

    def show_in_window(self) -> None:
        """Show the stage as an ordinary window, for one screen; asked for, never by itself."""
        self._forget_screen()
        float_on(self._stage, self._console.screen())
        self._set(ScreenState.WINDOW)

    def fill_only_screen(self) -> None:
        """Fill the console's own screen; Escape leaves. For one screen and by explicit wish."""
        screen = self._console.screen()
        if screen is None or self.state in {ScreenState.CONNECTED, ScreenState.ALONE}:
            return
        self._before_alone = self.state
        self._screen = screen
        fill_screen(self._stage, screen, takes_keys=True)
        self._set(ScreenState.ALONE)

    def leave_only_screen(self) -> None:
        """Give the console's screen back; a stage that was in a window is in it again."""
        if self.state is not ScreenState.ALONE:
            return
        if self._before_alone is ScreenState.WINDOW:
            self.show_in_window()
        else:
            self.hide_stage()
        self._console.activateWindow()

    def hide_stage(self) -> None:
        """Take the stage away until a person or a plug brings it back."""
        self._forget_screen()
        self._stage.hide()
        self._set(ScreenState.NONE)

    def _close_pressed(self) -> None:
        # Its own frame is the obvious way out of the window; a projector has no frame.
        if self.state is ScreenState.WINDOW:
            self.hide_stage()
        self.leave_only_screen()

    def _pressed(self, key: int) -> None:
        if key == Qt.Key.Key_Escape.value:
            self.leave_only_screen()

    def _remember(self, screen: QScreen) -> None:
        self._choice, self._is_chosen_now = identity_of(screen), True
        self.chosen.emit(self._choice)

    # --- what happens to screens -----------------------------------------------------------------

    def lay_out(self) -> None:
        """Look at all screens and put the stage where it belongs."""
        screens = self._app.screens()
        has_new = self.watches.take_new()
        is_there = any(is_same(screen, self._screen) for screen in screens)
        if self._screen is not None and not is_there:
            self._lose()
        if self.state is ScreenState.CONNECTED:
            self._stay(screens)
        elif self.state is ScreenState.ALONE and not has_new:
            self._fit()
        elif has_new or self.state not in {ScreenState.WINDOW, ScreenState.NONE}:
            self._find(screens)
        self.laid_out.emit()

    def _stay(self, screens: list[QScreen]) -> None:
        if self._choice is not None:
            # A stand-in gives way when the screen that a person chose is there again.
            offered = [identity_of(screen) for screen in screens]
            finding = known_again(
                self._choice,
                offered,
                self._place_of(self._console.screen(), screens),
                is_same_sitting=self._is_chosen_now,
            )
            there = None if finding.place is None else screens[finding.place]
            if there is not None and not is_same(there, self._screen):
                self._put_on(there)
                return
        self._fit()
        self._free_console(screens)

    def _fit(self) -> None:
        if self._screen is not None and self._stage.geometry() != self._screen.geometry():
            self._stage.setGeometry(self._screen.geometry())
            self._landed.start()
        self._stage.update()

    def _free_console(self, screens: list[QScreen]) -> None:
        # While the laptop's own screen was away, its windows were moved under the stage.
        others = [screen for screen in screens if not is_same(screen, self._screen)]
        if is_same(self._console.screen(), self._screen) and len(others) == 1:
            move_to_screen(self._console, others[0])

    def _find(self, screens: list[QScreen]) -> None:
        primary, console = self._app.primaryScreen(), self._console.screen()
        at = self._place_of(console or primary, screens)
        wanted = [
            (identity, is_now)
            for identity, is_now in ((self._choice, self._is_chosen_now), (self._stood, True))
            if identity is not None
        ]
        offered = [identity_of(screen) for screen in screens]
        place = best_match(wanted, offered, self._place_of(primary, screens), at)
        if place is not None and screens[place].geometry() != screens[at].geometry():
            self._put_on(screens[place])
        elif self.state in {ScreenState.WINDOW, ScreenState.ALONE}:
            self._fit()
        elif len(screens) > 1:
            # Full screen on a copy would cover the console.
            self._set(ScreenState.ASKING if place is None else ScreenState.COPY)
        elif self.state in {ScreenState.ASKING, ScreenState.COPY}:
            self._set(ScreenState.WAITING if self._stood else ScreenState.NONE)

    def _stage_screen(self) -> QScreen | None:
        has_places = not self._app.platformName().startswith("wayland")
        return screen_under(self._stage, self._app.screens(), has_places=has_places)

    @staticmethod
    def _place_of(screen: QScreen | None, screens: list[QScreen]) -> int:
        return next((place for place, one in enumerate(screens) if is_same(one, screen)), 0)

    def _put_on(self, screen: QScreen) -> None:
        self._screen, self._stood = screen, identity_of(screen)
        fill_screen(self._stage, screen, takes_keys=False)
        self._landed.start()
        is_news = self.landing is not Landing.WELL or self.state is ScreenState.CONNECTED
        self.landing = Landing.WELL
        self._set(ScreenState.CONNECTED, is_news=is_news)

    def _removed(self, screen: QScreen) -> None:
        # Before control returns to the event loop: Qt would move the window onto the console.
        if is_same(screen, self._screen):
            self._lose()

    def _lose(self) -> None:
        self._stage.hide()
        self._forget_screen()
        self._set(ScreenState.WAITING)

    def _forget_screen(self) -> None:
        self._landed.stop()
        self._screen = self._swapped_from = None
        self.landing = Landing.WELL

    def _look_where_it_landed(self) -> None:
        before, said = self._swapped_from, self.landing
        self._swapped_from = None
        wanted = alive(self._screen)
        if self.state is not ScreenState.CONNECTED or wanted is None:
            return
        if before is not None and is_same(self._console.screen(), wanted):
            # Some systems do not let an app move its windows: never leave the console covered.
            self._put_on(before)
            self.landing = Landing.CONSOLE_STAYED
        elif not is_same(landed := self._stage_screen(), wanted):
            self.landing = Landing.ELSEWHERE
            if is_same(landed, self._console.screen()):
                self._stage.hide()
                self.landing = Landing.COVERING
        elif said is not Landing.CONSOLE_STAYED:
            self.landing = Landing.WELL
        if before is not None and self.landing is Landing.WELL:
            self._remember(wanted)
        if self.landing is not said:
            self.changed.emit()

    def _set(self, state: ScreenState, *, is_news: bool = False) -> None:
        if state is not self.state or is_news:
            self.state = state
            self.changed.emit()
