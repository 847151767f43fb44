"""Acts on the groups of a running breakout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_studio.domain.agenda import MOST_TRACKS, Track
from workshop_studio.domain.breakouts import team_tracks
from workshop_studio.domain.console_tracks import cost_words
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.events import CueFired
from workshop_studio.domain.plan_change import ChangeKind, PlanChange
from workshop_studio.domain.run_cues import COME_BACK
from workshop_studio.domain.run_log import Act
from workshop_studio.domain.run_stage import CALL_BACK_WORDS
from workshop_studio.domain.run_tracks import cost_s

if TYPE_CHECKING:
    from workshop_studio.domain.moment import Moment
    from workshop_studio.services.run_holder import RunHolder


class GroupActs:
    """What can be done to one group, or to all of them. `at`: the moment of the press."""

    def __init__(self, holder: RunHolder) -> None:
        self._holder = holder

    def extend(
        self, track_id: str, extra_s: float, at: Moment | None = None, *, block_id: str = ""
    ) -> None:
        """Give one group more seconds; all come back as much later as that costs.

        block_id: its block, the running one when none is named.
        """
        self._holder.append(Act.EXTEND, at, seconds=extra_s, item=track_id, block_id=block_id)

    def pause(self, track_id: str, at: Moment | None = None) -> None:
        """Let one group stand still while the others go on."""
        self._holder.append(Act.TRACK_PAUSE, at, item=track_id)

    def resume(self, track_id: str, at: Moment | None = None) -> None:
        """Let the group go on."""
        self._holder.append(Act.TRACK_RESUME, at, item=track_id)

    def come_back(self, track_id: str, *, is_back: bool = True, at: Moment | None = None) -> None:
        """Note that a group is with the others again, or has gone out once more."""
        self._holder.append(Act.TRACK_BACK, at, item=track_id, is_on=is_back)

    def begin_round(self, seconds: float, title: str = "", at: Moment | None = None) -> None:
        """Start all clocks afresh."""
        self._holder.append(Act.ROUND, at, seconds=seconds, text=title.strip())

    def call_back(self, at: Moment | None = None) -> None:
        """Tell everybody to come back; it stands until the room has it, and sounds."""
        self._holder.append(Act.MESSAGE, at, text=CALL_BACK_WORDS, is_on=True)
        held = self._holder.require()
        self._holder.bus.publish(CueFired(held.run_id, self._running(), COME_BACK))

    def split(
        self, tracks: tuple[Track, ...], block_id: str = "", at: Moment | None = None
    ) -> None:
        """Send the room of the running (or named) block out in groups; no groups: call them off."""
        change = PlanChange(ChangeKind.SPLIT, block_id or self._running(), tracks=tracks)
        self._holder.append(Act.PLAN, at, changes=(change,))

    def of_teams(self, seconds: float, texts: tuple[str, ...] = ()) -> tuple[Track, ...]:
        """Return one group a team of the cohort; raises RuleBroken("groups-count") without two."""
        held = self._holder.require()
        with self._holder.unit_of_work.reading() as work:
            teams = work.cohorts.get(held.session.cohort_id).teams
        if len(teams) < 2:
            raise RuleBroken("groups-count", most=str(MOST_TRACKS))
        patterns = tuple(Track("", "", round(seconds), text) for text in texts or ("",))
        return team_tracks(teams, patterns)

    def cost(self, track_id: str, extra_s: float) -> str:
        """Return in words what more seconds for one group would do to everybody."""
        held = self._holder.require()
        now = held.at(self._holder.clock.now())
        return cost_words(cost_s(now.run.running, track_id, extra_s, now.room_s))

    def _running(self) -> str:
        return self._holder.require().run.running.block.id
