from __future__ import annotations

from workshop_studio.app import clock as clocks


def test_the_zone_is_read_from_the_disk_once_in_two_seconds_and_then_again(monkeypatch):
    read, now_s = [], [100.0]
    monkeypatch.setattr(clocks, "_system_zone", lambda: read.append(1) or f"Zone/{len(read)}")
    monkeypatch.setattr(clocks.time, "monotonic", lambda: now_s[0])
    clock = clocks.SystemClock()
    assert [clock.zone() for _ in range(20)] == ["Zone/1"] * 20
    now_s[0] = 101.9
    assert clock.zone() == "Zone/1"
    now_s[0] = 102.0
    assert clock.zone() == "Zone/2"
