"""Leaving the station; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from workshop_studio.domain.errors import RuleBroken
from workshop_studio.ui.wording import words

if TYPE_CHECKING:
    from workshop_studio.domain.errors import WorkshopError
    from workshop_studio.ports.lane import Lane
    from workshop_studio.services.studio import Studio


class StationView(Protocol):
    """What the window can be told."""

    def show_door(self, problem: str = "") -> None: ...  # noqa: D102
    def say_problem(self, text: str) -> None: ...  # noqa: D102
    def left(self) -> None: ...  # noqa: D102


class StationPresenter:
    """The door and its lock; the rooms behind it know nothing of it."""

    def __init__(self, studio: Studio, lane: Lane, view: StationView) -> None:
        self._studio, self._lane, self._view = studio, lane, view

    def leave(self, passphrase: str) -> None:
        """Leave the station; needs the facilitator's passphrase."""
        if not passphrase:
            self._view.say_problem("Leaving the station needs the facilitator’s passphrase.")
            return
        self._lane.submit(
            lambda: self._studio.station.require(passphrase), self._may_leave, self._not_left
        )

    def refuse(self, error: WorkshopError) -> None:
        """Say at the door why a code did not open anything."""
        self._view.show_door(words(error))

    def _may_leave(self, _: object) -> None:
        self._view.left()

    def _not_left(self, error: WorkshopError) -> None:
        is_wrong = isinstance(error, RuleBroken) and error.code == "passphrase-wrong"
        text = "That is not the facilitator’s passphrase. The station stays open."
        self._view.say_problem(text if is_wrong else words(error))
