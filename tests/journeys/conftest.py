from __future__ import annotations

import pytest
from driver import App

from fakes import ManualClock


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def app(qtbot, qapp, tmp_path, clock):
    started = App(qtbot, qapp, tmp_path / "w.sqlite", clock)
    yield started
    started.stop()
