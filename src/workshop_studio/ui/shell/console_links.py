"""What the console says to the rest of the window: toasts, keys, and where to go afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_studio.ui.console.room import ConsoleRoom
    from workshop_studio.ui.shell.main_window import MainWindow


class ConsoleLinks(QObject):
    """show_room: by its key. print_for: opens the material of a session."""

    def __init__(
        self,
        window: MainWindow,
        console: ConsoleRoom,
        show_room: Callable[[str], None],
        print_for: Callable[[str], None],
    ) -> None:
        super().__init__(console)
        self._window, self._console = window, console
        self._show_room, self._print_for = show_room, print_for
        page = console.page
        page.done_said.connect(window.say_done)
        page.plan.foot_changed.connect(window.lift_toast)
        page.offer_said.connect(window.say_offer)
        window.also_wanted.connect(console.presenter.restart)
        window.key_left.connect(self._press)
        page.ended.review_wanted.connect(self._review)
        page.ended.print_wanted.connect(self._print)

    def _press(self, key: int) -> None:
        # With the focus on the rail, or on nothing, the clicker still means the session that is
        # on the screen; in another room it means nothing, for nobody there sees what it did.
        if self._window.room == "run":
            self._console.press(key)

    def _review(self) -> None:
        self._show_room("review")

    def _print(self) -> None:
        session = self._console.presenter.desk.live.session
        if session is not None:
            self._print_for(session.id)
