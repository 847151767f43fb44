"""A process that types into the station's fields until it is killed.

It names every key once it was typed, and the texts of the fields once the station says that they
are saved. Arguments: workspace, seed, team code.
"""

from __future__ import annotations

import random
import re
import sys
import time

from child import boot, rest, say, until
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton

WORDS = ("Nora’s", "refund", "fails", "above", "<5", "%", "of", "rows;", "nobody", "can", "“see”")
SAVED = re.compile(r"(✓ )?saved \d\d:\d\d")
# A writer who stops for this long has everything handed over: the editors wait 600 ms.
PAUSE_MS = 700


def press(widget, sign):
    """Press a key; the test library of Qt knows no letters beyond ASCII."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign)
        QApplication.sendEvent(widget, event)


def text_of(field):
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()


class Writer:
    """Types into one field after the other; looks at what the station says."""

    def __init__(self, window, chance):
        self.chance = chance
        self.fields = [
            field
            for kind in (QPlainTextEdit, QLineEdit)
            for field in window.findChildren(kind)
            if field.objectName().startswith("field-") and field.isVisible()
        ]
        self.labels = window.findChildren(QLabel)
        self.handed_over = {}
        self.lost_s = 0.0

    def wait(self, milliseconds):
        """Let the app go on, and count for how much longer than meant others had the machine."""
        began_s = time.monotonic()
        rest(milliseconds)
        self.lost_s += max(0.0, time.monotonic() - began_s - milliseconds / 1000)

    def is_saved(self):
        return any(SAVED.fullmatch(label.text()) for label in self.labels if label.isVisible())

    def look(self):
        """Acknowledge what was handed over, once the station says that all is saved."""
        if self.handed_over and self.is_saved():
            saved, self.handed_over = self.handed_over, {}
            say("saved", texts=saved, lost_s=self.lost_s)
        return not self.handed_over

    def write(self, field):
        for word in self.chance.choices(WORDS, k=self.chance.choice((2, 5, 12, 40))):
            for sign in f"{word} ":
                press(field, sign)
                say(
                    "typed",
                    field=field.objectName(),
                    text=text_of(field),
                    at_s=time.monotonic(),
                    lost_s=self.lost_s,
                )
                self.wait(self.chance.randrange(4, 20))
                self.look()

    def go_on(self):
        """Write in a field, then leave it for another one at once, or stop for a moment."""
        field, following = self.chance.sample(self.fields, 2)
        field.setFocus()
        self.write(field)
        if self.chance.random() < 0.5:
            following.setFocus()
        else:
            self.wait(PAUSE_MS)
        self.handed_over[field.objectName()] = text_of(field)
        if self.chance.random() < 0.5:
            until(self.look)


def station():
    return next((w for w in QApplication.topLevelWidgets() if w.objectName() == "station"), None)


def main(seed, code):
    desktop = boot()
    desktop.shell.open_station()
    until(station)
    window = station()
    until(window.isActiveWindow)
    QTest.keyClicks(window.findChild(QLineEdit, "code"), code)
    QTest.mouseClick(window.findChild(QPushButton, "open-card"), Qt.MouseButton.LeftButton)
    until(window.findChild(QPushButton, "hand-over").isVisible)
    writer = Writer(window, random.Random(seed))
    while True:
        writer.go_on()


if __name__ == "__main__":
    main(int(sys.argv[2]), sys.argv[3])
