"""The station: a team code opens a card, a name opens a journal; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from workshop_studio.domain.capstone import EMPTY, Answer
from workshop_studio.domain.errors import RuleBroken, StaleEdit
from workshop_studio.domain.staging import wall_clock
from workshop_studio.ui.wording import words

if TYPE_CHECKING:
    from workshop_studio.domain.capstone import Capstone
    from workshop_studio.domain.errors import WorkshopError
    from workshop_studio.ports.lane import Lane
    from workshop_studio.services.capstones import TeamDesk
    from workshop_studio.services.studio import Studio


class CapstoneView(Protocol):
    """What the page can be told."""

    def show_desk(self, desk: TeamDesk) -> None: ...  # noqa: D102
    def show_door(self, problem: str = "") -> None: ...  # noqa: D102
    def show_capstone(self, capstone: Capstone) -> None: ...  # noqa: D102
    def say_saved(self, text: str) -> None: ...  # noqa: D102
    def say_problem(self, text: str) -> None: ...  # noqa: D102
    def left(self) -> None: ...  # noqa: D102


class CapstonePresenter:
    """Each field is saved by itself, over the answer that it was written on."""

    def __init__(self, studio: Studio, lane: Lane, view: CapstoneView) -> None:
        self._studio = studio
        self._lane = lane
        self._view = view
        self._desk: TeamDesk | None = None
        self._seen: dict[str, Answer] = {}

    def open(self, code: str) -> None:
        """Open the card of a team code."""
        self._lane.submit(lambda: self._studio.capstones.open(code), self._opened, self._not_opened)

    def hand_over(self) -> None:
        """Close the card; nothing of it stays on the screen."""
        self._desk = None
        self._seen = {}
        self._view.show_door()

    def set_answer(self, key: str, answer: Answer) -> None:
        """Save one field."""
        desk = self._desk
        seen = self._seen.get(key, EMPTY)
        if desk is None or answer == seen:
            return
        self._view.say_saved("saving")
        self._seen[key] = answer
        self._lane.submit(
            lambda: self._studio.capstones.set_answer(desk.capstone.id, key, answer, seen),
            self._saved,
            self._not_saved,
        )

    def set_head(self, title: str, owner: str) -> None:
        """Save title and owner."""
        desk = self._desk
        if desk is not None:
            self._lane.submit(
                lambda: self._studio.capstones.set_head(desk.capstone.id, title, owner),
                self._saved,
                self._not_saved,
            )

    def leave(self, passphrase: str) -> None:
        """Leave the station; needs the facilitator's passphrase."""
        self._lane.submit(
            lambda: self._studio.station.require(passphrase), self._may_leave, self._not_left
        )

    def _opened(self, desk: TeamDesk) -> None:
        self._desk = desk
        self._seen = dict(desk.capstone.answers)
        self._view.show_desk(desk)

    def _not_opened(self, error: WorkshopError) -> None:
        self._view.show_door(words(error))

    def _saved(self, capstone: Capstone) -> None:
        desk = self._desk
        if desk is None or capstone.id != desk.capstone.id:
            return
        now = self._studio.clock.now().utc
        self._view.show_capstone(capstone)
        self._view.say_saved(f"saved {wall_clock(now, self._studio.clock.zone())}")

    def _not_saved(self, error: WorkshopError) -> None:
        self._view.say_saved("not saved")
        if isinstance(error, StaleEdit):
            self._view.say_problem(words(error))
            return
        self._view.say_problem(f"{words(error)} Your text is still on the screen.")

    def _may_leave(self, _: object) -> None:
        self.hand_over()
        self._view.left()

    def _not_left(self, error: WorkshopError) -> None:
        text = "That is not the facilitator’s passphrase. The station stays open."
        is_wrong = isinstance(error, RuleBroken) and error.code == "passphrase-wrong"
        self._view.say_problem(text if is_wrong else words(error))
