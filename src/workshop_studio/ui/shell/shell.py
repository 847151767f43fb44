"""Puts rooms, windows and services together once a workspace is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from workshop_studio.domain.events import CapstoneChanged, CohortChanged, RunChanged, SessionPlanned
from workshop_studio.domain.run import StageView
from workshop_studio.ui.bridge.clock_driver import ClockDriver
from workshop_studio.ui.bridge.event_bridge import EventBridge
from workshop_studio.ui.console.room import ConsoleRoom
from workshop_studio.ui.planning.room import PlanningRoom
from workshop_studio.ui.printing.room import PrintRoom
from workshop_studio.ui.prompts import QtPrompter
from workshop_studio.ui.review.room import ReviewRoom
from workshop_studio.ui.settings.page import SettingsPage
from workshop_studio.ui.shell.charts_ahead import ChartsAhead
from workshop_studio.ui.shell.clock_aim import ClockAim
from workshop_studio.ui.shell.console_links import ConsoleLinks
from workshop_studio.ui.shell.doings import Doings
from workshop_studio.ui.shell.leaving import Leaving
from workshop_studio.ui.shell.print_way import PrintWay
from workshop_studio.ui.shell.read_ahead import ReadAhead
from workshop_studio.ui.shell.rehearsals import Rehearsals
from workshop_studio.ui.shell.room_check import Neighbours, RoomCheck
from workshop_studio.ui.shell.second_screen import SecondScreen
from workshop_studio.ui.shell.station_keeper import StationKeeper
from workshop_studio.ui.stage.stage import StageWindow
from workshop_studio.ui.theme.theme import ThemeChoice
from workshop_studio.ui.welcome.page import WelcomePage
from workshop_studio.ui.wording import words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workshop_studio.domain.errors import WorkshopError
    from workshop_studio.domain.roster import RosterTable
    from workshop_studio.ports.awake import Awake
    from workshop_studio.services.studio import Studio
    from workshop_studio.ui.bridge.lane import ThreadLane
    from workshop_studio.ui.dashboards.room import DashboardRoom
    from workshop_studio.ui.shell.main_window import MainWindow
    from workshop_studio.ui.station.room import StationRoom
    from workshop_studio.ui.theme.theme import Theme

# Timers without a wait run one after the other before anything else gets its turn.
STEP_MS = 2
READ_AHEAD_MS = 400
_THEMES = {
    "theme-light": ThemeChoice.LIGHT,
    "theme-dark": ThemeChoice.DARK,
    "theme-system": ThemeChoice.SYSTEM,
}


class Shell(QObject):
    """The open app: console, stage, planning. read_roster turns a file into a table."""

    ready = Signal()
    workspace_chosen = Signal(object)
    projector_chosen = Signal(str)
    sounds_chosen = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        studio: Studio,
        lane: ThreadLane,
        read_roster: Callable[[Path], RosterTable],
        sample_roster: Path,
        known_projector: str = "",
        awake: Awake | None = None,
    ) -> None:
        super().__init__(window)
        self.window, self.theme, self.studio, self.lane = window, theme, studio, lane
        self._read_roster = read_roster
        self._sample_roster = sample_roster
        self._is_closed = False
        self._known_projector, self._awake = known_projector, awake
        self.dashboards: DashboardRoom | None = None
        self._prompter = QtPrompter(window)
        self.bridge = EventBridge(studio.bus, self)
        self.driver = ClockDriver(self)
        # One room at a time with room for others between: none may make the window stutter.
        self._steps = [self._open_welcome, self._open_stage, self._open_console, self._open_plan]
        self._steps += [self._open_review, self._open_printing, self._open_settings]
        self._steps += [self._open_check, self._begin]
        QTimer.singleShot(STEP_MS, self._step)

    def _step(self) -> None:
        self._steps.pop(0)()
        if self._steps:
            QTimer.singleShot(STEP_MS, self._step)

    def _open_welcome(self) -> None:
        self.welcome = WelcomePage(self.theme)
        self.welcome.sample_wanted.connect(self._make_sample)
        self.welcome.cohort_wanted.connect(self._choose_roster)
        self.welcome.workspace_wanted.connect(self.choose_workspace)
        self.window.add_room("welcome", self.welcome)

    def _open_stage(self) -> None:
        self.stage = StageWindow(self.theme)
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise TypeError("the shell needs a running QApplication")
        self.second = SecondScreen(
            self.window, self.theme, self.stage, app, self._known_projector, self._awake
        )
        self.second.chosen.connect(self.projector_chosen)
        self.screens = self.second.keeper

    def _open_console(self) -> None:
        self.console = ConsoleRoom(self.theme, self.studio, self.lane, self.stage.show_snapshot)
        self.console.plan_wanted.connect(self._show_plan)
        self.second.furnish(self.console.page, self.studio.clock)
        self.console.page.head.palette_wanted.connect(self._open_palette)
        self.stage.pressed.connect(self.console.press)
        self.window.add_room("run", self.console.page)

    def _open_plan(self) -> None:
        self.planning = PlanningRoom(
            self.theme, self.studio, self.lane, self._prompter, self._read_roster
        )
        self.planning.preview_opened.connect(self._show_plan)
        self.planning.stepped_back.connect(self._leave_roster)
        self.planning.run_opened.connect(self._show_run)
        self.planning.page.done_said.connect(self.window.say_done)
        self.window.add_room("plan", self.planning.page)

    def _open_review(self) -> None:
        self.review = ReviewRoom(self.theme, self.studio, self.lane)
        self.review.page.done_said.connect(self.window.say_done)
        self.review.station_wanted.connect(self.open_station)
        # Connected before the shell's own closing: the lane must still take the last words.
        self.window.closing.connect(self.review.flush)
        self.window.add_room("review", self.review.page)

    def _open_printing(self) -> None:
        self.printing = PrintRoom(self.theme, self.studio, self.lane, self._prompter)
        self.print_way = PrintWay(self.window, self.printing, self.planning, self.review)
        self.print_way.room_wanted.connect(self.show_room)

    def _open_settings(self) -> None:
        self.settings = SettingsPage(self.theme, self.studio.workspace)
        self.settings.theme_chosen.connect(self._choose_theme)
        self.stations = StationKeeper(
            self.window, self.theme, self.studio, self.lane, self.settings
        )
        self.stations.passphrase_missing.connect(self._show_settings)
        self.settings.workspace_wanted.connect(self.choose_workspace)
        self.settings.head.palette_wanted.connect(self._open_palette)
        self.window.add_room("settings", self.settings)

    def _open_check(self) -> None:
        parts = Neighbours(
            self.window, self.theme, self.studio, self.lane, self.bridge, self.console.page,
            self.settings, self.printing, self.second.words.toggle_window, self.screens,
            self.stage, self.second.sleep,
        )  # fmt: skip
        self.check = RoomCheck(parts, self.sounds_chosen.emit)

    def _begin(self) -> None:
        self.rehearsals = Rehearsals(
            self.window, self.studio, self.lane, self.console, self.planning
        )
        self.doings = Doings(self.window, self.theme, self._doers())
        self.window.room_chosen.connect(self.show_room)
        self.window.undo_wanted.connect(self._undo)
        self.window.closing.connect(self.close)
        self.leaving = Leaving(self.window, self.studio.live, self.second.sleep, self._prompter)
        self.bridge.happened.connect(self._heard)
        self.lane.problem.connect(self._say_problem)
        ConsoleLinks(self.window, self.console, self.show_room, self.printing.open_for)
        self.second.open()
        self.console.follow_stage(self.stage, self.stage.changed, self.stage.ticked)
        self.driver.pulsed.connect(self.console.look)
        self.driver.beaten.connect(self.console.presenter.beat)
        self.driver.follow(ClockAim(self.console.presenter.desk).stays_s)
        self.driver.start()
        self.lane.submit(self._first_room, self._show_first_room, self._say_problem)

    def _first_room(self) -> str:
        if self.studio.live.open_unfinished():
            return "run"
        return "plan" if self.studio.cohorts.cohorts() else "welcome"

    def _show_first_room(self, key: str) -> None:
        self.leaving.follow()
        self.planning.presenter.refresh()
        self.console.presenter.opened()
        self.window.show_room(key)
        self.window.activateWindow()
        self.ready.emit()
        # Numbers take a while to import: off this thread, once the first room is laid out and
        # before somebody waits for them.
        self._charts_ahead = ChartsAhead(self)
        self._read_ahead = ReadAhead(self.lane, done=self._charts_ahead.start)
        QTimer.singleShot(READ_AHEAD_MS, self._read_ahead.go_on)
        self.lane.submit(self.studio.back_up, None, self._say_quietly)

    def _doers(self) -> dict[str, Callable[[], object]]:
        rooms = {
            f"go-{key}": partial(self.show_room, key)
            for key in ("plan", "run", "scenario", "review", "settings")
        }
        themes = {name: partial(self._choose_theme, one) for name, one in _THEMES.items()}
        return {
            **rooms,
            **themes,
            **self.console.doers(),
            **self.second.doers(),
            "check-room": self.check.open,
            "switch-sounds": self.check.room.sounds.toggle,
            "rehearse": self.rehearsals.begin_shown,
            "read-roster": self._choose_roster,
            "print-material": self.print_way.print_material,
            "open-station": self.open_station,
            "open-workspace": self.choose_workspace,
        }

    def _open_palette(self) -> None:
        self.doings.open_palette()

    def close(self) -> None:
        """Stop pulses, finish what is queued, close the stage, let go of the file."""
        if self._is_closed:
            return
        self._is_closed = True
        self.driver.stop()
        self._charts_ahead.stop()
        self.doings.close()
        self.console.page.notes.flush()
        self.bridge.close()
        self.check.close()
        self.stations.put_away()
        self.lane.close()
        self.stations.close()
        self.second.close()
        self.stage.allow_close()
        self.stage.close()
        self.studio.close()

    # --- what was heard --------------------------------------------------------------------------

    def _heard(self, event: object) -> None:
        self.console.heard(event)
        if isinstance(event, RunChanged):
            self.leaving.follow()
            self.console.presenter.refresh()
            self.driver.aim()
            self._follow_wall()
            if event.seq == 0 or self.console.page.isHidden():
                self.console.presenter.opened()
        elif isinstance(event, CohortChanged | SessionPlanned):
            self.planning.presenter.refresh()
        elif isinstance(event, CapstoneChanged):
            self.review.presenter.heard_card(event.capstone_id)

    def _follow_wall(self) -> None:
        reading = self.studio.live.console()
        if self.dashboards is not None:
            self.dashboards.presenter.follow_wall()
        elif reading is not None and reading.view is StageView.SCENARIO:
            # After a crash the charts were on the wall; the room must not look at a countdown.
            self._build_scenario().presenter.open()

    def _choose_theme(self, choice: ThemeChoice) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.theme.choose(choice, app)

    @property
    def station(self) -> StationRoom | None:
        """Return the open station, None when there is none."""
        return self.stations.room

    def open_station(self) -> None:
        """Open the station; it needs a passphrase to be left with."""
        self.stations.open()

    def _show_settings(self) -> None:
        self.show_room("settings")

    def _undo(self, room: str) -> None:
        if room == "plan":
            self.planning.presenter.undo()
        elif room == "review":
            self.review.presenter.undo()
        elif room == "scenario" and self.dashboards is not None:
            self.dashboards.presenter.undo()
        else:
            self.console.presenter.undo()

    def _say_quietly(self, error: WorkshopError) -> None:
        self.window.say_done(words(error), can_undo=False)

    def _say_problem(self, error: WorkshopError) -> None:
        self._prompter.show_problem("That did not work", words(error))

    # --- rooms -----------------------------------------------------------------------------------

    def show_room(self, key: str) -> None:
        """Show a room; the scenario is built when it is first wanted."""
        if self.rehearsals.keeps_out(key):
            return
        if key == "scenario" and self.dashboards is None:
            self._build_scenario()
            # Building is one turn of the event loop, showing another, so neither is felt.
            QTimer.singleShot(0, self._show_scenario)
            return
        if key == "scenario" and self.dashboards is not None:
            self.dashboards.presenter.open()
        if key == "settings":
            self.stations.look()
        if key == "review":
            self.review.presenter.refresh(self.planning.presenter.cohort_id)
        self.window.show_room(key)

    def _build_scenario(self) -> DashboardRoom:
        from workshop_studio.ui.dashboards.room import DashboardRoom  # noqa: PLC0415

        self.dashboards = DashboardRoom(self.theme, self.studio, self.lane)
        self.dashboards.plan_wanted.connect(self._show_plan)
        self.window.add_room("scenario", self.dashboards.page)
        return self.dashboards

    def _show_scenario(self) -> None:
        self.show_room("scenario")

    def _show_plan(self) -> None:
        self.window.show_room("plan")

    def _show_run(self, _: str) -> None:
        self.console.presenter.opened()
        self.window.show_room("run")

    def choose_workspace(self) -> None:
        """Ask for another workspace file; this one stays open until that one is."""
        self._prompter.choose_file("Workspace", ("*.sqlite",), self._workspace_chosen)

    def _workspace_chosen(self, path: Path | None) -> None:
        if path is not None:
            self.workspace_chosen.emit(path)

    # --- rosters ---------------------------------------------------------------------------------

    def _make_sample(self) -> None:
        self.lane.submit(
            lambda: self._read_roster(self._sample_roster), self._sample_read, self._say_problem
        )

    def _sample_read(self, table: RosterTable) -> None:
        self.planning.presenter.make_sample(table)
        self.window.show_room("plan")

    def _choose_roster(self) -> None:
        if self.planning.presenter.cohort_id:
            self.planning.choose_for_shown()
        else:
            self.planning.choose_for_new()

    def _leave_roster(self) -> None:
        self.window.show_room("plan" if self.planning.presenter.cohort_id else "welcome")
