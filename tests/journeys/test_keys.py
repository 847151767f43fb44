"""No key means two things in one window."""

from __future__ import annotations

from itertools import combinations

import pytest
from driver import App
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShortcut

from fakes import ManualClock

WINDOW = {Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut}


@pytest.fixture
def app(qtbot, qapp, tmp_path):
    started = App(qtbot, qapp, tmp_path / "w.sqlite", ManualClock())
    yield started
    started.stop()


def bound_keys(window):
    """Return key, context and owner of every shortcut in a window."""
    found = []
    for shortcut in window.findChildren(QShortcut):
        keys = QShortcut.keys(shortcut)
        found += [(key.toString(), shortcut.context(), shortcut.parent()) for key in keys]
    for action in window.findChildren(QAction):
        owner = action.parent()
        found += [(key.toString(), action.shortcutContext(), owner) for key in action.shortcuts()]
    return found


def meet(one, other):
    """Return whether both could answer the same key press: Qt would then answer neither."""
    (key, context, owner), (other_key, other_context, other_owner) = one, other
    if key != other_key:
        return False
    if context in WINDOW or other_context in WINDOW:
        return True
    return (
        owner is other_owner or owner.isAncestorOf(other_owner) or other_owner.isAncestorOf(owner)
    )


def test_no_key_is_bound_twice_where_both_could_be_meant(app):
    app.make_sample()
    for room in ("run", "scenario", "review", "settings", "plan"):
        app.shell.show_room(room)
        app.until(lambda room=room: app.room == room)
    keys = bound_keys(app.desktop.window)
    assert {"N", "Ctrl+K"} <= {key for key, _, _ in keys}
    assert [(a[0], a[2], b[2]) for a, b in combinations(keys, 2) if meet(a, b)] == []
