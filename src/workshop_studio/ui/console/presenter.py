"""What the console asks for and what it is told; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.run import RunPhase, StageView
from workshop_studio.domain.run_log import Act
from workshop_studio.domain.staging import wall_clock
from workshop_studio.ui.console.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_studio.domain.console import ConsoleReading
    from workshop_studio.domain.errors import WorkshopError
    from workshop_studio.domain.live import StageSnapshot
    from workshop_studio.domain.moment import Moment
    from workshop_studio.domain.run_log import LogEntry
    from workshop_studio.domain.session import PlannedSession
    from workshop_studio.ports.lane import Lane
    from workshop_studio.services.live_session import LiveSession, Recovery, RecoveryQuestion
    from workshop_studio.services.studio import Studio

MESSAGE_S = 30.0
DONE_WORDS = {
    Act.START: "Session started",
    Act.PAUSE: "Paused",
    Act.RESUME: "Going on",
    Act.NEXT: "Next block started",
    Act.BACK: "Back to the block before",
    Act.EXTEND: "Minutes changed",
    Act.END: "Session ended",
    Act.BLACK: "Stage changed",
    Act.FREEZE: "Stage changed",
    Act.SHOW: "Stage changed",
    Act.MESSAGE: "Message sent",
}


class ConsoleView(Protocol):
    """What the page can be told."""

    def show_reading(self, reading: ConsoleReading) -> None: ...  # noqa: D102
    def show_nothing(self) -> None: ...  # noqa: D102
    def show_question(self, question: RecoveryQuestion | None) -> None: ...  # noqa: D102
    def show_own_note(self, block_id: str, text: str) -> None: ...  # noqa: D102
    def show_scenario_ready(self, *, is_ready: bool) -> None: ...  # noqa: D102
    def show_run(self, session: PlannedSession | None, log: tuple[LogEntry, ...]) -> None: ...  # noqa: D102
    def say_note_saved(self, time_of_day: str) -> None: ...  # noqa: D102
    def say_note_failed(self) -> None: ...  # noqa: D102
    def say_problem(self, text: str) -> None: ...  # noqa: D102
    def say_done(self, text: str, *, can_undo: bool) -> None: ...  # noqa: D102


class ConsolePresenter:
    """Acts go over the lane and are on disk before the screen shows them; readings are free."""

    def __init__(
        self,
        studio: Studio,
        lane: Lane,
        view: ConsoleView,
        show_stage: Callable[[StageSnapshot], None],
    ) -> None:
        self.desk = Desk(studio.live, lane, view, self.refresh)
        self._notes_of = studio.notes
        self._clock = studio.clock
        self._notes: dict[str, str] = {}
        self._noted_block = ""
        self._noted_session = ""
        self._asked: RecoveryQuestion | None = None
        self._lane = lane
        self._view = view
        self._show_stage = show_stage
        self._shown: ConsoleReading | None = None
        self._is_cue_asked = False
        self._also: list[Callable[[], None]] = []

    @property
    def _live(self) -> LiveSession:
        return self.desk.live

    def also_look(self, look: Callable[[], None]) -> None:
        """Let another part of the console look whenever this one has."""
        self._also.append(look)

    def refresh(self) -> None:
        """Look again: both screens show one moment, in the same turn of the event loop."""
        at = self._live.now()
        self._show_stage(self._live.stage(at))
        self._ask_again()
        reading = self._live.console(at)
        if reading is None:
            if self._shown is not None:
                self._shown = None
                self._view.show_nothing()
            return
        if reading != self._shown:
            self._shown = reading
            self._view.show_reading(reading)
            self._view.show_scenario_ready(is_ready=self._live.has_scenario)
            self._show_note(reading.block.id)
            is_over = reading.phase is RunPhase.ENDED
            self._view.show_run(self._live.session if is_over else None, self._live.log)
        for look in self._also:
            look()
        self._ask_for_cue()

    def _ask_again(self) -> None:
        """While the question after a crash is open, keep its times true."""
        if self._asked is not None:
            question = self._live.question()
            if question is not None and round(question.gap_s) != round(self._asked.gap_s):
                self._asked = question
                self._view.show_question(question)

    def opened(self) -> None:
        """A session was opened: show it, and the question after a crash when there is one."""
        self._shown = None
        self._asked = self._live.question()
        self._view.show_question(self._asked)
        self.refresh()
        session = self._live.session
        if session is not None and session.id != self._noted_session:
            self._noted_session = session.id
            self._lane.submit(
                lambda: self._notes_of.of_session(session.id), self._notes_read, self._failed
            )

    def beat(self) -> None:
        """Note on disk that the app is alive, while a session runs."""
        reading = self._shown
        is_on = reading is not None and reading.phase in {RunPhase.RUNNING, RunPhase.PAUSED}
        if is_on and self._live.question() is None:
            self._lane.submit(self._live.beat, None, self._failed)

    def press_primary(self) -> None:
        """Start, or end the block and start the next."""
        reading = self._shown
        if reading is None:
            return
        if reading.phase is RunPhase.READY:
            self._act(lambda live, at: live.start(at), Act.START)
        elif reading.is_last and reading.phase is not RunPhase.ENDED:
            # Ending is held, never pressed: a clicker must not send forty people home.
            self._failed(RuleBroken("last-block"))
        elif reading.phase is not RunPhase.ENDED:
            self._act(lambda live, at: live.next(at), Act.NEXT)

    def press_pause(self) -> None:
        """Pause, or go on after a pause."""
        reading = self._shown
        if reading is None:
            return
        if reading.phase is RunPhase.PAUSED:
            self._act(lambda live, at: live.resume(at), Act.RESUME)
        elif reading.phase is RunPhase.RUNNING:
            self._act(lambda live, at: live.pause(at), Act.PAUSE)

    def press_back(self) -> None:
        """Return to the block before."""
        self._act(lambda live, at: live.back(at), Act.BACK)

    def extend(self, minutes: int) -> None:
        """Give the running block minutes more, or fewer."""
        self._act(lambda live, at: live.extend(minutes * 60.0, at=at), Act.EXTEND)

    def end(self) -> None:
        """End the session."""
        self._act(lambda live, at: live.end(at), Act.END)

    def undo(self) -> None:
        """Take back the newest act."""
        self.desk.do(lambda live, at: live.undo(at), "Taken back", can_undo=False)

    def toggle_black(self) -> None:
        """Make the stage black, or bring it back."""
        reading = self._shown
        if reading is not None:
            is_on = not reading.is_black
            self._act(lambda live, at: live.black(is_on=is_on, at=at), Act.BLACK)

    def toggle_freeze(self) -> None:
        """Hold the picture on the stage, or let it follow again."""
        reading = self._shown
        if reading is not None:
            is_on = not reading.is_frozen
            self._act(lambda live, at: live.freeze(is_on=is_on, at=at), Act.FREEZE)

    def show(self, view: StageView) -> None:
        """Choose what the stage shows."""
        self._act(lambda live, at: live.show(view, at), Act.SHOW)

    def send_message(self, text: str) -> None:
        """Show a message to the room for 30 s."""
        if text.strip():
            self._act(lambda live, at: live.message(text, MESSAGE_S, at), Act.MESSAGE)

    def write_note(self, block_id: str, text: str) -> None:
        """Keep the facilitator's own note on a block."""
        session = self._live.session
        if session is None or self._notes.get(block_id, "") == text:
            return
        self._notes[block_id] = text
        self._lane.submit(
            lambda: self._notes_of.write(session.id, block_id, text),
            self._note_kept,
            self._note_failed,
        )

    def _show_note(self, block_id: str) -> None:
        if block_id != self._noted_block:
            self._noted_block = block_id
            self._view.show_own_note(block_id, self._notes.get(block_id, ""))

    def _notes_read(self, notes: dict[str, str]) -> None:
        self._notes = dict(notes)
        self._noted_block = ""
        if self._shown is not None:
            self._show_note(self._shown.block.id)

    def _note_kept(self, _: object) -> None:
        session = self._live.session
        if session is not None:
            self._view.say_note_saved(wall_clock(self._clock.now().utc, session.zone))

    def _note_failed(self, error: WorkshopError) -> None:
        self._view.say_note_failed()
        self._failed(error)

    def answer(self, answer: Recovery) -> None:
        """Answer the question after a crash."""
        self._lane.submit(lambda: self._live.recover(answer), self._answered, self._failed)

    def _act(self, work: Callable[[LiveSession, Moment], None], act: Act) -> None:
        self.desk.do(work, DONE_WORDS[act])

    def _answered(self, _: object) -> None:
        self._asked = None
        self._view.show_question(None)
        self.refresh()

    def _failed(self, error: WorkshopError) -> None:
        self.desk.failed(error)

    def _ask_for_cue(self) -> None:
        if self._is_cue_asked or not self._live.cues.is_due:
            return
        self._is_cue_asked = True
        self._lane.submit(self._live.cues.give_due, self._cue_fired, self._cue_failed)

    def _cue_fired(self, _: object) -> None:
        self._is_cue_asked = False
        reading = self._shown
        if reading is not None:
            self._view.say_done(f"Time is up: {reading.block.title}", can_undo=False)

    def _cue_failed(self, error: WorkshopError) -> None:
        self._is_cue_asked = False
        self._failed(error)
