"""The message to the room: a band at the foot of a slide, or a slide of its own when long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt

from workshop_studio.ui.kit.fitting import FittedText, balanced, fit_text
from workshop_studio.ui.stage.lettering import FLOOR, GROUP, HEIGHT, SIDE, WIDTH, draw_lines

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from workshop_studio.ui.theme.theme import Theme

_LINE = 74.0
_RATIO = 74 / 64
_INDENT, _PAD, _MARGIN = 48.0, 22.0, 24.0
_BAND_FLOOR = 44
_ROOM = QSizeF(WIDTH - 2 * SIDE - 2 * _INDENT, 2 * _LINE)
PAGE = QRectF(SIDE, 220, WIDTH - 2 * SIDE, 660)


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


def band_box(text: FittedText) -> QRectF:
    """Return the rectangle of the band on the slide of 1920 x 1080."""
    height = text.height_px + 2 * _PAD
    return QRectF(SIDE - _MARGIN, HEIGHT - height - _MARGIN, WIDTH - 2 * SIDE + 2 * _MARGIN, height)


def on_page(theme: Theme, message: str) -> FittedText:
    """Return the message as a slide of its own sets it."""
    font = theme.font("sentence", GROUP)
    return fit_text(
        message, font, PAGE.size(), largest_px=80, floor_px=FLOOR, line_ratio=_RATIO
    )  # fmt: skip


def draw_band(painter: QPainter, theme: Theme, text: FittedText) -> None:
    """Draw the band over the foot of a slide."""
    box = band_box(text)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent-soft", "stage"))
    painter.drawRoundedRect(box, 24, 24)
    painter.setBrush(theme.colour("accent", "stage"))
    painter.drawRoundedRect(QRectF(box.left(), box.top() + 20, 10, box.height() - 40), 5, 5)
    painter.setPen(theme.colour("text", "stage"))
    inner = QRectF(box.left() + _INDENT + _MARGIN, box.top() + _PAD, _ROOM.width(), text.height_px)
    draw_lines(painter, theme.font("sentence", GROUP), text, inner)


def draw_page(painter: QPainter, theme: Theme, message: str) -> None:
    """Draw a long message as a slide of its own."""
    painter.setPen(theme.colour("text", "stage"))
    draw_lines(painter, theme.font("sentence", GROUP), on_page(theme, message), PAGE)
