"""How strong an effect is on each day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from workshop_studio.domain.scenario_kinds import Shape

if TYPE_CHECKING:
    from workshop_studio.domain.scenario import Effect
    from workshop_studio.simulation.streams import Floats


def strength(effect: Effect, days: range) -> Floats:
    """Return the strength from 0 to 1 on each day, shape (len(days),); 0 outside start to end.

    step: full at once. linear: equal steps from start to full_from, which is the first full day.
    sigmoid: 1 / (1 + exp(-4 (day - middle) / width)) between start and full_from, the form of a
    gradual change in docs/references.md#gradual-change; full afterwards.
    """
    day = np.asarray(days, dtype=np.float64)
    width = float(effect.full_from - effect.start)
    if effect.shape is Shape.LINEAR:
        grown = np.clip((day - effect.start + 1.0) / (width + 1.0), 0.0, 1.0)
    elif effect.shape is Shape.SIGMOID and width > 0:
        middle = (effect.start + effect.full_from) / 2.0
        grown = 1.0 / (1.0 + np.exp(-4.0 * (day - middle) / width))
        grown = np.where(day >= effect.full_from, 1.0, grown)
    else:
        grown = np.ones_like(day)
    acting = (day >= effect.start) & (day <= effect.end)
    return np.where(acting, grown, 0.0)
