"""The rows of a scenario: what the world is like and what the data say about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workshop_studio.domain.scenario_kinds import DistKind, EffectKind, Layer, PerRow
from workshop_studio.simulation.curves import strength
from workshop_studio.simulation.inverse import values_of
from workshop_studio.simulation.streams import REFERENCE_DAY, Flags, Floats, Indices, uniforms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workshop_studio.domain.scenario import Dist, Effect, Feature, Scenario, Segment

_ON_ROWS = frozenset({EffectKind.UNIT_CHANGE, EffectKind.MISSING, EffectKind.SHIFT})


@dataclass(frozen=True, slots=True)
class Rows:
    """The lines of some days, with their candidates.

    true, seen: feature name to values, shape (days, lines, candidates), or (days, lines, 1) for a
    feature of the line; in the feature's unit. In `seen` alone NaN stands for a missing value.
    fate: shape (days, lines), uniform; a line says yes when it lies below the chance of a yes.
    labelled: shape (days, lines); whether the outcome will be known.
    without: ids of the effects that were left out.
    """

    days: range
    true: Mapping[str, Floats]
    seen: Mapping[str, Floats]
    fate: Floats
    labelled: Flags
    without: frozenset[str] = frozenset()

    def since(self, day: int) -> Rows:
        """Return the rows from `day` on (views, nothing is copied)."""
        cut = slice(day - self.days.start, None)
        return Rows(
            range(day, self.days.stop),
            {name: values[cut] for name, values in self.true.items()},
            {name: values[cut] for name, values in self.seen.items()},
            self.fate[cut],
            self.labelled[cut],
            self.without,
        )


def draw_rows(scenario: Scenario, days: range, without: frozenset[str] = frozenset()) -> Rows:
    """Return the rows of the days, with every effect except those whose id is in `without`.

    Effects act in the order of the file. The same days give the same rows, bit for bit, whatever
    window they are part of.
    """
    return _draw(scenario, days, scenario.population.rows_per_day, without)


def draw_reference(scenario: Scenario) -> Rows:
    """Return the healthy sample from before day 1: `reference_rows` lines without effects."""
    days = range(REFERENCE_DAY, REFERENCE_DAY + 1)
    everything = frozenset(effect.id for effect in scenario.effects)
    return _draw(scenario, days, scenario.population.reference_rows, everything)


def _draw(scenario: Scenario, days: range, lines: int, without: frozenset[str]) -> Rows:
    effects = tuple(effect for effect in scenario.effects if effect.id not in without)
    groups = {
        segment.name: _groups(scenario, segment, days, lines, effects)
        for segment in scenario.population.segments
    }
    true: dict[str, Floats] = {}
    seen: dict[str, Floats] = {}
    for feature in scenario.features:
        values = _healthy(scenario, feature, days, lines, groups)
        true[feature.name], seen[feature.name] = _touched(
            scenario, feature, days, values, groups, effects
        )
    known = uniforms(scenario.seed, days, "labelled", (lines,)) < scenario.labels.coverage
    fate = uniforms(scenario.seed, days, "fate", (lines,))
    return Rows(days, true, seen, fate, known, without)


def _groups(
    scenario: Scenario, segment: Segment, days: range, lines: int, effects: tuple[Effect, ...]
) -> Indices:
    """Return which value of the segment each candidate has, shape (days, lines, candidates)."""
    shape = (lines, scenario.population.candidates)
    uniform = uniforms(scenario.seed, days, f"segment:{segment.name}", shape)
    shares = np.tile(np.asarray(segment.shares), (len(days), 1))
    for effect in effects:
        if effect.kind is EffectKind.NEW_MIX and effect.target == segment.name:
            grown = effect.size * strength(effect, days)
            goal = np.asarray([float(value == effect.where[0][1]) for value in segment.values])
            shares = shares * (1.0 - grown)[:, None] + grown[:, None] * goal
    place = np.zeros(uniform.shape, dtype=np.intp)
    for border in np.cumsum(shares, axis=1).T[:-1]:
        place += uniform >= border[:, None, None]
    return place


def _healthy(
    scenario: Scenario, feature: Feature, days: range, lines: int, groups: Mapping[str, Indices]
) -> Floats:
    per_line = scenario.population.candidates if feature.per is PerRow.CANDIDATE else 1
    uniform = uniforms(scenario.seed, days, f"feature:{feature.name}", (lines, per_line))
    dist = feature.dist
    if not feature.by_segment:
        return values_of(dist.kind, dist.centre, dist.width, uniform)
    name = feature.by_segment[0][0]
    own = {value: other for _, value, other in feature.by_segment}
    values = next(each.values for each in scenario.population.segments if each.name == name)
    dists = tuple(own.get(value, dist) for value in values)
    return _by_group(dists, groups[name], uniform)


def _by_group(dists: tuple[Dist, ...], group: Indices, uniform: Floats) -> Floats:
    if len({dist.kind for dist in dists}) == 1 and dists[0].kind is not DistKind.POISSON:
        centre = np.asarray([dist.centre for dist in dists])[group]
        width = np.asarray([dist.width for dist in dists])[group]
        return values_of(dists[0].kind, centre, width, uniform)
    values = np.empty_like(uniform)
    for place, dist in enumerate(dists):
        here = group == place
        values[here] = values_of(dist.kind, dist.centre, dist.width, uniform[here])
    return values


def _touched(
    scenario: Scenario,
    feature: Feature,
    days: range,
    values: Floats,
    groups: Mapping[str, Indices],
    effects: tuple[Effect, ...],
) -> tuple[Floats, Floats]:
    """Return the true and the seen values after the effects on this feature, in file order."""
    true = values
    seen = _with_gaps(scenario, feature, days, values)
    for effect in effects:
        if effect.target != feature.name or effect.kind not in _ON_ROWS:
            continue
        here = _where(scenario, effect, groups)
        seen = _apply(scenario, effect, days, seen, here)
        if effect.layer is Layer.WORLD:
            true = _apply(scenario, effect, days, true, here)
    return true, seen


def _with_gaps(scenario: Scenario, feature: Feature, days: range, values: Floats) -> Floats:
    if feature.missing <= 0.0:
        return values
    uniform = uniforms(scenario.seed, days, f"missing:{feature.name}", values.shape[1:])
    return np.where(uniform < feature.missing, np.nan, values)


def _where(scenario: Scenario, effect: Effect, groups: Mapping[str, Indices]) -> Flags | None:
    """Return which candidates an effect can touch, or None for all of them."""
    here: Flags | None = None
    for segment in scenario.population.segments:
        for name, value in effect.where:
            if name == segment.name:
                match = groups[name] == segment.values.index(value)
                here = match if here is None else here & match
    return here


def _apply(
    scenario: Scenario, effect: Effect, days: range, values: Floats, here: Flags | None
) -> Floats:
    grown = (effect.size * strength(effect, days))[:, None, None]
    if effect.kind is EffectKind.SHIFT:
        moved = values + grown
        return moved if here is None else np.where(here, moved, values)
    hit = uniforms(scenario.seed, days, f"effect:{effect.id}", values.shape[1:]) < grown
    if here is not None:
        hit &= here
    changed = np.nan if effect.kind is EffectKind.MISSING else values * effect.factor
    return np.where(hit, changed, values)
