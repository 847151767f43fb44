"""From daily readings to a state: levels that know the number of rows, raising and clearing.

One bad day raises nothing: a level counts as reached when it is passed on 2 of the last 3 days that
have a number. An alarm ends after 2 such days in a row on the good side of a stricter level.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from workshop_studio.domain.scenario_kinds import Direction, SignalState
from workshop_studio.simulation.metrics import Reason, Undefined, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MIN_ROWS = 200
RAISE_OF = (2, 3)
CLEAR_DAYS = 2
CLEAR_SHARE = 0.8

# Quantiles of chi-square at 0.999 for 1 to 9 degrees of freedom, docs/references.md#chi-square.
_CHI2_999 = (10.828, 13.816, 16.266, 18.467, 20.515, 22.458, 24.322, 26.124, 27.877)
_NORMAL_999 = 3.0902323061678132


@dataclass(frozen=True, slots=True)
class Levels:
    """The levels of one chart, in its unit; clear: where an alarm may end."""

    amber: float
    red: float
    clear: float
    direction: Direction
    min_rows: int = MIN_ROWS
    raise_of: tuple[int, int] = RAISE_OF
    clear_days: int = CLEAR_DAYS

    def passes(self, value: float, level: float) -> bool:
        """Return whether a value has reached a level on the side on which to act."""
        return value >= level if self.direction is Direction.ABOVE else value <= level

    def is_clear(self, value: float) -> bool:
        """Return whether a value lies strictly on the good side of the clearing level."""
        return value < self.clear if self.direction is Direction.ABOVE else value > self.clear


@dataclass(frozen=True, slots=True)
class Reading:
    """One day's value, in the chart's unit, and the rows that it rests on."""

    value: Value
    rows: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """The state on one day.

    since: first day of the unbroken run of this state. days_over_amber, days_over_red: days in a
    row up to this one, counting only days with a number, on which the level was passed; 0 on a day
    without a number.
    """

    state: SignalState
    since: int
    days_over_amber: int = 0
    days_over_red: int = 0


def chi2_999(degrees: int) -> float:
    """Return the 99.9 % quantile of chi-square, approximated from 10 degrees of freedom on.

    Wilson-Hilferty: d (1 - 2 / (9 d) + z sqrt(2 / (9 d)))^3 with z the normal quantile.
    Source: docs/references.md#chi-square.
    """
    if degrees <= len(_CHI2_999):
        return _CHI2_999[degrees - 1]
    part = 2.0 / (9.0 * degrees)
    return float(degrees * (1.0 - part + _NORMAL_999 * part**0.5) ** 3)


def psi_noise_limit(bins: int, reference_rows: int, rows: int) -> float:
    """Return the PSI that 999 of 1,000 healthy days stay below: chi2_999(bins - 1) x (1/N + 1/M).

    bins: at least 2; both row counts above 0. Source: docs/references.md#psi-noise.
    """
    return chi2_999(bins - 1) * (1.0 / reference_rows + 1.0 / rows)


def clear_level(amber: float, direction: Direction, healthy: float) -> float:
    """Return where an alarm may end: 80 % of amber, measured from zero or from the healthy value.

    Above: 0.8 x amber. Below: amber plus a fifth of the way back to `healthy`.
    """
    if direction is Direction.ABOVE:
        return CLEAR_SHARE * amber
    return amber + (1.0 - CLEAR_SHARE) * (healthy - amber)


def judge(readings: Sequence[Reading], levels: Levels) -> tuple[Verdict, ...]:
    """Return one verdict a day, from day 1; each looks only at its own day and earlier ones.

    Watch: amber is raised. Alert: red is raised. Recovering: raised, but today does not pass amber.
    An alert ends only by clearing, never by falling to a watch. A day without a number or with
    fewer than `min_rows` rows says so, changes nothing and is skipped when days are counted.
    """
    verdicts: list[Verdict] = []
    values: list[float] = []
    raised: SignalState | None = None
    for reading in readings:
        blank = _blank_state(reading, levels)
        if blank is not None or isinstance(reading.value, Undefined):
            _append(verdicts, blank or SignalState.CANNOT_COMPUTE)
            continue
        values.append(reading.value)
        raised = _raised(values, levels, raised)
        state = raised or SignalState.QUIET
        if raised is not None and not levels.passes(reading.value, levels.amber):
            state = SignalState.RECOVERING
        _append(verdicts, state, values, levels)
    return tuple(verdicts)


def _blank_state(reading: Reading, levels: Levels) -> SignalState | None:
    if isinstance(reading.value, Undefined):
        waiting = reading.value.reason is Reason.NOT_KNOWN_YET
        return SignalState.NOT_ENOUGH_DATA if waiting else SignalState.CANNOT_COMPUTE
    return SignalState.NOT_ENOUGH_DATA if reading.rows < levels.min_rows else None


def _raised(
    values: Sequence[float], levels: Levels, before: SignalState | None
) -> SignalState | None:
    needed, window = levels.raise_of
    recent = values[-window:]
    calm = values[-levels.clear_days :]
    if len(calm) == levels.clear_days and all(levels.is_clear(value) for value in calm):
        return None
    if sum(levels.passes(value, levels.red) for value in recent) >= needed:
        return SignalState.ALERT
    if before is None and sum(levels.passes(value, levels.amber) for value in recent) >= needed:
        return SignalState.WATCH
    return before


def _append(
    verdicts: list[Verdict],
    state: SignalState,
    values: Sequence[float] = (),
    levels: Levels | None = None,
) -> None:
    day = len(verdicts) + 1
    since = verdicts[-1].since if verdicts and verdicts[-1].state is state else day
    if levels is None:
        verdicts.append(Verdict(state, since))
        return
    verdicts.append(
        Verdict(
            state,
            since,
            _run(levels.passes(value, levels.amber) for value in reversed(values)),
            _run(levels.passes(value, levels.red) for value in reversed(values)),
        )
    )


def _run(newest_first: Iterable[bool]) -> int:
    """Return how many marks are true before the first that is not."""
    return sum(1 for _ in takewhile(bool, newest_first))
