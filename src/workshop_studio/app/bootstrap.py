"""The composition root: the one place that knows every part."""

from __future__ import annotations

import json
import os
import sqlite3
import uuid
from typing import TYPE_CHECKING

from workshop_studio.app import paths
from workshop_studio.app.clock import FastClock
from workshop_studio.app.computer import ThisComputer
from workshop_studio.app.sounds import MiniaudioSounds
from workshop_studio.domain.errors import StorageUnavailable
from workshop_studio.packs.library import read_shelf
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
from workshop_studio.services.sounds import SoundService
from workshop_studio.services.station_lock import StationLock
from workshop_studio.services.studio import Studio
from workshop_studio.storage.backups import back_up
from workshop_studio.storage.workspace_file import open_workspace
from workshop_studio.vault.argon_vault import ArgonVault

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from workshop_studio.domain.pack import Shelf
    from workshop_studio.ports.clock import Clock
    from workshop_studio.ports.library import PackLibrary
    from workshop_studio.ports.press import Press
    from workshop_studio.ports.sounds import Sounds
    from workshop_studio.ports.unit_of_work import UnitOfWork
    from workshop_studio.ports.vault import Vault
    from workshop_studio.services.scenarios import ScenarioService


def new_id() -> str:
    """Return a random id for a new record."""
    return uuid.uuid4().hex


class FolderLibrary:
    """The packs below some folders, read when asked for the first time."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._shelf: Shelf | None = None

    def shelf(self) -> Shelf:
        """Return all packs."""
        if self._shelf is None:
            self._shelf = read_shelf(self._folders)
        return self._shelf


def open_studio(
    workspace: Path,
    clock: Clock,
    *,
    create: bool = True,
    packs: Sequence[Path] = (),
    vault: Vault | None = None,
    sounds: Sounds | None = None,
) -> Studio:
    """Open a workspace file and build its use-cases; raises StorageUnavailable.

    packs: folders beside the built-in and the person's own; a later pack replaces an earlier.
    """
    work = open_workspace(workspace, create=create)
    bus = EventBus()
    vault = vault or ArgonVault()
    library = FolderLibrary((paths.built_in_packs(), paths.own_packs(), *packs))
    notes = NoteService(work)
    printing = PrintingService(make_press, clock, work, library)
    return Studio(
        workspace=str(work.path),
        clock=clock,
        bus=bus,
        cohorts=CohortService(work, bus, new_id, os.urandom),
        planning=PlanningService(work, library, bus, new_id),
        # A clock of the demo leaps ahead; that is no sleep to ask about.
        live=LiveSession(
            work, clock, bus, new_id, does_watch_clocks=not isinstance(clock, FastClock)
        ),
        notes=notes,
        debriefs=DebriefService(work),
        capstones=CapstoneService(work, bus, new_id),
        journals=JournalService(work, vault, clock, new_id),
        station=StationLock(work, vault, bus),
        printing=printing,
        readiness=ReadinessService(work, clock, notes, printing, ThisComputer(work.path)),
        sounds=SoundService(sounds or MiniaudioSounds(paths.resources() / "sounds")),
        open_scenarios=_scenarios(work, library, bus),
        back_up=_back_up(work.path),
        close=work.close,
    )


def _back_up(workspace: Path) -> Callable[[], None]:
    def back_up_now() -> None:
        try:
            back_up(workspace)
        except (OSError, sqlite3.Error) as error:
            raise StorageUnavailable("backup-failed", path=str(workspace)) from error

    return back_up_now


def make_press() -> Press:
    """Return the press with the bundled fonts and the ink of the light theme."""
    from workshop_studio.reports.press import PdfPress  # noqa: PLC0415 - heavy, rarely needed

    tokens = json.loads((paths.resources() / "theme" / "tokens.json").read_text(encoding="utf-8"))
    return PdfPress(paths.resources() / "fonts", tokens["theme"]["light"])


def _scenarios(
    work: UnitOfWork, library: PackLibrary, bus: EventBus
) -> Callable[[], ScenarioService]:
    opened: list[ScenarioService] = []

    def scenarios() -> ScenarioService:
        if not opened:
            from workshop_studio.packs.scenario_reader import read_scenario  # noqa: PLC0415
            from workshop_studio.services.scenarios import ScenarioService  # noqa: PLC0415

            opened.append(ScenarioService(work, library, read_scenario, bus))
        return opened[0]

    return scenarios
