from __future__ import annotations

import pytest
from driver import App
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QMainWindow, QWidget
from two_screens import SCREENS, set_screens, why_not

from fakes import ManualClock

OWN_WINDOWS = {"stage", "station", "screen-number"}


class StrayWindows(QObject):
    """Names every part of a page that was shown before it had its place.

    Such a part is a window for a moment: it flashes, and takes the keyboard with it.
    """

    def __init__(self):
        super().__init__()
        self.found = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            is_plain = watched.isWindow() and watched.windowType() == Qt.WindowType.Window
            is_known = isinstance(watched, QMainWindow) or watched.objectName() in OWN_WINDOWS
            if is_plain and not is_known:
                self.found.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def app(qtbot, qapp, tmp_path, clock):
    stray = StrayWindows()
    qapp.installEventFilter(stray)
    started = App(qtbot, qapp, tmp_path / "w.sqlite", clock)
    yield started
    started.stop()
    qapp.removeEventFilter(stray)
    assert stray.found == []


@pytest.fixture
def plug(qapp):
    """Give what plugs and unplugs screens; afterwards there are laptop and projector again."""
    if reason := why_not():
        pytest.skip(reason)
    yield set_screens
    # The laptop alone first: whichever screen was there longest is the primary one.
    set_screens(SCREENS[:1])
    set_screens(SCREENS)
