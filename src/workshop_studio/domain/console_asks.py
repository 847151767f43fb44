"""What the console asks the facilitator and never the room: a forgotten start, a sleep, prompts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workshop_studio.domain.run import RunPhase, left_s
from workshop_studio.domain.run_cues import held_prompts
from workshop_studio.domain.timer import clock_text

if TYPE_CHECKING:
    from workshop_studio.domain.projection import Projection
    from workshop_studio.domain.run import RunState
    from workshop_studio.domain.staging import RunNow

# A start two minutes late is nothing to ask about; later than this and somebody forgot.
FORGOTTEN_START_S = 120.0
FORGOTTEN_NEXT_S = 180.0
# A start this late is a fact of its own, with a choice.
LATE_START_S = 60.0
# Nobody forgets a session for longer; it was planned for another day.
STALE_S = 2 * 3600.0


class ReminderKind(StrEnum):
    """What may have been forgotten."""

    START = "start"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class BackOffer:
    """The block that Back returns to, and what is left of it (clock text)."""

    title: str
    left: str


@dataclass(frozen=True, slots=True)
class Asks:
    """Everything that wants an eye or an answer, on this screen only.

    started_late: such as "Started 10 min late", "" when it did not. zone_note: says that the
    computer's zone is another one, "" when it is not.
    """

    started_late: str
    back: BackOffer | None
    reminder: Reminder | None
    gap: GapQuestion | None
    prompts: tuple[HeldPrompt, ...]
    zone_note: str


@dataclass(frozen=True, slots=True)
class Reminder:
    """Something that may have been forgotten. minutes: whole ones since it was due."""

    kind: ReminderKind
    minutes: int


@dataclass(frozen=True, slots=True)
class GapQuestion:
    """The computer slept while a block ran: seq of the entry, seconds, and their words."""

    seq: int
    seconds: float
    words: str


@dataclass(frozen=True, slots=True)
class HeldPrompt:
    """A prompt that waits for a decision. late: such as "due 3 min ago"."""

    block_id: str
    prompt_id: str
    text: str
    late: str


def asks(now: RunNow, seen: Projection, computer_zone: str) -> Asks:
    """Return what the console asks at one moment."""
    return Asks(
        started_late=_started_late(now.run, seen),
        back=_back(now),
        reminder=reminder(now),
        gap=gap_question(now),
        prompts=prompts_to_decide(now),
        zone_note=_zone_note(now.session.zone, computer_zone),
    )


def _back(now: RunNow) -> BackOffer | None:
    place = now.run.preceding() if now.run.is_on else None
    if place is None:
        return None
    before = now.run.blocks[place]
    return BackOffer(before.block.title, clock_text(left_s(before, now.room_s)))


def reminder(now: RunNow) -> Reminder | None:
    """Return what may have been forgotten, None when nothing was."""
    run = now.run
    if run.phase is RunPhase.READY:
        late = (now.utc - now.session.start_utc).total_seconds() - run.baseline_s
        if FORGOTTEN_START_S <= late <= STALE_S:
            return Reminder(ReminderKind.START, int(late / 60))
    elif run.phase is RunPhase.RUNNING and run.following() is not None:
        over = -left_s(run.running, now.room_s)
        if FORGOTTEN_NEXT_S <= over <= STALE_S:
            return Reminder(ReminderKind.NEXT, int(over / 60))
    return None


def gap_question(now: RunNow) -> GapQuestion | None:
    """Return the question after a sleep, None when there is none."""
    run = now.run
    if not run.open_gap:
        return None
    return GapQuestion(run.open_gap, run.gap_s, span_words(run.gap_s))


def prompts_to_decide(now: RunNow) -> tuple[HeldPrompt, ...]:
    """Return the prompts that came due together and wait for a decision."""
    block_id = now.run.running.block.id
    return tuple(
        HeldPrompt(block_id, due.prompt.id, due.prompt.text, _late_words(due.late_s))
        for due in held_prompts(now.run, now.room_s)
    )


def _late_words(late_s: float) -> str:
    return "due now" if late_s < 60 else f"due {int(late_s / 60)} min ago"


def span_words(seconds: float) -> str:
    """Return "45 s", "8 min 12 s" or "1 h 5 min"."""
    minutes, rest = divmod(round(seconds), 60)
    if minutes >= 60:
        return f"{minutes // 60} h {minutes % 60} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def _started_late(run: RunState, seen: Projection) -> str:
    if not run.is_on or seen.started_late_s < LATE_START_S:
        return ""
    return f"Started {round(seen.started_late_s / 60)} min late"


def _zone_note(zone: str, computer_zone: str) -> str:
    if not computer_zone or computer_zone == zone:
        return ""
    return f"Times in {zone}; this computer is set to {computer_zone}"
