"""Wires review: cards, feedback, and what to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workshop_studio.ui.review.page import ReviewPage
from workshop_studio.ui.review.presenter import ReviewPresenter

if TYPE_CHECKING:
    from workshop_studio.ports.lane import Lane
    from workshop_studio.services.studio import Studio
    from workshop_studio.ui.theme.theme import Theme


class ReviewRoom(QObject):
    """Cards and feedback of the newest cohort.

    card_print_wanted, feedback_print_wanted: with the shown review.
    """

    card_print_wanted = Signal(object)
    feedback_print_wanted = Signal(object)
    station_wanted = Signal()

    def __init__(self, theme: Theme, studio: Studio, lane: Lane) -> None:
        super().__init__()
        self.page = ReviewPage(theme)
        self.presenter = ReviewPresenter(studio, lane, self.page)
        page, presenter = self.page, self.presenter
        page.team_chosen.connect(presenter.choose)
        page.next_wanted.connect(presenter.next_team)
        page.edited.connect(presenter.edit)
        page.side_chosen.connect(presenter.paper.choose)
        page.banner_acted.connect(presenter.act_on_banner)
        page.pages.page_wanted.connect(presenter.paper.want_picture)
        page.card_wanted.connect(self._print_card)
        page.feedback_wanted.connect(self._print_feedback)
        page.station_wanted.connect(self.station_wanted)

    def flush(self) -> None:
        """Save now what is not saved yet; before the window closes."""
        self.page.flush()

    def _print_card(self) -> None:
        self.page.flush()
        if self.presenter.review is not None:
            self.card_print_wanted.emit(self.presenter.review)

    def _print_feedback(self) -> None:
        self.page.flush()
        if self.presenter.review is not None:
            self.feedback_print_wanted.emit(self.presenter.review)
