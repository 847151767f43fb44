"""The pulse takes aim: a second is shown when it begins, not up to a pulse later."""

from __future__ import annotations

import math
import random

import pytest
from PySide6.QtCore import QTimer

from builders import make_agenda, make_session
from fakes import ManualClock
from workshop_studio.domain import timer
from workshop_studio.domain.next_change import pulse_after_s, reading_stays_s
from workshop_studio.domain.replay import state
from workshop_studio.domain.run import room_now
from workshop_studio.domain.run_log import Act, LogEntry
from workshop_studio.domain.staging import RunNow
from workshop_studio.domain.timer import Countdown
from workshop_studio.ui.bridge.clock_driver import LEAST_MS, ClockDriver
from workshop_studio.ui.shell.clock_aim import ClockAim


class Held:
    """A desk with its live session, as far as the aim looks at them."""

    def __init__(self, clock):
        self.session, self.log, self._clock = make_session(make_agenda(10, 20)), (), clock
        self.live = self

    def run_now(self):
        run, now = state(self.session.agenda, self.log), self._clock.now()
        return RunNow(self.session, run, room_now(self.log, now), now.utc)

    def add(self, act, **facts):
        self.log = (*self.log, LogEntry(len(self.log) + 1, act, self._clock.now(), **facts))


def wait_ms(driver):
    """Return how long the driver waits for its next pulse, None when it is quiet."""
    (pulse,) = [one for one in driver.findChildren(QTimer) if one.isSingleShot()]
    return pulse.interval() if pulse.isActive() else None


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def held(clock):
    return Held(clock)


@pytest.fixture
def driver(qapp, held):
    one = ClockDriver()
    one.follow(ClockAim(held).stays_s)
    one.start()
    yield one
    one.stop()


def test_before_the_start_it_pulses_ten_times_a_second(driver):
    assert wait_ms(driver) == 100


def test_an_act_moves_the_aim_to_the_second_that_changes_next(driver, held, clock):
    held.add(Act.START)
    clock.advance(10.34)
    driver.aim()
    assert wait_ms(driver) == 95  # 0.66 s to go: seven looks, the last one on the change
    clock.advance(0.6)
    driver.aim()
    assert wait_ms(driver) == 60
    held.add(Act.PAUSE)
    driver.aim()
    assert wait_ms(driver) == 100


def test_going_on_after_a_pause_keeps_the_fraction_of_the_pause(driver, held, clock):
    held.add(Act.START)
    clock.advance(3.97)
    held.add(Act.PAUSE)
    clock.advance(61.5)
    held.add(Act.RESUME)
    driver.aim()
    assert wait_ms(driver) == 30


def test_without_a_session_it_pulses_ten_times_a_second(qapp):
    class Nothing:
        def run_now(self):
            return None

        live = property(lambda self: self)

    driver = ClockDriver()
    driver.follow(ClockAim(Nothing()).stays_s)
    driver.start()
    assert wait_ms(driver) == 100
    driver.stop()


def test_it_never_looks_more_often_than_a_screen_could_show(driver, held, clock):
    held.add(Act.START)
    clock.advance(5.9995)
    driver.aim()
    assert wait_ms(driver) == LEAST_MS


def test_a_stopped_driver_stays_quiet_whatever_is_aimed_at(driver):
    driver.stop()
    driver.aim()
    assert wait_ms(driver) is None


def test_each_pulse_takes_aim_at_the_next_one(driver, held, qtbot):
    held.add(Act.START)
    with qtbot.waitSignals([driver.pulsed, driver.pulsed, driver.pulsed], timeout=3000):
        pass
    assert wait_ms(driver) is not None


def test_the_clock_goes_on_when_the_answer_fails(qapp):
    def fails():
        raise KeyError("a fault somewhere else")

    driver = ClockDriver()
    driver.follow(fails)
    with pytest.raises(KeyError):
        driver.start()
    assert wait_ms(driver) == 100
    driver.stop()


def looks(hours, *, seed=1):
    """Yield (text, when) at every look of a run of so many hours, each woken up to 3 ms late."""
    chance = random.Random(seed)
    clock = timer.start(Countdown(hours * 3600.0), 0.37)
    at_s = 0.37
    while at_s < hours * 3600 + 0.37:
        left_s = timer.read(clock, at_s).remaining_s
        yield timer.clock_text(left_s), at_s
        wait = pulse_after_s(reading_stays_s(left_s), 0.1)
        at_s += max(LEAST_MS, math.ceil(wait * 1000)) / 1000 + chance.random() * 0.003


def test_over_an_hour_each_second_is_shown_once_in_order_and_when_it_begins():
    begun = {}
    for text, at_s in looks(1):
        begun.setdefault(text, at_s)
    shown = list(begun)
    assert shown == [timer.clock_text(float(left)) for left in range(3600, 0, -1)]
    late = [at_s - 0.37 - number for number, at_s in enumerate(begun.values())]
    assert min(late) > -1e-6
    assert max(late) < 0.004 + 0.003 + 1e-6  # the least wait and the latest waking


def test_over_eight_hours_nothing_drifts():
    last_text, last_at = list(looks(8))[-1]
    assert last_text == "0:01"
    whole = timer.start(Countdown(8 * 3600.0), 0.37)
    assert timer.read(whole, last_at).elapsed_s == last_at - 0.37
