"""Keeps a session that is on from being closed by accident, and the computer awake for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workshop_studio.domain.run import RunPhase

if TYPE_CHECKING:
    from workshop_studio.ports.prompter import Prompter
    from workshop_studio.services.live_session import LiveSession
    from workshop_studio.ui.bridge.sleep_guard import SleepGuard
    from workshop_studio.ui.shell.main_window import MainWindow


class Leaving(QObject):
    """Asks before the window closes on a session that is on."""

    def __init__(
        self, window: MainWindow, live: LiveSession, sleep: SleepGuard, prompter: Prompter
    ) -> None:
        super().__init__(window)
        self._window, self._live, self._sleep, self._prompter = window, live, sleep, prompter
        window.close_wanted.connect(self._ask)

    def follow(self) -> None:
        """Look whether a session is on."""
        reading = self._live.console()
        is_on = reading is not None and reading.phase in {RunPhase.RUNNING, RunPhase.PAUSED}
        self._window.guard(is_session_on=is_on)
        self._sleep.follow(is_session_on=is_on)

    def _ask(self) -> None:
        self._prompter.confirm(
            "A session is on",
            "The stage goes dark when the app closes. Everything is kept, and the next start asks "
            "whether the room kept going.",
            "Close the app",
            self._answered,
        )

    def _answered(self, is_yes: bool) -> None:  # noqa: FBT001 - an answer
        if is_yes:
            self._window.guard(is_session_on=False)
            self._window.close()
