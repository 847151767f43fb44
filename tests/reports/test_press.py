from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

import pypdfium2
import pytest

from workshop_studio.domain.capstone import FIELDS, Answer, AnswerState, Capstone
from workshop_studio.domain.feedback import Feedback, Level, Rating
from workshop_studio.domain.prints import CardPrint, FeedbackPrint, Paper
from workshop_studio.reports.press import PdfPress, card_mark

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
INK = {"text": "#111111", "text-2": "#444444", "accent": "#14665B", "line": "#DDDDDD",
       "watch": "#855600", "control": "#87827A", "surface": "#FFFFFF"}  # fmt: skip
PROSE = "We count the days between two purchases and warn when the gap is nearly over. "


@pytest.fixture(scope="module")
def press():
    return PdfPress(FONTS, INK)


def said(text):
    return Answer(AnswerState.ANSWERED, text)


def card(answers=(), title="Pantry Predict", owner="Amara Osei"):
    capstone = Capstone("c1", "t1", title, owner, tuple(answers))
    return CardPrint(capstone, "Team C Juniper", "Autumn", "10 November 2026")


def filled(text=None):
    return card((f.key, said(text if text is not None else (PROSE * 5)[: f.bound])) for f in FIELDS)


def words_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    text = "".join(document[n].get_textpage().get_text_bounded() for n in range(len(document)))
    document.close()
    return "".join(unicodedata.normalize("NFKC", text).replace("\ufffe", "").split())


def bare(text):
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.mark.parametrize("paper", Paper)
def test_a_full_card_is_one_page(press, paper):
    assert press.card(filled(), paper).pages == 1


@pytest.mark.parametrize("paper", Paper)
def test_longer_text_flows_on_and_page_one_says_so(press, paper):
    long = filled("Every word of this must be on paper, the last one too: zebra. " * 12)
    printed = press.card(long, paper)
    text = words_of(printed.data)
    assert printed.pages > 1
    assert text.count("zebra.") == 12 * len(FIELDS)
    assert "nothingwascut" in text


@pytest.mark.parametrize(
    "text",
    [
        "≤ 5 % → ≥ 7, ± 1 °C, ≠ 0",
        "Zażółć gęślą jaźń",
        "Größe, Äpfel, ß",
        "Ελληνικά και Кириллица",
        "“quotes” ‘single’ – dash — long … €1.90",
        "<b>bold</b> </para> <img src='x.png'> & &amp; <script>",
        "one\ntwo",
    ],
)
def test_every_sign_that_was_typed_is_in_the_pdf(press, text):
    printed = press.card(card([("limits", said(text))]), Paper.A4)
    assert bare(text) in words_of(printed.data)
    assert printed.replaced == ()


def test_a_sign_that_no_font_has_is_named_and_reported(press):
    printed = press.card(card([("limits", said("off \U0001f680 we go"))]), Paper.A4)
    assert "[rocket]" in words_of(printed.data)
    assert printed.replaced == ("\U0001f680",)


@pytest.mark.parametrize(
    "text", ["W" * 20_000, "A sentence. " * 500, "\x00\ud800\u200d", "<b>", ""]
)
def test_hostile_text_never_stops_the_press(press, text):
    assert press.card(card([("limits", said(text))]), Paper.A4).data.startswith(b"%PDF")


def test_honest_answers_are_printed_in_words(press):
    answers = [
        ("oversight", Answer(AnswerState.NOT_KNOWN, "", "Ingrid asks support")),
        ("consent", Answer(AnswerState.DOES_NOT_APPLY, "", "no personal data is used")),
    ]
    text = words_of(press.card(card(answers), Paper.A4).data)
    assert bare("Not known yet. Ingrid asks support") in text
    assert bare("Does not apply, because no personal data is used") in text


def test_feedback_shows_the_chosen_level_and_what_next(press):
    feedback = Feedback("c1", strength="You left things out on purpose.").with_rating(
        Rating("clarity", Level.READY, "Bashir retold it in two sentences.")
    )
    text = words_of(press.feedback(FeedbackPrint(card(), feedback), Paper.A4).data)
    for part in ("Bashir retold it in two sentences.", "Ready: A colleague", "Not rated yet."):
        assert bare(part) in text
    assert bare("Exemplary") not in text


def test_every_font_is_inside_the_file(press):
    data = press.card(filled(), Paper.A4).data
    assert b"/Helvetica" not in data
    assert data.count(b"/FontFile2") >= 3


def test_no_sign_is_drawn_outside_the_page(press):
    document = pypdfium2.PdfDocument(press.card(filled("W" * 900), Paper.A4).data)
    for number in range(len(document)):
        page = document[number]
        width, height = page.get_size()
        text = page.get_textpage()
        for place in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(place)
            assert left >= 0
            assert bottom >= 0
            assert right <= width
            assert top <= height
    document.close()


def test_the_same_card_gives_the_same_bytes_in_another_process(press):
    script = (
        "import sys, hashlib; sys.path[:0] = ['tests', 'tests/reports'];"
        "from test_press import *;"
        "print(hashlib.sha256(PdfPress(FONTS, INK).card(filled(), Paper.A4).data).hexdigest())"
    )
    root = Path(__file__).resolve().parents[2]
    seen = {
        subprocess.run(
            [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True,
            env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin"},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(seen) == 1


def test_the_mark_of_a_card_changes_with_every_word():
    assert card_mark(card([("limits", said("a"))])) != card_mark(card([("limits", said("b"))]))


def test_pictures_of_pages_have_the_size_of_the_paper(press):
    picture = press.pictures(press.card(card(), Paper.A4).data, 72)[0]
    assert (picture.width_px, picture.height_px) == (596, 842)
    assert len(picture.rgb) == 596 * 842 * 3
