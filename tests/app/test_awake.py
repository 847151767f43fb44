"""Keeping awake: with nobody to ask, and on a real bus with a desktop that listens."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from workshop_studio.app.awake import WakepyAwake
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.ui.wording import words

HERE = Path(__file__).parent


@pytest.fixture
def nobody_to_ask(monkeypatch):
    monkeypatch.setenv("WAKEPY_FORCE_FAILURE", "yes")
    monkeypatch.delenv("WAKEPY_FAKE_SUCCESS", raising=False)


@pytest.fixture
def a_willing_system(monkeypatch):
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "yes")
    monkeypatch.delenv("WAKEPY_FORCE_FAILURE", raising=False)


@pytest.mark.usefixtures("nobody_to_ask")
def test_where_nobody_can_be_asked_that_is_one_plain_sentence():
    awake = WakepyAwake()
    with pytest.raises(RuleBroken) as refused:
        awake.hold()
    assert words(refused.value) == (
        "This computer cannot be asked to stay awake. Set its sleep and its screen saver to never "
        "while you run the session."
    )
    awake.release()
    assert not awake.is_held


@pytest.mark.usefixtures("a_willing_system")
def test_it_is_held_until_it_is_released_and_may_be_held_again():
    awake = WakepyAwake()
    for _ in range(2):
        awake.hold()
        awake.hold()
        assert awake.is_held
        awake.release()
        awake.release()
        assert not awake.is_held


class Bus:
    """A bus of its own with a desktop on it."""

    def __init__(self):
        self.daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        address = self.daemon.stdout.readline().strip()
        self.around = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": address}
        for name in ("WAKEPY_FAKE_SUCCESS", "WAKEPY_FORCE_FAILURE"):
            self.around.pop(name, None)
        self.children = [self.daemon]
        self.desktop = self.start("desktop_that_listens.py")

    def start(self, name, *words):
        child = subprocess.Popen(
            [sys.executable, str(HERE / name), *words],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=self.around,
        )  # fmt: skip
        self.children.append(child)
        return child

    def said(self):
        return self.desktop.stdout.readline().strip()

    def close(self):
        for child in reversed(self.children):
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                if pipe is not None:
                    pipe.close()


@pytest.fixture
def bus():
    if not sys.platform.startswith("linux") or shutil.which("dbus-daemon") is None:
        pytest.skip("there is no bus to start")
    one = Bus()
    assert one.said() == "listening"
    yield one
    one.close()


def test_a_desktop_is_asked_not_to_become_idle_and_told_when_it_may(bus):
    app = bus.start("awake_until_killed.py", "release")
    # 8 is "inhibit the session being marked as idle" in GNOME's own table.
    assert bus.said() == "inhibited 8"
    assert app.stdout.readline().strip() == "held"
    app.stdin.write("\n")
    app.stdin.flush()
    assert bus.said() == "uninhibited"


def test_a_desktop_hears_of_it_when_the_app_is_killed(bus):
    app = bus.start("awake_until_killed.py")
    assert bus.said() == "inhibited 8"
    assert app.stdout.readline().strip() == "held"
    app.send_signal(signal.SIGKILL)
    assert bus.said() == "forgotten"
