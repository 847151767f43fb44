"""The blocks of a session: what is planned, for how long, and who may see which text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop_studio.domain.vocabulary import WordCard

MOST_TRACKS = 8


class BlockKind(StrEnum):
    """What happens in a block; decides its colour in the agenda and its defaults."""

    WELCOME = "welcome"
    ACTIVITY = "activity"
    SIMULATION = "simulation"
    TALK = "talk"
    DEBRIEF = "debrief"
    JOURNAL = "journal"
    BREAK = "break"
    BUFFER = "buffer"
    CLOSE = "close"


class WhenLate(StrEnum):
    """What may happen to a block when the session runs late."""

    KEEP = "keep"
    SHRINK = "shrink"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Step:
    """One timed step of an exercise. `stage` is the short line the room sees."""

    title: str
    stage: str
    planned_s: int
    grouping: str


@dataclass(frozen=True, slots=True)
class Track:
    """One group of a breakout, with its own minutes; all groups of a block come back together.

    letter, name: of its team, or what the facilitator calls it. text: what it works on, for the
    room to read. mentor, place: for the facilitator, such as "table 3".
    """

    id: str
    name: str
    planned_s: int
    text: str = ""
    letter: str = ""
    mentor: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A sentence for the room that is due when the block has run for at_s seconds."""

    id: str
    at_s: int
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """One block of an agenda.

    planned_s, minimum_s: seconds; minimum_s <= planned_s.
    fixed_start_s: seconds after the planned start of the session, None for a floating block.
    stage_lines: what the room reads, at most five. facilitator_note and answer_key never leave
    the console; they are fields of their own so that no view can mix them up with stage text.
    steps: their planned_s add up to the block's.
    tracks: none, or two to eight groups that work at the same time. prompts: by time, no two at
    the same moment. warning_s, danger_s: seconds left at which the clock changes, None for the
    usual share. priority: 1 goes first when time is short, 5 last; 0 for what its kind suggests.
    """

    id: str
    kind: BlockKind
    title: str
    planned_s: int
    minimum_s: int
    when_late: WhenLate
    cut_first: str
    is_protected: bool
    fixed_start_s: int | None
    grouping: str
    exercise: str
    stage_title: str
    stage_lines: tuple[str, ...]
    facilitator_note: str
    answer_key: str
    materials: tuple[str, ...]
    capture: str
    journal_prompt: str
    scenario: str
    steps: tuple[Step, ...]
    tracks: tuple[Track, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    warning_s: int | None = None
    danger_s: int | None = None
    priority: int = 0


@dataclass(frozen=True, slots=True)
class Agenda:
    """The blocks of one session in order; ids are unique. words: what the stage can explain."""

    title: str
    short_title: str
    blocks: tuple[Block, ...]
    words: tuple[WordCard, ...] = ()

    @property
    def planned_s(self) -> int:
        """Return the length of the session in seconds, without gaps before fixed starts."""
        return sum(block.planned_s for block in self.blocks)

    @property
    def minimum_s(self) -> int:
        """Return the shortest length in seconds when every block is cut to its minimum."""
        return sum(block.minimum_s for block in self.blocks)

    def position(self, block_id: str) -> int:
        """Return the place of a block, counted from 0; raises KeyError for an unknown id."""
        for index, block in enumerate(self.blocks):
            if block.id == block_id:
                return index
        raise KeyError(block_id)
