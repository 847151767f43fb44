"""The daily drift table: every feature, as the model reads it, against its reference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop_studio.domain.scenario_kinds import Metric
from workshop_studio.simulation.metrics import (
    Reference,
    Value,
    failing_share,
    missing_share,
    out_of_range_share,
    prepare_reference,
    psi_quantile10,
    wasserstein_normed,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workshop_studio.domain.scenario import Feature, Scenario
    from workshop_studio.simulation.rows import Rows


@dataclass(frozen=True, slots=True)
class FeatureDrift:
    """One feature's daily numbers from the first day of the rows, one entry a day.

    psi, wasserstein_sd: dimensionless. missing, out_of_range, failing: shares from 0 to 1.
    rows: seen values a day, missing ones included.
    """

    name: str
    label: str
    psi: tuple[Value, ...]
    wasserstein_sd: tuple[Value, ...]
    missing: tuple[Value, ...]
    out_of_range: tuple[Value, ...]
    failing: tuple[Value, ...]
    rows: int

    def column(self, metric: Metric) -> tuple[Value, ...]:
        """Return the daily numbers of a metric on features; KeyError for any other metric."""
        return {
            Metric.PSI: self.psi,
            Metric.WASSERSTEIN_SD: self.wasserstein_sd,
            Metric.MISSING: self.missing,
            Metric.OUT_OF_RANGE: self.out_of_range,
            Metric.FAILING: self.failing,
        }[metric]

    def then(self, later: FeatureDrift) -> FeatureDrift:
        """Return these days with the last ones replaced by `later`."""
        keep = len(self.psi) - len(later.psi)
        return FeatureDrift(
            self.name,
            self.label,
            self.psi[:keep] + later.psi,
            self.wasserstein_sd[:keep] + later.wasserstein_sd,
            self.missing[:keep] + later.missing,
            self.out_of_range[:keep] + later.out_of_range,
            self.failing[:keep] + later.failing,
            self.rows,
        )


def references(scenario: Scenario, rows: Rows) -> dict[str, Reference]:
    """Return the prepared reference of each feature from the healthy rows."""
    return {
        feature.name: prepare_reference(rows.seen[feature.name]) for feature in scenario.features
    }


def drift_table(
    scenario: Scenario, rows: Rows, against: Mapping[str, Reference]
) -> tuple[FeatureDrift, ...]:
    """Return one FeatureDrift a feature, in the order of the scenario."""
    return tuple(_one(feature, rows, against[feature.name]) for feature in scenario.features)


def _one(feature: Feature, rows: Rows, reference: Reference) -> FeatureDrift:
    days = tuple(rows.seen[feature.name])
    low, high = feature.valid_low, feature.valid_high
    return FeatureDrift(
        feature.name,
        feature.label,
        tuple(psi_quantile10(reference, day) for day in days),
        tuple(wasserstein_normed(reference, day) for day in days),
        tuple(missing_share(day) for day in days),
        tuple(out_of_range_share(day, low, high) for day in days),
        tuple(failing_share(day, low, high) for day in days),
        int(days[0].size) if days else 0,
    )
