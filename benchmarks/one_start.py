"""One start of a window in a process of its own; prints what it took as one JSON line.

Arguments: bare|app, the monotonic second at which the process was asked for, workspace. The app is
started as the command starts it; only the class of its windows is wrapped, to look at them.
"""

from __future__ import annotations

import json
import os
import sys
import time

WATCH_MS = 4
# How long a room is watched after it was first opened.
ROOM_S = 1.2
# Long enough for everything that is read ahead.
AHEAD_S = 4.0
ROOMS = ("plan", "run", "scenario", "review", "settings")


def bare(asked_s):
    """Show a main window with one label."""
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    app = QApplication(["bare"])
    window = QMainWindow()
    window.setCentralWidget(QLabel("Workshop Studio"))
    window.resize(1366, 768)
    window.show()
    took = {}
    eye = first_paint(window, asked_s, took, finished)
    app.exec()
    return eye


def app(asked_s, workspace):
    """Start the app on a workspace, then open every room once."""
    from workshop_studio.app import desktop

    shown = desktop.Desktop
    took = {}
    kept = []

    def watched(*arguments):
        one = shown(*arguments)
        kept.append(first_paint(one.window, asked_s, took, lambda _: None))
        kept.append(follow(one, asked_s, took))
        return one

    desktop.Desktop = watched
    sys.argv = ["workshop-studio", "--workspace", workspace]
    from workshop_studio.__main__ import main

    main()


def first_paint(window, asked_s, took, then):
    """Note when the window is first painted; before the app's own imports would delay it."""
    from PySide6.QtCore import QObject, QTimer

    class Eye(QObject):
        def eventFilter(self, watched, event):
            if event.type() == event.Type.Paint:
                took["first_paint_ms"] = (time.monotonic() - asked_s) * 1000
                watched.removeEventFilter(self)
                QTimer.singleShot(0, lambda: then(took))
            return False

    eye = Eye()
    window.installEventFilter(eye)
    return eye


def follow(desktop, asked_s, took):
    """Watch the event loop until the app is ready, then while each room opens."""
    from PySide6.QtCore import QObject, Qt, QTimer

    class Watch(QObject):
        """A timer of 4 ms that notes how late it came; what is late for it is late for a click."""

        def __init__(self):
            super().__init__()
            self.last_s = time.monotonic()
            self.worst_s = 0.0
            self.rooms = list(ROOMS)
            self.until_s = 0.0
            self.name = ""
            self.timer = QTimer(self)
            self.timer.setTimerType(Qt.TimerType.PreciseTimer)
            self.timer.timeout.connect(self.tick)
            self.timer.start(WATCH_MS)

        def tick(self):
            now_s = time.monotonic()
            self.worst_s = max(self.worst_s, now_s - self.last_s - WATCH_MS / 1000)
            self.last_s = now_s
            if self.name:
                if now_s > self.until_s:
                    took[self.name] = self.worst_s * 1000
                    self.begin()
            elif desktop.shell is not None and desktop.window.room:
                took["ready_ms"] = (now_s - asked_s) * 1000
                # What is read ahead after the first room counts as part of the start.
                self.name, self.until_s = "worst_gap_ms", now_s + AHEAD_S

        def begin(self):
            if not self.rooms or desktop.window.room == "welcome":
                finished(took)
            room = self.rooms.pop(0)
            self.name, self.until_s = f"room_{room}_ms", time.monotonic() + ROOM_S
            self.worst_s, self.last_s = 0.0, time.monotonic()
            desktop.shell.show_room(room)

    return Watch()


def finished(took):
    """Say what was measured and leave."""
    print(json.dumps(took), flush=True)
    os._exit(0)


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare(float(sys.argv[2]))
    else:
        app(float(sys.argv[2]), sys.argv[3])
