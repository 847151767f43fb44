"""The frame that says REHEARSAL: bright, around the slide, in margins that no slide uses."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from workshop_studio.ui.stage.lettering import HEIGHT, WIDTH
from workshop_studio.ui.stage.pieces import Panel, Piece, Sign

WORD = "REHEARSAL"
_TOP, _SIDE, _FOOT = 40.0, 56.0, 20.0


def rehearsal_frame() -> list[Piece]:
    """Return four bright strips with the word above and, turned, on both sides."""
    left = QRectF(0, 0, _SIDE, HEIGHT)
    right = QRectF(WIDTH - _SIDE, 0, _SIDE, HEIGHT)
    top = QRectF(_SIDE, 0, WIDTH - 2 * _SIDE, _TOP)
    pieces: list[Piece] = [
        Panel("rehearsal left", left, "text", 0),
        Panel("rehearsal right", right, "text", 0),
        Panel("rehearsal top", top, "text", 0),
        Panel("rehearsal foot", QRectF(_SIDE, HEIGHT - _FOOT, WIDTH - 2 * _SIDE, _FOOT), "text", 0),
    ]
    for place in range(3):
        box = QRectF(_SIDE + 40 + place * 576, 0, 576, _TOP)
        pieces.append(Sign(f"rehearsal word {place + 1}", box, WORD, 36, "canvas"))
    for place in range(2):
        height = (HEIGHT - _TOP - _FOOT) / 2
        box = QRectF(0, _TOP + place * height, _SIDE, height)
        pieces.append(Sign(f"rehearsal left {place + 1}", box, WORD, 48, "canvas", turn=-90))
        box = box.translated(WIDTH - _SIDE, 0)
        pieces.append(Sign(f"rehearsal right {place + 1}", box, WORD, 48, "canvas", turn=90))
    return pieces
