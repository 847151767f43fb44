"""Wires review: cards, feedback, printing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workshop_studio.ui.review.page import ReviewPage
from workshop_studio.ui.review.presenter import ReviewPresenter

if TYPE_CHECKING:
    from pathlib import Path

    from workshop_studio.ports.lane import Lane
    from workshop_studio.ports.prompter import Prompter
    from workshop_studio.services.studio import Studio
    from workshop_studio.ui.theme.theme import Theme


class ReviewRoom(QObject):
    """Cards and feedback of the newest cohort."""

    def __init__(self, theme: Theme, studio: Studio, lane: Lane, prompter: Prompter) -> None:
        super().__init__()
        self._prompter = prompter
        self.page = ReviewPage(theme)
        self.presenter = ReviewPresenter(studio, lane, self.page)
        self.page.team_chosen.connect(self.presenter.choose)
        self.page.rated.connect(self.presenter.rate)
        self.page.save_wanted.connect(self._ask_where)

    def _ask_where(self) -> None:
        self._prompter.save_file("Save the card", "governance-card.pdf", self._chosen)

    def _chosen(self, path: Path | None) -> None:
        if path is not None:
            self.presenter.save_card(path)
