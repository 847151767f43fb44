"""From offers to counted outcomes, and from those to money and trust."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workshop_studio.simulation.inverse import standard_normal
from workshop_studio.simulation.model import chance_of_yes, offered_value
from workshop_studio.simulation.streams import Floats, uniforms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workshop_studio.domain.scenario import Scenario, Signal
    from workshop_studio.simulation.model import Offers
    from workshop_studio.simulation.rows import Rows

BUILT_IN = ("accepted", "rejected", "not_shown")


@dataclass(frozen=True, slots=True)
class Counts:
    """What came of the offers, per day, each of shape (days,).

    shares: quantity to its share of all lines. shown: lines with an offer. known, known_yes: shown
    lines whose outcome will be known, and those of them that were accepted.
    """

    shares: Mapping[str, Floats]
    shown: Floats
    known: Floats
    known_yes: Floats

    def then(self, later: Counts) -> Counts:
        """Return these days with the last ones replaced by `later`."""
        keep = len(self.shown) - len(later.shown)
        return Counts(
            {
                name: np.concatenate((share[:keep], later.shares[name]))
                for name, share in self.shares.items()
            },
            np.concatenate((self.shown[:keep], later.shown)),
            np.concatenate((self.known[:keep], later.known)),
            np.concatenate((self.known_yes[:keep], later.known_yes)),
        )


def count(scenario: Scenario, rows: Rows, offers: Offers) -> Counts:
    """Return the outcomes of the days; a shown offer is accepted when fate is below its chance."""
    lines = rows.fate.shape[1]
    accepted = (rows.fate < chance_of_yes(scenario, rows, offers)) & offers.is_shown
    shown = offers.is_shown.sum(axis=1).astype(np.float64)
    yes = accepted.sum(axis=1)
    known = offers.is_shown & rows.labelled
    shares = {
        "accepted": yes / lines,
        "rejected": (shown - yes) / lines,
        "not_shown": 1.0 - shown / lines,
        **_offered_shares(scenario, rows, offers),
    }
    return Counts(
        shares,
        shown,
        known.sum(axis=1).astype(np.float64),
        (accepted & rows.labelled).sum(axis=1).astype(np.float64),
    )


def expected_shares(scenario: Scenario, rows: Rows, offers: Offers) -> dict[str, float]:
    """Return the share of lines of each quantity, with chances of a yes instead of drawn answers.

    Used for the healthy reference, where the noise of drawn answers would shift every later day.
    """
    lines = rows.fate.size
    yes = float((chance_of_yes(scenario, rows, offers) * offers.is_shown).sum()) / lines
    shown = float(offers.is_shown.sum()) / lines
    shares = {"accepted": yes, "rejected": shown - yes, "not_shown": 1.0 - shown}
    offered = _offered_shares(scenario, rows, offers)
    return shares | {name: float(share.mean()) for name, share in offered.items()}


def _offered_shares(scenario: Scenario, rows: Rows, offers: Offers) -> dict[str, Floats]:
    shares = {}
    for quantity in scenario.policy.quantities:
        value = offered_value(rows, quantity.feature, offers.place)
        shares[quantity.name] = ((value > quantity.above) & offers.is_shown).mean(axis=1)
    return shares


def signal_values(
    scenario: Scenario, signal: Signal, counts: Counts, healthy: Mapping[str, float]
) -> Floats:
    """Return a business or trust number per day from day 1, in the signal's unit; shape (days,).

    base + scale x sum of coefficient x share of lines `lag_days` earlier + noise; before day 1 the
    shares are those of the reference. With `above_reference` the healthy value is taken off.
    """
    days = len(counts.shown)
    total = np.zeros(days)
    for name, coefficient in signal.parts:
        earlier = np.full(signal.lag_days, healthy[name])
        share = np.concatenate((earlier, counts.shares[name]))[:days]
        total += coefficient * (share - (healthy[name] if signal.above_reference else 0.0))
    uniform = uniforms(scenario.seed, range(1, days + 1), f"noise:{signal.id}", (1,))
    noise = signal.noise * standard_normal(uniform)[:, 0]
    return np.asarray(signal.base + signal.scale * total + noise)
