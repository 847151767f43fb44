"""From a scenario to what its charts show on the console; no Qt."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from workshop_studio.domain.scenario_kinds import Metric
from workshop_studio.services.scenarios import apart
from workshop_studio.simulation.ranges import fitted_range
from workshop_studio.simulation.sentences import value_text
from workshop_studio.ui.kit.chart_view import (
    DASHES,
    ChartLine,
    ChartMark,
    ChartThreshold,
    ChartView,
    Dash,
)
from workshop_studio.ui.kit.states import appearance_of

if TYPE_CHECKING:
    from workshop_studio.services.scenarios import ScenarioView
    from workshop_studio.simulation.play import OptionCost
    from workshop_studio.simulation.series import Series

OTHER = "no decision"
_BLANK = ("not_enough_data", "cannot_compute")
_METRIC_WORDS = {Metric.PSI: "PSI", Metric.WASSERSTEIN_SD: "Wasserstein"}


def state_words(view: ScenarioView, series: Series) -> tuple[str, str]:
    """Return a chart's state and its words, such as "Alert, day 6"; quiet has no days."""
    state = series.states[view.day - 1].value
    word = appearance_of(state).word
    since = view.day - series.since[view.day - 1] + 1
    return state, word if state == "quiet" else f"{word}, day {since}"


def beside_words(view: ScenarioView, shown: Series) -> tuple[str, str]:
    """Return state and words of the loudest chart of the family that is not shown, or ("", "")."""
    loud = ("alert", "watch", "recovering", "not_enough_data", "cannot_compute")
    found = [
        (loud.index(state), state, f"{other.title}: {appearance_of(state).word}")
        for other in view.family(shown)
        if other.id != shown.id
        and (state := other.states[view.day - 1].value) in loud
        and not (state in _BLANK and shown.states[view.day - 1].value == state)
    ]
    return min(found)[1:] if found else ("", "")


def levels_words(view: ScenarioView, series: Series) -> str:
    """Return the levels of a chart in words and, for drift of a feature, its other distance."""
    words = f"{series.level_text}\n{series.watch_text}"
    monitor = next(m for m in view.scenario.monitors if m.id == series.id)
    if monitor.metric not in _METRIC_WORDS:
        return words
    for column in view.drift:
        if column.feature == monitor.target and column.metric is not monitor.metric:
            value = column.cells[view.day - 1].value
            shown = "no value" if value is None else f"{value:.2f}"
            return f"{words}\n{_METRIC_WORDS[column.metric]} {shown}"
    return words


def _is_same(one: tuple[float | None, ...], other: tuple[float | None, ...], slack: float) -> bool:
    pairs = zip(one, other, strict=False)
    return all(b is None or (a is not None and math.isclose(a, b, abs_tol=slack)) for a, b in pairs)


def row_view(view: ScenarioView, series: Series) -> ChartView:
    """Return the chart of a family: played days, its levels, and the line without a decision.

    The ends of the axis follow from all days, so that nothing jumps while days are dragged.
    """
    day, days = view.day, view.scenario.clock.days
    without = view.without.chart(series.id).values
    low, high = fitted_range((*series.values, *without), (series.amber, series.red))
    played = ChartLine(series.values[:day], is_running=True, has_gap_rings=True)
    lines = [played]
    other = apart(view, without) if view.acts_by_now else ()
    if other and not _is_same(played.values, other, 0.005 * (high - low)):
        lines.append(ChartLine(other, label=OTHER, dash=Dash.DASHED, series=1))
    marks: tuple[ChartMark, ...] = ()
    if 0 < view.play.decision_day <= day:
        decided = view.play.decision_day
        marks = (ChartMark(decided, f"decided {decided}", is_on_axis=True),)
    return ChartView(
        title=f"{series.title}. {series.sentences[day - 1]}",
        lines=tuple(lines),
        low=low,
        high=high,
        last_day=days,
        today=day,
        thresholds=(
            ChartThreshold(series.amber, role="watch"),
            ChartThreshold(series.red, role="text-3"),
        ),
        marks=marks,
        future_note="not played yet",
        gap_words="no data",
        has_days=True,
    )


def money_words(view: ScenarioView, amount: float) -> str:
    """Return an amount of the first business signal, euros in thousands: "€80 k"."""
    unit = view.scenario.kpis[0].unit
    if unit == "€":
        return value_text(amount / 1000, "€k", 0)
    return value_text(amount, unit, 0)


def cost_view(view: ScenarioView) -> ChartView:
    """Return what the days have cost so far and what each option leads to by the last day."""
    days, first = view.scenario.clock.days, _first_cost_day(view)
    lines = [_played(view, first)]
    for place, option in enumerate(view.costs):
        if option.option_id == view.play.decision:
            lines.append(_chosen_rest(view, first, option.label))
        else:
            lines.append(_what_if(view, first, option, place + 1))
    ends = [value for line in lines for value in line.values if value is not None]
    low, high = fitted_range(ends or (1.0,), (0.0,))
    return ChartView(
        title=f"What it costs by day {days}. {cost_sentence(view)}",
        lines=tuple(lines),
        low=low,
        high=high,
        first_day=first,
        last_day=days,
        today=view.day if view.day >= first else None,
        today_words="today",
        has_days=True,
        has_axis=True,
    )


def cost_sentence(view: ScenarioView) -> str:
    """Return one plain sentence about the costs."""
    last = view.scenario.clock.days
    ranked = sorted(view.costs, key=_total)
    if view.decided is not None:
        by_now, without = view.line.cost[-1], view.without.cost[-1]
        side = "less" if by_now <= without else "more"
        apart_by = money_words(view, abs(without - by_now))
        return f"{view.decided.label} costs {apart_by} {side} by day {last} than no decision."
    if not ranked:
        return "Nothing can be decided on this day."
    cheapest = ranked[0]
    return f"Decided on day {cheapest.day}, {cheapest.label} would cost least by day {last}."


def cost_unit(view: ScenarioView) -> str:
    """Return what the numbers of the cost chart are."""
    unit = view.scenario.kpis[0].unit
    what = "thousand euros" if unit == "€" else unit
    return f"{what} since day {_first_cost_day(view) + 1}"


def _total(option: OptionCost) -> float:
    return option.cost[-1]


def _first_cost_day(view: ScenarioView) -> int:
    days = view.scenario.clock.days
    return max(1, min(view.scenario.harm_starts - 1, days - 1))


def _scaled(view: ScenarioView, cost: tuple[float, ...]) -> tuple[float, ...]:
    divided = 1000.0 if view.scenario.kpis[0].unit == "€" else 1.0
    return tuple(value / divided for value in cost)


def _played(view: ScenarioView, first: int) -> ChartLine:
    return ChartLine(_scaled(view, view.line.cost[first - 1 : view.day]), is_running=True)


def _from(start: int, first: int, values: tuple[float, ...]) -> tuple[float | None, ...]:
    """Return the values from day `first` on, None before day `start`."""
    return tuple(
        value if first + place >= start else None for place, value in enumerate(values[first - 1 :])
    )


def _chosen_rest(view: ScenarioView, first: int, label: str) -> ChartLine:
    values = _from(view.day, first, _scaled(view, view.line.cost))
    total = money_words(view, view.line.cost[-1])
    return ChartLine(values, label=f"{label}, decided", value_text=total, dash=Dash.DASH_DOT)


def _what_if(view: ScenarioView, first: int, option: OptionCost, place: int) -> ChartLine:
    return ChartLine(
        _from(option.day, first, _scaled(view, option.cost)),
        label=option.label,
        value_text=money_words(view, option.cost[-1]),
        dash=DASHES[1 + (place - 1) % (len(DASHES) - 1)],
        series=place % 6,
    )
