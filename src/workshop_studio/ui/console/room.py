"""Wires the console: page, presenter, keys and the picture of the stage."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from workshop_studio.ui.console.advice import AdvicePresenter
from workshop_studio.ui.console.agenda_presenter import AgendaPresenter
from workshop_studio.ui.console.cue_presenter import CuePresenter
from workshop_studio.ui.console.notes_presenter import NotesPresenter
from workshop_studio.ui.console.page import ConsolePage
from workshop_studio.ui.console.presenter import ConsolePresenter
from workshop_studio.ui.console.stage_picture import StagePicture
from workshop_studio.ui.console.stage_wiring import StageWiring
from workshop_studio.ui.console.standing_presenter import StandingPresenter
from workshop_studio.ui.console.watch_presenter import WatchPresenter
from workshop_studio.ui.kit.keys import bind_keys, press_focused

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from workshop_studio.domain.live import StageSnapshot
    from workshop_studio.ports.lane import Lane
    from workshop_studio.services.studio import Studio
    from workshop_studio.ui.theme.theme import Theme


class ConsoleRoom(QObject):
    """One console. stage_grab: returns a picture of the real stage."""

    plan_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        studio: Studio,
        lane: Lane,
        show_stage: Callable[[StageSnapshot], None],
    ) -> None:
        super().__init__()
        self.page = ConsolePage(theme)
        self.presenter = ConsolePresenter(studio, lane, self.page, show_stage)
        desk, page = self.presenter.desk, self.page
        self.notes = NotesPresenter(desk, lane, page, studio.notes, studio.clock)
        self.agenda = AgendaPresenter(desk)
        self.standing = StandingPresenter(desk, page)
        self.watch = WatchPresenter(desk, lane, self.standing)
        self.cues = CuePresenter(desk, lane, page)
        self.advice = AdvicePresenter(desk, page)
        followers = (self.notes, self.agenda, self.standing, self.watch, self.cues, self.advice)
        self.presenter.followers += [one.show_reading for one in followers]
        self._keys: dict[int, Callable[[], None]] = {}
        self._wire()
        self._wire_plan()
        self.wiring = StageWiring(theme, page, desk, lane)
        self._bind_keys()

    def _wire(self) -> None:
        page, presenter = self.page, self.presenter
        page.running.primary_pressed.connect(presenter.press_primary)
        page.running.pause_pressed.connect(presenter.press_pause)
        page.running.back_chosen.connect(self._go_back)
        page.running.undo_pressed.connect(presenter.undo)
        page.running.end_held.connect(presenter.end)
        page.running.extend_pressed.connect(presenter.extend)
        page.note_edited.connect(self.notes.write)
        page.plan_wanted.connect(self.plan_wanted)
        page.wall.black_pressed.connect(presenter.toggle_black)
        page.wall.freeze_pressed.connect(presenter.toggle_freeze)
        page.recovery.answered.connect(presenter.answer)
        page.ended.undo_pressed.connect(presenter.undo)
        page.standing.answered.connect(self.standing.answer)
        page.standing.minutes_stepped.connect(self.standing.change_minutes)
        page.advice.taken.connect(self.advice.take)
        page.advice.looked_at.connect(self.advice.look_at)
        page.advice.left.connect(self.advice.look_away)

    def _wire_plan(self) -> None:
        plan, presenter = self.page.plan, self.agenda
        plan.chosen.connect(presenter.choose)
        plan.end_wanted.connect(self.standing.ask_end)
        plan.list.stepped.connect(presenter.move)
        plan.list.dropped.connect(presenter.put_before)
        plan.list.given.connect(presenter.give)
        plan.minutes.length_typed.connect(presenter.set_minutes)
        plan.minutes.pushed.connect(self._push)
        plan.adding.added.connect(presenter.add)
        self.page.running.reasons.given.connect(presenter.give_reason)

    def _push(self, block_id: str, minutes: str, is_rest: bool) -> None:  # noqa: FBT001 - a signal
        self.agenda.push(block_id, minutes, is_rest=is_rest)

    def _go_back(self, is_restart: bool) -> None:  # noqa: FBT001 - the shape of a signal
        self.presenter.go_back(is_restart=is_restart)

    def look(self) -> None:
        """Look again at everything: clocks, run, and what is due."""
        self.watch.pulse()
        self.presenter.refresh()
        self.cues.pulse()

    def heard(self, event: object) -> None:
        """Hear what happened elsewhere."""
        self.watch.heard(event)

    def doers(self) -> dict[str, Callable[[], object]]:
        """Return what can be done here by name."""
        console = self.presenter
        return {
            "run-primary": console.press_primary,
            "run-pause": console.press_pause,
            "run-back": console.press_back,
            "run-more-1": partial(console.extend, 1),
            "run-more-5": partial(console.extend, 5),
            "run-less-1": partial(console.extend, -1),
            "run-undo": console.undo,
            "run-black": console.toggle_black,
            "run-freeze": console.toggle_freeze,
            "run-end": self.standing.ask_end,
            "run-message": self.page.focus_message,
            "run-advice": self.advice.take,
            "run-ways": self.advice.show_ways,
            **self.wiring.doers(),
        }

    def _bind_keys(self) -> None:
        keys = Qt.Key
        acts = {
            keys.Key_N: self.presenter.press_primary,
            keys.Key_PageDown: self.presenter.press_primary,
            keys.Key_Right: self.presenter.press_primary,
            keys.Key_PageUp: self.presenter.press_back,
            keys.Key_Left: self.presenter.press_back,
            keys.Key_Space: self._press_space,
            keys.Key_B: self.presenter.toggle_black,
            keys.Key_Period: self.presenter.toggle_black,
            keys.Key_F: self.presenter.toggle_freeze,
            keys.Key_M: self.page.focus_message,
            keys.Key_R: self.advice.take,
            **self.wiring.keys(),
        }
        self._keys = {key.value: act for key, act in acts.items()}
        bind_keys(self.page, acts, self.presenter.undo)

    def _press_space(self) -> None:
        if not press_focused(self.page):
            self.presenter.press_pause()

    def press(self, key: int) -> None:
        """Do what a key does that came to the stage window."""
        act = self._keys.get(key)
        if act is not None:
            act()

    def follow_stage(self, stage: QWidget, changed: object, ticked: object) -> None:
        """Show a picture of the stage: at once after it changed, seldom while its digits move."""
        # It goes with the page: a picture that is due must not outlive what it is shown on.
        picture = StagePicture(stage, self.page.wall.thumbnail, self.page)
        changed.connect(picture.soon)  # type: ignore[attr-defined]
        ticked.connect(picture.later)  # type: ignore[attr-defined]
        picture.soon()
