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
from workshop_studio.simulation.headline import headline
from workshop_studio.simulation.play import OptionCost, costs_by_option, played, prepare

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_studio.domain.scenario import Option, Scenario
    from workshop_studio.ports.library import PackLibrary
    from workshop_studio.ports.unit_of_work import UnitOfWork
    from workshop_studio.services.event_bus import EventBus
    from workshop_studio.simulation.play import PlayedLine, Prepared
    from workshop_studio.simulation.series import Series

MOST_STAGE_CHARTS = 4


@dataclass(frozen=True, slots=True)
class ScenarioView:
    """A scenario at one moment of its play.

    line: with the decision, without: the same rows without one. charts: one a family, in order.
    costs: of every option when chosen on the decision's day, or today when nothing was decided.
    """

    scenario: Scenario
    play: ScenarioPlay
    line: PlayedLine
    without: PlayedLine
    charts: tuple[Series, ...]
    costs: tuple[OptionCost, ...]
    options: tuple[Option, ...]

    @property
    def day(self) -> int:
        """Return the day that is shown, from 1."""
        return self.play.day

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

    def keep(self, view: ScenarioView) -> ScenarioView:
        """Keep the day that was reached, for the next start."""
        return self._save(view.play)

    def decide(self, view: ScenarioView, option_id: str) -> ScenarioView:
        """Decide on the shown day; the rest of the days follows from it."""
        return self._save(replace(view.play, decision_day=view.day, decision=option_id))

    def undecide(self, view: ScenarioView) -> ScenarioView:
        """Take the decision back."""
        return self._save(replace(view.play, decision_day=0, decision=""))

    def _save(self, play: ScenarioPlay) -> ScenarioView:
        with self._unit_of_work.writing() as work:
            stored = work.plays.get(play.session_id, play.scenario_id)
            next_one = replace(play, revision=(stored.revision if stored else 0) + 1)
            seen = self._view(next_one)  # raises RuleBroken before anything is written
            work.plays.save(next_one)
            work.commit()
        self._bus.publish(ScenarioMoved(play.session_id, play.scenario_id))
        return seen

    def _view(self, play: ScenarioPlay) -> ScenarioView:
        prepared = self._prepared[play.scenario_id]
        decision = Decision(play.decision_day, play.decision) if play.decision else None
        line = played(prepared, decision)
        families: dict[str, Series] = {}
        for series in line.series:
            families.setdefault(str(series.family), series)
        start = play.decision_day or prepared.scenario.decisions[0].from_day
        return ScenarioView(
            scenario=prepared.scenario,
            play=play,
            line=line,
            without=played(prepared, None),
            charts=tuple(families.values()),
            costs=costs_by_option(prepared, start),
            options=prepared.scenario.options,
        )


def apart(view: ScenarioView, other: tuple[float | None, ...]) -> tuple[float | None, ...]:
    """Return the played days of the line without a decision, from where the two lines part."""
    start = max(0, view.line.acts_from - 2)
    return (None,) * start + other[start : view.day]


def _for_the_wall(charts: tuple[Series, ...]) -> tuple[Series, ...]:
    # Of the five families the scores say least to a mixed room; they stay on the console.
    kept = [one for one in charts if one.family is not Family.PREDICTION_DRIFT]
    return tuple(kept[:MOST_STAGE_CHARTS])


def stage_scenario(view: ScenarioView) -> StageScenario:
    """Return what the room sees: played days only, no truth card, no hidden future."""
    charts = []
    for series in _for_the_wall(view.charts):
        other = view.without.chart(series.id)
        has_decision = 0 < view.line.acts_from <= view.day
        charts.append(
            StageChart(
                title=series.subtitle[:1].upper() + series.subtitle[1:],
                values=series.values[: view.day],
                without_decision=apart(view, other.values) if has_decision else (),
                days=view.day,
                decision_day=view.play.decision_day,
                amber=series.amber,
                red=series.red,
                level_text=series.level_text,
                value_text=series.value_texts[view.day - 1],
                state=series.states[view.day - 1].value.replace("_", "-"),
                sentence=series.sentences[view.day - 1],
                low=series.low,
                high=series.high,
            )
        )
    return StageScenario(
        kicker=f"{view.scenario.product}, day {view.day}",
        headline=view.headline,
        charts=tuple(charts),
    )
