"""The countdown of one block as a pure value: a tick changes nothing."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from workshop_studio.domain.errors import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workshop_studio.domain.agenda import Block


class TimerPhase(StrEnum):
    """How urgent the remaining time is; each has a word, a shape and a colour in the theme."""

    NORMAL = "normal"
    WARNING = "warning"
    DANGER = "danger"
    OVER = "over"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Countdown:
    """Planned and added seconds, the seconds already used, and since when it runs.

    since_s is a time of the run's own axis (see `run.room_times`), None while it stands still.
    """

    planned_s: float
    added_s: float = 0.0
    banked_s: float = 0.0
    since_s: float | None = None

    @property
    def is_running(self) -> bool:
        """Return whether time is being counted."""
        return self.since_s is not None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a countdown says at one moment, in seconds; remaining_s is negative when over."""

    elapsed_s: float
    remaining_s: float

    @property
    def is_over(self) -> bool:
        """Return whether the block has used more than its time."""
        return self.remaining_s < 0


@dataclass(frozen=True, slots=True)
class Thresholds:
    """At how many seconds left a block turns to warning and to danger."""

    warning_s: float
    danger_s: float


def start(countdown: Countdown, now_s: float) -> Countdown:
    """Return the countdown running from now_s; raises RuleBroken("timer-runs") when it does."""
    if countdown.is_running:
        raise RuleBroken("timer-runs")
    return replace(countdown, since_s=now_s)


def pause(countdown: Countdown, now_s: float) -> Countdown:
    """Return the countdown standing still; raises RuleBroken("timer-stands") when it does."""
    if countdown.since_s is None:
        raise RuleBroken("timer-stands")
    used = countdown.banked_s + max(0.0, now_s - countdown.since_s)
    return replace(countdown, banked_s=used, since_s=None)


def extend(countdown: Countdown, extra_s: float) -> Countdown:
    """Return the countdown with extra_s seconds more (negative: fewer); it keeps running."""
    return replace(countdown, added_s=countdown.added_s + extra_s)


def read(countdown: Countdown, now_s: float) -> Reading:
    """Return elapsed and remaining seconds at now_s on the run's axis."""
    elapsed = countdown.banked_s
    if countdown.since_s is not None:
        elapsed += max(0.0, now_s - countdown.since_s)
    return Reading(elapsed, countdown.planned_s + countdown.added_s - elapsed)


def remaining_s(countdown: Countdown, now_s: float) -> float:
    """Return only the remaining seconds; for walks over all clocks of a long plan."""
    elapsed, since_s = countdown.banked_s, countdown.since_s
    if since_s is not None and now_s > since_s:
        elapsed += now_s - since_s
    return countdown.planned_s + countdown.added_s - elapsed


def crossed(
    countdown: Countdown, before_s: float, now_s: float, marks_s: Iterable[float]
) -> tuple[float, ...]:
    """Return every mark (seconds left) passed after before_s and up to now_s, largest first.

    Each mark is returned by exactly one of two adjoining calls, however long the gap between
    them: a stalled event loop can neither lose a cue nor repeat it.
    """
    before_left = read(countdown, before_s).remaining_s
    now_left = read(countdown, now_s).remaining_s
    return tuple(sorted((m for m in marks_s if now_left <= m < before_left), reverse=True))


def default_thresholds(planned_s: float) -> Thresholds:
    """Return thresholds as a share of the block: 20 % within 60 s to 5 min, 5 % within 20 to 60 s.

    A share alone would warn for 24 minutes of a two-hour block, a fixed time would colour a
    five-minute block from its start. A very short block never warns before half its time.
    Source: shares as the field's planners use them; floors and caps in docs/live-timing.md.
    """
    warning = min(max(0.20 * planned_s, 60.0), 300.0)
    danger = min(max(0.05 * planned_s, 20.0), 60.0)
    return Thresholds(min(warning, planned_s / 2), min(danger, planned_s / 4))


def thresholds_of(block: Block) -> Thresholds:
    """Return the thresholds that the block names, the usual share for what it does not name."""
    usual = default_thresholds(block.planned_s)
    return Thresholds(
        usual.warning_s if block.warning_s is None else float(block.warning_s),
        usual.danger_s if block.danger_s is None else float(block.danger_s),
    )


def phase_of(remaining_s: float, thresholds: Thresholds, *, is_paused: bool = False) -> TimerPhase:
    """Return the phase for the remaining seconds; it changes exactly at the thresholds."""
    if is_paused:
        return TimerPhase.PAUSED
    if remaining_s < 0:
        return TimerPhase.OVER
    if remaining_s <= thresholds.danger_s:
        return TimerPhase.DANGER
    if remaining_s <= thresholds.warning_s:
        return TimerPhase.WARNING
    return TimerPhase.NORMAL


def clock_text(remaining_s: float) -> str:
    """Return "17:42", "0:00" or "+0:24".

    Countdown shows the ceiling of seconds and overtime the floor, so that zero stands for exactly
    one second and nothing jumps. From an hour on: "1:05:00".
    """
    # The last nanoseconds of float noise must not show as another second.
    if remaining_s >= 0:
        total, sign = math.ceil(round(remaining_s, 6)), ""
    else:
        total, sign = math.floor(round(-remaining_s, 6)), "+"
    if total == 0:
        sign = ""
    hours, rest = divmod(total, 3600)
    minutes, seconds = divmod(rest, 60)
    if hours:
        return f"{sign}{hours}:{minutes:02d}:{seconds:02d}"
    return f"{sign}{minutes}:{seconds:02d}"
