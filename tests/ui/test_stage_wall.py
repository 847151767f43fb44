from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from workshop_studio.domain.live import StageChart, StageFace, StageScenario, StageSnapshot
from workshop_studio.ui.kit.fitting import text_width
from workshop_studio.ui.stage.lettering import FLOOR, GROUP
from workshop_studio.ui.stage.message import band_box, in_band
from workshop_studio.ui.stage.scenario_wall import (
    OTHER,
    SAME,
    ScenarioWall,
    chart_view,
    is_same,
    tiles,
)
from workshop_studio.ui.stage.stage import StageWindow
from workshop_studio.ui.theme.theme import Theme, ThemeChoice

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
CHART = StageChart(
    title="Catalogue rows failing",
    values=tuple(1.0 + 0.25 * day for day in range(30)),
    without_decision=(),
    days=30,
    decision_day=0,
    amber=2.0,
    red=3.0,
    level_text="act above 3 %",
    value_text="8.3 %",
    state="alert",
    sentence="Above 3 % for eight days.",
    low=0.0,
    high=9.0,
)
LONG = replace(
    CHART,
    title="Catalogue rows failing their check on the day before it was mended by hand",
    sentence="Below the level of 67 % again, still above 69 %, and the alarm has not ended yet.",
    state="cannot-compute",
    value_text="−€10,888.8 k",
)
HEADLINE = "Since the new catalogue, swaps got dearer and customers turn them down."


@pytest.fixture
def theme(qapp):
    theme = Theme(RESOURCES, ThemeChoice.LIGHT)
    theme.choose(ThemeChoice.LIGHT, qapp)
    return theme


@pytest.fixture
def stage(qtbot, theme):
    stage = StageWindow(theme)
    qtbot.addWidget(stage)
    stage.resize(1920, 1080)
    stage.show()
    yield stage
    stage.allow_close()


def a_scenario(*charts, headline=HEADLINE) -> StageScenario:
    return StageScenario("SwapSense, day 30", headline, charts or (CHART,) * 4)


def show(stage, scenario, message="") -> ScenarioWall:
    stage.show_snapshot(StageSnapshot(StageFace.SCENARIO, message=message, scenario=scenario))
    return stage.findChild(ScenarioWall)


@pytest.mark.parametrize(
    "headline", [HEADLINE, "All signals are quiet.", f"{HEADLINE} {HEADLINE} {HEADLINE}"]
)
@pytest.mark.parametrize("charts", [(CHART,) * 4, (CHART, LONG, CHART, LONG)])
def test_every_sentence_of_the_wall_is_whole_and_inside_its_box(stage, theme, headline, charts):
    wall = show(stage, a_scenario(*charts, headline=headline))
    assert len(wall.words) == 2 + 2 * 4
    for role, fitted, box in wall.words:
        font = theme.font(role, GROUP)
        font.setPixelSize(fitted.size_px)
        assert fitted.size_px >= FLOOR
        assert fitted.height_px <= box.height() + 1
        assert all(text_width(line, font) <= box.width() + 1 for line in fitted.lines)
        assert "…" not in "".join(fitted.lines)


def test_headline_and_tiles_do_not_overlap_and_stay_on_the_slide(stage):
    wall = show(stage, a_scenario())
    headline = wall.words[1][2]
    places = tiles()
    assert headline.bottom() <= places[0].top()
    assert places[3].bottom() <= 1080 - 32
    assert not any(
        one.intersects(other) for n, one in enumerate(places) for other in places[n + 1 :]
    )


def test_the_plot_takes_most_of_its_tile(stage):
    wall = show(stage, a_scenario())
    chart = wall._charts[0]
    frame = chart.painter_of_view().frame(chart.rect().toRectF())
    assert frame.box.height() > 0.4 * tiles()[0].height()
    assert frame.box.width() > 0.6 * tiles()[0].width()


def test_the_days_of_all_four_charts_stand_under_each_other(stage):
    wall = show(stage, a_scenario(CHART, LONG, CHART, replace(CHART, value_text="1")))
    rights = {
        round(chart.painter_of_view().frame(chart.rect().toRectF()).box.right())
        for chart in wall._charts
    }
    assert len(rights) == 1


@pytest.mark.parametrize("size", [(1280, 720), (3840, 2160), (1024, 768)])
def test_charts_grow_with_the_picture(stage, size):
    wall = show(stage, a_scenario())
    scale = min(size[0] / 1920, size[1] / 1080)
    usual = wall._charts[0].width()
    stage.resize(*size)
    assert wall._charts[0].width() == pytest.approx(usual * scale, abs=1)
    bottom = (size[1] - 1080 * scale) / 2 + 1080 * scale
    assert wall._charts[3].geometry().bottom() < bottom


def test_the_dotted_level_is_the_one_its_words_name():
    (level,) = chart_view(CHART).thresholds
    assert (level.value, level.words) == (3.0, "act above 3 %")


def test_a_level_to_stay_above_has_its_words_below_it():
    (level,) = chart_view(replace(CHART, level_text="act below 67 %")).thresholds
    assert level.has_words_below


def test_the_line_without_the_decision_is_dashed_and_named():
    other = (None,) * 20 + (9.0,) * 10
    view = chart_view(replace(CHART, without_decision=other, decision_day=20))
    assert [line.label for line in view.lines] == ["", OTHER]
    assert view.lines[1].dash != view.lines[0].dash
    assert [(mark.day, mark.words) for mark in view.marks] == [(20, "20")]


def test_a_decision_that_changes_nothing_says_so_instead_of_hiding_a_line():
    same = replace(CHART, without_decision=(None,) * 20 + CHART.values[20:], decision_day=20)
    assert is_same(same)
    view = chart_view(same)
    assert [line.label for line in view.lines] == [SAME]


def test_a_short_message_stands_under_the_charts_and_covers_none(stage, theme):
    message = "Write before you speak."
    wall = show(stage, a_scenario(), message)
    band = band_box(in_band(theme, message, is_slim=True))
    assert wall.isVisible()
    assert max(chart.geometry().bottom() for chart in wall._charts) < band.top()


def test_a_long_message_takes_the_stage_until_it_is_over(stage):
    message = "Write before you speak. " * 20
    wall = show(stage, a_scenario())
    show(stage, a_scenario(), message)
    assert not wall.isVisible()
    show(stage, a_scenario())
    assert wall.isVisible()
