from __future__ import annotations

from datetime import UTC, datetime, timedelta

from builders import make_session
from fakes import ManualClock
from workshop_studio.domain.events import CueFired
from workshop_studio.services.paced_clock import PacedClock
from workshop_studio.services.simulated_clock import SimulatedClock
from workshop_studio.services.window_rehearsal import WindowRehearsal

START = datetime(2026, 10, 6, 11, 30, tzinfo=UTC)


def simulated():
    return SimulatedClock(START, "Europe/Berlin")


def seen(clock):
    """Return what each clock shows: wall and monotonic, counting sleep, the room's."""
    now = clock.now()
    wall = (now.utc - START).total_seconds()
    return wall, now.monotonic_s, now.awake_or_asleep_s, clock.room_s


def test_time_that_passes_passes_on_every_clock():
    clock = simulated()
    clock.advance(60)
    assert seen(clock) == (60, 60, 60, 60)


def test_a_sleep_passes_on_the_monotonic_clock_only_where_it_is_counted():
    counted, slept_through = simulated(), simulated()
    counted.sleep(60, counted=True)
    slept_through.sleep(60, counted=False)
    assert seen(counted) == (60, 60, 60, 60)
    assert seen(slept_through) == (60, 0, 60, 60)


def test_setting_the_wall_clock_moves_nothing_else():
    clock = simulated()
    clock.step_wall(-3600)
    clock.change_zone("Asia/Tokyo")
    assert seen(clock) == (-3600, 0, 0, 0)
    assert clock.zone() == "Asia/Tokyo"


def test_another_start_begins_its_own_clocks_anew():
    clock = simulated()
    clock.advance(60)
    before = clock.now().clock_id
    clock.restart(after_s=30)
    assert seen(clock) == (90, 0, 0, 90)
    assert clock.now().clock_id != before


def test_eight_hours_of_small_steps_add_up_exactly():
    clock = simulated()
    for _ in range(288_000):
        clock.advance(0.1)
    assert seen(clock) == (28_800, 28_800, 28_800, 28_800)


# --- the clock of the windows --------------------------------------------------------------------


def test_a_paced_clock_runs_as_fast_as_it_was_told_since_it_was_told():
    base = ManualClock()
    clock = PacedClock(base, START, "Europe/Berlin", "rehearsal")
    base.advance(10)
    clock.run_at(60)
    base.advance(2)
    clock.run_at(0)
    base.advance(100)
    clock.run_at(2)
    base.advance(5)
    # 10 + 2 x 60 + 0 + 5 x 2
    assert clock.now().utc == START + timedelta(seconds=140)
    assert clock.now().monotonic_s == 140
    assert clock.zone() == "Europe/Berlin"


def test_a_paced_clock_sees_neither_a_stepped_clock_nor_a_sleep_that_is_not_counted():
    base = ManualClock()
    clock = PacedClock(base, START, "Europe/Berlin", "rehearsal")
    base.step_wall(3600)
    base.sleep(600, counted=False)
    base.advance(1)
    assert clock.now().utc == START + timedelta(seconds=1)


def rehearsal(heard=None):
    base = ManualClock()
    return base, WindowRehearsal(make_session(), (), base, (heard or (lambda _: None)))


def test_a_rehearsal_begins_a_minute_before_the_plan_under_an_id_of_its_own():
    base, one = rehearsal()
    assert one.live.console().is_rehearsal
    assert one.live.session.id == "rehearsal-session-1"
    assert one.live.console().time_of_day == "13:29"
    base.advance(60)
    one.live.start()
    assert one.live.console().lateness == "on time, ends 14:30"


def test_a_rehearsal_takes_no_leap_of_its_clock_for_a_sleep():
    base, one = rehearsal()
    one.live.start()
    one.live.look()
    one.run_at(60)
    base.advance(5)
    assert one.live.look().slept_s == 0
    assert one.live.console().clock == "5:00"


def test_time_that_is_held_goes_on_at_the_chosen_pace():
    base, one = rehearsal()
    one.live.start()
    one.run_at(10)
    one.hold(is_held=True)
    base.advance(600)
    assert (one.is_held, one.pace, one.live.console().clock) == (True, 10, "10:00")
    one.hold(is_held=False)
    base.advance(6)
    assert one.live.console().clock == "9:00"
    one.hold(is_held=True)
    one.run_at(2)
    assert not one.is_held


def test_signals_of_a_rehearsal_are_heard():
    heard = []
    base, one = rehearsal(heard.append)
    one.live.start()
    base.advance(600)
    one.live.cues.give_due()
    assert [(type(event), event.block_id) for event in heard] == [(CueFired, "b1")]
