"""All use-cases of one open workspace, handed to whoever shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_studio.ports.clock import Clock
    from workshop_studio.services.capstones import CapstoneService
    from workshop_studio.services.cohorts import CohortService
    from workshop_studio.services.debriefs import DebriefService
    from workshop_studio.services.event_bus import EventBus
    from workshop_studio.services.journals import JournalService
    from workshop_studio.services.live_session import LiveSession
    from workshop_studio.services.notes import NoteService
    from workshop_studio.services.planning import PlanningService
    from workshop_studio.services.printing import PrintingService
    from workshop_studio.services.readiness import ReadinessService
    from workshop_studio.services.scenarios import ScenarioService
    from workshop_studio.services.sounds import SoundService
    from workshop_studio.services.station_lock import StationLock


@dataclass(frozen=True, slots=True)
class Studio:
    """One open workspace. close: lets go of its file.

    back_up: copies it beside itself; raises StorageUnavailable("backup-failed").
    open_scenarios: the scenarios, loaded when first asked for; numpy is heavy and a session may
    need none.
    """

    workspace: str
    clock: Clock
    bus: EventBus
    cohorts: CohortService
    planning: PlanningService
    live: LiveSession
    notes: NoteService
    debriefs: DebriefService
    capstones: CapstoneService
    journals: JournalService
    station: StationLock
    printing: PrintingService
    readiness: ReadinessService
    sounds: SoundService
    open_scenarios: Callable[[], ScenarioService]
    back_up: Callable[[], None]
    close: Callable[[], None]
