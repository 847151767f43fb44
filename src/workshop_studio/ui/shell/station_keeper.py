"""Opens the station from the settings, and puts it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workshop_studio.ui.wording import words

if TYPE_CHECKING:
    from workshop_studio.domain.errors import WorkshopError
    from workshop_studio.services.studio import Studio
    from workshop_studio.ui.bridge.lane import ThreadLane
    from workshop_studio.ui.settings.page import SettingsPage
    from workshop_studio.ui.shell.main_window import MainWindow
    from workshop_studio.ui.station.room import StationRoom
    from workshop_studio.ui.theme.theme import Theme


class StationKeeper(QObject):
    """One station at a time. `passphrase_missing`: it cannot be opened before one is set."""

    passphrase_missing = Signal()

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        studio: Studio,
        lane: ThreadLane,
        settings: SettingsPage,
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._studio, self._lane = window, theme, studio, lane
        self._settings = settings
        self.room: StationRoom | None = None
        settings.passphrase_chosen.connect(self._choose_passphrase)
        settings.station_wanted.connect(self.open)

    def look(self) -> None:
        """Tell the settings whether a passphrase is set."""
        self._lane.submit(self._studio.station.is_set, self._show_state, self._refused)

    def open(self) -> None:
        """Open the station; it needs a passphrase to be left with."""
        self._lane.submit(self._studio.station.is_set, self._open, self._refused)

    def put_away(self) -> None:
        """Give the lane what was typed and not saved; the window goes after the lane has it."""
        if self.room is not None:
            self.room.put_away()

    def close(self) -> None:
        """Take the window away."""
        if self.room is not None:
            self.room.window.allow_close()
            self.room.window.close()

    def _choose_passphrase(self, passphrase: str, current: str) -> None:
        self._lane.submit(
            lambda: self._studio.station.choose(passphrase, current),
            self._passphrase_set,
            self._refused,
        )

    def _passphrase_set(self, _: object) -> None:
        self._show_state(is_set=True)
        self._settings.say("The passphrase is set. Nobody can recover it, so keep it safe.")

    def _show_state(self, is_set: bool) -> None:  # noqa: FBT001 - an answer of the lane
        self._settings.show_passphrase_state(is_set=is_set)

    def _refused(self, error: WorkshopError) -> None:
        self._settings.say(words(error))

    def _open(self, has_passphrase: bool) -> None:  # noqa: FBT001 - an answer of the lane
        if not has_passphrase:
            self._settings.say(
                "Set a passphrase first; without one nobody could leave the station."
            )
            self.passphrase_missing.emit()
            return
        if self.room is None:
            from workshop_studio.ui.station.room import StationRoom  # noqa: PLC0415

            self.room = StationRoom(self._theme, self._studio, self._lane)
            self.room.window.closed.connect(self._closed)
        self.room.open(self._window.screen())

    def _closed(self) -> None:
        if self.room is not None:
            self.room.window.deleteLater()
            self.room = None
