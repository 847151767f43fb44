"""Starts the windows: paint first, open the workspace behind, build the rooms after."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from workshop_studio.app import paths
from workshop_studio.app.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from workshop_studio.app.only_start import OnlyStart
    from workshop_studio.app.preferences import PreferencesFile
    from workshop_studio.domain.roster import RosterTable
    from workshop_studio.domain.sounds import SoundSettings
    from workshop_studio.ports.awake import Awake
    from workshop_studio.ports.clock import Clock
    from workshop_studio.services.studio import Studio
    from workshop_studio.ui.shell.main_window import MainWindow
    from workshop_studio.ui.shell.shell import Shell

DEBIAN_QT = "libglib2.0-0 libgl1 libegl1 libxkbcommon0 libfontconfig1 libfreetype6 libdbus-1-3"
DEBIAN_X11 = "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxkbcommon-x11-0 libxcb-shape0"
_X11_LIBRARIES = (
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-keysyms.so.1",
    "libxkbcommon-x11.so.0",
    "libxcb-shape.so.0",
)


class CannotShowWindows(Exception):
    """This machine cannot show windows; the text says why and what to do."""


def require_display() -> None:
    """Return when windows can be shown; raises CannotShowWindows with one sentence."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if chosen.startswith(("offscreen", "minimal")) or not sys.platform.startswith("linux"):
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise CannotShowWindows(
            "There is no display to show windows on; `workshop-studio demo --out DIR` plays the "
            "sample session all the same."
        )
    if os.environ.get("WAYLAND_DISPLAY") and not chosen.startswith("xcb"):
        return
    missing = [name for name in _X11_LIBRARIES if not _loads(name)]
    if missing:
        raise CannotShowWindows(
            f"Qt needs system libraries that are missing ({', '.join(missing)}). On Debian or "
            f"Ubuntu: apt-get install --no-install-recommends {DEBIAN_X11}"
        )


def _loads(name: str) -> bool:
    import ctypes  # noqa: PLC0415 - not before the first paint where it is not needed

    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def make_application(arguments: list[str]) -> QApplication:
    """Return the QApplication; raises CannotShowWindows when a library of Qt is missing."""
    try:
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415

        from workshop_studio.ui.bridge.application import StudioApplication  # noqa: PLC0415
    except ImportError as error:
        raise CannotShowWindows(
            f"Qt cannot start: {error}. On Debian or Ubuntu: "
            f"apt-get install --no-install-recommends {DEBIAN_QT}"
        ) from error
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    return StudioApplication(arguments)


class Desktop:
    """One start of the app with its windows."""

    def __init__(
        self,
        app: QApplication,
        workspace: Path,
        clock: Clock,
        packs: tuple[Path, ...] = (),
        preferences: PreferencesFile | None = None,
        awake: Callable[[], Awake] | None = None,
        only: OnlyStart | None = None,
    ) -> None:
        from workshop_studio.ui.bridge.application import StudioApplication  # noqa: PLC0415
        from workshop_studio.ui.bridge.first_paint import FirstPaint  # noqa: PLC0415
        from workshop_studio.ui.shell.main_window import MainWindow  # noqa: PLC0415

        self._app, self._workspace, self._clock, self._packs = app, workspace, clock, packs
        self._preferences, self._awake, self._only = preferences, awake, only
        self._known = preferences.now if preferences else Preferences()
        self.shell: Shell | None = None
        self.problem = ""
        self._is_crash_told = False
        self.window: MainWindow = MainWindow()
        if isinstance(app, StudioApplication):
            app.main_window = self.window
        if self._known.window:
            self.window.place_as(self._known.window)
        self.window.closing.connect(self._remember_window)
        if only is not None:
            only.called.connect(self._come_to_front)
        # First an empty window, then what is in it, then what is behind it: each paints or imports
        # for a while, and together they would keep the window away for a second.
        FirstPaint(self.window).painted.connect(self._furnish)
        self.window.show()

    def _furnish(self) -> None:
        from workshop_studio.ui.bridge.collector import GuiCollector  # noqa: PLC0415
        from workshop_studio.ui.bridge.lane import ThreadLane  # noqa: PLC0415
        from workshop_studio.ui.theme.theme import Theme, ThemeChoice  # noqa: PLC0415

        known = self._known.theme
        choice = known if known in set(ThemeChoice) else ThemeChoice.SYSTEM
        self.theme = Theme(paths.resources(), ThemeChoice(choice))
        self.theme.apply(self._app)
        self.theme.changed.connect(self._remember_theme)
        self.window.furnish(self.theme)
        self.collector = GuiCollector(self.window)
        self.lane = ThreadLane(self.window)
        self.window.opening.workspace_wanted.connect(self._choose)
        self.lane.submit(self._open, self._opened, self._refused)

    def _open(self) -> Studio:
        from workshop_studio.app.bootstrap import open_studio  # noqa: PLC0415

        self._claim(self._workspace)
        return open_studio(self._workspace, self._clock, packs=self._packs)

    def _opened(self, studio: Studio) -> None:
        from workshop_studio.domain.sounds import settings_from  # noqa: PLC0415
        from workshop_studio.ui.shell.shell import Shell  # noqa: PLC0415

        known = self._preferences.now.sounds if self._preferences else ""
        studio.sounds.choose(settings_from(known))
        self.shell = Shell(
            self.window,
            self.theme,
            studio,
            self.lane,
            read_roster,
            paths.resources() / "samples" / "sample-roster.csv",
            known_projector=self._preferences.now.projector if self._preferences else "",
            awake=self._awake() if self._awake is not None else None,
        )
        self.shell.projector_chosen.connect(self._remember_projector)
        self.shell.workspace_chosen.connect(self.switch)
        self.shell.sounds_chosen.connect(self._remember_sounds)
        self.shell.ready.connect(self._hear_later_starts)
        self.problem = ""

    def _hear_later_starts(self) -> None:
        if self._only is not None:
            self._only.listen()

    def _come_to_front(self) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - not before the first paint

        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()

    def _refused(self, error: Exception) -> None:
        from workshop_studio.domain.errors import WorkshopError  # noqa: PLC0415
        from workshop_studio.ui.prompts import QtPrompter  # noqa: PLC0415
        from workshop_studio.ui.wording import words  # noqa: PLC0415

        text = words(error) if isinstance(error, WorkshopError) else str(error)
        if self.shell is None:
            self.problem = text
            self.window.opening.show_problem(text)
        else:
            QtPrompter(self.window).show_problem("The workspace cannot be opened", text)

    def _remember_theme(self) -> None:
        self._remember(theme=self.theme.choice.value)

    def _remember_sounds(self, settings: SoundSettings) -> None:
        self._remember(sounds=settings.as_text())

    def _remember_window(self) -> None:
        self._remember(window=self.window.placement())

    def _remember_projector(self, identity: str) -> None:
        self._remember(projector=identity)

    def _remember(self, **wanted: str) -> None:
        if self._preferences is not None:
            # Comfort only: a read-only home folder must not stand in the way of a workshop.
            with suppress(OSError):
                self._preferences.change(**wanted)

    def _choose(self) -> None:
        from workshop_studio.ui.prompts import QtPrompter  # noqa: PLC0415

        QtPrompter(self.window).choose_file("Workspace", ("*.sqlite",), self._chosen)

    def _chosen(self, path: Path | None) -> None:
        if path is not None:
            self.switch(path)

    def tell_crash(self, text: str) -> None:
        """Say that the app has a bug; an empty text means that it is to end."""
        if not text:
            self.window.close()
        elif not self._is_crash_told:
            from workshop_studio.ui.prompts import QtPrompter  # noqa: PLC0415

            # Once is enough: a fault in a repaint would otherwise open ten boxes a second.
            self._is_crash_told = True
            QtPrompter(self.window).show_problem("Something went wrong", text)

    def switch(self, workspace: Path) -> None:
        """Open another workspace; the present one stays when that one cannot be opened."""
        from workshop_studio.app.bootstrap import open_studio  # noqa: PLC0415

        def opened() -> Studio:
            self._claim(workspace)
            return open_studio(workspace, self._clock, create=False, packs=self._packs)

        self.lane.submit(opened, self._switched, self._not_switched)

    def _claim(self, workspace: Path) -> None:
        from workshop_studio.domain.errors import StorageUnavailable  # noqa: PLC0415

        if self._only is not None and not self._only.claim(workspace):
            raise StorageUnavailable("workspace-open-already", path=str(workspace))

    def _not_switched(self, error: Exception) -> None:
        if self._only is not None and self._only.claim(self._workspace):
            self._hear_later_starts()
        self._refused(error)

    def _switched(self, studio: Studio) -> None:
        from pathlib import Path  # noqa: PLC0415

        from workshop_studio.ui.bridge.lane import ThreadLane  # noqa: PLC0415

        self._workspace = Path(studio.workspace)
        if self.shell is not None:
            self.shell.close()
            self.shell.deleteLater()
            self.window.forget_rooms()
            self.lane = ThreadLane(self.window)
        self._opened(studio)


def read_roster(path: Path) -> RosterTable:
    """Return the table of a roster file; raises FileRejected."""
    from workshop_studio.exchange.roster_file import read_table  # noqa: PLC0415 - pandas is heavy

    return read_table(path)
