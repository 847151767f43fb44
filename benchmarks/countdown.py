"""How exact the shown countdown is, and what a pulse costs, in the real windows.

A session runs; every time the console or the stage paints another second, the moment is compared
with the moment on the monotonic clock at which that second began. --out FOLDER writes
countdown.json.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(ROOT / "src"), str(HERE)]
os.environ.setdefault(
    "QT_QPA_PLATFORM", f"offscreen:configfile={ROOT / 'tests' / 'two_screens.json'}"
)
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from PySide6.QtCore import QEventLoop, QObject, QTimer  # noqa: E402
from startup import figure, make_workspace  # noqa: E402

from workshop_studio.app.clock import SystemClock  # noqa: E402
from workshop_studio.app.desktop import Desktop, make_application  # noqa: E402
from workshop_studio.ui.kit.marks import BigClock  # noqa: E402

PULSES = 300


def run_until(condition):
    """Let the event loop run until the condition holds."""
    loop = QEventLoop()
    look = QTimer()
    look.timeout.connect(lambda: condition() and loop.quit())
    look.start(2)
    loop.exec()


def rest(seconds):
    """Let the event loop run alone; looking for something would cost more than the pulses."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


class Seconds(QObject):
    """Notes when a widget paints another second than before."""

    def __init__(self, widget, text):
        super().__init__()
        self.text, self.shown = text, text()
        self.seen = []
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == event.Type.Paint and self.text() != self.shown:
            self.shown = self.text()
            self.seen.append((self.shown, time.monotonic()))
        return False

    def errors_ms(self, ends_s):
        """Return how late each second was painted; ends_s: the moment at which 0:00 is due."""
        errors = []
        for text, at_s in self.seen:
            minutes, seconds = text.split(":")
            errors.append((at_s - (ends_s - int(minutes) * 60 - int(seconds))) * 1000)
        return errors


def measure(seconds):
    """Return the figures of one run of so many seconds."""
    app = make_application(["countdown"])
    with tempfile.TemporaryDirectory() as folder:
        desktop = Desktop(app, make_workspace(Path(folder)), SystemClock())
        run_until(lambda: desktop.shell is not None and desktop.window.room)
        shell = desktop.shell
        live, lane = shell.studio.live, shell.lane
        session = shell.studio.planning.sessions()[0]
        lane.submit(lambda: live.open(session.id))
        run_until(lambda: live.console() is not None)
        desktop.window.show_room("run")
        lane.submit(live.start)
        run_until(lambda: len(live.log) == 1)
        begun = live.log[0].at.monotonic_s
        ends_s = begun + session.agenda.blocks[0].planned_s
        stage = shell.stage
        watched = {
            "console": Seconds(desktop.window.findChild(BigClock), lambda: console_text(desktop)),
            "stage": Seconds(stage, lambda: stage.snapshot.clock.text),
        }
        run_until(lambda: time.monotonic() > begun + 2)
        busy_s, from_s = time.process_time(), time.monotonic()
        rest(seconds)
        share = (time.process_time() - busy_s) / (time.monotonic() - from_s)
        found = {"seconds": seconds, "cpu_percent_of_a_core": round(share * 100, 1)}
        for name, one in watched.items():
            found[f"{name}_late_ms"] = figure(one.errors_ms(ends_s))
            found[f"{name}_seconds_painted"] = len(one.seen)
        found["pulse_ms"] = figure(pulses(shell.console.presenter.refresh))
    return found


def console_text(desktop):
    return desktop.window.findChild(BigClock).text


def pulses(refresh):
    """Return what so many pulses cost; most change nothing on the screen, as in a session."""
    costs = []
    for _ in range(PULSES):
        begun = time.perf_counter()
        refresh()
        costs.append((time.perf_counter() - begun) * 1000)
    return costs


def main():
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    found = measure(asked.seconds)
    for key, value in found.items():
        if isinstance(value, dict):
            print(f"{key:32} {value['median']:9.2f}  [{value['min']:.2f} - {value['max']:.2f}]")
        else:
            print(f"{key:32} {value:9}")
    if asked.out:
        asked.out.mkdir(parents=True, exist_ok=True)
        text = json.dumps(found, indent=2) + "\n"
        (asked.out / "countdown.json").write_text(text, encoding="utf-8")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
