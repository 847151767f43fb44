"""Wires the printing place: preview, system dialog, file dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from workshop_studio.domain.prints import usual_paper
from workshop_studio.ui.printing.page import PrintPage
from workshop_studio.ui.printing.presenter import PrintPresenter
from workshop_studio.ui.printing.qt_printer import QtPrinter, SystemDialogs

if TYPE_CHECKING:
    from pathlib import Path

    from workshop_studio.ports.lane import Lane
    from workshop_studio.ports.prompter import Prompter
    from workshop_studio.services.capstones import Review
    from workshop_studio.services.studio import Studio
    from workshop_studio.ui.printing.presenter import Document
    from workshop_studio.ui.printing.qt_printer import PrintDialogs
    from workshop_studio.ui.theme.theme import Theme


class PrintRoom(QObject):
    """Prints cards, feedback and the material of sessions.

    opened: show the page. left: the person goes back to where they came from.
    """

    opened = Signal()
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        studio: Studio,
        lane: Lane,
        prompter: Prompter,
        dialogs: PrintDialogs | None = None,
    ) -> None:
        super().__init__()
        self._prompter = prompter
        self.page = PrintPage(theme)
        self.printer = QtPrinter(lane, studio.printing, dialogs or SystemDialogs(self.page))
        territory = QLocale.territoryToCode(QLocale.system().territory())
        self.presenter = PrintPresenter(
            studio, lane, self.page, self.printer, usual_paper(territory)
        )
        page, presenter = self.page, self.presenter
        page.paper_chosen.connect(presenter.choose_paper)
        page.sheets.chosen.connect(presenter.choose_sheets)
        page.sheets.audience_chosen.connect(presenter.choose_audience)
        page.sheets.copies_chosen.connect(presenter.choose_copies)
        page.sheets.look_wanted.connect(self._look)
        page.pages.page_wanted.connect(presenter.want_picture)
        page.print_wanted.connect(presenter.print_now)
        page.cancel_wanted.connect(presenter.cancel)
        page.save_wanted.connect(self._ask_where)
        page.back_wanted.connect(self.left)

    def open_card(self, review: Review) -> None:
        """Show a team's governance card."""
        self.presenter.open_card(review)
        self.opened.emit()

    def open_feedback(self, review: Review) -> None:
        """Show a team's feedback."""
        self.presenter.open_feedback(review)
        self.opened.emit()

    def open_document(self, document: Document) -> None:
        """Show a single document."""
        self.presenter.open_document(document)
        self.opened.emit()

    def open_for(self, session_id: str) -> None:
        """Show the printed material of a planned session."""
        self.presenter.open_session(session_id)
        self.opened.emit()

    def close(self) -> None:
        """Stop printing: the window goes."""
        self.printer.close()

    def _look(self, sheet_id: str) -> None:
        place = self.presenter.place_of(sheet_id)
        if place is not None:
            self.page.pages.go_to(place)

    def _ask_where(self) -> None:
        self._prompter.save_file("Save as PDF", self.presenter.suggestion(), self._chosen)

    def _chosen(self, path: Path | None) -> None:
        if path is not None:
            self.presenter.save(path)
