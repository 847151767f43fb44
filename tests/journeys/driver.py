"""The app driven by its widgets, as a person would."""

from __future__ import annotations

import gc

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from workshop_studio.app.desktop import Desktop


class App:
    """One start of the app, driven by its widgets."""

    def __init__(self, qtbot, qapp, path, clock, *, waits=True, known=None, awake=None):
        self.bot, self.clock, self.application = qtbot, clock, qapp
        self.desktop = Desktop(
            qapp, path, clock, preferences=known, awake=(lambda: awake) if awake else None
        )
        self._watch = self._look
        clock.watchers.append(self._watch)
        if waits:
            qtbot.waitUntil(
                lambda: self.desktop.shell is not None and self.room != "", timeout=10_000
            )

    def _look(self):
        if self.shell is not None:
            self.shell.studio.live.look()

    @property
    def room(self):
        return self.desktop.window.room

    @property
    def shell(self):
        return self.desktop.shell

    @property
    def console(self):
        return self.shell.console.page

    def press(self, name):
        self.bot.mouseClick(
            self.desktop.window.findChild(QPushButton, name), Qt.MouseButton.LeftButton
        )

    def key(self, key):
        self.bot.keyClick(self.console, key)

    def until(self, condition):
        self.bot.waitUntil(condition, timeout=5_000)

    def problem_box(self, button=0):
        """Return what the open box says, and press one of its buttons."""
        self.until(lambda: self.application.activeModalWidget() is not None)
        box = self.application.activeModalWidget()
        text = box.text()
        self.bot.mouseClick(box.buttons()[button], Qt.MouseButton.LeftButton)
        return text

    def make_sample(self):
        self.bot.mouseClick(self.shell.welcome.sample, Qt.MouseButton.LeftButton)
        self.until(lambda: self.room == "plan" and self.shell.planning.page.run.isEnabled())

    def open_session(self):
        self.until(self.desktop.window.findChild(QPushButton, "run-session").isEnabled)
        self.press("run-session")
        self.until(
            lambda: (
                self.room == "run"
                and self.shell.studio.live.session is not None
                and self.console.running.isVisible()
                and self.console.running.primary.text() == "Start session"
            )
        )

    def start(self):
        self.press("primary")
        self.until(self.console.running.pause.isVisible)

    def stop(self):
        if self.desktop is None:
            return
        self.clock.watchers.remove(self._watch)
        window, stage = self.desktop.window, self.shell.stage
        window.guard(is_session_on=False)
        window.close()
        self.desktop.collector.stop()
        for gone in (stage, window):
            shiboken6.delete(gone)
        self.desktop = None
        gc.collect()
