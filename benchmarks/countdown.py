"""How exact the shown countdown is, what it costs to show it, and whether it drifts.

First a bare window with a label that counts down: what the toolkit alone can do. Then a session
in the real windows, alone and with the other core busy: every time a clock says another second,
the moment is compared with the moment on the monotonic clock at which that second began. Last,
eight hours of pulses against counted nanoseconds. --out FOLDER writes countdown.json.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel
from startup import make_workspace
from windows import Repaints, Room, figure, loaded_core, report, rest, run_until

from workshop_studio.app.desktop import make_application
from workshop_studio.domain import timer
from workshop_studio.domain.next_change import pulse_after_s, reading_stays_s

PULSES = 300
NS = 1_000_000_000


class Bare(QObject):
    """A label that counts down, looked at ten times a second and aimed at each new second."""

    def __init__(self, ends_s):
        super().__init__()
        self.label = QLabel()
        self.label.resize(1280, 720)
        self.label.show()
        self.ends_s = ends_s
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self.look)
        self.look()

    def look(self):
        left = self.ends_s - time.monotonic()
        self.label.setText(str(math.ceil(left)))
        stays = left - math.ceil(left) + 1
        self.timer.start(math.ceil(stays * 1000 / math.ceil(stays * 10)))

    def seconds_left(self):
        return int(self.label.text())


class Seconds:
    """Notes when a window has another second on it; seconds_left: what is shown now."""

    def __init__(self, window, seconds_left, ends_s):
        self._seconds_left, self._ends_s = seconds_left, ends_s
        self._known = self._painted = seconds_left()
        self.known_ms, self.painted_ms = [], []
        self._repaints = Repaints(window, self.painted)

    def told(self, *_):
        """The window was told what to show: this is where the engine's part ends."""
        self._known = self._note(self._known, self.known_ms)

    def painted(self):
        self._painted = self._note(self._painted, self.painted_ms)

    def _note(self, before, errors_ms):
        shown = self._seconds_left()
        if shown != before:
            errors_ms.append((time.monotonic() - (self._ends_s - shown)) * 1000)
        return shown

    def stop(self):
        self._repaints.stop()


def seconds_of(text):
    """Return 299 for "4:59"."""
    minutes, seconds = text.split(":")
    return int(minutes) * 60 + int(seconds)


def watch(seconds, watched):
    """Return the share of a core that these seconds took."""
    busy_s, from_s = time.process_time(), time.monotonic()
    rest(seconds)
    share = (time.process_time() - busy_s) / (time.monotonic() - from_s)
    for one in watched:
        one.stop()
    return round(share * 100, 2)


def bare(seconds):
    """Return the figures of the bare window."""
    one = Bare(time.monotonic() + 600.37)
    rest(1)
    eye = Seconds(one.label, one.seconds_left, one.ends_s)
    share = watch(seconds, [eye])
    one.timer.stop()
    one.label.hide()
    return {"bare_cpu_percent": share, "bare_painted_late_ms": figure(eye.painted_ms)}


def session(studio, ends_s, seconds, name):
    """Return the figures of the running session; name: prefix of the keys."""
    clock, stage = studio.page.running.clock, studio.stage
    console = Seconds(studio.window, lambda: seconds_of(clock.text), ends_s)
    wall = Seconds(stage, lambda: seconds_of(stage.snapshot.clock.text), ends_s)
    stage.ticked.connect(wall.told)
    share = watch(seconds, [console, wall])
    stage.ticked.disconnect(wall.told)
    return {
        f"{name}_cpu_percent": share,
        f"{name}_engine_late_ms": figure(wall.known_ms),
        f"{name}_console_painted_late_ms": figure(console.painted_ms),
        f"{name}_stage_painted_late_ms": figure(wall.painted_ms),
    }


def drift(hours):
    """Return drift in ms and wrong texts after so many hours of pulses that come late."""
    late = random.Random(7)
    begun_ns = 370_000_000
    clock = timer.start(timer.Countdown(hours * 3600.0), begun_ns / NS)
    at_ns, wrong, looks = begun_ns, 0, 0
    while at_ns - begun_ns < hours * 3600 * NS:
        reading = timer.read(clock, at_ns / NS)
        left_ns = hours * 3600 * NS - (at_ns - begun_ns)
        wrong += timer.clock_text(reading.remaining_s) != timer.clock_text(-(-left_ns // NS))
        looks += 1
        stays = reading_stays_s(reading.remaining_s)
        wait_ms = max(4, math.ceil(pulse_after_s(stays, 0.1) * 1000))
        at_ns += wait_ms * 1_000_000 + late.randrange(3_000_000)
    off_ms = (reading.elapsed_s - ((hours * 3600 * NS - left_ns) / NS)) * 1000
    return {
        "drift_hours": hours,
        "drift_ms": round(off_ms, 6),
        "drift_looks": looks,
        "drift_texts_wrong": wrong,
    }


def pulses(refresh):
    """Return what so many pulses cost; most change nothing on the screen, as in a session."""
    costs = []
    for _ in range(PULSES):
        begun = time.perf_counter()
        refresh()
        costs.append((time.perf_counter() - begun) * 1000)
    return costs


def measure(seconds):
    """Return the figures of one run, each part so many seconds long."""
    app = make_application(["countdown"])
    found = {"seconds": seconds, **bare(seconds)}
    with tempfile.TemporaryDirectory() as folder:
        studio = Room(app, make_workspace(Path(folder)))
        ends_s = studio.start()
        run_until(lambda: ends_s - time.monotonic() < 357)
        found |= session(studio, ends_s, seconds, "idle")
        with loaded_core():
            found |= session(studio, ends_s, seconds, "loaded")
        found["pulse_ms"] = figure(pulses(studio.shell.console.presenter.refresh))
    return found | drift(8)


def main():
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=100)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    if asked.seconds > 150:
        parser.error("the first block of the session lasts six minutes; at most 150 s a part")
    report(measure(asked.seconds), asked.out, "countdown")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
