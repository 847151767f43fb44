"""What a line chart shows, as values; no Qt and no numbers of pixels here."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from enum import StrEnum


class Dash(StrEnum):
    """How a line is drawn; lines differ by dash and by colour."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"
    DASH_DOT = "dash-dot"
    LONG = "long"
    DASH_DOT_DOT = "dash-dot-dot"


DASHES = (Dash.SOLID, Dash.DASHED, Dash.DOTTED, Dash.DASH_DOT, Dash.LONG, Dash.DASH_DOT_DOT)
"""The dash of the first, second, third line and so on."""


@dataclass(frozen=True, slots=True)
class ChartLine:
    """One line: a value for each day from the view's first day on, None where there is none.

    label, value_text: words and number at the line's end; both empty for no direct label.
    series: index of the line's colour. is_running: drawn a little stronger.
    state: colours dot and number of the end, "" for the colour of the series.
    has_gap_rings: whether days without a value after the first one get a dashed ring.
    """

    values: tuple[float | None, ...]
    label: str = ""
    value_text: str = ""
    dash: Dash = Dash.SOLID
    series: int = 0
    is_running: bool = False
    state: str = ""
    has_gap_rings: bool = False


@dataclass(frozen=True, slots=True)
class ChartThreshold:
    """A dotted level with its words, such as "act above 3"; they rather stand below it when told.

    role: colour role of the dots.
    """

    value: float
    words: str = ""
    has_words_below: bool = False
    role: str = "text-3"


@dataclass(frozen=True, slots=True)
class ChartMark:
    """A note on a day, such as "new catalogue, day 24".

    is_on_axis: a line through the whole plot with its words among the numbers of the days.
    """

    day: int
    words: str
    is_on_axis: bool = False


@dataclass(frozen=True, slots=True)
class ChartView:
    """A whole chart. Days count from first_day to last_day, both drawn; low < high.

    today: draws a line and shades what comes after; None for neither.
    today_words, future_note, gap_words: small words at their place, empty for none.
    has_days, has_axis: whether day numbers and the values of the y axis are written.
    unit: stands after the numbers of the axis. title: read out, not drawn.
    """

    title: str
    lines: tuple[ChartLine, ...]
    low: float
    high: float
    last_day: int
    first_day: int = 1
    today: int | None = None
    thresholds: tuple[ChartThreshold, ...] = ()
    marks: tuple[ChartMark, ...] = ()
    today_words: str = ""
    future_note: str = ""
    gap_words: str = ""
    unit: str = ""
    has_days: bool = False
    has_axis: bool = False


def last_point(line: ChartLine, first_day: int) -> tuple[int, float] | None:
    """Return day and value of the newest point of a line, None when it has no value at all."""
    for place in range(len(line.values) - 1, -1, -1):
        value = line.values[place]
        if value is not None:
            return first_day + place, value
    return None


def gap_points(line: ChartLine, first_day: int, today: int | None) -> tuple[tuple[int, float], ...]:
    """Return day and height of each ring that stands for a missing day.

    Between two known days the height lies on the straight line between them; after the last one
    it is the last value, up to today. Days before the first value are not missing.
    """
    known = [(first_day + i, v) for i, v in enumerate(line.values) if v is not None]
    if not line.has_gap_rings or not known:
        return ()
    rings: list[tuple[int, float]] = []
    for (before, start), (after, end) in itertools.pairwise(known):
        step = (end - start) / (after - before)
        rings.extend((day, start + step * (day - before)) for day in range(before + 1, after))
    last_day, last = known[-1]
    rings.extend((day, last) for day in range(last_day + 1, (today or last_day) + 1))
    return tuple(rings)


def nice_ticks(low: float, high: float, at_most: int = 5) -> tuple[float, ...]:
    """Return round values within [low, high]: multiples of 1, 2 or 5 times a power of ten.

    Raises ValueError when low is not below high.
    """
    if not low < high:
        raise ValueError(f"{low} is not below {high}")
    rough = (high - low) / max(1, at_most - 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * m for m in (1, 2, 5, 10) if power * m >= rough * 0.999)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return tuple(round(step * count, 12) for count in range(first, last + 1))


def tick_text(value: float, unit: str = "") -> str:
    """Return "150", "0.2" or "−5", with the unit behind it."""
    number = f"{value:g}".replace("-", "−")
    return f"{number} {unit}" if unit else number


def day_labels(first_day: int, last_day: int, room: int = 6) -> tuple[int, ...]:
    """Return the days to name: the first, round ones between, and the last; `room` at most.

    A stretch that starts in the middle is named in equal thirds when it has any.
    """
    span = last_day - first_day
    if span <= 0:
        return (first_day,)
    if first_day > 1 and span % 3 == 0 and room >= 4:
        return tuple(range(first_day, last_day + 1, span // 3))
    for step in (1, 2, 5, 10, 20, 50, 100):
        between = [day for day in range(first_day + 1, last_day) if day % step == 0]
        # A round day too close to an end would run into its number.
        kept = [d for d in between if d - first_day >= step / 2 and last_day - d >= step / 2]
        if len(kept) + 2 <= room:
            return (first_day, *kept, last_day)
    return (first_day, last_day)
