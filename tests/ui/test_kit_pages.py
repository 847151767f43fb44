from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from workshop_studio.domain.prints import PageImage
from workshop_studio.ui.kit.lines import QuietLine, ShortText
from workshop_studio.ui.kit.pages import PagesView
from workshop_studio.ui.kit.tick import Tick
from workshop_studio.ui.theme.theme import Theme, ThemeChoice

RESOURCES = Path(__file__).parents[2] / "resources"
A4, WIDE = (595.0, 842.0), (842.0, 595.0)


@pytest.fixture(scope="module")
def theme(qapp):
    theme = Theme(RESOURCES, ThemeChoice.LIGHT)
    theme.choose(ThemeChoice.LIGHT, qapp)
    return theme


def shown(qtbot, widget, width=700, height=500):
    window = QWidget()
    window.resize(width, height)
    widget.setParent(window)
    widget.resize(width, height)
    widget.window_kept = window
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return widget


def red(size=4):
    return PageImage(size, size, bytes([200, 0, 0]) * (size * size))


def test_only_pages_near_the_screen_are_asked_for_and_far_ones_forget(qtbot, theme):
    view = shown(qtbot, PagesView(theme))
    asked = []
    view.page_wanted.connect(lambda place, dpi: asked.append((place, dpi)))
    view.show_document([A4] * 12)
    qtbot.waitUntil(lambda: bool(asked))
    places = {place for place, _ in asked}
    assert 0 in places
    assert 11 not in places
    for place, dpi in asked:
        view.show_picture(place, red(), dpi)
    assert view.is_drawn
    view.go_to(11)
    qtbot.waitUntil(lambda: any(place == 11 for place, _ in asked))
    assert not view.pages[0].has_picture


def test_the_pictures_are_as_fine_as_the_screen(qtbot, theme):
    view = shown(qtbot, PagesView(theme))
    asked = []
    view.page_wanted.connect(lambda place, dpi: asked.append(dpi))
    view.show_document([A4])
    qtbot.waitUntil(lambda: bool(asked))
    page = view.pages[0]
    assert asked == [round(page.width() / A4[0] * 72)]
    view.resize(400, 500)
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert asked[1] < asked[0]


def test_the_page_in_the_middle_is_told(qtbot, theme):
    view = shown(qtbot, PagesView(theme))
    seen = []
    view.page_seen.connect(seen.append)
    view.show_document([A4] * 5)
    qtbot.waitUntil(lambda: seen == [0])
    view.go_to(3)
    qtbot.waitUntil(lambda: seen[-1] == 3)
    assert len(seen) == 2


def test_a_wide_page_is_as_large_as_the_view_allows(qtbot, theme):
    view = shown(qtbot, PagesView(theme, widest=300))
    view.show_document([A4, WIDE])
    assert view.pages[0].width() == 300
    assert view.pages[1].width() == round(300 * 842 / 595)


def test_the_same_pages_set_again_keep_the_place_and_the_old_pictures(qtbot, theme):
    view = shown(qtbot, PagesView(theme))
    view.show_document([A4] * 6)
    view.show_picture(2, red(), 80)
    qtbot.waitUntil(lambda: view.pages[2].y() > 0 and view.verticalScrollBar().maximum() > 0)
    view.go_to(2)
    before = view.verticalScrollBar().value()
    view.show_document([A4] * 6)
    assert view.verticalScrollBar().value() == before > 0
    assert view.pages[2].has_picture
    view.show_document([A4])
    assert not view.pages[0].has_picture


def test_a_line_settles_after_a_quiet_moment_and_on_leaving(qtbot, theme):
    line = shown(qtbot, QuietLine("Question"), 300, 40)
    settled = []
    line.settled.connect(lambda: settled.append(line.text()))
    line.setFocus()
    qtbot.keyClicks(line, "Who")
    assert settled == []
    qtbot.waitUntil(lambda: settled == ["Who"], timeout=2000)
    qtbot.keyClicks(line, "?")
    line.flush()
    line.flush()
    assert settled == ["Who", "Who?"]


def test_a_stored_text_is_shown_without_being_announced(qtbot, theme):
    line = shown(qtbot, QuietLine("Question"), 300, 40)
    settled = []
    line.settled.connect(lambda: settled.append(line.text()))
    line.fill("From the disk")
    line.flush()
    assert (line.text(), settled) == ("From the disk", [])


def test_a_long_label_is_shortened_and_its_whole_text_stays_reachable(qtbot, theme):
    label = shown(qtbot, ShortText(theme, "title"), 120, 40)
    label.show_text("Juniper, a title that is much too long for this place")
    assert label.text().endswith("…")
    assert label.whole.endswith("for this place")
    assert label.toolTip() == label.whole
    label.show_text("Short")
    assert (label.text(), label.toolTip()) == ("Short", "")


def test_the_words_of_a_box_tick_it_too(qtbot, theme):
    tick = shown(qtbot, Tick(theme, "A sheet with a name that has no room here"), 150, 26)
    assert tick.toolTip() == tick.text()
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(120, 13))
    assert tick.isChecked()
    before = tick.grab().toImage()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert not tick.isChecked()
    assert tick.grab().toImage() != before
