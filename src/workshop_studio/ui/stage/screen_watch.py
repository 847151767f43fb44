"""Hears what happens to screens: each one's own changes, and a burst of them as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from workshop_studio.ui.stage.placing import is_same

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication, QScreen

# One plug brings up to a dozen signals; a projector may take half a second to settle.
QUIET_MS = 120
LONGEST_MS = 600


class Burst(QObject):
    """Turns several wishes into one `due`: after a pause, at the latest 0.6 s after the first."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._quiet, self._longest = QTimer(self), QTimer(self)
        for timer, after_ms in ((self._quiet, QUIET_MS), (self._longest, LONGEST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(after_ms)
            timer.timeout.connect(self._end)

    @property
    def is_due(self) -> bool:
        """Return whether `due` is still to come."""
        return self._longest.isActive()

    def soon(self) -> None:
        """Ask for one `due` shortly."""
        self._quiet.start()
        if not self._longest.isActive():
            self._longest.start()

    def drop(self) -> None:
        """Forget what was asked for."""
        self._quiet.stop()
        self._longest.stop()

    def _end(self) -> None:
        self.drop()
        self.due.emit()


class ScreenWatch(QObject):
    """The changes of one screen, bound to that screen; it ends with it."""

    changed = Signal()

    def __init__(self, screen: QScreen, parent: QObject) -> None:
        super().__init__(parent)
        self.screen = screen
        screen.geometryChanged.connect(self._heard)
        screen.logicalDotsPerInchChanged.connect(self._heard)
        screen.physicalDotsPerInchChanged.connect(self._heard)

    def close(self) -> None:
        """Hear no more of it."""
        if isValid(self.screen):
            self.screen.geometryChanged.disconnect(self._heard)
            self.screen.logicalDotsPerInchChanged.disconnect(self._heard)
            self.screen.physicalDotsPerInchChanged.disconnect(self._heard)
        self.deleteLater()

    def _heard(self) -> None:
        self.changed.emit()


class ScreenWatches(QObject):
    """Watches every screen there is. `removed` comes before anything else may happen."""

    removed = Signal(object)
    changed = Signal()

    def __init__(self, app: QGuiApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._watches: list[ScreenWatch] = []
        self._has_new = True
        self._burst = Burst(self)
        self._burst.due.connect(self.changed)
        self._app: QGuiApplication | None = app
        app.screenRemoved.connect(self._screen_removed)
        app.screenAdded.connect(self._screen_added)
        app.primaryScreenChanged.connect(self._primary_changed)
        for screen in app.screens():
            self._watch(screen)

    @property
    def watched(self) -> list[QScreen]:
        """Return the screens whose changes are heard."""
        return [watch.screen for watch in self._watches]

    @property
    def is_due(self) -> bool:
        """Return whether a change was heard that is still to be told."""
        return self._burst.is_due

    def take_new(self) -> bool:
        """Return whether a screen came since this was asked last."""
        had, self._has_new = self._has_new, False
        return had

    def close(self) -> None:
        """Hear nothing any more."""
        if self._app is None:
            return
        self._burst.drop()
        self._app.screenRemoved.disconnect(self._screen_removed)
        self._app.screenAdded.disconnect(self._screen_added)
        self._app.primaryScreenChanged.disconnect(self._primary_changed)
        self._app = None
        for watch in self._watches:
            watch.close()
        self._watches.clear()

    def _watch(self, screen: QScreen) -> None:
        watch = ScreenWatch(screen, self)
        watch.changed.connect(self._burst.soon)
        self._watches.append(watch)

    def _screen_added(self, screen: QScreen) -> None:
        self._has_new = True
        self._watch(screen)
        self._burst.soon()

    def _primary_changed(self, _: QScreen | None) -> None:
        self._burst.soon()

    def _screen_removed(self, screen: QScreen) -> None:
        # At once: Qt is about to move the windows of this screen onto another.
        self.removed.emit(screen)
        for watch in [watch for watch in self._watches if is_same(watch.screen, screen)]:
            self._watches.remove(watch)
            watch.close()
        self._burst.soon()
