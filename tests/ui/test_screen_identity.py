from __future__ import annotations

import pytest

from workshop_studio.ui.stage.identity import (
    By,
    Finding,
    ScreenIdentity,
    best_match,
    identity_from,
    known_again,
)

LAPTOP = ScreenIdentity("L1", "Lap", "Top", "eDP-1")
EPSON = ScreenIdentity("P1", "Epson", "EB-992", "HDMI-1")
OTHER_EPSON = ScreenIdentity("P2", "Epson", "EB-992", "HDMI-2")
TELEVISION = ScreenIdentity("T1", "Sony", "KD-55", "HDMI-1")
TWIN_A = ScreenIdentity("", "Dell", "U2720Q", "DP-1")
TWIN_B = ScreenIdentity("", "Dell", "U2720Q", "DP-2")


def named(*names):
    return [ScreenIdentity("", "", "", name) for name in names]


def found(wanted, *offered, is_now=False):
    """The first of the offered has the console and is primary."""
    return best_match([(wanted, is_now)] if wanted else [], offered, 0, 0)


def test_the_projector_is_the_only_screen_that_is_not_primary():
    assert found(None, *named("laptop", "wall")) == 1


def test_with_one_screen_or_none_there_is_no_projector():
    assert found(None, *named("laptop")) is None
    assert found(EPSON) is None


def test_two_unknown_screens_are_not_guessed_between():
    assert found(None, *named("laptop", "a", "b")) is None


def test_a_serial_number_tells_before_a_socket_does():
    moved = ScreenIdentity("P1", "Epson", "EB-992", "HDMI-2")
    on_its_old_socket = ScreenIdentity("P2", "Epson", "EB-992", "HDMI-1")
    assert found(EPSON, LAPTOP, on_its_old_socket, moved) == 2


def test_maker_and_model_tell_before_a_socket_does():
    moved = ScreenIdentity("", "Epson", "EB-992", "DP-3")
    assert found(EPSON, LAPTOP, TELEVISION, moved) == 2


def test_a_name_tells_where_nothing_else_is_known():
    assert found(named("b")[0], *named("laptop", "a", "b")) == 2


def test_another_projector_on_the_only_free_screen_stands_in():
    assert found(EPSON, LAPTOP, ScreenIdentity("T9", "Sony", "KD", "DP-1")) == 1


def test_two_identical_monitors_are_asked_about_not_guessed():
    assert found(TWIN_A, LAPTOP, TWIN_A, TWIN_B) is None
    finding = known_again(TWIN_A, [LAPTOP, TWIN_A, TWIN_B], 0, is_same_sitting=False)
    assert finding == Finding(None, By.DOUBT)


def test_two_identical_monitors_are_told_apart_by_the_socket_while_nobody_moved_the_cables():
    assert found(TWIN_B, LAPTOP, TWIN_A, TWIN_B, is_now=True) == 2


def test_two_identical_monitors_with_serial_numbers_are_told_apart():
    assert found(OTHER_EPSON, LAPTOP, EPSON, OTHER_EPSON) == 2


def test_the_same_serial_number_on_two_screens_tells_nothing():
    same = [ScreenIdentity("0", "", "", name) for name in ("a", "b")]
    assert found(ScreenIdentity("0", "", "", "a"), LAPTOP, *same) is None


def test_the_screen_of_the_console_is_never_the_projector():
    # The console stands on the projector, the laptop's own screen is primary.
    assert best_match([(EPSON, True)], [LAPTOP, EPSON], 0, 1) is None
    assert best_match([], [LAPTOP, EPSON], 0, 1) is None
    assert best_match([(LAPTOP, True)], [LAPTOP, EPSON], 0, 1) == 0


def test_where_a_screen_stands_is_no_part_of_what_it_is():
    assert set(ScreenIdentity.__slots__) == {"serial", "maker", "model", "name"}


def test_an_identity_is_read_back_as_it_was_written():
    odd = ScreenIdentity('12"\\', "Bücher & Söhne", "\n\x00", "HDMI-1")
    assert identity_from(odd.as_text()) == odd
    assert "\n" not in odd.as_text()


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "3", '{"serial": "x"}', '{"serial": 3, "maker": "", "model": "", "name": ""}'],
)
def test_a_text_of_another_kind_is_no_identity(text):
    assert identity_from(text) is None


@pytest.mark.parametrize(
    ("identity", "label"),
    [
        (EPSON, "Epson EB-992 (HDMI-1)"),
        (named("wall")[0], "wall"),
        (ScreenIdentity("9", "Sony", "", ""), "Sony"),
    ],
)
def test_a_label_names_what_is_known(identity, label):
    assert identity.label == label
