"""The pack format as pydantic models; the JSON Schema in docs is generated from them.

Each model stands alone; what one part says about another is checked in `references`.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    field_validator,
    model_validator,
)

Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
Short = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
StageLine = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
Minutes = Annotated[float, Field(ge=0.5, le=480)]
GroupName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]
PromptText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=90)]
_MOMENT = re.compile(r"^([0-9]{1,3}:[0-5][0-9]|[0-9]{1,5})$")
Grouping = Literal["plenary", "solo", "pairs", "tables", "solo then pairs", "tables rotate",
                   "tables standing", "none"]  # fmt: skip


def _moment(value: object) -> object:
    """Take "12:00" or "720" or 720; anything else is one mistake, not one for each kind."""
    text = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
    if not _MOMENT.fullmatch(text):
        raise ValueError('must be a moment such as "12:00", or seconds such as 720')
    return text


BlockTime = Annotated[
    str,
    BeforeValidator(_moment),
    WithJsonSchema({
        "anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": _MOMENT.pattern}]
    }),
]  # fmt: skip


class Strict(BaseModel):
    """A model in which a misspelled field is a mistake and a text is not taken for a number."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class StageModel(Strict):
    """What the room reads. Nothing else of a block can reach the stage."""

    title: Short
    lines: list[StageLine] = Field(default_factory=list, max_length=5)


class GroupModel(Strict):
    """One group of a breakout that the pack names itself."""

    name: GroupName
    text: StageLine | None = Field(default=None, description="What it works on, for the room.")
    minutes: Minutes | None = Field(default=None, description="Those of the breakout.")
    mentor: str = Field(default="", max_length=120, description="For the console alone.")
    place: str = Field(default="", max_length=120, description="For the console alone.")


class BreakoutModel(Strict):
    """Groups that work at the same time: the cohort's teams with texts, or groups with names."""

    minutes: Minutes | None = Field(default=None, description="Those of the block.")
    texts: list[StageLine] | None = Field(default=None, min_length=2, max_length=8)
    groups: list[GroupModel] | None = Field(default=None, min_length=2, max_length=8)

    @model_validator(mode="after")
    def _holds_one_kind(self) -> BreakoutModel:
        """Refuse a breakout of which nobody knows who goes out."""
        if self.texts and self.groups:
            raise ValueError("holds `texts` and `groups`; keep one of them")
        if not self.texts and not self.groups:
            raise ValueError("must hold `texts` for the teams, or `groups` with names")
        return self


class PromptModel(Strict):
    """A sentence for the room at a moment of the block."""

    at: BlockTime
    text: PromptText


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
    priority: Annotated[int, Field(ge=1, le=5)] | None = Field(
        default=None, description="1 goes first when time is short, 5 last."
    )
    fixed: float | None = Field(default=None, ge=0, description="Minutes after the start.")
    grouping: Grouping = "plenary"
    exercise: Name | None = None
    scenario: Name | None = None
    stage: StageModel
    breakout: BreakoutModel | None = None
    prompts: list[PromptModel] = Field(default_factory=list, max_length=20)
    warning: int | None = Field(default=None, ge=1, description="Seconds left.")
    danger: int | None = Field(default=None, ge=0, description="Seconds left, under `warning`.")
    facilitator_note: str = ""
    answer_key: str = ""
    materials: list[Short] = Field(default_factory=list)
    capture: str = ""
    journal_prompt: str = ""


class SessionModel(Strict):
    """The file session.yaml."""

    format: Annotated[int, Field(json_schema_extra={"const": 1})]
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
    currency: Annotated[str, StringConstraints(min_length=1, max_length=5)] = "€"
    offline: bool = Field(default=True, description="Everything runs without a network.")
    content_note: str = Field(default="", description="What may be hard to read, and a way out.")
    blocks: list[BlockModel] = Field(min_length=1, max_length=60)

    @field_validator("format")
    @classmethod
    def _is_understood(cls, value: int) -> int:
        if value != 1:
            message = f"{value} is not understood by this version, which reads format 1"
            raise ValueError(message)
        return value


class StepModel(Strict):
    """One timed step of an exercise."""

    title: Short
    stage: StageLine
    minutes: Minutes
    grouping: Grouping
    note: str = Field(default="", description="What the facilitator says or does; never shown.")


class ExerciseModel(Strict):
    """A file in exercises/."""

    id: Name
    title: Short
    purpose: Words
    minutes: Minutes | None = Field(default=None, description="The sum of the steps.")
    set_up: str = Field(default="", description="What lies ready before people arrive.")
    steps: list[StepModel] = Field(min_length=1, max_length=12)
    cut_first: list[Short] = Field(default_factory=list, description="What to drop, in order.")
    outputs: list[Words] = Field(default_factory=list)
    rubric: list[Words] = Field(default_factory=list)
    key: str = ""
    short_variant: str = Field(default="", description="How to run it in 30 minutes.")
    long_variant: str = Field(default="", description="How to run it in 60 minutes.")
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
    arrows: list[Annotated[list[Short], Field(min_length=2, max_length=2)]] | None = None
    caption: str = ""

    @model_validator(mode="after")
    def _holds_one_thing(self) -> PartModel:
        """Refuse an empty part and one whose order on the page would be a guess."""
        names = ("heading", "paragraph", "bullets", "numbers", "table", "cards", "lines", "boxes")
        held = [name for name in names if getattr(self, name)]
        if len(held) != 1:
            found = " and ".join(held) if held else "none"
            message = f"must hold one of {', '.join(names)}, but holds {found}"
            raise ValueError(message)
        if self.arrows and not self.boxes:
            raise ValueError("has arrows without boxes; put them into the part with the boxes")
        if self.caption and not (self.boxes or self.table):
            raise ValueError("has a caption without a table or boxes; make it a paragraph")
        return self


class SheetModel(Strict):
    """A file in sheets/."""

    id: Name
    title: Short
    subtitle: str = ""
    audience: Literal["participants", "facilitator"]
    copies: Short
    block: Name | None = None
    on_a_page: Literal[1, 2, 4] = 1
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
