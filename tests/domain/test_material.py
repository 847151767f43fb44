from __future__ import annotations

import pytest

from builders import make_agenda
from workshop_studio.domain.material import (
    WHOLE_SESSION,
    SheetLine,
    copies_needed,
    material_of,
    sheets_of_paper,
)
from workshop_studio.domain.sheet import Audience, Sheet


def sheet(name, audience=Audience.PARTICIPANTS, copies="one", block="", on_a_page=1):
    return Sheet(
        name, name.title(), "", audience, copies, is_landscape=False, parts=(), block=block,
        on_a_page=on_a_page,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("one", 1),
        ("one, in a closed envelope", 1),
        ("one for each person", 28),
        ("one for each person, sent a week before", 28),
        ("One per participant", 28),
        ("two for each table", 12),
        ("one set for each table", 6),
        ("six for each table; one set of clauses cut apart, six step cards", 36),
        ("3 for each team", 18),
        ("as many as you like", None),
        ("", None),
    ],
)
def test_the_number_of_copies_is_read_from_the_words_of_the_pack(words, count):
    assert copies_needed(words, people=28, tables=6) == count


def test_small_sheets_share_their_paper():
    line = SheetLine(sheet("minute-card", on_a_page=4), "Close", copies=28)
    assert sheets_of_paper(line) == 7
    assert sheets_of_paper(SheetLine(sheet("m", on_a_page=4), "Close", copies=29)) == 8
    assert sheets_of_paper(SheetLine(sheet("m"), "Close", copies=None)) is None


def test_sheets_stand_in_the_order_in_which_they_are_needed():
    sheets = [sheet("late", block="b3"), sheet("early", block="b1"), sheet("whole")]
    material = material_of("Ask early", make_agenda(), sheets, 28, 6)
    assert [(line.sheet.id, line.group) for line in material.lines] == [
        ("whole", WHOLE_SESSION),
        ("early", "Block b1"),
        ("late", "Block b3"),
    ]


def test_a_block_that_was_taken_out_of_the_plan_leaves_its_sheet_in_the_list():
    material = material_of("Ask early", make_agenda(), [sheet("lost", block="b9")], 28, 6)
    assert material.lines[0].group == WHOLE_SESSION


def test_keys_are_a_list_of_their_own():
    sheets = [sheet("card"), sheet("key", Audience.FACILITATOR)]
    material = material_of("Ask early", make_agenda(), sheets, 28, 6)
    assert [line.sheet.id for line in material.lines_for(Audience.PARTICIPANTS)] == ["card"]
    assert [line.sheet.id for line in material.lines_for(Audience.FACILITATOR)] == ["key"]
