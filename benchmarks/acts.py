"""How long an act takes from the press of its button to both pictures, with the other core busy.

The real windows run a session; buttons are pressed, and a press counts until the console and the
stage have painted what it did. On the way lies the commit: an act is on disk before a screen
changes. The floor, in turns with the acts: a bare window whose button writes one row the same way
and then paints one label. --out FOLDER writes acts.json.
"""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from startup import make_workspace
from windows import Repaints, Room, figure, loaded_core, report, rest, run_until

from workshop_studio.app.desktop import make_application
from workshop_studio.domain.live import StageFace
from workshop_studio.ui.bridge.lane import ThreadLane

WANTED_MS = 100.0
# A second press within 0.4 s is taken for a bounce, as it should be.
APART_S = 0.45
SENTENCES = ("Two minutes left.", "Back to your home table.")


class Bare(QObject):
    """A label that is painted once a row is on disk, written by a thread of its own."""

    painted = Signal()

    def __init__(self, folder):
        super().__init__()
        self.path = str(folder / "bare.sqlite")
        with sqlite3.connect(self.path) as file:
            file.execute("PRAGMA journal_mode = WAL")
            file.execute("CREATE TABLE acts (seq INTEGER PRIMARY KEY, text TEXT)")
        self.lane = ThreadLane(self)
        self.label = QLabel("0")
        self.label.resize(1280, 720)
        self.label.show()
        self.file = None

    def write(self):
        if self.file is None:
            self.file = sqlite3.connect(self.path, isolation_level=None)
            self.file.execute("PRAGMA synchronous = FULL")
        self.file.execute("BEGIN IMMEDIATE")
        self.file.execute("INSERT INTO acts (text) VALUES ('next')")
        self.file.execute("COMMIT")

    def press(self):
        """Return how long the press took, ms."""
        words = str(int(self.label.text()) + 1)
        done = []

        def painted():
            if self.label.text() == words:
                done.append(time.monotonic())

        eye = Repaints(self.label, painted)
        begun = time.monotonic()
        self.lane.submit(self.write, lambda _: self.label.setText(words))
        run_until(lambda: done)
        eye.stop()
        return (done[0] - begun) * 1000


class Deeds:
    """What can be pressed, in an order that always makes sense, and how to see that it is done."""

    def __init__(self, studio):
        self.studio, self.page, self.stage = studio, studio.page, studio.stage
        self._sent = 0

    def cycle(self):
        """Yield (name, press, console shows it, stage shows it)."""
        running, wall = self.page.running, self.page.wall
        for minutes in (1, 5, -1):
            yield (f"extend {minutes}", running.findChild(QObject, f"extend-{minutes}").click,
                   *self._changed())  # fmt: skip
        yield "pause", running.pause.click, lambda: running.pause.text() == "Go on", self._paused
        yield ("resume", running.pause.click, lambda: running.pause.text() == "Pause",
               lambda: not self._paused())  # fmt: skip
        yield "black", wall.black.click, lambda: wall.word.text() == "Black", self._is_black
        yield ("show", wall.black.click, lambda: wall.word.text() == "Live",
               lambda: not self._is_black())  # fmt: skip
        yield "message", self._send, self._said(), self._on_wall
        yield "next", running.primary.click, *self._moved()
        # The button offers a choice first; this is what its first entry does.
        yield "back", lambda: running.back_chosen.emit(False), *self._moved()
        yield "extend 5", running.findChild(QObject, "extend-5").click, *self._changed()
        yield "undo", running.undo.click, *self._changed()

    def _changed(self):
        """Return what tells that minutes changed: the clock leaps by more than a second."""
        before = seconds_of(self.page.running.clock.text)

        def leapt(text):
            return abs(seconds_of(text) - before) > 20

        return (lambda: leapt(self.page.running.clock.text),
                lambda: leapt(self.stage.snapshot.clock.text))  # fmt: skip

    def _moved(self):
        """Return what tells that another block is on: what may come next is another one too."""
        words, title = self.page.running.primary.text(), self.stage.snapshot.title
        return (lambda: self.page.running.primary.text() != words,
                lambda: self.stage.snapshot.title != title)  # fmt: skip

    def _paused(self):
        clock = self.stage.snapshot.clock
        return clock is not None and clock.phase.value == "paused"

    def _is_black(self):
        return self.stage.snapshot.face is StageFace.BLACK

    def _send(self):
        self._sent += 1
        self.page.messages.line.setText(self._sentence())
        self.page.messages.send.click()

    def _sentence(self):
        return f"{SENTENCES[self._sent % 2]} {self._sent}"

    def _on_wall(self):
        return self.stage.snapshot.message == self._sentence()

    def _said(self):
        count = len(self.studio.live.log)
        return lambda: len(self.studio.live.log) > count and not self.page.messages.line.text()


def seconds_of(text):
    """Return the seconds left: 299 for "4:59", 3905 for "1:05:05", -24 for "+0:24"."""
    total = 0
    for part in text.lstrip("+").split(":"):
        total = total * 60 + int(part)
    return -total if text.startswith("+") else total


def timed(studio, press, console, stage):
    """Press, and return how many ms later each window had painted what it did."""
    done = {}

    def look(name, shows):
        if name not in done and shows():
            done[name] = time.monotonic()

    eyes = [
        Repaints(studio.window, lambda: look("console", console)),
        Repaints(studio.stage, lambda: look("stage", stage)),
    ]
    begun = time.monotonic()
    press()
    pressed = time.monotonic()
    run_until(lambda: len(done) == 2, timeout_s=20)
    for eye in eyes:
        eye.stop()
    took = {name: (at - begun) * 1000 for name, at in done.items()}
    return took | {"press": (pressed - begun) * 1000}


def measure(acts):
    """Return the figures of at least so many acts."""
    app = make_application(["acts"])
    chance = random.Random(3)
    took = {"floor": [], "console": [], "stage": [], "press": []}
    worst = (0.0, "")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        studio = Room(app, make_workspace(folder))
        bare = Bare(folder)
        studio.start()
        deeds = Deeds(studio)
        with loaded_core():
            while len(took["console"]) < acts:
                for what, press, console, stage in deeds.cycle():
                    rest(APART_S + chance.random() * 0.2)
                    one = timed(studio, press, console, stage)
                    for key, value in one.items():
                        took[key].append(value)
                    worst = max(worst, (max(one["console"], one["stage"]), what))
                    rest(0.1)
                    took["floor"].append(bare.press())
    found = {f"{key}_ms": figure(values) for key, values in took.items()}
    ratio = found["console_ms"]["median"] / found["floor_ms"]["median"]
    late = sum(max(pair) > WANTED_MS for pair in zip(took["console"], took["stage"], strict=True))
    return found | {
        "console_times_floor": round(ratio, 2),
        f"later_than_{WANTED_MS:.0f}_ms": late,
        "slowest_act": worst[1],
    }


def main():
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--acts", type=int, default=240)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    report(measure(asked.acts), asked.out, "acts")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
