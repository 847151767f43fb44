"""What acts do to the stage: what it shows, in which style, black, frozen, with which message."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.live import ClockStyle
from workshop_studio.domain.run import StageView

if TYPE_CHECKING:
    from workshop_studio.domain.run import RunState
    from workshop_studio.domain.run_log import LogEntry

CALL_BACK_WORDS = "Come back together now"


def show(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Choose the slide; entry.item is the word or the sentence of one that needs it."""
    view = StageView(entry.text)
    if view is StageView.BREAKOUTS and not run.running.tracks:
        raise RuleBroken("no-groups")
    return replace(run, view=view, item=entry.item)


def style(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Choose how the room sees the time left."""
    return replace(run, style=ClockStyle(entry.text))


def black(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Make the stage black, or bring it back."""
    return replace(run, is_black=entry.is_on)


def freeze(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Hold the picture, or let it follow again."""
    return replace(run, is_frozen=entry.is_on, frozen_since_s=room_s)


def message(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Show a message for entry.seconds, or until it is acknowledged when is_on."""
    return replace(
        run,
        message=entry.text,
        message_since_s=room_s,
        message_until_s=room_s + entry.seconds,
        is_message_held=entry.is_on and bool(entry.text),
    )


def acknowledge(run: RunState, entry: LogEntry, room_s: float) -> RunState:
    """Take a message away: the room has it."""
    if not shown_message(run, room_s):
        raise RuleBroken("no-message")
    return replace(run, message="", is_message_held=False)


def without_call(run: RunState) -> RunState:
    """Take the call back of a breakout away: those whom it called are here, or out once more."""
    if run.message != CALL_BACK_WORDS:
        return run
    return replace(run, message="", is_message_held=False)


def shown_message(run: RunState, room_s: float) -> str:
    """Return the message that stands now, "" for none."""
    return run.message if run.is_message_held or room_s < run.message_until_s else ""
