"""Joins the pre-flight page and the sounds to screens, run, printing and settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workshop_studio.domain.events import CueFired, RunChanged
from workshop_studio.domain.prints import file_name
from workshop_studio.domain.room_facts import Awake, Projector, ProjectorState
from workshop_studio.domain.run import RunPhase
from workshop_studio.ui.bridge.lane import ThreadLane
from workshop_studio.ui.console.ready_room import ReadyRoom
from workshop_studio.ui.printing.presenter import Document
from workshop_studio.ui.stage.screens import ScreenState

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_studio.domain.sounds import SoundSettings
    from workshop_studio.services.studio import Studio
    from workshop_studio.ui.bridge.event_bridge import EventBridge
    from workshop_studio.ui.bridge.sleep_guard import SleepGuard
    from workshop_studio.ui.console.page import ConsolePage
    from workshop_studio.ui.kit.page_head import IconChip
    from workshop_studio.ui.printing.room import PrintRoom
    from workshop_studio.ui.settings.page import SettingsPage
    from workshop_studio.ui.shell.main_window import MainWindow
    from workshop_studio.ui.stage.screens import ScreenKeeper
    from workshop_studio.ui.stage.stage import StageWindow
    from workshop_studio.ui.theme.theme import Theme

_CLOSE_S = 1.0


class SoundWord:
    """The word about sounds in the head of the console."""

    def __init__(self, chip: IconChip) -> None:
        self._chip = chip
        self._is_on = False

    def show_settings(self, settings: SoundSettings) -> None:
        """Say whether sounds are wanted."""
        self._is_on = settings.is_on
        self._chip.use_icon("sound-on" if settings.is_on else "sound-off")
        self._chip.show_word("Sounds on" if settings.is_on else "Sounds off", "quiet")

    def say(self, text: str) -> None:
        """Say that sounds are wanted and cannot be heard; why stands in the tip."""
        self._chip.setToolTip(text)
        if self._is_on:
            self._chip.show_word("No sound" if text else "Sounds on", "watch" if text else "quiet")


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The parts of the open app that the check looks at or leads to."""

    window: MainWindow
    theme: Theme
    studio: Studio
    lane: ThreadLane
    bridge: EventBridge
    console: ConsolePage
    settings: SettingsPage
    printing: PrintRoom
    toggle_window: Callable[[], None]
    screens: ScreenKeeper
    stage: StageWindow
    sleep: SleepGuard


class RoomCheck(QObject):
    """Owns a worker of its own: a sound server or a disk that hangs holds up nothing else.

    remember: keeps the choice of sounds for the next start.
    """

    def __init__(self, parts: Neighbours, remember: Callable[[SoundSettings], None]) -> None:
        super().__init__(parts.window)
        self._parts = parts
        console = parts.console
        self.worker = ThreadLane(self)
        self.room = ReadyRoom(
            parts.theme,
            parts.studio,
            parts.lane,
            self.worker,
            console.ready,
            remember,
            self._projector,
            parts.sleep.try_out,
        )
        self.page = self.room.page
        self.room.follow(parts.settings.sounds)
        self.sound_chip = console.head.chip("sound-on")
        self.room.sounds.show_in(SoundWord(self.sound_chip))
        parts.window.add_room("ready", self.page)
        console.ready.wanted.connect(self.open)
        self.page.back_wanted.connect(self._back)
        self.page.plan_wanted.connect(self._plan)
        self.page.print_wanted.connect(self._print)
        self.room.window_wanted.connect(parts.toggle_window)
        self.room.material_wanted.connect(self._print_material)
        parts.sleep.tried.connect(self._awake_tried)
        parts.screens.changed.connect(self.room.presenter.screens_changed)
        parts.bridge.happened.connect(self._heard)

    def open(self) -> None:
        """Show the page and check the room of the open session."""
        self.room.presenter.open()
        self._parts.window.show_room("ready")

    def close(self) -> None:
        """Fall silent and let the worker go; one that hangs is left behind."""
        self.worker.submit(self._parts.studio.sounds.close)
        if self.worker.close(_CLOSE_S):
            # The window may live on with another workspace; a thread that hangs keeps its object.
            self.deleteLater()

    def _heard(self, event: object) -> None:
        if isinstance(event, CueFired):
            self.room.sounds.cue(event.cue)
        elif isinstance(event, RunChanged):
            self._follow_run()

    def _follow_run(self) -> None:
        """Before the start the card is on the console, and checked when a session is opened."""
        live = self._parts.studio.live
        reading, session = live.console(), live.session
        is_ready = reading is not None and reading.phase is RunPhase.READY
        self._parts.console.ready.setVisible(is_ready)
        if is_ready and session is not None and session.id != self.room.presenter.session_id:
            self.room.presenter.open()

    def _projector(self) -> Projector:
        screens, screen = self._parts.screens, self._parts.stage.screen()
        if screens.state is not ScreenState.CONNECTED or screen is None:
            known = {one.value for one in ProjectorState}
            word = screens.state.value
            return Projector(ProjectorState(word) if word in known else ProjectorState.NONE)
        size = screen.size()
        label = next((o.identity.label for o in screens.offers() if o.has_stage), screen.name())
        return Projector(ProjectorState.FOUND, label, (size.width(), size.height()))

    def _awake_tried(self, is_kept: bool) -> None:  # noqa: FBT001 - the shape of a signal
        self.room.presenter.awake_found(Awake.KEPT if is_kept else Awake.NOT_KEPT)

    def _back(self) -> None:
        self._parts.window.show_room("run")

    def _plan(self) -> None:
        self._parts.window.show_room("plan")

    def _print(self) -> None:
        presenter = self.room.presenter
        make = presenter.printable()
        if make is not None:
            name = file_name("ready", presenter.title)
            self._parts.printing.open_document(
                Document("Ready?", presenter.title, name, lambda paper, _a, _s: make(paper))
            )

    def _print_material(self) -> None:
        if self.room.presenter.session_id:
            self._parts.printing.open_for(self.room.presenter.session_id)
