"""Keeps what stands above the cards: asked once for each fact, on this screen only; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from workshop_studio.domain.console_asks import ReminderKind
from workshop_studio.domain.projection import BlockState
from workshop_studio.domain.run import RunPhase
from workshop_studio.ui.console import standing_asks as does

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_studio.domain.console import ConsoleReading
    from workshop_studio.domain.plan_change import PlanChange
    from workshop_studio.ui.console.desk import Desk
    from workshop_studio.ui.console.standing_asks import Ask


class StandingView(Protocol):
    """What the page can be told."""

    def show_asks(self, asks: tuple[Ask, ...]) -> None: ...  # noqa: D102


class StandingPresenter:
    """Gathers what has to be asked or said, and does what was answered."""

    def __init__(self, desk: Desk, view: StandingView) -> None:
        self._desk, self._view = desk, view
        self._reading: ConsoleReading | None = None
        self._run_of = ""
        self._forget()

    def _forget(self) -> None:
        self._left: set[str] = set()
        self._minutes: dict[str, int] = {}
        self._notices: tuple[Ask, ...] = ()
        # Title, minutes in the plan and minutes here, by block.
        self._news: dict[str, tuple[str, int, int]] = {}
        self._left_news: set[tuple[str, int]] = set()
        self._refused = ""
        self._zone_note: str | None = None
        self._shown: tuple[Ask, ...] | None = None

    def show_reading(self, reading: ConsoleReading | None) -> None:
        """Follow the run; another session knows nothing of what was answered for this one."""
        live = self._desk.live
        run_of = "" if live.session is None else f"{live.session.id} {live.is_rehearsal}"
        if run_of != self._run_of:
            self._run_of = run_of
            self._forget()
        self._reading = reading
        if reading is not None and reading.phase is RunPhase.READY:
            # A start that was taken back is another start, and may be late again.
            self._left.discard(does.LATE)
        if reading is not None:
            self._follow_zone(reading.asks.zone_note)
        self.look()

    def look(self) -> None:
        """Show what stands now."""
        asks = self._asks()
        if asks != self._shown:
            self._shown = asks
            self._view.show_asks(asks)

    # --- what was heard --------------------------------------------------------------------------

    def heard_refusal(self, code: str) -> None:
        """Remember why the disk refused an act."""
        self._refused = code
        self.look()

    def heard_step(self, seconds: float) -> None:
        """Say that the computer's clock was set."""
        self._notices += (does.stepped_ask(len(self._left) + len(self._notices), seconds),)
        self.look()

    def heard_news(self, changes: tuple[PlanChange, ...]) -> None:
        """Ask about a plan that was edited while the session runs; once for each number."""
        rows = {row.block_id: row for row in self._reading.rows} if self._reading else {}
        self._news = {}
        for one in changes:
            row = rows.get(one.block_id)
            if row is not None:
                there = row.minutes + round(one.seconds / 60)
                if (one.block_id, there) not in self._left_news:
                    self._news[one.block_id] = (row.title, there, row.minutes)
        self.look()

    def ask_end(self) -> None:
        """Ask whether to end the session before its last block."""
        reading = self._reading
        if reading is not None and reading.phase in {RunPhase.RUNNING, RunPhase.PAUSED}:
            self._notices = (*(n for n in self._notices if n.key != "end"), does.end_ask(reading))
            self.look()

    def _follow_zone(self, note: str) -> None:
        if self._zone_note is not None and note and note != self._zone_note:
            self._notices += (does.zone_ask(note),)
        self._zone_note = note

    # --- what was answered -----------------------------------------------------------------------

    def change_minutes(self, key: str, step: int) -> None:
        """Say that it was longer or shorter ago."""
        ask = self._ask(key)
        if ask is not None and ask.minutes + step >= 1:
            self._minutes[key] = self._minutes.get(key, 0) + step
            self.look()

    def answer(self, key: str, what: str) -> None:
        """Do what was answered; what is left alone is not asked again."""
        ask = self._ask(key)
        if ask is None:
            return
        if what == does.LEAVE:
            self._leave(key)
        elif what == does.TAKE:
            self._take_news()
        elif what == does.AGO:
            self._began_ago(ask.minutes)
        elif what in {does.FIRE, does.LATER, does.DROP}:
            self._decide_prompt(key, what)
        else:
            work, said = _ACTS[what]
            self._notices = tuple(n for n in self._notices if n.key != key)
            self._desk.do(work, said)
        self.look()

    def _leave(self, key: str) -> None:
        if key == "news":
            self._left_news |= {(block, there) for block, (_, there, _) in self._news.items()}
            self._news = {}
        elif any(n.key == key for n in self._notices):
            self._notices = tuple(n for n in self._notices if n.key != key)
        else:
            self._left.add(key)

    def _take_news(self) -> None:
        wanted = set(self._news)
        self._news = {}
        # Read again: what was given by hand since then must not be given twice.
        self._desk.do(
            lambda live, at: live.plan.apply(
                tuple(one for one in live.plan.news() if one.block_id in wanted), at
            ),
            "The changed plan is used here",
        )

    def _began_ago(self, minutes: int) -> None:
        reading = self._reading
        reminder = reading.asks.reminder if reading is not None else None
        if reminder is None:
            return
        seconds = minutes * 60.0
        if reminder.kind is ReminderKind.START:
            said = f"Session started {minutes} min ago"
            self._desk.do(lambda live, at: live.started_ago(seconds, at), said)
        else:
            said = f"Next block started {minutes} min ago"
            self._desk.do(lambda live, at: live.next(at, ago_s=seconds), said)

    def _decide_prompt(self, key: str, what: str) -> None:
        _, block_id, prompt_id = key.split(" ", 2)
        if what == does.FIRE:
            self._desk.do(lambda live, at: live.cues.fire(block_id, prompt_id, at), "Prompt shown")
        elif what == does.DROP:
            said = "Prompt skipped"
            self._desk.do(lambda live, at: live.cues.skip(block_id, prompt_id, at), said)
        else:
            later_s = does.LATER_MINUTES * 60.0
            self._desk.do(
                lambda live, at: live.cues.put_off(block_id, prompt_id, later_s, at),
                f"Prompt put off by {does.LATER_MINUTES} min",
            )

    # --- what stands -----------------------------------------------------------------------------

    def _asks(self) -> tuple[Ask, ...]:
        reading = self._reading
        found = []
        if self._desk.live.unwritten:
            found.append(does.unwritten_ask(self._desk.live.unwritten, self._refused))
        if reading is None or self._desk.live.question() is not None:
            # One question at a time: first whether the room kept going.
            return tuple(found)
        if reading.phase is RunPhase.ENDED:
            return tuple(found)
        asked = does.reading_asks(reading, self._minutes)
        found += [one for one in self._notices if one.key == "end"]
        found += [one for one in asked if one.key not in self._left]
        found += [one for one in self._notices if one.key != "end"]
        news = self._open_news(reading)
        if news:
            found.append(does.news_ask("news", news))
        # A late start does not run away: it comes after all that does.
        return tuple(sorted(found, key=lambda one: one.key == does.LATE))

    def _open_news(self, reading: ConsoleReading) -> dict[str, tuple[str, int, int]]:
        is_open = {
            row.block_id
            for row in reading.rows
            if row.state in {BlockState.WAITING, BlockState.RUNNING}
        }
        return {block: facts for block, facts in self._news.items() if block in is_open}

    def _ask(self, key: str) -> Ask | None:
        return next((ask for ask in self._shown or () if ask.key == key), None)


_ACTS: dict[str, tuple[Callable[..., object], str]] = {
    does.NOW: (lambda live, at: live.start(at), "Session started"),
    does.SHIFT: (lambda live, at: live.plan.accept_late_start(at), "The whole plan is shifted"),
    does.COUNTED: (lambda live, at: live.answer_gap(is_counted=True, at=at), "The minutes count"),
    does.NOT_COUNTED: (
        lambda live, at: live.answer_gap(is_counted=False, at=at),
        "The minutes are not counted",
    ),
    does.END: (lambda live, at: live.end(at), "Session ended"),
}
