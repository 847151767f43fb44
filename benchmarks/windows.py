"""The real windows with a session that runs, for the measures that need them; offscreen."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(ROOT / "src"), str(HERE)]
os.environ.setdefault(
    "QT_QPA_PLATFORM", f"offscreen:configfile={ROOT / 'tests' / 'two_screens.json'}"
)
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from PySide6.QtCore import QEventLoop, QObject, QTimer  # noqa: E402

from workshop_studio.app.clock import SystemClock  # noqa: E402
from workshop_studio.app.desktop import Desktop  # noqa: E402

# Charts are read ahead in the first seconds; what is measured begins after them.
AHEAD_S = 4.0


def run_until(condition, timeout_s=60.0):
    """Let the event loop run until the condition holds."""
    loop = QEventLoop()
    look = QTimer()
    give_up_s = time.monotonic() + timeout_s
    look.timeout.connect(lambda: (condition() or time.monotonic() > give_up_s) and loop.quit())
    look.start(2)
    loop.exec()
    if not condition():
        raise TimeoutError("what was waited for did not happen")


def rest(seconds):
    """Let the event loop run alone; looking for something would cost more than the pulses."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


@contextmanager
def loaded_core():
    """Keep another core busy."""
    burner = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        yield
    finally:
        burner.kill()
        burner.wait()


def figure(values):
    """Return median, 99th percentile, least and most."""
    ordered = sorted(values)
    place = min(len(ordered) - 1, round(0.99 * (len(ordered) - 1)))
    return {
        "median": round(statistics.median(ordered), 4),
        "p99": round(ordered[place], 3),
        "min": round(ordered[0], 3),
        "max": round(ordered[-1], 3),
        "n": len(ordered),
    }


def report(found, out, name):
    """Print the figures and how busy the machine was; write them when a folder is named."""
    if hasattr(os, "getloadavg"):
        found = {**found, "load_average": round(os.getloadavg()[0], 2)}
    for key, value in found.items():
        if isinstance(value, dict):
            print(
                f"{key:40} {value['median']:9.2f}  p99 {value['p99']:.2f}"
                f"  [{value['min']:.2f} - {value['max']:.2f}]  n {value['n']}"
            )
        else:
            print(f"{key:40} {value:9}")
    if out:
        out.mkdir(parents=True, exist_ok=True)
        text = json.dumps(found, indent=2) + "\n"
        (out / f"{name}.json").write_text(text, encoding="utf-8")


class Repaints(QObject):
    """Calls back after each time that a window has painted what was due and handed it over.

    A request is answered by painting every widget that needs it; a timer without a wait comes
    after that, so what it reads is a little later than the picture, never earlier.
    """

    def __init__(self, window, then):
        super().__init__()
        self._then = then
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == event.Type.UpdateRequest:
            QTimer.singleShot(0, self._then)
        return False

    def stop(self):
        self._window.removeEventFilter(self)


class Room:
    """The app on a workspace, with its session open."""

    def __init__(self, app, workspace, rest_s=AHEAD_S):
        self.desktop = Desktop(app, workspace, SystemClock())
        run_until(lambda: self.desktop.shell is not None and self.desktop.window.room)
        self.shell = self.desktop.shell
        self.live, self.lane = self.shell.studio.live, self.shell.lane
        self.window, self.stage = self.desktop.window, self.shell.stage
        self.page = self.shell.console.page
        session = self.shell.studio.planning.sessions()[0]
        self.lane.submit(lambda: self.live.open(session.id))
        run_until(lambda: self.live.console() is not None)
        self.window.show_room("run")
        rest(rest_s)

    def start(self):
        """Start the session and return the moment at which its first block is over."""
        self.page.running.primary.click()
        run_until(lambda: self.stage.snapshot.clock is not None)
        (begun,) = self.live.log
        return begun.at.monotonic_s + self.live.session.agenda.blocks[0].planned_s
