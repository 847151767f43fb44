"""The rows of the agenda under the hand: keys, mouse, menu, and what is typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from workshop_studio.domain.agenda import BlockKind
from workshop_studio.domain.console_rows import AgendaRow
from workshop_studio.domain.projection import BlockState
from workshop_studio.domain.run import RunPhase
from workshop_studio.ui.console.agenda_card import AgendaCard
from workshop_studio.ui.theme.theme import Theme, ThemeChoice

DONE, RUNNING, WAITING = BlockState.DONE, BlockState.RUNNING, BlockState.WAITING
ROWS = tuple(
    AgendaRow(block_id, "13:30", "13:30", f"Block {block_id}", "activity", 10, state)
    for block_id, state in (
        ("a", DONE), ("b", RUNNING), ("c", WAITING), ("d", WAITING), ("e", BlockState.SKIPPED),
    )
)  # fmt: skip
KEY = Qt.Key
RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="module")
def theme(qapp):
    theme = Theme(RESOURCES, ThemeChoice.LIGHT)
    theme.choose(ThemeChoice.LIGHT, qapp)
    return theme


@pytest.fixture
def card(qtbot, theme):
    window = QWidget()
    window.resize(900, 760)
    qtbot.addWidget(window)
    shown = AgendaCard(theme)
    shown.setParent(window)
    shown.window_kept = window
    shown.take_measure(is_wide=False)
    shown.resize(348, 700)
    shown._phase = RunPhase.RUNNING
    shown.list.show_rows(ROWS)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    shown.list.setFocus()
    return shown


def middle(card, block_id):
    return card.list.box_of(block_id).center().toPoint()


def heard(signal):
    found = []
    signal.connect(lambda *values: found.append(values))
    return found


def test_the_keyboard_begins_at_the_running_block_and_walks_the_rows(qtbot, card):
    assert card.list.chosen == "b"
    assert card.list.accessibleDescription() == "13:30 Block b, 10 min, activity"
    qtbot.keyClick(card.list, KEY.Key_Down)
    assert card.list.chosen == "c"
    for _ in range(9):
        qtbot.keyClick(card.list, KEY.Key_Down)
    assert card.list.chosen == "e"
    for _ in range(9):
        qtbot.keyClick(card.list, KEY.Key_Up)
    assert card.list.chosen == "a"


def test_alt_and_an_arrow_moves_the_chosen_block(qtbot, card):
    moved = heard(card.list.stepped)
    card.list.choose("c")
    qtbot.keyClick(card.list, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(card.list, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert moved == [("c", 1), ("c", -1)]
    assert card.list.chosen == "c"


def test_plus_minus_and_delete_act_on_the_chosen_block(qtbot, card):
    given, chosen = heard(card.list.given), heard(card.chosen)
    card.list.choose("c")
    qtbot.keyClick(card.list, KEY.Key_Plus)
    qtbot.keyClick(card.list, KEY.Key_Minus)
    qtbot.keyClick(card.list, KEY.Key_Delete)
    card.list.choose("e")
    qtbot.keyClick(card.list, KEY.Key_Delete)
    assert given == [("c", 1), ("c", -1)]
    assert chosen == [("c", "skip"), ("e", "restore")]


def test_a_digit_opens_the_minutes_with_it_and_enter_sets_them(qtbot, card):
    typed = heard(card.minutes.length_typed)
    card.list.choose("c")
    qtbot.keyClicks(card.list, "4")
    assert card.minutes.isVisible()
    assert card.minutes.head.text() == "Block c: how many minutes?"
    qtbot.keyClicks(card.minutes.minutes, "5")
    qtbot.keyClick(card.minutes.minutes, KEY.Key_Return)
    assert typed == [("c", "45")]
    assert not card.minutes.isVisible()
    assert card.list.hasFocus()


def test_escape_closes_a_panel_and_does_nothing_else(qtbot, card):
    typed, added = heard(card.minutes.length_typed), heard(card.adding.added)
    card.list.choose("c")
    qtbot.keyClick(card.list, KEY.Key_F2)
    qtbot.keyClick(card.minutes.minutes, KEY.Key_Escape)
    assert not card.minutes.isVisible()
    card.add.click()
    qtbot.keyClicks(card.adding.title, "Sing")
    qtbot.keyClick(card.adding.title, KEY.Key_Escape)
    assert not card.adding.isVisible()
    assert (typed, added) == ([], [])


def test_nothing_is_typed_for_a_block_that_is_over(qtbot, card):
    card.list.choose("a")
    qtbot.keyClicks(card.list, "4")
    assert not card.minutes.isVisible()


def test_a_row_is_dragged_to_where_it_is_let_go(qtbot, card):
    dropped = heard(card.list.dropped)
    qtbot.mousePress(card.list, Qt.MouseButton.LeftButton, pos=middle(card, "d"))
    qtbot.mouseMove(card.list, middle(card, "d") - QPoint(0, 20))
    qtbot.mouseMove(card.list, middle(card, "c") - QPoint(0, 5))
    qtbot.mouseRelease(card.list, Qt.MouseButton.LeftButton, pos=middle(card, "c") - QPoint(0, 5))
    assert dropped == [("d", "c")]


def test_a_row_dragged_above_what_runs_stands_right_after_it(qtbot, card):
    dropped = heard(card.list.dropped)
    qtbot.mousePress(card.list, Qt.MouseButton.LeftButton, pos=middle(card, "d"))
    qtbot.mouseMove(card.list, middle(card, "d") - QPoint(0, 20))
    qtbot.mouseMove(card.list, QPoint(40, 5))
    qtbot.mouseRelease(card.list, Qt.MouseButton.LeftButton, pos=QPoint(40, 5))
    assert dropped == [("d", "c")]


def test_a_row_dragged_below_the_last_stands_at_the_end(qtbot, card):
    dropped = heard(card.list.dropped)
    foot = QPoint(40, card.list.height() - 2)
    qtbot.mousePress(card.list, Qt.MouseButton.LeftButton, pos=middle(card, "c"))
    qtbot.mouseMove(card.list, middle(card, "d"))
    qtbot.mouseMove(card.list, foot)
    qtbot.mouseRelease(card.list, Qt.MouseButton.LeftButton, pos=foot)
    assert dropped == [("c", "")]


@pytest.mark.parametrize("block_id", ["a", "b"])
def test_what_runs_or_is_over_cannot_be_dragged(qtbot, card, block_id):
    dropped = heard(card.list.dropped)
    qtbot.mousePress(card.list, Qt.MouseButton.LeftButton, pos=middle(card, block_id))
    qtbot.mouseMove(card.list, middle(card, "d"))
    qtbot.mouseRelease(card.list, Qt.MouseButton.LeftButton, pos=middle(card, "d"))
    assert dropped == []


def test_escape_puts_a_dragged_row_back(qtbot, card):
    dropped = heard(card.list.dropped)
    qtbot.mousePress(card.list, Qt.MouseButton.LeftButton, pos=middle(card, "d"))
    qtbot.mouseMove(card.list, middle(card, "c"))
    qtbot.keyClick(card.list, KEY.Key_Escape)
    qtbot.mouseRelease(card.list, Qt.MouseButton.LeftButton, pos=middle(card, "c"))
    assert dropped == []


def test_the_row_under_the_pointer_shows_a_button_that_opens_its_menu(qtbot, card):
    card.list.clearFocus()
    assert not card.list.more.isVisible()
    qtbot.mouseMove(card.list, middle(card, "d"))
    assert card.list.more.isVisible()
    assert card.list.more.accessibleName() == "Change Block d"
    qtbot.mouseClick(card.list.more, Qt.MouseButton.LeftButton)
    assert [action.data() for action in card.menu.actions() if action.data()] == [
        "more-1", "more-5", "less-1", "set", "up", "down", "push", "skip",
    ]  # fmt: skip
    card.menu.close()


def test_enter_and_the_menu_key_open_the_menu_of_the_chosen_row(qtbot, card):
    card.list.choose("e")
    qtbot.keyClick(card.list, KEY.Key_Return)
    assert [action.data() for action in card.menu.actions()] == ["restore"]
    card.menu.close()


def pick(card, block_id, offer_id):
    card.open_menu(block_id, QPoint(0, 0))
    action = next(a for a in card.menu.actions() if a.data() == offer_id)
    card.menu.triggered.emit(action)
    card.menu.close()


def test_what_needs_a_number_asks_for_it_and_the_rest_is_passed_on(qtbot, card):
    chosen, pushed, ended = heard(card.chosen), heard(card.minutes.pushed), heard(card.end_wanted)
    pick(card, "c", "more-5")
    assert chosen == [("c", "more-5")]
    pick(card, "c", "push")
    assert card.minutes.head.text() == "Push Block c by"
    card.minutes.minutes.setText("7")
    card.minutes.rest.click()
    pick(card, "c", "push")
    card.minutes.one.click()
    pick(card, "b", "push")
    assert not card.minutes.one.isVisible()
    qtbot.keyClick(card.minutes.minutes, KEY.Key_Return)
    assert pushed == [("c", "7", True), ("c", "5", False), ("b", "5", True)]
    pick(card, "b", "end")
    assert len(ended) == 1


def test_a_block_is_added_with_title_minutes_kind_and_place(qtbot, card):
    added = heard(card.adding.added)
    card.add.click()
    assert card.adding.title.hasFocus()
    qtbot.keyClicks(card.adding.title, "Sing")
    card.adding.minutes.setText("5")
    card.adding.kind.setCurrentText("Break")
    card.adding.where.setCurrentText("Before Block d")
    qtbot.keyClick(card.adding.title, KEY.Key_Return)
    assert added == [("Sing", "5", BlockKind.BREAK, "d")]
    assert not card.adding.isVisible()


def test_a_block_without_a_title_keeps_the_panel_open(card):
    card.add.click()
    card.adding.add.click()
    assert card.adding.isVisible()


def test_rows_that_go_away_take_their_choice_with_them(card):
    card.list.choose("d")
    card.list.show_rows(ROWS[:2])
    assert card.list.chosen == ""
    assert card.list.accessibleDescription() == ""
