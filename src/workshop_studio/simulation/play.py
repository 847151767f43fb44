"""Play a scenario: prepare it once, then see any decision, and any day of it, at once.

The order of computing is rows, score, offer, answer, money, trust; charts are read off the result.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from workshop_studio.domain.scenario import Decision, acts_from, option_for
from workshop_studio.domain.scenario_kinds import ActionKind
from workshop_studio.simulation.drift import FeatureDrift, drift_table, references
from workshop_studio.simulation.metrics import (
    Reason,
    Reference,
    Undefined,
    prepare_reference,
    psi_quantile10,
)
from workshop_studio.simulation.model import Regime, offer
from workshop_studio.simulation.outcomes import Counts, count, expected_shares, signal_values
from workshop_studio.simulation.rows import Rows, draw_reference, draw_rows
from workshop_studio.simulation.series import Measured, Series, make_series
from workshop_studio.simulation.verdicts import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workshop_studio.domain.scenario import ModelVersion, Option, Scenario
    from workshop_studio.simulation.model import Offers
    from workshop_studio.simulation.streams import Floats


@dataclass(frozen=True, slots=True)
class Prepared:
    """A scenario with everything that no decision can change, and the line without a decision.

    references, score_references: by feature and by version. healthy: quantity to its share of lines
    in the reference. counts, drift, score_psi: the days without a decision.
    """

    scenario: Scenario
    rows: Rows
    references: Mapping[str, Reference]
    score_references: Mapping[str, Reference]
    healthy: Mapping[str, float]
    counts: Counts
    drift: tuple[FeatureDrift, ...]
    score_psi: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class PlayedLine:
    """All days of a scenario with one decision, or with none.

    Place 0 of every tuple is day 1. acts_from: first day that the decision changes, 0 without one.
    money: the first business signal per day, option costs included; cost: its sum since the harm
    started, 0 before. shares: quantity to its share of lines. drift: every feature's daily numbers.
    """

    scenario_id: str
    decision: Decision | None
    acts_from: int
    series: tuple[Series, ...]
    drift: tuple[FeatureDrift, ...]
    shares: Mapping[str, tuple[float, ...]]
    money: tuple[float, ...]
    cost: tuple[float, ...]

    def chart(self, monitor_id: str) -> Series:
        """Return the chart of a monitor; KeyError when the scenario has none of that id."""
        return {each.id: each for each in self.series}[monitor_id]


@dataclass(frozen=True, slots=True)
class OptionCost:
    """What an option costs by each day when it is chosen on `day`; cost as in PlayedLine."""

    option_id: str
    label: str
    day: int
    cost: tuple[float, ...]


def prepare(scenario: Scenario) -> Prepared:
    """Draw the rows, make the references ready and play the line without a decision."""
    reference = draw_reference(scenario)
    rows = draw_rows(scenario, range(1, scenario.clock.days + 1))
    regime = Regime(scenario.model.versions[0], scenario.model.cutoff)
    offers = offer(scenario, _as_read(scenario, rows, regime.version), regime)
    against = references(scenario, reference)
    scores = _score_references(scenario, reference)
    return Prepared(
        scenario=scenario,
        rows=rows,
        references=against,
        score_references=scores,
        healthy=expected_shares(scenario, reference, offer(scenario, reference, regime)),
        counts=count(scenario, rows, offers),
        drift=drift_table(scenario, rows, against),
        score_psi=_score_psi(offers, scores[regime.version.id], regime),
    )


def played(prepared: Prepared, decision: Decision | None = None) -> PlayedLine:
    """Return all days with a decision, or without one.

    Days before the decision acts are those of the line without it, bit for bit; the later days use
    the same rows. Raises RuleBroken("unknown-option") and RuleBroken("decision-closed").
    """
    scenario = prepared.scenario
    counts, drift, score_psi = prepared.counts, prepared.drift, prepared.score_psi
    version = scenario.model.versions[0]
    if decision is not None and option_for(scenario, decision).does:
        start = acts_from(scenario, decision)
        after = _after(prepared, decision, start)
        version = after.version
        counts = counts.then(after.counts)
        if after.drift:
            drift = tuple(old.then(new) for old, new in zip(drift, after.drift, strict=True))
        score_psi = score_psi[: start - 1] + after.score_psi
    measured = Measured(
        drift={each.name: each for each in drift},
        references=prepared.references,
        score_psi=score_psi,
        score_reference=prepared.score_references[version.id],
        counts=counts,
        signals=_signals(prepared, counts, decision),
        healthy=prepared.healthy,
    )
    return _line(scenario, decision, measured)


def simulate(scenario: Scenario, decision: Decision | None = None) -> PlayedLine:
    """Return the played line of a scenario in one step; use `prepare` to try several decisions."""
    return played(prepare(scenario), decision)


def costs_by_option(prepared: Prepared, day: int) -> tuple[OptionCost, ...]:
    """Return what each option open on `day` would cost, in the order of the scenario; () if none.

    Charts are left out, so that this follows a moving day.
    """
    scenario = prepared.scenario
    costs = []
    for point in scenario.decisions:
        if not point.from_day <= day <= point.until_day:
            continue
        for option in point.options:
            decision = Decision(day, option.id)
            counts = prepared.counts
            if option.does:
                start = acts_from(scenario, decision)
                read, rows, regime = _setting(prepared, option, start)
                counts = counts.then(count(scenario, rows, offer(scenario, read, regime)))
            money = _money(prepared, counts, decision)
            costs.append(OptionCost(option.id, option.label, day, _added_up(scenario, money)))
    return tuple(costs)


@dataclass(frozen=True, slots=True)
class _After:
    """The days on which a decision acts; drift is empty when the data stay as they were."""

    version: ModelVersion
    counts: Counts
    drift: tuple[FeatureDrift, ...]
    score_psi: tuple[Reading, ...]


def _after(prepared: Prepared, decision: Decision, start: int) -> _After:
    scenario = prepared.scenario
    read, rows, regime = _setting(prepared, option_for(scenario, decision), start)
    offers = offer(scenario, read, regime)
    drift = drift_table(scenario, rows, prepared.references) if rows.without else ()
    reference = prepared.score_references[regime.version.id]
    return _After(
        regime.version,
        count(scenario, rows, offers),
        drift,
        _score_psi(offers, reference, regime),
    )


def _setting(prepared: Prepared, option: Option, start: int) -> tuple[Rows, Rows, Regime]:
    """Return the rows as the model reads them, the rows as they are, and how offers are made."""
    scenario = prepared.scenario
    cancelled = frozenset(act.target for act in option.does if act.kind is ActionKind.CANCEL_EFFECT)
    rows = prepared.rows.since(start)
    if cancelled:
        rows = draw_rows(scenario, rows.days, cancelled)
    regime = _regime(scenario, option)
    return _as_read(scenario, rows, regime.version), rows, regime


def _regime(scenario: Scenario, option: Option) -> Regime:
    regime = Regime(scenario.model.versions[0], scenario.model.cutoff)
    versions = {version.id: version for version in scenario.model.versions}
    for act in option.does:
        if act.kind is ActionKind.SWITCH_VERSION:
            regime = replace(regime, version=versions[act.target])
        elif act.kind is ActionKind.CHANGE_CUTOFF:
            regime = replace(regime, cutoff=act.amount)
        elif act.kind is ActionKind.LEAVE_OUT_FAILING:
            regime = replace(regime, leaves_out_failing=True)
        elif act.kind is ActionKind.STOP:
            regime = replace(regime, is_stopped=True)
    return regime


def _as_read(scenario: Scenario, rows: Rows, version: ModelVersion) -> Rows:
    """Return the rows with the data that this version reads."""
    unreached = frozenset(version.not_reached_by) - rows.without
    if not unreached:
        return rows
    return draw_rows(scenario, rows.days, rows.without | unreached)


def _score_references(scenario: Scenario, reference: Rows) -> dict[str, Reference]:
    cutoff = scenario.model.cutoff
    return {
        version.id: prepare_reference(offer(scenario, reference, Regime(version, cutoff)).score)
        for version in scenario.model.versions
    }


def _score_psi(offers: Offers, reference: Reference, regime: Regime) -> tuple[Reading, ...]:
    """Return the PSI of the first-choice score for each day, over lines that have a candidate."""
    if regime.is_stopped:
        return (Reading(Undefined(Reason.SWITCHED_OFF), 0),) * len(offers.score)
    days = (day[day > 0.0] for day in offers.score)
    return tuple(Reading(psi_quantile10(reference, day), day.size) for day in days)


def _signals(prepared: Prepared, counts: Counts, decision: Decision | None) -> dict[str, Floats]:
    scenario = prepared.scenario
    values = {
        signal.id: signal_values(scenario, signal, counts, prepared.healthy)
        for signal in (*scenario.kpis, *scenario.trust)
    }
    return values | {scenario.kpis[0].id: _money(prepared, counts, decision)}


def _money(prepared: Prepared, counts: Counts, decision: Decision | None) -> Floats:
    """Return the first business signal with the costs of the option, shape (days,)."""
    scenario = prepared.scenario
    money = signal_values(scenario, scenario.kpis[0], counts, prepared.healthy)
    if decision is not None:
        option, start = option_for(scenario, decision), acts_from(scenario, decision)
        money[start - 1 :] += option.cost_per_day
        money[start - 1 : start] += option.cost_once
    return money


def _added_up(scenario: Scenario, money: Floats) -> tuple[float, ...]:
    before = scenario.harm_starts - 1
    since = money.copy()
    since[:before] = 0.0
    return tuple(float(total) for total in np.cumsum(since))


def _line(scenario: Scenario, decision: Decision | None, measured: Measured) -> PlayedLine:
    shares = {name: tuple(map(float, share)) for name, share in measured.counts.shares.items()}
    money = measured.signals[scenario.kpis[0].id]
    return PlayedLine(
        scenario_id=scenario.id,
        decision=decision,
        acts_from=0 if decision is None else acts_from(scenario, decision),
        series=tuple(make_series(scenario, each, measured) for each in scenario.monitors),
        drift=tuple(measured.drift.values()),
        shares=shares,
        money=tuple(map(float, money)),
        cost=_added_up(scenario, money),
    )
