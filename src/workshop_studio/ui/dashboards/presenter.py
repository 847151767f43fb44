"""Plays a scenario: days, a decision, the wall; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.run import RunPhase, StageView
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
    def show_costs(self, view: ScenarioView) -> None: ...  # noqa: D102
    def show_empty(self) -> None: ...  # noqa: D102
    def show_playing(self, *, is_playing: bool) -> None: ...  # noqa: D102
    def show_on_wall(self, *, is_on: bool) -> None: ...  # noqa: D102
    def say_problem(self, text: str) -> None: ...  # noqa: D102
    def clear_problem(self) -> None: ...  # noqa: D102


class DashboardPresenter:
    """Dragging through days computes nothing; opening, deciding and keeping go over the lane."""

    def __init__(self, studio: Studio, lane: Lane, view: DashboardView) -> None:
        self._studio = studio
        self._lane = lane
        self._view = view
        self._seen: ScenarioView | None = None
        self._is_playing = False
        self._costs_day = 0
        self._is_counting = False

    @property
    def seen(self) -> ScenarioView | None:
        """Return what is shown."""
        return self._seen

    @property
    def is_on_wall(self) -> bool:
        """Return whether the room sees the charts, or would without black and freeze."""
        reading = self._studio.live.console()
        return reading is not None and reading.view is StageView.SCENARIO

    # --- opening and days ------------------------------------------------------------------------

    def open(self) -> None:
        """Open the scenario of the session that is held."""
        session = self._studio.live.session
        if session is None:
            self._forget()
            return
        self.follow_wall()
        if self._seen is None or self._seen.play.session_id != session.id:
            self._forget()
            self._lane.submit(
                lambda: self._studio.open_scenarios().open(session.id), self._opened, self._failed
            )

    def go_to(self, day: int) -> None:
        """Show another day, on the console and in the slide for the wall."""
        if self._seen is not None and day != self._seen.day:
            self._show(self._studio.open_scenarios().at(self._seen, day))

    def step(self, days: int) -> None:
        """Go on, or back, by some days; at an end nothing happens."""
        if self._seen is not None:
            last = self._seen.scenario.clock.days
            self.go_to(min(last, max(1, self._seen.day + days)))

    def go_to_last(self) -> None:
        """Show the last day."""
        if self._seen is not None:
            self.go_to(self._seen.scenario.clock.days)

    def choose_chart(self, monitor_id: str) -> None:
        """Show another chart of a family, here and on the wall."""
        if self._seen is not None:
            self._show(self._studio.open_scenarios().choose(self._seen, monitor_id))

    def rest(self) -> None:
        """Keep the day and work out its costs; called once the days have come to rest."""
        seen = self._seen
        if seen is not None:
            self._count_costs()
            self._lane.submit(lambda: self._studio.open_scenarios().keep(seen), None, self._failed)

    def toggle_play(self) -> None:
        """Let the days pass, or stop them."""
        if self._seen is None:
            return
        if not self._is_playing and self._seen.day >= self._seen.scenario.clock.days:
            self.go_to(1)
        self._set_playing(is_on=not self._is_playing)

    def tick(self) -> None:
        """One day passes, when days are passing."""
        if self._seen is None or not self._is_playing:
            return
        self.step(1)
        if self._seen.day >= self._seen.scenario.clock.days:
            self._set_playing(is_on=False)

    # --- deciding and the wall -------------------------------------------------------------------

    def decide(self, option_id: str) -> None:
        """Decide on the shown day."""
        seen = self._seen
        if seen is not None:
            self._lane.submit(
                lambda: self._studio.open_scenarios().decide(seen, option_id),
                self._show_newest,
                self._failed,
            )

    def undo(self) -> None:
        """Take the decision back."""
        seen = self._seen
        if seen is not None and seen.play.decision:
            self._lane.submit(
                lambda: self._studio.open_scenarios().undecide(seen),
                self._show_newest,
                self._failed,
            )

    def toggle_wall(self) -> None:
        """Show the charts to the room, or go back to the slide of the session."""
        if self._seen is None:
            return
        if self.is_on_wall:
            reading = self._studio.live.console()
            runs = reading is not None and reading.phase in {RunPhase.RUNNING, RunPhase.PAUSED}
            view = StageView.COUNTDOWN if runs else StageView.HOLDING
            self._lane.submit(
                lambda: self._studio.live.show(view), self._wall_changed, self._failed
            )
        else:
            self.put_on_wall()

    def put_on_wall(self) -> None:
        """Show the charts to the room."""
        self._lane.submit(
            lambda: self._studio.live.show(StageView.SCENARIO), self._wall_changed, self._failed
        )

    def follow_wall(self) -> None:
        """Say whether the charts are on the wall; the run has changed."""
        self._view.show_on_wall(is_on=self.is_on_wall)

    # --- answers ---------------------------------------------------------------------------------

    def _forget(self) -> None:
        self._seen = None
        self._set_playing(is_on=False)
        self._view.show_empty()

    def _set_playing(self, *, is_on: bool) -> None:
        self._is_playing = is_on
        self._view.show_playing(is_playing=is_on)

    def _opened(self, seen: ScenarioView) -> None:
        session = self._studio.live.session
        if session is not None and session.id == seen.play.session_id:
            self._costs_day = seen.play.decision_day or seen.day
            self._show(seen)

    def _show(self, seen: ScenarioView) -> None:
        self._seen = seen
        self._studio.live.put_scenario(stage_scenario(seen))
        self._view.show_scenario(seen)

    def _count_costs(self) -> None:
        """Work out the costs of deciding on the shown day, unless they are being worked out."""
        seen = self._seen
        if seen is None or self._is_counting or self._wanted_costs(seen) == self._costs_day:
            return
        self._is_counting = True
        self._lane.submit(
            lambda: self._studio.open_scenarios().with_costs(seen), self._counted, self._not_counted
        )

    def _wanted_costs(self, seen: ScenarioView) -> int:
        return seen.play.decision_day or seen.day

    def _counted(self, priced: ScenarioView) -> None:
        self._is_counting = False
        self._costs_day = self._wanted_costs(priced)
        if self._seen is None:
            return
        if self._seen.play.session_id == priced.play.session_id:
            self._seen = self._studio.open_scenarios().priced(self._seen, priced.costs)
            self._view.show_costs(self._seen)
        # The days may have gone on meanwhile; the newest of them counts.
        self._count_costs()

    def _not_counted(self, error: WorkshopError) -> None:
        self._is_counting = False
        self._failed(error)

    def _show_newest(self, seen: ScenarioView) -> None:
        """Show an answer of the lane on the day that is shown by now."""
        self._view.clear_problem()
        self._costs_day = seen.play.decision_day or seen.day
        day = seen.day if self._seen is None else self._seen.day
        self._show(self._studio.open_scenarios().at(seen, day))

    def _wall_changed(self, _: object) -> None:
        self._view.clear_problem()
        self.follow_wall()

    def _failed(self, error: WorkshopError) -> None:
        if isinstance(error, RuleBroken) and error.code == "scenario-missing":
            self._forget()
            return
        self._view.say_problem(words(error))
