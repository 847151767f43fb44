"""Reads the cards of a cohort, shows them as printed, keeps feedback; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from workshop_studio.domain.errors import StaleEdit
from workshop_studio.domain.feedback import CRITERIA, Rating
from workshop_studio.domain.staging import wall_clock
from workshop_studio.ui.review.paper_side import PaperSide
from workshop_studio.ui.wording import words

if TYPE_CHECKING:
    from workshop_studio.domain.errors import WorkshopError
    from workshop_studio.domain.feedback import Feedback, FeedbackValue
    from workshop_studio.domain.prints import PageImage
    from workshop_studio.ports.lane import Lane
    from workshop_studio.services.capstones import Review
    from workshop_studio.services.studio import Studio

_MINE = "Your words are still in the form and are not saved yet."
_LABELS = {criterion.key: criterion.label for criterion in CRITERIA}


@dataclass(frozen=True, slots=True)
class Edit:
    """One part of the feedback on one card, before and after."""

    capstone_id: str
    key: str
    before: FeedbackValue
    after: FeedbackValue


class ReviewView(Protocol):
    """What the page can be told."""

    def show_reviews(self, reviews: tuple[Review, ...]) -> None: ...  # noqa: D102
    def show_review(self, review: Review, note: str, action: str) -> None: ...  # noqa: D102
    def show_note(self, note: str, action: str) -> None: ...  # noqa: D102
    def show_progress(self, text: str, *, can_go_on: bool) -> None: ...  # noqa: D102
    def show_preview(self, sizes: tuple[tuple[float, float], ...]) -> None: ...  # noqa: D102
    def show_picture(self, place: int, image: PageImage, dpi: int) -> None: ...  # noqa: D102
    def flush(self) -> None: ...  # noqa: D102
    def say_saving(self) -> None: ...  # noqa: D102
    def say_saved(self, time_of_day: str) -> None: ...  # noqa: D102
    def say_failed(self, text: str, action: str) -> None: ...  # noqa: D102
    def say_problem(self, text: str) -> None: ...  # noqa: D102
    def say_done(self, text: str, *, can_undo: bool) -> None: ...  # noqa: D102


class ReviewPresenter:
    """Everything goes over the lane; what is shown may be a keystroke ahead of the disk."""

    def __init__(self, studio: Studio, lane: Lane, view: ReviewView) -> None:
        self._studio, self._lane, self._view = studio, lane, view
        self._reviews: dict[str, Review] = {}
        self._newer: dict[str, Review] = {}
        self._current = ""
        self._teams = 0
        self._under_way = self._sent = 0
        self._refused: dict[str, Edit] = {}
        self._edits: list[Edit] = []
        self.paper = PaperSide(studio.printing, lane, view, self._failed)

    @property
    def review(self) -> Review | None:
        """Return what is shown, with the newest feedback."""
        return self._reviews.get(self._current)

    # --- which card ------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the cards of the newest cohort again."""
        self._lane.submit(self._read, self._show, self._failed)

    def _read(self) -> tuple[tuple[Review, ...], int]:
        cohorts = self._studio.cohorts.cohorts()
        if not cohorts:
            return (), 0
        return self._studio.capstones.reviews(cohorts[0].id), len(cohorts[0].teams)

    def _show(self, read: tuple[tuple[Review, ...], int]) -> None:
        before = self._sent
        self._view.flush()
        if self._under_way or self._sent != before:
            # Something was typed since the cards were read: read them again behind it.
            self.refresh()
            return
        reviews, self._teams = read
        self._reviews = {review.desk.capstone.id: review for review in reviews}
        self._newer = {}
        self._view.show_reviews(reviews)
        if reviews:
            known = self._current in self._reviews
            self.choose(self._current if known else reviews[0].desk.capstone.id)

    def choose(self, capstone_id: str) -> None:
        """Show another team's card."""
        if capstone_id not in self._reviews:
            return
        # What was typed belongs to the team that is still shown.
        self._view.flush()
        self._current = capstone_id
        self._view.show_review(self._reviews[capstone_id], *self._note())
        self._count()
        self.paper.show(self._reviews[capstone_id])

    def next_team(self) -> None:
        """Go to the next team without feedback, or simply to the next."""
        self._view.flush()
        wanted = self._next() or self._after()[0]
        self.choose(wanted.desk.capstone.id)

    def _after(self) -> list[Review]:
        """Return the reviews that follow the shown one, round to itself."""
        ids = list(self._reviews)
        place = ids.index(self._current) + 1
        return [self._reviews[one] for one in (*ids[place:], *ids[:place])]

    def _next(self) -> Review | None:
        """Return the next other team that has no whole feedback yet."""
        open_ones = [r for r in self._after()[:-1] if not r.feedback.is_complete]
        return open_ones[0] if open_ones else None

    def _count(self) -> None:
        done = sum(review.feedback.is_complete for review in self._reviews.values())
        text = f"{done} of {self._teams} {'team' if self._teams == 1 else 'teams'} have feedback."
        following = self._next()
        if following is not None:
            text += f" Next: {following.desk.team.name}."
        elif len(self._reviews) < self._teams:
            missing = self._teams - len(self._reviews)
            text += f" {missing} {'has' if missing == 1 else 'have'} not opened a card."
        self._view.show_progress(text, can_go_on=len(self._reviews) > 1)

    # --- a card that changes ---------------------------------------------------------------------

    def heard_card(self, capstone_id: str) -> None:
        """A team saved something: say so, and leave what is being read as it is."""
        if capstone_id == self._current:
            self._lane.submit(self._read, self._compare, self._failed)

    def _compare(self, read: tuple[tuple[Review, ...], int]) -> None:
        for review in read[0]:
            card, shown = review.desk.capstone, self._reviews.get(review.desk.capstone.id)
            if shown is not None and card.revision > shown.desk.capstone.revision:
                self._newer[card.id] = review
        self._view.show_note(*self._note())

    def _note(self) -> tuple[str, str]:
        review = self.review
        if review is None:
            return "", ""
        if self._current in self._refused:
            theirs = said_in(self._refused[self._current].before)
            return f"Somebody else wrote here: {theirs}. {_MINE}", "Keep mine"
        shown, about = review.desk.capstone.revision, review.feedback.card_revision
        newer = self._newer.get(self._current)
        if newer is not None:
            now = newer.desk.capstone.revision
            text = (
                f"The team changed the card: it is now version {now}, and you are reading version"
            )
            return f"{text} {shown}. Your feedback is kept.", "Show the new card"
        if review.feedback.is_begun and about and about < shown:
            text = (
                f"The card changed since: this feedback is about version {about}, the card is now"
            )
            return f"{text} version {shown}.", ""
        return "", ""

    def act_on_banner(self) -> None:
        """Do what the banner offers: show the new card, or keep one's own words."""
        self._view.flush()
        refused = self._refused.pop(self._current, None)
        if refused is not None:
            self._view.show_note(*self._note())
            self._save(refused)
            return
        newer = self._newer.pop(self._current, None)
        if newer is not None:
            mine = self._reviews[self._current].feedback
            self._reviews[self._current] = replace(newer, feedback=mine)
            self._view.show_review(self._reviews[self._current], *self._note())
            self.paper.show(self._reviews[self._current])
            return
        self._view.show_note(*self._note())

    # --- feedback --------------------------------------------------------------------------------

    def edit(self, key: str, value: FeedbackValue) -> None:
        """Keep one part of the feedback on the shown card."""
        review = self.review
        if review is None or review.feedback.value(key) == value:
            return
        edit = Edit(self._current, key, review.feedback.value(key), value)
        self._save(edit)
        change = level_change(edit)
        if change:
            self._edits.append(edit)
            self._view.say_done(f"{_LABELS[key]} is {change}", can_undo=True)

    def undo(self) -> None:
        """Take the last changed level back."""
        self._view.flush()
        if not self._edits:
            return
        edit = self._edits.pop()
        if edit.capstone_id != self._current:
            self.choose(edit.capstone_id)
        review = self.review
        if review is None:
            return
        now, before = review.feedback.value(edit.key), edit.before
        if isinstance(now, Rating) and isinstance(before, Rating):
            # The comment may have been written since; only the level goes back.
            back = replace(now, level=before.level)
            self._save(Edit(self._current, edit.key, now, back))
            self._view.show_review(self._reviews[self._current], *self._note())

    def _save(self, edit: Edit) -> None:
        review = self._reviews[edit.capstone_id]
        self._reviews[edit.capstone_id] = replace(
            review, feedback=review.feedback.with_value(edit.key, edit.after)
        )
        card_revision = review.desk.capstone.revision
        self._under_way += 1
        self._sent += 1
        self._view.say_saving()
        self._count()

        def work() -> Feedback:
            return self._studio.capstones.amend_feedback(
                edit.capstone_id,
                edit.key,
                edit.after,
                seen=edit.before,
                card_revision=card_revision,
            )

        def refused(error: WorkshopError) -> None:
            self._not_saved(edit, error)

        self._lane.submit(work, self._saved, refused)

    def _saved(self, feedback: Feedback) -> None:
        self._under_way -= 1
        review = self._reviews.get(feedback.capstone_id)
        if review is not None:
            # Parts that were typed meanwhile are ahead of what was just stored: they stay.
            mine = replace(
                review.feedback, card_revision=feedback.card_revision, revision=feedback.revision
            )
            self._reviews[feedback.capstone_id] = replace(review, feedback=mine)
        if not self._under_way and not self._refused:
            clock = self._studio.clock
            self._view.say_saved(wall_clock(clock.now().utc, clock.zone()))
            if feedback.capstone_id == self._current:
                self._view.show_note(*self._note())
        if self.paper.side == "feedback" and self.review is not None:
            self.paper.show(self.review)

    def _not_saved(self, edit: Edit, error: WorkshopError) -> None:
        self._under_way -= 1
        if not isinstance(error, StaleEdit):
            self._view.say_failed(words(error), "")
            return

        def show(read: tuple[tuple[Review, ...], int]) -> None:
            for review in read[0]:
                if review.desk.capstone.id == edit.capstone_id:
                    theirs = review.feedback.value(edit.key)
                    self._refused[edit.capstone_id] = replace(edit, before=theirs)
            self._view.say_failed(*self._note())

        self._lane.submit(self._read, show, self._failed)

    def _failed(self, error: WorkshopError) -> None:
        self._view.say_problem(words(error))


def said_in(value: FeedbackValue) -> str:
    """Return what a part says, in quotation marks."""
    if isinstance(value, Rating):
        level = value.level.value if value.level else "Not rated"
        return f"“{level}. {value.comment}”" if value.comment else f"“{level}”"
    return f"“{value}”" if value else "nothing"


def level_change(edit: Edit) -> str:
    """Return "Ready, before Developing" when an edit replaced one level by another."""
    before, after = edit.before, edit.after
    if not isinstance(before, Rating) or not isinstance(after, Rating):
        return ""
    if before.level is None or after.level is None or before.level is after.level:
        return ""
    return f"{after.level.value}, before {before.level.value}"
