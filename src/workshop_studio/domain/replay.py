"""From a log to the state of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_studio.domain import run_cues, run_plan, run_stage, run_tracks, run_verbs
from workshop_studio.domain.action_table import require
from workshop_studio.domain.run import initial, room_times
from workshop_studio.domain.run_log import Act, effective

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workshop_studio.domain.agenda import Agenda
    from workshop_studio.domain.run import RunState
    from workshop_studio.domain.run_log import LogEntry


def state(agenda: Agenda, log: Sequence[LogEntry]) -> RunState:
    """Return the state after the log; equal logs give equal states.

    Entries that are impossible in their place raise RuleBroken, so an act can be tried by
    appending it.
    """
    counted = {entry.seq for entry in effective(tuple(log))}
    run = initial(agenda)
    for entry, room_s in zip(log, room_times(log), strict=True):
        if entry.seq in counted:
            run = after(run, entry, room_s)
    return run


def after(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Return the state after one more entry that is no UNDO; room_s is its time on the axis."""
    require(entry.act, run.phase)
    if entry.act is Act.EXTEND and entry.item:
        return run_cues.with_signals_ahead(run_tracks.extend(run, entry, room_s), room_s)
    run = _VERBS[entry.act](run, entry, room_s)
    return run if entry.act is Act.CUE else run_cues.with_signals_ahead(run, room_s)


_VERBS: dict[Act, Callable[[RunState, LogEntry, float], RunState]] = {
    Act.START: run_verbs.start,
    Act.STARTED_AGO: run_verbs.started_ago,
    Act.PAUSE: run_verbs.pause,
    Act.RESUME: run_verbs.resume,
    Act.NEXT: run_verbs.go_on,
    Act.BACK: run_verbs.back,
    Act.RESTART: run_verbs.restart,
    Act.EXTEND: run_verbs.extend,
    Act.PLAN: run_plan.change,
    Act.BASELINE: run_verbs.baseline,
    Act.REASON: run_verbs.reason,
    Act.END: run_verbs.end,
    Act.RECOVER: run_verbs.recover,
    Act.GAP: run_verbs.gap,
    Act.CLOCK_SET: run_verbs.recover,
    Act.COUNTED: run_verbs.counted,
    Act.NOT_COUNTED: run_verbs.not_counted,
    Act.CUE: run_cues.fire,
    Act.CUE_HOLD: run_cues.hold,
    Act.CUE_SKIP: run_cues.skip,
    Act.CUE_LATER: run_cues.put_off,
    Act.TRACK_PAUSE: run_tracks.pause,
    Act.TRACK_RESUME: run_tracks.resume,
    Act.TRACK_BACK: run_tracks.come_back,
    Act.ROUND: run_tracks.begin_round,
    Act.SHOW: run_stage.show,
    Act.STYLE: run_stage.style,
    Act.BLACK: run_stage.black,
    Act.FREEZE: run_stage.freeze,
    Act.MESSAGE: run_stage.message,
    Act.ACKNOWLEDGE: run_stage.acknowledge,
}
