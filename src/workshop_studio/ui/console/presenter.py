"""What the console asks for and what it is told about the run itself; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.run import RunPhase
from workshop_studio.domain.run_log import Act
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

DONE_WORDS = {
    Act.START: "Session started",
    Act.PAUSE: "Paused",
    Act.RESUME: "Going on",
    Act.NEXT: "Next block started",
    Act.EXTEND: "Minutes changed",
    Act.END: "Session ended",
    Act.BLACK: "Stage changed",
    Act.FREEZE: "Stage changed",
}
START_AGAIN = "Start its clock again"


class ConsoleView(Protocol):
    """What the page can be told."""

    def show_reading(self, reading: ConsoleReading) -> None: ...  # noqa: D102
    def show_nothing(self) -> None: ...  # noqa: D102
    def show_question(self, question: RecoveryQuestion | None) -> None: ...  # noqa: D102
    def show_scenario_ready(self, *, is_ready: bool) -> None: ...  # noqa: D102
    def show_run(self, session: PlannedSession | None, log: tuple[LogEntry, ...]) -> None: ...  # noqa: D102
    def say_problem(self, text: str) -> None: ...  # noqa: D102
    def say_done(self, text: str, *, can_undo: bool) -> None: ...  # noqa: D102
    def say_offer(self, text: str, also: str) -> None: ...  # noqa: D102


class ConsolePresenter:
    """Acts go over the lane and are on disk before the screen shows them; readings are free.

    followers: told of every new reading after the page, None when no session is held.
    """

    def __init__(
        self,
        studio: Studio,
        lane: Lane,
        view: ConsoleView,
        show_stage: Callable[[StageSnapshot], None],
    ) -> None:
        self.desk = Desk(studio.live, lane, view, self.refresh)
        self.followers: list[Callable[[ConsoleReading | None], None]] = []
        self._asked: RecoveryQuestion | None = None
        self._lane = lane
        self._view = view
        self._show_stage = show_stage
        self._shown: ConsoleReading | None = None

    @property
    def _live(self) -> LiveSession:
        return self.desk.live

    def refresh(self) -> None:
        """Look again: both screens show one moment, in the same turn of the event loop."""
        at = self._live.now()
        self._show_stage(self._live.stage(at))
        self._ask_again()
        reading = self._live.console(at)
        if reading == self._shown:
            return
        self._shown = reading
        if reading is None:
            self._view.show_nothing()
        else:
            self._view.show_reading(reading)
            self._view.show_scenario_ready(is_ready=self._live.has_scenario)
            is_over = reading.phase is RunPhase.ENDED
            self._view.show_run(self._live.session if is_over else None, self._live.log)
        for follower in self.followers:
            follower(reading)

    def _ask_again(self) -> None:
        """While the question after a crash is open, keep its times true."""
        if self._asked is not None:
            question = self._live.question()
            if question is not None and question != self._asked:
                self._asked = question
                self._view.show_question(question)

    def opened(self) -> None:
        """A session was opened: show it, and the question after a crash when there is one."""
        self._shown = None
        self._asked = self._live.question()
        self._view.show_question(self._asked)
        self.refresh()

    def drive(self, live: LiveSession) -> None:
        """Drive another run from now on: a rehearsal's, or the real one again."""
        self.desk.live = live
        # Looked at first, so that a page without a session is told so too.
        self.refresh()
        self.opened()

    def beat(self) -> None:
        """Note on disk that the app is alive while a session runs; write what was refused."""
        reading = self._shown
        is_on = reading is not None and reading.phase in {RunPhase.RUNNING, RunPhase.PAUSED}
        if (is_on or self._live.unwritten) and self._live.question() is None:
            self._lane.submit(self._live.beat, None, self._beat_failed)

    def _beat_failed(self, error: WorkshopError) -> None:
        # With acts waiting for the disk this is told already, as long as it lasts.
        if not self._live.unwritten:
            self._failed(error)

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
            self._act(_go_on, Act.NEXT)

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
        """Return to the block before, its used time kept; the toast offers its full time."""
        self.go_back(is_restart=False)

    def go_back(self, *, is_restart: bool) -> None:
        """Return to the block before, with the time that was left or with its full time."""
        # Looked at now: what is shown may be one act behind a slow disk.
        reading = self._live.console()
        if reading is None:
            return
        offer = reading.asks.back
        if offer is None:
            self._failed(RuleBroken("first-block"))
            return
        how = "from its full time" if is_restart else f"{offer.left} left"
        self.desk.do(
            lambda live, at: live.back(at, is_restart=is_restart),
            f"Back in {offer.title}, {how}",
            also="" if is_restart else START_AGAIN,
        )

    def restart(self) -> None:
        """Give the running block its full time again."""
        reading = self._shown
        if reading is not None:
            said = f"{reading.block.title} has its full time again"
            self.desk.do(lambda live, at: live.restart(at), said)

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

    def answer(self, answer: Recovery) -> None:
        """Answer the question after a crash."""
        self._lane.submit(lambda: self._live.recover(answer), self._answered, self._failed)

    def _act(self, work: Callable[[LiveSession, Moment], None], act: Act) -> None:
        self.desk.do(work, DONE_WORDS[act])

    def _answered(self, _: object) -> None:
        self._asked = self._shown = None
        self._view.show_question(None)
        self.refresh()

    def _failed(self, error: WorkshopError) -> None:
        self.desk.failed(error)


def _go_on(live: LiveSession, at: Moment) -> None:
    """Begin the next block; asked again on the lane, for an act before may have made it the last.

    Raises RuleBroken("last-block").
    """
    reading = live.console()
    if reading is not None and reading.is_last:
        raise RuleBroken("last-block")
    live.next(at)
