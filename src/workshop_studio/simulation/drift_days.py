"""The daily drift table: PSI and normed Wasserstein of every feature, with amber and red."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop_studio.domain.scenario_kinds import Metric, SignalState
from workshop_studio.simulation.metrics import Undefined

if TYPE_CHECKING:
    from workshop_studio.domain.scenario import Scenario
    from workshop_studio.simulation.drift import FeatureDrift
    from workshop_studio.simulation.metrics import Value

# Where a scenario has no monitor of its own; docs/references.md#psi and #wasserstein.
USUAL_LEVELS = {Metric.PSI: (0.1, 0.25), Metric.WASSERSTEIN_SD: (0.2, 0.5)}
METRICS = (Metric.PSI, Metric.WASSERSTEIN_SD)


@dataclass(frozen=True, slots=True)
class DriftCell:
    """One number of one day; state: QUIET, WATCH from amber on, ALERT from red on.

    value is None with CANNOT_COMPUTE. A single day is compared here, with no regard to its
    neighbours; whether an alarm stands is what the charts say.
    """

    value: float | None
    state: SignalState


@dataclass(frozen=True, slots=True)
class DriftColumn:
    """One metric of one feature over all days; place 0 is day 1. amber, red: its levels."""

    feature: str
    label: str
    metric: Metric
    amber: float
    red: float
    cells: tuple[DriftCell, ...]


def drift_columns(scenario: Scenario, drift: tuple[FeatureDrift, ...]) -> tuple[DriftColumn, ...]:
    """Return PSI and normed Wasserstein of every feature, in the order of the scenario."""
    columns = []
    for each in drift:
        for metric in METRICS:
            amber, red = _levels(scenario, each.name, metric)
            cells = tuple(_cell(value, amber, red) for value in each.column(metric))
            columns.append(DriftColumn(each.name, each.label, metric, amber, red, cells))
    return tuple(columns)


def _levels(scenario: Scenario, feature: str, metric: Metric) -> tuple[float, float]:
    for monitor in scenario.monitors:
        if monitor.metric is metric and monitor.target == feature:
            return monitor.amber, monitor.red
    return USUAL_LEVELS[metric]


def _cell(value: Value, amber: float, red: float) -> DriftCell:
    if isinstance(value, Undefined):
        return DriftCell(None, SignalState.CANNOT_COMPUTE)
    if value >= red:
        return DriftCell(value, SignalState.ALERT)
    return DriftCell(value, SignalState.WATCH if value >= amber else SignalState.QUIET)
