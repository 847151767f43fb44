"""The adviser of the run that is on: asked at each pulse, thinking only when something changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workshop_studio.domain.adviser import LEAST_S, advise, end_of, walk
from workshop_studio.domain.adviser_words import AdviceReading, advice_reading
from workshop_studio.domain.bearing import whole_minutes
from workshop_studio.domain.console_rows import AgendaRow, agenda_rows
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.run import needs_recovery, reading_of
from workshop_studio.domain.run_log import Act
from workshop_studio.domain.run_plan import changed

if TYPE_CHECKING:
    from workshop_studio.domain.adviser_words import WayReading
    from workshop_studio.domain.moment import Moment
    from workshop_studio.domain.staging import RunNow
    from workshop_studio.services.run_holder import RunHolder


@dataclass(frozen=True, slots=True)
class _Thought:
    """What was advised, and the situation in whole minutes that it was advised for."""

    situation: tuple[object, ...]
    reading: AdviceReading | None


class AdviceActs:
    """Reads advice and follows it. `at`: the moment of the press."""

    def __init__(self, holder: RunHolder) -> None:
        self._holder = holder
        self._thought = _Thought((), None)

    def reading(self) -> AdviceReading | None:
        """Return what is advised now, None when there is nothing to say."""
        held = self._holder.held
        if held is None or not held.run.is_on:
            return None
        moment = self._holder.clock.now()
        if needs_recovery(held.run, held.log, moment):
            return None
        now = held.at(moment)
        situation = (held.run_id, len(held.log), *_in_minutes(now))
        if situation != self._thought.situation:
            advice = advise(now)
            reading = None if advice is None else advice_reading(now, advice)
            self._thought = _Thought(situation, reading)
        return self._thought.reading

    def preview(self, way: WayReading) -> tuple[AgendaRow, ...]:
        """Return the rows of the agenda as they would be; none when the way is not open now."""
        held = self._holder.held
        if held is None or not held.run.is_on:
            return ()
        now = held.at(self._holder.clock.now())
        try:
            after = replace(now, run=changed(now.run, way.changes, now.room_s))
        except RuleBroken:
            return ()
        return agenda_rows(after, after.projection())

    def follow(self, way: WayReading, at: Moment | None = None) -> None:
        """Apply a way: one act, one undo, the plan as it was planned stays.

        Raises RuleBroken("advice-old") when it would not be advised any more: something else was
        done between the look and the press.
        """
        reading = self.reading()
        if reading is None or all(one.changes != way.changes for one in reading.ways):
            raise RuleBroken("advice-old")
        self._holder.append(Act.PLAN, at, changes=way.changes)


def _in_minutes(now: RunNow) -> tuple[object, ...]:
    """Return what an advice depends on, rounded so that it changes about once a minute.

    The words for lateness and for times of day round to the nearest minute, the minutes that the
    running block can give are whole ones that are left.
    """
    ends, behind_s = end_of(now, walk(now, now.run))
    left = reading_of(now.run.running, now.room_s)
    return (
        whole_minutes(behind_s),
        behind_s >= LEAST_S,
        now.clock(ends),
        int(left.remaining_s // 60),
        int(left.elapsed_s // 60),
    )
