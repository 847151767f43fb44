"""Scenarios on the wall: prepared once, any day and any decision at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.events import ScenarioMoved
from workshop_studio.domain.live import StageChart, StageScenario
from workshop_studio.domain.scenario import Decision
from workshop_studio.domain.scenario_kinds import Family
from workshop_studio.domain.scenario_play import ScenarioPlay
from workshop_studio.simulation.drift_days import DriftColumn, drift_columns
from workshop_studio.simulation.headline import headline
from workshop_studio.simulation.play import OptionCost, costs_by_option, played, prepare
from workshop_studio.simulation.ranges import fitted_range

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_studio.domain.scenario import Option, Scenario
    from workshop_studio.ports.library import PackLibrary
    from workshop_studio.ports.unit_of_work import UnitOfWork, Work
    from workshop_studio.services.event_bus import EventBus
    from workshop_studio.simulation.play import PlayedLine, Prepared
    from workshop_studio.simulation.series import Series

MOST_STAGE_CHARTS = 4


@dataclass(frozen=True, slots=True)
class ScenarioView:
    """A scenario at one moment of its play.

    line: with the decision, without: the same rows without one. charts: the chosen one of each
    family, in order. costs: of every option when chosen on the decision's day, or on the day they
    were last computed for when nothing was decided. drift: the daily table.
    """

    scenario: Scenario
    play: ScenarioPlay
    line: PlayedLine
    without: PlayedLine
    charts: tuple[Series, ...]
    costs: tuple[OptionCost, ...]
    options: tuple[Option, ...]
    drift: tuple[DriftColumn, ...]

    @property
    def day(self) -> int:
        """Return the day that is shown, from 1."""
        return self.play.day

    @property
    def decided(self) -> Option | None:
        """Return the option that was decided on, None before."""
        return next((o for o in self.options if o.id == self.play.decision), None)

    @property
    def is_open(self) -> bool:
        """Return whether something can be decided on the shown day."""
        points = self.scenario.decisions
        in_time = any(point.from_day <= self.day <= point.until_day for point in points)
        return not self.play.decision and in_time

    @property
    def acts_by_now(self) -> bool:
        """Return whether the decision has changed anything up to the shown day."""
        return 0 < self.line.acts_from <= self.day

    def family(self, series: Series) -> tuple[Series, ...]:
        """Return all charts of the family of a chart, in order."""
        return tuple(each for each in self.line.series if each.family is series.family)

    @property
    def headline(self) -> str:
        """Return the sentence over the charts."""
        return headline(self.charts, self.day)


class ScenarioService:
    """Opens and plays scenarios; call the verbs on the lane."""

    def __init__(
        self,
        unit_of_work: UnitOfWork,
        library: PackLibrary,
        read: Callable[[Path], Scenario],
        bus: EventBus,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._library = library
        self._read = read
        self._bus = bus
        self._prepared: dict[str, Prepared] = {}
        self._costs: dict[tuple[str, int], tuple[OptionCost, ...]] = {}
        self._without: dict[str, PlayedLine] = {}

    def open(self, session_id: str) -> ScenarioView:
        """Return the first scenario of a session's pack where it was left.

        Raises RuleBroken("scenario-missing") when the pack has none, PackRejected when it is
        broken.
        """
        with self._unit_of_work.reading() as work:
            session = work.sessions.get(session_id)
        pack = self._library.shelf().pack(session.pack_id)
        if pack is None or not pack.scenario_ids:
            raise RuleBroken("scenario-missing")
        for path in sorted((Path(pack.folder) / "scenarios").glob("*.yaml")):
            scenario = self._read(path)
            if scenario.id not in self._prepared:
                self._prepared[scenario.id] = prepare(scenario)
            with self._unit_of_work.reading() as work:
                kept = work.plays.get(session_id, scenario.id)
            return self._view(kept or ScenarioPlay(session_id, scenario.id, 1))
        raise RuleBroken("scenario-missing")

    def at(self, view: ScenarioView, day: int) -> ScenarioView:
        """Return the view on another day; nothing is computed and nothing is written."""
        inside = min(max(1, day), view.scenario.clock.days)
        return replace(view, play=replace(view.play, day=inside))

    def choose(self, view: ScenarioView, monitor_id: str) -> ScenarioView:
        """Return the view with another chart of a family in front."""
        wanted = view.line.chart(monitor_id)
        charts = tuple(wanted if one.family is wanted.family else one for one in view.charts)
        return replace(view, charts=charts)

    def with_costs(self, view: ScenarioView) -> ScenarioView:
        """Return the view with the cost of each option when chosen on the shown day."""
        return replace(view, costs=self._costs_on(view.scenario, view.play))

    def priced(self, view: ScenarioView, costs: tuple[OptionCost, ...]) -> ScenarioView:
        """Return the view with costs that were worked out on the lane."""
        return replace(view, costs=costs)

    def keep(self, view: ScenarioView) -> None:
        """Keep the day that was reached, for the next start."""
        play = view.play
        with self._unit_of_work.writing() as work:
            # Only the day: a decision may have been kept since this view was made.
            stored = work.plays.get(play.session_id, play.scenario_id)
            self._store(work, replace(stored or play, day=play.day))
            work.commit()

    def decide(self, view: ScenarioView, option_id: str) -> ScenarioView:
        """Decide on the shown day; the rest of the days follows from it."""
        return self._save(replace(view.play, decision_day=view.day, decision=option_id), view)

    def undecide(self, view: ScenarioView) -> ScenarioView:
        """Take the decision back."""
        return self._save(replace(view.play, decision_day=0, decision=""), view)

    def _save(self, play: ScenarioPlay, before: ScenarioView) -> ScenarioView:
        seen = self._view(play)  # raises RuleBroken before anything is written
        for chosen in before.charts:
            seen = self.choose(seen, chosen.id)
        with self._unit_of_work.writing() as work:
            stored = self._store(work, play)
            work.commit()
        self._bus.publish(ScenarioMoved(play.session_id, play.scenario_id))
        return replace(seen, play=stored)

    def _store(self, work: Work, play: ScenarioPlay) -> ScenarioPlay:
        stored = work.plays.get(play.session_id, play.scenario_id)
        next_one = replace(play, revision=(stored.revision if stored else 0) + 1)
        work.plays.save(next_one)
        return next_one

    def _view(self, play: ScenarioPlay) -> ScenarioView:
        prepared = self._prepared[play.scenario_id]
        if play.scenario_id not in self._without:
            self._without[play.scenario_id] = played(prepared, None)
        without = self._without[play.scenario_id]
        line = without
        if play.decision:
            line = played(prepared, Decision(play.decision_day, play.decision))
        families: dict[str, Series] = {}
        for series in line.series:
            families.setdefault(str(series.family), series)
        return ScenarioView(
            scenario=prepared.scenario,
            play=play,
            line=line,
            without=without,
            charts=tuple(families.values()),
            costs=self._costs_on(prepared.scenario, play),
            options=prepared.scenario.options,
            drift=drift_columns(prepared.scenario, line.drift),
        )

    def _costs_on(self, scenario: Scenario, play: ScenarioPlay) -> tuple[OptionCost, ...]:
        key = (scenario.id, play.decision_day or play.day)
        if key not in self._costs:
            self._costs[key] = costs_by_option(self._prepared[scenario.id], key[1])
        return self._costs[key]


def apart(view: ScenarioView, other: tuple[float | None, ...]) -> tuple[float | None, ...]:
    """Return the played days of the line without a decision, from where the two lines part."""
    start = max(0, view.line.acts_from - 2)
    return (None,) * start + other[start : view.day]


def _for_the_wall(charts: tuple[Series, ...]) -> tuple[Series, ...]:
    # Of the five families the scores say least to a mixed room; they stay on the console.
    kept = [one for one in charts if one.family is not Family.PREDICTION_DRIFT]
    return tuple(kept[:MOST_STAGE_CHARTS])


def stage_scenario(view: ScenarioView) -> StageScenario:
    """Return what the room sees: played days only, no truth card, no hidden future.

    The ends of an axis follow from the played days too, so they do not give away what comes.
    """
    kicker = f"{view.scenario.product}, day {view.day}"
    if view.decided is not None and view.play.decision_day <= view.day:
        kicker += f". Decided on day {view.play.decision_day}: {view.decided.label}"
    charts = tuple(_stage_chart(view, series) for series in _for_the_wall(view.charts))
    return StageScenario(kicker=kicker, headline=view.headline, charts=charts)


def _stage_chart(view: ScenarioView, series: Series) -> StageChart:
    values = series.values[: view.day]
    other = apart(view, view.without.chart(series.id).values) if view.acts_by_now else ()
    low, high = fitted_range((*values, *other), (series.red,))
    has_decided = 0 < view.play.decision_day <= view.day
    return StageChart(
        title=series.subtitle[:1].upper() + series.subtitle[1:],
        values=values,
        without_decision=other,
        days=view.day,
        decision_day=view.play.decision_day if has_decided else 0,
        amber=series.amber,
        red=series.red,
        level_text=series.level_text,
        value_text=series.value_texts[view.day - 1],
        state=series.states[view.day - 1].value.replace("_", "-"),
        sentence=series.standings[view.day - 1],
        low=low,
        high=high,
    )
