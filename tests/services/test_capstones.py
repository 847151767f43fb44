from __future__ import annotations

from dataclasses import replace

import pytest

from fakes import ManualClock
from studio_fixture import a_studio, some_people
from workshop_studio.domain.capstone import (
    EMPTY,
    Answer,
    AnswerState,
    Section,
    both,
    visible_length,
)
from workshop_studio.domain.errors import RuleBroken, StaleEdit
from workshop_studio.domain.feedback import Level, Rating


@pytest.fixture
def studio(tmp_path):
    opened = a_studio(tmp_path, ManualClock())
    yield opened
    opened.close()


def said(text):
    return Answer(AnswerState.ANSWERED, text)


def test_a_team_code_opens_the_teams_own_capstone_in_any_case(studio):
    team = studio.cohorts.cohorts()[0].teams[0]
    desk = studio.capstones.open(f" {team.code.lower()} ")
    assert desk.team == team
    assert studio.capstones.open(team.code).capstone == desk.capstone


def test_an_unknown_code_opens_nothing(studio):
    with pytest.raises(RuleBroken) as refused:
        studio.capstones.open("0000")
    assert refused.value.code == "code-unknown"


def test_two_fields_written_at_once_are_both_kept(studio):
    desk = studio.capstones.open(studio.cohorts.cohorts()[0].teams[0].code)
    studio.capstones.set_answer(desk.capstone.id, "consent", said("yes"), EMPTY)
    after = studio.capstones.set_answer(desk.capstone.id, "limits", said("≤ 5 %"), EMPTY)
    assert (after.answer("consent").text, after.answer("limits").text) == ("yes", "≤ 5 %")


def test_one_field_written_twice_at_once_overwrites_nothing(studio):
    desk = studio.capstones.open(studio.cohorts.cohorts()[0].teams[0].code)
    studio.capstones.set_answer(desk.capstone.id, "consent", said("first"), EMPTY)
    with pytest.raises(StaleEdit):
        studio.capstones.set_answer(desk.capstone.id, "consent", said("second"), EMPTY)
    kept = studio.capstones.open(desk.team.code).capstone.answer("consent")
    assert kept.text == "first"


def test_progress_counts_honest_answers(studio):
    desk = studio.capstones.open(studio.cohorts.cohorts()[0].teams[0].code)
    card = desk.capstone.with_answer("incident", Answer(AnswerState.NOT_KNOWN, "", "Ingrid"))
    card = card.with_answer("monitoring", Answer(AnswerState.DOES_NOT_APPLY))
    assert card.progress(Section.WATCHING) == (1, 2)
    assert card.open_count == 18


def test_feedback_names_the_version_of_the_card_it_is_about(studio):
    cohort = studio.cohorts.cohorts()[0]
    desk = studio.capstones.open(cohort.teams[0].code)
    studio.capstones.set_answer(desk.capstone.id, "consent", said("yes"), EMPTY)
    review = studio.capstones.reviews(cohort.id)[0]
    rated = review.feedback.with_rating(Rating("clarity", Level.READY, "One example is missing."))
    saved = studio.capstones.save_feedback(rated)
    assert (saved.card_revision, saved.revision) == (2, 1)
    assert studio.capstones.reviews(cohort.id)[0].feedback == saved
    with pytest.raises(StaleEdit):
        studio.capstones.save_feedback(replace(rated, question="Why?"))


def test_fewer_tables_never_orphan_a_teams_work(studio):
    cohort = studio.cohorts.create("Second")
    studio.cohorts.import_people(cohort.id, some_people(24))
    teams = studio.cohorts.balance(cohort.id).teams
    studio.capstones.open(teams[-1].code)
    assert studio.cohorts.balance(cohort.id).teams[-1].code == teams[-1].code


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("  Zoë ", 3),
        ("Zoe\u0308", 3),
        ("👩\u200d🔬 ok", 4),
        ("🇵🇱🇩🇪", 2),
        ("👍🏽", 1),
        ("a\r\nb", 3),
    ],
)
def test_length_counts_what_a_person_sees(text, length):
    assert visible_length(text) == length


def test_a_title_and_an_owner_written_at_once_are_both_kept(studio):
    card = studio.capstones.open(studio.cohorts.cohorts()[0].teams[0].code).capstone
    studio.capstones.set_head(card.id, "Pantry Predict", "", ("", ""))
    after = studio.capstones.set_head(card.id, "", "Product lead", ("", ""))
    assert (after.title, after.owner) == ("Pantry Predict", "Product lead")


def test_one_title_written_twice_at_once_overwrites_nothing(studio):
    card = studio.capstones.open(studio.cohorts.cohorts()[0].teams[0].code).capstone
    studio.capstones.set_head(card.id, "Pantry Predict", "", ("", ""))
    with pytest.raises(StaleEdit) as refused:
        studio.capstones.set_head(card.id, "Larder", "", ("", ""))
    assert refused.value.args == ("title",)
    assert studio.capstones.card(card.id).title == "Pantry Predict"


def test_two_texts_for_one_field_can_both_be_kept():
    theirs = Answer(AnswerState.ANSWERED, "People agree at the till.")
    assert both(theirs, said("Off until taken.")).text == (
        "People agree at the till.\nOff until taken."
    )
    noted = both(
        Answer(AnswerState.NOT_KNOWN, "", "Ingrid"), Answer(AnswerState.NOT_KNOWN, "", "Bo")
    )
    assert noted == Answer(AnswerState.NOT_KNOWN, "", "Ingrid; Bo")
    assert both(theirs, theirs) == theirs
