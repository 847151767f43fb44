from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest

from workshop_studio.domain.scenario_kinds import SignalState
from workshop_studio.domain.timer import TimerPhase
from workshop_studio.ui.kit.state_chip import StateChip
from workshop_studio.ui.kit.states import PHASES, STATES, appearance_of
from workshop_studio.ui.theme.theme import Theme, ThemeChoice

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="module")
def theme(qapp):
    theme = Theme(RESOURCES, ThemeChoice.LIGHT)
    theme.choose(ThemeChoice.LIGHT, qapp)
    return theme


@pytest.mark.parametrize("part", ["word", "shape", "role"])
def test_no_two_states_share_word_shape_or_colour(part):
    values = [getattr(look, part) for look in STATES.values()]
    assert len(set(values)) == len(values) == 6


@pytest.mark.parametrize("state", list(SignalState))
def test_every_verdict_of_the_domain_has_an_appearance(state):
    assert appearance_of(state.value).word


def test_every_timer_phase_has_the_words_and_colour_of_the_design():
    assert set(PHASES) == set(TimerPhase)
    written = json.loads((RESOURCES / "theme" / "tokens.json").read_text(encoding="utf-8"))
    for phase, look in PHASES.items():
        assert (look.word, look.role) == (
            written["timer"][phase.value]["word"],
            written["timer"][phase.value]["colour"],
        )


@pytest.mark.parametrize("name", ["light", "dark", "stage"])
def test_every_state_has_a_colour_and_a_soft_fill_in_every_theme(theme, name):
    for look in STATES.values():
        colours = theme.tokens.colours[name]
        assert colours[look.role] != colours[f"{look.role}-soft"]


def test_an_unknown_state_is_refused():
    with pytest.raises(KeyError):
        appearance_of("splendid")


def test_a_chip_says_more_than_its_state_when_told(qtbot, theme):
    chip = StateChip(theme)
    qtbot.addWidget(chip)
    chip.show_state("alert")
    narrow = chip.sizeHint().width()
    chip.show_state("alert", "Alert, day 6")
    assert chip.words == chip.accessibleName() == "Alert, day 6"
    assert chip.sizeHint().width() > narrow


def test_states_can_be_told_apart_without_colour(qtbot, theme):
    pictures = {}
    for state in STATES:
        chip = StateChip(theme, scale=2.0)
        qtbot.addWidget(chip)
        chip.show_state(state, "x")
        chip.resize(chip.sizeHint())
        image = chip.grab().toImage()
        ink = theme.colour(STATES[state].role)
        pictures[state] = {
            (x, y)
            for x in range(12, 44)
            for y in range(image.height())
            if abs(image.pixelColor(x, y).lightness() - ink.lightness()) < 30
        }
    for one, other in itertools.combinations(pictures.values(), 2):
        # A twentieth of the 24 by 24 pixels of a shape.
        assert len(one ^ other) >= 29
