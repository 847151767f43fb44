from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF

from workshop_studio.ui.kit.chart import LineChart
from workshop_studio.ui.kit.chart_style import STAGE
from workshop_studio.ui.kit.chart_view import ChartLine, ChartMark, ChartThreshold, ChartView, Dash
from workshop_studio.ui.theme.theme import Theme, ThemeChoice

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QImage

RESOURCES = Path(__file__).parents[2] / "resources"
FLAT = ChartView("Rows failing", (ChartLine((5.0,) * 11),), 0, 10, 11)


@pytest.fixture
def theme(qapp):
    theme = Theme(RESOURCES, ThemeChoice.LIGHT)
    theme.choose(ThemeChoice.LIGHT, qapp)
    return theme


def a_chart(qtbot, theme, view) -> LineChart:
    chart = LineChart(theme)
    qtbot.addWidget(chart)
    chart.resize(400, 200)
    chart.set_view(view)
    return chart


def is_near(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) < 40 for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))


def rows_of(image: QImage, colour: QColor, x: int) -> list[int]:
    return [y for y in range(image.height()) if is_near(image.pixelColor(x, y), colour)]


def columns_of(image: QImage, colour: QColor) -> set[int]:
    return {x for x in range(image.width()) if rows_of(image, colour, x)}


def test_a_value_in_the_middle_of_the_range_is_drawn_in_the_middle(qtbot, theme):
    image = a_chart(qtbot, theme, FLAT).grab().toImage()
    rows = rows_of(image, theme.series_colour(0), 200)
    assert rows
    assert all(abs(y - 99.5) <= 2 for y in rows)


def test_a_curve_meets_the_dotted_level_of_the_same_value(qtbot, theme):
    view = replace(FLAT, thresholds=(ChartThreshold(5.0),), lines=(), low=2.0, high=7.0)
    level = a_chart(qtbot, theme, view).grab().toImage()
    curve = a_chart(qtbot, theme, replace(FLAT, low=2.0, high=7.0)).grab().toImage()
    dots = [y for x in range(100, 300) for y in rows_of(level, theme.colour("text-3"), x)]
    line = rows_of(curve, theme.series_colour(0), 200)
    assert dots
    assert abs(sum(dots) / len(dots) - sum(line) / len(line)) <= 1.0


def test_missing_days_leave_a_gap(qtbot, theme):
    values = (5.0,) * 5 + (None,) + (5.0,) * 5
    image = a_chart(qtbot, theme, replace(FLAT, lines=(ChartLine(values),))).grab().toImage()
    columns = columns_of(image, theme.series_colour(0))
    # Eleven days over about 390 pixels: days 5, 6 and 7 lie near 161, 200 and 239.
    assert not columns & set(range(170, 230))
    assert columns & set(range(60, 150))
    assert columns & set(range(250, 340))


def test_what_is_not_played_yet_is_shaded(qtbot, theme):
    image = a_chart(qtbot, theme, replace(FLAT, today=6, lines=())).grab().toImage()
    assert image.pixelColor(300, 150) != image.pixelColor(100, 150)


def test_a_dashed_line_has_holes(qtbot, theme):
    view = replace(FLAT, lines=(replace(FLAT.lines[0], dash=Dash.DASHED),))
    image = a_chart(qtbot, theme, view).grab().toImage()
    columns = columns_of(image, theme.series_colour(0)) & set(range(100, 300))
    assert 80 < len(columns) < 170


def test_another_theme_recolours_the_curve(qtbot, qapp, theme):
    chart = a_chart(qtbot, theme, FLAT)
    light = theme.series_colour(0)
    theme.choose(ThemeChoice.DARK, qapp)
    image = chart.grab().toImage()
    assert rows_of(image, theme.series_colour(0), 200)
    assert not rows_of(image, light, 200)


def test_the_newest_value_stands_right_of_the_line(qtbot, theme):
    view = replace(FLAT, lines=(replace(FLAT.lines[0], value_text="8.3 %", label="rows"),))
    image = a_chart(qtbot, theme, view).grab().toImage()
    ink = columns_of(image, theme.colour("text"))
    assert min(ink) > max(columns_of(image, theme.series_colour(0)))
    assert max(ink) < 400 - 1


def test_a_reader_hears_the_value_and_the_level(qtbot, theme):
    line = replace(FLAT.lines[0], label="rows failing", value_text="8.3 %")
    view = replace(FLAT, lines=(line,), thresholds=(ChartThreshold(3, "act above 3"),))
    chart = a_chart(qtbot, theme, view)
    assert chart.accessibleName() == "Rows failing"
    assert chart.accessibleDescription() == "rows failing 8.3 %, act above 3"


def a_wall_chart(qtbot, theme, view, scale=1.0) -> LineChart:
    chart = LineChart(theme, STAGE.scaled(scale))
    qtbot.addWidget(chart)
    chart.resize(round(800 * scale), round(300 * scale))
    chart.set_view(view)
    return chart


def test_the_wall_draws_the_whole_chart_in_its_own_theme(qtbot, theme):
    view = replace(FLAT, lines=(replace(FLAT.lines[0], value_text="8.3 %", state="alert"),))
    image = a_wall_chart(qtbot, theme, view).grab().toImage()
    assert columns_of(image, theme.series_colour(0, "stage"))
    assert columns_of(image, theme.colour("alert", "stage"))


@pytest.mark.parametrize("scale", [0.5, 1.0, 2.0])
def test_a_line_of_the_wall_is_six_pixels_wide_at_1080_and_grows_with_the_picture(
    qtbot, theme, scale
):
    image = a_wall_chart(qtbot, theme, FLAT, scale).grab().toImage()
    rows = rows_of(image, theme.series_colour(0, "stage"), round(300 * scale))
    assert abs(len(rows) - 6 * scale) <= 1


SLOPE = ChartView(
    "Slope",
    (ChartLine(tuple(float(day) for day in range(31)), value_text="30.0 %"),),
    low=0,
    high=32,
    last_day=31,
    thresholds=(ChartThreshold(5.0, "act above 5 %"),),
    has_days=True,
)


@pytest.mark.parametrize("level", [1.0, 5.0, 16.0, 29.0, 31.0])
@pytest.mark.parametrize("size", [(800, 230), (400, 100)])
def test_the_words_of_a_level_stand_inside_and_off_the_curve(qtbot, theme, level, size):
    view = replace(SLOPE, thresholds=(ChartThreshold(level, "act above 5 %"),))
    chart = a_wall_chart(qtbot, theme, view, size[0] / 800)
    chart.resize(*size)
    area = QRectF(chart.rect())
    frame = chart.painter_of_view().frame(area)
    words, _ = chart.painter_of_view().places_of_words(area)
    assert area.top() <= words.top
    assert words.bottom <= area.bottom()
    # The line is as steep as the data's box: sampled at every twentieth of a day.
    assert not any(
        words.holds((frame.x(1 + place / 20), frame.y(place / 20))) for place in range(601)
    )


def test_the_words_of_a_level_avoid_the_line_of_a_decision(qtbot, theme):
    flat = replace(SLOPE, lines=(ChartLine((1.0,) * 31, value_text="1"),))
    free = a_wall_chart(qtbot, theme, flat)
    area = QRectF(free.rect())
    words = free.painter_of_view().places_of_words(area)[0]
    frame = free.painter_of_view().frame(area)
    day = next(d for d in range(1, 32) if words.holds((frame.x(d), words.top + 1)))
    marked = replace(flat, marks=(ChartMark(day + 1, str(day + 1), is_on_axis=True),))
    moved = a_wall_chart(qtbot, theme, marked).painter_of_view().places_of_words(area)[0]
    assert not moved.left <= frame.x(day + 1) <= moved.right


def test_labels_of_two_lines_that_end_together_do_not_touch(qtbot, theme):
    lines = (
        ChartLine((5.0,) * 11, value_text="5.0 %"),
        ChartLine((5.0,) * 11, label="no decision"),
    )
    chart = a_wall_chart(qtbot, theme, replace(FLAT, lines=lines))
    one, other = chart.painter_of_view().places_of_words(QRectF(chart.rect()))
    assert not one.touches(other)
    assert max(one.right, other.right) <= chart.width()


def test_a_line_that_ended_gets_a_few_rings_and_no_more(qtbot, theme):
    ended = ChartLine((5.0,) * 5 + (None,) * 26, has_gap_rings=True)
    view = replace(SLOPE, lines=(ended,), today=31, thresholds=(), gap_words="no data")
    chart = a_wall_chart(qtbot, theme, view)
    rings = chart.painter_of_view().rings(QRectF(chart.rect()), ended)
    assert len(rings) == 3
    assert all(b[0] - a[0] > 16 for a, b in itertools.pairwise(rings))
