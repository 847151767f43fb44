"""Screens, windows and an application whose plugs are pulled by hand, on every system."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Qt, Signal


class FakeScreen(QObject):
    geometryChanged = Signal(QRect)
    logicalDotsPerInchChanged = Signal(float)
    physicalDotsPerInchChanged = Signal(float)

    def __init__(self, name, box, serial="", maker="", model=""):
        super().__init__()
        self.parts = (name, serial, maker, model)
        self.box = QRect(*box)

    def name(self):
        return self.parts[0]

    def serialNumber(self):
        return self.parts[1]

    def manufacturer(self):
        return self.parts[2]

    def model(self):
        return self.parts[3]

    def geometry(self):
        return self.box

    availableGeometry = geometry

    def become(self, *box):
        self.box = QRect(*box)
        self.geometryChanged.emit(self.box)


class FakeApp(QObject):
    """primary: the screen that the system calls so, the first one otherwise."""

    screenAdded = Signal(object)
    screenRemoved = Signal(object)
    primaryScreenChanged = Signal(object)

    def __init__(self, *screens):
        super().__init__()
        self.all = list(screens)
        self.primary = None
        self.platform = "xcb"

    def platformName(self):
        return self.platform

    def screens(self):
        return list(self.all)

    def primaryScreen(self):
        return self.primary or (self.all[0] if self.all else None)

    def plug(self, screen):
        self.all.append(screen)
        self.screenAdded.emit(screen)

    def unplug(self, screen):
        self.all.remove(screen)
        self.screenRemoved.emit(screen)


class FakeWindow(QObject):
    """Remembers what was done to it. lands_on: where the system puts it until it is hidden."""

    close_wanted = Signal()
    pressed = Signal(int)

    def __init__(self, screen=None):
        super().__init__()
        self.on, self.lands_on = screen, None
        self.box = QRect(10, 10, 800, 600)
        self.is_shown = self.is_full = False
        self.is_movable = True
        self.flags = Qt.WindowType.Window
        self.done = []

    def screen(self):
        return self.lands_on or self.on

    def setScreen(self, screen):
        if self.is_movable:
            self.on = screen

    def geometry(self):
        return self.lands_on.box if self.lands_on else self.box

    def setGeometry(self, box):
        self.box = QRect(box)
        self.done.append("fitted")

    def width(self):
        return self.box.width()

    def height(self):
        return self.box.height()

    def windowFlags(self):
        return self.flags

    def setWindowFlag(self, flag, on):
        self.flags = self.flags | flag if on else self.flags & ~flag

    def setAttribute(self, attribute, on=True):
        pass

    def windowState(self):
        return Qt.WindowState.WindowNoState

    def isMaximized(self):
        return False

    isFullScreen = isMaximized

    def showFullScreen(self):
        self.is_shown = self.is_full = True
        self.done.append("shown")

    def isVisible(self):
        return self.is_shown

    def showNormal(self):
        self.is_shown, self.is_full = True, False
        self.done.append("shown in a window")

    def hide(self):
        self.is_shown, self.lands_on = False, None
        self.done.append("hidden")

    def update(self):
        self.done.append("painted")

    def activateWindow(self):
        self.done.append("activated")


LAPTOP_BOX, RIGHT_BOX, FAR_BOX = (0, 0, 1366, 768), (1366, 0, 1920, 1080), (3286, 0, 1920, 1080)


def a_laptop():
    return FakeScreen("eDP-1", LAPTOP_BOX, "L1", "Lap", "Top")


def a_projector(name="HDMI-1", serial="P1", maker="Epson", model="EB-992", box=RIGHT_BOX):
    return FakeScreen(name, box, serial, maker, model)
