"""A team's card at the station: each field is saved by itself, over what it was written on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from workshop_studio.domain.capstone import EMPTY, Answer, AnswerState, both
from workshop_studio.domain.errors import StaleEdit, StorageUnavailable
from workshop_studio.domain.staging import wall_clock
from workshop_studio.ui.wording import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_studio.domain.capstone import Capstone
    from workshop_studio.domain.errors import WorkshopError
    from workshop_studio.ports.lane import Lane
    from workshop_studio.services.capstones import TeamDesk
    from workshop_studio.services.studio import Studio

TITLE, OWNER = "title", "owner"
_KEPT = "Your text is still on the screen and is tried again every few seconds."


class CardView(Protocol):
    """What the page can be told and asked."""

    def show_desk(self, desk: TeamDesk) -> None: ...  # noqa: D102
    def show_capstone(self, capstone: Capstone) -> None: ...  # noqa: D102
    def is_typing(self, key: str) -> bool: ...  # noqa: D102
    def fill(self, key: str, answer: Answer) -> None: ...  # noqa: D102
    def show_conflict(self, key: str, theirs: Answer) -> None: ...  # noqa: D102
    def say_saving(self) -> None: ...  # noqa: D102
    def say_saved(self, time_of_day: str) -> None: ...  # noqa: D102
    def say_failed(self, text: str, action: str) -> None: ...  # noqa: D102
    def flush(self) -> None: ...  # noqa: D102
    def blank(self) -> None: ...  # noqa: D102


class CardPresenter:
    """Knows of every field what is on the disk, what is wanted there, and what is under way.

    The head's title and owner are fields like the others, under the keys "title" and "owner".
    """

    def __init__(
        self,
        studio: Studio,
        lane: Lane,
        view: CardView,
        *,
        opened: Callable[[], None],
        handed_over: Callable[[], None],
    ) -> None:
        self._studio, self._lane, self._view = studio, lane, view
        self._on_opened, self._on_handed_over = opened, handed_over
        self._desk: TeamDesk | None = None
        self._stored: dict[str, Answer] = {}
        self._wanted: dict[str, Answer] = {}
        self._under_way: dict[str, Answer] = {}
        self._conflicts: dict[str, Answer] = {}
        self._is_leaving = False

    @property
    def is_saved(self) -> bool:
        """Return whether everything that was typed is on the disk."""
        return not self._wanted

    def open(self, code: str, refused: Callable[[WorkshopError], None]) -> None:
        """Open the card of a team code."""
        self._lane.submit(lambda: self._studio.capstones.open(code), self._opened, refused)

    def set_answer(self, key: str, answer: Answer) -> None:
        """Save one field."""
        if self._desk is None or answer == self._wanted.get(key, self._stored.get(key, EMPTY)):
            return
        self._wanted[key] = answer
        self._view.say_saving()
        self._send(key)

    def try_again(self) -> None:
        """Save again what could not be saved."""
        for key in tuple(self._wanted):
            self._send(key)

    def keep_own(self, key: str) -> None:
        """Settle two texts for one field: the own one is written over the other."""
        theirs = self._conflicts.pop(key, None)
        if theirs is not None:
            self._stored[key] = theirs
            self._send(key)

    def take_other(self, key: str) -> None:
        """Settle two texts for one field: the other one stays, the own one goes."""
        theirs = self._conflicts.pop(key, None)
        if theirs is not None:
            self._stored[key] = theirs
            self._wanted.pop(key, None)
            self._view.fill(key, theirs)
            self._say_how_it_stands()

    def hand_over(self) -> None:
        """Close the card as soon as all of it is saved; nothing of it stays on the screen."""
        self._is_leaving = True
        waits = next(iter(self._conflicts), None)
        if waits is not None:
            self._is_leaving = False
            self._view.show_conflict(waits, self._conflicts[waits])
            self._view.say_failed("Choose one of the two texts first, then hand over.", "")
            return
        self.try_again()
        self._leave_when_saved()

    def put_away(self) -> None:
        """Give the lane everything at once, without waiting for its answers: the app closes.

        Where two texts wait for a choice, both are kept, one below the other.
        """
        desk = self._desk
        if desk is None:
            return
        for key, answer in self._wanted.items():
            theirs = self._conflicts.get(key)
            seen = theirs or self._under_way.get(key) or self._stored.get(key, EMPTY)
            kept = answer if theirs is None else both(theirs, answer)
            if kept != self._under_way.get(key):
                self._lane.submit(self._save(desk.capstone.id, key, kept, seen))
        # The page may be gone when the answers come.
        self._desk = None
        self._forget()

    # --- saving ----------------------------------------------------------------------------------

    def _send(self, key: str) -> None:
        desk = self._desk
        if desk is None or key in self._under_way or key in self._conflicts:
            return
        answer, seen = self._wanted[key], self._stored.get(key, EMPTY)
        card = desk.capstone.id

        def saved(capstone: Capstone) -> None:
            self._saved(key, answer, capstone)

        def failed(error: WorkshopError) -> None:
            self._not_saved(key, card, error)

        self._under_way[key] = answer
        self._lane.submit(self._save(card, key, answer, seen), saved, failed)

    def _save(self, card: str, key: str, answer: Answer, seen: Answer) -> Callable[[], Capstone]:
        service = self._studio.capstones

        def save() -> Capstone:
            if key == TITLE:
                return service.set_head(card, answer.text, "", (seen.text, ""))
            if key == OWNER:
                return service.set_head(card, "", answer.text, ("", seen.text))
            return service.set_answer(card, key, answer, seen)

        return save

    def _saved(self, key: str, answer: Answer, capstone: Capstone) -> None:
        if not self._is_shown(capstone.id):
            return
        self._under_way.pop(key, None)
        self._stored[key] = answer
        if self._wanted.get(key) == answer:
            del self._wanted[key]
        elif key in self._wanted:
            self._send(key)
        self._take_over(capstone)
        self._view.show_capstone(capstone)
        self._say_how_it_stands()
        self._leave_when_saved()

    def _not_saved(self, key: str, card: str, error: WorkshopError) -> None:
        if not self._is_shown(card):
            return
        self._under_way.pop(key, None)
        self._is_leaving = False
        if isinstance(error, StaleEdit):
            self._ask_which(key, card)
            return
        can_retry = isinstance(error, StorageUnavailable)
        text = f"{words(error)} {_KEPT}" if can_retry else words(error)
        self._view.say_failed(text, "Try now" if can_retry else "")

    def _ask_which(self, key: str, card: str) -> None:
        def read(capstone: Capstone) -> None:
            if not self._is_shown(card) or key not in self._wanted:
                return
            theirs = _stored_answer(capstone, key)
            self._conflicts[key] = theirs
            self._view.show_conflict(key, theirs)
            self._view.say_failed("One field has two texts. Choose which of them stays.", "")

        def failed(error: WorkshopError) -> None:
            self._not_saved(key, card, error)

        self._lane.submit(lambda: self._studio.capstones.card(card), read, failed)

    def _take_over(self, capstone: Capstone) -> None:
        """Show what another machine has written in the fields that nobody writes in here."""
        for key in {*self._stored, *(name for name, _ in capstone.answers)}:
            now = _stored_answer(capstone, key)
            if now == self._stored.get(key, EMPTY) or key in self._wanted:
                continue
            if not self._view.is_typing(key):
                self._stored[key] = now
                self._view.fill(key, now)

    def _say_how_it_stands(self) -> None:
        if self._wanted or self._conflicts:
            return
        clock = self._studio.clock
        self._view.say_saved(wall_clock(clock.now().utc, clock.zone()))

    def _leave_when_saved(self) -> None:
        if not self._is_leaving or self._wanted:
            return
        # Somebody may have typed on while the disk was busy.
        self._view.flush()
        if self._wanted:
            return
        self._is_leaving = False
        self._desk = None
        self._forget()
        self._view.blank()
        self._on_handed_over()

    # --- opening ---------------------------------------------------------------------------------

    def _opened(self, desk: TeamDesk) -> None:
        self._desk = desk
        self._forget()
        self._stored = dict(desk.capstone.answers)
        self._stored[TITLE] = _stored_answer(desk.capstone, TITLE)
        self._stored[OWNER] = _stored_answer(desk.capstone, OWNER)
        self._view.show_desk(desk)
        self._on_opened()

    def _forget(self) -> None:
        self._stored, self._wanted, self._conflicts = {}, {}, {}
        self._under_way = {}

    def _is_shown(self, capstone_id: str) -> bool:
        return self._desk is not None and self._desk.capstone.id == capstone_id


def _stored_answer(capstone: Capstone, key: str) -> Answer:
    if key in {TITLE, OWNER}:
        text = capstone.title if key == TITLE else capstone.owner
        return Answer(AnswerState.ANSWERED if text.strip() else AnswerState.EMPTY, text)
    return capstone.answer(key)
