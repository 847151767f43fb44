"""The forms of a clock on a slide: digits, a ring that empties, words, or none.

Every form says the phase by word, shape and colour.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF

from workshop_studio.domain.live import ClockStyle
from workshop_studio.domain.timer import TimerPhase
from workshop_studio.ui.kit.marks import PHASE_ROLE, PHASE_SHAPE
from workshop_studio.ui.stage.ink import LINE, STRONG, Face
from workshop_studio.ui.stage.pieces import Piece, Ring, Shape

if TYPE_CHECKING:
    from workshop_studio.domain.live import StageClock
    from workshop_studio.ui.stage.typesetter import Typesetter

ABOUT = Face("clock")
RING_STEPS = 720
_SHAPE_SHARE, _STRONG_SHAPE_SHARE = 46 / 56, 34 / 38
_INDENT_SHARE, _STRONG_INDENT_SHARE = 64 / 56, 50 / 38


def has_figure(clock: StageClock | None) -> bool:
    """Return whether the clock shows the room anything but its phase."""
    return clock is not None and clock.style is not ClockStyle.NONE and bool(clock.text)


def share_left(clock: StageClock) -> float:
    """Return the share that is left; when over, the ring and the bar are whole again, in alert."""
    if clock.phase is TimerPhase.OVER:
        return 1.0
    return min(1.0, max(0.0, clock.left))


def phase_indent(clock: StageClock, size_px: int, *, is_strong: bool = False) -> float:
    """Return how far the words of a phase stand right of its shape."""
    if PHASE_SHAPE[clock.phase] == "none":
        return 0.0
    return size_px * (_STRONG_INDENT_SHARE if is_strong else _INDENT_SHARE)


def phase_words(
    setter: Typesetter, name: str, clock: StageClock, box: QRectF, largest_px: int, *,
    is_strong: bool = False, is_middle: bool = False,
) -> list[Piece]:  # fmt: skip
    """Return the shape of the phase, if it has one, and its words beside it."""
    tone, shape = PHASE_ROLE[clock.phase], PHASE_SHAPE[clock.phase]
    face = STRONG if is_strong else LINE
    indent = phase_indent(clock, largest_px, is_strong=is_strong)
    room = box.adjusted(indent, 0, 0, 0)
    pieces: list[Piece] = []
    text = setter.fitted(clock.caption, face, room.size(), largest_px)
    words = setter.placed(
        f"{name} words", text, face, "text-2" if shape == "none" else tone, room,
        is_middle=is_middle,
    )  # fmt: skip
    if shape != "none":
        side = largest_px * (_STRONG_SHAPE_SHARE if is_strong else _SHAPE_SHARE)
        middle = words.box.top() + text.line_px / 2
        place = QRectF(box.left(), middle - side / 2, side, side)
        pieces.append(Shape(f"{name} shape", place, shape, tone))
    if clock.caption:
        pieces.append(words)
    return pieces


def ring(
    setter: Typesetter, name: str, clock: StageClock, box: QRectF, *, has_digits: bool = True
) -> list[Piece]:
    """Return the ring in a square box and the digits in its middle."""
    tone = PHASE_ROLE[clock.phase]
    steps = round(share_left(clock) * RING_STEPS)
    round_ = Ring(f"{name} ring", box, steps / RING_STEPS, tone)
    if not has_digits:
        return [round_]
    # A text of the width w and the height h stands in a circle when its diagonal does.
    largest = round_.inside * 0.46
    size = setter.clock_size(clock.text, largest, round_.inside * 0.8)
    width = setter.glyphs.width(clock.text) * size
    base = box.center().y() + setter.glyphs.cap * size / 2
    left = box.center().x() - width / 2
    return [round_, setter.digits(name, clock.text, left, base, size, tone)]


def small_clock(
    setter: Typesetter, clock: StageClock, bottom: float, left: float, right: float
) -> list[Piece]:
    """Return a clock for the foot of a slide; its letters end at `bottom`."""
    tone, cap = PHASE_ROLE[clock.phase], setter.glyphs.cap
    pieces: list[Piece] = []
    height = cap * 120
    row = QRectF(left, bottom - height - 6, right - left, height + 12)
    at = left
    if has_figure(clock) and clock.style is ClockStyle.ABOUT:
        box = QSizeF(0.6 * row.width(), row.height())
        text = setter.fitted(clock.text, ABOUT, box, 72)
        words = setter.placed(
            "clock", text, ABOUT, tone, QRectF(row.topLeft(), box), is_middle=True
        )
        pieces.append(words)
        at = words.box.right() + 40
    elif has_figure(clock):
        if clock.style is ClockStyle.RING:
            side = row.height()
            pieces += ring(
                setter, "clock", clock, QRectF(left, row.top(), side, side), has_digits=False
            )
            at += side + 28
        size = setter.clock_size(clock.text, 120, 0.5 * row.width())
        digits = setter.digits("clock", clock.text, at, bottom, size, tone)
        pieces.append(digits)
        at = digits.box.right() + 40
    beside = QRectF(at, row.top(), right - at, row.height())
    return pieces + phase_words(setter, "phase", clock, beside, 44, is_middle=True)
