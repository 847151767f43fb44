"""The printing place without a window: what it makes, shows, prints and saves."""

from __future__ import annotations

import pytest

from fakes import InlineLane, ManualClock
from studio_fixture import a_studio
from workshop_studio.domain.errors import StorageUnavailable
from workshop_studio.domain.prints import Paper, PrintOutcome
from workshop_studio.domain.sheet import Audience
from workshop_studio.ui.printing.presenter import (
    NO_PRINTER,
    NOT_PRINTED,
    PrintPresenter,
    write_whole,
)


class Page:
    """Remembers what it was told."""

    def __init__(self):
        self.preview = None
        self.pictures, self.done = [], []
        self.count = self.copies = self.progress = self.problem = self.action = ""

    def show_document(self, title, subtitle, paper):
        self.title, self.subtitle, self.paper = title, subtitle, paper

    def show_sheets(self, material, audience):
        self.material, self.audience = material, audience

    def show_working(self):
        self.count = "Setting the pages"

    def show_preview(self, preview):
        self.preview = preview

    def show_picture(self, place, image, dpi):
        self.pictures.append((place, image.width_px, dpi))

    def show_count(self, text, copies):
        self.count, self.copies = text, copies

    def show_progress(self, text):
        self.progress = text

    def say_problem(self, text, action):
        self.problem, self.action = text, action

    def say_done(self, text, *, can_undo):
        self.done.append(text)


class PaperTray:
    """A printer that ends as it is told."""

    def __init__(self, outcome=PrintOutcome.PRINTED):
        self.outcome, self.jobs, self.is_cancelled = outcome, [], False

    def start(self, job, progressed, finished):
        self.jobs.append(job)
        progressed(1, len(job.order))
        finished(self.outcome)

    def cancel(self):
        self.is_cancelled = True


class WaitingLane:
    """Keeps jobs until they are run, in any order."""

    def __init__(self):
        self.jobs = []

    def submit(self, job, done=None, failed=None):
        self.jobs.append((job, done))

    def run(self, place=0):
        job, done = self.jobs.pop(place)
        done(job())


@pytest.fixture
def studio(tmp_path):
    made = a_studio(tmp_path, ManualClock())
    yield made
    made.close()


@pytest.fixture
def page():
    return Page()


@pytest.fixture
def tray():
    return PaperTray()


@pytest.fixture
def place(studio, page, tray):
    return PrintPresenter(studio, InlineLane(), page, tray, Paper.A4)


@pytest.fixture
def review(studio):
    cohort = studio.cohorts.cohorts()[0]
    desk = studio.capstones.open(cohort.teams[0].code)
    studio.capstones.set_head(desk.capstone.id, "Pantry Predict", "Amara")
    return studio.capstones.reviews(cohort.id)[0]


def session(studio):
    return studio.planning.sessions()[0].id


def test_a_card_is_shown_as_it_will_be_printed(place, page, review):
    place.open_card(review)
    assert page.title == "Governance card"
    assert page.subtitle.endswith("Pantry Predict")
    assert page.material is None
    assert page.count == "1 page on A4"
    assert [round(side) for side in page.preview.sizes[0]] == [595, 842]
    place.want_picture(0, 72)
    assert page.pictures == [(0, 596, 72)]


def test_the_paper_stays_chosen_for_the_next_document(place, page, review):
    place.open_card(review)
    place.choose_paper(Paper.LETTER)
    assert [round(side) for side in page.preview.sizes[0]] == [612, 792]
    place.open_feedback(review)
    assert page.paper is Paper.LETTER
    assert page.count == "1 page on Letter"


def test_the_material_of_a_session_is_ticked_whole_and_can_be_thinned(place, page, studio):
    place.open_session(session(studio))
    assert page.subtitle == "Ask early: governance you can do on Monday, 12 people, 2 tables"
    assert page.preview.printed.pages == 12
    place.choose_sheets(frozenset({"h01-wickerby", "h08-map"}))
    assert page.preview.printed.pages == 2
    assert place.place_of("h08-map") == 1
    assert place.place_of("guide") is None


def test_nothing_ticked_is_said_and_nothing_can_be_printed(place, page, tray, studio):
    place.open_session(session(studio))
    place.choose_sheets(frozenset())
    assert page.preview is None
    assert page.count == "Nothing chosen. Tick a sheet to print it."
    place.print_now()
    assert tray.jobs == []


def test_keys_are_another_stack(place, page, tray, studio):
    place.open_session(session(studio))
    place.choose_audience(Audience.FACILITATOR)
    place.print_now()
    assert page.audience is Audience.FACILITATOR
    assert tray.jobs[0].printed.pages == 4
    assert place.place_of("h01-wickerby") is None


def test_copies_are_as_many_as_the_room_needs(place, page, tray, studio):
    place.open_session(session(studio))
    place.choose_sheets(frozenset({"h12-decision-record", "h37-minute-card"}))
    place.choose_copies(True)
    place.print_now()
    # Two for each of two tables, then twelve minute cards, four on a page.
    assert tray.jobs[0].order == (0,) * 4 + (1,) * 3
    assert page.copies == "7 pages leave the printer"


@pytest.mark.parametrize(
    ("outcome", "done", "problem", "action"),
    [
        (PrintOutcome.PRINTED, ["Sent to the printer"], "", ""),
        (PrintOutcome.CANCELLED, [], "", ""),
        (PrintOutcome.NO_PRINTER, [], NO_PRINTER, "Save as PDF"),
        (PrintOutcome.FAILED, [], NOT_PRINTED, "Save as PDF"),
    ],
)
def test_the_end_of_printing_is_said(place, page, tray, review, outcome, done, problem, action):
    tray.outcome = outcome
    place.open_card(review)
    place.print_now()
    assert (page.done, page.problem, page.action) == (done, problem, action)
    assert page.progress == ""


def test_the_shown_pdf_is_saved_byte_for_byte(place, page, review, tmp_path):
    place.open_card(review)
    assert place.suggestion().startswith("governance-card-")
    place.save(tmp_path / "card.pdf")
    assert (tmp_path / "card.pdf").read_bytes() == page.preview.printed.data
    assert page.done == ["Saved as card.pdf"]
    assert list(tmp_path.glob("*.part")) == []


def test_a_failed_write_keeps_the_older_file_and_says_so(place, page, review, tmp_path):
    target = tmp_path / "there.pdf"
    target.mkdir()
    (target / "kept").write_text("kept", encoding="utf-8")
    place.open_card(review)
    place.save(target)
    assert "could not be written" in page.problem
    assert (target / "kept").read_text(encoding="utf-8") == "kept"
    assert list(tmp_path.glob("*.part")) == []
    with pytest.raises(StorageUnavailable):
        write_whole(tmp_path / "no" / "folder.pdf", b"x")


def test_a_name_without_an_ending_gets_one_but_replaces_no_other_file(tmp_path):
    assert write_whole(tmp_path / "card", b"new") == "card.pdf"
    assert write_whole(tmp_path / "card", b"other") == "card"
    assert (tmp_path / "card.pdf").read_bytes() == b"new"


def test_a_pdf_that_comes_after_another_choice_is_not_shown(studio, page, tray, review):
    lane = WaitingLane()
    place = PrintPresenter(studio, lane, page, tray, Paper.A4)
    place.open_card(review)
    place.choose_paper(Paper.LETTER)
    place.print_now()
    assert (tray.jobs, page.count) == ([], "Setting the pages")
    lane.run(1)
    assert page.count == "1 page on Letter"
    lane.run(0)
    assert [round(side) for side in page.preview.sizes[0]] == [612, 792]
