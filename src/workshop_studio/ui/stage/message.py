"""The bands at the foot of a slide: a message to the room, and what the room must do now.

A message too long for its band gets a slide of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF

from workshop_studio.ui.kit.fitting import FittedText, balanced, fit_text
from workshop_studio.ui.stage.ink import SENTENCE
from workshop_studio.ui.stage.lettering import FLOOR, GROUP, HEIGHT, SIDE, WIDTH
from workshop_studio.ui.stage.pieces import Panel, Piece
from workshop_studio.ui.stage.typesetter import Typesetter

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from workshop_studio.ui.theme.theme import Theme

_LINE = 74.0
_RATIO = 74 / 64
_INDENT, _PAD, _MARGIN = 48.0, 22.0, 24.0
_BAND_FLOOR = 44
_ROOM = QSizeF(WIDTH - 2 * SIDE - 2 * _INDENT, 2 * _LINE)
PAGE = QRectF(SIDE, 220, WIDTH - 2 * SIDE, 660)
GAP = 20.0


def in_band(theme: Theme, message: str, *, is_slim: bool = False) -> FittedText:
    """Return the message as the band sets it; it does not fit when it needs a slide of its own.

    is_slim: one line in a smaller size where that is possible, to leave room for charts.
    """
    font = theme.font("sentence", GROUP)
    if is_slim:
        line = QSizeF(_ROOM.width(), 48 * _RATIO)
        text = fit_text(message, font, line, largest_px=48, floor_px=36, line_ratio=_RATIO)
        if text.fits:
            return text
    text = fit_text(message, font, _ROOM, largest_px=64, floor_px=_BAND_FLOOR, line_ratio=_RATIO)
    return balanced(message, font, text, _ROOM.width())


def band_box(text: FittedText, bottom: float = HEIGHT - _MARGIN) -> QRectF:
    """Return the rectangle of the band on the slide of 1920 x 1080."""
    height = text.height_px + 2 * _PAD
    return QRectF(SIDE - _MARGIN, bottom - height, WIDTH - 2 * SIDE + 2 * _MARGIN, height)


def on_page(theme: Theme, message: str) -> FittedText:
    """Return the message as a slide of its own sets it."""
    font = theme.font("sentence", GROUP)
    return fit_text(
        message, font, PAGE.size(), largest_px=80, floor_px=FLOOR, line_ratio=_RATIO
    )  # fmt: skip


def banded(setter: Typesetter, message: str, *, is_slim: bool = False) -> FittedText:
    """Return the message as the band sets it, remembered; see `in_band`."""
    return setter.remembered(
        ("band", message, is_slim), lambda: in_band(setter.theme, message, is_slim=is_slim)
    )


def band(setter: Typesetter, text: FittedText) -> list[Piece]:
    """Return the pieces of a message's band."""
    box = band_box(text)
    return [
        Panel("message band", box, "accent-soft", 24),
        Panel(
            "message edge", QRectF(box.left(), box.top() + 20, 10, box.height() - 40), "accent", 5
        ),
        setter.placed("message", text, SENTENCE, "text", _inner(box, text)),
    ]


def draw_band(painter: QPainter, theme: Theme, text: FittedText) -> None:
    """Draw the band of a message over the foot of a slide."""
    setter = Typesetter(theme)
    for piece in band(setter, text):
        piece.draw(painter, setter)


def call_band(setter: Typesetter, callout: str, bottom: float) -> list[Piece]:
    """Return the pieces of a call to the room: the only filled band there is."""
    text = setter.fitted(callout, SENTENCE, _ROOM, 72)
    box = band_box(text, bottom)
    return [
        Panel("call band", box, "accent", 24),
        setter.placed("call", text, SENTENCE, "on-accent", _inner(box, text)),
    ]


def _inner(box: QRectF, text: FittedText) -> QRectF:
    left = box.left() + _INDENT + _MARGIN
    return QRectF(left, box.top() + _PAD, _ROOM.width(), text.height_px)


def foot_bands(
    setter: Typesetter, message: str, callout: str, usual_bottom: float, *, is_slim: bool = False
) -> tuple[list[Piece], float]:
    """Return the bands of a slide, and down to where the slide may use its room.

    is_slim: the message on one line where that is possible, as it always is beside a call.
    """
    pieces: list[Piece] = []
    bottom = HEIGHT - _MARGIN
    if message:
        pieces += band(setter, banded(setter, message, is_slim=is_slim or bool(callout)))
        bottom = pieces[0].box.top() - GAP
    if callout:
        called = call_band(setter, callout, bottom)
        pieces += called
        bottom = called[0].box.top() - GAP
    return pieces, bottom if pieces else usual_bottom
