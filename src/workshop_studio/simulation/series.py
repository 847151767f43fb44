"""The charts of a played scenario: values, levels, states and sentences, one entry a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop_studio.domain.scenario_kinds import Direction, EffectKind, Family, Metric, SignalState
from workshop_studio.simulation.metrics import Reason, Reference, Undefined
from workshop_studio.simulation.sentences import (
    level_text,
    sentence,
    standing,
    value_text,
    watch_text,
)
from workshop_studio.simulation.verdicts import (
    Levels,
    Reading,
    clear_level,
    judge,
    psi_noise_limit,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workshop_studio.domain.scenario import Monitor, Scenario
    from workshop_studio.simulation.drift import FeatureDrift
    from workshop_studio.simulation.outcomes import Counts
    from workshop_studio.simulation.streams import Floats

NO_VALUE_TEXT = "no data"


@dataclass(frozen=True, slots=True)
class Series:
    """One chart. Place 0 of every tuple is day 1, and place d - 1 is what is known on day d.

    values: in `unit`, None where there is no number. amber, red: the levels after the limit for
    sampling noise. since: first day of the state that stands. low, high: ends of the axis.
    standings: the sentence without value and name. level_text, watch_text: red and amber in words.
    """

    id: str
    family: Family
    title: str
    subtitle: str
    unit: str
    decimals: int
    values: tuple[float | None, ...]
    amber: float
    red: float
    direction: Direction
    low: float
    high: float
    states: tuple[SignalState, ...]
    since: tuple[int, ...]
    sentences: tuple[str, ...]
    standings: tuple[str, ...]
    value_texts: tuple[str, ...]
    level_text: str
    watch_text: str
    headline: str
    owner_role: str

    def first_raised(self) -> int:
        """Return the first day of a watch or an alert, 0 when there is none."""
        raised = (SignalState.WATCH, SignalState.ALERT)
        return next((day for day, state in enumerate(self.states, 1) if state in raised), 0)


@dataclass(frozen=True, slots=True)
class Measured:
    """All daily numbers that monitors can ask for.

    drift, references: feature to its daily numbers and to what they are compared with. score_psi,
    score_reference: the same for the score of the version in charge at the end. signals: id to
    values of shape (days,) in the signal's unit. healthy: quantity to its share in the reference.
    """

    drift: Mapping[str, FeatureDrift]
    references: Mapping[str, Reference]
    score_psi: tuple[Reading, ...]
    score_reference: Reference
    counts: Counts
    signals: Mapping[str, Floats]
    healthy: Mapping[str, float]


def make_series(scenario: Scenario, monitor: Monitor, measured: Measured) -> Series:
    """Return the chart of one monitor over all days."""
    readings = _silenced(scenario, monitor, _readings(scenario, monitor, measured))
    levels = _levels(monitor, measured, readings)
    verdicts = judge(readings, levels)
    values = tuple(None if isinstance(r.value, Undefined) else r.value for r in readings)
    return Series(
        id=monitor.id,
        family=monitor.family,
        title=monitor.title,
        subtitle=monitor.subtitle,
        unit=monitor.unit,
        decimals=monitor.decimals,
        values=values,
        amber=levels.amber,
        red=levels.red,
        direction=monitor.direction,
        low=monitor.low,
        high=monitor.high,
        states=tuple(verdict.state for verdict in verdicts),
        since=tuple(verdict.since for verdict in verdicts),
        sentences=tuple(
            sentence(monitor, levels, reading, verdict)
            for reading, verdict in zip(readings, verdicts, strict=True)
        ),
        standings=tuple(
            standing(monitor, levels, reading, verdict)
            for reading, verdict in zip(readings, verdicts, strict=True)
        ),
        value_texts=tuple(_text(monitor, value) for value in values),
        level_text=level_text(monitor, levels.red),
        watch_text=watch_text(monitor, levels.amber),
        headline=monitor.headline,
        owner_role=monitor.owner_role,
    )


def _text(monitor: Monitor, value: float | None) -> str:
    return NO_VALUE_TEXT if value is None else value_text(value, monitor.unit, monitor.decimals)


def _readings(scenario: Scenario, monitor: Monitor, measured: Measured) -> tuple[Reading, ...]:
    """Return the raw daily values, in the monitor's unit, on the day on which they are known."""
    if monitor.metric is Metric.SCORE_PSI:
        raw = measured.score_psi
    elif monitor.metric is Metric.SIGNAL:
        lines = scenario.population.rows_per_day
        raw = tuple(Reading(float(v), lines) for v in measured.signals[monitor.target])
    elif monitor.metric is Metric.SHARE:
        shares = measured.counts.shares[monitor.target] * scenario.population.rows_per_day
        raw = _per_offer(shares, measured.counts.shown)
    elif monitor.metric is Metric.ACCEPTED:
        known = _per_offer(measured.counts.known_yes, measured.counts.known)
        wait = scenario.labels.delay_days
        raw = ((Reading(Undefined(Reason.NOT_KNOWN_YET), 0),) * wait + known)[: len(known)]
    else:
        table = measured.drift[monitor.target]
        raw = tuple(Reading(value, table.rows) for value in table.column(monitor.metric))
    return tuple(_in_unit(reading, monitor.times) for reading in raw)


def _per_offer(part: Floats, whole: Floats) -> tuple[Reading, ...]:
    off = Reading(Undefined(Reason.SWITCHED_OFF), 0)
    return tuple(
        Reading(float(some / every), int(every)) if every else off
        for some, every in zip(part, whole, strict=True)
    )


def _in_unit(reading: Reading, times: float) -> Reading:
    if isinstance(reading.value, Undefined):
        return reading
    return Reading(reading.value * times, reading.rows)


def _silenced(
    scenario: Scenario, monitor: Monitor, readings: Sequence[Reading]
) -> tuple[Reading, ...]:
    """Return the readings without the days on which the monitor's own job does not run."""
    stopped = {
        day
        for effect in scenario.effects
        if effect.kind is EffectKind.MONITOR_SILENT and effect.target == monitor.id
        for day in range(effect.start, effect.end + 1)
    }
    nothing = Reading(Undefined(Reason.JOB_STOPPED), 0)
    return tuple(
        nothing if day in stopped else reading for day, reading in enumerate(readings, start=1)
    )


def _levels(monitor: Monitor, measured: Measured, readings: Sequence[Reading]) -> Levels:
    amber, red = monitor.amber, monitor.red
    if monitor.metric in {Metric.PSI, Metric.SCORE_PSI}:
        limit = _noise_limit(monitor, measured, readings)
        amber, red = max(amber, limit), max(red, limit)
    healthy = 0.0
    if monitor.metric is Metric.ACCEPTED:
        shown = 1.0 - measured.healthy["not_shown"]
        healthy = monitor.times * measured.healthy["accepted"] / shown if shown else 0.0
    return Levels(
        amber=amber,
        red=red,
        clear=clear_level(amber, monitor.direction, max(healthy, amber)),
        direction=monitor.direction,
        min_rows=monitor.min_rows,
        raise_of=monitor.raise_of,
        clear_days=monitor.clear_days,
    )


def _noise_limit(monitor: Monitor, measured: Measured, readings: Sequence[Reading]) -> float:
    """Return the PSI of mere sampling for the smallest judged day, 0 when no day is judged."""
    is_score = monitor.metric is Metric.SCORE_PSI
    reference = measured.score_reference if is_score else measured.references[monitor.target]
    rows = [reading.rows for reading in readings if reading.rows >= monitor.min_rows]
    if not rows or reference.edges.size == 0:
        return 0.0
    return psi_noise_limit(reference.edges.size + 1, reference.count, min(rows))
