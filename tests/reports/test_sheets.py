"""The printed material of the built-in pack, and sheets that nobody should write."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pypdfium2
import pytest
from printed import (
    FONTS,
    INK,
    ROOT,
    bare,
    boxes_outside,
    built_in_pack,
    pages_of,
    smallest_type,
    words_of,
)

from workshop_studio.domain.material import MaterialPrint
from workshop_studio.domain.prints import Paper
from workshop_studio.domain.sheet import (
    Audience,
    DiagramArrow,
    DiagramBox,
    PartKind,
    Sheet,
    SheetPart,
)
from workshop_studio.reports.diagram import edge_point
from workshop_studio.reports.press import PdfPress
from workshop_studio.reports.sheet_story import card_lines

PACK = built_in_pack()
IDS = [sheet.id for sheet in PACK.sheets]
LONG = {"guide": 2}


@pytest.fixture(scope="module")
def press():
    return PdfPress(FONTS, INK)


def sheet_of(*parts, **changes):
    made = Sheet("s", "A sheet", "", Audience.PARTICIPANTS, "one", is_landscape=False, parts=parts)
    return replace(made, **changes)


def printed(press, *sheets, paper=Paper.A4):
    return press.material(MaterialPrint("Ask early", sheets), paper)


def texts_of(sheet):
    for part in sheet.parts:
        yield part.text
        yield from part.items
        yield from part.card_titles
        for row in part.rows:
            yield from row
        for box in part.boxes:
            yield from box.label.split()


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("sheet", PACK.sheets, ids=IDS)
def test_every_sheet_of_the_pack_is_whole_on_its_pages(press, sheet, paper):
    made = printed(press, sheet, paper=paper)
    text = words_of(made.data)
    for words in (sheet.title, sheet.subtitle, *texts_of(sheet)):
        # The app draws card texts that are lists of timed steps as lines of their own.
        for sentence in card_lines(words):
            assert bare(sentence) in text
    assert made.pages == LONG.get(sheet.id, 1)
    assert made.replaced == ()
    assert boxes_outside(made.data) == []
    assert smallest_type(made.data) >= 7.49
    assert b"/Helvetica" not in made.data


@pytest.mark.parametrize("paper", Paper)
def test_a_session_is_one_file_whose_sheets_begin_on_pages_of_their_own(press, paper):
    sheets = PACK.sheets_for(Audience.PARTICIPANTS)
    made = printed(press, *sheets, paper=paper)
    assert made.starts == tuple(range(len(sheets)))
    pages = pages_of(made.data)
    for start, sheet in zip(made.starts, sheets, strict=True):
        assert bare(sheet.title) in pages[start]
    document = pypdfium2.PdfDocument(made.data)
    names = [entry.get_title() for entry in document.get_toc()]
    meta = document.get_metadata_dict()
    document.close()
    assert names == [sheet.title for sheet in sheets]
    assert (meta["Title"], meta["Author"]) == ("Ask early: printed material", "")


def test_pages_are_counted_within_a_sheet_that_has_more_than_one(press):
    guide = next(sheet for sheet in PACK.sheets if sheet.id == "guide")
    first, second = pages_of(printed(press, guide).data)
    assert "Page1of2" in first
    assert "Page2of2" in second
    assert "Page1of" not in words_of(printed(press, PACK.sheets[0]).data)


def test_what_is_for_the_facilitator_says_so_on_every_page(press):
    for sheet in PACK.sheets_for(Audience.FACILITATOR):
        for page in pages_of(printed(press, sheet).data):
            assert "Forthefacilitatoralone" in page
    for sheet in PACK.sheets_for(Audience.PARTICIPANTS):
        assert "Forthefacilitatoralone" not in words_of(printed(press, sheet).data)


def test_a_wide_sheet_lies_and_the_others_stand(press):
    sheets = [sheet for sheet in PACK.sheets if sheet.id in {"h08-map", "h08-legend"}]
    sizes = press.page_sizes(printed(press, *sheets, paper=Paper.LETTER).data)
    wide = {sheet.id: size[0] > size[1] for sheet, size in zip(sheets, sizes, strict=True)}
    assert wide == {"h08-map": True, "h08-legend": False}


def test_small_cards_share_a_page(press):
    minute = next(sheet for sheet in PACK.sheets if sheet.id == "h37-minute-card")
    made = printed(press, minute)
    assert made.pages == 1
    assert words_of(made.data).count("Onethingthatwasuseful") == 4


def test_a_small_card_with_too_much_text_takes_whole_pages_instead(press):
    crowded = sheet_of(SheetPart(PartKind.PARAGRAPH, text="word " * 900 + "zebra"), on_a_page=4)
    made = printed(press, crowded)
    assert words_of(made.data).count("zebra") == 1


def test_the_copies_are_named_on_the_sheet(press):
    made = printed(press, sheet_of(copies="two for each table"))
    assert "Twoforeachtable" in words_of(made.data)


HOSTILE = "<b>&amp;</b> ${x} </para> " + "W" * 2000 + " " + "long " * 2000 + "zebra"


@pytest.mark.parametrize(
    "part",
    [
        SheetPart(PartKind.PARAGRAPH, text=HOSTILE),
        SheetPart(PartKind.HEADING, text=HOSTILE),
        SheetPart(PartKind.BULLETS, items=(HOSTILE, "two")),
        SheetPart(PartKind.NUMBERS, items=(HOSTILE, "two")),
        SheetPart(PartKind.TABLE, rows=(("a", "b"), (HOSTILE, "x"))),
        SheetPart(PartKind.TABLE, rows=(("a", "b"), (HOSTILE, ""))),
        SheetPart(PartKind.CARDS, items=(HOSTILE, "two"), card_titles=("one", "two")),
    ],
    ids=lambda part: part.kind.value,
)
def test_hostile_text_prints_literally_and_flows_on(press, part):
    made = printed(press, sheet_of(part))
    text = words_of(made.data)
    assert bare("<b>&amp;</b> ${x} </para>") in text
    assert text.count("W") >= 2000
    assert text.count("long") == 2000
    assert "zebra" in text
    assert made.pages > 1
    assert boxes_outside(made.data) == []


def test_a_title_that_fills_half_a_page_stops_nothing(press):
    made = printed(press, sheet_of(SheetPart(PartKind.LINES, line_count=40), title="Title " * 60))
    assert words_of(made.data).count("Title") >= 60


def test_forty_lines_go_on_overleaf(press):
    parts = [SheetPart(PartKind.LINES, line_count=40), SheetPart(PartKind.PARAGRAPH, text="zebra")]
    made = printed(press, sheet_of(*parts))
    assert made.pages == 2
    assert "zebra" in pages_of(made.data)[1]


def test_an_empty_sheet_is_a_page_with_its_title(press):
    made = printed(press, sheet_of())
    assert (made.pages, "Asheet" in words_of(made.data)) == (1, True)


def test_a_table_with_short_rows_is_filled_up(press):
    made = printed(press, sheet_of(SheetPart(PartKind.TABLE, rows=(("a", "b", "c"), ("only",)))))
    assert "only" in words_of(made.data)


def test_an_arrow_to_its_own_box_and_boxes_on_one_spot_stop_nothing(press):
    boxes = (DiagramBox("a", "N1 first", 0, 0), DiagramBox("b", "B" * 300, 0, 0))
    arrows = (DiagramArrow("a", "a"), DiagramArrow("a", "b"))
    made = printed(press, sheet_of(SheetPart(PartKind.DIAGRAM, boxes=boxes, arrows=arrows)))
    assert words_of(made.data).count("B") >= 300


@pytest.mark.parametrize(
    ("towards", "leaves"),
    [((100, 0), (20, 0)), ((0, -100), (0, -10)), ((100, 100), (10, 10)), ((-40, 5), (-20, 2.5))],
)
def test_an_arrow_begins_at_the_edge_of_its_box(towards, leaves):
    assert edge_point((0, 0), towards, (40, 20)) == pytest.approx(leaves)


def test_timed_steps_of_a_card_are_lines():
    assert card_lines("4 alone: one step. 5 pairs: swap? 12 table: five cards.") == (
        "4 alone: one step.",
        "5 pairs: swap?",
        "12 table: five cards.",
    )
    assert card_lines("Which number here is a guess? 3 of them.") == (
        "Which number here is a guess? 3 of them.",
    )


def test_the_same_sheets_give_the_same_bytes_in_another_process():
    script = (
        "import sys, hashlib; sys.path[:0] = ['tests', 'tests/reports'];"
        "from test_sheets import *;"
        "made = printed(PdfPress(FONTS, INK), *PACK.sheets);"
        "print(hashlib.sha256(made.data).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True,
            env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin", "PYTHONPATH": str(ROOT / "src")},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(seen) == 1
