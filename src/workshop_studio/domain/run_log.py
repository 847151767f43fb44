"""The append-only log of a live run: what was done, and when by both clocks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop_studio.domain.moment import Moment
    from workshop_studio.domain.plan_change import PlanChange


class Act(StrEnum):
    """Everything that can happen to a run. Names are stored: never rename, only add."""

    START = "start"
    STARTED_AGO = "started-ago"
    PAUSE = "pause"
    RESUME = "resume"
    NEXT = "next"
    BACK = "back"
    RESTART = "restart"
    EXTEND = "extend"
    PLAN = "plan"
    BASELINE = "baseline"
    REASON = "reason"
    END = "end"
    UNDO = "undo"
    RECOVER = "recover"
    GAP = "gap"
    CLOCK_SET = "clock-set"
    COUNTED = "counted"
    NOT_COUNTED = "not-counted"
    CUE = "cue"
    CUE_HOLD = "cue-hold"
    CUE_SKIP = "cue-skip"
    CUE_LATER = "cue-later"
    TRACK_PAUSE = "track-pause"
    TRACK_RESUME = "track-resume"
    TRACK_BACK = "track-back"
    ROUND = "round"
    SHOW = "show"
    STYLE = "style"
    BLACK = "black"
    FREEZE = "freeze"
    MESSAGE = "message"
    ACKNOWLEDGE = "acknowledge"


# Facts about the world are not wishes of the facilitator.
FACTS = frozenset({Act.UNDO, Act.RECOVER, Act.GAP, Act.CLOCK_SET, Act.CUE_HOLD})


class DelayReason(StrEnum):
    """Why a block took longer than planned; small honest causes that add up."""

    LATECOMERS = "latecomers"
    EXPLAINING = "explaining"
    DISCUSSION = "discussion"
    TECHNICAL = "technical"


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the log.

    seq: 1, 2, 3 ... within the run. block_id: the block that the act is about.
    seconds: added time of EXTEND, how long ago of NEXT, END and STARTED_AGO, counted gap of
    RECOVER, length of GAP, COUNTED and NOT_COUNTED, step of CLOCK_SET, shift of BASELINE and
    CUE_LATER, length of ROUND, showing time of MESSAGE.
    text: message, name of a cue, of a stage view or of a style of clock, reason, title of a round.
    item: a track's id, or the word or sentence that SHOW puts on the stage.
    is_on: for BLACK, FREEZE and TRACK_BACK; BACK from the full time; a CUE fired by hand; a MESSAGE
    that stands until it is acknowledged; a GAP that the monotonic clock did not count; a
    NOT_COUNTED that answers a crash, not a sleep.
    target_seq: the entry that an UNDO takes back. changes: of PLAN.
    """

    seq: int
    act: Act
    at: Moment
    block_id: str = ""
    seconds: float = 0.0
    text: str = ""
    is_on: bool = False
    target_seq: int = 0
    item: str = ""
    changes: tuple[PlanChange, ...] = ()


def effective(log: tuple[LogEntry, ...]) -> tuple[LogEntry, ...]:
    """Return the entries that count: without the undone ones and the undo lines themselves."""
    undone = {entry.target_seq for entry in log if entry.act is Act.UNDO}
    return tuple(e for e in log if e.act is not Act.UNDO and e.seq not in undone)


def last_undoable(log: tuple[LogEntry, ...]) -> LogEntry | None:
    """Return the newest act that can be taken back, None when there is none.

    A cue that came by itself stays; one that was fired by hand can be taken back.
    """
    for entry in reversed(effective(log)):
        is_own_cue = entry.act is Act.CUE and not entry.is_on
        if entry.act not in FACTS and not is_own_cue:
            return entry
    return None
