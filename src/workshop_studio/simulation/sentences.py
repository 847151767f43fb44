"""One plain sentence for each chart and day, from the same numbers as the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_studio.domain.scenario_kinds import Direction, SignalState
from workshop_studio.simulation.metrics import Reason, Undefined

if TYPE_CHECKING:
    from workshop_studio.domain.scenario import Monitor
    from workshop_studio.simulation.verdicts import Levels, Reading, Verdict

_WORDS = (
    *("no", "one", "two", "three", "four", "five", "six", "seven"),
    *("eight", "nine", "ten", "eleven", "twelve"),
)
_WHY_NONE = {
    Reason.NO_VALUES: "every value is missing",
    Reason.ONE_BIN: "the reference has too few different values to compare with",
    Reason.NO_SPREAD: "the reference does not vary",
    Reason.JOB_STOPPED: "the job that computes it did not run",
    Reason.SWITCHED_OFF: "nothing is offered",
}


def days_in_words(days: int) -> str:
    """Return "one day", "five days", "13 days"."""
    number = _WORDS[days] if days < len(_WORDS) else str(days)
    return f"{number} day" if days == 1 else f"{number} days"


def number_text(value: float, decimals: int) -> str:
    """Return "6,400", "8.3", "0.09" or "−0.3"; what rounds to zero has no sign."""
    text = f"{abs(value):,.{decimals}f}"
    is_negative = value < 0 and text.strip("0.,") != ""
    return f"−{text}" if is_negative else text


def value_text(value: float, unit: str, decimals: int) -> str:
    """Return a number with its unit: "8.3 %", "€6.4 k", "240", "0.09"; euros go in front."""
    text = number_text(value, decimals)
    if not unit.startswith("€"):
        return f"{text} {unit}" if unit else text
    sign = "−" if text.startswith("−") else ""
    return f"{sign}€{text.removeprefix('−')} {unit[1:]}".rstrip()


def level_text(monitor: Monitor, level: float) -> str:
    """Return "act above 3 %" or "act below 69 %"."""
    side = "above" if monitor.direction is Direction.ABOVE else "below"
    return f"act {side} {_level(monitor, level)}"


def watch_text(monitor: Monitor, level: float) -> str:
    """Return "watch above 2 %" or "watch below 69 %"."""
    side = "above" if monitor.direction is Direction.ABOVE else "below"
    return f"watch {side} {_level(monitor, level)}"


def _level(monitor: Monitor, level: float) -> str:
    """Return a level with its unit; a whole level carries no decimals, "3 %" and not "3.0 %"."""
    decimals = 0 if level == int(level) else monitor.decimals
    return value_text(level, monitor.unit, decimals)


def sentence(monitor: Monitor, levels: Levels, reading: Reading, verdict: Verdict) -> str:
    """Return what a chart says about one day, complete with its full stop."""
    value = reading.value
    if isinstance(value, Undefined):
        if value.reason is Reason.NOT_KNOWN_YET:
            return "Not known yet on this day."
        return f"No value on this day: {_WHY_NONE[value.reason]}."
    if verdict.state is SignalState.NOT_ENOUGH_DATA:
        return f"{reading.rows} rows on this day, fewer than {levels.min_rows}: too few to say."
    shown = value_text(value, monitor.unit, monitor.decimals)
    return f"{monitor.sentence.replace('{value}', shown)}, {_standing(monitor, levels, verdict)}."


def standing(monitor: Monitor, levels: Levels, reading: Reading, verdict: Verdict) -> str:
    """Return where a chart stands on one day, short enough for one line on the wall.

    The value and its name are left out: the wall shows both large beside it.
    """
    value = reading.value
    if isinstance(value, Undefined) or verdict.state is SignalState.NOT_ENOUGH_DATA:
        return sentence(monitor, levels, reading, verdict)
    bad, good = ("Above", "Below") if levels.direction is Direction.ABOVE else ("Below", "Above")
    amber, red = (_level(monitor, level) for level in (levels.amber, levels.red))
    if verdict.state is SignalState.RECOVERING:
        return f"{good} {amber} again, and the alarm has not ended yet."
    if verdict.state is SignalState.ALERT and not verdict.days_over_red:
        return f"{good} {red} again, still {bad.lower()} {amber}."
    if verdict.state is SignalState.ALERT:
        return f"{bad} {red} for {days_in_words(verdict.days_over_red)}."
    if verdict.days_over_amber:
        return f"{bad} the watch level of {amber} for {days_in_words(verdict.days_over_amber)}."
    return f"{good} the watch level of {amber}."


def _standing(monitor: Monitor, levels: Levels, verdict: Verdict) -> str:
    bad, good = ("above", "below") if levels.direction is Direction.ABOVE else ("below", "above")
    amber, red, clear = (
        _level(monitor, level) for level in (levels.amber, levels.red, levels.clear)
    )
    if verdict.state is SignalState.RECOVERING:
        wanted = days_in_words(levels.clear_days)
        return f"back {good} the level of {amber}; {wanted} in a row {good} {clear} end the alarm"
    if verdict.state is SignalState.ALERT and verdict.days_over_red:
        return f"{days_in_words(verdict.days_over_red)} {bad} the level of {red}"
    if verdict.state is SignalState.ALERT:
        return f"{good} the level of {red} again but still {bad} {amber}"
    if verdict.days_over_amber:
        return f"{days_in_words(verdict.days_over_amber)} {bad} the level of {amber}"
    return f"{good} the level of {amber}"
