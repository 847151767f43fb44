"""A process that runs a session in the real windows until it is killed.

It names each act once the console has said that it was done, with the clock as it is shown.
Arguments: workspace, seed.
"""

from __future__ import annotations

import random
import sys
import time
from datetime import UTC, datetime

from child import boot, rest, say, until
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from workshop_studio.ui.kit.marks import BigClock

# The service refuses a second "next" within 0.4 s; a person waits a little longer.
BETWEEN_BLOCKS_S = 0.5


class Hand:
    """Presses one button after another; `done` hears what the console says."""

    def __init__(self, desktop, chance):
        self.console, self.chance = desktop.shell.console.page, chance
        self.look = desktop.shell.console.presenter.refresh
        self.clock = self.console.findChild(BigClock)
        self.heard = []
        self.console.done_said.connect(self.done)
        self.begun_s = 0.0
        self.blocks = 1
        self.can_undo = False

    def done(self, text, _can_undo):
        self.heard.append(text)

    def press(self, name):
        button = self.console.findChild(QPushButton, name)
        self.acknowledged(lambda: QTest.mouseClick(button, Qt.MouseButton.LeftButton))

    def write(self):
        field = self.console.findChild(QLineEdit, "message")
        field.setFocus()
        QTest.keyClicks(field, "Five minutes more")
        self.acknowledged(lambda: QTest.keyClick(field, Qt.Key.Key_Return))

    def acknowledged(self, act):
        before = len(self.heard)
        act()
        until(lambda: len(self.heard) > before)
        # On a machine that is busy the last look may be long ago; this one has its moment.
        looked = [datetime.now(UTC).isoformat()]
        self.look()
        looked.append(datetime.now(UTC).isoformat())
        # What is not yet painted is not yet shown.
        self.console.repaint()
        say("done", said=self.heard[before], clock=self.clock.text, looked=looked)

    def act(self):
        acts = ["extend-5", "pause", "message"]
        if self.can_undo:
            acts.append("undo")
        if time.monotonic() - self.begun_s > BETWEEN_BLOCKS_S and self.blocks < 8:
            acts += ["primary", "primary"]
        name = self.chance.choice(acts)
        if name == "message":
            self.write()
        else:
            self.press(name)
        if name in {"primary", "pause", "undo"}:
            self.begun_s = time.monotonic()
        self.blocks += name == "primary"
        self.can_undo = name not in {"undo", "message"}


def main(seed):
    desktop = boot()
    shell = desktop.shell
    session = shell.studio.planning.sessions()[0]
    shell.lane.submit(lambda: shell.studio.live.open(session.id))
    hand = Hand(desktop, random.Random(seed))
    primary = hand.console.findChild(QPushButton, "primary")
    until(lambda: primary.text() == "Start session")
    desktop.window.show_room("run")
    hand.press("primary")
    hand.begun_s = time.monotonic()
    while True:
        rest(hand.chance.randrange(60))
        hand.act()


if __name__ == "__main__":
    main(int(sys.argv[2]))
