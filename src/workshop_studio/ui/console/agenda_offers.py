"""What can be done to a block of the plan while it runs, in words for a menu; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop_studio.domain.projection import BlockState
from workshop_studio.domain.run import RunPhase

if TYPE_CHECKING:
    from workshop_studio.domain.console_rows import AgendaRow

MORE_1, MORE_5, LESS_1 = "more-1", "more-5", "less-1"
SET, PUSH = "set", "push"
UP, DOWN = "up", "down"
SKIP, RESTORE, END = "skip", "restore", "end"


@dataclass(frozen=True, slots=True)
class Offer:
    """One entry of the menu; key: its key on the list, "" for none. An empty id is a line."""

    id: str
    words: str = ""
    key: str = ""
    is_open: bool = True


_LINE = Offer("")
_MINUTES = (
    Offer(MORE_1, "1 minute more", "+"),
    Offer(MORE_5, "5 minutes more"),
    Offer(LESS_1, "1 minute less", "-"),
    Offer(SET, "Type its minutes", "0 to 9"),
)


def offers(rows: tuple[AgendaRow, ...], block_id: str, phase: RunPhase) -> tuple[Offer, ...]:
    """Return what a block's menu offers; an empty menu says why."""
    place = next((p for p, row in enumerate(rows) if row.block_id == block_id), None)
    if place is None:
        return ()
    row = rows[place]
    if phase is RunPhase.ENDED:
        return (Offer("", "The session is over", is_open=False),)
    if row.state is BlockState.DONE:
        return (Offer("", "This block is over", is_open=False),)
    if row.state is BlockState.SKIPPED:
        return (Offer(RESTORE, "Take it in again", "Del"),)
    if row.state is BlockState.RUNNING:
        end = (_LINE, Offer(END, "End the session here"))
        return (*_MINUTES, _LINE, Offer(PUSH, "Push this and later"), *end)
    return (
        *_MINUTES,
        _LINE,
        Offer(UP, "Move up", "Alt+Up", is_open=neighbour(rows, place, -1) is not None),
        Offer(DOWN, "Move down", "Alt+Down", is_open=place + 1 < len(rows)),
        Offer(PUSH, "Push it, or it and all later"),
        _LINE,
        Offer(SKIP, "Skip it", "Del"),
    )


def neighbour(rows: tuple[AgendaRow, ...], place: int, step: int) -> int | None:
    """Return the place above or below into which a block may move, None when there is none."""
    other = place + step
    if not 0 <= other < len(rows):
        return None
    is_free = rows[other].state in {BlockState.WAITING, BlockState.SKIPPED}
    return other if is_free else None


def before_of(rows: tuple[AgendaRow, ...], block_id: str, step: int) -> str | None:
    """Return the block before which it has to be put to move by a step; "" for the end.

    None when it cannot move that way.
    """
    place = next((p for p, row in enumerate(rows) if row.block_id == block_id), None)
    if place is None or neighbour(rows, place, step) is None:
        return None
    target = place - 1 if step < 0 else place + 2
    return rows[target].block_id if target < len(rows) else ""


def places_to_add(rows: tuple[AgendaRow, ...]) -> tuple[tuple[str, str], ...]:
    """Return where a new block can be put: the block it goes before ("" for the end), and words."""
    free = [r for r in rows if r.state in {BlockState.WAITING, BlockState.SKIPPED}]
    places = []
    for number, row in enumerate(free):
        running = any(r.state is BlockState.RUNNING for r in rows)
        first = "Right after this block" if running else "At the beginning"
        places.append((row.block_id, first if number == 0 else f"Before {row.title}"))
    return (*places, ("", "At the end" if free else "After this block"))
