"""What an agenda adds up to, in figures and sentences; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from workshop_studio.domain.agenda import BlockKind, WhenLate
from workshop_studio.domain.projection import planned_times
from workshop_studio.domain.staging import wall_clock
from workshop_studio.domain.timer import clock_text

if TYPE_CHECKING:
    from workshop_studio.domain.agenda import Agenda, Block
    from workshop_studio.domain.session import PlannedSession

LATE_WORDS = {WhenLate.KEEP: "keep", WhenLate.SHRINK: "shrink", WhenLate.CUT: "can be cut"}
_GROUPINGS = {
    "none": "",
    "plenary": "everyone",
    "solo": "alone",
    "solo then pairs": "alone, then pairs",
    "tables standing": "tables, standing",
}
_DOING = {BlockKind.ACTIVITY, BlockKind.SIMULATION}
_AROUND = (BlockKind.WELCOME, BlockKind.BREAK, BlockKind.BUFFER, BlockKind.CLOSE)
# Not from the system's language: the rest of the page is in English.
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip


@dataclass(frozen=True, slots=True)
class KindTotal:
    """Minutes of one kind, or of several that share a colour, and their share of the whole."""

    kind: str
    name: str
    minutes: float
    percent: int


def kind_totals(agenda: Agenda) -> tuple[KindTotal, ...]:
    """Return the minutes by kind, longest first; what frames the work comes last as one."""
    spent: dict[BlockKind, int] = {}
    for block in agenda.blocks:
        spent[block.kind] = spent.get(block.kind, 0) + block.planned_s
    whole = sum(spent.values()) or 1
    own = [
        KindTotal(kind.value, kind.value.capitalize(), time / 60, round(100 * time / whole))
        for kind, time in sorted(spent.items(), key=lambda pair: -pair[1])
        if kind not in _AROUND
    ]
    around = [kind for kind in _AROUND if kind in spent]
    if around:
        time = sum(spent[kind] for kind in around)
        name = ", ".join(kind.value for kind in around).capitalize()
        own.append(KindTotal("other", name, time / 60, round(100 * time / whole)))
    return tuple(own)


def doing_words(agenda: Agenda) -> tuple[str, str]:
    """Return "8 min of talk to 100 min of doing." and when the first doing begins."""
    talk = sum(b.planned_s for b in agenda.blocks if b.kind is BlockKind.TALK)
    doing = sum(b.planned_s for b in agenda.blocks if b.kind in _DOING)
    head = f"{talk / 60:g} min of talk to {doing / 60:g} min of doing."
    waited = 0
    for block in agenda.blocks:
        if block.kind in _DOING:
            return head, f"First useful thing after {waited / 60:g} min."
        waited += block.planned_s
    return head, "Nobody does anything yet."


def when_words(session: PlannedSession, *, is_short: bool = False) -> str:
    """Return "Tuesday 6 October, 13:30 to 16:00" in the session's zone; short: "Tue 6 Oct"."""
    local = session.start_utc.astimezone(ZoneInfo(session.zone))
    times = planned_times(session.agenda, session.start_utc)
    end = times[-1][1] if times else session.start_utc
    length = 3 if is_short else None
    day, month = _DAYS[local.weekday()][:length], _MONTHS[local.month - 1][:length]
    return (
        f"{day} {local.day} {month}, "
        f"{wall_clock(session.start_utc, session.zone)} to {wall_clock(end, session.zone)}"
    )


def exercise_words(block: Block) -> str:
    """Return "E03, 5 steps", "" for a block without an exercise."""
    steps = f", {len(block.steps)} steps" if len(block.steps) > 1 else ""
    return f"{block.exercise.upper()}{steps}" if block.exercise else ""


def grouping_words(block: Block) -> str:
    """Return who works with whom, as people say it; packs have one short word for each."""
    return _GROUPINGS.get(block.grouping, block.grouping)


def group_words(block: Block) -> str:
    """Return "6 groups: Unseen? Untrue? ...", "" for a block without groups."""
    if not block.tracks:
        return ""
    texts = " ".join(dict.fromkeys(track.text for track in block.tracks if track.text))
    return f"{len(block.tracks)} groups: {texts}" if texts else f"{len(block.tracks)} groups."


def prompt_words(block: Block) -> tuple[str, ...]:
    """Return each prompt with its moment: "12:00 Last pass: add two questions."."""
    return tuple(f"{clock_text(prompt.at_s)} {prompt.text}" for prompt in block.prompts)


def moment_words(block: Block) -> str:
    """Return "Prompts at 8:00 and 12:00.", "" for a block without prompts."""
    *first, last = (clock_text(prompt.at_s) for prompt in block.prompts) if block.prompts else ("",)
    if not last:
        return ""
    return f"Prompts at {', '.join(first)} and {last}." if first else f"Prompt at {last}."


def step_words(block: Block) -> str:
    """Return what stands under the title of a chosen block."""
    minutes = f"{block.planned_s / 60:g}"
    if not block.steps:
        return f"{minutes} minutes, no steps."
    return f"Steps add up to {minutes} minutes."
