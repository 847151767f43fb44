"""Is the room ready? What was found, as values in, and one line for each check out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from workshop_studio.domain.room_facts import Awake, PowerSource, ProjectorState, zone_of
from workshop_studio.domain.ticks import HANDOUTS, HEARD, REHEARSED

if TYPE_CHECKING:
    from datetime import datetime

    from workshop_studio.domain.room_facts import (
        ComputerFacts,
        Disk,
        Power,
        Projector,
        SessionFacts,
    )
    from workshop_studio.domain.sounds import SoundSettings

MB, GB = 10**6, 10**9
LITTLE_SPACE, HARDLY_SPACE = GB, 50 * MB
LOW_BATTERY_PCT = 30
# What was heard in another room on another day says nothing about this one.
HEARD_FOR = timedelta(hours=12)
FAR_OFF = timedelta(hours=12)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


class Look(StrEnum):
    """How a check came out; the names of states that have a shape and a colour."""

    QUIET = "quiet"
    WATCH = "watch"
    ALERT = "alert"
    OPEN = "not-enough-data"

    @property
    def word(self) -> str:
        """Return its word."""
        return _WORDS[self]


_WORDS = {
    Look.QUIET: "Ready",
    Look.WATCH: "Look at it",
    Look.ALERT: "Not ready",
    Look.OPEN: "Not checked",
}


class Offer(StrEnum):
    """What the page can do about a line at once."""

    NONE = ""
    SHOW_WINDOW = "Show the stage in a window"
    SWITCH_ON = "Switch sounds on"
    PLAY = "Play it"
    PRINT_MATERIAL = "Print the material"


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One check. says: what was found. to_do: the one thing to do about it, "" for nothing."""

    id: str
    title: str
    look: Look
    says: str
    to_do: str = ""
    offer: Offer = Offer.NONE


_WITHOUT_PROJECTOR = {
    ProjectorState.WAITING: (
        Look.ALERT,
        "The projector was here and is gone.",
        "Check its cable and its power; the stage comes back by itself.",
    ),
    ProjectorState.ASKING: (
        Look.WATCH,
        "More than one screen could be the projector.",
        "Choose it once in the list of screens on the console.",
    ),
    ProjectorState.COPY: (
        Look.ALERT,
        "The projector shows a copy of this screen, notes and all.",
        "Set the screens to extend, not to duplicate, in the system’s settings.",
    ),
    ProjectorState.NONE: (
        Look.ALERT,
        "No second screen is plugged in.",
        "Plug in the projector, or show the stage in a window.",
    ),
    ProjectorState.WINDOW: (
        Look.WATCH,
        "The stage is in a window on this screen.",
        "Plug in the projector; the stage goes there by itself.",
    ),
    ProjectorState.ALONE: (
        Look.WATCH,
        "The stage fills the only screen.",
        "Plug in the projector if there is one; Escape brings the console back.",
    ),
}


def check_lines(
    facts: ComputerFacts, session: SessionFacts, sounds: SoundSettings
) -> tuple[CheckLine, ...]:
    """Return one line for each check, in the order in which one walks through a room."""
    return (
        projector_line(facts.projector),
        sound_line(facts, session, sounds),
        awake_line(facts.awake),
        power_line(facts.power, session.planned_s),
        disk_line(facts.disk),
        clock_line(facts, session),
        handouts_line(session),
        things_line(session),
        rehearsal_line(session),
    )


def summary(lines: tuple[CheckLine, ...]) -> tuple[Look, str]:
    """Return how all lines together look, and a sentence for it."""
    bad = sum(line.look is Look.ALERT for line in lines)
    doubtful = sum(line.look is Look.WATCH for line in lines)
    waiting = sum(line.look is Look.OPEN for line in lines)
    parts = [
        f"{bad} not ready" if bad else "",
        f"{doubtful} to look at" if doubtful else "",
        f"{waiting} not checked yet" if waiting else "",
    ]
    text = ", ".join(part for part in parts if part)
    if bad:
        return Look.ALERT, text
    if doubtful or waiting:
        return (Look.WATCH if doubtful else Look.OPEN), text
    return Look.QUIET, "Everything is ready"


def projector_line(projector: Projector | None) -> CheckLine:
    """Return the line of the projector."""
    id_, title = "projector", "Projector"
    if projector is None:
        return _open(id_, title)
    if projector.state is ProjectorState.FOUND:
        wide, high = projector.size_px
        size = f", {wide} x {high}" if wide else ""
        name = projector.name or "the second screen"
        return CheckLine(id_, title, Look.QUIET, f"The stage is on {name}{size}.")
    look, says, to_do = _WITHOUT_PROJECTOR[projector.state]
    is_none = projector.state is ProjectorState.NONE
    offer = Offer.SHOW_WINDOW if is_none else Offer.NONE
    return CheckLine(id_, title, look, says, to_do, offer)


def sound_line(facts: ComputerFacts, session: SessionFacts, sounds: SoundSettings) -> CheckLine:
    """Return the line of the sounds; one that are not wanted needs no loudspeaker."""
    id_, title = "sound", "Sound"
    if not sounds.is_on:
        says = "Sounds are off today; nothing is played."
        return CheckLine(id_, title, Look.QUIET, says, offer=Offer.SWITCH_ON)
    if sounds.volume_pct == 0:
        return CheckLine(
            id_, title, Look.WATCH, "Sounds are on, but their volume is 0.", "Turn the volume up."
        )
    if facts.sound is None:
        return _open(id_, title)
    if not facts.sound.is_available:
        says, _, to_do = facts.sound.why_not.partition(". ")
        return CheckLine(id_, title, Look.ALERT, f"{says.rstrip('.')}.", to_do, Offer.PLAY)
    heard = session.tick(HEARD)
    if heard is None or facts.now_utc - heard.at > HEARD_FOR:
        return CheckLine(
            id_, title, Look.WATCH, "Sounds are on; nobody has said yet that they are heard.",
            "Play one, listen from the back row, then tick “Sound heard”.", Offer.PLAY,
        )  # fmt: skip
    says = f"Heard at {session.clock_of(heard.at)}, volume {sounds.volume_pct} of 100."
    return CheckLine(id_, title, Look.QUIET, says, offer=Offer.PLAY)


def awake_line(awake: Awake) -> CheckLine:
    """Return the line about the display going dark by itself."""
    id_, title = "awake", "Display stays on"
    if awake is Awake.KEPT:
        return CheckLine(id_, title, Look.QUIET, "The app keeps it awake from start to end.")
    says = "The app cannot keep it awake on this computer."
    if awake is Awake.UNKNOWN:
        says = "Whether it stays awake is not known."
    return CheckLine(
        id_, title, Look.WATCH, says,
        "Switch screen saver and sleep off for today in the system’s settings.",
    )  # fmt: skip


def power_line(power: Power | None, planned_s: int) -> CheckLine:
    """Return the line of mains and battery."""
    id_, title = "power", "Power"
    if power is None:
        return _open(id_, title)
    held = "" if power.percent is None else f", {power.percent} % in the battery"
    if power.source is PowerSource.MAINS:
        return CheckLine(id_, title, Look.QUIET, f"On mains{held}.")
    if power.source is PowerSource.UNKNOWN:
        return CheckLine(
            id_, title, Look.WATCH, "This computer does not say what it runs on.",
            "Look whether its charger is plugged in.",
        )  # fmt: skip
    is_low = power.percent is not None and power.percent < LOW_BATTERY_PCT
    says = f"On battery{held}; the session lasts {_span(planned_s)}."
    look = Look.ALERT if is_low else Look.WATCH
    return CheckLine(id_, title, look, says, "Plug in the charger.")


def disk_line(disk: Disk | None) -> CheckLine:
    """Return the line of the disk that keeps the workspace."""
    id_, title = "disk", "Disk"
    if disk is None:
        return _open(id_, title)
    if not disk.is_writable and disk.free_bytes is not None and disk.free_bytes < MB:
        return CheckLine(
            id_, title, Look.ALERT, "The disk of the workspace is full.",
            "Free some space; until then nothing new is kept.",
        )  # fmt: skip
    if not disk.is_writable:
        return CheckLine(
            id_, title, Look.ALERT, "The folder of the workspace cannot be written to.",
            "Make the folder yours, or open a copy of the workspace in another one.",
        )  # fmt: skip
    if disk.free_bytes is None:
        return CheckLine(id_, title, Look.QUIET, "The workspace can be written.")
    free = f"The workspace can be written; {_size(disk.free_bytes)} free."
    if disk.free_bytes < LITTLE_SPACE:
        look = Look.ALERT if disk.free_bytes < HARDLY_SPACE else Look.WATCH
        return CheckLine(id_, title, look, free, "Free some space before the session.")
    return CheckLine(id_, title, Look.QUIET, free)


def clock_line(facts: ComputerFacts, session: SessionFacts) -> CheckLine:
    """Return the line of the computer's clock and zone against the session's."""
    id_, title = "clock", "Clock and zone"
    own, planned = zone_of(facts.zone), zone_of(session.zone)
    if own is None or planned is None:
        odd = facts.zone if own is None else session.zone
        return CheckLine(
            id_, title, Look.WATCH, f"The zone {odd} is not known to this computer.",
            "Compare the time on the console with a watch.",
        )  # fmt: skip
    here, there = facts.now_utc.astimezone(own), facts.now_utc.astimezone(planned)
    start = session.start_utc.astimezone(planned)
    if abs(facts.now_utc - session.start_utc) > FAR_OFF:
        return CheckLine(
            id_, title, Look.WATCH,
            f"The session is planned for {_day(start)}; this computer says {_day(there)}.",
            "Set the computer’s clock if it is wrong, or move the session under Plan.",
        )  # fmt: skip
    is_same = here.utcoffset() == there.utcoffset() and start.utcoffset() == (
        session.start_utc.astimezone(own).utcoffset()
    )
    if not is_same:
        return CheckLine(
            id_, title, Look.WATCH,
            f"The session is planned in {session.zone}; this computer is set to {facts.zone}. "
            f"{there:%H:%M} there is {here:%H:%M} here.",
            "Go by the console, which keeps the session’s time, or set the computer’s zone.",
        )  # fmt: skip
    says = f"{there:%H:%M} in {session.zone}"
    if facts.zone != session.zone:
        return CheckLine(id_, title, Look.QUIET, f"{says}, the same as {facts.zone} here.")
    return CheckLine(id_, title, Look.QUIET, f"{says}, as planned.")


def handouts_line(session: SessionFacts) -> CheckLine:
    """Return the line of what has to be printed, for how many people."""
    id_, title = "handouts", "Handouts"
    if session.missing_pack:
        return CheckLine(
            id_, title, Look.ALERT, f"The pack {session.missing_pack} is not on this computer.",
            "Put its folder beside the others; until then nothing of it can be printed.",
        )  # fmt: skip
    needed = (
        f"{_count(session.people, 'person', 'people')} at {_count(session.tables, 'table')}: "
        f"{_count(session.sheets, 'sheet')} of paper"
    )
    if session.uncounted:
        needed += f", and {session.uncounted} more to count by hand"
    ticked = session.tick(HANDOUTS)
    if ticked is None:
        return CheckLine(
            id_, title, Look.WATCH, f"{needed}.", "Print them, then tick “Handouts printed”.",
            Offer.PRINT_MATERIAL,
        )  # fmt: skip
    if session.people > ticked.count:
        more = session.people - ticked.count
        return CheckLine(
            id_, title, Look.WATCH,
            f"Printed for {_count(ticked.count, 'person', 'people')}; the cohort has "
            f"{session.people} now.",
            f"Print for {more} more, then tick again.", Offer.PRINT_MATERIAL,
        )  # fmt: skip
    printed = f"Printed for {_count(ticked.count, 'person', 'people')}"
    return CheckLine(id_, title, Look.QUIET, f"{printed}; {_count(session.sheets, 'sheet')}.")


def things_line(session: SessionFacts) -> CheckLine:
    """Return the line of the things that the pack wants in the room."""
    id_, title = "things", "On the tables"
    if not session.things:
        return CheckLine(id_, title, Look.QUIET, "The pack wants nothing else in the room.")
    here = sum(session.tick(thing.id) is not None for thing in session.things)
    says = f"{here} of {_count(len(session.things), 'thing')} ticked."
    if here == len(session.things):
        return CheckLine(id_, title, Look.QUIET, says)
    return CheckLine(id_, title, Look.WATCH, says, "Tick what lies ready.")


def rehearsal_line(session: SessionFacts) -> CheckLine:
    """Return the line of the rehearsal."""
    id_, title = "rehearsal", "Rehearsal"
    if session.tick(REHEARSED) is None:
        return CheckLine(
            id_, title, Look.WATCH, "Not rehearsed yet.",
            "Play through the first block aloud once, then tick “Rehearsed”.",
        )  # fmt: skip
    return CheckLine(id_, title, Look.QUIET, "Rehearsed.")


def _open(id_: str, title: str) -> CheckLine:
    return CheckLine(id_, title, Look.OPEN, "No answer yet.")


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _span(seconds: int) -> str:
    hours, minutes = divmod(round(seconds / 60), 60)
    if not hours:
        return f"{minutes} min"
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"


def _size(count: int) -> str:
    return f"{count / GB:.0f} GB" if count >= 10 * GB else _small(count)


def _small(count: int) -> str:
    return f"{count / GB:.1f} GB" if count >= GB else f"{count // MB} MB"


def _day(at: datetime) -> str:
    return f"{_DAYS[at.weekday()]} {at.day} {_MONTHS[at.month - 1]}, {at:%H:%M}"
