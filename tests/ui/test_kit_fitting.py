from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

from workshop_studio.ui.kit.fitting import break_lines, fit_text, fitted_size, text_width
from workshop_studio.ui.theme.theme import Theme, ThemeChoice

RESOURCES = Path(__file__).parents[2] / "resources"
TEXTS = st.lists(
    st.text(
        st.characters(codec="utf-8", categories=("L", "N", "P", "So")), min_size=1, max_size=14
    ),
    max_size=25,
).map(" ".join)
calmly = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def font(qapp) -> QFont:
    return Theme(RESOURCES, ThemeChoice.LIGHT).font("line", "stage at 1080")


def at(font: QFont, size_px: int) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(size_px)
    return sized


@calmly
@given(text=TEXTS, width=st.integers(120, 1700), height=st.integers(40, 700))
def test_a_text_that_fits_lies_inside_its_rectangle(font, text, width, height):
    fitted = fit_text(text, font, QSizeF(width, height), largest_px=88, floor_px=32)
    metrics = QFontMetricsF(at(font, fitted.size_px))
    assert 32 <= fitted.size_px <= 88
    if fitted.fits:
        assert fitted.height_px <= height
        assert all(metrics.horizontalAdvance(line) <= width + 1 for line in fitted.lines)


@calmly
@given(text=TEXTS, width=st.integers(60, 900))
def test_breaking_lines_loses_no_letter(font, text, width):
    lines = break_lines(text, at(font, 40), width)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_sign_that_is_wider_at_the_end_of_its_line_counts_as_it_is_drawn(font):
    # The asterisk of Inter is set closer to a small letter that follows on the same line.
    fitted = fit_text("00000000000E* a", font, QSizeF(263, 77), largest_px=88, floor_px=32)
    metrics = QFontMetricsF(at(font, fitted.size_px))
    widest = max(metrics.horizontalAdvance(line) for line in fitted.lines)
    assert fitted.fits is (widest <= 263.5)


def test_a_short_text_has_the_largest_size(font):
    fitted = fit_text("Break", font, QSizeF(1700, 200), largest_px=88, floor_px=32)
    assert (fitted.size_px, fitted.lines, fitted.fits) == (88, ("Break",), True)


def test_a_text_for_two_pages_says_so_and_keeps_every_word(font):
    text = "word " * 400
    fitted = fit_text(text, font, QSizeF(600, 300), largest_px=88, floor_px=32)
    assert not fitted.fits
    assert fitted.size_px == 32
    assert " ".join(fitted.lines).split() == text.split()


def test_a_word_is_made_smaller_rather_than_broken(font):
    width = text_width("Rechtsschutzversicherung", at(font, 60))
    box = QSizeF(width, 400)
    fitted = fit_text("Rechtsschutzversicherung", font, box, largest_px=88, floor_px=32)
    assert fitted.lines == ("Rechtsschutzversicherung",)
    assert 58 <= fitted.size_px <= 60


def test_a_line_breaks_at_words_without_their_blanks(font):
    width = text_width("rows", at(font, 40)) + 12
    assert break_lines("rows rows rows", at(font, 40), width) == ("rows", "rows", "rows")


def test_line_breaks_of_the_text_stay(font):
    assert break_lines("one\n\ntwo", at(font, 40), 900) == ("one", "", "two")


def test_one_line_shrinks_to_the_width_but_not_below_the_floor(font):
    natural = text_width("Risk-question relay", at(font, 80))
    assert fitted_size(font, "Risk-question relay", natural + 1, 80, 32) == 80
    assert fitted_size(font, "Risk-question relay", natural / 2, 80, 32) == 40
    assert fitted_size(font, "Risk-question relay", 10, 80, 32) == 32
