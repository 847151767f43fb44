"""Score, choice and answer: which candidate the model offers and whether people take it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workshop_studio.domain.scenario_kinds import EffectKind, Transform
from workshop_studio.simulation.curves import strength

if TYPE_CHECKING:
    from workshop_studio.domain.scenario import Feature, ModelVersion, Scenario
    from workshop_studio.simulation.rows import Rows
    from workshop_studio.simulation.streams import Flags, Floats, Indices

_SMALLEST = 1e-9


@dataclass(frozen=True, slots=True)
class Regime:
    """How offers are made on some days: the version in charge, the cut-off and the switches."""

    version: ModelVersion
    cutoff: float
    leaves_out_failing: bool = False
    is_stopped: bool = False


@dataclass(frozen=True, slots=True)
class Offers:
    """One line each: the best candidate, its score from 0 to 1 and whether it is shown.

    place, score, is_shown: shape (days, lines). Where no candidate may be offered the score is 0.
    """

    place: Indices
    score: Floats
    is_shown: Flags


def passes_check(feature: Feature, seen: Floats) -> Flags:
    """Return where a seen value is present and inside its valid range, same shape."""
    return np.asarray((seen >= feature.valid_low) & (seen <= feature.valid_high))


def transformed(transform: Transform, values: Floats) -> Floats:
    """Return the values as the model weighs them: unchanged, ln(x) or the size of ln(x)."""
    if transform is Transform.NONE:
        return values
    logs = np.log(np.maximum(values, _SMALLEST))
    return np.abs(logs) if transform is Transform.ABS_LOG else logs


def offer(scenario: Scenario, rows: Rows, regime: Regime) -> Offers:
    """Return what a regime offers on the rows.

    The model reads the seen values; in place of a missing or invalid one it assumes the feature's
    `assumed`. Log-odds are the intercept plus weight x transformed value, so contributions are
    exact.
    """
    weights = dict(regime.version.weights)
    log_odds: Floats = np.zeros((1, 1, 1))
    fit: Flags = np.ones((1, 1, 1), dtype=np.bool_)
    for feature in scenario.features:
        valid = passes_check(feature, rows.seen[feature.name])
        read = np.where(valid, rows.seen[feature.name], feature.assumed)
        weight = weights.get(feature.name, 0.0)
        log_odds = log_odds + weight * transformed(feature.transform, read)
        fit = fit & valid
    if regime.leaves_out_failing:
        log_odds = np.where(fit, log_odds, -np.inf)
    log_odds = np.broadcast_to(log_odds, (*rows.fate.shape, scenario.population.candidates))
    place = np.argmax(log_odds, axis=2)
    best = np.take_along_axis(log_odds, place[:, :, None], axis=2)[:, :, 0]
    score = _chance(regime.version.intercept + best)
    is_shown = (score >= regime.cutoff) & np.isfinite(best) & (not regime.is_stopped)
    return Offers(place, score, np.asarray(is_shown))


def offered_value(rows: Rows, feature: str, place: Indices) -> Floats:
    """Return the true value of the chosen candidates, shape (days, lines)."""
    values = rows.true[feature]
    if values.shape[2] == 1:
        return np.asarray(values[:, :, 0])
    return np.asarray(np.take_along_axis(values, place[:, :, None], axis=2)[:, :, 0])


def chance_of_yes(scenario: Scenario, rows: Rows, offers: Offers) -> Floats:
    """Return how likely people accept the chosen candidate, from its true values; (days, lines).

    Effects of kind concept and base_rate act here: the answer changes while the inputs do not.
    """
    log_odds = np.full(rows.fate.shape, scenario.truth.intercept)
    effects = tuple(effect for effect in scenario.effects if effect.id not in rows.without)
    for effect in effects:
        if effect.kind is EffectKind.BASE_RATE:
            log_odds += (effect.size * strength(effect, rows.days))[:, None]
    for feature in scenario.features:
        weight = np.full((len(rows.days), 1), dict(scenario.truth.weights).get(feature.name, 0.0))
        for effect in effects:
            if effect.kind is EffectKind.CONCEPT and effect.target == feature.name:
                weight += (effect.size * strength(effect, rows.days))[:, None]
        if weight.any():
            value = offered_value(rows, feature.name, offers.place)
            log_odds += weight * transformed(feature.transform, value)
    return _chance(log_odds)


def _chance(log_odds: Floats) -> Floats:
    """Return the logistic function, 1 / (1 + exp(-x)); far tails are cut at +-60."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(log_odds, -60.0, 60.0))))
