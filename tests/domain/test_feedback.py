from __future__ import annotations

import pytest

from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.feedback import CRITERIA, Feedback, Level, Rating


def test_two_strengths_are_two_lines():
    assert Feedback("c1", strength="You wrote it down.\n\nYou left things out.").strengths == (
        "You wrote it down.",
        "You left things out.",
    )
    assert Feedback("c1").strengths == ()


def test_every_part_is_read_and_changed_by_its_key():
    rating = Rating("clarity", Level.READY, "Bashir retold it.")
    feedback = Feedback("c1").with_value("clarity", rating).with_value("next_owner", "Amara")
    assert feedback.value("clarity") == rating
    assert feedback.value("next_owner") == "Amara"
    assert feedback.value("question") == ""


@pytest.mark.parametrize("key", ["revision", "capstone_id", "nothing"])
def test_what_is_no_part_cannot_be_changed(key):
    with pytest.raises(RuleBroken):
        Feedback("c1").with_value(key, "x")
    with pytest.raises(RuleBroken):
        Feedback("c1").value(key)


def test_a_rating_of_another_criterion_is_refused():
    with pytest.raises(RuleBroken):
        Feedback("c1").with_value("clarity", Rating("feasibility", Level.READY))


def test_feedback_is_begun_with_its_first_word_and_complete_with_three_levels():
    feedback = Feedback("c1", card_revision=4, revision=2)
    assert not feedback.is_begun
    assert feedback.with_value("question", "Who?").is_begun
    for criterion in CRITERIA:
        assert not feedback.is_complete
        feedback = feedback.with_rating(Rating(criterion.key, Level.NO_EVIDENCE))
    assert feedback.is_complete
