"""The table of everything that can be done by name: the palette and the shortcuts read it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done.

    room: the room it belongs to, "" for everywhere. shortcut: as Qt writes it in portable text;
    the window binds those of everywhere, a room its own.
    """

    id: str
    words: str
    room: str = ""
    shortcut: str = ""
    icon: str = ""


ACTIONS: tuple[Action, ...] = (
    Action("run-primary", "Start the session, or end the block and start the next", "run", "N",
           "skip-forward"),
    Action("run-pause", "Pause, or go on", "run", "Space", "pause"),
    Action("run-back", "Back to the block before", "run", "PgUp", "skip-back"),
    Action("run-more-1", "Give this block 1 minute more", "run", "", "plus"),
    Action("run-more-5", "Give this block 5 minutes more", "run", "", "plus"),
    Action("run-less-1", "Take 1 minute away from this block", "run", "", "minus"),
    Action("run-end", "End the session before its last block", "run", "", "square"),
    Action("run-undo", "Take the last act back", "run", "Ctrl+Z", "undo-2"),
    Action("run-black", "Black the stage, or show it again", "run", "B", "eye-off"),
    Action("run-freeze", "Freeze the stage, or let it follow again", "run", "F", "snowflake"),
    Action("run-hold", "Show the holding slide, or the clock again", "run", "H", "monitor"),
    Action("wall-countdown", "Show the countdown on the stage", "run", "C", "clock"),
    Action("wall-breakouts", "Show the clocks of all groups on the stage", "run", "T", "users"),
    Action("wall-agenda", "Show now and next on the stage", "run", "A", "list"),
    Action("wall-prompt", "Show a prompt on the stage", "run", "P", "message-square"),
    Action("wall-word", "Explain a word on the stage", "run", "W", "book-open"),
    Action("groups-open", "Send the room out in groups, or act on all groups", "run", "G",
           "users"),
    Action("groups-round", "Begin a new round for all groups", "run", "", "repeat"),
    Action("groups-call-back", "Call everybody back", "run", "", "log-out"),
    Action("groups-call-off", "Call the breakout off", "run", "", "x"),
    Action("run-message", "Write a message to the room", "run", "M", "message-square"),
    Action("run-advice", "End on time after all: do what the adviser suggests", "run", "R",
           "lightbulb"),
    Action("run-ways", "Show all ways to win time back", "run", "", "lightbulb"),
    Action("check-room", "Check the room before the start", "", "", "clipboard-check"),
    Action("switch-sounds", "Switch sounds on or off", "", "", "sound-on"),
    Action("message-read", "Take the message away: the room has it", "run", "", "check"),
    Action("stage-window", "Show or hide the stage in a window", "", "", "maximize"),
    Action("stage-fill", "Fill this screen with the stage; Escape leaves", "", "", "maximize"),
    Action("stage-choose", "Choose the screen of the projector", "", "", "monitor"),
    Action("stage-swap", "Let stage and console change screens", "", "", "arrow-left-right"),
    Action("screens-identify", "Show a number on each screen", "", "Ctrl+Shift+I", "monitor"),
    Action("go-plan", "Go to Plan", "", "Ctrl+1", "calendar-days"),
    Action("go-run", "Go to Run", "", "Ctrl+2", "play"),
    Action("go-scenario", "Go to the scenario", "", "Ctrl+3", "presentation"),
    Action("go-review", "Go to Review", "", "Ctrl+4", "clipboard-check"),
    Action("go-settings", "Go to Settings", "", "Ctrl+,", "settings"),
    Action("read-roster", "Read a roster file", "", "", "upload"),
    Action("rehearse", "Rehearse the session; nothing of it is kept", "", "", "repeat"),
    Action("print-material", "Print the material of the session", "", "", "printer"),
    Action("open-station", "Open the station on this machine", "", "", "users"),
    Action("open-workspace", "Open another workspace", "", "", "folder-open"),
    Action("theme-light", "Use the light theme", "", "", "contrast"),
    Action("theme-dark", "Use the dark theme", "", "", "contrast"),
    Action("theme-system", "Use the theme of the computer", "", "", "contrast"),
    Action("palette", "Do anything", "", "Ctrl+K", "search"),
)  # fmt: skip


def in_context(room: str) -> tuple[Action, ...]:
    """Return the actions that make sense in a room, its own first; the palette itself is not."""
    own = [a for a in ACTIONS if a.room == room and a.room]
    others = [a for a in ACTIONS if not a.room and a.id not in {"palette", f"go-{room}"}]
    return (*own, *others)
