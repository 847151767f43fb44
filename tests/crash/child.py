"""What the processes that get killed share: the real app, driven by its own event loop."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from workshop_studio.app.clock import SystemClock
from workshop_studio.app.desktop import Desktop, make_application


def until(condition):
    """Run the event loop until the condition holds; the parent ends what never does."""
    loop = QEventLoop()
    look = QTimer()
    look.timeout.connect(lambda: condition() and loop.quit())
    look.start(1)
    if not condition():
        loop.exec()


def rest(milliseconds):
    """Let the app go on for a while, as a person does between two presses."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def say(kind, **facts):
    """Print one line to the parent; it is out of this process when the call returns."""
    # In one write: a kill between a line and its end would make half an answer of it.
    sys.stdout.write(json.dumps({"kind": kind, **facts}) + "\n")
    sys.stdout.flush()


def boot():
    """Return the app on the workspace that the command line names, with its first room shown."""
    desktop = Desktop(make_application(["child"]), Path(sys.argv[1]), SystemClock())
    until(lambda: desktop.problem or (desktop.shell is not None and desktop.window.room))
    if desktop.problem:
        raise SystemExit(desktop.problem)
    return desktop
