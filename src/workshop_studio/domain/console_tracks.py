"""The groups of a breakout as the console lists them: each clock, and what more time would cost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from workshop_studio.domain import timer
from workshop_studio.domain.run import elapsed_s, left_s
from workshop_studio.domain.run_tracks import cost_s
from workshop_studio.domain.staging import current_step, stage_track

if TYPE_CHECKING:
    from workshop_studio.domain.staging import RunNow

MORE_S = 120.0


@dataclass(frozen=True, slots=True)
class TrackReading:
    """One group. clock, word: "" once it is back. cost: of two more minutes, in words."""

    id: str
    letter: str
    name: str
    text: str
    mentor: str
    place: str
    clock: str
    phase: timer.TimerPhase
    word: str
    is_held: bool
    is_back: bool
    cost: str


def track_readings(now: RunNow) -> tuple[TrackReading, ...]:
    """Return the running block's groups, in their order."""
    one = now.run.running
    readings = []
    for track in one.tracks:
        seen, about = stage_track(track, now), track.track
        clock = seen.clock
        readings.append(
            TrackReading(
                id=about.id,
                letter=about.letter,
                name=about.name,
                text=about.text,
                mentor=about.mentor,
                place=about.place,
                clock="" if clock is None else clock.text,
                phase=timer.TimerPhase.NORMAL if clock is None else clock.phase,
                word="Back" if clock is None else clock.caption,
                is_held=track.is_held,
                is_back=track.is_back,
                cost=cost_words(cost_s(one, about.id, MORE_S, now.room_s)),
            )
        )
    return tuple(readings)


def groups_line(now: RunNow) -> str:
    """Return what is on and when all come back: "Last pass, back together at 14:59"."""
    one, run = now.run.running, now.run
    if not one.tracks:
        return ""
    if all(track.is_back for track in one.tracks):
        return "All are back"
    steps, left = one.block.steps, max(0.0, left_s(one, now.room_s))
    step = steps[current_step(one.block, elapsed_s(one, now.room_s))].stage if steps else ""
    words = f"back together at {now.clock(now.utc + timedelta(seconds=left))}"
    about = (run.round_title or step).rstrip(".")
    return f"{about}, {words}" if about else words[:1].upper() + words[1:]


def cost_words(seconds: float) -> str:
    """Return what more time for one group does to everybody."""
    if seconds < 1:
        return "costs the others nothing"
    minutes, rest = divmod(round(seconds), 60)
    parts = [f"{minutes} min" if minutes else "", f"{rest} s" if rest else ""]
    return f"all come back {' '.join(part for part in parts if part)} later"
