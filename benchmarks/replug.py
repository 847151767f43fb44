"""How soon the stage is hidden after its screen went, and back after it came again.

The real windows on two offscreen screens, a session running; the plug is pulled by the private
hook that the tests use (Linux on x86-64). Hidden counts from before the plug is pulled to the
stage's hide event, back from before it is put in again to the first paint of the stage on it. The
floor is a bare window that hides in the slot of the same signal and is put back by hand with the
three calls that it takes, without waiting for the screens to settle. --out FOLDER writes
replug.json.
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
sys.path[:0] = [str(ROOT / "src"), str(HERE), str(ROOT / "tests" / "journeys")]
os.environ.setdefault(
    "QT_QPA_PLATFORM", f"offscreen:configfile={ROOT / 'tests' / 'two_screens.json'}"
)
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from PySide6.QtCore import QEvent, QObject, Qt  # noqa: E402
from PySide6.QtWidgets import QWidget  # noqa: E402
from startup import figure, make_workspace  # noqa: E402
from two_screens import SCREENS, set_screens  # noqa: E402
from windows import run_until  # noqa: E402

from workshop_studio.app.clock import SystemClock  # noqa: E402
from workshop_studio.app.desktop import Desktop, make_application  # noqa: E402


class Watch(QObject):
    """Notes when a window was last hidden, and last painted while it was shown.

    The console's picture of the stage paints it too, also while it is hidden.
    """

    def __init__(self, window):
        super().__init__()
        self.hidden = self.painted = 0.0
        window.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Hide:
            self.hidden = time.perf_counter()
        elif event.type() == QEvent.Type.Paint and watched.isVisible():
            self.painted = time.perf_counter()
        return False


class Bare(QWidget):
    """A window that hides with its screen and is put back by hand."""

    def __init__(self, app):
        super().__init__()
        self.app = app
        app.screenRemoved.connect(self.away)
        app.screenAdded.connect(self.back)
        self.back(app.screens()[1])

    def away(self, _):
        self.hide()

    def back(self, screen):
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()


def rounds(watch, times):
    """Pull and plug so often; return the milliseconds until hidden and until painted again."""
    hidden, back, in_turn = [], [], 0
    for _ in range(times):
        begun = time.perf_counter()
        set_screens(SCREENS[:1])
        # Nothing has run but what the removal itself called.
        in_turn += watch.hidden > begun
        run_until(lambda begun=begun: watch.hidden > begun)
        hidden.append((watch.hidden - begun) * 1000)
        begun = time.perf_counter()
        set_screens(SCREENS)
        run_until(lambda begun=begun: watch.painted > begun)
        back.append((watch.painted - begun) * 1000)
    return {
        "hidden_ms": figure(hidden),
        "back_ms": figure(back),
        "hidden_in_the_same_turn": f"{in_turn} of {times}",
    }


def measure_bare(app, times):
    """Return the figures of the bare window."""
    bare = Bare(app)
    found = rounds(Watch(bare), times)
    app.screenRemoved.disconnect(bare.away)
    app.screenAdded.disconnect(bare.back)
    bare.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    bare.close()
    return found


def measure_app(app, times):
    """Return the figures of the stage in the running app."""
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
        run_until(shell.stage.isVisible)
        return rounds(Watch(shell.stage), times)


def main():
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=30)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    app = make_application(["replug"])
    found = {"bare": measure_bare(app, asked.times), "stage": measure_app(app, asked.times)}
    for name, one in found.items():
        for key, value in one.items():
            if isinstance(value, dict):
                line = f"{value['median']:9.2f}  [{value['min']:.2f} - {value['max']:.2f}]"
            else:
                line = f"{value:>9}"
            print(f"{name:8}{key:26}{line}")
    if asked.out:
        asked.out.mkdir(parents=True, exist_ok=True)
        text = json.dumps(found, indent=2) + "\n"
        (asked.out / "replug.json").write_text(text, encoding="utf-8")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
