"""The stage's measure and how its texts are set: fitted, never shortened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

if TYPE_CHECKING:
    from workshop_studio.ui.kit.fitting import FittedText

WIDTH, HEIGHT = 1920.0, 1080.0
SIDE = 96.0
FLOOR = 32
GROUP = "stage at 1080"


def draw_lines(painter: QPainter, font: QFont, text: FittedText, box: QRectF) -> float:
    """Draw a fitted text from the top of its box, in the painter's pen; return where it ends."""
    sized = QFont(font)
    sized.setPixelSize(text.size_px)
    metrics = QFontMetricsF(sized)
    painter.setFont(sized)
    # Letters stand in the middle of their line, whatever the font's own leading is.
    drop = (text.line_px + metrics.ascent() - metrics.descent()) / 2
    top = box.top()
    for line in text.lines:
        painter.drawText(QPointF(box.left(), top + drop), line)
        top += text.line_px
    return top
