from __future__ import annotations

from math import log

import numpy as np
import pytest
from small_scenario import make_monitor, make_scenario

from workshop_studio.domain.scenario_kinds import Metric, SignalState
from workshop_studio.simulation.drift import FeatureDrift
from workshop_studio.simulation.drift_days import drift_columns
from workshop_studio.simulation.metrics import (
    Reason,
    Undefined,
    prepare_reference,
    psi_quantile10,
    wasserstein_normed,
)
from workshop_studio.simulation.play import simulate

EIGHT = np.arange(8.0)


def a_table(psi, distance, name="price"):
    nothing = (0.0,) * len(psi)
    return (FeatureDrift(name, name, psi, distance, nothing, nothing, nothing, 1000),)


def columns(psi, distance, monitors=()):
    scenario = make_scenario(monitors=tuple(monitors) or (make_monitor(Metric.SIGNAL, "loss"),))
    return drift_columns(scenario, a_table(psi, distance))


def test_each_feature_has_psi_and_wasserstein_for_each_day():
    scenario = make_scenario()
    table = drift_columns(scenario, simulate(scenario).drift)
    assert [(each.feature, each.metric) for each in table] == [
        (name, metric)
        for name in ("price", "size", "basket")
        for metric in (Metric.PSI, Metric.WASSERSTEIN_SD)
    ]
    assert {len(each.cells) for each in table} == {12}


def test_the_numbers_of_the_table_are_those_of_a_hand_calculation():
    # Two bins around 3.5, half of the reference in each; three quarters of the day lie below.
    reference = prepare_reference(EIGHT, bins=2)
    day = np.array([0.0, 1.0, 2.0, 3.0, 3.0, 2.0, 5.0, 6.0])
    psi = 0.25 * log(0.75 / 0.5) - 0.25 * log(0.25 / 0.5)  # 0.27465
    assert psi_quantile10(reference, day) == pytest.approx(psi)
    # Shifted by one, held to the reference's 99.9 % quantile 6.993 (0.1 %: 0.007).
    # Sorted pairs lie 0.993, five times 1, 1 and 0 apart: 6.993 / 8 is the raw distance.
    shifted = EIGHT + 1.0
    spread = (63 / 12) ** 0.5  # the SD of 0 to 7 is the root of (8 x 8 - 1) / 12
    held = np.clip(EIGHT, 0.007, 6.993), np.clip(shifted, 0.007, 6.993)
    raw = sum(abs(a - b) for a, b in zip(*held, strict=True)) / 8
    assert raw == pytest.approx((0.993 + 5 * 1.0 + 0.993 + 0.0) / 8)
    assert wasserstein_normed(prepare_reference(EIGHT), shifted) == pytest.approx(raw / spread)


def test_amber_and_red_are_reached_on_the_level_itself():
    psi, distance = columns((0.09, 0.10, 0.25), (0.19, 0.20, 0.50))
    wanted = [SignalState.QUIET, SignalState.WATCH, SignalState.ALERT]
    assert [cell.state for cell in psi.cells] == wanted
    assert [cell.state for cell in distance.cells] == wanted


def test_a_monitor_of_the_same_number_sets_the_levels():
    monitor = make_monitor(Metric.PSI, "price", amber=0.3, red=0.6)
    psi, distance = columns((0.29, 0.3, 0.6), (0.0, 0.0, 0.0), [monitor])
    assert (psi.amber, psi.red) == (0.3, 0.6)
    assert (distance.amber, distance.red) == (0.2, 0.5)
    assert [cell.state for cell in psi.cells] == [
        SignalState.QUIET,
        SignalState.WATCH,
        SignalState.ALERT,
    ]


def test_a_day_without_a_number_says_so():
    psi, _ = columns((Undefined(Reason.NO_VALUES), 0.0), (0.0, 0.0))
    assert psi.cells[0].value is None
    assert psi.cells[0].state is SignalState.CANNOT_COMPUTE
