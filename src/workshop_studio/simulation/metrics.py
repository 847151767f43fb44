"""How far a day's values are from the reference: exact definitions, nothing approximated.

A value that cannot be computed is `Undefined` with its reason; no function here returns NaN.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from workshop_studio.simulation.streams import Floats

PSI_BINS = 10
PSI_FLOOR = 0.0001
CLIP_SHARES = (0.001, 0.999)


class Reason(StrEnum):
    """Why there is no number."""

    NO_VALUES = "no_values"
    ONE_BIN = "one_bin"
    NO_SPREAD = "no_spread"
    JOB_STOPPED = "job_stopped"
    SWITCHED_OFF = "switched_off"
    NOT_KNOWN_YET = "not_known_yet"


@dataclass(frozen=True, slots=True)
class Undefined:
    """A value that does not exist, and why."""

    reason: Reason


Value = float | Undefined


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference sample made ready for many comparisons.

    count: usable values, left_out: missing or infinite ones. edges: inner borders of the PSI bins;
    shares: share of the reference in each bin, floored; both empty when there is only one bin.
    low, high: the 0.1 % and 99.9 % quantiles. clipped: sorted values held to low and high.
    sd: population SD of the usable values before holding, in the feature's unit.
    """

    count: int
    left_out: int
    edges: Floats
    shares: Floats
    low: float
    high: float
    clipped: Floats
    sd: float


def usable(values: Floats) -> Floats:
    """Return the finite values in a flat array; missing and infinite ones are dropped."""
    flat = np.asarray(values, dtype=np.float64).ravel()
    return flat[np.isfinite(flat)]


def prepare_reference(values: Floats, bins: int = PSI_BINS) -> Reference:
    """Return the reference sample, shape (n,) in any unit, with its bins, limits and spread.

    Bins are quantiles of the reference (linear between order statistics), repeated edges merged,
    the outer ends open. Source: docs/references.md#psi and docs/references.md#wasserstein.
    """
    kept = usable(values)
    left_out = int(np.size(values)) - kept.size
    nothing = np.empty(0)
    if kept.size == 0:
        return Reference(0, left_out, nothing, nothing, 0.0, 0.0, nothing, 0.0)
    edges = np.unique(np.quantile(kept, np.linspace(0.0, 1.0, bins + 1)))[1:-1]
    low, high = (float(limit) for limit in np.quantile(kept, CLIP_SHARES))
    shares = _bin_shares(edges, kept) if edges.size else nothing
    clipped = np.sort(np.clip(kept, low, high))
    return Reference(kept.size, left_out, edges, shares, low, high, clipped, float(np.std(kept)))


def psi_quantile10(reference: Reference, values: Floats) -> Value:
    """Return the population stability index of a sample against the reference; dimensionless, >= 0.

    Sum over bins of (q - p) ln(q / p), p and q the shares of reference and sample in right-closed
    bins, a share of zero counted as 0.0001. Equal histograms give 0; a shift of d standard
    deviations of a bell-shaped feature gives about d squared. Undefined without values on either
    side, and when the reference fills fewer than two bins. Source: docs/references.md#psi.
    """
    kept = usable(values)
    if reference.count == 0 or kept.size == 0:
        return Undefined(Reason.NO_VALUES)
    if reference.edges.size == 0:
        return Undefined(Reason.ONE_BIN)
    shares = _bin_shares(reference.edges, kept)
    return float(np.sum((shares - reference.shares) * np.log(shares / reference.shares)))


def wasserstein(reference: Reference, values: Floats) -> Value:
    """Return the average distance that values have to travel, in the feature's unit.

    The area between the two cumulative curves, both samples held to the 0.1 % and 99.9 % quantiles
    of the reference first. Undefined without values. Source: docs/references.md#wasserstein.
    """
    kept = usable(values)
    if reference.count == 0 or kept.size == 0:
        return Undefined(Reason.NO_VALUES)
    sample = np.sort(np.clip(kept, reference.low, reference.high))
    both = np.concatenate((reference.clipped, sample))
    # A stable sort of two sorted runs is a merge, many times faster than looking each value up.
    order = np.argsort(both, kind="stable")
    before = np.cumsum(order < reference.count)[:-1]
    now = np.arange(1, both.size) - before
    return float(np.sum(np.abs(before / reference.count - now / kept.size) * np.diff(both[order])))


def wasserstein_normed(reference: Reference, values: Floats) -> Value:
    """Return the Wasserstein distance in standard deviations of the reference; 0.2 is "look".

    Undefined without values, and when the reference does not vary. Source:
    docs/references.md#wasserstein.
    """
    distance = wasserstein(reference, values)
    if isinstance(distance, Undefined):
        return distance
    if reference.sd == 0.0:
        return Undefined(Reason.NO_SPREAD)
    return distance / reference.sd


def missing_share(values: Floats) -> Value:
    """Return the share of values that are missing or infinite, 0 to 1; Undefined for no rows."""
    rows = int(np.size(values))
    return 1.0 - usable(values).size / rows if rows else Undefined(Reason.NO_VALUES)


def out_of_range_share(values: Floats, low: float, high: float) -> Value:
    """Return the share of present values outside low to high (both allowed), 0 to 1.

    Missing values count neither way; Undefined when no value is present.
    """
    kept = usable(values)
    if kept.size == 0:
        return Undefined(Reason.NO_VALUES)
    return float(np.count_nonzero((kept < low) | (kept > high)) / kept.size)


def failing_share(values: Floats, low: float, high: float) -> Value:
    """Return the share of all rows that are missing or outside low to high, 0 to 1."""
    flat = np.asarray(values).ravel()
    if flat.size == 0:
        return Undefined(Reason.NO_VALUES)
    return float(1.0 - np.count_nonzero((flat >= low) & (flat <= high)) / flat.size)


def _bin_shares(edges: Floats, values: Floats) -> Floats:
    """Return the floored share of values in each right-closed bin, shape (edges + 1,)."""
    place = np.searchsorted(edges, values, side="left")
    counts = np.bincount(place, minlength=edges.size + 1)
    shares = counts / values.size
    return np.where(counts == 0, PSI_FLOOR, shares)
