"""Plays events against a live session on a simulated clock, with a log that is thrown away."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

from workshop_studio.domain import run_cues
from workshop_studio.domain.clock_gap import NO_GAP
from workshop_studio.domain.console_asks import span_words
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.rehearsal import (
    WORLD,
    Answer,
    Do,
    Rehearsed,
    answer_in,
    at_words,
    rehearsed,
)
from workshop_studio.domain.run import RunPhase, elapsed_s, left_s
from workshop_studio.domain.timer import thresholds_of
from workshop_studio.services.event_bus import EventBus
from workshop_studio.services.live_session import LiveSession, Recovery
from workshop_studio.services.memory_work import MemoryUnitOfWork
from workshop_studio.services.rehearsal_words import cue_words, question_in
from workshop_studio.services.simulated_clock import SimulatedClock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from workshop_studio.domain.rehearsal import RehearsalEvent
    from workshop_studio.domain.session import PlannedSession
    from workshop_studio.domain.staging import RunNow

# The app looks ten times a second. Between two things that can happen nothing changes, so a
# rehearsal looks right when one does, and often enough that no look is taken for a sleep.
LONGEST_STEP_S = 10.0


class Rehearsal:
    """One rehearsal of a session, which begins at its planned start.

    zone: what the simulated computer is set to, the session's own when none is named.
    """

    def __init__(self, session: PlannedSession, zone: str = "") -> None:
        self._session = session
        self._clock = SimulatedClock(session.start_utc, zone or session.zone)
        self._work = MemoryUnitOfWork(session)
        numbers = itertools.count(1)
        self._new_id: Callable[[], str] = lambda: f"rehearsed-{next(numbers)}"
        self._notices: list[str] = []
        self._does: dict[Do, Callable[[RehearsalEvent], None]] = {
            **dict.fromkeys(_ACTS, self._act),
            Do.EXTEND: self._extend,
            Do.CHOOSE: self._choose,
            Do.SLEEP: self._sleep,
            Do.STEP_WALL: self._step_wall,
            Do.ZONE: self._zone,
            Do.CRASH: self._crash,
            Do.READ: self._read,
        }
        self._live = self._app_started(self._work)
        self._live.open(session.id)

    def play(self, events: Iterable[RehearsalEvent]) -> Iterator[Rehearsed]:
        """Yield what is seen after each event, in their order."""
        for event in events:
            yield self.do(event)

    def do(self, event: RehearsalEvent) -> Rehearsed:
        """Let time pass until an event, let it happen, and return what is seen then.

        An event that falls into a sleep or a crash waits until somebody can press again.
        """
        missed_s = self._clock.room_s - event.at_s
        self._wait_until(event.at_s)
        if event.do in WORLD:
            self._give_due()
        if missed_s > 0 and event.do not in WORLD:
            self._notices.append(f"Done at {self._at()}, when the app was there again")
        refused = self._try(event)
        self._look()
        self._give_due()
        notices, self._notices = tuple(self._notices), []
        return rehearsed(
            self._seen(), event, notices=notices, question=question_in(self._live), refused=refused
        )

    # --- time ------------------------------------------------------------------------------------

    def _wait_until(self, at_s: float) -> None:
        """Let time pass; what is due at the very end of it is left to the event there."""
        self._look()
        while (left := at_s - self._clock.room_s) > 0:
            self._give_due()
            self._clock.advance(min(left, self._until_next()))
            self._look()

    def _until_next(self) -> float:
        """Return the seconds until a signal or a prompt comes due, at most the longest step."""
        now = self._live.run_now()
        if now is None or now.run.phase is not RunPhase.RUNNING:
            return LONGEST_STEP_S
        run, one = now.run, now.run.running
        left, used = left_s(one, now.room_s), elapsed_s(one, now.room_s)
        marks = (0.0, run_cues.CALL_BACK_S, thresholds_of(one.block).warning_s)
        due = [left - mark for mark in marks]
        due += [
            prompt.at_s + run_cues.put_off_s(run, one.block.id, prompt.id) - used
            for prompt in one.block.prompts
        ]
        ahead = [seconds for seconds in due if seconds > 0]
        # Rounded up to a thousandth, so that it is due when somebody looks.
        return math.ceil(min([LONGEST_STEP_S, *ahead]) * 1000) / 1000

    def _look(self) -> None:
        """Compare the clocks as the app does with every pulse."""
        gap = self._live.look()
        if gap.stepped_s:
            way = "forward" if gap.stepped_s > 0 else "back"
            span = span_words(abs(gap.stepped_s))
            self._notices.append(
                f"The computer’s clock was set {way} by {span}. The countdown goes on"
            )
        if gap.slept_s:
            self._notices.append(f"The computer slept for {span_words(gap.slept_s)}")
        if gap != NO_GAP:
            self._live.note_gap(gap, self._clock.now())

    def _give_due(self) -> None:
        if not self._live.cues.is_due:
            return
        known = len(self._live.log)
        self._live.cues.give_due()
        for entry in self._live.log[known:]:
            words = cue_words(self._live, entry)
            if words:
                self._notices.append(f"{words} ({self._at()})")

    def _at(self) -> str:
        return at_words(self._clock.room_s)

    # --- events ----------------------------------------------------------------------------------

    def _try(self, event: RehearsalEvent) -> RuleBroken | None:
        try:
            self._does[event.do](event)
        except RuleBroken as refused:
            return refused
        return None

    def _act(self, event: RehearsalEvent) -> None:
        _ACTS[event.do](self._live, event)

    def _extend(self, event: RehearsalEvent) -> None:
        if event.track:
            group = self._group(event)
            self._live.groups.extend(group, event.minutes * 60.0, block_id=event.block)
        else:
            self._live.extend(event.minutes * 60.0, event.block)

    def _group(self, event: RehearsalEvent) -> str:
        """Return the id of the group that is meant by its id, letter or name."""
        now = self._live.run_now()
        if now is None:
            return event.track
        run = now.run
        one = run.blocks[run.place_of(event.block)] if event.block else run.running
        wanted = event.track.casefold()
        for track in (t.track for t in one.tracks):
            if wanted in {track.id.casefold(), track.letter.casefold(), track.name.casefold()}:
                return track.id
        return event.track

    def _sleep(self, event: RehearsalEvent) -> None:
        self._clock.sleep(event.seconds, counted=event.is_counted)

    def _step_wall(self, event: RehearsalEvent) -> None:
        self._clock.step_wall(event.seconds)

    def _zone(self, event: RehearsalEvent) -> None:
        self._clock.change_zone(event.zone)
        if event.zone == self._session.zone:
            self._notices.append(f"This computer is set to {event.zone}, as the session")
        else:
            self._notices.append(
                f"Times in {self._session.zone}; this computer is set to {event.zone}"
            )

    def _crash(self, event: RehearsalEvent) -> None:
        now = self._live.run_now()
        if now is not None and now.run.is_on and self._live.question() is None:
            self._live.beat()
        self._clock.restart(event.seconds)
        self._notices.append(
            f"The app stopped and was started again {span_words(event.seconds)} later"
        )
        if now is not None and now.run.phase is RunPhase.ENDED:
            # There is nothing to ask; an end that is taken back counts the time since.
            self._live.recover(Recovery.KEPT_GOING)
            return
        self._live = self._app_started(self._work)
        if not self._live.open_unfinished():
            self._live.open(self._session.id)

    def _choose(self, event: RehearsalEvent) -> None:
        answer = answer_in(event.option)
        question = question_in(self._live)
        if question is None:
            raise RuleBroken("no-gap")
        if answer not in {option.answer for option in question.options}:
            raise RuleBroken("unknown-option")
        if self._live.question() is not None:
            self._live.recover(Recovery(answer))
        else:
            self._live.answer_gap(is_counted=answer is Answer.KEPT_GOING)

    def _read(self, event: RehearsalEvent) -> None:
        """Change nothing."""

    # --- what is seen ----------------------------------------------------------------------------

    def _app_started(self, work: MemoryUnitOfWork) -> LiveSession:
        return LiveSession(work, self._clock, EventBus(), self._new_id, is_rehearsal=True)

    def _seen(self) -> RunNow:
        """Return the run now; while a crash waits for an answer, as the suggested one makes it."""
        live, question = self._live, self._live.question()
        if question is not None:
            live = self._app_started(self._work.copy())
            live.open_unfinished(self._live.came_back)
            live.recover(question.suggested)
        now = live.run_now()
        if now is None:
            raise RuleBroken("no-session-open")
        return now


_ACTS: dict[Do, Callable[[LiveSession, RehearsalEvent], object]] = {
    Do.START: lambda live, _: live.start(),
    Do.NEXT: lambda live, _: live.next(),
    Do.BACK: lambda live, _: live.back(),
    Do.PAUSE: lambda live, _: live.pause(),
    Do.RESUME: lambda live, _: live.resume(),
    Do.PUSH: lambda live, event: live.plan.push(
        event.minutes, is_rest=event.is_rest, block_id=event.block
    ),
    Do.SKIP: lambda live, event: live.plan.skip(event.block),
    Do.STARTED_AGO: lambda live, event: live.started_ago(event.minutes * 60.0),
    Do.UNDO: lambda live, _: live.undo(),
    Do.END: lambda live, _: live.end(),
}
