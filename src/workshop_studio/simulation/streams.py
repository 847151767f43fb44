"""Random numbers that belong to a place: one stream for each seed, day and column.

Because no stream depends on another, any window of days computed alone equals the cut of the whole,
and a decision changes what follows from the rows but never the rows themselves.
"""

from __future__ import annotations

import zlib

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Indices = NDArray[np.intp]

REFERENCE_DAY = 0


def uniforms(seed: int, days: range, column: str, shape: tuple[int, ...]) -> Floats:
    """Return numbers between 0 (included) and 1 (excluded), shape (len(days), *shape).

    days: from 1; REFERENCE_DAY is the sample from before the first day. The stream of a day is
    keyed by (seed, day, CRC-32 of the column's name) and read through `random()` only, so that no
    change of a library's distributions can alter a scenario.
    """
    name = zlib.crc32(column.encode("utf-8"))
    drawn = np.empty((len(days), *shape))
    for place, day in enumerate(days):
        key = np.random.SeedSequence((seed, day, name))
        np.random.Generator(np.random.PCG64(key)).random(out=drawn[place])
    return drawn
