"""What earlier sessions say about this plan, and how this one went; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from workshop_studio.ui.wording import words

if TYPE_CHECKING:
    from workshop_studio.domain.debrief import Debrief
    from workshop_studio.domain.errors import WorkshopError
    from workshop_studio.domain.history import History
    from workshop_studio.ports.lane import Lane
    from workshop_studio.services.studio import Studio


class LearningView(Protocol):
    """What the page can be told."""

    def show_history(self, history: History) -> None: ...  # noqa: D102
    def show_debrief(self, debrief: Debrief | None) -> None: ...  # noqa: D102
    def say_problem(self, text: str) -> None: ...  # noqa: D102


class LearningPresenter:
    """Reads again whenever the plan may be looked at with other eyes."""

    def __init__(self, studio: Studio, lane: Lane, view: LearningView) -> None:
        self._debriefs = studio.debriefs
        self._lane = lane
        self._view = view

    def look(self, session_id: str) -> None:
        """Read the habits of all sessions, and the debrief of the shown one."""
        self._lane.submit(self._debriefs.history, self._view.show_history, self._failed)
        if session_id:
            self._lane.submit(
                lambda: self._debriefs.of_session(session_id),
                self._view.show_debrief,
                self._failed,
            )

    def _failed(self, error: WorkshopError) -> None:
        self._view.say_problem(words(error))
