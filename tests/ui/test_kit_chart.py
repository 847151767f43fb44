from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from workshop_studio.ui.kit.chart import LineChart
from workshop_studio.ui.kit.chart_paint import draw_chart
from workshop_studio.ui.kit.chart_view import ChartLine, ChartThreshold, ChartView, Dash
from workshop_studio.ui.theme.theme import Theme, ThemeChoice

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


def test_the_stage_draws_the_whole_chart_in_its_own_theme(theme):
    image = QImage(800, 300, QImage.Format.Format_RGB32)
    image.fill(theme.colour("surface", "stage"))
    painter = QPainter(image)
    view = replace(FLAT, lines=(replace(FLAT.lines[0], value_text="8.3 %", state="alert"),))
    draw_chart(painter, theme, view, QRectF(0, 0, 800, 300))
    painter.end()
    assert columns_of(image, theme.series_colour(0, "stage"))
    assert columns_of(image, theme.colour("alert", "stage"))
