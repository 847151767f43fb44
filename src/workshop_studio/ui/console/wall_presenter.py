"""What the wall is told to show; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.live import ClockStyle
from workshop_studio.domain.run import StageView
from workshop_studio.domain.stage_texts import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workshop_studio.ui.console.desk import Desk

_VIEWS = {
    StageView.HOLDING: "the holding slide",
    StageView.COUNTDOWN: "the countdown",
    StageView.BREAKOUTS: "the clocks of all groups",
    StageView.AGENDA: "now and next",
    StageView.SCENARIO: "the scenario",
}
_STYLES = {
    ClockStyle.DIGITS: "The room sees digits",
    ClockStyle.RING: "The room sees a ring",
    ClockStyle.ABOUT: "The room sees about how long",
    ClockStyle.NONE: "The room sees no clock",
}


class WallView(Protocol):
    """Where a word or a sentence is asked for."""

    def ask_word(self, words: Sequence[str]) -> None: ...  # noqa: D102
    def ask_prompt(self, texts: Sequence[str]) -> None: ...  # noqa: D102


class WallPresenter:
    """Chooses the slide; asks for the word or the sentence of one that needs it."""

    def __init__(self, desk: Desk, view: WallView) -> None:
        self._desk, self._view = desk, view

    def show(self, view: StageView) -> None:
        """Show a slide, or ask what stands on it."""
        reading = self._desk.live.console()
        if reading is None:
            self._desk.failed(RuleBroken("no-session-open"))
        elif view is StageView.PROMPT:
            self._view.ask_prompt(sentences(reading.block))
        elif view is StageView.WORD:
            if reading.words:
                self._view.ask_word(reading.words)
            else:
                self._desk.failed(RuleBroken("no-words"))
        else:
            self._desk.do(lambda live, at: live.show(view, at), f"The stage shows {_VIEWS[view]}")

    def show_word(self, term: str) -> None:
        """Explain a word on the stage."""
        self._desk.do(
            lambda live, at: live.show(StageView.WORD, at, item=term),
            f"The stage explains “{term}”",
        )

    def show_prompt(self, text: str) -> None:
        """Put a sentence large on the stage."""
        words = text.strip()
        if words:
            self._desk.do(
                lambda live, at: live.show(StageView.PROMPT, at, item=words),
                "The stage shows your sentence",
            )

    def style(self, style: ClockStyle) -> None:
        """Choose how the room sees the time left; the console keeps the exact clock."""
        self._desk.do(lambda live, at: live.style(style, at), _STYLES[style])

    def hold(self) -> None:
        """Change between the holding slide and what the block shows."""
        reading = self._desk.live.console()
        if reading is None:
            return
        own = StageView.BREAKOUTS if reading.tracks else StageView.COUNTDOWN
        is_own = reading.view in {StageView.COUNTDOWN, StageView.BREAKOUTS}
        self.show(StageView.HOLDING if is_own else own)

    def countdown(self) -> None:
        """Show the countdown."""
        self.show(StageView.COUNTDOWN)

    def breakouts(self) -> None:
        """Show the clocks of all groups."""
        self.show(StageView.BREAKOUTS)

    def agenda(self) -> None:
        """Show now and next."""
        self.show(StageView.AGENDA)

    def word(self) -> None:
        """Ask for a word to explain."""
        self.show(StageView.WORD)

    def prompt(self) -> None:
        """Ask for a sentence to show."""
        self.show(StageView.PROMPT)

    def message(self, text: str, shown_s: float, *, until_read: bool) -> None:
        """Show a message to the room for a while, or until the room has it."""
        words = text.strip()
        if words:
            said = "Sent, until the room has it" if until_read else "Message sent"
            self._desk.do(
                lambda live, at: live.message(words, shown_s, at, until_read=until_read), said
            )

    def acknowledge(self) -> None:
        """Take the message away: the room has it."""
        self._desk.do(lambda live, at: live.acknowledge(at), "The message is taken away")
