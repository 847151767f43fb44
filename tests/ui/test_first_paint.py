from __future__ import annotations

from PySide6.QtWidgets import QWidget

from workshop_studio.ui.bridge.first_paint import FirstPaint


def test_the_first_paint_is_announced_once(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    heard = []
    first = FirstPaint(window)
    first.painted.connect(lambda: heard.append("painted"))
    window.show()
    qtbot.waitUntil(lambda: bool(heard))
    window.repaint()
    qtbot.wait(20)
    assert heard == ["painted"]


def test_a_window_that_is_never_painted_does_not_keep_the_app_waiting(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    first = FirstPaint(window)
    with qtbot.waitSignal(first.painted, timeout=2000):
        pass
    assert not window.isVisible()
