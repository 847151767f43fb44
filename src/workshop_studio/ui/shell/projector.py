"""Says on the console what became of the projector, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from workshop_studio.ui.stage.screens import Landing, ScreenState

if TYPE_CHECKING:
    from workshop_studio.ports.clock import Clock
    from workshop_studio.ui.console.page import ConsolePage
    from workshop_studio.ui.stage.screens import ScreenKeeper

_WORDS = {
    ScreenState.CONNECTED: ("Projector connected", "quiet"),
    ScreenState.ASKING: ("Which projector?", "watch"),
    ScreenState.COPY: ("Projector copies this", "watch"),
    ScreenState.NONE: ("No projector", "watch"),
    ScreenState.WINDOW: ("Stage in a window", "quiet"),
    ScreenState.ALONE: ("Stage on this screen", "watch"),
}
_ASKING = (
    "More than one screen could be the projector. Nothing is shown until you choose one.",
    "Choose the screen",
)
_COPY = "The projector copies this screen, so the stage stays hidden. Extend the displays instead."
_COVERING = "The system put the stage over the console, so the stage was hidden again."
_SWAP = "Swap stage and console"
_MISPLACED = frozenset({Landing.ELSEWHERE, Landing.COVERING})
_CONSOLE_STAYED = (
    "This system moves no windows for the app. Move the console by hand, then choose a screen.",
    "Choose the screen",
)


class ProjectorWords(QObject):
    """Follows the keeper of the screens. menu_wanted: the banner's button asks for the list."""

    menu_wanted = Signal()

    def __init__(self, screens: ScreenKeeper, page: ConsolePage, clock: Clock) -> None:
        super().__init__(page)
        self._screens, self._page, self._clock = screens, page, clock
        self._lost_at = self._awake = ""
        screens.changed.connect(self.show)
        page.wall.window_wanted.connect(self.toggle_window)
        page.screen_banner.acted.connect(self._act)

    def show(self) -> None:
        """Show word, sentence and button for the state of the screens."""
        state = self._screens.state
        if state is not ScreenState.WAITING:
            self._lost_at = ""
            word, look = _WORDS[state]
        else:
            self._lost_at = self._lost_at or self._time()
            word, look = f"Projector lost {self._lost_at}, waiting", "alert"
        if self._screens.landing in _MISPLACED:
            word, look = "Stage is elsewhere", "alert"
        self._page.screen_chip.show_word(word, look)
        self._page.screen_chip.setToolTip("Choose, identify or swap the screens")
        text, action = self._sentence()
        self._page.screen_banner.say(text, "watch", action)
        self._page.wall.show_stage(is_shown=self._screens.is_shown)
        button = self._page.wall.window_button
        button.setVisible(state is not ScreenState.CONNECTED)
        is_up = state in {ScreenState.WINDOW, ScreenState.ALONE}
        button.setText("Hide the stage window" if is_up else "Show stage in a window")

    def say_awake(self, text: str) -> None:
        """Say what the person has to see to, because the computer cannot be asked."""
        self._awake = text
        self.show()

    def toggle_window(self) -> None:
        """Show the stage in a window, or hide it."""
        if self._screens.state in {ScreenState.WINDOW, ScreenState.ALONE}:
            self._screens.hide_stage()
        else:
            self._screens.show_in_window()

    def _sentence(self) -> tuple[str, str]:
        screens = self._screens
        if screens.landing is Landing.ELSEWHERE:
            return (
                f"The stage is on “{screens.landed_name}”, not on “{screens.screen_name}”.",
                _SWAP,
            )
        if screens.landing is Landing.COVERING:
            return _COVERING, _SWAP
        if screens.landing is Landing.CONSOLE_STAYED:
            return _CONSOLE_STAYED
        if screens.state is ScreenState.ASKING:
            return _ASKING
        if screens.state is ScreenState.COPY:
            return _COPY, ""
        return self._awake, "Understood" if self._awake else ""

    def _act(self) -> None:
        screens = self._screens
        if screens.landing in _MISPLACED:
            screens.swap()
        elif screens.landing is not Landing.WELL or screens.state is ScreenState.ASKING:
            self.menu_wanted.emit()
        else:
            self.say_awake("")

    def _time(self) -> str:
        zone = ZoneInfo(self._clock.zone())
        return self._clock.now().utc.astimezone(zone).strftime("%H:%M:%S")
