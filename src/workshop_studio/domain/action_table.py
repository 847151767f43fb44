"""What can be done in which phase of a run: the one table that the engine and the console read."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.run import RunPhase
from workshop_studio.domain.run_log import Act

if TYPE_CHECKING:
    from collections.abc import Mapping

_READY, _ENDED = frozenset({RunPhase.READY}), frozenset({RunPhase.ENDED})
_ON = frozenset({RunPhase.RUNNING, RunPhase.PAUSED})
# Facts about the world are true in any phase: taking back an act before them must stay possible.
_ALL = frozenset(RunPhase)

PHASES_OF: Mapping[Act, frozenset[RunPhase]] = MappingProxyType(
    {
        Act.START: _READY,
        Act.STARTED_AGO: _READY | _ON,
        Act.PAUSE: frozenset({RunPhase.RUNNING}),
        Act.RESUME: frozenset({RunPhase.PAUSED}),
        Act.NEXT: _ON,
        Act.BACK: _ON,
        Act.RESTART: _ON,
        Act.EXTEND: _READY | _ON,
        Act.PLAN: _READY | _ON,
        Act.BASELINE: _READY | _ON,
        Act.REASON: _ON | _ENDED,
        Act.END: _ON,
        Act.UNDO: _ALL,
        Act.RECOVER: _ALL,
        Act.GAP: _ALL,
        Act.CLOCK_SET: _ALL,
        Act.COUNTED: _ON,
        Act.NOT_COUNTED: _ON,
        Act.CUE: _ALL,
        Act.CUE_HOLD: _ALL,
        Act.CUE_SKIP: _ON,
        Act.CUE_LATER: _ON,
        Act.TRACK_PAUSE: _ON,
        Act.TRACK_RESUME: _ON,
        Act.TRACK_BACK: _ON,
        Act.ROUND: _ON,
        Act.SHOW: _ALL,
        Act.STYLE: _ALL,
        Act.BLACK: _ALL,
        Act.FREEZE: _ALL,
        Act.MESSAGE: _ALL,
        Act.ACKNOWLEDGE: _ALL,
    }
)


def require(act: Act, phase: RunPhase) -> None:
    """Raise RuleBroken("act-not-now") when the act makes no sense in the phase."""
    if phase not in PHASES_OF[act]:
        raise RuleBroken("act-not-now", act=act.value, phase=phase.value)
