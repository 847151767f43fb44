"""A process that starts the app again after a kill, answers "it kept going" and says what it saw.

Argument: workspace.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime

from child import boot, say, until
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from workshop_studio.domain.live import StageFace
from workshop_studio.ui.kit.marks import BigClock


def main():
    desktop = boot()
    shell, window = desktop.shell, desktop.window
    kept_going = window.findChild(QPushButton, "kept-going")
    until(kept_going.isVisible)
    asked = kept_going.text()
    stage = shell.stage.snapshot
    QTest.mouseClick(kept_going, Qt.MouseButton.LeftButton)
    until(lambda: not kept_going.isVisible())
    clock = shell.console.page.findChild(BigClock)
    before = clock.text
    until(lambda: clock.text != before or shell.studio.live.console().phase.value == "paused")
    say(
        "back",
        room=window.room,
        asked=asked,
        is_stage_private=stage is not None and stage.face is StageFace.HOLDING,
        clock=clock.text,
        utc=datetime.now(UTC).isoformat(),
    )
    # Nothing to tidy up: the run goes on in the file, as after any other end.
    os._exit(0)


if __name__ == "__main__":
    main()
