"""Feedback on a capstone: three criteria, levels with a next step, words that help."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NoReturn

from workshop_studio.domain.errors import RuleBroken

COMMENT_BOUND = 280
STRENGTH_BOUND = 160
QUESTION_BOUND = 160
STEP_BOUND = 200
# The texts beside the ratings, with their bounds in user-visible characters.
TEXT_BOUNDS = {
    "strength": 2 * STRENGTH_BOUND,
    "question": QUESTION_BOUND,
    "next_step": STEP_BOUND,
    "next_owner": 60,
    "next_date": 40,
}


class Level(StrEnum):
    """How far a criterion has come; "no evidence yet" is a rating too."""

    NO_EVIDENCE = "No evidence yet"
    STARTING = "Starting"
    DEVELOPING = "Developing"
    READY = "Ready"
    EXEMPLARY = "Exemplary"


@dataclass(frozen=True, slots=True)
class Cell:
    """What the rater sees at a level, and the next step for the team."""

    sees: str
    next_step: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion with its cells by level."""

    key: str
    label: str
    cells: tuple[tuple[Level, Cell], ...]

    def cell(self, level: Level) -> Cell:
        """Return the cell of a level."""
        return dict(self.cells)[level]


def _criterion(key: str, label: str, *cells: tuple[str, str]) -> Criterion:
    nothing = Cell("Nothing on the card speaks to this yet.", "Say one sentence about it.")
    four = [Cell(sees, step) for sees, step in cells]
    return Criterion(key, label, tuple(zip(Level, (nothing, *four), strict=True)))


CRITERIA: tuple[Criterion, ...] = (
    _criterion(
        "clarity", "Clarity",
        ("A reader from outside the team cannot say what it does.",
         "Tell it to somebody from another table and write down their words."),
        ("The purpose is clear; some terms or steps are left unexplained.",
         "Replace or explain the three words a visitor would ask about."),
        ("A colleague from another function can retell purpose, data and limits after one reading.",
         "Add one worked example for the hardest point."),
        ("The same, and the hardest point has an example or a picture.",
         "Show it to another team as a pattern."),
    ),
    _criterion(
        "feasibility", "Feasibility",
        ("Steps have neither an owner nor a time.",
         "Put a role and a week beside each step."),
        ("Owners are named, but one main step depends on something that does not exist yet.",
         "Find out who could make the missing piece, or plan without it."),
        ("Each step has an owner, a time and a way to check it; main dependencies are named.",
         "Name what you do when the largest dependency fails."),
        ("The same, the first step could start this week, and there is a fallback.",
         "Start, and bring the first number to the next session."),
    ),
    _criterion(
        "alignment", "Business alignment",
        ("No goal is named.", "Name the one goal this serves, and who asked for it."),
        ("A goal is named; its link to the work is loose.",
         "Finish the sentence: this number moves because …"),
        ("One goal, one measure with start and target, and who wants it.",
         "Write down what you will not do, and when you would stop."),
        ("The same, and it says what is left out, or what would make the team stop.",
         "Agree the stop rule with the person who pays for it."),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rating:
    """The level of one criterion, None while open, and a comment."""

    key: str
    level: Level | None = None
    comment: str = ""


FeedbackValue = Rating | str


@dataclass(frozen=True, slots=True)
class Feedback:
    """Feedback on one capstone; names the revision of the card it was written about."""

    capstone_id: str
    card_revision: int = 0
    ratings: tuple[Rating, ...] = tuple(Rating(criterion.key) for criterion in CRITERIA)
    strength: str = ""
    question: str = ""
    next_step: str = ""
    next_owner: str = ""
    next_date: str = ""
    revision: int = 0

    def rating(self, key: str) -> Rating:
        """Return the rating of a criterion."""
        return next((r for r in self.ratings if r.key == key), Rating(key))

    def with_rating(self, rating: Rating) -> Feedback:
        """Return the feedback with one rating changed."""
        ratings = tuple(rating if r.key == rating.key else r for r in self.ratings)
        return replace(self, ratings=ratings)

    @property
    def strengths(self) -> tuple[str, ...]:
        """Return the strengths, two at most, one a line of `strength`."""
        return tuple(line for line in self.strength.split("\n") if line.strip())

    def value(self, key: str) -> FeedbackValue:
        """Return what stands in a part: a rating by its criterion's key, else a text."""
        if key in _CRITERIA_KEYS:
            return self.rating(key)
        return str(getattr(self, key)) if key in TEXT_BOUNDS else _unknown(key)

    def with_value(self, key: str, value: FeedbackValue) -> Feedback:
        """Return the feedback with one part changed; raises RuleBroken("unknown-field")."""
        if isinstance(value, Rating):
            return self.with_rating(value) if key == value.key else _unknown(key)
        texts = {name: str(getattr(self, name)) for name in TEXT_BOUNDS}
        return _with_texts(self, {**texts, key: value}) if key in TEXT_BOUNDS else _unknown(key)

    @property
    def is_begun(self) -> bool:
        """Return whether anything was said yet."""
        return self != Feedback(self.capstone_id, self.card_revision, revision=self.revision)

    @property
    def is_complete(self) -> bool:
        """Return whether every criterion has a level."""
        return all(rating.level is not None for rating in self.ratings)


_CRITERIA_KEYS = frozenset(criterion.key for criterion in CRITERIA)


def _with_texts(feedback: Feedback, texts: dict[str, str]) -> Feedback:
    return replace(
        feedback,
        strength=texts["strength"],
        question=texts["question"],
        next_step=texts["next_step"],
        next_owner=texts["next_owner"],
        next_date=texts["next_date"],
    )


def _unknown(key: str) -> NoReturn:
    raise RuleBroken("unknown-field", field=key)
