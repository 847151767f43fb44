"""Console and stage say the same second: both are drawn from one reading of the clocks."""

from __future__ import annotations

import pytest

from fakes import InlineLane, ManualClock
from studio_fixture import a_studio
from workshop_studio.ui.console.presenter import ConsolePresenter


class RestlessClock(ManualClock):
    """Time passes while it is read, as it does in life."""

    step_s = 0.0

    def now(self):
        self.advance(self.step_s)
        return super().now()


class View:
    """Keeps the newest reading; takes whatever else it is told."""

    reading = None

    def show_reading(self, reading):
        self.reading = reading

    def __getattr__(self, name):
        return lambda *_, **__: None


@pytest.fixture
def clock():
    return RestlessClock()


@pytest.fixture
def screens(tmp_path, clock):
    studio = a_studio(tmp_path, clock)
    studio.live.open(studio.planning.sessions()[0].id)
    view, slides = View(), []
    presenter = ConsolePresenter(studio, InlineLane(), view, slides.append)
    yield presenter, view, slides
    studio.close()


@pytest.mark.parametrize("step_s", [0.02, 0.4])
def test_a_second_that_begins_between_two_readings_splits_no_look(screens, clock, step_s):
    presenter, view, slides = screens
    presenter.refresh()
    presenter.press_primary()
    clock.step_s = step_s
    pairs = set()
    for _ in range(200):
        presenter.refresh()
        pairs.add((view.reading.clock, slides[-1].clock.text))
        clock.advance(0.0049)
    assert all(console == stage for console, stage in pairs)
    assert len(pairs) > 1
