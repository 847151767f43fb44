"""Which part of a slide moves with its clock, so that a second costs a part and not the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QRegion

from workshop_studio.domain.live import ClockStyle, StageFace
from workshop_studio.ui.stage.lettering import HEIGHT, SIDE, WIDTH

if TYPE_CHECKING:
    from workshop_studio.domain.live import StageSnapshot

# On the slide of 1920 x 1080: the clock with its caption, the bar, the time of day.
_COUNTDOWN = (
    QRectF(0, 340, 1244, 500),
    QRectF(0, 890, WIDTH, 40),
    QRectF(WIDTH - SIDE - 300, 936, 300 + SIDE, 72),
)


def moving_region(snapshot: StageSnapshot, width: int, height: int) -> QRegion:
    """Return what a tick of the snapshot can change in a window of that size, in its pixels.

    It is everything where nobody has said what moves: rather too much than an old second.
    """
    clock = snapshot.clock
    is_usual = snapshot.face is StageFace.COUNTDOWN and not snapshot.message
    if not is_usual or clock is None or clock.style is not ClockStyle.DIGITS:
        return QRegion(0, 0, width, height)
    scale = min(width / WIDTH, height / HEIGHT)
    left, top = (width - WIDTH * scale) / 2, (height - HEIGHT * scale) / 2
    region = QRegion()
    for box in _COUNTDOWN:
        placed = QRectF(
            left + box.left() * scale, top + box.top() * scale,
            box.width() * scale, box.height() * scale,
        )  # fmt: skip
        region += placed.toAlignedRect().adjusted(-1, -1, 1, 1)
    return region
