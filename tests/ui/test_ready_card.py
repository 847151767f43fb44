"""The short card before the start."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop_studio.domain.readiness import Look
from workshop_studio.ui.console.ready_card import ReadyCard
from workshop_studio.ui.theme.theme import Theme, ThemeChoice

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture
def card(qtbot, qapp):
    theme = Theme(RESOURCES, ThemeChoice.LIGHT)
    theme.choose(ThemeChoice.LIGHT, qapp)
    made = ReadyCard(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_in_the_narrow_column_the_worst_is_said_and_nothing_is_cut(card):
    card.take_measure(is_wide=False)
    card.show_summary(Look.ALERT, "1 not ready, 4 to look at")
    assert card.chip.words == "1 not ready"
    assert card.chip.toolTip() == "1 not ready, 4 to look at"
    assert card.minimumSizeHint().width() <= 296
    card.take_measure(is_wide=True)
    assert card.chip.words == "1 not ready, 4 to look at"
    assert card.chip.toolTip() == ""
