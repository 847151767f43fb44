"""What the projected window may know: nothing private has a field here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop_studio.domain.timer import TimerPhase


class StageFace(StrEnum):
    """The slide that the stage draws."""

    HOLDING = "holding"
    COUNTDOWN = "countdown"
    SCENARIO = "scenario"
    BLACK = "black"


class LineMark(StrEnum):
    """How far a line of the slide has come."""

    PLAIN = "plain"
    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class StageLine:
    """One line of the slide, at most five of them."""

    text: str
    mark: LineMark = LineMark.PLAIN


@dataclass(frozen=True, slots=True)
class StageClock:
    """The countdown as shown. caption: such as "left, until 14:59"."""

    text: str
    phase: TimerPhase
    caption: str


@dataclass(frozen=True, slots=True)
class StageSegment:
    """A part of the bar under the clock: its share of the block and how much is done, 0 to 1."""

    share: float
    done: float


@dataclass(frozen=True, slots=True)
class StageChart:
    """One chart of a scenario as the room sees it, days from 1 up to `day`.

    values, without_decision: one value a day, None where there is none to show.
    state: word of the verdict; value_text: the newest value in words.
    """

    title: str
    values: tuple[float | None, ...]
    without_decision: tuple[float | None, ...]
    days: int
    decision_day: int
    amber: float | None
    red: float | None
    level_text: str
    value_text: str
    state: str
    sentence: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class StageScenario:
    """The scenario on the wall; at most four charts."""

    kicker: str
    headline: str
    charts: tuple[StageChart, ...]


@dataclass(frozen=True, slots=True)
class StageSnapshot:
    """Everything the stage shows at one moment; equal snapshots need no repaint."""

    face: StageFace
    session_title: str = ""
    title: str = ""
    clock: StageClock | None = None
    lines: tuple[StageLine, ...] = ()
    segments: tuple[StageSegment, ...] = ()
    next_up: str = ""
    time_of_day: str = ""
    message: str = ""
    scenario: StageScenario | None = None
