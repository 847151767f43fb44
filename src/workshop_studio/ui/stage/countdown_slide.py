"""The countdown: title, clock in one of four styles, the lines of the block, what comes next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF

from workshop_studio.domain.live import ClockStyle, LineMark
from workshop_studio.ui.kit.fitting import FittedText
from workshop_studio.ui.kit.marks import PHASE_ROLE
from workshop_studio.ui.stage.clock_forms import ABOUT, has_figure, phase_words, ring
from workshop_studio.ui.stage.foot import FOOT_PX, INNER, kicker, time_corner
from workshop_studio.ui.stage.ink import LINE, STRONG, TITLE
from workshop_studio.ui.stage.lettering import SIDE, WIDTH
from workshop_studio.ui.stage.message import foot_bands
from workshop_studio.ui.stage.pieces import Check, Piece, Segments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workshop_studio.domain.live import StageClock, StageLine, StageSegment, StageSnapshot
    from workshop_studio.ui.stage.typesetter import Typesetter

_TOP, _BOTTOM = 348.0, 862.0
_CLOCK_TOP, _CLOCK_PX, _CLOCK_ROOM = 384.0, 410.0, 1060.0
_CAPTION_PX, _CAPTION_TOP, _CAPTION_HEIGHT = 56, 730.0, 68.0
_LIST_LEFT, _WIDE_LIST_LEFT = 1248.0, 860.0
_GUTTER = 72.0
_MIDDLE, _INDENT = 580.0, 64.0
_SMALL = 40
_LARGE_LINE = 80


def countdown(
    setter: Typesetter, snapshot: StageSnapshot, *, has_message: bool = True
) -> list[Piece]:
    """Return the pieces of the countdown."""
    message = snapshot.message if has_message else ""
    bands, bottom = foot_bands(setter, message, snapshot.callout, _BOTTOM)
    bottom = min(bottom, _BOTTOM)
    phase = _quiet_phase(setter, snapshot.clock)
    edge = min((piece.box.left() for piece in phase), default=WIDTH - SIDE + 48) - 48
    pieces = kicker(setter, snapshot.session_title, edge) + phase
    top = 142.0
    if snapshot.title:
        box = QRectF(SIDE, top, INNER, 200)
        title = setter.words("title", snapshot.title, TITLE, "text", box)
        pieces.append(title)
        top = title.box.bottom()
    if has_figure(snapshot.clock):
        pieces += _with_clock(setter, snapshot, QRectF(SIDE, _TOP, INNER, bottom - _TOP))
    else:
        room = QRectF(SIDE, top + 44, INNER, bottom - top - 44)
        pieces += block_lines(setter, snapshot.lines, room, _LARGE_LINE, is_middle=False)
    if bands:
        return pieces + bands  # they stand where bar and next-up are
    pieces += _bar(snapshot.segments)
    if snapshot.next_up:
        pieces += _next(setter, snapshot.next_up)
    return pieces + time_corner(setter, snapshot.time_of_day)


def _quiet_phase(setter: Typesetter, clock: StageClock | None) -> list[Piece]:
    """Return the words of the phase in the upper right corner, when no clock stands over them."""
    if clock is None or has_figure(clock):
        return []
    box = QRectF(0, 84, INNER / 2, 60)
    found = phase_words(setter, "phase", clock, box, FOOT_PX, is_middle=True)
    right = max((piece.box.right() for piece in found), default=0.0)
    return [replace(piece, box=piece.box.translated(WIDTH - SIDE - right, 0)) for piece in found]


def _with_clock(setter: Typesetter, snapshot: StageSnapshot, room: QRectF) -> list[Piece]:
    clock, lines = snapshot.clock, snapshot.lines
    if clock is None:
        return []
    left = _list_left(setter, lines, room)
    list_room = QRectF(left, room.top(), WIDTH - SIDE - left, room.height())
    clock_room = QRectF(SIDE, room.top(), left - _GUTTER - SIDE, room.height())
    if not lines:
        clock_room.setWidth(INNER)
    draw = _ring if clock.style is ClockStyle.RING else _figure
    return draw(setter, clock, clock_room) + block_lines(setter, lines, list_room)


def _list_left(setter: Typesetter, lines: Sequence[StageLine], room: QRectF) -> float:
    """Return where the list begins: further left when its lines would be small otherwise."""
    if not lines:
        return _LIST_LEFT
    indent = _indent(lines)
    size = QSizeF(WIDTH - SIDE - _LIST_LEFT - indent, room.height())
    rows, _ = setter.listed([line.text for line in lines], STRONG, size)
    return _WIDE_LIST_LEFT if rows[0].size_px < _SMALL or not _is_whole(lines, rows) else _LIST_LEFT


def _is_whole(lines: Sequence[StageLine], rows: Sequence[FittedText]) -> bool:
    return all(
        " ".join(row.lines).split() == line.text.split()
        for line, row in zip(lines, rows, strict=True)
    )


def _figure(setter: Typesetter, clock: StageClock, room: QRectF) -> list[Piece]:
    """Return the clock in digits, or in words, with the words of its phase below."""
    tone = PHASE_ROLE[clock.phase]
    caption_top = min(_CAPTION_TOP, room.bottom() - _CAPTION_HEIGHT - 12)
    cap = setter.glyphs.cap
    height = min(cap * _CLOCK_PX, caption_top - 36 - room.top())
    base = caption_top - (_CAPTION_TOP - _CLOCK_TOP - cap * _CLOCK_PX)
    height = min(height, base - room.top())
    width = min(room.width(), _CLOCK_ROOM)
    pieces: list[Piece] = []
    if clock.style is ClockStyle.ABOUT:
        box = QRectF(SIDE, base - height - 24, width, height + 48)
        pieces.append(
            setter.words("clock", clock.text, ABOUT, tone, box, largest_px=230, is_middle=True)
        )
    else:
        size = setter.clock_size(clock.text, height / cap, width)
        pieces.append(setter.digits("clock", clock.text, SIDE, base, size, tone))
    box = QRectF(SIDE, caption_top, room.width(), _CAPTION_HEIGHT)
    return pieces + phase_words(setter, "phase", clock, box, _CAPTION_PX)


def _ring(setter: Typesetter, clock: StageClock, room: QRectF) -> list[Piece]:
    """Return the ring with its digits, and the words of its phase beside it."""
    side = min(500.0, room.height(), room.width() * 0.62)
    top = room.top() + (room.height() - side) / 2
    pieces = ring(setter, "clock", clock, QRectF(SIDE, top, side, side))
    left = SIDE + side + 56
    beside = QRectF(left, top, room.right() - left, side)
    return pieces + phase_words(setter, "phase", clock, beside, _CAPTION_PX, is_middle=True)


def block_lines(
    setter: Typesetter, lines: Sequence[StageLine], room: QRectF, largest_px: int = 48, *,
    is_middle: bool = True,
) -> list[Piece]:  # fmt: skip
    """Return the lines with their numbers and checks; all in one size."""
    if not lines:
        return []
    has_marks = any(line.mark is not LineMark.PLAIN for line in lines)
    scale = largest_px / 48
    indent = _indent(lines) * scale
    # Measured in the heavier weight: a line must not change its size when its turn comes.
    size = QSizeF(room.width() - indent, room.height())
    rows, gap = setter.listed([line.text for line in lines], STRONG, size, largest_px)
    height = sum(row.height_px for row in rows) + gap * (len(rows) - 1)
    top = max(room.top(), min(_MIDDLE, room.center().y()) - height / 2) if is_middle else room.top()
    top = min(top, room.bottom() - height)
    pieces: list[Piece] = []
    for number, (line, row) in enumerate(zip(lines, rows, strict=True), start=1):
        is_now = line.mark is LineMark.CURRENT
        face, tone = (STRONG, "text") if is_now else (LINE, "text-2")
        if has_marks:
            pieces.append(_mark(setter, line.mark, number, QPointF(room.left(), top), row))
        box = QRectF(room.left() + indent, top, size.width(), row.height_px)
        if line.text:
            pieces.append(setter.placed(f"line {number}", row, face, tone, box))
        top += row.height_px + gap
    return pieces


def _indent(lines: Sequence[StageLine]) -> float:
    return _INDENT if any(line.mark is not LineMark.PLAIN for line in lines) else 0.0


def _mark(setter: Typesetter, mark: LineMark, number: int, at: QPointF, row: FittedText) -> Piece:
    if mark is LineMark.DONE:
        side = round(row.size_px * 0.875)
        box = QRectF(at.x() - 2, at.y() + (row.line_px - side) / 2, side, side)
        return Check(f"mark {number}", box, "text-3")
    text = FittedText(row.size_px, row.line_px, (str(number),), fits=True)
    tone = "accent" if mark is LineMark.CURRENT else "text-3"
    box = QRectF(at.x(), at.y(), _INDENT, row.line_px)
    return setter.placed(f"mark {number}", text, STRONG, tone, box)


def _bar(segments: Sequence[StageSegment]) -> list[Piece]:
    if not segments:
        return []
    gap, left, top = 6.0, SIDE, 902.0
    room = INNER - gap * (len(segments) - 1)
    parts = []
    for segment in segments:
        span = segment.share * room
        # Whole pixels, so that the bar is painted again only when it has moved.
        done = span if segment.done >= 1 else float(int(span * max(0.0, segment.done)))
        parts.append((left, span, done))
        left += span + gap
    return [Segments("bar", QRectF(SIDE, top, left - gap - SIDE, 14), tuple(parts))]


def _next(setter: Typesetter, text: str) -> list[Piece]:
    lead = setter.width("Next: ", LINE, FOOT_PX)
    box = QRectF(SIDE + lead, 944, 1360 - lead, 92)
    # One row where that is possible; two of them reach down to the edge.
    found = setter.fitted(text, LINE, QSizeF(box.width(), 56), FOOT_PX)
    if not found.fits or found.size_px < 36:
        found = setter.fitted(text, LINE, box.size(), FOOT_PX)
    first = FittedText(found.size_px, found.line_px, ("Next:",), fits=True)
    return [
        setter.placed("next", first, LINE, "text-2", QRectF(SIDE, 944, lead, 56)),
        setter.placed("next up", found, LINE, "text", box),
    ]
