from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from workshop_studio.domain.live import (
    LineMark,
    StageClock,
    StageFace,
    StageLine,
    StageSegment,
    StageSnapshot,
)
from workshop_studio.domain.timer import TimerPhase
from workshop_studio.ui.kit.fitting import balanced, fit_text
from workshop_studio.ui.kit.marks import BigClock, GlyphCache, draw_shape
from workshop_studio.ui.stage.lettering import FLOOR
from workshop_studio.ui.stage.lists import set_lines
from workshop_studio.ui.stage.message import band_box, in_band, on_page
from workshop_studio.ui.stage.slide import SlidePainter
from workshop_studio.ui.stage.stage import StageWindow
from workshop_studio.ui.theme.theme import Theme, ThemeChoice

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
COLUMN = QSizeF(512, 530)
SHORT = "Keep the questions somebody can answer within a week."


@pytest.fixture
def theme(qapp):
    theme = Theme(RESOURCES, ThemeChoice.LIGHT)
    theme.choose(ThemeChoice.LIGHT, qapp)
    return theme


def a_slide(**changes) -> StageSnapshot:
    facts = {
        "face": StageFace.COUNTDOWN,
        "session_title": "Ask early",
        "title": "Risk-question relay",
        "clock": StageClock("17:42", TimerPhase.NORMAL, "left, until 14:59"),
        "lines": tuple(
            StageLine(f"Step {n}", LineMark.CURRENT if n == 2 else LineMark.AHEAD)
            for n in range(1, 6)
        ),
        "segments": (StageSegment(0.5, 1.0), StageSegment(0.5, 0.3)),
        "next_up": "Break, 10 minutes",
        "time_of_day": "14:41",
    }
    return StageSnapshot(**{**facts, **changes})


def painted(theme, snapshot, width=1920, height=1080) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    SlidePainter(theme).draw(painter, snapshot, width, height)
    painter.end()
    return image


def ink(theme, image, box: QRectF) -> set[tuple[int, int]]:
    ground = theme.colour("canvas", "stage")
    return {
        (x, y)
        for x in range(int(box.left()), int(box.right()), 2)
        for y in range(int(box.top()), int(box.bottom()), 2)
        if image.pixelColor(x, y) != ground
    }


# --- the clock -----------------------------------------------------------------------------------


def left_edges(theme, text) -> list[int]:
    """Return where each stretch of ink of a clock begins."""
    image = QImage(1400, 420, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    GlyphCache(theme.font("clock")).draw(painter, text, 10, 400, 400, QColor("black"))
    painter.end()
    columns = [
        any(image.pixelColor(x, y).lightness() < 128 for y in range(90, 402, 4))
        for x in range(image.width())
    ]
    return [x for x in range(1, image.width()) if columns[x] and not columns[x - 1]]


def test_no_digit_of_the_clock_moves_when_another_one_changes(theme):
    usual, other = left_edges(theme, "20:45"), left_edges(theme, "20:15")
    assert usual[-1] == other[-1]
    assert left_edges(theme, "20:41")[:-1] == usual[:-1]


def test_the_one_of_the_clock_has_no_foot(theme):
    glyphs = GlyphCache(theme.font("clock"))
    image = QImage(400, 420, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    glyphs.draw(painter, "1", 10, 400, 400, QColor("black"))
    painter.end()

    def width_at(y):
        return sum(image.pixelColor(x, y).lightness() < 128 for x in range(400))

    assert width_at(395) == width_at(300)  # the stem all the way down


def test_the_clock_begins_at_the_left_margin_whatever_its_first_digit(theme):
    assert left_edges(theme, "17:42")[0] == pytest.approx(10, abs=1)
    assert left_edges(theme, "20:15")[0] == pytest.approx(10, abs=1)


def test_the_clock_of_the_console_takes_the_width_of_its_text(qtbot, theme):
    clock = BigClock(theme, 96)
    qtbot.addWidget(clock)
    clock.show_time("17:42", TimerPhase.NORMAL)
    narrow = clock.width()
    clock.show_time("27:42", TimerPhase.NORMAL)
    assert clock.width() > narrow


def test_overtime_is_a_filled_diamond_with_a_plus_cut_out(theme):
    def middle(shape):
        image = QImage(48, 48, QImage.Format.Format_ARGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        draw_shape(painter, shape, QRectF(0, 0, 48, 48), QColor("black"))
        painter.end()
        return [image.pixelColor(*at).lightness() for at in ((24, 24), (24, 30), (30, 30))]

    assert middle("alert") == [0, 0, 0]
    assert middle("over") == [255, 255, 0]


# --- lists and titles ----------------------------------------------------------------------------


def test_five_short_lines_keep_the_size_of_the_design(theme):
    rows, gap = set_lines(theme.font("line", "stage at 1080"), ["Home: rewrite two"] * 5, COLUMN)
    assert {row.size_px for row in rows} == {48}
    assert gap == 26


def test_a_line_that_is_a_little_too_long_makes_all_of_them_a_little_smaller(theme):
    texts = ["Alone: write two", "Pass it on: three rounds of it"]
    rows, _ = set_lines(theme.font("line", "stage at 1080"), texts, COLUMN)
    assert len({row.size_px for row in rows}) == 1
    assert [len(row.lines) for row in rows] in ([1, 1], [1, 2])


def test_five_lines_of_sixty_signs_fit_and_none_is_cut(theme):
    # Sixty signs and five lines are the most that a session pack may hold.
    text = "Write down who would be hurt first, and what they would say."
    assert len(text) == 60
    rows, gap = set_lines(theme.font("line", "stage at 1080"), [text] * 5, COLUMN)
    assert all(" ".join(row.lines) == text for row in rows)
    assert min(row.size_px for row in rows) >= FLOOR
    assert sum(row.height_px for row in rows) + 4 * gap <= COLUMN.height()


def test_a_title_of_two_lines_leaves_no_word_alone(theme):
    text = "Ask early: governance you can do on Monday"
    font = theme.font("title", "stage at 1080")
    fitted = fit_text(text, font, QSizeF(1728, 300), largest_px=88, floor_px=FLOOR)
    even = balanced(text, font, fitted, 1728)
    assert len(even.lines) == len(fitted.lines) == 2
    assert " ".join(even.lines) == text
    assert len(even.lines[-1].split()) > 1


# --- messages ------------------------------------------------------------------------------------


def test_a_short_message_stands_in_a_band_under_the_clock(theme):
    text = in_band(theme, SHORT)
    assert text.fits
    assert " ".join(text.lines) == SHORT
    # The caption of the clock ends at 798.
    assert band_box(text).top() > 800
    assert band_box(text).bottom() <= 1080


def test_a_message_covers_neither_clock_nor_lines(theme):
    plain, told = painted(theme, a_slide()), painted(theme, a_slide(message=SHORT))
    above = QRectF(0, 0, 1920, band_box(in_band(theme, SHORT)).top() - 1)
    shown = above.adjusted(0, 0, 0, -40)  # without the bar, which the band replaces
    assert ink(theme, plain, shown) == ink(theme, told, shown)


def test_a_long_message_gets_a_slide_of_its_own_and_is_whole(theme):
    long = f"{SHORT} " * 12
    assert not in_band(theme, long).fits
    page = on_page(theme, long)
    assert page.fits
    assert " ".join(page.lines).split() == long.split()
    assert painted(theme, a_slide(message=long)) != painted(theme, a_slide())


def test_a_message_reaches_the_room_while_the_stage_holds(theme):
    holding = a_slide(face=StageFace.HOLDING, clock=None, segments=())
    told = a_slide(face=StageFace.HOLDING, clock=None, segments=(), message=SHORT)
    assert painted(theme, holding) != painted(theme, told)


def test_black_stays_black_with_a_message(theme):
    image = painted(theme, a_slide(face=StageFace.BLACK, message=SHORT))
    assert all(image.pixelColor(x, 540) == QColor("black") for x in range(0, 1920, 7))


# --- other screens -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "bands"),
    [
        ((1280, 720), None),
        ((3840, 2160), None),
        ((1024, 768), QRectF(0, 0, 1024, 96)),  # 1024 x 576 of picture, 96 above and below
        ((2560, 1080), QRectF(0, 0, 320, 1080)),
    ],
)
def test_the_slide_is_scaled_whole_and_the_rest_of_the_screen_is_canvas(theme, size, bands):
    image = painted(theme, a_slide(), *size)
    assert ink(theme, image, QRectF(0, 0, *size))
    if bands is not None:
        assert not ink(theme, image, bands)


def test_every_phase_has_its_own_colour_and_its_own_words(theme):
    pictures = []
    for phase in TimerPhase:
        clock = StageClock("0:24", phase, phase.value)
        pictures.append(painted(theme, a_slide(clock=clock), 480, 270))
    assert all(
        one != other for place, one in enumerate(pictures) for other in pictures[place + 1 :]
    )


def test_an_equal_slide_is_not_painted_again(qtbot, theme):
    stage = StageWindow(theme)
    qtbot.addWidget(stage)
    stage.show_snapshot(a_slide())
    with qtbot.assertNotEmitted(stage.changed):
        stage.show_snapshot(a_slide())
    stage.allow_close()
