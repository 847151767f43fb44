"""A scenario as the facilitator plays it: days, one decision, the wall."""

from __future__ import annotations

import gc

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from fakes import ManualClock
from workshop_studio.app.desktop import Desktop
from workshop_studio.domain.live import StageFace


class Room:
    """The app with a running session and its scenario open."""

    def __init__(self, qtbot, qapp, path, clock=None):
        self.bot = qtbot
        self.clock = clock or ManualClock()
        self.desktop = Desktop(qapp, path, self.clock)
        qtbot.waitUntil(
            lambda: self.desktop.shell is not None and self.desktop.window.room != "",
            timeout=10_000,
        )
        self.shell, self.window = self.desktop.shell, self.desktop.window

    def until(self, condition):
        self.bot.waitUntil(condition, timeout=5_000)

    def press(self, name):
        button = self.window.findChild(QPushButton, name)
        self.bot.mouseClick(button, Qt.MouseButton.LeftButton)

    def start_session(self):
        self.bot.mouseClick(self.shell.welcome.sample, Qt.MouseButton.LeftButton)
        self.until(lambda: self.window.room == "plan" and self.shell.planning.page.run.isEnabled())
        self.press("run-session")
        self.until(lambda: self.shell.studio.live.console() is not None)
        primary = self.shell.console.page.running.primary
        self.until(lambda: self.window.room == "run" and primary.text() == "Start session")
        self.press("primary")
        self.until(self.shell.console.page.running.pause.isVisible)

    def open_scenario(self):
        self.shell.show_room("scenario")
        self.until(lambda: self.presenter.seen is not None and self.window.room == "scenario")

    @property
    def page(self):
        return self.shell.dashboards.page

    @property
    def presenter(self):
        return self.shell.dashboards.presenter

    @property
    def day(self):
        return self.presenter.seen.day

    @property
    def stage(self):
        return self.shell.stage.snapshot

    def key(self, key):
        self.bot.keyClick(self.page, key)

    def kept(self):
        """Return the play as the file holds it."""
        session = self.shell.studio.live.session
        answer = []
        scenarios = self.shell.studio.open_scenarios()
        self.shell.lane.submit(lambda: scenarios.open(session.id), answer.append)
        self.until(lambda: bool(answer))
        return answer[0].play

    def stop(self):
        if self.desktop is None:
            return
        stage = self.shell.stage
        self.window.guard(is_session_on=False)
        self.window.close()
        self.desktop.collector.stop()
        for gone in (stage, self.window):
            shiboken6.delete(gone)
        self.desktop = None
        gc.collect()


@pytest.fixture
def room(qtbot, qapp, tmp_path):
    opened = Room(qtbot, qapp, tmp_path / "w.sqlite")
    yield opened
    opened.stop()


def test_without_a_session_the_room_leads_to_plan(room):
    room.shell.show_room("scenario")
    room.until(lambda: room.window.room == "scenario")
    assert room.page.empty.isVisible()
    room.bot.mouseClick(room.page.empty.action, Qt.MouseButton.LeftButton)
    assert room.window.room == "plan"


def test_keys_move_the_days_and_the_day_is_kept_once_it_rests(room):
    room.start_session()
    room.open_scenario()
    for _ in range(3):
        room.key(Qt.Key.Key_Right)
    assert room.day == 4
    room.key(Qt.Key.Key_Left)
    assert room.day == 3
    room.key(Qt.Key.Key_End)
    assert room.day == 60
    room.key(Qt.Key.Key_Home)
    assert room.day == 1
    room.key(Qt.Key.Key_End)
    room.press("undo-day")
    assert room.day == 59
    room.until(lambda: room.kept().day == 59)


def test_dragging_shows_each_day_and_writes_none_of_them(room):
    room.start_session()
    room.open_scenario()
    room.until(lambda: not room.shell.dashboards._rest.isActive())
    before = room.kept().revision
    slider = room.page.days.slider
    room.bot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(20, 30))
    for day in range(2, 40):
        room.bot.mouseMove(slider, QPoint(round(slider.x_of(day)), 30))
        assert room.day == day
        assert room.shell.dashboards._rest.isActive()
    assert room.page.days.day.text() == "Day 39 of 60"
    room.bot.mouseRelease(slider, Qt.MouseButton.LeftButton)
    room.until(lambda: not room.shell.dashboards._rest.isActive())
    kept = room.kept()
    assert kept.day == 39
    assert kept.revision == before + 1


def test_the_days_play_by_themselves_until_space_stops_them(room):
    room.start_session()
    room.open_scenario()
    room.shell.dashboards._days.setInterval(20)
    room.key(Qt.Key.Key_Space)
    room.until(lambda: room.day >= 4)
    room.key(Qt.Key.Key_Space)
    stopped = room.day
    room.bot.wait(80)
    assert room.day == stopped


def test_playing_stops_on_the_last_day(room):
    room.start_session()
    room.open_scenario()
    room.presenter.go_to(59)
    room.shell.dashboards._days.setInterval(20)
    room.key(Qt.Key.Key_Space)
    room.until(lambda: room.page.days.play.accessibleName() == "Let the days pass")
    assert room.day == 60


def test_p_puts_the_charts_on_the_wall_and_takes_them_off_again(room):
    room.start_session()
    room.open_scenario()
    assert room.page.wall.text() == "Put on the wall"
    room.key(Qt.Key.Key_P)
    room.until(lambda: room.stage.face is StageFace.SCENARIO)
    room.until(lambda: room.page.wall.text() == "Take off the wall")
    room.key(Qt.Key.Key_Right)
    room.until(lambda: room.stage.scenario.kicker == "SwapSense 3.2, day 2")
    room.key(Qt.Key.Key_P)
    room.until(lambda: room.stage.face is StageFace.COUNTDOWN)
    room.until(lambda: room.page.wall.text() == "Put on the wall")


def test_taking_the_charts_off_at_the_console_is_seen_in_the_room(room):
    room.start_session()
    room.open_scenario()
    room.key(Qt.Key.Key_P)
    room.until(lambda: room.page.wall.text() == "Take off the wall")
    room.shell.console.presenter.undo()
    room.until(lambda: room.page.wall.text() == "Put on the wall")


def test_a_decision_by_key_changes_the_rest_and_can_be_taken_back(room):
    room.start_session()
    room.open_scenario()
    room.presenter.go_to(32)
    room.key(Qt.Key.Key_D)
    assert room.presenter.seen.play.decision == ""  # nothing is chosen yet
    row = room.page.decision.rows()[1]
    room.bot.mouseClick(row, Qt.MouseButton.LeftButton)
    room.key(Qt.Key.Key_D)
    room.until(lambda: room.presenter.seen.play.decision == "adjust")
    assert row.isChecked()
    assert room.page.decision.question.text() == "Decided on day 32: Adjust"
    room.key(Qt.Key.Key_P)
    room.presenter.go_to(45)
    room.until(
        lambda: room.stage.scenario is not None and len(room.stage.scenario.charts[0].values) == 45
    )
    assert room.stage.scenario.charts[2].without_decision[44] is not None
    room.press("undo-decision")
    room.until(lambda: room.presenter.seen.play.decision == "")
    room.until(lambda: room.stage.scenario.charts[2].without_decision == ())
    assert not any(each.isChecked() for each in room.page.decision.rows())
    assert room.day == 45


def test_another_chart_of_a_family_goes_to_the_wall_as_well(room):
    room.start_session()
    room.open_scenario()
    room.key(Qt.Key.Key_P)
    room.until(lambda: room.stage.face is StageFace.SCENARIO)
    room.page.chart_chosen.emit("complaints")
    room.until(lambda: room.stage.scenario.charts[3].title == "Complaints a day")


def test_nothing_of_the_truth_is_on_the_stage_on_any_day(room):
    room.start_session()
    room.open_scenario()
    room.key(Qt.Key.Key_P)
    scenario = room.presenter.seen.scenario
    private = [scenario.truth_card.cause, *scenario.truth_card.notes]
    private += [effect.note for effect in scenario.effects]
    for day in (1, 24, 32, 60):
        room.presenter.go_to(day)
        room.until(lambda day=day: f"day {day}" in repr(room.stage.scenario))
        assert not [words for words in private if words[:40] in repr(room.stage)]
        texts = " ".join(
            chart.accessibleName() + chart.accessibleDescription()
            for chart in room.shell.stage.findChildren(type(room.page.rows[0].chart))
        )
        assert not [words for words in private if words[:40] in texts]


def test_after_a_crash_charts_and_decision_are_back_on_the_wall(room, qtbot, qapp, tmp_path):
    room.start_session()
    room.open_scenario()
    room.presenter.go_to(32)
    room.presenter.decide("pause")
    room.until(lambda: room.presenter.seen.play.decision == "pause")
    room.presenter.go_to(40)
    room.key(Qt.Key.Key_P)
    room.until(lambda: room.stage.face is StageFace.SCENARIO)
    room.until(lambda: room.kept().day == 40)
    clock = room.clock
    room.stop()
    clock.restart(after_s=30)
    again = Room(qtbot, qapp, tmp_path / "w.sqlite", clock)
    assert again.stage.face is StageFace.HOLDING  # nobody has answered yet
    again.press("kept-going")
    again.until(lambda: again.stage.face is StageFace.SCENARIO)
    assert again.stage.scenario.kicker == "SwapSense 3.2, day 40. Decided on day 32: Pause"
    again.open_scenario()
    assert again.day == 40
    assert again.page.decision.question.text() == "Decided on day 32: Pause"
    again.stop()
