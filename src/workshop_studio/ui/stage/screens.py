"""Where the stage stands: on the projector, hidden while that is gone, never over the console."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen

if TYPE_CHECKING:
    from workshop_studio.ui.stage.stage import StageWindow


class ScreenState(StrEnum):
    """What the console says of the projector."""

    CONNECTED = "connected"
    WAITING = "waiting"
    NONE = "none"
    WINDOW = "window"


@dataclass(frozen=True, slots=True)
class ScreenIdentity:
    """How a projector is known again: never by its coordinates, which change with every plug."""

    serial: str
    maker: str
    model: str
    name: str


def identity_of(screen: QScreen) -> ScreenIdentity:
    """Return what a screen says of itself; parts may be empty."""
    return ScreenIdentity(
        screen.serialNumber(), screen.manufacturer(), screen.model(), screen.name()
    )


def best_match(
    wanted: ScreenIdentity | None, offered: list[ScreenIdentity], primary: int
) -> int | None:
    """Return the place of the projector among the screens, None when nothing fits for sure.

    By serial number, else maker and model, else name, else the only one that is not primary.
    """
    others = [place for place in range(len(offered)) if place != primary]
    if wanted is not None:
        for same in (
            lambda o: bool(o.serial) and o.serial == wanted.serial,
            lambda o: bool(o.model) and (o.maker, o.model) == (wanted.maker, wanted.model),
            lambda o: bool(o.name) and o.name == wanted.name,
        ):
            found = [place for place in others if same(offered[place])]
            if len(found) == 1:
                return found[0]
    return others[0] if len(others) == 1 else None


class ScreenKeeper(QObject):
    """Places the stage and follows plugging; `changed` tells the console."""

    changed = Signal()

    def __init__(self, stage: StageWindow, app: QGuiApplication) -> None:
        super().__init__(stage)
        self._stage = stage
        self._wanted: ScreenIdentity | None = None
        self._screen_name = ""
        self.state = ScreenState.NONE
        app.screenRemoved.connect(self._removed)
        app.screenAdded.connect(self._added)
        stage.close_wanted.connect(self._close_pressed)

    def open(self) -> None:
        """Put the stage on the projector when there is one, else leave it hidden."""
        self._place()

    def show_in_window(self) -> None:
        """Show the stage as an ordinary window, for one screen; asked for, never by itself."""
        self._stage.setWindowFlag(Qt.WindowType.FramelessWindowHint, on=False)
        self._stage.showNormal()
        self._set(ScreenState.WINDOW)

    def hide_window(self) -> None:
        """Take the one-screen window away."""
        self._stage.hide()
        self._set(ScreenState.NONE)

    def _close_pressed(self) -> None:
        # Its own frame is the obvious way out of the window; a projector has no frame.
        if self.state is ScreenState.WINDOW:
            self.hide_window()

    def _screens(self) -> list[QScreen]:
        return QGuiApplication.screens()

    def _place(self) -> bool:
        screens = self._screens()
        primary = QGuiApplication.primaryScreen()
        if primary is None or not screens:
            return False
        offered = [identity_of(screen) for screen in screens]
        place = best_match(self._wanted, offered, screens.index(primary))
        if place is None:
            return False
        screen = screens[place]
        # A mirrored projector has the console's rectangle: full screen there would cover it.
        if screen.geometry() == primary.geometry():
            return False
        self._wanted = self._wanted or offered[place]
        self._screen_name = screen.name()
        screen.geometryChanged.connect(self._refit)
        self._stage.setWindowFlag(Qt.WindowType.FramelessWindowHint, on=True)
        self._stage.setScreen(screen)
        self._stage.setGeometry(screen.geometry())
        self._stage.showFullScreen()
        self._set(ScreenState.CONNECTED)
        return True

    def _removed(self, screen: QScreen) -> None:
        # Before control returns to the event loop: Qt would move the window onto the console.
        if self.state is ScreenState.CONNECTED and screen.name() == self._screen_name:
            self._stage.hide()
            self._screen_name = ""
            self._set(ScreenState.WAITING)

    def _added(self, screen: QScreen) -> None:
        # A projector that is plugged in is meant for the stage, also when a window stood in for it.
        if self.state is not ScreenState.CONNECTED:
            self._place()

    def _refit(self) -> None:
        screen = next((s for s in self._screens() if s.name() == self._screen_name), None)
        if screen is not None and self.state is ScreenState.CONNECTED:
            self._stage.setGeometry(screen.geometry())

    def _set(self, state: ScreenState) -> None:
        if state is not self.state:
            self.state = state
            self.changed.emit()
