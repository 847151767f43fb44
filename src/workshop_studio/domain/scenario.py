"""A scenario as its author wrote it: a small world, a model in it, what goes wrong, what helps.

Nothing here is drawn at random and nothing is computed from rows; that is the simulation's part.
Days are counted from 1. Shares are between 0 and 1. Money is in the unit of the signal that holds
it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop_studio.domain.errors import RuleBroken

if TYPE_CHECKING:
    from workshop_studio.domain.scenario_kinds import (
        ActionKind,
        Direction,
        DistKind,
        EffectKind,
        Family,
        Layer,
        Metric,
        PerRow,
        Shape,
        Transform,
    )

Weights = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class ScenarioClock:
    """Simulated days and their length in the room.

    reference_days: healthy days at the beginning, on which no effect may act.
    start_date: ISO date of day 1, for captions only.
    """

    days: int
    reference_days: int
    seconds_per_day: int
    start_date: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A grouping of candidates, such as single and bulk packs; shares add up to 1."""

    name: str
    label: str
    values: tuple[str, ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Population:
    """How many rows are simulated and what they stand for.

    rows_per_day, reference_rows: lines, each with `candidates` candidates to choose from.
    stands_for: lines a day in the real company; signals are scaled to it.
    """

    rows_per_day: int
    reference_rows: int
    candidates: int
    stands_for: float
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Dist:
    """One distribution, as (centre, width).

    normal: mean and SD. lognormal: median and SD of the logarithm. poisson: mean and 0.
    """

    kind: DistKind
    centre: float
    width: float


@dataclass(frozen=True, slots=True)
class Feature:
    """One input of the model.

    by_segment: (segment, value, distribution) where it differs from `dist`.
    valid_low, valid_high: limits of the check, in `unit`; missing: healthy share of empty values.
    assumed: what the model takes instead of a missing or invalid value.
    """

    name: str
    label: str
    unit: str
    per: PerRow
    dist: Dist
    by_segment: tuple[tuple[str, str, Dist], ...]
    valid_low: float
    valid_high: float
    missing: float
    transform: Transform
    assumed: float


@dataclass(frozen=True, slots=True)
class ModelVersion:
    """One version of the model: log-odds = intercept + sum of weight x transformed feature.

    not_reached_by: ids of effects on data that this version does not read.
    """

    id: str
    label: str
    intercept: float
    weights: Weights
    not_reached_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """The versions, the live one first; a line is offered its best candidate from `cutoff` on."""

    cutoff: float
    versions: tuple[ModelVersion, ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """How people really decide, on the true values: the same form as a model version."""

    intercept: float
    weights: Weights


@dataclass(frozen=True, slots=True)
class Labels:
    """When outcomes become known (days later) and for which share of the rows."""

    delay_days: int
    coverage: float


@dataclass(frozen=True, slots=True)
class RowQuantity:
    """A named kind of offer: those whose true value of a feature lies above a limit."""

    name: str
    feature: str
    above: float


@dataclass(frozen=True, slots=True)
class Policy:
    """What the score leads to, in words, and the offers worth counting."""

    action: str
    quantities: tuple[RowQuantity, ...]


@dataclass(frozen=True, slots=True)
class Signal:
    """A business or trust number.

    base + scale x sum of coefficient x share of lines, `lag_days` later.
    parts: (quantity, coefficient); quantity is accepted, rejected, not_shown or one of the policy.
    above_reference: whether the healthy value is taken off, so that 0 is a normal day.
    noise: SD of the daily noise, in `unit`.
    """

    id: str
    label: str
    unit: str
    parts: Weights
    scale: float
    base: float
    lag_days: int
    noise: float
    above_reference: bool


@dataclass(frozen=True, slots=True)
class Monitor:
    """One chart with its levels. amber, red and low, high (axis) are in `unit`.

    times: what a raw value is multiplied with to be in `unit` (100 for a share shown in percent).
    sentence: plain words with "{value}"; headline: words for the wall while the alert lasts.
    """

    id: str
    family: Family
    title: str
    subtitle: str
    metric: Metric
    target: str
    unit: str
    decimals: int
    times: float
    amber: float
    red: float
    direction: Direction
    low: float
    high: float
    sentence: str
    headline: str
    min_rows: int
    raise_of: tuple[int, int]
    clear_days: int
    owner_role: str


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing that happens.

    where: (segment, value) that it touches, empty for all. size: share of rows for unit_change,
    missing and new_mix; amount in the feature's unit for shift; added weight for concept; added
    log-odds for base_rate; unused for monitor_silent. factor: multiplier of unit_change, 1
    elsewhere. full_from: day of full strength; end: last day, included.
    """

    id: str
    kind: EffectKind
    target: str
    where: tuple[tuple[str, str], ...]
    layer: Layer
    start: int
    full_from: int
    end: int
    shape: Shape
    size: float
    factor: float
    is_harmless: bool
    note: str


@dataclass(frozen=True, slots=True)
class Action:
    """One thing an option does; target: effect or version; amount: new cut-off."""

    kind: ActionKind
    target: str = ""
    amount: float = 0.0


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to a decision.

    takes_days: days after the decision until it acts, 0 only when it does nothing. cost_once,
    cost_per_day: money from the day it acts on, in the unit of the first business signal.
    """

    id: str
    label: str
    hint: str
    takes_days: int
    reversible: bool
    cost_once: float
    cost_per_day: float
    does: tuple[Action, ...]
    side_effects: tuple[str, ...]
    say: str


@dataclass(frozen=True, slots=True)
class DecisionPoint:
    """A question that is open from one day until another, both included."""

    id: str
    from_day: int
    until_day: int
    question: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class TruthCard:
    """What really happened, for the facilitator's screen and the debrief only."""

    cause: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """An option chosen at the end of a day."""

    day: int
    option_id: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """A whole scenario, checked by its reader; the first of `kpis` is the money that adds up."""

    id: str
    title: str
    product: str
    premise: str
    objectives: tuple[str, ...]
    seed: int
    clock: ScenarioClock
    population: Population
    features: tuple[Feature, ...]
    model: Model
    truth: Truth
    labels: Labels
    policy: Policy
    kpis: tuple[Signal, ...]
    trust: tuple[Signal, ...]
    monitors: tuple[Monitor, ...]
    effects: tuple[Effect, ...]
    decisions: tuple[DecisionPoint, ...]
    truth_card: TruthCard

    @property
    def harm_starts(self) -> int:
        """Return the first day of a harmful effect, or the day after the end when there is none."""
        days = [effect.start for effect in self.effects if not effect.is_harmless]
        return min(days, default=self.clock.days + 1)

    @property
    def options(self) -> tuple[Option, ...]:
        """Return the options of all decision points in their order."""
        return tuple(option for point in self.decisions for option in point.options)


def option_for(scenario: Scenario, decision: Decision) -> Option:
    """Return the option that a decision chooses.

    Raises RuleBroken("unknown-option") and RuleBroken("decision-closed") outside its days.
    """
    for point in scenario.decisions:
        for option in point.options:
            if option.id != decision.option_id:
                continue
            if not point.from_day <= decision.day <= point.until_day:
                raise RuleBroken("decision-closed", day=decision.day, option=option.id)
            return option
    raise RuleBroken("unknown-option", option=decision.option_id, scenario=scenario.id)


def acts_from(scenario: Scenario, decision: Decision) -> int:
    """Return the first day on which a decision changes anything; never a day already played."""
    return decision.day + max(1, option_for(scenario, decision).takes_days)
