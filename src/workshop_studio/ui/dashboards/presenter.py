"""Plays a scenario: days, a decision, the wall; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from workshop_studio.domain.run import StageView
from workshop_studio.services.scenarios import stage_scenario
from workshop_studio.ui.wording import words

if TYPE_CHECKING:
    from workshop_studio.domain.errors import WorkshopError
    from workshop_studio.ports.lane import Lane
    from workshop_studio.services.scenarios import ScenarioView
    from workshop_studio.services.studio import Studio


class DashboardView(Protocol):
    """What the page can be told."""

    def show_scenario(self, view: ScenarioView) -> None: ...  # noqa: D102
    def show_empty(self, text: str) -> None: ...  # noqa: D102
    def show_playing(self, *, is_playing: bool) -> None: ...  # noqa: D102
    def say_problem(self, text: str) -> None: ...  # noqa: D102
    def say_done(self, text: str, *, can_undo: bool) -> None: ...  # noqa: D102


class DashboardPresenter:
    """Dragging through days computes nothing; opening, deciding and keeping go over the lane."""

    def __init__(self, studio: Studio, lane: Lane, view: DashboardView) -> None:
        self._studio = studio
        self._lane = lane
        self._view = view
        self._seen: ScenarioView | None = None
        self._is_playing = False

    @property
    def seen(self) -> ScenarioView | None:
        """Return what is shown."""
        return self._seen

    def open(self) -> None:
        """Open the scenario of the session that is held."""
        session = self._studio.live.session
        if session is None:
            self._view.show_empty("Open a session first; its scenario comes with it.")
            return
        if self._seen is None or self._seen.play.session_id != session.id:
            self._lane.submit(
                lambda: self._studio.open_scenarios().open(session.id), self._show, self._failed
            )

    def go_to(self, day: int) -> None:
        """Show another day, on the console and in the slide for the wall."""
        if self._seen is not None and day != self._seen.day:
            self._show(self._studio.open_scenarios().at(self._seen, day))

    def toggle_play(self) -> None:
        """Let the days pass, or stop them."""
        if self._seen is None:
            return
        if not self._is_playing and self._seen.day >= self._seen.scenario.clock.days:
            self.go_to(1)
        self._set_playing(not self._is_playing)

    def tick(self) -> None:
        """One day passes, when days are passing."""
        if self._seen is None or not self._is_playing:
            return
        if self._seen.day >= self._seen.scenario.clock.days:
            self._set_playing(False)  # noqa: FBT003 - see there
            return
        self.go_to(self._seen.day + 1)

    def decide(self, option_id: str) -> None:
        """Decide on the shown day."""
        seen = self._seen
        if seen is not None:
            self._lane.submit(
                lambda: self._studio.open_scenarios().decide(seen, option_id),
                self._decided,
                self._failed,
            )

    def undo(self) -> None:
        """Take the decision back."""
        seen = self._seen
        if seen is not None and seen.play.decision:
            self._lane.submit(
                lambda: self._studio.open_scenarios().undecide(seen), self._show, self._failed
            )

    def put_on_wall(self) -> None:
        """Show the charts to the room."""
        self._lane.submit(
            lambda: self._studio.live.show(StageView.SCENARIO), self._on_wall, self._failed
        )

    def _set_playing(self, is_on: bool) -> None:  # noqa: FBT001 - says what it sets
        self._is_playing = is_on
        self._view.show_playing(is_playing=is_on)
        seen = self._seen
        if not is_on and seen is not None:
            self._lane.submit(lambda: self._studio.open_scenarios().keep(seen), None, self._failed)

    def _show(self, seen: ScenarioView) -> None:
        self._seen = seen
        self._studio.live.put_scenario(stage_scenario(seen))
        self._view.show_scenario(seen)

    def _decided(self, seen: ScenarioView) -> None:
        self._show(seen)
        label = next(o.label for o in seen.options if o.id == seen.play.decision)
        self._view.say_done(f"Decided on day {seen.play.decision_day}: {label}", can_undo=True)

    def _on_wall(self, _: object) -> None:
        self._view.say_done("The charts are on the wall", can_undo=False)

    def _failed(self, error: WorkshopError) -> None:
        self._view.say_problem(words(error))
