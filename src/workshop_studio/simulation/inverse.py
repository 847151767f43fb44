"""From uniform numbers to values, through tables of the inverse distribution.

Source: inverse transform sampling, docs/references.md#inverse-transform.
"""

from __future__ import annotations

from functools import cache
from math import erf, exp, sqrt
from typing import TYPE_CHECKING

import numpy as np

from workshop_studio.domain.scenario_kinds import DistKind

if TYPE_CHECKING:
    from workshop_studio.simulation.streams import Floats

_CELLS = 1 << 16
_FARTHEST_SD = 5.0


@cache
def _normal_table() -> Floats:
    """Return the standard normal quantiles at the cell borders, shape (cells + 1,)."""
    spots = np.linspace(-_FARTHEST_SD, _FARTHEST_SD, 8001)
    shares = np.array([0.5 * (1.0 + erf(spot / sqrt(2.0))) for spot in spots])
    borders = np.linspace(0.0, 1.0, _CELLS + 1)
    borders[0], borders[-1] = 0.5 / _CELLS, 1.0 - 0.5 / _CELLS
    table = np.interp(borders, shares, spots)
    table.setflags(write=False)
    return table


@cache
def _poisson_table(mean: float) -> Floats:
    """Return P(X <= k) for k = 0, 1, ... up to the far tail; shape (k,)."""
    probability, total, shares = exp(-mean), 0.0, []
    for count in range(int(mean + 12.0 * sqrt(mean) + 12.0)):
        total += probability
        shares.append(total)
        probability *= mean / (count + 1)
    table = np.array(shares)
    table.setflags(write=False)
    return table


def standard_normal(uniform: Floats) -> Floats:
    """Return standard normal values of the same shape, about 4.3 SD at the farthest."""
    table = _normal_table()
    scaled = uniform * _CELLS
    cell = scaled.astype(np.intp)
    left = table[cell]
    return np.asarray(left + (scaled - cell) * (table[cell + 1] - left))


def values_of(
    kind: DistKind, centre: Floats | float, width: Floats | float, uniform: Floats
) -> Floats:
    """Return values of one distribution, in the unit of its centre, same shape as `uniform`.

    normal: centre is the mean, width the SD. lognormal: centre is the median, width the SD of the
    natural logarithm. poisson: centre is the mean (one number below 500), width is not used.
    """
    if kind is DistKind.POISSON:
        table = _poisson_table(float(centre))
        return np.searchsorted(table[:-1], uniform, side="right").astype(np.float64)
    if kind is DistKind.LOGNORMAL:
        return np.asarray(centre * np.exp(width * standard_normal(uniform)))
    return np.asarray(centre + width * standard_normal(uniform))
