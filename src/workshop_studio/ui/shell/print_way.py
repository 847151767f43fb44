"""The way to the printing room and back to where one came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from workshop_studio.ui.planning.room import PlanningRoom
    from workshop_studio.ui.printing.room import PrintRoom
    from workshop_studio.ui.review.room import ReviewRoom
    from workshop_studio.ui.shell.main_window import MainWindow


class PrintWay(QObject):
    """room_wanted: the room to go back to."""

    room_wanted = Signal(str)

    def __init__(
        self, window: MainWindow, printing: PrintRoom, planning: PlanningRoom, review: ReviewRoom
    ) -> None:
        super().__init__(window)
        self._window, self._printing, self._planning = window, printing, planning
        self._room_before = "plan"
        printing.page.done_said.connect(window.say_done)
        printing.opened.connect(self._show)
        printing.left.connect(self._leave)
        planning.page.offer_printing()
        planning.page.print_wanted.connect(self.print_material)
        review.card_print_wanted.connect(printing.open_card)
        review.feedback_print_wanted.connect(printing.open_feedback)
        window.closing.connect(printing.close)
        window.add_room("print", printing.page)

    def print_material(self) -> None:
        """Open the material of the planned session."""
        if self._planning.presenter.session_id:
            self._printing.open_for(self._planning.presenter.session_id)

    def _show(self) -> None:
        if self._window.room != "print":
            self._room_before = self._window.room
        self._window.show_room("print")

    def _leave(self) -> None:
        self.room_wanted.emit(self._room_before)
