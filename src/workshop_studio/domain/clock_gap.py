"""Did the computer sleep, or did somebody set its clock? Two readings of all clocks tell.

The room's time follows the monotonic clock, which counts sleep on some systems and not on others
(PEP 418). The third clock surely counts it; so the difference between it and the monotonic clock
is sleep, and the difference between the wall clock and it is a clock that was set.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop_studio.domain.moment import Moment

# A wall clock that is slewed by the network drifts less than this between two looks.
NOTICED_S = 2.0
# The app looks ten times a second; nothing but sleep keeps it from looking for this long.
ASLEEP_S = 15.0


@dataclass(frozen=True, slots=True)
class ClockGap:
    """What happened between two looks.

    slept_s: how long nobody looked, 0 for a look in time. is_counted: the monotonic clock ran on.
    stepped_s: by how much the wall clock was set, 0 for none.
    """

    slept_s: float = 0.0
    is_counted: bool = True
    stepped_s: float = 0.0


NO_GAP = ClockGap()


def gap_between(before: Moment, now: Moment) -> ClockGap:
    """Return what happened between two readings of the clocks of one start.

    Without the third clock a leap of the wall clock cannot be told from a sleep that the monotonic
    clock slept through: it is taken for a clock that was set, which leaves the countdown alone.
    """
    if before.clock_id != now.clock_id:
        return NO_GAP
    ran = now.monotonic_s - before.monotonic_s
    wall = (now.utc - before.utc).total_seconds()
    passed = ran
    if before.awake_or_asleep_s is not None and now.awake_or_asleep_s is not None:
        passed = now.awake_or_asleep_s - before.awake_or_asleep_s
    stepped = wall - passed
    missed = passed - ran
    is_counted = missed < NOTICED_S
    slept = passed if is_counted else missed
    return ClockGap(
        slept_s=slept if not is_counted or passed >= ASLEEP_S else 0.0,
        is_counted=is_counted,
        stepped_s=stepped if abs(stepped) > NOTICED_S else 0.0,
    )
