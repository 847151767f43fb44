from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QAbstractItemModelTester

from fakes import ManualClock
from studio_fixture import a_studio
from workshop_studio.ui.dashboards.chart_row import with_whole_numbers
from workshop_studio.ui.dashboards.days_card import marks_of, pace_words
from workshop_studio.ui.dashboards.drift_table import DriftModel
from workshop_studio.ui.dashboards.page import DashboardPage
from workshop_studio.ui.dashboards.views import (
    OTHER,
    beside_words,
    cost_sentence,
    cost_view,
    levels_words,
    row_view,
    state_words,
)
from workshop_studio.ui.kit.chart_view import Dash
from workshop_studio.ui.theme.theme import Theme, ThemeChoice

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture(scope="module")
def scenarios(tmp_path_factory):
    studio = a_studio(tmp_path_factory.mktemp("scenario"), ManualClock())
    service = studio.open_scenarios()
    service.session_id = studio.planning.sessions()[0].id
    yield service
    studio.close()


@pytest.fixture
def view(scenarios):
    opened = scenarios.open(scenarios.session_id)
    opened = scenarios.undecide(opened) if opened.play.decision else opened
    return scenarios.at(opened, 32)


@pytest.fixture
def theme(qapp):
    theme = Theme(RESOURCES, ThemeChoice.LIGHT)
    theme.choose(ThemeChoice.LIGHT, qapp)
    return theme


@pytest.fixture
def page(qtbot, theme):
    page = DashboardPage(theme)
    qtbot.addWidget(page)
    page.resize(1286, 768)
    page.show()
    return page


# --- what a row says -----------------------------------------------------------------------------


def test_a_state_says_for_how_many_days_it_stands(scenarios, view):
    rows = view.line.chart("catalogue-failing")
    first = rows.states.index(rows.states[31]) + 1
    assert state_words(view, rows) == ("alert", f"Alert, day {32 - first + 1}")
    assert state_words(scenarios.at(view, 10), rows) == ("quiet", "Quiet")


def test_the_loudest_chart_beside_the_shown_one_is_named(scenarios, view):
    assert beside_words(view, view.line.chart("euros-lost")) == ("alert", "Trust: Alert")
    assert beside_words(scenarios.at(view, 10), view.line.chart("euros-lost")) == ("", "")


def test_drift_of_a_feature_shows_psi_and_wasserstein_together(view):
    words = levels_words(view, view.line.chart("price-gap-psi"))
    column = next(c for c in view.drift if (c.feature, c.metric) == ("price_gap", "wasserstein_sd"))
    assert words.splitlines() == [
        "act above 0.25",
        "watch above 0.10",
        f"Wasserstein {column.cells[31].value:.2f}",
    ]


def test_a_row_shows_played_days_both_levels_and_what_is_not_played(view):
    chart = row_view(view, view.line.chart("catalogue-failing"))
    assert [len(line.values) for line in chart.lines] == [32]
    assert (chart.today, chart.last_day, chart.future_note) == (32, 60, "not played yet")
    assert [(level.value, level.role) for level in chart.thresholds] == [
        (2.0, "watch"),
        (3.0, "text-3"),
    ]


def test_the_axis_of_a_row_does_not_move_while_days_pass(scenarios, view):
    series = view.line.chart("euros-lost")
    ends = {
        (row_view(at, series).low, row_view(at, series).high)
        for at in (scenarios.at(view, day) for day in (1, 30, 60))
    }
    assert len(ends) == 1


def test_a_decision_is_marked_on_its_day_and_the_other_line_stays(scenarios, view):
    decided = scenarios.at(scenarios.decide(view, "adjust"), 45)
    chart = row_view(decided, decided.line.chart("accepted"))
    assert [(mark.day, mark.words) for mark in chart.marks] == [(32, "decided 32")]
    assert [(line.label, line.dash) for line in chart.lines] == [
        ("", Dash.SOLID),
        (OTHER, Dash.DASHED),
    ]
    before = row_view(scenarios.at(decided, 20), decided.line.chart("accepted"))
    assert before.marks == ()
    assert len(before.lines) == 1


def test_a_number_and_its_unit_stay_on_one_line():
    words = with_whole_numbers("8.3 % of rows, the level of €4 k, two days above 3 kinds")
    bound = "8.3_% of rows, the level of €4_k, two days above 3 kinds"
    assert words == bound.replace("_", "\N{NO-BREAK SPACE}")


# --- costs ---------------------------------------------------------------------------------------


def test_costs_are_played_solid_and_each_option_has_its_own_dash(scenarios, view):
    chart = cost_view(scenarios.with_costs(view))
    played, *options = chart.lines
    assert chart.first_day == 23
    assert len(played.values) == 32 - 23 + 1
    assert played.dash is Dash.SOLID
    assert [line.label for line in options] == [o.label for o in view.options]
    assert len({line.dash for line in options}) == len(options) == 5
    # Before the day of the decision an option has cost nothing of its own.
    assert [line.values[: 32 - 23] for line in options] == [(None,) * 9] * 5
    assert all(line.values[9] == pytest.approx(played.values[-1]) for line in options)


def test_the_decided_option_goes_on_from_the_played_line(scenarios, view):
    decided = scenarios.decide(view, "adjust")
    labels = [line.label for line in cost_view(decided).lines]
    assert labels.count("Adjust, decided") == 1
    saved = decided.without.cost[-1] - decided.line.cost[-1]
    words = f"Adjust costs €{saved / 1000:,.0f} k less by day 60 than no decision."
    assert cost_sentence(decided) == words


def test_the_sentence_names_the_day_of_the_costs(scenarios, view):
    assert cost_sentence(scenarios.with_costs(view)).startswith("Decided on day 32, Adjust")
    assert cost_sentence(replace(view, costs=())) == "Nothing can be decided on this day."


# --- the days ------------------------------------------------------------------------------------


def test_causes_are_private_marks_and_the_decision_stands_on_its_day(scenarios, view):
    marks = {(mark.day, mark.icon, mark.role) for mark in marks_of(view)}
    assert (16, "flag", "text-2") in marks
    assert (24, "lock", "private") in marks
    assert (55, "target", "text-2") in marks
    decided = scenarios.decide(view, "pause")
    assert ("target", 32) in {(mark.icon, mark.day) for mark in marks_of(decided)}


def test_the_pace_is_said_in_words():
    assert [pace_words(s) for s in (1, 20)] == ["one day every second", "one day every 20 s"]


# --- the page ------------------------------------------------------------------------------------


def test_without_a_scenario_the_page_says_what_to_do_and_leads_to_plan(qtbot, page):
    assert page.empty.isVisible()
    assert not page.wall.isVisible()
    with qtbot.waitSignal(page.plan_wanted):
        qtbot.mouseClick(page.empty.action, Qt.MouseButton.LeftButton)


def test_every_row_shows_its_sentence_whole(page, view):
    page.show_scenario(view)
    for row, series in zip(page.rows, view.charts, strict=True):
        assert row.sentence.text().replace("\N{NO-BREAK SPACE}", " ") == series.sentences[31]
        assert row.sentence.sizeHint().width() <= row.chart.width()
        assert row.value.text() == series.value_texts[31]


@pytest.mark.parametrize("width", [1286, 1832])
def test_words_of_the_rows_fit_their_places(page, scenarios, view, width):
    page.resize(width, 768)
    page.show_scenario(scenarios.at(scenarios.decide(view, "pause"), 50))
    for row in page.rows:
        for chip in (row.state, row.beside):
            assert not chip.isVisible() or chip.sizeHint().width() <= chip.parentWidget().width()
        assert row.levels.sizeHint().width() <= row.levels.parentWidget().width()
        area = QRectF(row.chart.rect())
        places = row.chart.painter_of_view().places_of_words(area)
        assert all(place.right <= area.right() for place in places)


def test_choosing_another_chart_of_a_family_is_told(qtbot, page, view):
    page.show_scenario(view)
    choice = page.rows[4].choice
    assert [choice.itemText(n) for n in range(choice.count())] == ["Business", "Trust"]
    with qtbot.waitSignal(page.chart_chosen) as heard:
        choice.activated.emit(1)
    assert heard.args == ["complaints"]


def test_an_option_is_chosen_and_decided_by_mouse(qtbot, page, view):
    page.show_scenario(view)
    assert not page.decision.decide.isEnabled()
    qtbot.mouseClick(page.decision.rows()[3], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.decision.decided) as heard:
        qtbot.mouseClick(page.decision.decide, Qt.MouseButton.LeftButton)
    assert heard.args == ["pause"]


def test_a_decided_option_stays_chosen_and_offers_its_undo(qtbot, page, scenarios, view):
    page.show_scenario(scenarios.decide(view, "pause"))
    chosen = [row.text() for row in page.decision.rows() if row.isChecked()]
    assert chosen == ["Pause"]
    assert page.decision.question.text() == "Decided on day 32: Pause"
    assert not page.decision.decide.isVisible()
    with qtbot.assertNotEmitted(page.decision.decided):
        page.decision.press_decide()
    with qtbot.waitSignal(page.decision.taken_back):
        qtbot.mouseClick(page.decision.undo, Qt.MouseButton.LeftButton)
    page.show_scenario(view)
    assert not any(row.isChecked() for row in page.decision.rows())


def test_after_its_last_day_nothing_can_be_decided(page, scenarios, view):
    page.show_scenario(scenarios.at(view, 56))
    assert all(row.is_locked for row in page.decision.rows())
    page.show_scenario(scenarios.at(view, 55))
    assert not any(row.is_locked for row in page.decision.rows())


def test_only_another_day_is_announced(qtbot, page, scenarios, view):
    page.show_scenario(view)
    with qtbot.assertNotEmitted(page.day_shown):
        page.show_scenario(view)
    with qtbot.waitSignal(page.day_shown):
        page.show_scenario(scenarios.at(view, 33))


# --- the daily table -----------------------------------------------------------------------------


def test_the_daily_table_shows_played_days_newest_first_with_a_mark_beside_loud_numbers(
    theme, view
):
    model = DriftModel(theme)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_days(view.drift, 32)
    assert (model.rowCount(), model.columnCount()) == (32, 7)
    assert model.data(model.index(0, 0)) == "32"
    header = model.headerData(4, Qt.Orientation.Horizontal)
    assert header.splitlines()[-3:] == ["Wasserstein", "watch 0.2", "act 0.5"]
    moved = model.index(0, 4)
    assert float(model.data(moved)) == pytest.approx(view.drift[3].cells[31].value, abs=0.005)
    assert model.data(moved, Qt.ItemDataRole.DecorationRole) is not None
    assert model.data(moved, Qt.ItemDataRole.AccessibleTextRole).endswith("Watch")
    assert model.data(model.index(31, 4), Qt.ItemDataRole.DecorationRole) is None


def test_the_table_stands_where_the_charts_were(page, view):
    page.show_scenario(view)
    page.days.face.segments()[1].click()
    assert page.table.isVisible()
    assert not page.rows[0].isVisible()
