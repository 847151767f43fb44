"""The wall of all groups' clocks: two to eight tiles under one head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from workshop_studio.ui.stage.breakout_tile import TileForm, tile_pieces, tile_words
from workshop_studio.ui.stage.foot import INNER
from workshop_studio.ui.stage.ink import KICKER, TITLE, Face
from workshop_studio.ui.stage.lettering import HEIGHT, SIDE, WIDTH
from workshop_studio.ui.stage.message import foot_bands

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workshop_studio.domain.live import StageSnapshot, StageTrack
    from workshop_studio.ui.stage.pieces import Piece
    from workshop_studio.ui.stage.typesetter import Typesetter

_TOP, _BOTTOM, _GAP = 72.0, HEIGHT - 72, 28.0
_HEAD_PX, _HEAD_GAP = 72, 40.0
_CALLED = Face("kicker", is_strong=True)

GRIDS = {1: (1, 1), 2: (2, 1), 3: (3, 1), 4: (2, 2), 5: (3, 2), 6: (3, 2), 7: (4, 2), 8: (4, 2)}
"""Columns and rows of the wall by how many groups there are."""

_FORMS = {
    (1, 1): TileForm(name_px=64, text_px=52, caption_px=52, clock_px=360, side=48, top=40, foot=34),
    (2, 1): TileForm(name_px=60, text_px=50, caption_px=48, clock_px=300, side=48, top=40, foot=34),
    (3, 1): TileForm(name_px=50, text_px=42, caption_px=42, clock_px=200, side=40, top=36, foot=30),
    (2, 2): TileForm(name_px=48, text_px=40, caption_px=40, clock_px=170, side=44, top=30, foot=28),
    (3, 2): TileForm(name_px=44, text_px=36, caption_px=38, clock_px=160, side=40, top=32, foot=28),
    (4, 2): TileForm(name_px=40, text_px=34, caption_px=34, clock_px=140, side=28, top=28, foot=26),
}
_WIDE = TileForm(
    name_px=44, text_px=38, caption_px=34, clock_px=112, side=32, top=16, foot=22, words_share=0.6
)
_PACKED = TileForm(
    name_px=32, text_px=32, caption_px=32, clock_px=96, side=20, top=8, foot=16, words_share=0.66,
    is_packed=True,
)  # fmt: skip
_HIGHEST = 660.0


def breakouts(
    setter: Typesetter, snapshot: StageSnapshot, *, has_message: bool = True
) -> list[Piece]:
    """Return the pieces of the wall; without groups only its head."""
    message = snapshot.message if has_message else ""
    bands, bottom = foot_bands(setter, message, snapshot.callout, _BOTTOM, is_slim=True)
    pieces, head_end = _head(setter, snapshot)
    tracks = snapshot.breakouts.tracks if snapshot.breakouts else ()
    gap = _HEAD_GAP if not bands else 28.0
    if tracks:
        room = QRectF(SIDE, head_end + gap, INNER, bottom - head_end - gap)
        pieces += _wall(setter, tracks, room)
    return pieces + bands


def _wall(setter: Typesetter, tracks: Sequence[StageTrack], room: QRectF) -> list[Piece]:
    """Return all tiles: in the grid of the design, or in wide rows when it has no room."""
    columns, rows = GRIDS.get(len(tracks), (4, -(-len(tracks) // 4)))
    narrow = 1 if len(tracks) <= 3 else 2
    high = -(-len(tracks) // narrow)
    usual = _FORMS.get((columns, rows), _FORMS[4, 2])
    forms = (
        (usual, (columns, rows), _GAP),
        (_WIDE, (narrow, high), 16.0),
        (_PACKED, (narrow, high), 8.0),
    )
    for form, grid, gap in forms:
        boxes = _boxes(room, *grid, gap)
        words = tile_words(setter, tracks, form, boxes[0].size())
        if words.is_clear:
            break
    pieces: list[Piece] = []
    for number, (track, box) in enumerate(zip(tracks, boxes, strict=False), start=1):
        pieces += tile_pieces(setter, number, track, box, form, words)
    return pieces


def _boxes(room: QRectF, columns: int, rows: int, gap: float) -> list[QRectF]:
    width = (room.width() - gap * (columns - 1)) / columns
    height = min(_HIGHEST, (room.height() - gap * (rows - 1)) / rows)
    # One row of tiles would be mostly empty if it were as high as the room.
    top = room.top() + (room.height() - rows * height - gap * (rows - 1)) * 0.3
    return [
        QRectF(room.left() + column * (width + gap), top + row * (height + gap), width, height)
        for row in range(rows)
        for column in range(columns)
    ]


def _head(setter: Typesetter, snapshot: StageSnapshot) -> tuple[list[Piece], float]:
    """Return title, call-back time and time of day, and where they end."""
    pieces: list[Piece] = []
    right, base = WIDTH - SIDE, _TOP + 62
    if snapshot.time_of_day:
        box = QRectF(right - 240, base - 35, 240, 52)
        time = setter.words("time", snapshot.time_of_day, KICKER, "text-2", box, is_right=True)
        pieces.append(time)
        right = time.box.left() - 48
    back_at = snapshot.breakouts.back_at if snapshot.breakouts else ""
    if back_at:
        box = QRectF(right - 720, base - 35, 720, 52)
        back = setter.words("back at", back_at, _CALLED, "text", box, is_right=True)
        pieces.append(back)
        right = back.box.left() - 64
    title = snapshot.title or snapshot.session_title
    end = _TOP + 84
    if title:
        box = QRectF(SIDE, _TOP, right - SIDE, 128)
        text = setter.fitted(title, TITLE, box.size(), _HEAD_PX)
        words = setter.placed("title", text, TITLE, "text", box)
        pieces.append(words)
        end = max(end, words.box.bottom())
    return pieces, end
