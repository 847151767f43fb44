"""A scenario small enough to reason about; name only what the test is about."""

from __future__ import annotations

from workshop_studio.domain.scenario import (
    Action,
    DecisionPoint,
    Dist,
    Effect,
    Feature,
    Labels,
    Model,
    ModelVersion,
    Monitor,
    Option,
    Policy,
    Population,
    RowQuantity,
    Scenario,
    ScenarioClock,
    Segment,
    Signal,
    Truth,
    TruthCard,
)
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


def make_feature(name="price", **changes):
    facts = {
        "name": name,
        "label": name,
        "unit": "%",
        "per": PerRow.CANDIDATE,
        "dist": Dist(DistKind.NORMAL, 10.0, 4.0),
        "by_segment": (),
        "valid_low": -50.0,
        "valid_high": 100.0,
        "missing": 0.0,
        "transform": Transform.NONE,
        "assumed": 10.0,
    }
    return Feature(**facts | changes)


def make_effect(kind=EffectKind.SHIFT, **changes):
    facts = {
        "id": f"the-{kind}",
        "kind": kind,
        "target": "price",
        "where": (),
        "layer": Layer.WORLD,
        "start": 6,
        "full_from": 6,
        "end": 12,
        "shape": Shape.STEP,
        "size": 4.0,
        "factor": 1.0,
        "is_harmless": False,
        "note": "",
    }
    return Effect(**facts | changes)


def make_monitor(metric=Metric.PSI, target="price", **changes):
    facts = {
        "id": f"{metric}-{target}",
        "family": Family.INPUT_DRIFT,
        "title": "Prices",
        "subtitle": "as read",
        "metric": metric,
        "target": target,
        "unit": "",
        "decimals": 2,
        "times": 1.0,
        "amber": 0.1,
        "red": 0.25,
        "direction": Direction.ABOVE,
        "low": 0.0,
        "high": 1.0,
        "sentence": "Prices moved by {value}",
        "headline": "prices moved",
        "min_rows": 200,
        "raise_of": (2, 3),
        "clear_days": 2,
        "owner_role": "",
    }
    return Monitor(**facts | changes)


def make_signal(name="loss", **changes):
    facts = {
        "id": name,
        "label": name,
        "unit": "€",
        "parts": (("rejected", 2.0), ("not_shown", 1.0)),
        "scale": 1000.0,
        "base": 0.0,
        "lag_days": 0,
        "noise": 0.0,
        "above_reference": True,
    }
    return Signal(**facts | changes)


STOPPING = (Action(ActionKind.STOP),)


def make_option(name="stop", takes_days=1, does=STOPPING, **changes):
    facts = {
        "id": name,
        "label": name,
        "hint": "",
        "takes_days": takes_days,
        "reversible": True,
        "cost_once": 0.0,
        "cost_per_day": 0.0,
        "does": does,
        "side_effects": (),
        "say": "",
    }
    return Option(**facts | changes)


EVERY_MONITOR = (
    make_monitor(),
    make_monitor(Metric.WASSERSTEIN_SD, amber=0.2, red=0.5),
    make_monitor(Metric.WASSERSTEIN_SD, "size", amber=0.2, red=0.5),
    make_monitor(Metric.MISSING, "size", amber=0.05, red=0.15),
    make_monitor(Metric.OUT_OF_RANGE, "size", amber=0.01, red=0.05),
    make_monitor(Metric.FAILING, "size", amber=0.05, red=0.15),
    make_monitor(Metric.SCORE_PSI, ""),
    make_monitor(Metric.ACCEPTED, "", amber=0.3, red=0.2, direction=Direction.BELOW),
    make_monitor(Metric.SHARE, "dear", amber=0.5, red=0.6),
    make_monitor(Metric.SIGNAL, "loss", amber=1000.0, red=2000.0),
)

EVERY_OPTION = (
    make_option("watch", 0, ()),
    make_option("stop"),
    make_option("older", 2, (Action(ActionKind.SWITCH_VERSION, "old"),), cost_once=500.0),
    make_option("strict", 1, (Action(ActionKind.CHANGE_CUTOFF, amount=0.8),)),
    make_option("sieve", 3, (Action(ActionKind.LEAVE_OUT_FAILING),), cost_per_day=70.0),
)


def make_scenario(effects=(), options=EVERY_OPTION, **changes):
    weights = (("price", -0.1), ("size", -0.5), ("basket", 0.01))
    facts = {
        "id": "small",
        "title": "Small",
        "product": "Small 1",
        "premise": "A small world.",
        "objectives": ("See it.",),
        "seed": 3,
        "clock": ScenarioClock(12, 5, 20, "2026-03-02"),
        "population": Population(
            300, 1500, 2, 1000.0, (Segment("pack", "pack", ("single", "bulk"), (0.8, 0.2)),)
        ),
        "features": (
            make_feature(),
            make_feature(
                "size",
                dist=Dist(DistKind.LOGNORMAL, 1.0, 0.3),
                by_segment=(("pack", "bulk", Dist(DistKind.LOGNORMAL, 40.0, 0.2)),),
                valid_low=0.1,
                valid_high=200.0,
                missing=0.02,
                transform=Transform.ABS_LOG,
                assumed=1.0,
            ),
            make_feature("basket", per=PerRow.LINE, dist=Dist(DistKind.POISSON, 20.0, 0.0)),
        ),
        "model": Model(
            0.4,
            (
                ModelVersion("new", "New", 1.4, weights, ()),
                ModelVersion("old", "Old", 1.0, (("price", -0.05),), ()),
            ),
        ),
        "truth": Truth(1.4, weights),
        "labels": Labels(1, 0.9),
        "policy": Policy("Offer.", (RowQuantity("dear", "price", 12.0),)),
        "kpis": (make_signal(),),
        "trust": (),
        "monitors": EVERY_MONITOR,
        "effects": tuple(effects),
        "decisions": (DecisionPoint("d", 2, 11, "What now?", tuple(options)),),
        "truth_card": TruthCard("Nothing.", ()),
    }
    return Scenario(**facts | changes)
