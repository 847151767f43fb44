"""One start of a window in a process of its own; prints what it took as one JSON line.

Arguments: bare|app, the monotonic second at which the process was asked for, workspace.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

WATCH_MS = 4
# How long a room is watched after it was first opened.
ROOM_S = 1.2
ROOMS = ("plan", "run", "scenario", "review", "settings")


def main(kind, asked_s, workspace):
    from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

    class FirstPaint(QObject):
        at_s = 0.0

        def eventFilter(self, watched, event):
            if event.type() == event.Type.Paint and not self.at_s:
                self.at_s = time.monotonic()
            return False

    class Watch(QObject):
        """A timer of 4 ms that notes how late it came; what is late for it is late for a click."""

        def __init__(self):
            super().__init__()
            self.last_s = time.monotonic()
            self.worst_s = 0.0
            self.timer = QTimer(self)
            self.timer.setTimerType(Qt.TimerType.PreciseTimer)
            self.timer.timeout.connect(self.tick)
            self.timer.start(WATCH_MS)

        def tick(self):
            now_s = time.monotonic()
            self.worst_s = max(self.worst_s, now_s - self.last_s - WATCH_MS / 1000)
            self.last_s = now_s

        def again(self):
            worst_s, self.worst_s = self.worst_s, 0.0
            return worst_s * 1000

    def run_until(condition):
        loop = QEventLoop()
        look = QTimer()
        look.timeout.connect(lambda: condition() and loop.quit())
        look.start(WATCH_MS)
        loop.exec()

    paint = FirstPaint()
    took = {}
    if kind == "bare":
        from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

        app = QApplication(["bare"])
        window = QMainWindow()
        window.setCentralWidget(QLabel("Workshop Studio"))
        window.resize(1366, 768)
        window.show()
        window.installEventFilter(paint)
        run_until(lambda: paint.at_s)
    else:
        from workshop_studio.app.clock import SystemClock
        from workshop_studio.app.desktop import Desktop, make_application

        app = make_application(["app"])
        desktop = Desktop(app, Path(workspace), SystemClock())
        desktop.window.installEventFilter(paint)
        watch = Watch()
        run_until(lambda: desktop.shell is not None and desktop.window.room)
        took["ready_ms"] = (time.monotonic() - asked_s) * 1000
        run_until(lambda begun_s=time.monotonic(): time.monotonic() - begun_s > 0.3)
        took["worst_gap_ms"] = watch.again()
        for room in ROOMS if desktop.window.room != "welcome" else ():
            watch.again()
            QTimer.singleShot(0, lambda room=room: desktop.shell.show_room(room))
            run_until(lambda begun_s=time.monotonic(): time.monotonic() - begun_s > ROOM_S)
            took[f"room_{room}_ms"] = watch.again()
    took["first_paint_ms"] = (paint.at_s - asked_s) * 1000
    print(json.dumps(took), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), sys.argv[3])
