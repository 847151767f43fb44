"""Feedback from the hands of the facilitator to the disk, without a window."""

from __future__ import annotations

import pytest

from fakes import InlineLane, ManualClock
from studio_fixture import a_studio
from workshop_studio.domain.capstone import Answer, AnswerState
from workshop_studio.domain.feedback import CRITERIA, Level, Rating
from workshop_studio.ui.review.presenter import ReviewPresenter


class Page:
    """Remembers what it was told; `typed` is what the form has not said yet."""

    def __init__(self):
        self.presenter, self.typed = None, []
        self.note = self.action = self.saved = self.failed = self.progress = ""
        self.shown, self.previews, self.done = None, [], []

    def flush(self):
        typed, self.typed = self.typed, []
        for key, value in typed:
            self.presenter.edit(key, value)

    def show_reviews(self, reviews):
        self.reviews = reviews

    def show_review(self, review, note, action):
        self.shown, self.note, self.action = review, note, action

    def show_note(self, note, action):
        self.note, self.action = note, action

    def show_progress(self, text, *, can_go_on):
        self.progress, self.can_go_on = text, can_go_on

    def show_preview(self, sizes):
        self.previews.append(len(sizes))

    def show_picture(self, place, image, dpi):
        self.picture = (place, image.width_px)

    def say_saving(self):
        self.saved = "saving"

    def say_saved(self, time_of_day):
        self.saved = time_of_day

    def say_failed(self, text, action):
        self.failed, self.note, self.action = text, text, action

    def say_problem(self, text):
        self.problem = text

    def say_done(self, text, *, can_undo):
        self.done.append((text, can_undo))


class QueueLane:
    """Runs its jobs in order when told to."""

    def __init__(self):
        self.jobs = []

    def submit(self, job, done=None, failed=None):
        self.jobs.append((job, done, failed))

    def run(self):
        while self.jobs:
            job, done, failed = self.jobs.pop(0)
            InlineLane().submit(job, done, failed)


@pytest.fixture
def studio(tmp_path):
    made = a_studio(tmp_path, ManualClock())
    for team in made.cohorts.cohorts()[0].teams:
        made.capstones.open(team.code)
    yield made
    made.close()


@pytest.fixture
def page():
    return Page()


@pytest.fixture
def review(studio, page):
    page.presenter = ReviewPresenter(studio, InlineLane(), page)
    page.presenter.refresh()
    return page.presenter


def stored(studio, place=0):
    return studio.capstones.reviews(studio.cohorts.cohorts()[0].id)[place].feedback


def ids(page):
    return [one.desk.capstone.id for one in page.reviews]


def change_card(studio, capstone_id, text="below 5 %"):
    before = studio.capstones.reviews(studio.cohorts.cohorts()[0].id)
    seen = next(r for r in before if r.desk.capstone.id == capstone_id).desk.capstone
    answer = Answer(AnswerState.ANSWERED, text)
    return studio.capstones.set_answer(capstone_id, "limits", answer, seen.answer("limits"))


def test_every_part_is_saved_by_itself_with_the_version_it_is_about(review, page, studio):
    review.edit("clarity", Rating("clarity", Level.READY, "Bashir retold it."))
    review.edit("strength", "You wrote it down.\nYou left things out.")
    review.edit("next_owner", "Amara Osei")
    feedback = stored(studio)
    assert feedback.rating("clarity").level is Level.READY
    assert feedback.strengths == ("You wrote it down.", "You left things out.")
    assert feedback.next_owner == "Amara Osei"
    assert feedback.card_revision == 1
    assert page.saved == "13:30"


def test_what_was_typed_belongs_to_the_team_that_is_left(review, page, studio):
    page.typed = [("question", "Who holds the switch?")]
    review.choose(ids(page)[1])
    assert stored(studio, 0).question == "Who holds the switch?"
    assert stored(studio, 1).question == ""
    assert page.shown.desk.capstone.id == ids(page)[1]


def test_reading_the_cards_again_loses_nothing_that_is_being_typed(review, page, studio):
    page.typed = [("question", "Half a word")]
    review.refresh()
    assert stored(studio).question == "Half a word"
    assert page.shown.feedback.question == "Half a word"


def test_typing_faster_than_the_disk_keeps_every_word(studio, page):
    lane = QueueLane()
    page.presenter = presenter = ReviewPresenter(studio, lane, page)
    presenter.refresh()
    lane.run()
    presenter.edit("question", "One")
    presenter.edit("question", "One two")
    presenter.refresh()
    presenter.edit("question", "One two three")
    assert page.saved == "saving"
    lane.run()
    assert stored(studio).question == "One two three"
    assert presenter.review.feedback.question == "One two three"
    assert page.failed == ""


def test_a_card_that_changes_is_said_and_the_one_being_read_stays(review, page, studio):
    capstone_id = ids(page)[0]
    change_card(studio, capstone_id)
    review.heard_card(capstone_id)
    assert page.note.startswith("The team changed the card: it is now version 2")
    assert review.review.desk.capstone.revision == 1
    review.edit("question", "About the old one")
    assert stored(studio).card_revision == 1
    page.typed = [("next_step", "Kept")]
    review.act_on_banner()
    assert review.review.desk.capstone.revision == 2
    assert page.note.startswith("The card changed since: this feedback is about version 1")
    assert review.review.feedback.next_step == "Kept"
    review.edit("question", "About the new one")
    assert stored(studio).card_revision == 2
    assert page.note == ""


def test_the_card_of_another_team_disturbs_nobody(review, page, studio):
    change_card(studio, ids(page)[1])
    review.heard_card(ids(page)[1])
    assert page.note == ""


def test_feedback_on_an_older_card_says_so_when_it_is_opened(review, page, studio):
    review.edit("question", "Why?")
    change_card(studio, ids(page)[0])
    review.refresh()
    assert "about version 1, the card is now version 2" in page.note
    assert page.action == ""


def test_words_of_somebody_else_are_never_overwritten_unasked(review, page, studio):
    capstone_id = ids(page)[0]
    studio.capstones.amend_feedback(
        capstone_id, "question", "Theirs?", seen="", card_revision=1
    )  # fmt: skip
    review.edit("question", "Mine?")
    assert stored(studio).question == "Theirs?"
    assert "“Theirs?”" in page.failed
    assert page.action == "Keep mine"
    review.choose(ids(page)[1])
    assert page.note == ""
    review.choose(capstone_id)
    assert page.action == "Keep mine"
    review.act_on_banner()
    assert stored(studio).question == "Mine?"
    assert page.note == ""


def test_a_changed_level_can_be_taken_back_and_keeps_its_comment(review, page, studio):
    review.edit("clarity", Rating("clarity", Level.READY))
    assert page.done == []
    review.edit("clarity", Rating("clarity", Level.DEVELOPING))
    assert page.done == [("Clarity is Developing, before Ready", True)]
    review.edit("clarity", Rating("clarity", Level.DEVELOPING, "A comment."))
    review.undo()
    assert stored(studio).rating("clarity") == Rating("clarity", Level.READY, "A comment.")
    review.undo()
    assert stored(studio).rating("clarity").level is Level.READY


def rate_all(review):
    for criterion in CRITERIA:
        review.edit(criterion.key, Rating(criterion.key, Level.STARTING))


def test_the_foot_counts_teams_with_feedback_and_names_the_next(review, page, studio):
    names = [one.desk.team.name for one in page.reviews]
    assert page.progress == f"0 of 2 teams have feedback. Next: {names[1]}."
    rate_all(review)
    assert page.progress == f"1 of 2 teams have feedback. Next: {names[1]}."
    review.next_team()
    assert page.shown.desk.team.name == names[1]
    rate_all(review)
    assert page.progress == "2 of 2 teams have feedback."
    review.next_team()
    assert page.shown.desk.team.name == names[0]


def test_teams_without_a_card_are_counted(tmp_path, page):
    studio = a_studio(tmp_path, ManualClock())
    page.presenter = presenter = ReviewPresenter(studio, InlineLane(), page)
    presenter.refresh()
    assert page.reviews == ()
    studio.capstones.open(studio.cohorts.cohorts()[0].teams[0].code)
    presenter.refresh()
    assert page.progress == "0 of 2 teams have feedback. 1 has not opened a card."
    assert not page.can_go_on
    studio.close()


def test_the_left_side_shows_the_feedback_as_it_will_be_printed(review, page):
    review.paper.choose("feedback")
    before = len(page.previews)
    review.edit("question", "Shown at once?")
    assert len(page.previews) == before + 1
    review.paper.want_picture(0, 72)
    assert page.picture == (0, 596)
