from __future__ import annotations

import io

import pypdfium2
import pytest

from fakes import ManualClock
from studio_fixture import a_studio
from workshop_studio.domain.errors import RuleBroken, StaleEdit
from workshop_studio.domain.feedback import Level, Rating
from workshop_studio.domain.prints import Paper
from workshop_studio.domain.sheet import Audience


@pytest.fixture
def studio(tmp_path):
    made = a_studio(tmp_path, ManualClock())
    yield made
    made.close()


def text_of(printed):
    document = pypdfium2.PdfDocument(io.BytesIO(printed.data))
    text = "".join(document[n].get_textpage().get_text_bounded() for n in range(len(document)))
    document.close()
    return text


def session_of(studio):
    return studio.planning.sessions()[0].id


def test_the_material_of_a_session_counts_people_and_tables(studio):
    material = studio.printing.handouts(session_of(studio))
    tables = len(studio.cohorts.cohorts()[0].teams)
    assert (material.people, material.tables) == (12, tables)
    copies = {line.sheet.id: line.copies for line in material.lines}
    assert copies["h01-wickerby"] == 12
    assert copies["h12-decision-record"] == 2 * tables
    assert copies["guide"] == 1


def test_a_stack_for_the_tables_holds_no_key_even_when_one_is_asked_for(studio):
    printing, session = studio.printing, session_of(studio)
    with pytest.raises(RuleBroken) as refused:
        printing.material(session, sheet_ids={"h08-key"})
    assert refused.value.code == "nothing-to-print"
    tables = text_of(printing.material(session))
    keys = text_of(printing.material(session, audience=Audience.FACILITATOR))
    assert "seven weaknesses of the map" not in tables
    assert "seven weaknesses of the map" in keys


def test_only_the_chosen_sheets_are_printed_in_their_order(studio):
    made = studio.printing.material(
        session_of(studio), Paper.LETTER, sheet_ids={"h33-journal", "h01-wickerby"}
    )
    assert (made.pages, made.starts) == (2, (0, 1))
    text = text_of(made)
    assert text.index("Wickerby on one page") < text.index("A time I noticed a risk late")


def test_a_pack_is_printed_without_a_session(studio):
    pack = studio.planning.pack("ask-early")
    assert studio.printing.material(pack).pages == 12


def test_a_session_that_is_gone_is_told(studio):
    with pytest.raises(RuleBroken) as refused:
        studio.printing.handouts("nowhere")
    assert refused.value.code == "not-found"


def test_the_date_on_a_card_is_in_the_language_of_the_card(studio):
    cohort = studio.cohorts.cohorts()[0]
    studio.capstones.open(cohort.teams[0].code)
    review = studio.capstones.reviews(cohort.id)[0]
    assert "Version 1, 6 October 2026" in text_of(studio.printing.card(review))


def capstone_of(studio):
    return studio.capstones.open(studio.cohorts.cohorts()[0].teams[0].code).capstone


def stored(studio):
    return studio.capstones.reviews(studio.cohorts.cohorts()[0].id)[0].feedback


def amend(studio, capstone, key, value, seen, card_revision=1):
    return studio.capstones.amend_feedback(
        capstone.id, key, value, seen=seen, card_revision=card_revision
    )


def test_two_parts_of_one_feedback_written_at_once_are_both_kept(studio):
    capstone = capstone_of(studio)
    rating = Rating("clarity", Level.READY, "Bashir retold it.")
    amend(studio, capstone, "clarity", rating, Rating("clarity"))
    amend(studio, capstone, "question", "Who holds the switch?", "", card_revision=3)
    feedback = stored(studio)
    assert feedback.rating("clarity") == rating
    assert feedback.question == "Who holds the switch?"
    assert (feedback.card_revision, feedback.revision) == (3, 2)


def test_one_part_written_twice_at_once_overwrites_nothing(studio):
    capstone = capstone_of(studio)
    amend(studio, capstone, "question", "Mine?", "")
    with pytest.raises(StaleEdit):
        amend(studio, capstone, "question", "Theirs?", "")
    assert stored(studio).question == "Mine?"


def test_the_same_words_twice_are_no_conflict(studio):
    capstone = capstone_of(studio)
    amend(studio, capstone, "question", "Mine?", "")
    amend(studio, capstone, "question", "Mine?", "")
    assert stored(studio).question == "Mine?"
