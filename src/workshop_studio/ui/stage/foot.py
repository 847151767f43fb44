"""What stands at the foot of the slides of words: a small clock and the time of day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from workshop_studio.ui.stage.clock_forms import small_clock
from workshop_studio.ui.stage.ink import KICKER, LINE
from workshop_studio.ui.stage.lettering import HEIGHT, SIDE, WIDTH
from workshop_studio.ui.stage.message import foot_bands

if TYPE_CHECKING:
    from workshop_studio.domain.live import StageSnapshot
    from workshop_studio.ui.stage.pieces import Piece
    from workshop_studio.ui.stage.typesetter import Typesetter

INNER = WIDTH - 2 * SIDE
FOOT_PX = 44
_TIME_ROOM = 300.0
_FOOT = 1000.0


def kicker(setter: Typesetter, text: str, right: float = WIDTH - SIDE) -> list[Piece]:
    """Return the session's title at the top of a slide, when it has one."""
    if not text:
        return []
    box = QRectF(SIDE, 88, right - SIDE, 52)
    return [setter.words("session", text, KICKER, "text-3", box)]


def time_corner(setter: Typesetter, time_of_day: str, top: float = 944.0) -> list[Piece]:
    """Return the time of day in the lower right corner."""
    if not time_of_day:
        return []
    box = QRectF(WIDTH - SIDE - _TIME_ROOM, top, _TIME_ROOM, 56)
    text = setter.fitted(time_of_day, LINE, box.size(), FOOT_PX)
    return [setter.placed("time", text, LINE, "text-2", box, is_right=True, is_middle=True)]


def foot(
    setter: Typesetter, snapshot: StageSnapshot, *, has_message: bool = True
) -> tuple[list[Piece], float]:
    """Return the foot of a slide of words, and down to where its words may go.

    A band takes the place of the time of day; a clock stands above the band.
    """
    message = snapshot.message if has_message else ""
    pieces, bottom = foot_bands(setter, message, snapshot.callout, HEIGHT)
    has_bands = bool(pieces)
    if snapshot.clock is not None:
        base = bottom - 24 if has_bands else _FOOT + 4
        pieces += small_clock(setter, snapshot.clock, base, SIDE, WIDTH - SIDE - _TIME_ROOM - 24)
        pieces += time_corner(setter, snapshot.time_of_day, base - 60)
        return pieces, base - 124
    if has_bands:
        return pieces, bottom - 16
    return time_corner(setter, snapshot.time_of_day), 900.0
