"""What is done to the groups of a breakout, one by one or all together; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from workshop_studio.domain.agenda import MOST_TRACKS, Track
from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.run import left_s
from workshop_studio.ui.console.groups_panel_rows import rows_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workshop_studio.domain.console_tracks import TrackReading
    from workshop_studio.domain.errors import WorkshopError
    from workshop_studio.ports.lane import Lane
    from workshop_studio.ui.console.desk import Desk
    from workshop_studio.ui.console.groups_panel_rows import GroupRow


class GroupsView(Protocol):
    """Where groups are listed and forms are opened."""

    def open_menu(self, track: TrackReading, cost_of_one: str) -> None: ...  # noqa: D102
    def open_send_out(self, rows: Sequence[GroupRow], left_min: int) -> None: ...  # noqa: D102
    def open_round(self) -> None: ...  # noqa: D102
    def open_all(self) -> None: ...  # noqa: D102


class GroupsPresenter:
    """Each act is one line of the log, said in a toast and taken back by one Undo."""

    def __init__(self, desk: Desk, lane: Lane, view: GroupsView) -> None:
        self._desk, self._lane, self._view = desk, lane, view

    def choose(self, track_id: str) -> None:
        """Open the menu of a group, with what more time would cost everybody."""
        track = self._track(track_id)
        if track is not None:
            self._view.open_menu(track, self._desk.live.groups.cost(track_id, 60.0))

    def more(self, track_id: str, minutes: int) -> None:
        """Give one group more minutes."""
        self._desk.do(
            lambda live, at: live.groups.extend(track_id, minutes * 60.0, at),
            f"{self._name(track_id)} has {minutes} min more",
        )

    def hold(self, track_id: str) -> None:
        """Let one group wait, or go on."""
        track = self._track(track_id)
        if track is not None and track.is_held:
            self._desk.do(
                lambda live, at: live.groups.resume(track_id, at), f"{track.name} goes on"
            )
        else:
            self._desk.do(
                lambda live, at: live.groups.pause(track_id, at), f"{self._name(track_id)} waits"
            )

    def come_back(self, track_id: str) -> None:
        """Note that a group is back, or out again."""
        track = self._track(track_id)
        is_back = track is None or not track.is_back
        said = "is back" if is_back else "is out again"
        self._desk.do(
            lambda live, at: live.groups.come_back(track_id, is_back=is_back, at=at),
            f"{self._name(track_id)} {said}",
        )

    def ask_round(self) -> None:
        """Ask for the minutes and the title of a new round."""
        if self._has_groups():
            self._view.open_round()

    def begin_round(self, minutes: int, title: str) -> None:
        """Start all clocks afresh."""
        self._desk.do(
            lambda live, at: live.groups.begin_round(minutes * 60.0, title, at),
            f"New round of {minutes} min",
        )

    def call_back(self) -> None:
        """Tell everybody on the stage to come back; it stands until the room has it."""
        if self._has_groups():
            self._desk.do(lambda live, at: live.groups.call_back(at), "Everybody is called back")

    def call_off(self) -> None:
        """End the breakout: the block goes on with everybody together."""
        if self._has_groups():
            self._desk.do(
                lambda live, at: live.groups.split((), at=at), "The breakout is called off"
            )

    def open(self) -> None:
        """Open what can be done to all groups, or the form that sends the room out."""
        reading = self._desk.live.console()
        if reading is not None and reading.tracks:
            self._view.open_all()
        else:
            self.ask_send_out()

    def ask_send_out(self) -> None:
        """Ask who goes out: the cohort's teams, or groups by letter where there are none."""
        live, now = self._desk.live, self._desk.live.run_now()
        if now is None:
            self._desk.failed(RuleBroken("no-session-open"))
            return
        minutes = max(1, int(left_s(now.run.running, now.room_s) // 60))

        def found(tracks: tuple[Track, ...]) -> None:
            teams = [(track.letter, track.name) for track in tracks]
            self._view.open_send_out(rows_for(teams), minutes)

        def none_found(error: WorkshopError) -> None:
            if isinstance(error, RuleBroken) and error.code == "groups-count":
                self._view.open_send_out(rows_for(()), minutes)
            else:
                self._desk.failed(error)

        self._lane.submit(lambda: live.groups.of_teams(minutes * 60.0), found, none_found)

    def send_out(self, minutes: int, rows: Sequence[GroupRow]) -> None:
        """Send the running block out in groups."""
        tracks = tuple(
            Track(row.letter, row.name, minutes * 60, row.text, row.letter, row.mentor, row.place)
            for row in rows[:MOST_TRACKS]
        )
        self._desk.do(
            lambda live, at: live.groups.split(tracks, at=at),
            f"Sent out in {len(tracks)} groups for {minutes} min",
        )

    def _has_groups(self) -> bool:
        reading = self._desk.live.console()
        if reading is not None and reading.tracks:
            return True
        self._desk.failed(RuleBroken("no-groups"))
        return False

    def _track(self, track_id: str) -> TrackReading | None:
        reading = self._desk.live.console()
        tracks = () if reading is None else reading.tracks
        return next((track for track in tracks if track.id == track_id), None)

    def _name(self, track_id: str) -> str:
        track = self._track(track_id)
        return "The group" if track is None else track.name
