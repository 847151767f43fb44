"""The state of a run as a pure function of its log: `state(agenda, log)`.

Time of a run is its own axis, in seconds since the first entry ("room seconds"). Within one start
of the app it follows the monotonic clock, so that a stepped wall clock, a changed zone, daylight
saving and midnight move nothing. Between two starts only a RECOVER entry says how much counts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from workshop_studio.domain import timer
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.run_log import Act, LogEntry, effective
from workshop_studio.domain.timer import Countdown

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_studio.domain.agenda import Agenda
    from workshop_studio.domain.moment import Moment

T = TypeVar("T")

DOUBLE_NEXT_S = 0.4


class RunPhase(StrEnum):
    """Where a run stands."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class StageView(StrEnum):
    """What the facilitator asked the stage to show."""

    HOLDING = "holding"
    COUNTDOWN = "countdown"
    SCENARIO = "scenario"


@dataclass(frozen=True, slots=True)
class RunState:
    """The run after its log.

    countdowns, started_s, ended_s: one entry a block; times on the run's axis, None when not yet.
    message_until_s: time of the axis until which the message stands.
    """

    phase: RunPhase
    current: int
    countdowns: tuple[Countdown, ...]
    started_s: tuple[float | None, ...]
    ended_s: tuple[float | None, ...]
    finished_s: float | None = None
    is_black: bool = False
    is_frozen: bool = False
    frozen_since_s: float = 0.0
    view: StageView = StageView.HOLDING
    message: str = ""
    message_until_s: float = 0.0
    fired_cues: frozenset[tuple[str, str]] = frozenset()


def room_times(log: tuple[LogEntry, ...]) -> tuple[float, ...]:
    """Return the time of each entry on the run's axis, seconds, never falling."""
    times: list[float] = []
    for index, entry in enumerate(log):
        if index == 0:
            times.append(0.0)
            continue
        before = log[index - 1]
        if entry.at.clock_id == before.at.clock_id:
            step = max(0.0, entry.at.monotonic_s - before.at.monotonic_s)
        else:
            step = entry.seconds if entry.act is Act.RECOVER else 0.0
        times.append(times[-1] + step)
    return tuple(times)


def room_now(log: tuple[LogEntry, ...], now: Moment) -> float:
    """Return now on the run's axis.

    Before a recovery was chosen (another clock_id) it is the time of the last entry.
    """
    if not log:
        return 0.0
    last = log[-1]
    step = now.monotonic_s - last.at.monotonic_s if now.clock_id == last.at.clock_id else 0.0
    return room_times(log)[-1] + max(0.0, step)


def needs_recovery(log: tuple[LogEntry, ...], now: Moment) -> bool:
    """Return whether the log ends in another start of the app with the run unfinished."""
    if not log or log[-1].at.clock_id == now.clock_id:
        return False
    return all(entry.act is not Act.END for entry in effective(log))


def initial(agenda: Agenda) -> RunState:
    """Return the state before the first act: ready, at the first block."""
    count = len(agenda.blocks)
    return RunState(
        phase=RunPhase.READY,
        current=0,
        countdowns=tuple(Countdown(float(block.planned_s)) for block in agenda.blocks),
        started_s=(None,) * count,
        ended_s=(None,) * count,
    )


def state(agenda: Agenda, log: tuple[LogEntry, ...]) -> RunState:
    """Return the state after the log; equal logs give equal states.

    Entries that are impossible in their place raise RuleBroken, so `check` can try an act by
    appending it.
    """
    counted = {entry.seq for entry in effective(log)}
    now = initial(agenda)
    for entry, room_s in zip(log, room_times(log), strict=True):
        if entry.seq in counted:
            now = _VERBS[entry.act](agenda, now, entry, room_s)
    return now


def _replaced(values: tuple[T, ...], index: int, value: T) -> tuple[T, ...]:
    return (*values[:index], value, *values[index + 1 :])


def _begin(now: RunState, index: int, room_s: float) -> RunState:
    first = now.started_s[index]
    return replace(
        now,
        phase=RunPhase.RUNNING,
        current=index,
        countdowns=_replaced(now.countdowns, index, timer.start(now.countdowns[index], room_s)),
        started_s=_replaced(now.started_s, index, room_s if first is None else first),
        ended_s=_replaced(now.ended_s, index, None),
        view=StageView.COUNTDOWN,
    )


def _leave(now: RunState, room_s: float) -> RunState:
    countdown = now.countdowns[now.current]
    if countdown.is_running:
        countdown = timer.pause(countdown, room_s)
    return replace(
        now,
        countdowns=_replaced(now.countdowns, now.current, countdown),
        ended_s=_replaced(now.ended_s, now.current, room_s),
    )


def _require(now: RunState, act: Act, *phases: RunPhase) -> None:
    if now.phase not in phases:
        raise RuleBroken("act-not-now", act=act.value, phase=now.phase.value)


def _start(agenda: Agenda, now: RunState, entry: LogEntry, room_s: float) -> RunState:
    _require(now, entry.act, RunPhase.READY)
    if not agenda.blocks:
        raise RuleBroken("agenda-empty")
    return _begin(now, 0, room_s)


def _pause(agenda: Agenda, now: RunState, entry: LogEntry, room_s: float) -> RunState:
    _require(now, entry.act, RunPhase.RUNNING)
    stopped = timer.pause(now.countdowns[now.current], room_s)
    return replace(
        now,
        phase=RunPhase.PAUSED,
        countdowns=_replaced(now.countdowns, now.current, stopped),
    )


def _resume(agenda: Agenda, now: RunState, entry: LogEntry, room_s: float) -> RunState:
    _require(now, entry.act, RunPhase.PAUSED)
    going = timer.start(now.countdowns[now.current], room_s)
    return replace(
        now,
        phase=RunPhase.RUNNING,
        countdowns=_replaced(now.countdowns, now.current, going),
    )


def _next(agenda: Agenda, now: RunState, entry: LogEntry, room_s: float) -> RunState:
    _require(now, entry.act, RunPhase.RUNNING, RunPhase.PAUSED)
    if now.current + 1 >= len(agenda.blocks):
        raise RuleBroken("last-block")
    since = now.countdowns[now.current].since_s
    # A clicker bounces and a finger doubles: two blocks must not fall to one press.
    if since is not None and room_s - since < DOUBLE_NEXT_S:
        raise RuleBroken("pressed-twice")
    return _begin(_leave(now, room_s), now.current + 1, room_s)


def _back(agenda: Agenda, now: RunState, entry: LogEntry, room_s: float) -> RunState:
    _require(now, entry.act, RunPhase.RUNNING, RunPhase.PAUSED)
    if now.current == 0:
        raise RuleBroken("first-block")
    left = _leave(now, room_s)
    # The block that was left by mistake has not ended: it waits again, its used time kept.
    left = replace(left, ended_s=_replaced(left.ended_s, now.current, None))
    return _begin(left, now.current - 1, room_s)


def _extend(agenda: Agenda, now: RunState, entry: LogEntry, room_s: float) -> RunState:
    _require(now, entry.act, RunPhase.READY, RunPhase.RUNNING, RunPhase.PAUSED)
    index = agenda.position(entry.block_id) if entry.block_id else now.current
    longer = timer.extend(now.countdowns[index], entry.seconds)
    if longer.planned_s + longer.added_s < 0:
        raise RuleBroken("no-time-left")
    return replace(now, countdowns=_replaced(now.countdowns, index, longer))


def _end(agenda: Agenda, now: RunState, entry: LogEntry, room_s: float) -> RunState:
    _require(now, entry.act, RunPhase.RUNNING, RunPhase.PAUSED)
    return replace(
        _leave(now, room_s),
        phase=RunPhase.ENDED,
        finished_s=room_s,
        view=StageView.HOLDING,
        is_black=False,
        is_frozen=False,
        message="",
    )


def _recover(agenda: Agenda, now: RunState, entry: LogEntry, room_s: float) -> RunState:
    return now


def _cue(agenda: Agenda, now: RunState, entry: LogEntry, room_s: float) -> RunState:
    return replace(now, fired_cues=now.fired_cues | {(entry.block_id, entry.text)})


def _show(agenda: Agenda, now: RunState, entry: LogEntry, room_s: float) -> RunState:
    return replace(now, view=StageView(entry.text))


def _black(agenda: Agenda, now: RunState, entry: LogEntry, room_s: float) -> RunState:
    return replace(now, is_black=entry.is_on)


def _freeze(agenda: Agenda, now: RunState, entry: LogEntry, room_s: float) -> RunState:
    return replace(now, is_frozen=entry.is_on, frozen_since_s=room_s)


def _message(agenda: Agenda, now: RunState, entry: LogEntry, room_s: float) -> RunState:
    return replace(now, message=entry.text, message_until_s=room_s + entry.seconds)


_VERBS: dict[Act, Callable[[Agenda, RunState, LogEntry, float], RunState]] = {
    Act.START: _start,
    Act.PAUSE: _pause,
    Act.RESUME: _resume,
    Act.NEXT: _next,
    Act.BACK: _back,
    Act.EXTEND: _extend,
    Act.END: _end,
    Act.RECOVER: _recover,
    Act.CUE: _cue,
    Act.SHOW: _show,
    Act.BLACK: _black,
    Act.FREEZE: _freeze,
    Act.MESSAGE: _message,
}
