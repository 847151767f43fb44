from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from workshop_studio.domain.timer import TimerPhase
from workshop_studio.ui.kit.autosave import Autosave
from workshop_studio.ui.kit.basics import Button, HoldButton
from workshop_studio.ui.kit.cards import EmptyPage, PrivateCard
from workshop_studio.ui.kit.day_bar import DayBar, DayBlock, block_spans
from workshop_studio.ui.kit.fields import (
    Field,
    LengthCount,
    PassphraseField,
    SavedMark,
    count_text,
)
from workshop_studio.ui.kit.growing_text import GrowingText
from workshop_studio.ui.kit.marks import BigClock, GlyphCache
from workshop_studio.ui.kit.scrubber import Scrubber
from workshop_studio.ui.kit.segmented import SegmentedChoice
from workshop_studio.ui.theme.theme import Theme, ThemeChoice

RESOURCES = Path(__file__).parents[2] / "resources"
ANSWERS = (("answered", "Answered"), ("unknown", "Not known yet"), ("none", "Does not apply"))


@pytest.fixture(scope="module")
def theme(qapp):
    theme = Theme(RESOURCES, ThemeChoice.LIGHT)
    theme.choose(ThemeChoice.LIGHT, qapp)
    return theme


def shown(qtbot, widget):
    # In a window of its own: one without limits to its size, as the offscreen platform wants.
    window = QWidget()
    window.resize(900, 300)
    widget.setParent(window)
    widget.window_kept = window
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return widget


def test_arrow_keys_move_the_choice_and_announce_it(qtbot, theme):
    choice = shown(qtbot, SegmentedChoice(theme, ANSWERS))
    heard = []
    choice.chosen.connect(heard.append)
    choice.choose("answered")
    choice.segments()[0].setFocus()
    qtbot.keyClick(choice.segments()[0], Qt.Key.Key_Right)
    qtbot.keyClick(choice.segments()[1], Qt.Key.Key_Right)
    qtbot.keyClick(choice.segments()[2], Qt.Key.Key_Left)
    assert heard == ["unknown", "none", "unknown"]
    assert choice.value == "unknown"


def test_a_choice_made_by_the_program_is_not_announced(qtbot, theme):
    choice = shown(qtbot, SegmentedChoice(theme, ANSWERS))
    heard = []
    choice.chosen.connect(heard.append)
    choice.choose("none")
    assert choice.value == "none"
    choice.choose("")
    assert choice.value == ""
    assert heard == []


def test_only_one_answer_is_chosen_by_clicks(qtbot, theme):
    choice = shown(qtbot, SegmentedChoice(theme, ANSWERS, is_apart=True))
    for segment in choice.segments():
        qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
    assert [segment.isChecked() for segment in choice.segments()] == [False, False, True]


def test_choosing_moves_no_other_answer(qtbot, theme):
    choice = shown(qtbot, SegmentedChoice(theme, ANSWERS))
    before = [segment.sizeHint() for segment in choice.segments()]
    choice.choose("unknown")
    assert [segment.sizeHint() for segment in choice.segments()] == before


def test_a_button_let_go_early_does_nothing(qtbot, theme):
    button = shown(qtbot, HoldButton(theme, "End session", hold_ms=200))
    with qtbot.assertNotEmitted(button.held, wait=260):
        qtbot.mousePress(button, Qt.MouseButton.LeftButton)
        qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)


def test_a_button_held_long_enough_does_its_work(qtbot, theme):
    button = shown(qtbot, HoldButton(theme, "End session", hold_ms=60))
    with qtbot.waitSignal(button.held, timeout=5000):
        qtbot.mousePress(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("length", "words"),
    [(0, "0 of 110"), (110, "110 of 110"), (120, "10 over 110. Keep typing, shorten later")],
)
def test_the_count_tells_what_to_do_over_the_bound(length, words):
    assert count_text(length, 110) == words


def test_the_count_shows_the_length_it_was_given(qtbot, theme):
    count = LengthCount(theme, 110)
    qtbot.addWidget(count)
    count.show_length(81)
    assert count.text == "81 of 110"


def test_saving_has_three_words(qtbot, theme):
    mark = SavedMark(theme)
    qtbot.addWidget(mark)
    said = []
    for show in (mark.show_saving, mark.show_failed):
        show()
        said.append(mark.text)
    mark.show_saved("14:02")
    assert [*said, mark.text] == ["saving", "not saved", "saved 14:02"]


def test_a_secret_is_forgotten_when_its_page_is_left(qtbot, theme):
    field = shown(qtbot, PassphraseField(theme))
    qtbot.keyClicks(field.line, "tower of rice")
    field.reveal.click()
    assert field.line.echoMode() is QLineEdit.EchoMode.Normal
    field.hide()
    assert field.text() == ""
    assert field.line.echoMode() is QLineEdit.EchoMode.Password


def test_a_field_gives_its_widget_a_name_for_readers(qtbot, theme):
    line = QLineEdit()
    field = Field(theme, "Consent", line, "How do people agree, and to what?")
    qtbot.addWidget(field)
    assert line.accessibleName() == "Consent"
    assert line.accessibleDescription() == "How do people agree, and to what?"


def test_a_private_card_says_that_it_stays_here(qtbot, theme):
    card = PrivateCard(theme, "Notes")
    qtbot.addWidget(card)
    assert card.accessibleDescription() == "Only on this screen"


def test_the_button_of_an_empty_page_is_its_one_action(qtbot, theme):
    page = shown(qtbot, EmptyPage(theme, "Start with the people.", "Read a roster file"))
    with qtbot.waitSignal(page.acted):
        qtbot.mouseClick(page.action, Qt.MouseButton.LeftButton)


def test_blocks_are_as_wide_as_they_are_long():
    # 306 pixels less two gaps of 3 are 300 for 60 minutes: five pixels a minute.
    assert block_spans([10, 20, 30], 306) == [(0, 50), (53, 100), (156, 150)]


def a_day(qtbot, theme, selected="b") -> DayBar:
    bar = shown(qtbot, DayBar(theme))
    bar.resize(314, bar.sizeHint().height())
    blocks = [DayBlock(k, "talk", m, "13:30", k) for k, m in (("a", 10), ("b", 20), ("c", 30))]
    bar.show_day(blocks, "14:30", selected)
    return bar


@pytest.mark.parametrize(
    ("key", "chosen"),
    [
        (Qt.Key.Key_Left, "a"),
        (Qt.Key.Key_Right, "c"),
        (Qt.Key.Key_Home, "a"),
        (Qt.Key.Key_End, "c"),
    ],
)
def test_keys_choose_a_block_of_the_day(qtbot, theme, key, chosen):
    bar = a_day(qtbot, theme)
    with qtbot.waitSignal(bar.chosen) as heard:
        qtbot.keyClick(bar, key)
    assert heard.args == [chosen]


def test_a_click_chooses_the_block_under_it(qtbot, theme):
    bar = a_day(qtbot, theme)
    with qtbot.waitSignal(bar.chosen) as heard:
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(250, 20))
    assert heard.args == ["c"]


def test_a_day_without_blocks_ignores_keys(qtbot, theme):
    bar = shown(qtbot, DayBar(theme))
    with qtbot.assertNotEmitted(bar.chosen):
        qtbot.keyClick(bar, Qt.Key.Key_Right)


def a_scrubber(qtbot, theme) -> Scrubber:
    slider = shown(qtbot, Scrubber(theme))
    slider.resize(438, 62)
    slider.show_days(1, 42)
    slider.setValue(20)
    return slider


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Right, 21),
        (Qt.Key.Key_Left, 19),
        (Qt.Key.Key_PageUp, 25),
        (Qt.Key.Key_Home, 1),
        (Qt.Key.Key_End, 42),
    ],
)
def test_keys_move_the_day(qtbot, theme, key, day):
    slider = a_scrubber(qtbot, theme)
    qtbot.keyClick(slider, key)
    assert slider.value() == day


def test_the_day_follows_the_pointer_and_stays_within_the_run(qtbot, theme):
    slider = a_scrubber(qtbot, theme)
    # Between 14 and 424 pixels lie 41 days, so a day is ten pixels wide.
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(114, 30))
    assert slider.value() == 11
    qtbot.mouseMove(slider, QPoint(900, 30))
    assert slider.value() == slider.day_at(900) == 42
    assert slider.day_at(-50) == 1


def test_undo_brings_no_passphrase_back(qtbot, theme):
    field = shown(qtbot, PassphraseField(theme))
    field.reveal.setChecked(True)
    qtbot.keyClicks(field.line, "correct horse")
    field.clear()
    field.reveal.setChecked(True)
    field.line.undo()
    assert field.text() == ""


@pytest.mark.parametrize(("size", "height"), [("compact", 28), ("normal", 36), ("station", 48)])
def test_a_button_is_as_high_as_its_measure_says_with_and_without_focus(qtbot, theme, size, height):
    button = shown(qtbot, Button(theme, "Open our card", size=size))
    assert button.sizeHint().height() == height
    button.setFocus()
    assert button.sizeHint().height() == height


def test_a_growing_text_shows_all_of_its_lines_and_shrinks_again(qtbot, theme):
    field = shown(qtbot, GrowingText(theme.font("body", "station")))
    one_line = field.height()
    field.put("\n".join("abcdefgh"))
    # Inter has lines of 1.21 times its size: 22 whole pixels at 18.
    assert field.height() == one_line + 7 * 22
    assert field.verticalScrollBar().maximum() == 0
    field.put("")
    assert field.height() == one_line
    field.undo()
    assert field.toPlainText() == ""


def test_a_length_can_be_counted_against_another_bound(theme):
    count = LengthCount(theme, 110, "station")
    count.show_length(70, 60)
    assert count.text == "10 over 60. Keep typing, shorten later"
    count.show_length(70)
    assert count.text == "10 over 60. Keep typing, shorten later"


def test_typing_is_saved_after_a_quiet_moment_and_never_later_than_two_seconds(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    autosave = Autosave(owner)
    heard = []
    autosave.due.connect(lambda: heard.append(autosave.is_due))
    autosave.flush()
    assert heard == []
    autosave.touch()
    assert autosave.is_due
    qtbot.waitUntil(lambda: heard == [False], timeout=1500)
    keys = QTimer(owner)
    keys.setInterval(100)
    keys.timeout.connect(autosave.touch)
    keys.start()
    qtbot.waitUntil(lambda: len(heard) == 2, timeout=2000)
    keys.stop()
    autosave.touch()
    autosave.forget()
    autosave.flush()
    assert len(heard) == 2


def test_no_digit_of_the_clock_is_cut_whatever_was_shown_before(theme, qtbot):
    clock = BigClock(theme, 152)
    qtbot.addWidget(clock)
    glyphs = GlyphCache(theme.font("clock"))
    for before in ("17:21", "11:11", "+1:11"):
        clock.show_time(before, TimerPhase.NORMAL)
        for digits in ("7:10", "0:00", "8:58", "1:21"):
            text = before[0] + digits[-4:]
            clock.show_time(text, TimerPhase.NORMAL)
            assert clock.width() >= glyphs.width(text) * 152
