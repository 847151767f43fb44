"""What one part of a scenario says about another: names that must exist, orders, allowed pairs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop_studio.domain.scenario_kinds import (
    ActionKind,
    Direction,
    DistKind,
    EffectKind,
    Layer,
    Metric,
    PerRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workshop_studio.packs.scenario_models import (
        ActionPart,
        DistPart,
        EffectPart,
        FeaturePart,
        MonitorPart,
        OptionPart,
        ScenarioPart,
    )

MOST_VALUES = 8_000_000
BUILT_IN_QUANTITIES = ("accepted", "rejected", "not_shown")

Path = tuple[str | int, ...]

_LAYERS = {
    EffectKind.UNIT_CHANGE: (Layer.WORLD, Layer.SEEN_BY_MODEL),
    EffectKind.MISSING: (Layer.SEEN_BY_MODEL,),
    EffectKind.SHIFT: (Layer.WORLD, Layer.SEEN_BY_MODEL),
    EffectKind.NEW_MIX: (Layer.WORLD,),
    EffectKind.CONCEPT: (Layer.WORLD,),
    EffectKind.BASE_RATE: (Layer.WORLD,),
    EffectKind.MONITOR_SILENT: (Layer.MONITORING,),
}
_SHARE_SIZED = (EffectKind.UNIT_CHANGE, EffectKind.MISSING, EffectKind.NEW_MIX)
_ON_FEATURES = (
    Metric.PSI,
    Metric.WASSERSTEIN_SD,
    Metric.MISSING,
    Metric.OUT_OF_RANGE,
    Metric.FAILING,
)


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that does not fit: where in the file, and what to say after the field's name."""

    path: Path
    text: str


def flaws(part: ScenarioPart) -> tuple[Flaw, ...]:
    """Return everything in a scenario that does not fit together, in the order of the checks."""
    return (
        *_sizes(part),
        *_names_once(part),
        *(flaw for place, each in enumerate(part.features) for flaw in _feature(part, place, each)),
        *_weights(part),
        *_signals(part),
        *(flaw for place, each in enumerate(part.monitors) for flaw in _monitor(part, place, each)),
        *(flaw for place, each in enumerate(part.effects) for flaw in _effect(part, place, each)),
        *_decisions(part),
    )


def _known(path: Path, name: str, known: Iterable[str], what: str) -> Iterator[Flaw]:
    names = tuple(known)
    if name not in names:
        listed = ", ".join(names) or "none"
        yield Flaw(path, f'names no {what}: "{name}"; use one of {listed}')


def _names(part: ScenarioPart) -> tuple[str, ...]:
    return tuple(feature.name for feature in part.features)


def _sizes(part: ScenarioPart) -> Iterator[Flaw]:
    population = part.population
    values = part.clock.days * population.rows_per_day * population.candidates * len(part.features)
    if values > MOST_VALUES:
        what = "values (days x rows x candidates x features)"
        text = f"asks for {values:,} {what}, at most {MOST_VALUES:,}"
        yield Flaw(("population", "rows_per_day"), text)
    if part.clock.reference_days > part.clock.days:
        yield Flaw(("clock", "reference_days"), "must not be more than days")
    for place, segment in enumerate(population.segments):
        if len(segment.values) != len(segment.shares):
            path = ("population", "segments", place, "shares")
            yield Flaw(path, "must hold one share for each value")
        elif abs(sum(segment.shares) - 1.0) > 1e-9:
            total = f"{sum(segment.shares):g}"
            path = ("population", "segments", place, "shares")
            yield Flaw(path, f"must add up to 1; the sum is {total}")


def _names_once(part: ScenarioPart) -> Iterator[Flaw]:
    options = [option.id for point in part.decisions for option in point.options]
    groups: tuple[tuple[str, list[str]], ...] = (
        ("features", list(_names(part))),
        ("monitors", [each.id for each in part.monitors]),
        ("effects", [each.id for each in part.effects]),
        ("kpis", [each.id for each in (*part.kpis, *part.trust)]),
        ("decisions", options),
    )
    for block, names in groups:
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield Flaw((block,), f'holds "{name}" twice; give each its own name')


def _feature(part: ScenarioPart, place: int, feature: FeaturePart) -> Iterator[Flaw]:
    path: Path = ("features", place)
    low, high = feature.valid_range
    if low >= high:
        yield Flaw((*path, "valid_range"), "must begin below its end")
    elif not low <= feature.assumed <= high:
        yield Flaw((*path, "assumed"), "must lie inside valid_range")
    yield from _dist((*path, "dist"), feature.dist)
    if feature.by_segment and feature.per is PerRow.LINE:
        text = "is for features of candidates; set per: candidate or remove it"
        yield Flaw((*path, "by_segment"), text)
    if len(feature.by_segment) > 1:
        yield Flaw((*path, "by_segment"), "may name one segment only")
    segments = {segment.name: segment.values for segment in part.population.segments}
    for name, dists in feature.by_segment.items():
        yield from _known((*path, "by_segment", name), name, segments, "segment")
        for value, dist in dists.items():
            inside: Path = (*path, "by_segment", name, value)
            yield from _known(inside, value, segments.get(name, ()), "segment value")
            yield from _dist(inside, dist)


def _dist(path: Path, dist: DistPart) -> Iterator[Flaw]:
    if dist.kind is DistKind.LOGNORMAL and dist.centre <= 0:
        yield Flaw(path, "needs a centre above 0, the median of the lognormal")
    if dist.kind is DistKind.POISSON and not 0 < dist.centre <= 500:
        yield Flaw(path, "needs a centre above 0 and at most 500, the mean of the poisson")


def _weights(part: ScenarioPart) -> Iterator[Flaw]:
    for name in part.truth.weights:
        yield from _known(("truth", "weights", name), name, _names(part), "feature")
    seen_only = [each.id for each in part.effects if each.layer is Layer.SEEN_BY_MODEL]
    ids = [version.id for version in part.model.versions]
    for place, version in enumerate(part.model.versions):
        path: Path = ("model", "versions", place)
        if ids.count(version.id) > 1:
            yield Flaw((*path, "id"), f'is used twice: "{version.id}"; give each version its own')
        for name in version.weights:
            yield from _known((*path, "weights", name), name, _names(part), "feature")
        for effect in version.not_reached_by:
            what = "effect of layer seen_by_model"
            yield from _known((*path, "not_reached_by"), effect, seen_only, what)


def _signals(part: ScenarioPart) -> Iterator[Flaw]:
    quantities = (*BUILT_IN_QUANTITIES, *(each.name for each in part.policy.quantities))
    for place, quantity in enumerate(part.policy.quantities):
        path: Path = ("policy", "quantities", place, "feature")
        yield from _known(path, quantity.feature, _names(part), "feature")
    for block, signals in (("kpis", part.kpis), ("trust", part.trust)):
        for place, signal in enumerate(signals):
            for name in signal.parts:
                yield from _known((block, place, "from", name), name, quantities, "row quantity")


def _monitor(part: ScenarioPart, place: int, monitor: MonitorPart) -> Iterator[Flaw]:
    path: Path = ("monitors", place)
    if monitor.metric in _ON_FEATURES:
        yield from _known((*path, "target"), monitor.target, _names(part), "feature")
    elif monitor.metric is Metric.SHARE:
        names = [each.name for each in part.policy.quantities]
        yield from _known((*path, "target"), monitor.target, names, "row quantity of the policy")
    elif monitor.metric is Metric.SIGNAL:
        ids = [each.id for each in (*part.kpis, *part.trust)]
        yield from _known((*path, "target"), monitor.target, ids, "business or trust signal")
    is_above = monitor.direction is Direction.ABOVE
    if (monitor.red < monitor.amber) if is_above else (monitor.red > monitor.amber):
        yield Flaw((*path, "red"), "must lie beyond amber on the side of direction")
    if monitor.axis[0] >= monitor.axis[1]:
        yield Flaw((*path, "axis"), "must begin below its end")
    if monitor.n > monitor.m:
        yield Flaw((*path, "n"), "must not be more than m")
    if "{value}" not in monitor.sentence:
        yield Flaw((*path, "sentence"), 'needs "{value}" where the number goes')


def _effect(part: ScenarioPart, place: int, effect: EffectPart) -> Iterator[Flaw]:
    path: Path = ("effects", place)
    yield from _effect_days(part, path, effect)
    allowed = _LAYERS[effect.kind]
    if effect.layer not in allowed:
        listed = " or ".join(allowed)
        yield Flaw((*path, "layer"), f"of a {effect.kind} must be {listed}")
    if effect.kind in _SHARE_SIZED and not 0.0 < effect.size <= 1.0:
        yield Flaw((*path, "size"), "is a share of rows; it must be above 0 and at most 1")
    segments = {segment.name: segment.values for segment in part.population.segments}
    for name, value in effect.where.items():
        yield from _known((*path, "where", name), name, segments, "segment")
        if name in segments:
            yield from _known((*path, "where", name), value, segments[name], "segment value")
    yield from _effect_target(part, path, effect)


def _effect_target(part: ScenarioPart, path: Path, effect: EffectPart) -> Iterator[Flaw]:
    inside = (*path, "target")
    if effect.kind is EffectKind.MONITOR_SILENT:
        yield from _known(inside, effect.target, (each.id for each in part.monitors), "monitor")
    elif effect.kind is EffectKind.NEW_MIX:
        names = [segment.name for segment in part.population.segments]
        yield from _known(inside, effect.target, names, "segment")
        if list(effect.where) != [effect.target]:
            text = "must name the value of the target segment that grows"
            yield Flaw((*path, "where"), text)
    elif effect.kind is not EffectKind.BASE_RATE:
        yield from _known(inside, effect.target, _names(part), "feature")
        target = next((each for each in part.features if each.name == effect.target), None)
        if effect.where and target is not None and target.per is PerRow.LINE:
            text = "must be empty, because a feature of the line has no segment"
            yield Flaw((*path, "where"), text)


def _effect_days(part: ScenarioPart, path: Path, effect: EffectPart) -> Iterator[Flaw]:
    days, first = part.clock.days, part.clock.reference_days + 1
    end, full = effect.end or days, effect.full_from or effect.start
    if effect.start < first:
        text = f"must be day {first} or later, after the reference days"
        yield Flaw((*path, "start"), text)
    if effect.start > days:
        yield Flaw((*path, "start"), f"must not be after the last day, {days}")
    elif not effect.start <= end <= days:
        yield Flaw((*path, "end"), f"must lie between start and the last day, {days}")
    if not effect.start <= full <= max(end, effect.start):
        yield Flaw((*path, "full_from"), "must lie between start and end")


def _decisions(part: ScenarioPart) -> Iterator[Flaw]:
    for place, point in enumerate(part.decisions):
        path: Path = ("decisions", place)
        if not point.open.from_day <= point.open.until_day < part.clock.days:
            text = f"must begin before it ends, and end before the last day, {part.clock.days}"
            yield Flaw((*path, "open"), text)
        for number, option in enumerate(point.options):
            yield from _option(part, (*path, "options", number), option)


def _option(part: ScenarioPart, path: Path, option: OptionPart) -> Iterator[Flaw]:
    if option.does and option.takes_days < 1:
        text = "must be at least 1, because the day of the decision is already played"
        yield Flaw((*path, "takes_days"), text)
    for number, action in enumerate(option.does):
        yield from _action(part, (*path, "does", number), action)


def _action(part: ScenarioPart, path: Path, action: ActionPart) -> Iterator[Flaw]:
    inside = (*path, "target")
    if action.kind is ActionKind.SWITCH_VERSION:
        yield from _known(
            inside, action.target, (each.id for each in part.model.versions), "version"
        )
    elif action.kind is ActionKind.CANCEL_EFFECT:
        ids = [each.id for each in part.effects if each.layer is not Layer.MONITORING]
        yield from _known(inside, action.target, ids, "effect that can be ended")
    elif action.kind is ActionKind.CHANGE_CUTOFF and not 0.0 <= action.amount <= 1.0:
        yield Flaw((*path, "amount"), "must lie between 0 and 1, it is the new cut-off")
