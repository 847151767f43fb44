"""How long what the clocks show stays true: the moment at which to look again."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from workshop_studio.domain import timer
from workshop_studio.domain.run import RunPhase, left_s

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workshop_studio.domain.run import RunState
    from workshop_studio.domain.timer import Thresholds

# `timer.clock_text` takes a millionth of a second for noise; so must whoever waits for its change.
_NOISE_DIGITS = 6


def text_stays_s(remaining_s: float) -> float:
    """Return how many seconds from now `timer.clock_text` of a running clock stays the same.

    More than 0, at most 1. A countdown shows the ceiling of the seconds and overtime the floor of
    what is over, which is the same ceiling seen from the other side, so one rule serves both.
    """
    left = round(remaining_s, _NOISE_DIGITS)
    return left - (math.ceil(left) - 1)


def reading_stays_s(remaining_s: float, marks_s: Iterable[float] = ()) -> float:
    """Return how many seconds from now text and phase of a running clock stay the same.

    marks_s: the seconds left at which a phase begins; those that lie behind change nothing more.
    """
    stays = text_stays_s(remaining_s)
    ahead = (remaining_s - mark for mark in marks_s if mark < remaining_s)
    return min(stays, *ahead, math.inf)


def run_stays_s(run: RunState, room_s: float) -> float | None:
    """Return how many seconds after room_s the first shown clock of a run changes, None for none.

    The block and every group that is out have a clock each, and each clock a fraction of its own:
    a group that was sent off, held or extended apart from the others changes between them.
    """
    if run.phase is not RunPhase.RUNNING:
        return None
    one = run.running
    stays = [reading_stays_s(left_s(one, room_s), _marks(timer.thresholds_of(one.block)))]
    stays += [
        reading_stays_s(
            timer.read(track.countdown, room_s).remaining_s,
            _marks(timer.default_thresholds(track.countdown.planned_s)),
        )
        for track in one.tracks
        if track.countdown.is_running
    ]
    return min(stays)


def pulse_after_s(stays_s: float | None, pulse_s: float) -> float:
    """Return after how many seconds to look again: every pulse_s or so, and at the change itself.

    The pulses before a change are spread evenly, so that the last of them falls on it; each is at
    most a tenth longer than pulse_s. Without a change ahead it is pulse_s.
    """
    if stays_s is None or stays_s <= 0:
        return pulse_s
    return stays_s / max(1, math.ceil(stays_s / pulse_s - 0.1))


def _marks(thresholds: Thresholds) -> tuple[float, float]:
    return (thresholds.warning_s, thresholds.danger_s)
