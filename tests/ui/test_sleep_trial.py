"""Before the start: can this computer be kept awake?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from workshop_studio.domain.errors import RuleBroken
from workshop_studio.ui.bridge.sleep_guard import SleepGuard


class Desk:
    """A desktop that keeps awake, or refuses to."""

    def __init__(self, *, refuses=False):
        self.refuses, self.asked = refuses, []

    def hold(self):
        self.asked.append("hold")
        if self.refuses:
            raise RuleBroken("cannot-stay-awake")

    def release(self):
        self.asked.append("release")


class Trial:
    def __init__(self, qtbot, desk):
        self.bot, self.desk, self.parent = qtbot, desk, QObject()
        self.guard = SleepGuard(desk, self.parent)
        self.said, self.refused = [], []
        self.guard.tried.connect(self.said.append)
        self.guard.refused.connect(self.refused.append)

    def answer(self):
        self.said.clear()
        self.guard.try_out()
        self.bot.waitUntil(lambda: self.said != [])
        return self.said[0]


@pytest.fixture
def trial(qtbot):
    made = []

    def make(desk):
        made.append(Trial(qtbot, desk))
        return made[-1]

    yield make
    for one in made:
        one.guard.close()


def test_a_trial_holds_for_a_moment_and_lets_the_computer_sleep_again(trial):
    desk = Desk()
    assert trial(desk).answer() is True
    assert desk.asked == ["hold", "release"]


def test_a_desktop_that_refuses_is_known_before_the_start_and_no_banner_comes_of_it(trial):
    one = trial(Desk(refuses=True))
    assert one.answer() is False
    assert one.refused == []


def test_without_a_way_to_ask_the_answer_is_no(trial):
    assert trial(None).answer() is False


@pytest.mark.parametrize("refuses", [True, False])
def test_while_a_session_is_on_nothing_is_asked_and_nothing_let_go(trial, refuses, qtbot):
    desk = Desk(refuses=refuses)
    one = trial(desk)
    one.guard.follow(is_session_on=True)
    qtbot.waitUntil(lambda: desk.asked == ["hold"] and bool(one.refused) is refuses)
    assert one.answer() is not refuses
    assert desk.asked == ["hold"]
