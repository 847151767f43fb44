"""Says on the console what became of the projector, and offers the stage in a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workshop_studio.ui.stage.screens import ScreenState

if TYPE_CHECKING:
    from workshop_studio.ports.clock import Clock
    from workshop_studio.ui.console.page import ConsolePage
    from workshop_studio.ui.stage.screens import ScreenKeeper

_WORDS = {
    ScreenState.CONNECTED: ("Projector connected", "quiet"),
    ScreenState.WINDOW: ("Stage in a window", "quiet"),
    ScreenState.NONE: ("No projector", "watch"),
}


class ProjectorWords(QObject):
    """Follows the keeper of the screens."""

    def __init__(self, screens: ScreenKeeper, page: ConsolePage, clock: Clock) -> None:
        super().__init__(page)
        self._screens, self._page, self._clock = screens, page, clock
        screens.changed.connect(self.show)
        page.wall.window_wanted.connect(self.toggle_window)

    def show(self) -> None:
        """Show word and button for the state of the screens."""
        state = self._screens.state
        if state is ScreenState.WAITING:
            at = self._clock.now().utc.astimezone().strftime("%H:%M:%S")
            word, look = f"Projector lost {at}, waiting", "alert"
        else:
            word, look = _WORDS[state]
        self._page.screen_chip.show_word(word, look)
        button = self._page.wall.window_button
        button.setVisible(state is not ScreenState.CONNECTED)
        is_window = state is ScreenState.WINDOW
        button.setText("Hide the stage window" if is_window else "Show stage in a window")

    def toggle_window(self) -> None:
        """Show the stage in a window, or hide it."""
        if self._screens.state is ScreenState.WINDOW:
            self._screens.hide_window()
        else:
            self._screens.show_in_window()
