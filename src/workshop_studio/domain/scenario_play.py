"""What was played of a scenario in a session: the day reached and the decision taken."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScenarioPlay:
    """The played position of one scenario in one session.

    day: from 1. decision_day 0 and decision "" when nothing was decided yet.
    """

    session_id: str
    scenario_id: str
    day: int
    decision_day: int = 0
    decision: str = ""
    revision: int = 0
