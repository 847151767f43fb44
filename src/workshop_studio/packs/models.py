"""The pack format as pydantic models; the JSON Schema in docs is generated from them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
Short = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
StageLine = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
Minutes = Annotated[float, Field(gt=0, le=480)]
Grouping = Literal["plenary", "solo", "pairs", "tables", "solo then pairs", "tables rotate",
                   "tables standing", "none"]  # fmt: skip


class Strict(BaseModel):
    """A model in which a misspelled field is a mistake, not a silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class StageModel(Strict):
    """What the room reads. Nothing else of a block can reach the stage."""

    title: Short
    lines: list[StageLine] = Field(default_factory=list, max_length=5)


class BlockModel(Strict):
    """One block of the agenda."""

    id: Name
    kind: Literal["welcome", "activity", "simulation", "talk", "debrief", "journal", "break",
                  "buffer", "close"]  # fmt: skip
    title: Short
    minutes: Minutes
    minimum: Minutes
    when_late: Literal["keep", "shrink", "cut"]
    cut_first: str = Field(default="", description="What to leave out first, in words.")
    protected: bool = False
    fixed: float | None = Field(default=None, ge=0, description="Minutes after the start.")
    grouping: Grouping = "plenary"
    exercise: Name | None = None
    scenario: Name | None = None
    stage: StageModel
    facilitator_note: str = ""
    answer_key: str = ""
    materials: list[Short] = Field(default_factory=list)
    capture: str = ""
    journal_prompt: str = ""


class SessionModel(Strict):
    """The file session.yaml."""

    format: Literal[1]
    id: Name
    version: Short
    language: Short
    licence: Short
    title: Short
    short_title: Short
    purpose: Words
    objectives: list[Words] = Field(min_length=1, max_length=5)
    prework: str = ""
    company_sheet: Name | None = None
    offline: Literal[True] = True
    content_note: str = ""
    blocks: list[BlockModel] = Field(min_length=1, max_length=60)


class StepModel(Strict):
    """One timed step of an exercise."""

    title: Short
    stage: StageLine
    minutes: Minutes
    grouping: Grouping


class ExerciseModel(Strict):
    """A file in exercises/."""

    id: Name
    title: Short
    purpose: Words
    steps: list[StepModel] = Field(min_length=1, max_length=12)
    outputs: list[Words] = Field(default_factory=list)
    rubric: list[Words] = Field(default_factory=list)
    key: str = ""
    short_variant: str = ""
    long_variant: str = ""
    debrief: list[Words] = Field(default_factory=list)


class CardModel(Strict):
    """One card of a cards part."""

    title: Short
    text: Words


class BoxModel(Strict):
    """A box of a diagram; columns and rows count from 0."""

    id: Short
    label: Short
    column: float = Field(ge=0, le=12)
    row: float = Field(ge=0, le=12)


class PartModel(Strict):
    """One part of a sheet: exactly one of the fields that hold something."""

    heading: Words | None = None
    paragraph: Words | None = None
    bullets: list[Words] | None = None
    numbers: list[Words] | None = None
    table: list[list[str]] | None = None
    cards: list[CardModel] | None = None
    lines: int | None = Field(default=None, ge=1, le=40)
    boxes: list[BoxModel] | None = None
    arrows: list[tuple[str, str]] | None = None
    caption: str = ""


class SheetModel(Strict):
    """A file in sheets/."""

    id: Name
    title: Short
    subtitle: str = ""
    audience: Literal["participants", "facilitator"]
    copies: Short
    landscape: bool = False
    parts: list[PartModel] = Field(min_length=1, max_length=60)


class WordModel(Strict):
    """One word of a vocabulary."""

    term: Short
    meaning: Words
    example: Words
    stage: Literal["Frame", "Gather", "Build", "Check", "Release", "Watch", "Respond", "Retire"]


class CardsModel(Strict):
    """A file in cards/."""

    words: list[WordModel] = Field(min_length=1, max_length=200)
