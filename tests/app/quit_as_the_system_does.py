"""Opens the app, asks it to quit as a system does, and says what became of it."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QTimer

from workshop_studio.app.clock import FastClock
from workshop_studio.app.desktop import Desktop, make_application


class Quitter:
    def __init__(self, app, desktop):
        self.app, self.desktop, self.has_asked = app, desktop, False
        self.timer = QTimer()
        self.timer.setInterval(20)
        self.timer.timeout.connect(self.step)
        self.timer.start()

    def step(self):
        shell = self.desktop.shell
        if shell is None or not self.desktop.window.room:
            return
        if not self.has_asked:
            self.has_asked = True
            self.desktop.window.guard(is_session_on=True)
            self.app.quit()
        elif (box := self.app.activeModalWidget()) is not None:
            print("asked:", box.windowTitle(), flush=True)
            self.timer.stop()
            box.buttons()[0].click()


app = make_application(["quit"])
clock = FastClock(datetime(2026, 10, 6, 11, 30, tzinfo=UTC), "Europe/Berlin", 1.0)
desktop = Desktop(app, Path(sys.argv[1]), clock)
quitter = Quitter(app, desktop)
code = app.exec()
print("ended:", code, flush=True)
