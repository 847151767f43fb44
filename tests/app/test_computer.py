from __future__ import annotations

import shutil
import subprocess
import sys
from collections import namedtuple

import pytest

from workshop_studio.app import computer
from workshop_studio.app.computer import (
    ThisComputer,
    power_of_linux,
    power_of_pmset,
    power_of_status,
)
from workshop_studio.domain.room_facts import Disk, Power, PowerSource

MAINS, BATTERY, UNKNOWN = PowerSource.MAINS, PowerSource.BATTERY, PowerSource.UNKNOWN


def a_supply(folder, name, **files):
    (folder / name).mkdir()
    for file, text in files.items():
        (folder / name / file).write_text(f"{text}\n", encoding="ascii")


def test_a_laptop_on_its_charger_is_on_mains_with_its_battery(tmp_path):
    a_supply(tmp_path, "AC", type="Mains", online="1")
    a_supply(tmp_path, "BAT0", type="Battery", capacity="64", status="Charging")
    assert power_of_linux(tmp_path) == Power(MAINS, 64)


def test_a_laptop_without_its_charger_is_on_battery(tmp_path):
    a_supply(tmp_path, "AC", type="Mains", online="0")
    a_supply(tmp_path, "BAT0", type="Battery", capacity="64", status="Discharging")
    assert power_of_linux(tmp_path) == Power(BATTERY, 64)


def test_two_batteries_count_as_their_mean(tmp_path):
    a_supply(tmp_path, "BAT0", type="Battery", capacity="90", status="Not charging")
    a_supply(tmp_path, "BAT1", type="Battery", capacity="31", status="Discharging")
    assert power_of_linux(tmp_path) == Power(BATTERY, 60)


def test_the_battery_of_a_mouse_is_not_the_computers(tmp_path):
    a_supply(tmp_path, "mouse", type="Battery", capacity="5", status="Discharging", scope="Device")
    assert power_of_linux(tmp_path) == Power(MAINS)


def test_a_charger_of_the_new_kind_counts(tmp_path):
    a_supply(tmp_path, "BAT0", type="Battery", capacity="100", status="Full")
    a_supply(tmp_path, "ucsi", type="USB", online="1")
    assert power_of_linux(tmp_path) == Power(MAINS, 100)


def test_a_computer_without_a_battery_is_on_mains(tmp_path):
    assert power_of_linux(tmp_path) == Power(MAINS)


def test_a_system_without_the_list_is_unknown(tmp_path):
    assert power_of_linux(tmp_path / "none") == Power(UNKNOWN)


def test_a_battery_that_does_not_say_its_level_is_still_one(tmp_path):
    a_supply(tmp_path, "BAT0", type="Battery", status="Discharging")
    assert power_of_linux(tmp_path) == Power(BATTERY)


@pytest.mark.parametrize(
    ("text", "power"),
    [
        ("Now drawing from 'AC Power'\n -InternalBattery-0 (id=1)\t97%; full", Power(MAINS, 97)),
        ("Now drawing from 'Battery Power'\n -InternalBattery-0 (id=1)\t8%; discharging; 0:21",
         Power(BATTERY, 8)),
        ("Now drawing from 'AC Power'\n", Power(MAINS)),
        ("", Power(UNKNOWN)),
    ],
)  # fmt: skip
def test_what_macos_prints_is_understood(text, power):
    assert power_of_pmset(text) == power


# ACLineStatus and BatteryLifePercent of SYSTEM_POWER_STATUS, docs/references.md#power
@pytest.mark.parametrize(
    ("line", "percent", "power"),
    [
        (1, 255, Power(MAINS)),
        (1, 80, Power(MAINS, 80)),
        (0, 41, Power(BATTERY, 41)),
        (255, 255, Power(UNKNOWN)),
    ],
)
def test_what_windows_says_is_understood(line, percent, power):
    assert power_of_status(line, percent) == power


def test_macos_without_its_command_is_unknown(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(computer, "PMSET", str(tmp_path / "pmset"))
    assert ThisComputer(tmp_path / "w.sqlite").power() == Power(UNKNOWN)


def test_macos_that_does_not_answer_in_time_is_unknown(tmp_path, monkeypatch):
    def late(*args, **kwargs):
        raise subprocess.TimeoutExpired(args[0], kwargs["timeout"])

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(subprocess, "run", late)
    assert ThisComputer(tmp_path / "w.sqlite").power() == Power(UNKNOWN)


def test_linux_is_asked_where_its_kernel_lists_supplies(tmp_path, monkeypatch):
    a_supply(tmp_path, "BAT0", type="Battery", capacity="64", status="Discharging")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(computer, "SUPPLIES", tmp_path)
    assert ThisComputer(tmp_path / "w.sqlite").power() == Power(BATTERY, 64)


def test_a_folder_is_written_read_and_left_as_it_was(tmp_path, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(100, 60, 40))
    assert ThisComputer(tmp_path / "w.sqlite").disk() == Disk(is_writable=True, free_bytes=40)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_cannot_be_written(tmp_path):
    assert ThisComputer(tmp_path / "gone" / "w.sqlite").disk() == Disk(is_writable=False)
