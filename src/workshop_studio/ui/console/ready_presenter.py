"""Checks the room and keeps the ticks; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from workshop_studio.domain.readiness import check_lines, summary
from workshop_studio.domain.ready_sheet import BY_HAND
from workshop_studio.domain.room_facts import ComputerFacts
from workshop_studio.domain.ticks import HEARD
from workshop_studio.ui.wording import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_studio.domain.errors import WorkshopError
    from workshop_studio.domain.prints import Paper, PrintedPdf
    from workshop_studio.domain.readiness import CheckLine, Look
    from workshop_studio.domain.room_facts import Awake, Disk, Power, Projector, SessionFacts
    from workshop_studio.domain.sounds import SoundState
    from workshop_studio.ports.lane import Lane
    from workshop_studio.services.studio import Studio


@dataclass(frozen=True, slots=True)
class TickRow:
    """A box to tick. note: when it was ticked, or the block that needs the thing."""

    id: str
    text: str
    is_on: bool
    note: str


class ReadyView(Protocol):
    """What the page can be told."""

    def show_nothing(self) -> None: ...  # noqa: D102
    def show_session(self, title: str, start: str) -> None: ...  # noqa: D102
    def show_lines(self, lines: tuple[CheckLine, ...]) -> None: ...  # noqa: D102
    def show_summary(self, look: Look, text: str) -> None: ...  # noqa: D102
    def show_ticks(self, by_hand: tuple[TickRow, ...], things: tuple[TickRow, ...]) -> None: ...  # noqa: D102
    def show_progress(self, done: int, total: int) -> None: ...  # noqa: D102
    def say_checked(self, time_of_day: str) -> None: ...  # noqa: D102
    def say_problem(self, text: str) -> None: ...  # noqa: D102


class BriefView(Protocol):
    """The short card on the console."""

    def show_lines(self, lines: tuple[CheckLine, ...]) -> None: ...  # noqa: D102
    def show_summary(self, look: Look, text: str) -> None: ...  # noqa: D102


class ReadyPresenter:
    """Asks the database over the lane and the computer over a worker, each answer by itself.

    look_at_projector: where the stage is at this moment, free of cost. ask_awake: asks whether the
    computer can be kept awake; the answer comes through `awake_found`.
    """

    def __init__(
        self,
        studio: Studio,
        lane: Lane,
        worker: Lane,
        view: ReadyView,
        brief: BriefView,
        look_at_projector: Callable[[], Projector],
        ask_awake: Callable[[], None],
    ) -> None:
        self._studio, self._lane, self._worker = studio, lane, worker
        self._view, self._brief = view, brief
        self._look_at_projector, self._ask_awake = look_at_projector, ask_awake
        self._session_id = ""
        self._facts = ComputerFacts(studio.clock.now().utc, studio.clock.zone())
        self._session: SessionFacts | None = None
        self._lines: tuple[CheckLine, ...] = ()
        self._answers = self._asked = 0
        self._is_wanted_again = False
        self._checked_at = ""

    @property
    def session_id(self) -> str:
        """Return the session whose room is checked, "" for none."""
        return self._session_id

    @property
    def is_checking(self) -> bool:
        """Return whether an answer is still missing."""
        return self._answers < self._asked

    def open(self) -> None:
        """Turn to the session that is open in Run and check its room."""
        session = self._studio.live.session
        if session is None:
            self._session_id, self._session, self._lines = "", None, ()
            self._view.show_nothing()
            return
        if session.id != self._session_id:
            self._session_id, self._session = session.id, None
            self._is_wanted_again = self.is_checking
        self.check()

    def check(self) -> None:
        """Ask everything again; what was found before stays until the answer is there."""
        if self.is_checking or not self._session_id:
            return
        self._look_again()
        has_sounds = self._studio.sounds.settings.is_on
        self._answers, self._asked = 0, 4 if has_sounds else 3
        self._view.say_problem("")
        self._view.show_progress(0, self._asked)
        self._ask_awake()
        wanted, readiness = self._session_id, self._studio.readiness

        def needs() -> SessionFacts:
            return readiness.session_facts(wanted)

        self._lane.submit(needs, self._session_read, self._session_failed)
        self._worker.submit(readiness.power, self._power_read)
        self._worker.submit(readiness.disk, self._disk_read)
        if has_sounds:
            self._worker.submit(self._studio.sounds.look, self._sound_read)

    def tick(self, tick_id: str, is_on: bool) -> None:  # noqa: FBT001 - the shape of a signal
        """Keep a tick, or take it away."""
        wanted, readiness = self._session_id, self._studio.readiness
        if wanted:
            self._lane.submit(
                lambda: readiness.tick(wanted, tick_id, is_on=is_on), self._ticked, self._failed
            )

    def screens_changed(self) -> None:
        """Look at the screens again: something was plugged."""
        self._look_again()
        self._show()

    def awake_found(self, awake: Awake) -> None:
        """Take whether the computer can be kept awake."""
        self._facts = replace(self._facts, awake=awake)
        self._show()

    def sound_found(self, state: SoundState | None) -> None:
        """Take what was found out about the sounds, None when only the choice changed."""
        if state is not None:
            self._facts = replace(self._facts, sound=state)
        self._show()

    def printable(self) -> Callable[[Paper], PrintedPdf] | None:
        """Return what makes the page of what is shown now, None before anything is."""
        session, lines, at = self._session, self._lines, self._checked_at
        if session is None or not lines:
            return None
        return lambda paper: self._studio.readiness.printed(session, lines, at, paper)

    @property
    def title(self) -> str:
        """Return the session's title."""
        return self._session.title if self._session else ""

    # --- answers ---------------------------------------------------------------------------------

    def _look_again(self) -> None:
        clock = self._studio.clock
        self._facts = replace(
            self._facts,
            now_utc=clock.now().utc,
            zone=clock.zone(),
            projector=self._look_at_projector(),
        )

    def _session_read(self, session: SessionFacts) -> None:
        self._take(session)
        self._answered()

    def _session_failed(self, error: WorkshopError) -> None:
        self._failed(error)
        self._answered()

    def _ticked(self, session: SessionFacts) -> None:
        self._take(session)
        self._show()

    def _take(self, session: SessionFacts) -> None:
        # Another session may have been opened while the disk was busy with this one.
        if session.id == self._session_id:
            self._session = session

    def _power_read(self, power: Power) -> None:
        self._facts = replace(self._facts, power=power)
        self._answered()

    def _disk_read(self, disk: Disk) -> None:
        self._facts = replace(self._facts, disk=disk)
        self._answered()

    def _sound_read(self, state: SoundState) -> None:
        if self._studio.sounds.settings.is_on:
            self._facts = replace(self._facts, sound=state)
        self._answered()

    def _answered(self) -> None:
        self._answers += 1
        self._view.show_progress(self._answers, self._asked)
        if not self.is_checking and self._session is not None:
            self._checked_at = self._session.clock_of(self._facts.now_utc)
            self._view.say_checked(self._checked_at)
        self._show()
        if not self.is_checking and self._is_wanted_again:
            self._is_wanted_again = False
            self.check()

    def _failed(self, error: WorkshopError) -> None:
        self._show()
        self._view.say_problem(words(error))

    def _show(self) -> None:
        session = self._session
        if session is None:
            return
        self._lines = check_lines(self._facts, session, self._studio.sounds.settings)
        look, text = summary(self._lines)
        self._view.show_session(session.title, session.clock_of(session.start_utc))
        for view in (self._view, self._brief):
            view.show_lines(self._lines)
            view.show_summary(look, text)
        self._view.show_ticks(self._by_hand(session), self._things(session))

    def _by_hand(self, session: SessionFacts) -> tuple[TickRow, ...]:
        is_on = self._studio.sounds.settings.is_on
        return tuple(
            self._row(session, id_, text, "")
            for id_, text in BY_HAND
            # Nobody can hear what is not played.
            if id_ != HEARD or is_on
        )

    def _things(self, session: SessionFacts) -> tuple[TickRow, ...]:
        return tuple(self._row(session, one.id, one.text, one.block) for one in session.things)

    def _row(self, session: SessionFacts, tick_id: str, text: str, note: str) -> TickRow:
        ticked = session.tick(tick_id)
        if ticked is None:
            return TickRow(tick_id, text, is_on=False, note=note)
        return TickRow(tick_id, text, is_on=True, note=f"ticked {session.clock_of(ticked.at)}")
