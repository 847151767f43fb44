"""Starts the demo: real windows where there is a display, the same windows offscreen elsewhere."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from workshop_studio.app.clock import FastClock, SystemClock
from workshop_studio.app.demo.folder import DemoFolder
from workshop_studio.app.desktop import (
    CannotShowWindows,
    Desktop,
    make_application,
    require_display,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

    from workshop_studio.app.demo.teller import Scene, Teller

# Two minutes before the half hour: the session of the sample is planned for the next quarter.
DOORS_OPEN = time(13, 28)
# Without eyes to watch, a breath only lets the windows paint.
UNSEEN_BREATH = 0.12
_SCREENS = {
    "screens": [
        {"name": "console", "x": 0, "y": 0, "width": 1920, "height": 1080,
         "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
        {"name": "projector", "x": 1920, "y": 0, "width": 1920, "height": 1080,
         "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
    ]
}  # fmt: skip


@dataclass(slots=True)
class DemoReport:
    """What a demo did: told lines, files with what they are, where private words were found."""

    folder: Path
    told: list[str] = field(default_factory=list)
    files: list[tuple[str, str]] = field(default_factory=list)
    private_words_in: list[str] = field(default_factory=list)
    error: str = ""
    is_offscreen: bool = False


def play(out: Path, speed: float, tell: Callable[[str], None]) -> DemoReport:
    """Play the whole demo and return what it did; `tell` hears each line as it happens.

    speed: how many times faster than comfortable for people who watch. Raises FolderTaken,
    OSError, and CannotShowWindows when Qt itself cannot start.
    """
    folder = DemoFolder(out)
    folder.prepare()
    report = DemoReport(out)
    with _screens() as hidden_because:
        is_offscreen = report.is_offscreen = bool(hidden_because)
        if is_offscreen:
            tell(f"Playing without showing windows. {hidden_because}")
        app = make_application(sys.argv[:1])
        if is_offscreen:
            _quieten()
        clock = _clock()
        desktop = Desktop(app, folder.workspace, clock)
        if is_offscreen:
            desktop.window.resize(1920, 1080)

        from workshop_studio.app.demo.player import Player  # noqa: PLC0415 - Qt is needed for it
        from workshop_studio.app.demo.teller import Teller  # noqa: PLC0415

        def say(line: str) -> None:
            report.told.append(line)
            tell(line)

        teller = Teller(desktop, clock, folder, say)
        player = Player(
            _whole(teller), breath_factor=UNSEEN_BREATH if is_offscreen else 1 / max(speed, 0.1)
        )
        # Not quit: that asks every window first, and a stage does not let itself be closed.
        player.finished.connect(app.exit)
        hook = _StopOnError(report, app.exit)
        before = sys.excepthook
        sys.excepthook = hook.caught
        try:
            player.start()
            app.exec()
        finally:
            sys.excepthook = before
        if player.error is not None:
            report.error = f"The demo stopped: {player.error}"
        desktop.window.guard(is_session_on=False)
        desktop.window.close()
        desktop.collector.stop()
    report.private_words_in = folder.holds(teller.work["journal"])
    report.files = [(name, what) for name, what in folder.files if (out / name).exists()]
    return report


def _whole(teller: Teller) -> Scene:
    from workshop_studio.app.demo import room_scenes, team_scenes  # noqa: PLC0415

    for scene in (
        room_scenes.welcome,
        room_scenes.roster,
        room_scenes.begin,
        room_scenes.to_the_relay,
        room_scenes.last_pass,
        room_scenes.scenario,
        team_scenes.station,
        team_scenes.journal,
        room_scenes.to_the_end,
        team_scenes.review,
        team_scenes.handouts,
    ):
        yield from scene(teller)


def _clock() -> FastClock:
    system = SystemClock()
    zone = ZoneInfo(system.zone())
    today = system.now().utc.astimezone(zone).date()
    return FastClock(datetime.combine(today, DOORS_OPEN, zone), system.zone(), 1.0)


@contextmanager
def _screens() -> Iterator[str]:
    """Choose the platform before Qt starts; yield why nothing can be shown, "" when it can.

    Where there is no display two screens are pretended.
    """
    if os.environ.get("QT_QPA_PLATFORM", "").startswith("offscreen"):
        yield "QT_QPA_PLATFORM asks for that."
        return
    try:
        require_display()
    except CannotShowWindows as reason:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "screens.json"
            file.write_text(json.dumps(_SCREENS), encoding="utf-8")
            os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"
            yield str(reason)
        return
    yield ""


def _quieten() -> None:
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler  # noqa: PLC0415

    def say(kind: QtMsgType, _context: object, text: str) -> None:
        # Full screen without a screen: the platform says so each time, and nobody can mend it.
        if "propagateSizeHints" not in text:
            sys.stderr.write(f"{kind.name}: {text}\n")

    qInstallMessageHandler(say)


class _StopOnError:
    """A bug ends the demo at once, with its trace; nobody wants to watch it wait."""

    def __init__(self, report: DemoReport, stop: Callable[[], None]) -> None:
        self._report, self._stop = report, stop

    def caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Note the error, show its trace, stop."""
        self._report.error = f"The demo stopped: {kind.__name__}: {error}"
        sys.__excepthook__(kind, error, trace)
        self._stop()
