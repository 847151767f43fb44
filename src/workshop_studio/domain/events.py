"""What happened, in the past tense: ids and revisions, never contents."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """Base of all events; published after the commit that made them true."""


@dataclass(frozen=True, slots=True)
class CohortChanged(Event):
    """People or teams of a cohort changed."""

    cohort_id: str
    revision: int


@dataclass(frozen=True, slots=True)
class SessionPlanned(Event):
    """A session was placed or its plan changed."""

    session_id: str
    revision: int


@dataclass(frozen=True, slots=True)
class RunChanged(Event):
    """A line was appended to the log of a run."""

    run_id: str
    seq: int


@dataclass(frozen=True, slots=True)
class RunUnwritten(Event):
    """The disk refused lines of a run's log; count of them, and the code of the refusal."""

    run_id: str
    count: int
    code: str


@dataclass(frozen=True, slots=True)
class CueFired(Event):
    """A block's signal was given, once: "warning", "time-up", "two-minutes", "come-back"."""

    run_id: str
    block_id: str
    cue: str = "time-up"


@dataclass(frozen=True, slots=True)
class CapstoneChanged(Event):
    """A field of a capstone was saved."""

    capstone_id: str
    revision: int


@dataclass(frozen=True, slots=True)
class FeedbackChanged(Event):
    """Feedback on a capstone was saved."""

    capstone_id: str
    revision: int


@dataclass(frozen=True, slots=True)
class ScenarioMoved(Event):
    """Another day, or a decision, in a played scenario."""

    session_id: str
    scenario_id: str


@dataclass(frozen=True, slots=True)
class SettingsChanged(Event):
    """A setting has a new value."""

    name: str
