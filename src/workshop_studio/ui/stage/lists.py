"""The lines of a slide: all in one size, as large as their room allows, none shortened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont

from workshop_studio.ui.kit.fitting import FittedText, break_lines, fit_text, text_width
from workshop_studio.ui.stage.lettering import FLOOR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QSizeF

RATIO = 58 / 48
TIGHT = 1.12
_LEAST = 8
_ONE_ROW_SHARE = 42 / 48
_GAP_SHARE = 26 / 48
_ROUNDING = 1.03


def set_lines(
    font: QFont, texts: Sequence[str], box: QSizeF, largest_px: int = 48
) -> tuple[list[FittedText], float]:
    """Return the lines of a list, all in the largest size that fits the box, and their distance.

    A little smaller is better than two rows for one line, and two rows are better than much
    smaller. At the floor the distance gives way, then the leading. Only a list that fits no other
    way goes below the floor. Nothing is shortened.
    """
    rows: list[FittedText] = []
    for size, is_one_row in _tries(font, texts, box, largest_px):
        gap = size * _GAP_SHARE
        rows = [
            fit_text(text, font, box, largest_px=size, floor_px=size, line_ratio=RATIO)
            for text in texts
        ]
        used = _height(rows, gap)
        has_wrapped = is_one_row and any(len(row.lines) > 1 for row in rows)
        if used <= box.height() and all(row.fits for row in rows) and not has_wrapped:
            return rows, gap
    if _height(rows, 0) > box.height():
        rows = _tight(font, texts, box)
    room = (box.height() - _height(rows, 0)) / max(1, len(rows) - 1)
    return rows, max(0.0, min(FLOOR * _GAP_SHARE, room))


def below_floor(text: str, font: QFont, box: QSizeF, floor_px: int) -> FittedText:
    """Return a text that needs more room than there is: smaller than the floor, but whole."""
    for size in range(floor_px, _LEAST, -1):
        found = _packed(font, text, box.width(), size)
        if found.height_px <= box.height():
            return found
    return _packed(font, text, box.width(), _LEAST)


def _tries(
    font: QFont, texts: Sequence[str], box: QSizeF, largest_px: int
) -> Iterator[tuple[int, bool]]:
    sized = QFont(font)
    sized.setPixelSize(largest_px)
    widest = max((text_width(text, sized) for text in texts), default=0.0)
    for size in range(largest_px, max(FLOOR, round(largest_px * _ONE_ROW_SHARE)) - 1, -1):
        if widest * size / largest_px <= box.width() * _ROUNDING:
            yield size, True
    for size in range(largest_px, FLOOR - 1, -1):
        yield size, False


def _tight(font: QFont, texts: Sequence[str], box: QSizeF) -> list[FittedText]:
    rows: list[FittedText] = []
    for size in range(FLOOR, _LEAST - 1, -1):
        rows = [_packed(font, text, box.width(), size) for text in texts]
        if _height(rows, 0) <= box.height():
            break
    return rows


def _packed(font: QFont, text: str, width: float, size_px: int) -> FittedText:
    sized = QFont(font)
    sized.setPixelSize(size_px)
    lines = break_lines(text, sized, width)
    return FittedText(size_px, size_px * TIGHT, lines, fits=size_px >= FLOOR)


def _height(rows: Sequence[FittedText], gap: float) -> float:
    return sum(row.height_px for row in rows) + gap * max(0, len(rows) - 1)
