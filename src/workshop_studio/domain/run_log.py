"""The append-only log of a live run: what was done, and when by both clocks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop_studio.domain.moment import Moment


class Act(StrEnum):
    """Everything that can happen to a run. Names are stored: never rename, only add."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    NEXT = "next"
    BACK = "back"
    EXTEND = "extend"
    END = "end"
    UNDO = "undo"
    RECOVER = "recover"
    CUE = "cue"
    SHOW = "show"
    BLACK = "black"
    FREEZE = "freeze"
    MESSAGE = "message"


# A recovery and a fired cue are facts about the world, not wishes of the facilitator.
UNDOABLE = frozenset(Act) - {Act.UNDO, Act.RECOVER, Act.CUE}


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the log.

    seq: 1, 2, 3 ... within the run. block_id: the block that the act is about.
    seconds: added time of EXTEND, counted gap of RECOVER, showing time of MESSAGE.
    text: message, name of a cue or of a stage view. is_on: for BLACK and FREEZE.
    target_seq: the entry that an UNDO takes back.
    """

    seq: int
    act: Act
    at: Moment
    block_id: str = ""
    seconds: float = 0.0
    text: str = ""
    is_on: bool = False
    target_seq: int = 0


def effective(log: tuple[LogEntry, ...]) -> tuple[LogEntry, ...]:
    """Return the entries that count: without the undone ones and the undo lines themselves."""
    undone = {entry.target_seq for entry in log if entry.act is Act.UNDO}
    return tuple(e for e in log if e.act is not Act.UNDO and e.seq not in undone)


def last_undoable(log: tuple[LogEntry, ...]) -> LogEntry | None:
    """Return the newest act that can be taken back, None when there is none.

    Acts before a recovery stay: taking them back would also take back the answer to the gap.
    """
    for entry in reversed(effective(log)):
        if entry.act is Act.RECOVER:
            return None
        if entry.act in UNDOABLE:
            return entry
    return None
