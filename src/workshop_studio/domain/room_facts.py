"""What is known of the room before a session: what the computer said, what the session needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

if TYPE_CHECKING:
    from workshop_studio.domain.sounds import SoundState
    from workshop_studio.domain.ticks import ThingToBring, Ticked


class ProjectorState(StrEnum):
    """Where the stage is.

    ASKING: several screens could be the projector. COPY: the projector shows the console's own
    picture. ALONE: the stage fills the only screen.
    """

    FOUND = "connected"
    WAITING = "waiting"
    ASKING = "asking"
    COPY = "copy"
    NONE = "none"
    WINDOW = "window"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Projector:
    """The projector. name: as it calls itself. size_px: width and height, zeros when unknown."""

    state: ProjectorState
    name: str = ""
    size_px: tuple[int, int] = (0, 0)


class PowerSource(StrEnum):
    """What the computer runs on."""

    MAINS = "mains"
    BATTERY = "battery"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Power:
    """percent: what the battery holds, None without one or when it does not say."""

    source: PowerSource
    percent: int | None = None


@dataclass(frozen=True, slots=True)
class Disk:
    """The disk of the workspace. free_bytes: None when it does not say."""

    is_writable: bool
    free_bytes: int | None = None


class Awake(StrEnum):
    """Whether the app keeps the display awake while a session runs."""

    KEPT = "kept"
    NOT_KEPT = "not-kept"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ComputerFacts:
    """What the computer said; None for what has not answered yet."""

    now_utc: datetime
    zone: str
    projector: Projector | None = None
    awake: Awake = Awake.UNKNOWN
    power: Power | None = None
    disk: Disk | None = None
    sound: SoundState | None = None


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """What the session needs.

    sheets: of paper for the tables. uncounted: sheets of which the pack does not say how many.
    missing_pack: the pack that is not on this computer, "" when it is.
    """

    id: str
    title: str
    start_utc: datetime
    zone: str
    planned_s: int
    people: int = 0
    tables: int = 0
    sheets: int = 0
    uncounted: int = 0
    missing_pack: str = ""
    things: tuple[ThingToBring, ...] = ()
    ticks: tuple[Ticked, ...] = ()

    def tick(self, tick_id: str) -> Ticked | None:
        """Return a tick, None when it is not set."""
        return next((one for one in self.ticks if one.id == tick_id), None)

    def clock_of(self, at: datetime) -> str:
        """Return a time of day in the session's zone, such as "13:28"."""
        return at.astimezone(zone_of(self.zone) or UTC).strftime("%H:%M")


def zone_of(name: str) -> ZoneInfo | None:
    """Return a time zone, None for a name that nobody knows."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
