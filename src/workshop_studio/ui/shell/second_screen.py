"""Puts together what belongs to the second screen: keeper, numbers, words, list and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from workshop_studio.ui.bridge.sleep_guard import SleepGuard
from workshop_studio.ui.shell.projector import ProjectorWords
from workshop_studio.ui.shell.screen_menu import ScreenMenu
from workshop_studio.ui.stage.identify import ScreenNumbers
from workshop_studio.ui.stage.identity import identity_from
from workshop_studio.ui.stage.screens import ScreenKeeper, ScreenState
from workshop_studio.ui.wording import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QWidget

    from workshop_studio.domain.errors import WorkshopError
    from workshop_studio.ports.awake import Awake
    from workshop_studio.ports.clock import Clock
    from workshop_studio.ui.console.page import ConsolePage
    from workshop_studio.ui.stage.identity import ScreenIdentity
    from workshop_studio.ui.stage.stage import StageWindow
    from workshop_studio.ui.theme.theme import Theme


class SecondScreen(QObject):
    """chosen: the projector that a person chose, as a text to keep for the next start."""

    chosen = Signal(str)

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        stage: StageWindow,
        app: QGuiApplication,
        remembered: str,
        awake: Awake | None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self.keeper = ScreenKeeper(stage, app, window, identity_from(remembered))
        self.keeper.chosen.connect(self._chosen)
        self.keeper.changed.connect(self._follow)
        self.numbers = ScreenNumbers(theme, app, self)
        self.sleep = SleepGuard(awake, self)
        # The stage has the focus then, but not every system gives it.
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.keeper.leave_only_screen)

    def furnish(self, page: ConsolePage, clock: Clock) -> None:
        """Give the console its words and its list."""
        self._page = page
        self.words = ProjectorWords(self.keeper, page, clock)
        self.words.menu_wanted.connect(self.open_menu)
        self.sleep.refused.connect(self._say_awake)
        acts = {**self.doers(), "stage-hide": self.keeper.hide_stage}
        self.menu = ScreenMenu(self.keeper, acts, page)
        page.screen_chip.setMenu(self.menu)

    def doers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the second screen do."""
        return {
            "stage-window": self.words.toggle_window,
            "stage-fill": self.keeper.fill_only_screen,
            "stage-choose": self.open_menu,
            "stage-swap": self.keeper.swap,
            "screens-identify": self.identify,
        }

    def open(self) -> None:
        """Put the stage where it belongs and say so."""
        self.keeper.open()
        self.words.show()

    def close(self) -> None:
        """Follow the screens no more, and let the computer sleep."""
        self._escape.setEnabled(False)
        self._escape.deleteLater()
        self.numbers.put_away()
        self.keeper.close()
        self.sleep.close()

    def identify(self) -> None:
        """Show a number on each screen."""
        self.numbers.show(self.keeper.offers())

    def open_menu(self) -> None:
        """Open the list of screens under its chip, or where one looks when that is not shown."""
        chip = self._page.screen_chip
        if chip.isVisible():
            self.menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))
        else:
            self.menu.popup(self._window.mapToGlobal(self._window.rect().center()))

    def _say_awake(self, error: WorkshopError) -> None:
        self.words.say_awake(words(error))

    def _follow(self) -> None:
        self._escape.setEnabled(self.keeper.state is ScreenState.ALONE)

    def _chosen(self, identity: ScreenIdentity) -> None:
        self.chosen.emit(identity.as_text())
