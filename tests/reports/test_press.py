from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from printed import FONTS, INK, bare, boxes_outside, raw_signs, smallest_type, words_of

from workshop_studio.domain.capstone import FIELDS, Answer, AnswerState, Capstone
from workshop_studio.domain.feedback import Feedback, Level, Rating
from workshop_studio.domain.prints import CardPrint, FeedbackPrint, Paper
from workshop_studio.reports.press import PdfPress, card_mark

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


@pytest.mark.parametrize("text", ["W" * 900, "word " * 900, "\n".join("x | y" for _ in range(90))])
def test_no_sign_is_drawn_outside_the_page(press, text):
    assert boxes_outside(press.card(filled(text), Paper.A4).data) == []


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


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (596, 842)), (Paper.LETTER, (612, 792))])
def test_pictures_of_pages_have_the_size_of_the_paper(press, paper, size):
    printed = press.card(card(), paper)
    picture = press.picture(printed.data, 0, 72)
    assert (picture.width_px, picture.height_px) == size
    assert len(picture.rgb) == size[0] * size[1] * 3
    width, height = press.page_sizes(printed.data)[0]
    assert (round(width), round(height)) == (round(paper.size_pt[0]), round(paper.size_pt[1]))


@pytest.mark.parametrize(
    "text",
    [
        "e\u0301te\u0301 et A\u030angstro\u0308m",
        "q\u0301 has no composed form",
        "\u0391\u03a9 \u2126 and Łódź",
        "${x} {{y}} %(z)s %s \\n $HOME",
        "<b>&amp;</b> <para> ]]> <!-- no --> &#60;",
        "non\u00a0breaking, soft, 10\u202f000",
    ],
)
def test_signs_from_every_keyboard_are_in_the_pdf(press, text):
    printed = press.card(card([("limits", said(text))]), Paper.A4)
    assert bare(text) in words_of(printed.data)


def test_marks_of_direction_keep_the_words_around_them_and_are_in_the_file(press):
    printed = press.card(card([("limits", said("marks \u200fright\u200e left"))]), Paper.A4)
    assert "marksrightleft" in words_of(printed.data)
    assert {"\u200e", "\u200f"} <= raw_signs(printed.data)
    assert printed.replaced == ()


def test_letters_written_from_right_to_left_are_all_there(press):
    # Their order on the line is not set yet: a known gap.
    hebrew = "\u05e9\u05dc\u05d5\u05dd"
    printed = press.card(card([("limits", said(f"{hebrew} and more"))]), Paper.A4)
    assert set(hebrew) <= set(words_of(printed.data))
    assert printed.replaced == ()


def test_joiners_and_variations_leave_no_hole_and_no_name(press):
    printed = press.card(
        card([("limits", said("\u2764\ufe0f a\u200db \U0001f469\u200d\U0001f4bb"))]), Paper.A4
    )
    text = words_of(printed.data)
    assert "[woman][personalcomputer]" in text
    assert "variation" not in text
    assert "ab" in text


def test_ten_thousand_letters_flow_on_and_none_is_lost(press):
    words = " ".join(f"w{number}" for number in range(2000))
    printed = press.card(card([("limits", said(words))]), Paper.LETTER)
    assert len(words) > 10_000
    assert printed.pages > 1
    text = words_of(printed.data)
    assert all(text.count(f"w{number}") >= 1 for number in range(2000))


@pytest.mark.parametrize("paper", Paper)
def test_head_and_foot_give_way_to_very_long_names(press, paper):
    title = " ".join(f"title{number}" for number in range(1200))
    owner = " ".join(f"owner{number}" for number in range(60))
    team = CardPrint(
        card(title=title, owner=owner).capstone, "Team C " + "Juniper " * 40, "Autumn", "1 May 2027"
    )
    for printed in (
        press.card(team, paper),
        press.feedback(FeedbackPrint(team, Feedback("c1")), paper),
    ):
        text = words_of(printed.data)
        assert bare("title1199") in text
        assert bare("owner59") in text
        assert text.count("Juniper") >= 40
        assert boxes_outside(printed.data) == []


def test_a_limit_stands_at_the_right_of_its_check_or_behind_a_colon(press):
    rows = (
        "Opt-outs, weekly | above 2 %\nno limit here\n | only a limit\n"
        + "long check " * 30
        + "| x"
    )
    text = words_of(press.card(card([("monitoring", said(rows))]), Paper.A4).data)
    for part in ("Opt-outs, weekly", "above 2 %", "no limit here", "only a limit", "long check: x"):
        assert bare(part) in text


def test_feedback_prints_both_strengths_the_question_and_who_does_what_when(press):
    feedback = Feedback(
        "c1", card_revision=1, strength="You wrote it down.\nYou left things out.",
        question="Who holds the switch?", next_step="Agree the switch", next_owner="Amara Osei",
        next_date="24 November",
    )  # fmt: skip
    printed = press.feedback(FeedbackPrint(card(), feedback), Paper.LETTER)
    text = words_of(printed.data)
    for part in ("Two strengths", "You wrote it down.", "You left things out.",
                 "Who holds the switch?", "Agree the switch (Amara Osei, 24 November)",
                 "written about version 1"):  # fmt: skip
        assert bare(part) in text
    assert printed.pages == 1


def test_feedback_on_an_older_card_says_so(press):
    old = FeedbackPrint(card(), Feedback("c1", card_revision=3, question="Why?"))
    assert bare("about version 3; the card is now version 1") in words_of(
        press.feedback(old, Paper.A4).data
    )


def test_hostile_feedback_prints_literally(press):
    feedback = Feedback("c1", next_step="<script>x</script> " + "W" * 3000).with_rating(
        Rating("clarity", None, "</para><b>${x}")
    )
    printed = press.feedback(FeedbackPrint(card(), feedback), Paper.A4)
    text = words_of(printed.data)
    assert bare("<script>x</script>") in text
    assert bare("</para><b>${x}") in text
    assert text.count("W") >= 3000
    assert boxes_outside(printed.data) == []


@pytest.mark.parametrize("paper", Paper)
def test_nothing_is_smaller_than_seven_and_a_half_points(press, paper):
    assert smallest_type(press.card(filled(), paper).data) >= 7.49
    assert smallest_type(press.feedback(FeedbackPrint(card(), Feedback("c1")), paper).data) >= 7.49


def test_the_file_says_what_it_is_and_nothing_about_the_computer(press):
    data = press.card(filled(), Paper.A4).data
    document = pypdfium2.PdfDocument(data)
    said_of_itself = document.get_metadata_dict()
    document.close()
    assert said_of_itself["Title"] == "Governance card: Pantry Predict"
    assert said_of_itself["Author"] == "Team C Juniper"
    assert b"/Lang (en)" in data
    assert str(FONTS).encode() not in data
    assert b"/home/" not in data
    assert Path.home().name.encode() not in said_of_itself["Producer"].encode()
