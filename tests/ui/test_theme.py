from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo

from workshop_studio.ui.theme.style_sheet import style_sheet
from workshop_studio.ui.theme.theme import Theme, ThemeChoice
from workshop_studio.ui.theme.tokens import load_tokens

RESOURCES = Path(__file__).parents[2] / "resources"
TOKENS = load_tokens(RESOURCES / "theme" / "tokens.json")
STATES = ("quiet", "watch", "alert", "recovering", "not-enough-data", "cannot-compute")
FLOORS = (("light", 4.5), ("dark", 4.5), ("stage", 7.0))


def luminance(colour: str) -> float:
    """Relative luminance of sRGB, WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def text_pairs() -> list[tuple[str, str]]:
    grounds = ("canvas", "surface", "sunken", "hover")
    pairs = [(text, ground) for text in ("text", "text-2", "text-3") for ground in grounds]
    pairs += [("accent-text", ground) for ground in ("canvas", "surface", "accent-soft")]
    pairs += [("on-accent", "accent"), ("text", "accent-soft"), ("text-2", "accent-soft")]
    for state in STATES:
        pairs += [(state, f"{state}-soft"), (state, "surface"), (state, "canvas")]
    return pairs


def test_the_contrast_formula_gives_the_published_values():
    # WCAG: black on white is 21:1; #767676 is the lightest grey with 4.5:1 on white (4.54).
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(("theme", "floor"), FLOORS)
@pytest.mark.parametrize(("text", "ground"), text_pairs())
def test_text_can_be_read_on_its_ground(theme, floor, text, ground):
    colours = TOKENS.colours[theme]
    assert contrast(colours[text], colours[ground]) >= floor


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_private_words_can_be_read_on_sand(theme):
    colours = TOKENS.colours[theme]
    assert contrast(colours["private"], colours["private-soft"]) >= 4.5


def test_the_stage_has_no_colour_for_private_things():
    assert not [role for role in TOKENS.colours["stage"] if role.startswith("private")]


@pytest.mark.parametrize("theme", ["light", "dark", "stage"])
def test_edges_focus_and_lines_stand_out_from_the_surface(theme):
    colours = TOKENS.colours[theme]
    seen = [colours["control"], colours["focus"], *TOKENS.series[theme]]
    assert min(contrast(colour, colours["surface"]) for colour in seen) >= 3.0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_team_letter_can_be_read_on_its_badge(theme):
    surface = TOKENS.colours[theme]["surface"]
    assert min(contrast(colour, surface) for colour in TOKENS.teams[theme].values()) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_style_sheet_has_a_value_for_every_token(theme):
    sheet = style_sheet(TOKENS, theme)
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")


def test_a_rule_with_an_unknown_token_is_refused():
    colours = dict(TOKENS.colours["light"])
    del colours["accent"]
    poorer = load_tokens(RESOURCES / "theme" / "tokens.json")
    poorer.colours["light"] = colours
    with pytest.raises(KeyError):
        style_sheet(poorer, "light")


def test_both_faces_are_registered_and_used(qapp):
    theme = Theme(RESOURCES, ThemeChoice.LIGHT)
    assert {"Inter", "Source Serif 4"} <= set(QFontDatabase.families())
    assert QFontInfo(theme.font("body")).family() == "Inter"
    assert QFontInfo(theme.font("title")).family() == "Source Serif 4"


def test_a_chosen_theme_does_not_follow_the_system(qapp):
    theme = Theme(RESOURCES, ThemeChoice.LIGHT)
    heard = []
    theme.changed.connect(lambda: heard.append(theme.name))
    theme.choose(ThemeChoice.DARK, qapp)
    assert theme.name == "dark"
    assert heard == ["dark"]


def test_every_icon_can_be_drawn_in_a_colour(qapp):
    theme = Theme(RESOURCES, ThemeChoice.LIGHT)
    ink = theme.colour("alert")
    for file in (RESOURCES / "icons").glob("*.svg"):
        image = theme.pixmap(file.stem, ink, 18, 2.0).toImage()
        pixels = [image.pixelColor(x, y) for x in range(36) for y in range(36)]
        strong = [p for p in pixels if p.alphaF() > 0.9]
        assert strong, file.stem
        assert all(abs(p.red() - ink.red()) < 12 for p in strong), file.stem
