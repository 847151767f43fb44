"""What stands above the cards until it is answered: one sentence, two answers; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop_studio.domain.console_asks import ReminderKind, span_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workshop_studio.domain.console import ConsoleReading

# What an answer does.
AGO, NOW, LEAVE = "ago", "now", "leave"
SHIFT, COUNTED, NOT_COUNTED = "shift", "counted", "not-counted"
FIRE, LATER, DROP = "fire", "later", "drop"
TAKE, END = "take", "end"
# The key of the late start: however the computer's clock is set later, it is the same one.
LATE = "late"

LATER_MINUTES = 2
_DISK = {
    "disk-full": ("the disk is full", "free some space"),
    "workspace-read-only": ("its folder cannot be written to", "look at the stick or the folder"),
    "workspace-locked": ("another program holds the file", "close it there"),
}
_ANY_DISK = ("the file cannot be written", "look at the disk")


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: what it does, and its words."""

    does: str
    words: str
    is_first: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """One sentence with its answers.

    key: the fact that it is about; answered once, the same fact is not asked again.
    look: "quiet", "watch" or "alert". minutes: can be changed by hand, 0 when there are none.
    """

    key: str
    text: str
    answers: tuple[Answer, ...] = ()
    look: str = "quiet"
    minutes: int = 0


def unwritten_ask(count: int, code: str) -> Ask:
    """Return the notice that acts are not on disk."""
    why, what = _DISK.get(code, _ANY_DISK)
    acts = "1 act is" if count == 1 else f"{count} acts are"
    text = f"{acts} not on disk: {why}. The session goes on; {what}. Tried again every 2 s."
    return Ask("unwritten", text, look="alert")


def stepped_ask(number: int, seconds: float) -> Ask:
    """Return the notice that the computer's clock was set."""
    way = "forward" if seconds > 0 else "back"
    span = span_words(abs(seconds)).removesuffix(" 0 min").removesuffix(" 0 s")
    text = f"This computer’s clock was set {span} {way}. The countdown is not affected."
    return Ask(f"stepped {number}", text, (Answer(LEAVE, "Understood"),))


def zone_ask(note: str) -> Ask:
    """Return the notice that the computer's zone was changed."""
    text = f"{note}. The session keeps its own zone; the countdown is not affected."
    return Ask(f"zone {note}", text, (Answer(LEAVE, "Understood"),))


def end_ask(reading: ConsoleReading) -> Ask:
    """Return the question before a session is ended in the middle."""
    left = reading.block_count - reading.block_number
    blocks = "1 block has" if left == 1 else f"{left} blocks have"
    text = f"End the session in {reading.block.title}? {blocks} not begun."
    answers = (Answer(END, "End the session"), Answer(LEAVE, "Go on with it"))
    return Ask("end", text, answers, "watch")


def news_ask(key: str, changes: Mapping[str, tuple[str, int, int]]) -> Ask:
    """Return the question about a plan edited meanwhile: title, minutes there, minutes here."""
    parts = [f"{title} {there} instead of {here} min" for title, there, here in changes.values()]
    shown = parts if len(parts) < 4 else [*parts[:2], f"{len(parts) - 2} more blocks"]
    text = f"The plan was changed: {', '.join(shown)}."
    return Ask(key, text, (Answer(TAKE, "Use it here", is_first=True), Answer(LEAVE, "Leave it")))


def reading_asks(reading: ConsoleReading, minutes: Mapping[str, int]) -> tuple[Ask, ...]:
    """Return what a reading asks, the most urgent first; minutes: those set by hand, by key."""
    found = [*_gap(reading), *_prompts(reading), *_reminder(reading, minutes), *_late(reading)]
    return tuple(found)


def _gap(reading: ConsoleReading) -> list[Ask]:
    gap = reading.asks.gap
    if gap is None:
        return []
    text = f"The computer slept for {gap.words}. The room kept going."
    answers = (Answer(NOT_COUNTED, "Don’t count them"), Answer(COUNTED, "They count"))
    return [Ask(f"gap {gap.seq}", text, answers, "watch")]


def _prompts(reading: ConsoleReading) -> list[Ask]:
    answers = (
        Answer(FIRE, "Show now", is_first=True),
        Answer(DROP, "Skip"),
        Answer(LATER, f"In {LATER_MINUTES} min"),
    )
    return [
        Ask(f"prompt {one.block_id} {one.prompt_id}", f"“{one.text}” was {one.late}.", answers)
        for one in reading.asks.prompts
    ]


def reminder_key(reading: ConsoleReading) -> str:
    """Return the fact that a reminder is about: a block over so many minutes is one."""
    reminder = reading.asks.reminder
    if reminder is None:
        return ""
    row = next(r for r in reading.rows if r.block_id == reading.block.id)
    return f"{reminder.kind} {reading.block.id} {row.minutes}"


def _reminder(reading: ConsoleReading, minutes: Mapping[str, int]) -> list[Ask]:
    reminder = reading.asks.reminder
    if reminder is None:
        return []
    key = reminder_key(reading)
    # By hand a moment is meant, so the minutes grow with the time that goes by.
    ago = max(1, reminder.minutes + minutes.get(key, 0))
    if reminder.kind is ReminderKind.START:
        planned = reading.rows[0].planned
        text = f"Planned start was {planned}."
        answers = (
            Answer(AGO, f"It started {ago} min ago", is_first=True),
            Answer(NOW, "Start now"),
            Answer(LEAVE, "Not yet"),
        )
        return [Ask(key, text, answers, "watch", ago)]
    began = Answer(AGO, f"The next block began {ago} min ago", is_first=True)
    text = f"Still in {reading.block.title}?"
    return [Ask(key, text, (began, Answer(LEAVE, "Not yet")), "watch", ago)]


def _late(reading: ConsoleReading) -> list[Ask]:
    late = reading.asks.started_late
    # Won back since: there is no end to keep and nothing to shift.
    if not late or reading.behind_s <= 0:
        return []
    answers = (Answer(LEAVE, "Keep the end"), Answer(SHIFT, "Shift all"))
    return [Ask(LATE, f"{late}.", answers)]
