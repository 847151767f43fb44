"""Opens the windows. Knows nothing of the other commands, whose parser would delay the window."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from workshop_studio.app import paths

if TYPE_CHECKING:
    from pathlib import Path

    from workshop_studio.ports.awake import Awake


def run_windows(workspace: Path | None, packs: tuple[Path, ...] = ()) -> int:
    """Open the windows and return the exit code when they are closed."""
    from workshop_studio.app.clock import SystemClock  # noqa: PLC0415
    from workshop_studio.app.crash import CrashHook  # noqa: PLC0415
    from workshop_studio.app.desktop import (  # noqa: PLC0415
        CannotShowWindows,
        Desktop,
        make_application,
        require_display,
    )
    from workshop_studio.app.only_start import OnlyStart  # noqa: PLC0415
    from workshop_studio.app.preferences import PreferencesFile  # noqa: PLC0415

    try:
        require_display()
        application = make_application(sys.argv[:1])
    except CannotShowWindows as reason:
        print(reason, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return 2
    clock = SystemClock()
    known = PreferencesFile(paths.preferences())
    where = workspace or paths.default_workspace()
    only = OnlyStart()
    if not only.claim(where) and only.call_first(where):
        print("Workshop Studio is open on this workspace already; its window is in front now.")  # noqa: T201
        return 0
    desktop = Desktop(application, where, clock, packs, known, _awake, only)
    CrashHook(paths.crash_log(), clock, desktop.tell_crash).install()
    code = application.exec()
    return 3 if desktop.problem else code


def _awake() -> Awake:
    from workshop_studio.app.awake import WakepyAwake  # noqa: PLC0415 - after the first paint

    return WakepyAwake()
