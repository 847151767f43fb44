"""Text made to fit: lines broken at words, sizes shrunk from a largest to a floor.

Nothing here ever shortens a text: what does not fit at the floor is reported, not cut.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

_MUCH = 1_000_000.0
_ROUNDING_PX = 0.5
_KEPT = 1024


@dataclass(frozen=True, slots=True)
class FittedText:
    """A text broken into lines at a size in pixels.

    line_px: distance of two baselines. fits: whether all lines lie inside the rectangle; when
    not, the text needs another page (it is set at the floor then).
    """

    size_px: int
    line_px: float
    lines: tuple[str, ...]
    fits: bool

    @property
    def height_px(self) -> float:
        """Return the height of all lines together."""
        return self.line_px * len(self.lines)


def break_lines(text: str, font: QFont, width_px: float) -> tuple[str, ...]:
    """Return the lines of a text at most width_px wide, broken at words.

    Line breaks of the text stay. A word wider than the width is broken inside the word. The
    lines together hold every character of the text but the blanks at the breaks.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_break_paragraph(paragraph, font, width_px))
    return tuple(lines)


def text_width(text: str, font: QFont) -> float:
    """Return the width of the widest line of a text in pixels."""
    metrics = QFontMetricsF(font)
    return max(metrics.horizontalAdvance(line) for line in text.split("\n"))


def fit_text(
    text: str, font: QFont, box: QSizeF, *, largest_px: int, floor_px: int, line_ratio: float = 1.2
) -> FittedText:
    """Return the text at the largest size that fits the box, between floor_px and largest_px.

    font: face and weight; its size is not used. line_ratio: line height as a share of the size.
    """
    # A slide is drawn again for every second of its clock, and its words stay for minutes.
    face, sides = _Face(font.key(), font), (box.width(), box.height())
    return _fit_once(text, face, sides, (floor_px, max(floor_px, largest_px)), line_ratio)


@dataclass(frozen=True, slots=True)
class _Face:
    """A font that can be looked up: Qt's own fonts cannot be hashed."""

    key: str
    font: QFont = field(compare=False)


@lru_cache(maxsize=_KEPT)
def _fit_once(
    text: str,
    face: _Face,
    sides: tuple[float, float],
    sizes_px: tuple[int, int],
    line_ratio: float,
) -> FittedText:
    font, box = QFont(face.font), QSizeF(*sides)
    low, high = sizes_px
    best = _set_at(text, font, box, low, line_ratio)
    if not best.fits:
        return best
    while low < high:
        middle = (low + high + 1) // 2
        candidate = _set_at(text, font, box, middle, line_ratio)
        if candidate.fits:
            low, best = middle, candidate
        else:
            high = middle - 1
    return best


def balanced(text: str, font: QFont, fitted: FittedText, width_px: float) -> FittedText:
    """Return a fitted text with its lines about equally long, so that no word is left alone.

    Size and number of lines stay; the text is broken at the least width that allows it.
    """
    if len(fitted.lines) < 2:
        return fitted
    sized = QFont(font)
    sized.setPixelSize(fitted.size_px)
    low, high, best = width_px / 2, width_px, fitted.lines
    while high - low > 8:
        middle = (low + high) / 2
        lines = break_lines(text, sized, middle)
        if len(lines) == len(best) and not _breaks_a_word(text, lines):
            high, best = middle, lines
        else:
            low = middle
    return replace(fitted, lines=best)


def fitted_size(font: QFont, text: str, width_px: float, largest_px: int, floor_px: int) -> int:
    """Return the largest pixel size between floor and largest at which one line fits the width."""
    probe = QFont(font)
    probe.setPixelSize(largest_px)
    natural = text_width(text, probe)
    if natural <= width_px or natural <= 0:
        return largest_px
    return max(floor_px, int(largest_px * width_px / natural))


def _set_at(text: str, font: QFont, box: QSizeF, size_px: int, line_ratio: float) -> FittedText:
    sized = QFont(font)
    sized.setPixelSize(size_px)
    lines = break_lines(text, sized, box.width())
    line_px = size_px * line_ratio
    # A sign may be drawn wider alone than beside its neighbour, which then stands on another line.
    is_narrow = text_width("\n".join(lines), sized) <= box.width() + _ROUNDING_PX
    is_low = line_px * len(lines) <= box.height()
    fits = is_narrow and is_low and not _breaks_a_word(text, lines)
    return FittedText(size_px, line_px, lines, fits)


def _breaks_a_word(text: str, lines: tuple[str, ...]) -> bool:
    """Return whether some word was too wide; a smaller size is better than half a word."""
    return " ".join(lines).split() != text.split()


def _break_paragraph(text: str, font: QFont, width_px: float) -> list[str]:
    if not text or QFontMetricsF(font).horizontalAdvance(text) <= width_px:
        return [text]
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(max(1.0, min(width_px + _ROUNDING_PX, _MUCH)))
        lines.append(_slice(text, line.textStart(), line.textLength()).rstrip(" "))
        line = layout.createLine()
    layout.endLayout()
    return lines


def _slice(text: str, start: int, length: int) -> str:
    """Return a part by positions of UTF-16, the way Qt counts."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    part = encoded[start * 2 : (start + length) * 2]
    return part.decode("utf-16-le", "surrogatepass")
