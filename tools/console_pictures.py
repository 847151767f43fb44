"""Pictures of the console in each phase, and with everything that it may have to ask."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from workshop_studio.app.desktop import Desktop
from workshop_studio.services.simulated_clock import SimulatedClock
from workshop_studio.ui.theme.theme import ThemeChoice

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from workshop_studio.ui.console.page import ConsolePage
    from workshop_studio.ui.console.presenter import ConsolePresenter

SIZES = ((1366, 768), (1920, 1080), (3840, 2160))


class _Album:
    """One start of the app on a clock that is moved by hand."""

    def __init__(
        self,
        app: QApplication,
        out: Path,
        workspace: Path,
        clock: SimulatedClock,
        wait: Callable[[int], None],
        wait_for: Callable[[Callable[[], bool]], None],
    ) -> None:
        self._app, self._out, self.clock = app, out, clock
        self._wait, self.wait_for = wait, wait_for
        self.desktop = Desktop(app, workspace, clock)
        wait_for(lambda: self.desktop.shell is not None and self.desktop.window.room != "")

    @property
    def page(self) -> ConsolePage:
        return self.desktop.shell.console.page

    @property
    def presenter(self) -> ConsolePresenter:
        return self.desktop.shell.console.presenter

    def pass_time(self, seconds: float) -> None:
        """Let time pass while the computer is awake and looks."""
        self.clock.advance(seconds)
        self.desktop.shell.studio.live.look()
        self._wait(150)

    def press(self, act: Callable[[], None]) -> None:
        act()
        self._wait(200)

    def shoot(self, name: str) -> None:
        window = self.desktop.window
        for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
            self.desktop.shell.theme.choose(choice, self._app)
            for width, height in SIZES:
                window.resize(width, height)
                self._wait(250)
                picture = f"console-{name}-{choice.value}-{width}x{height}.png"
                window.grab().save(str(self._out / picture))

    def close(self) -> None:
        self.desktop.window.guard(is_session_on=False)
        self.desktop.window.close()
        self._wait(100)


def take_console_pictures(
    app: QApplication,
    out: Path,
    wait: Callable[[int], None],
    wait_for: Callable[[Callable[[], bool]], None],
) -> None:
    """Write the pictures of one session from before its start to after its end."""
    from datetime import UTC, datetime  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        clock = SimulatedClock(datetime(2026, 10, 6, 11, 20, tzinfo=UTC), "Europe/Berlin")
        workspace = Path(folder) / "w.sqlite"
        album = _Album(app, out, workspace, clock, wait, wait_for)
        _until_it_is_over(album)
        album.close()
        clock.restart(95)
        again = _Album(app, out, workspace, clock, wait, wait_for)
        again.shoot("question-after-a-crash")
        again.press(again.page.recovery.kept_going.click)
        _everything_stands(again)
        again.press(again.presenter.end)
        again.shoot("ended")
        again.close()


def _until_it_is_over(album: _Album) -> None:
    shell, presenter = album.desktop.shell, album.presenter
    shell.welcome.sample_wanted.emit()
    album.wait_for(lambda: shell.planning.page.run.isEnabled())
    album.press(shell.planning.page.run.click)
    album.wait_for(lambda: shell.studio.live.console() is not None)
    start = shell.studio.live.session.start_utc
    album.shoot("ready")
    album.pass_time((start - album.clock.now().utc).total_seconds() + 240)
    album.shoot("forgotten-start")
    album.press(presenter.press_primary)
    album.press(album.page.standing.answer_of("Keep the end").click)
    album.pass_time(2 * 60)
    album.shoot("running")
    album.pass_time(2 * 60 + 50)
    album.shoot("warning")
    album.pass_time(55)
    album.shoot("danger")
    album.press(presenter.toggle_freeze)
    album.pass_time(5)
    album.shoot("frozen")
    album.press(presenter.toggle_freeze)
    album.press(presenter.press_pause)
    album.shoot("paused")
    album.press(presenter.press_pause)
    album.press(presenter.toggle_black)
    album.shoot("black")
    album.press(presenter.toggle_black)
    album.pass_time(100)
    album.shoot("over")


def _everything_stands(album: _Album) -> None:
    shell = album.desktop.shell
    album.pass_time(4 * 60)
    album.clock.sleep(8 * 60 + 12, counted=False)
    album.clock.step_wall(3600)
    album.clock.change_zone("America/New_York")
    planning, session = shell.studio.planning, shell.studio.live.session
    shell.lane.submit(lambda: planning.set_minutes(session.id, "b7", 12))
    album.press(shell.console.look)
    album.wait_for(lambda: len(album.page.standing.texts) >= MOST_SHOWN)
    album.shoot("questions-standing")


# As many as fit at the smallest size.
MOST_SHOWN = 3
