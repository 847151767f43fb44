from __future__ import annotations

import itertools
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QTextDocument
from PySide6.QtWidgets import QLabel, QWidget

from workshop_studio.domain.timer import TimerPhase
from workshop_studio.ui.kit.basics import Button, HoldButton, Text
from workshop_studio.ui.kit.marks import PHASE_ROLE, PHASE_SHAPE, BigClock, draw_shape
from workshop_studio.ui.stage.lettering import FLOOR
from workshop_studio.ui.stage.lists import set_lines
from workshop_studio.ui.theme.style_sheet import style_sheet
from workshop_studio.ui.theme.theme import Theme, ThemeChoice

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture
def theme(qapp):
    return Theme(RESOURCES, ThemeChoice.LIGHT)


def test_compact_and_station_buttons_have_their_own_heights(theme, qapp):
    theme.choose(ThemeChoice.LIGHT, qapp)
    heights = {}
    for size in ("normal", "compact", "station"):
        button = Button(theme, "Freeze", icon="snowflake", size=size)
        button.ensurePolished()
        heights[size] = button.sizeHint().height()
    assert heights == {"normal": 36, "compact": 28, "station": 48}


def test_words_of_a_wrapped_text_are_never_read_as_markup(theme):
    text = Text(theme, "body", "<b>&amp;</b> up to < 5 %").wrapped()
    assert text.text() == "<b>&amp;</b> up to < 5 %"
    shown = QTextDocument()
    shown.setHtml(QLabel.text(text))
    assert shown.toPlainText().strip() == "<b>&amp;</b> up to < 5 %"


def test_a_key_shown_in_a_button_gets_its_own_room(theme):
    button = Button(theme, "Pause", icon="pause", hint="Space")
    without = button.sizeHint().width()
    button.show_hint(is_shown=True)
    assert button.sizeHint().width() > without + 30


def test_qt_calls_do_not_steal_references_to_none(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(400):
        widget.update()
    assert sys.getrefcount(None) - before > -100


def luminance(colour):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    parts = (colour.redF(), colour.greenF(), colour.blueF())
    return sum(w * linear(p) for w, p in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one, other):
    """Contrast as WCAG 2.2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("name", "floor"), [("light", 4.5), ("dark", 4.5), ("stage", 7.0)])
def test_text_can_be_read_in_every_theme(theme, name, floor):
    colours = theme.tokens.colours[name]
    pairs = itertools.product(("text", "text-2", "text-3"), ("canvas", "surface", "sunken"))
    states = ("quiet", "watch", "alert", "recovering", "not-enough-data", "cannot-compute")
    for front, back in [*pairs, *((s, f"{s}-soft") for s in states), ("on-accent", "accent")]:
        assert contrast(QColor(colours[front]), QColor(colours[back])) >= floor, (front, back)


def test_the_stage_has_no_colour_for_private_things(theme):
    assert "private" not in theme.tokens.colours["stage"]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_style_sheet_knows_every_token_it_names(theme, name):
    assert "$" not in style_sheet(theme.tokens, name)


def test_the_fonts_are_ours(theme):
    assert theme.font("title").family() == "Source Serif 4"
    assert theme.font("body").family() == "Inter"


def test_no_phase_is_told_by_colour_alone():
    urgent = [p for p in TimerPhase if p is not TimerPhase.NORMAL]
    assert all(PHASE_SHAPE[phase] != "none" for phase in urgent)
    assert len({PHASE_SHAPE[phase] for phase in urgent}) == len(urgent)
    assert set(PHASE_ROLE) == set(TimerPhase)


def test_shapes_of_states_look_different(qapp):
    pictures = []
    for shape in ("quiet", "watch", "alert", "recovering", "not-enough-data", "cannot-compute"):
        image = QImage(48, 48, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        draw_shape(painter, shape, QRectF(0, 0, 48, 48), QColor("black"))
        painter.end()
        pictures.append(bytes(image.constBits()))
    assert len(set(pictures)) == 6


def test_the_clock_is_wide_enough_for_what_it_says(theme, qtbot):
    clock = BigClock(theme, 96)
    qtbot.addWidget(clock)
    clock.show_time("17:42", TimerPhase.NORMAL)
    narrow = clock.width()
    clock.show_time("1:17:42", TimerPhase.NORMAL)
    assert clock.width() > narrow


def test_a_slip_on_the_hold_button_does_nothing(theme, qtbot):
    button = HoldButton(theme, "Hold to end", hold_ms=300)
    qtbot.addWidget(button)
    held = []
    button.held.connect(lambda: held.append(1))
    button.pressed.emit()
    qtbot.wait(60)
    button.released.emit()
    qtbot.wait(400)
    assert held == []
    button.pressed.emit()
    qtbot.waitUntil(lambda: held == [1], timeout=2000)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=300))
def test_stage_text_is_never_cut(theme, text):
    font = theme.font("line", "stage at 1080")
    (row,), _ = set_lines(font, [text], QSizeF(512, 530))
    font.setPixelSize(row.size_px)
    assert row.size_px >= FLOOR
    assert "".join("".join(row.lines).split()) == "".join(text.split())
    assert all(QFontMetricsF(font).horizontalAdvance(line) <= 513 for line in row.lines)


def test_a_label_keeps_its_size_when_it_shows_and_through_tones_and_themes(theme, qtbot, qapp):
    label = Text(theme, "title", "4 min behind")
    qtbot.addWidget(label)
    label.set_scale(0.75)
    sizes = [label.font().pixelSize()]
    label.resize(300, 60)
    label.show()
    sizes.append(label.font().pixelSize())
    for tone in ("watch", ""):
        label.set_tone(tone)
        sizes.append(label.font().pixelSize())
    theme.choose(ThemeChoice.DARK, qapp)
    theme.choose(ThemeChoice.LIGHT, qapp)
    sizes.append(label.font().pixelSize())
    assert sizes == [18] * 5
