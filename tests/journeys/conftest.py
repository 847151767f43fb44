from __future__ import annotations

import pytest
from driver import App
from two_screens import SCREENS, set_screens, why_not

from fakes import ManualClock


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def app(qtbot, qapp, tmp_path, clock):
    started = App(qtbot, qapp, tmp_path / "w.sqlite", clock)
    yield started
    started.stop()


@pytest.fixture
def plug(qapp):
    """Give what plugs and unplugs screens; afterwards there are laptop and projector again."""
    if reason := why_not():
        pytest.skip(reason)
    yield set_screens
    # The laptop alone first: whichever screen was there longest is the primary one.
    set_screens(SCREENS[:1])
    set_screens(SCREENS)
