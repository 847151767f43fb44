"""Every test of the engine runs on six computers: two kinds of sleep in three time zones."""

from __future__ import annotations

import time

import pytest

from builders import HALF_PAST_ONE
from room import Room

ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kathmandu")


@pytest.fixture(params=[True, False], ids=["sleep-counts", "sleep-is-missed"])
def counts_sleep(request):
    return request.param


@pytest.fixture(params=ZONES)
def zone(request, monkeypatch):
    """The session and the computer are in this zone."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def a_room(zone, counts_sleep):
    def make(agenda=None, start_utc=HALF_PAST_ONE):
        return Room(agenda, zone, start_utc, counts_sleep)

    return make


@pytest.fixture
def room(a_room):
    return a_room()
