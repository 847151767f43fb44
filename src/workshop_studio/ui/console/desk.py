"""The desk: the run that the console drives, and the one way in which an act is done; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from workshop_studio.domain.errors import RuleBroken
from workshop_studio.ui.wording import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_studio.domain.errors import WorkshopError
    from workshop_studio.domain.moment import Moment
    from workshop_studio.ports.lane import Lane
    from workshop_studio.services.live_session import LiveSession


class DeskView(Protocol):
    """What can be said after an act."""

    def say_problem(self, text: str) -> None: ...  # noqa: D102
    def say_done(self, text: str, *, can_undo: bool) -> None: ...  # noqa: D102
    def say_offer(self, text: str, also: str) -> None: ...  # noqa: D102


class Desk:
    """What all parts of the console share.

    live: the run that is driven now, the real one or a rehearsal's; always read it from here.
    looked_at: called when the screens should look again.
    """

    def __init__(
        self, live: LiveSession, lane: Lane, view: DeskView, looked_at: Callable[[], None]
    ) -> None:
        self.live = live
        self._lane = lane
        self._view = view
        self._looked_at = looked_at

    def do(
        self,
        work: Callable[[LiveSession, Moment], object],
        done: str,
        *,
        can_undo: bool = True,
        also: str = "",
    ) -> None:
        """Do an act over the lane, show it once it is written, and say that it was done.

        The press counts, not the turn on the lane: a slow disk must not cost the room seconds.
        also: a second thing to do that is offered beside Undo.
        """
        live = self.live
        at = live.now()

        def shown(_: object) -> None:
            self._looked_at()
            if also:
                self._view.say_offer(done, also)
            else:
                self._view.say_done(done, can_undo=can_undo)

        self._lane.submit(lambda: work(live, at), shown, self.failed)

    def say(self, text: str) -> None:
        """Say something that is neither a problem nor an act."""
        self._view.say_done(text, can_undo=False)

    def failed(self, error: WorkshopError) -> None:
        """Say why something did not happen; a bounce of the clicker is nobody's concern."""
        if isinstance(error, RuleBroken) and error.code == "pressed-twice":
            return
        self._view.say_problem(words(error))
