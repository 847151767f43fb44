"""Reads the cards of a cohort, keeps feedback, prints; no Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from workshop_studio.domain.errors import StorageUnavailable
from workshop_studio.domain.feedback import Level, Rating
from workshop_studio.domain.staging import wall_clock
from workshop_studio.ui.wording import words

if TYPE_CHECKING:
    from pathlib import Path

    from workshop_studio.domain.errors import WorkshopError
    from workshop_studio.domain.feedback import Feedback
    from workshop_studio.domain.prints import PageImage
    from workshop_studio.ports.lane import Lane
    from workshop_studio.services.capstones import Review
    from workshop_studio.services.studio import Studio

PREVIEW_DPI = 110


class ReviewView(Protocol):
    """What the page can be told."""

    def show_reviews(self, reviews: tuple[Review, ...]) -> None: ...  # noqa: D102
    def show_review(self, review: Review) -> None: ...  # noqa: D102
    def show_pages(self, pages: tuple[PageImage, ...]) -> None: ...  # noqa: D102
    def say_saved(self, text: str) -> None: ...  # noqa: D102
    def say_problem(self, text: str) -> None: ...  # noqa: D102
    def say_done(self, text: str, *, can_undo: bool) -> None: ...  # noqa: D102


class ReviewPresenter:
    """Everything goes over the lane."""

    def __init__(self, studio: Studio, lane: Lane, view: ReviewView) -> None:
        self._studio = studio
        self._lane = lane
        self._view = view
        self._reviews: tuple[Review, ...] = ()
        self._current: Review | None = None

    def refresh(self) -> None:
        """Read the cards of the newest cohort again."""
        self._lane.submit(self._read, self._show, self._failed)

    def choose(self, capstone_id: str) -> None:
        """Show another team's card."""
        found = [r for r in self._reviews if r.desk.capstone.id == capstone_id]
        if not found:
            return
        review = self._current = found[0]
        self._view.show_review(review)
        self._lane.submit(
            lambda: self._studio.printing.pictures(self._studio.printing.card(review), PREVIEW_DPI),
            self._view.show_pages,
            self._failed,
        )

    def rate(self, key: str, level: Level | None, comment: str) -> None:
        """Keep a level and a comment for one criterion."""
        current = self._current
        if current is None or current.feedback.rating(key) == Rating(key, level, comment):
            return
        wanted = current.feedback.with_rating(Rating(key, level, comment))
        self._current = replace(current, feedback=wanted)
        self._view.say_saved("saving")

        # What is stored may be newer than what was shown when several ratings follow quickly.
        def work() -> Feedback:
            cohort = current.desk.cohort_id
            stored = next(
                r
                for r in self._studio.capstones.reviews(cohort)
                if r.desk.capstone.id == current.desk.capstone.id
            )
            return self._studio.capstones.save_feedback(
                stored.feedback.with_rating(Rating(key, level, comment))
            )

        self._lane.submit(work, self._saved, self._failed)

    def save_card(self, path: Path) -> None:
        """Write the card of the shown team as PDF; a failed write leaves an old file whole."""
        current = self._current
        if current is None:
            return

        def work() -> str:
            data = self._studio.printing.card(current).data
            part = path.with_name(path.name + ".part")
            try:
                part.write_bytes(data)
                part.replace(path)
            except OSError as error:
                raise StorageUnavailable("workspace-failed", path=str(path)) from error
            return path.name

        self._lane.submit(work, self._written, self._failed)

    def _read(self) -> tuple[Review, ...]:
        cohorts = self._studio.cohorts.cohorts()
        return self._studio.capstones.reviews(cohorts[0].id) if cohorts else ()

    def _show(self, reviews: tuple[Review, ...]) -> None:
        self._reviews = reviews
        self._view.show_reviews(reviews)
        if reviews:
            wanted = self._current.desk.capstone.id if self._current else ""
            known = [r.desk.capstone.id for r in reviews]
            self.choose(wanted if wanted in known else known[0])

    def _saved(self, feedback: Feedback) -> None:
        if self._current is not None and self._current.feedback.capstone_id == feedback.capstone_id:
            self._current = replace(self._current, feedback=feedback)
        now = self._studio.clock.now().utc
        self._view.say_saved(f"saved {wall_clock(now, self._studio.clock.zone())}")

    def _written(self, name: str) -> None:
        self._view.say_done(f"Saved as {name}", can_undo=False)

    def _failed(self, error: WorkshopError) -> None:
        self._view.say_problem(words(error))
