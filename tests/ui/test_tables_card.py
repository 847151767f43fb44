"""The groups on the console: what a cell says, and what keys and menus do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from builders import make_agenda
from room import Room, with_block
from workshop_studio.domain.agenda import Track
from workshop_studio.domain.live import ClockStyle
from workshop_studio.domain.run import StageView
from workshop_studio.domain.run_log import Act
from workshop_studio.ui.console.groups_panel_rows import GroupRow, rows_for
from workshop_studio.ui.console.message import MessageCard
from workshop_studio.ui.console.tables import TablesCard
from workshop_studio.ui.console.wall_menu import WallMenu
from workshop_studio.ui.theme.theme import Theme, ThemeChoice

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
NARROW, WIDE = 602, 872


@pytest.fixture(scope="module")
def theme(qapp):
    return Theme(RESOURCES, ThemeChoice.LIGHT)


@pytest.fixture
def page(qtbot):
    page = QWidget()
    page.resize(1000, 700)
    QVBoxLayout(page)
    qtbot.addWidget(page)
    return page


@pytest.fixture
def card(theme, page):
    card = TablesCard(theme, page)
    page.layout().addWidget(card)
    page.show()
    return card


def a_room(count=3, grouping="tables"):
    tracks = tuple(
        Track(letter, f"Group {letter}", 600, "Unseen?", letter, "Ines & Co", "table 3")
        for letter in "ABCDEFGH"[:count]
    )
    room = Room(with_block(make_agenda(10, 20), 0, tracks=tracks, grouping=grouping))
    room.do(Act.START)
    return room


def shown(card, room, *, is_wide=True):
    card.take_measure(is_wide=is_wide)
    card.show_reading(room.console())
    return card


def names(card):
    return [cell.accessibleName() for cell in card.cells]


def test_without_groups_the_card_is_hidden_and_takes_no_room(card):
    room = Room(make_agenda(10))
    room.do(Act.START)
    shown(card, room)
    assert card.isHidden()


@pytest.mark.parametrize("count", [2, 6, 8])
def test_every_group_says_its_name_clock_and_state(card, count):
    room = a_room(count)
    room.minutes(9)
    room.do(Act.TRACK_PAUSE, item="A")
    room.do(Act.TRACK_BACK, item="B", is_on=True)
    shown(card, room)
    assert names(card)[:2] == ["Group A: 1:00 Paused", "Group B: Back"]
    assert names(card)[2:] == [f"Group {x}: 1:00 Nearly there" for x in "CDEFGH"[: count - 2]]
    assert card.cells[0].objectName() == "group-A"


@pytest.mark.parametrize(
    ("grouping", "word"), [("tables rotate", "Tables"), ("pairs", "Groups"), ("", "Groups")]
)
def test_the_word_on_the_card_follows_who_works_with_whom(card, grouping, word):
    shown(card, a_room(grouping=grouping))
    assert (card.title.text(), card.all.text()) == (word, f"All {word.lower()}")
    assert card.about.text() == "Back together at 13:40"


def test_readings_with_the_same_groups_keep_the_cells_and_the_keyboard(card):
    room = a_room()
    shown(card, room)
    before = list(card.cells)
    card.cells[1].setFocus()
    room.minutes(1)
    shown(card, room)
    assert card.cells == before
    assert card.cells[1].hasFocus()
    assert names(card)[0] == "Group A: 9:00 left"


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("count", [2, 6, 8])
def test_states_take_two_lines_only_where_one_is_too_narrow(card, page, count, width):
    page.resize(width + 22, 300)
    shown(card, a_room(count), is_wide=width == WIDE)
    card.resize(width, card.sizeHint().height())
    assert {cell.has_two_lines for cell in card.cells} == {(count, width) == (8, NARROW)}


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_group_opens_with_the_keyboard_as_with_the_mouse(qtbot, card, key):
    shown(card, a_room())
    pressed = []
    card.group_pressed.connect(pressed.append)
    qtbot.keyClick(card.cells[1], key)
    qtbot.mouseClick(card.cells[2], Qt.MouseButton.LeftButton)
    assert pressed == ["B", "C"]


def test_arrows_walk_along_the_groups(qtbot, card):
    shown(card, a_room())
    card.cells[0].setFocus()
    for key, place in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Right, 2), (Qt.Key.Key_Right, 2),
                       (Qt.Key.Key_Left, 1)):  # fmt: skip
        qtbot.keyClick(next(cell for cell in card.cells if cell.hasFocus()), key)
        assert card.cells[place].hasFocus()


def entries(menu):
    return {
        action.objectName() or action.text(): action
        for action in menu.actions()
        if not action.isSeparator()
    }


def test_the_menu_of_a_group_says_what_each_does_and_who_is_with_it(card):
    room = a_room()
    shown(card, room)
    track = room.console().tracks[0]
    card.open_menu(track, "all come back 1 min later")
    found = entries(card.menu)
    assert found["more-2"].text() == "Two more minutes: all come back 2 min later"
    assert found["more-1"].text() == "One more minute: all come back 1 min later"
    assert found["hold"].text() == "Pause this group: the others go on"
    assert found["back"].text() == "Is back"
    # An "&" of a name is no mark of a key.
    assert not found["Mentor: Ines && Co"].isEnabled()
    assert not found["Place: table 3"].isEnabled()
    card.menu.close()


def test_each_entry_of_the_menu_is_one_wish(card):
    room = a_room()
    shown(card, room)
    wishes = []
    card.more_wanted.connect(lambda *facts: wishes.append(("more", *facts)))
    card.hold_wanted.connect(lambda one: wishes.append(("hold", one)))
    card.back_wanted.connect(lambda one: wishes.append(("back", one)))
    card.round_wanted.connect(lambda: wishes.append("round"))
    card.call_back_wanted.connect(lambda: wishes.append("call back"))
    card.call_off_wanted.connect(lambda: wishes.append("call off"))
    card.open_menu(room.console().tracks[1], "")
    for key in ("more-2", "more-1", "hold", "back"):
        entries(card.menu)[key].trigger()
    card.menu.close()
    card.open_all()
    for key in ("round", "call-back", "call-off"):
        entries(card.menu)[key].trigger()
    card.menu.close()
    assert wishes == [
        ("more", "B", 2), ("more", "B", 1), ("hold", "B"), ("back", "B"),
        "round", "call back", "call off",
    ]  # fmt: skip


def test_a_group_that_is_back_can_go_out_again_and_does_not_pause(card):
    room = a_room()
    room.do(Act.TRACK_BACK, item="A", is_on=True)
    shown(card, room)
    card.open_menu(room.console().tracks[0], "costs the others nothing")
    found = entries(card.menu)
    assert (found["back"].text(), "hold" in found) == ("Out again", False)
    card.menu.close()


# --- forms ---------------------------------------------------------------------------------------


def test_the_form_sends_the_groups_that_have_a_name_with_their_texts(qtbot, card):
    sent = []
    card.sent_out.connect(lambda *facts: sent.append(facts))
    card.open_send_out(rows_for(()), 8)
    panel = card.panel
    assert panel.hint == "4 groups. Mentor and place stay on this screen."
    panel.minutes.setText("12")
    assert panel.hint == "4 groups. The block takes 4 min longer."
    panel.common.setText("Who waits?")
    lines = dict(panel.lines)
    lines["A"][1].setText("Who leaves?")
    lines["A"][2].setText("Ines")
    lines["C"][0].clear()
    lines["D"][0].clear()
    qtbot.keyClick(lines["A"][3], Qt.Key.Key_Return)
    assert sent == [
        (12, (GroupRow("A", "Group A", "Who leaves?", "Ines"),
              GroupRow("B", "Group B", "Who waits?")))
    ]  # fmt: skip
    assert card.panel is None


def test_the_form_sends_nobody_out_alone_nor_for_no_time(qtbot, card):
    sent = []
    card.sent_out.connect(lambda *facts: sent.append(facts))
    card.open_send_out((GroupRow("A", "Basil"), GroupRow("B", "")), 8)
    panel = card.panel
    assert panel.hint == "Give at least two groups a name; a row without one stays away."
    qtbot.keyClick(panel.minutes, Qt.Key.Key_Return)
    dict(panel.lines)["B"][0].setText("Fennel")
    panel.minutes.setText("0")
    assert panel.hint == "Say for how many minutes."
    qtbot.keyClick(panel.minutes, Qt.Key.Key_Return)
    assert sent == []
    qtbot.keyClick(panel.minutes, Qt.Key.Key_Escape)
    assert (sent, card.panel) == ([], None)


def test_a_round_has_minutes_and_a_title(qtbot, card):
    begun = []
    card.round_begun.connect(lambda *facts: begun.append(facts))
    card.open_round()
    card.panel.minutes.setText("")
    qtbot.keyClick(card.panel.title, Qt.Key.Key_Return)
    assert begun == []
    card.panel.minutes.setText("6")
    card.panel.title.setText(" Last pass ")
    qtbot.keyClick(card.panel.title, Qt.Key.Key_Return)
    assert begun == [(6, "Last pass")]


@pytest.mark.parametrize("height", [560, 700])
def test_a_form_stays_inside_its_window(card, page, height):
    page.resize(1000, height)
    card.open_send_out(rows_for(()), 8)
    assert page.rect().contains(card.panel.geometry())
    page.resize(900, height)
    assert page.rect().contains(card.panel.geometry())
    assert all(line.isVisible() for line in card.panel.findChildren(QLineEdit))


# --- the wall's menu and the message --------------------------------------------------------------


def test_the_menu_of_the_wall_offers_what_there_is(qtbot, page):
    menu = WallMenu(page)
    room = a_room()
    menu.show_reading(room.console())
    visible = {view for view, action in menu.slides.items() if action.isVisible()}
    # This session brings no vocabulary.
    assert visible == set(StageView) - {StageView.WORD}
    menu.show_reading(replace(room.console(), tracks=(), words=("drift",)))
    visible = {view for view, action in menu.slides.items() if action.isVisible()}
    assert visible == set(StageView) - {StageView.BREAKOUTS}
    assert menu.slides[StageView.BREAKOUTS].isChecked()
    assert menu.styles[ClockStyle.DIGITS].isChecked()


def test_each_entry_of_the_walls_menu_is_announced_once_as_what_it_is(page):
    menu = WallMenu(page)
    menu.show_reading(a_room().console())
    views, styles = [], []
    menu.view_chosen.connect(views.append)
    menu.style_chosen.connect(styles.append)
    for action in menu.slides.values():
        action.trigger()
    for action in menu.styles.values():
        action.trigger()
    assert sorted(views) == sorted(StageView)
    assert styles == list(ClockStyle)
    assert all(": " in action.text() for action in (*menu.slides.values(), *menu.styles.values()))


@pytest.fixture
def message(theme, page):
    # On a page without a layout, which gives it every size that it is told.
    card = MessageCard(theme)
    card.setParent(QWidget(page))
    card.parentWidget().resize(1000, 700)
    card.parentWidget().show()
    page.show()
    card.resize(360, 400)
    card.show()
    return card


def test_a_message_is_for_half_a_minute_or_until_the_room_has_it(qtbot, message):
    sent = []
    message.sent.connect(lambda *facts: sent.append(facts))
    message.line.setText("Keep the questions.")
    qtbot.mouseClick(message.until_read, Qt.MouseButton.LeftButton)
    assert message.send.text() == "Show"
    qtbot.mouseClick(message.send, Qt.MouseButton.LeftButton)
    assert message.send.text() == "Show for 30 s"
    message.line.setText("Two minutes left.")
    qtbot.keyClick(message.line, Qt.Key.Key_Return)
    assert sent == [("Keep the questions.", True), ("Two minutes left.", False)]


def test_while_a_message_stands_its_age_is_told_and_the_room_can_have_it(qtbot, message):
    room = a_room()
    message.show_reading(room.console())
    assert message.age == ""
    room.do(Act.MESSAGE, text="Keep the questions.", is_on=True)
    room.clock.advance(42)
    message.show_reading(room.console())
    assert message.age == "On the wall for 42 s"
    room.minutes(3)
    message.show_reading(room.console())
    assert message.age == "On the wall for 3 min"
    read = []
    message.read.connect(lambda: read.append(True))
    qtbot.mouseClick(message.has_it, Qt.MouseButton.LeftButton)
    assert read == [True]
    room.do(Act.ACKNOWLEDGE)
    message.show_reading(room.console())
    assert (message.age, message.until_read.isVisible()) == ("", True)


def test_what_lies_ready_gives_way_where_there_is_no_room(message):
    assert message._ready.isVisible()
    message.resize(360, message.minimumSizeHint().height())
    assert not message._ready.isVisible()
    message.resize(360, 400)
    assert message._ready.isVisible()
