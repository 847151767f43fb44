"""Plugs and unplugs screens of the offscreen platform; a private hook, Linux on x86-64 only."""

from __future__ import annotations

import ctypes
import functools
import json
import os
import subprocess
import sys
from pathlib import Path

import PySide6
import shiboken6
from PySide6.QtCore import QByteArray, QJsonDocument

POINTER = ctypes.c_void_p
CONFIGURATION = Path(__file__).resolve().parents[1] / "two_screens.json"
SCREENS = json.loads(CONFIGURATION.read_text(encoding="utf-8"))["screens"]
_LIBRARIES = Path(PySide6.__file__).parent / "Qt" / "lib"
_OWN_SLOTS = 40


def _library(name):
    return ctypes.CDLL(str(_LIBRARIES / name))


def set_screens(screens):
    """Make these the screens, as a plug or unplug would; each a dict as in two_screens.json."""
    gui, core = _library("libQt6Gui.so.6"), _library("libQt6Core.so.6")
    native = gui["_ZN15QGuiApplication23platformNativeInterfaceEv"]
    native.restype = POINTER
    interface = native()
    base = gui["_ZN24QPlatformNativeInterface28nativeResourceForIntegrationERK10QByteArray"]
    wanted = ctypes.cast(base, POINTER).value
    symbol = POINTER.in_dll(gui, "_ZTV24QPlatformNativeInterface")
    table = ctypes.cast(ctypes.addressof(symbol) + 16, ctypes.POINTER(POINTER))
    slot = next(place for place in range(_OWN_SLOTS) if table[place] == wanted)
    methods = ctypes.cast(interface, ctypes.POINTER(ctypes.POINTER(POINTER)))[0]
    name = QByteArray(b"setConfiguration")
    resource = ctypes.CFUNCTYPE(POINTER, POINTER, POINTER)(methods[slot])
    configure = resource(interface, shiboken6.getCppPointer(name)[0])
    whole = {
        "synchronousWindowSystemEvents": False,
        "windowFrameMargins": False,
        "screens": screens,
    }
    document = QJsonDocument.fromJson(QByteArray(json.dumps(whole).encode()))
    held = (ctypes.c_char * 16)()
    to_object = core["_ZNK13QJsonDocument6objectEv"]
    to_object.argtypes = [POINTER, POINTER]
    to_object(ctypes.addressof(held), shiboken6.getCppPointer(document)[0])
    ctypes.CFUNCTYPE(None, POINTER, POINTER)(configure)(ctypes.addressof(held), interface)
    destroy = core["_ZN11QJsonObjectD1Ev"]
    destroy.argtypes = [POINTER]
    destroy(ctypes.addressof(held))


@functools.cache
def why_not():
    """Return why screens cannot be plugged here, "" when they can.

    A process of its own tries: should an update of Qt move the hook, that one dies and not the
    tests.
    """
    if not sys.platform.startswith("linux") or os.uname().machine != "x86_64":
        return "a private hook of Linux on x86-64"
    tried = subprocess.run(
        [sys.executable, __file__], capture_output=True, text=True, timeout=60, check=False
    )
    return "" if tried.stdout.split() == ["1", "2"] else f"Qt has no hook: {tried.stderr[-200:]}"


def try_the_hook():
    """Unplug and plug a screen and print how many there are after each."""
    from PySide6.QtGui import QGuiApplication

    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={CONFIGURATION}"
    app = QGuiApplication([])
    for screens in (SCREENS[:1], SCREENS):
        set_screens(screens)
        print(len(app.screens()), flush=True)


if __name__ == "__main__":
    try_the_hook()
