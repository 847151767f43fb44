"""Word, shape and colour of every state and timer phase; never colour alone. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass

from workshop_studio.domain.timer import TimerPhase


@dataclass(frozen=True, slots=True)
class Appearance:
    """How a state shows itself.

    word: for people. shape: a name of `marks.draw_shape`. role: a colour role of the theme; its
    soft fill is the role with "-soft".
    """

    word: str
    shape: str
    role: str


STATES = {
    "quiet": Appearance("Quiet", "quiet", "quiet"),
    "watch": Appearance("Watch", "watch", "watch"),
    "alert": Appearance("Alert", "alert", "alert"),
    "recovering": Appearance("Recovering", "recovering", "recovering"),
    "not-enough-data": Appearance("Not enough data", "not-enough-data", "not-enough-data"),
    "cannot-compute": Appearance("Cannot compute", "cannot-compute", "cannot-compute"),
}

PHASES = {
    TimerPhase.NORMAL: Appearance("left", "none", "text"),
    TimerPhase.WARNING: Appearance("Nearly there", "watch", "watch"),
    TimerPhase.DANGER: Appearance("Last minute", "alert", "alert"),
    TimerPhase.OVER: Appearance("Over", "over", "alert"),
    TimerPhase.PAUSED: Appearance("Paused", "paused", "quiet"),
}


def appearance_of(state: str | TimerPhase) -> Appearance:
    """Return the appearance of a timer phase, or of a state by its name.

    Names are written with dashes or underscores. Raises KeyError for an unknown name.
    """
    if isinstance(state, TimerPhase):
        return PHASES[state]
    return STATES[state.replace("_", "-")]
