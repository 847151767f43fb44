"""The answer to `ports.computer.Computer`: asks Linux, Windows and macOS in their own ways."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from workshop_studio.domain.room_facts import Disk, Power, PowerSource

SUPPLIES = Path("/sys/class/power_supply")
# The whole path: a program of this name in the folder one stands in must not answer.
PMSET = "/usr/bin/pmset"
_PROBE = b"Workshop Studio looks whether this folder can be written to.\n"
_PATIENCE_S = 5.0
UNKNOWN = Power(PowerSource.UNKNOWN)


class ThisComputer:
    """The computer that the app runs on. workspace: the file whose disk counts."""

    def __init__(self, workspace: Path) -> None:
        self._folder = workspace.parent

    def power(self) -> Power:
        """Return what it runs on."""
        if sys.platform == "win32":
            return _power_of_windows()
        if sys.platform == "darwin":
            return _power_of_macos()
        return power_of_linux(SUPPLIES)

    def disk(self) -> Disk:
        """Write a small file beside the workspace, read it back and take it away."""
        try:
            free = shutil.disk_usage(self._folder).free
        except OSError:
            free = None
        return Disk(_is_writable(self._folder), free)


def _is_writable(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(_PROBE)
            file.flush()
            file.seek(0)
            return file.read() == _PROBE
    except OSError:
        return False


def power_of_linux(supplies: Path) -> Power:
    """Return the power from the folder where the kernel lists its supplies.

    A mouse has a battery too; its scope is "Device", and it does not count.
    """
    try:
        folders = sorted(supplies.iterdir())
    except OSError:
        return UNKNOWN
    levels: list[int] = []
    is_plugged = is_draining = False
    for folder in folders:
        if _word(folder / "scope") == "Device":
            continue
        if _word(folder / "type") == "Battery":
            level = _word(folder / "capacity")
            levels += [int(level)] if level.isdigit() else []
            is_draining = is_draining or _word(folder / "status") == "Discharging"
        elif _word(folder / "online") == "1":
            is_plugged = True
    percent = round(sum(levels) / len(levels)) if levels else None
    if is_plugged or (percent is None and not is_draining):
        return Power(PowerSource.MAINS, percent)
    return Power(PowerSource.BATTERY if is_draining else PowerSource.MAINS, percent)


def _word(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


def power_of_pmset(text: str) -> Power:
    """Return the power from what macOS prints for `pmset -g batt`."""
    source = re.search(r"Now drawing from '(AC|Battery|UPS) Power'", text)
    if source is None:
        return UNKNOWN
    level = re.search(r"\b(\d{1,3})%", text)
    is_mains = source[1] == "AC"
    return Power(
        PowerSource.MAINS if is_mains else PowerSource.BATTERY, int(level[1]) if level else None
    )


def _power_of_macos() -> Power:
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command of the system
            [PMSET, "-g", "batt"], capture_output=True, timeout=_PATIENCE_S, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return UNKNOWN
    return power_of_pmset(done.stdout.decode("utf-8", "replace"))


def power_of_status(line: int, percent: int) -> Power:
    """Return the power from ACLineStatus and BatteryLifePercent of Windows; 255 is unknown."""
    source = {0: PowerSource.BATTERY, 1: PowerSource.MAINS}.get(line, PowerSource.UNKNOWN)
    return Power(source, percent if percent <= 100 else None)


def _power_of_windows() -> Power:
    import ctypes  # noqa: PLC0415 - only there

    # SYSTEM_POWER_STATUS: four single bytes, then two counts of seconds.
    status = (ctypes.c_ubyte * 12)()
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - other systems have no such name
    if not kernel.GetSystemPowerStatus(ctypes.byref(status)):
        return UNKNOWN
    return power_of_status(status[0], status[2])
