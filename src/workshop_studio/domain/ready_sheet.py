"""The card of the checks as a sheet of paper for the facilitator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_studio.domain.readiness import Look
from workshop_studio.domain.sheet import Audience, PartKind, Sheet, SheetPart
from workshop_studio.domain.ticks import HANDOUTS, HEARD, REHEARSED

if TYPE_CHECKING:
    from workshop_studio.domain.readiness import CheckLine
    from workshop_studio.domain.room_facts import SessionFacts

BY_HAND = ((HEARD, "Sound heard"), (HANDOUTS, "Handouts printed"), (REHEARSED, "Rehearsed"))
_TICKED, _EMPTY = "☑", "☐"


def ready_sheet(session: SessionFacts, lines: tuple[CheckLine, ...], checked_at: str) -> Sheet:
    """Return the sheet; checked_at: time of day of the last check, such as "13:28"."""
    checks = (
        ("", "Check", "Found", "To do"),
        *(
            (
                _TICKED if line.look is Look.QUIET else _EMPTY,
                line.title,
                f"{line.look.word}: {line.says}",
                line.to_do or "–",
            )
            for line in lines
        ),
    )
    by_hand = "     ".join(f"{_box(session, id_)} {text}" for id_, text in BY_HAND)
    parts = [
        SheetPart(PartKind.TABLE, rows=checks),
        SheetPart(PartKind.PARAGRAPH, text=by_hand),
    ]
    if session.things:
        parts.append(SheetPart(PartKind.TABLE, rows=_things(session)))
    return Sheet(
        id="pre-flight",
        title="Ready?",
        subtitle=f"{session.title}, checked at {checked_at}",
        audience=Audience.FACILITATOR,
        copies="one",
        is_landscape=False,
        parts=tuple(parts),
    )


def _things(session: SessionFacts) -> tuple[tuple[str, ...], ...]:
    """Return the things two abreast, down the left and then down the right, as one reads a list."""
    cells = [(_box(session, thing.id), thing.text) for thing in session.things]
    half = -(-len(cells) // 2)
    right = [*cells[half:], ("", "")]
    rows = [(*cells[at], *right[at]) for at in range(half)]
    return (("", "On the tables", "", ""), *rows)


def _box(session: SessionFacts, tick_id: str) -> str:
    return _EMPTY if session.tick(tick_id) is None else _TICKED
