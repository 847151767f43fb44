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
    BREAKOUTS = "breakouts"
    PROMPT = "prompt"
    WORD = "word"
    AGENDA = "agenda"
    SCENARIO = "scenario"
    BLACK = "black"


class ClockStyle(StrEnum):
    """How the room sees the time left; the console always shows the exact clock."""

    DIGITS = "digits"
    RING = "ring"
    ABOUT = "about"
    NONE = "none"


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
    """The countdown as shown. caption: such as "left, until 14:59".

    text: "17:42"; "about 5 min" in that style, "" in the style NONE. left: share of the time that
    is left, 1 to 0, for the ring and for the bar of a track.
    """

    text: str
    phase: TimerPhase
    caption: str
    style: ClockStyle = ClockStyle.DIGITS
    left: float = 0.0


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
class StageTrack:
    """One group in a breakout. letter: of its team, "" for none. text: what it works on.

    clock: None once the group is back; its caption is the word of the phase.
    """

    letter: str
    name: str
    text: str
    clock: StageClock | None


@dataclass(frozen=True, slots=True)
class StageBreakouts:
    """The wall of all clocks, two to eight. back_at: such as "Back together at 14:59"."""

    tracks: tuple[StageTrack, ...]
    back_at: str


@dataclass(frozen=True, slots=True)
class StageWord:
    """A word of the shared vocabulary. stage: where in the lifecycle it belongs, in words."""

    term: str
    meaning: str
    example: str
    stage: str


@dataclass(frozen=True, slots=True)
class StageAgendaRow:
    """One row of now-and-next. at: "14:59". minutes: such as "10 minutes". mark: CURRENT is now."""

    at: str
    title: str
    minutes: str
    mark: LineMark


@dataclass(frozen=True, slots=True)
class StageSnapshot:
    """Everything the stage shows at one moment; equal snapshots need no repaint.

    prompt: the sentence of the face PROMPT. callout: what the room must do now, such as "Two more
    minutes, then back together". is_rehearsal: says REHEARSAL on every face but black.
    """

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
    breakouts: StageBreakouts | None = None
    word: StageWord | None = None
    prompt: str = ""
    agenda: tuple[StageAgendaRow, ...] = ()
    callout: str = ""
    is_rehearsal: bool = False
