"""A room with a plan, two clocks and a log; acts are appended as the live session does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from builders import HALF_PAST_ONE, make_agenda, make_session
from fakes import ManualClock
from workshop_studio.domain.account import account
from workshop_studio.domain.clock_gap import gap_between
from workshop_studio.domain.console import console_reading
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.plan_change import ChangeKind, PlanChange
from workshop_studio.domain.replay import state
from workshop_studio.domain.run import left_s, room_now
from workshop_studio.domain.run_log import Act, LogEntry, last_undoable
from workshop_studio.domain.staging import RunNow, stage_snapshot


class Room:
    """Refuses what the state refuses; `look` writes a sleep as the app does on its next pulse."""

    def __init__(self, agenda=None, zone="Europe/Berlin", start_utc=HALF_PAST_ONE, counts=None):
        self.agenda = agenda or make_agenda(10, 20, 30)
        self.session = make_session(self.agenda, start_utc, zone)
        self.clock = ManualClock(start_utc, zone)
        self.counts_sleep = counts
        self.log = ()
        self.seen = self.clock.now()

    def do(self, act, **facts):
        if act is Act.UNDO:
            entry = last_undoable(self.log)
            if entry is None:
                raise RuleBroken("nothing-to-undo")
            facts = {"target_seq": entry.seq}
        log = (*self.log, LogEntry(len(self.log) + 1, act, self.clock.now(), **facts))
        state(self.agenda, log)
        self.log = log

    def change(self, kind, block_id, **facts):
        self.do(Act.PLAN, changes=(PlanChange(ChangeKind(kind), block_id, **facts),))

    def minutes(self, minutes):
        self.clock.advance(minutes * 60)

    def look(self):
        gap = gap_between(self.seen, self.clock.now())
        self.seen = self.clock.now()
        if gap.slept_s and self.state.is_on:
            self.do(Act.GAP, seconds=gap.slept_s, is_on=not gap.is_counted)
        return gap

    def sleep(self, seconds):
        """The lid closes in the style of this room's computer, and opens again."""
        self.seen = self.clock.now()
        self.clock.sleep(seconds, counted=self.counts_sleep)
        return self.look()

    @property
    def state(self):
        return state(self.agenda, self.log)

    @property
    def room_s(self):
        return room_now(self.log, self.clock.now())

    @property
    def now(self):
        return RunNow(self.session, self.state, self.room_s, self.clock.now().utc)

    def left(self):
        return left_s(self.state.running, self.room_s)

    def projection(self):
        return self.now.projection()

    def account(self):
        now = self.now
        start = self.session.start_utc
        return account(self.agenda, start, now.run, now.room_s, now.utc)

    def console(self):
        return console_reading(self.now, self.log, computer_zone=self.clock.zone())

    def stage(self):
        return stage_snapshot(self.now, None)

    def starts(self):
        """Return when each block will begin, in minutes after the planned start."""
        start = self.session.start_utc
        return [
            round((b.projected_start - start) / timedelta(minutes=1), 3)
            for b in self.projection().blocks
        ]

    def behind(self):
        """Return how late the session will end, in minutes."""
        return round(self.projection().behind_s / 60, 3)


def with_block(agenda, index, **changes):
    blocks = list(agenda.blocks)
    blocks[index] = replace(blocks[index], **changes)
    return replace(agenda, blocks=tuple(blocks))


def a_running_room(*minutes, **facts):
    room = Room(make_agenda(*minutes) if minutes else None, **facts)
    room.do(Act.START)
    return room
