"""Moves windows onto screens, and says on which one they came to stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from shiboken6 import getCppPointer, isValid

from workshop_studio.ui.stage.identity import ScreenIdentity

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

_WINDOW_WIDTH, _WINDOW_SHARE = 1280, 0.7


def alive(screen: QScreen | None) -> QScreen | None:
    """Return a screen, None when it is gone."""
    return screen if screen is not None and isValid(screen) else None


def is_same(one: QScreen | None, other: QScreen | None) -> bool:
    """Return whether two are one screen; a screen that is gone is no screen.

    By the object of Qt itself: after some plugs the same screen may come in another Python object.
    """
    first, second = alive(one), alive(other)
    if first is None or second is None:
        return False
    return getCppPointer(first) == getCppPointer(second)


def identity_of(screen: QScreen) -> ScreenIdentity:
    """Return what a screen says of itself; parts may be empty."""
    return ScreenIdentity(
        screen.serialNumber().strip(),
        screen.manufacturer().strip(),
        screen.model().strip(),
        screen.name(),
    )


def fill_screen(window: QWidget, screen: QScreen, *, takes_keys: bool) -> None:
    """Show a window without a frame over a whole screen."""
    _frame(window, is_framed=False)
    window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not takes_keys)
    window.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.showFullScreen()
    if takes_keys:
        window.activateWindow()


def float_on(window: QWidget, screen: QScreen | None) -> None:
    """Show a window in a frame, in the middle of a screen and smaller than it."""
    _frame(window, is_framed=True)
    window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    if screen is not None:
        room = screen.availableGeometry()
        wide = min(_WINDOW_WIDTH, round(room.width() * _WINDOW_SHARE))
        box = QRect(0, 0, wide, wide * 9 // 16)
        box.moveCenter(room.center())
        window.setScreen(screen)
        window.setGeometry(box)
    window.showNormal()


def move_to_screen(window: QWidget, screen: QScreen) -> None:
    """Move a window to another screen; it keeps its size, or fills that one as it did before."""
    is_filling = window.isMaximized() or window.isFullScreen()
    state = window.windowState()
    if is_filling:
        window.setWindowState(Qt.WindowState.WindowNoState)
    room = screen.availableGeometry()
    box = QRect(0, 0, min(window.width(), room.width()), min(window.height(), room.height()))
    box.moveCenter(room.center())
    window.setScreen(screen)
    window.setGeometry(box)
    if is_filling:
        window.setWindowState(state)


def screen_under(window: QWidget, screens: list[QScreen], *, has_places: bool) -> QScreen | None:
    """Return the screen that a window came to stand on.

    has_places: windows know their coordinates, as everywhere but under Wayland; a window that the
    system moved says so by them before it says so by its screen.
    """
    middle = window.geometry().center()
    under = (screen for screen in screens if screen.geometry().contains(middle))
    return next(under, window.screen()) if has_places else window.screen()


def _frame(window: QWidget, *, is_framed: bool) -> None:
    flag = Qt.WindowType.FramelessWindowHint
    # Changing it makes a new window of the system's: not without need.
    if bool(window.windowFlags() & flag) is is_framed:
        window.setWindowFlag(flag, on=not is_framed)
