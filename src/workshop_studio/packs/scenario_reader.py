"""Reads a scenario file (YAML, data only) into domain values, with every mistake and its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_studio.domain import scenario as made
from workshop_studio.domain.errors import PackRejected
from workshop_studio.packs.scenario_checks import flaws
from workshop_studio.packs.scenario_models import (
    DistPart,
    EffectPart,
    FeaturePart,
    MonitorPart,
    OptionPart,
    ScenarioPart,
    SignalPart,
)
from workshop_studio.packs.yaml_file import read_yaml, validate

if TYPE_CHECKING:
    from pathlib import Path


def read_scenario(path: Path) -> made.Scenario:
    """Return the scenario in a file of format 1.

    Raises PackRejected with all problems, each with the file's name and its line: those of the YAML
    itself, else those of single fields, else those of parts that do not fit together.
    """
    document, problems = read_yaml(path, path.name)
    if document is None:
        raise PackRejected(problems)
    part, problems = validate(document, ScenarioPart)
    if part is None:
        raise PackRejected(problems)
    problems = [
        document.problem(f"`{'.'.join(map(str, flaw.path))}` {flaw.text}", *flaw.path)
        for flaw in flaws(part)
    ]
    if problems:
        raise PackRejected(problems)
    return _scenario(part)


def _scenario(part: ScenarioPart) -> made.Scenario:
    clock = part.clock
    return made.Scenario(
        id=part.id,
        title=part.title,
        product=part.product,
        premise=part.premise,
        objectives=tuple(part.objectives),
        seed=part.seed,
        clock=made.ScenarioClock(
            clock.days, clock.reference_days, clock.seconds_per_day, clock.start_date.isoformat()
        ),
        population=_population(part),
        features=tuple(_feature(each) for each in part.features),
        model=_model(part),
        truth=made.Truth(part.truth.intercept, tuple(part.truth.weights.items())),
        labels=made.Labels(part.labels.delay_days, part.labels.coverage),
        policy=made.Policy(
            part.policy.action,
            tuple(made.RowQuantity(q.name, q.feature, q.above) for q in part.policy.quantities),
        ),
        kpis=tuple(_signal(each) for each in part.kpis),
        trust=tuple(_signal(each) for each in part.trust),
        monitors=tuple(_monitor(each) for each in part.monitors),
        effects=tuple(_effect(each, clock.days) for each in part.effects),
        decisions=tuple(
            made.DecisionPoint(
                point.id,
                point.open.from_day,
                point.open.until_day,
                point.question,
                tuple(_option(each) for each in point.options),
            )
            for point in part.decisions
        ),
        truth_card=made.TruthCard(part.truth_card.cause, tuple(part.truth_card.notes)),
    )


def _population(part: ScenarioPart) -> made.Population:
    population = part.population
    return made.Population(
        population.rows_per_day,
        population.reference_rows,
        population.candidates,
        population.stands_for,
        tuple(
            made.Segment(each.name, each.label, tuple(each.values), tuple(each.shares))
            for each in population.segments
        ),
    )


def _dist(part: DistPart) -> made.Dist:
    return made.Dist(part.kind, part.centre, part.width)


def _feature(part: FeaturePart) -> made.Feature:
    return made.Feature(
        name=part.name,
        label=part.label,
        unit=part.unit,
        per=part.per,
        dist=_dist(part.dist),
        by_segment=tuple(
            (segment, value, _dist(dist))
            for segment, dists in part.by_segment.items()
            for value, dist in dists.items()
        ),
        valid_low=part.valid_range[0],
        valid_high=part.valid_range[1],
        missing=part.missing,
        transform=part.transform,
        assumed=part.assumed,
    )


def _model(part: ScenarioPart) -> made.Model:
    return made.Model(
        part.model.cutoff,
        tuple(
            made.ModelVersion(
                each.id,
                each.label,
                each.intercept,
                tuple(each.weights.items()),
                tuple(each.not_reached_by),
            )
            for each in part.model.versions
        ),
    )


def _signal(part: SignalPart) -> made.Signal:
    return made.Signal(
        id=part.id,
        label=part.label,
        unit=part.unit,
        parts=tuple(part.parts.items()),
        scale=part.scale,
        base=part.base,
        lag_days=part.lag_days,
        noise=part.noise,
        above_reference=part.above_reference,
    )


def _monitor(part: MonitorPart) -> made.Monitor:
    return made.Monitor(
        id=part.id,
        family=part.family,
        title=part.title,
        subtitle=part.subtitle,
        metric=part.metric,
        target=part.target,
        unit=part.unit,
        decimals=part.decimals,
        times=part.times,
        amber=part.amber,
        red=part.red,
        direction=part.direction,
        low=part.axis[0],
        high=part.axis[1],
        sentence=part.sentence,
        headline=part.headline,
        min_rows=part.min_rows,
        raise_of=(part.n, part.m),
        clear_days=part.clear,
        owner_role=part.owner_role,
    )


def _effect(part: EffectPart, days: int) -> made.Effect:
    return made.Effect(
        id=part.id,
        kind=part.kind,
        target=part.target,
        where=tuple(part.where.items()),
        layer=part.layer,
        start=part.start,
        full_from=part.full_from or part.start,
        end=part.end or days,
        shape=part.shape,
        size=part.size,
        factor=part.factor,
        is_harmless=part.harmless,
        note=part.note,
    )


def _option(part: OptionPart) -> made.Option:
    return made.Option(
        id=part.id,
        label=part.label,
        hint=part.hint,
        takes_days=part.takes_days,
        reversible=part.reversible,
        cost_once=part.cost.once,
        cost_per_day=part.cost.per_day,
        does=tuple(made.Action(each.kind, each.target, each.amount) for each in part.does),
        side_effects=tuple(part.side_effects),
        say=part.say,
    )
