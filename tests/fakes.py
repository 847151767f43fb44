"""Hand-moved stand-ins for what the app gets from outside."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta

from workshop_studio.domain.moment import Moment


class ManualClock:
    """Clocks that move only when told to.

    watchers: called after time has passed while the computer is awake: an app looks at the clocks
    all the time, so that only a sleep is a time in which nobody looked.
    """

    def __init__(self, utc=datetime(2026, 10, 6, 11, 30, tzinfo=UTC), zone="Europe/Berlin"):
        self._utc = utc
        self._monotonic_s = 1000.0
        self._zone = zone
        self._starts = 1
        self._passed_s = 0.0
        self.watchers = []

    def now(self):
        return Moment(self._utc, self._monotonic_s, f"start-{self._starts}", self._passed_s)

    def zone(self):
        return self._zone

    def advance(self, seconds):
        """Time passes for all clocks."""
        self._utc += timedelta(seconds=seconds)
        self._monotonic_s += seconds
        self._passed_s += seconds
        for watch in self.watchers:
            watch()

    def step_wall(self, seconds):
        """Somebody sets the computer's clock."""
        self._utc += timedelta(seconds=seconds)

    def sleep(self, seconds, *, counted):
        """The lid closes; whether the monotonic clock counts that differs by system."""
        self._utc += timedelta(seconds=seconds)
        self._passed_s += seconds
        if counted:
            self._monotonic_s += seconds

    def restart(self, after_s):
        """The app dies and is started again after_s later: another clock_id, another zero."""
        self._utc += timedelta(seconds=after_s)
        self._starts += 1
        self._monotonic_s = 5.0 * self._starts
        self._passed_s = 0.0

    def change_zone(self, zone):
        self._zone = zone


class InlineLane:
    """Runs each job at once on the calling thread."""

    def submit(self, job, done=None, failed=None):
        from workshop_studio.domain.errors import WorkshopError

        try:
            value = job()
        except WorkshopError as error:
            if failed is None:
                raise
            failed(error)
            return
        if done is not None:
            done(value)


class FullDisk:
    """A unit of work that can be told to refuse every write."""

    def __init__(self, unit_of_work):
        self._unit_of_work = unit_of_work
        self.is_full = False

    def reading(self):
        return self._unit_of_work.reading()

    def writing(self):
        from workshop_studio.domain.errors import StorageUnavailable

        if self.is_full:
            raise StorageUnavailable("disk-full", path="w.sqlite")
        return self._unit_of_work.writing()


class HeldLane:
    """Takes jobs and runs them one by one when told to, as a slow disk would."""

    def __init__(self):
        self._jobs = []

    def __len__(self):
        return len(self._jobs)

    def submit(self, job, done=None, failed=None):
        self._jobs.append((job, done, failed))

    def run(self, count=None):
        """Run that many jobs, or all, also those that answers have queued."""
        while self._jobs and count != 0:
            count = None if count is None else count - 1
            InlineLane().submit(*self._jobs.pop(0))


def counting_ids(prefix="id"):
    numbers = itertools.count(1)
    return lambda: f"{prefix}-{next(numbers)}"


class FakeAwake:
    """Keeps nothing awake and remembers what it was asked. refusal: what `hold` raises."""

    def __init__(self, refusal=None):
        self.done, self.refusal = [], refusal

    @property
    def is_held(self):
        return self.done[-1:] == ["held"]

    def hold(self):
        if self.refusal is not None:
            raise self.refusal
        self.done.append("held")

    def release(self):
        if self.is_held:
            self.done.append("released")


class FakeSounds:
    """A loudspeaker that notes what it was asked for; `why_not` makes it one that is missing."""

    def __init__(self, why_not=""):
        self.why_not = why_not
        self.played = []
        self.is_closed = False

    def look(self):
        from workshop_studio.domain.sounds import SoundState

        return SoundState(self.why_not)

    def play(self, sound, volume_pct):
        if not self.why_not:
            self.played.append((sound.value, volume_pct))
        return self.look()

    def close(self):
        self.is_closed = True


class FakeComputer:
    """A computer that says what it is told to say."""

    def __init__(self, power=None, disk=None):
        from workshop_studio.domain.room_facts import Disk, Power, PowerSource

        self.power_said = power or Power(PowerSource.MAINS, 90)
        self.disk_said = disk or Disk(is_writable=True, free_bytes=50 * 10**9)

    def power(self):
        return self.power_said

    def disk(self):
        return self.disk_said
