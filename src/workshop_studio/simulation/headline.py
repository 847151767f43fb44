"""The one sentence over the charts on the wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_studio.domain.scenario_kinds import Family, SignalState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workshop_studio.simulation.series import Series

_FELT = (Family.OUTCOME, Family.BUSINESS_AND_TRUST)


def headline(series: Sequence[Series], day: int) -> str:
    """Return the sentence over the charts on the wall for one day, from 1.

    Alerts speak first: the longest standing one and what people feel of it. Then watches; otherwise
    the sentence says that all is quiet, or that some charts have no number.
    """
    alerts = [each for each in series if each.states[day - 1] is SignalState.ALERT]
    if alerts:
        return _alarm_headline(alerts, day)
    for each in series:
        if each.states[day - 1] is SignalState.WATCH:
            return f"{each.title}: past the watch level, and no alarm stands."
    return _calm_headline(series, day)


def _alarm_headline(alerts: Sequence[Series], day: int) -> str:
    first = min(alerts, key=lambda each: each.since[day - 1])
    start = first.headline[:1].upper() + first.headline[1:]
    felt = [each for each in alerts if each.family in _FELT and each is not first]
    if felt:
        return f"{start}, and {min(felt, key=lambda each: _FELT.index(each.family)).headline}."
    return f"{start}, alert since day {first.since[day - 1]}."


def _calm_headline(series: Sequence[Series], day: int) -> str:
    states = [each.states[day - 1] for each in series]
    if SignalState.RECOVERING in states:
        return "The numbers come back, and the alarm has not ended yet."
    blank = sum(state is not SignalState.QUIET for state in states)
    if blank:
        charts = "one chart has" if blank == 1 else f"{blank} charts have"
        return f"No alarm stands, and {charts} no number."
    return "All signals are quiet."
