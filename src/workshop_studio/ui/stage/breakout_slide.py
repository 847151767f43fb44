"""The wall of all groups' clocks: two to eight tiles under one head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from workshop_studio.ui.stage.breakout_tile import TileForm, tile_pieces, tile_words
from workshop_studio.ui.stage.foot import INNER
from workshop_studio.ui.stage.lettering import HEIGHT, SIDE, WIDTH
from workshop_studio.ui.stage.message import foot_bands
from workshop_studio.ui.stage.typesetter import KICKER, TITLE, Face, Typesetter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workshop_studio.domain.live import StageSnapshot, StageTrack
    from workshop_studio.ui.stage.pieces import Piece

_TOP, _BOTTOM, _GAP = 72.0, HEIGHT - 72, 28.0
_HEAD_PX, _HEAD_GAP = 72, 40.0
_CALLED = Face("kicker", is_strong=True)

GRIDS = {1: (1, 1), 2: (2, 1), 3: (3, 1), 4: (2, 2), 5: (3, 2), 6: (3, 2), 7: (4, 2), 8: (4, 2)}
"""Columns and rows of the wall by how many groups there are."""

_FORMS = {
    1: TileForm(
        is_wide=False, name_px=64, text_px=52, caption_px=52, clock_px=360, side=48, top=40, foot=34
    ),
    2: TileForm(
        is_wide=False, name_px=56, text_px=46, caption_px=46, clock_px=250, side=48, top=36, foot=32
    ),
    3: TileForm(
        is_wide=False, name_px=44, text_px=36, caption_px=38, clock_px=160, side=40, top=32, foot=28
    ),
    4: TileForm(
        is_wide=False, name_px=40, text_px=34, caption_px=34, clock_px=140, side=28, top=28, foot=26
    ),
}
_WIDE = TileForm(
    is_wide=True, name_px=44, text_px=38, caption_px=34, clock_px=112, side=32, top=16, foot=24
)


def breakouts(
    setter: Typesetter, snapshot: StageSnapshot, *, has_message: bool = True
) -> list[Piece]:
    """Return the pieces of the wall; without groups only its head."""
    message = snapshot.message if has_message else ""
    bands, bottom = foot_bands(setter, message, snapshot.callout, _BOTTOM)
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
    boxes = _boxes(room, columns, rows, _GAP)
    form = _FORMS[columns]
    words = tile_words(setter, tracks, form, boxes[0].size())
    if not words.is_clear:
        columns = 1 if len(tracks) <= 3 else 2
        boxes = _boxes(room, columns, -(-len(tracks) // columns), 16.0)
        form = _WIDE
        words = tile_words(setter, tracks, form, boxes[0].size())
    pieces: list[Piece] = []
    for number, (track, box) in enumerate(zip(tracks, boxes, strict=False), start=1):
        pieces += tile_pieces(setter, number, track, box, form, words)
    return pieces


def _boxes(room: QRectF, columns: int, rows: int, gap: float) -> list[QRectF]:
    width = (room.width() - gap * (columns - 1)) / columns
    height = (room.height() - gap * (rows - 1)) / rows
    return [
        QRectF(
            room.left() + column * (width + gap), room.top() + row * (height + gap), width, height
        )
        for row in range(rows)
        for column in range(columns)
    ]


def _head(setter: Typesetter, snapshot: StageSnapshot) -> tuple[list[Piece], float]:
    """Return title, call-back time and time of day, and where they end."""
    pieces: list[Piece] = []
    right, base = WIDTH - SIDE, _TOP + 62
    if snapshot.time_of_day:
        box = QRectF(right - 240, base - 38, 240, 52)
        time = setter.words("time", snapshot.time_of_day, KICKER, "text-2", box, is_right=True)
        pieces.append(time)
        right = time.box.left() - 48
    back_at = snapshot.breakouts.back_at if snapshot.breakouts else ""
    if back_at:
        box = QRectF(right - 720, base - 38, 720, 52)
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
