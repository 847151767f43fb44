"""Sets the texts of the slides: fitted, balanced and remembered, because clocks repaint often."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFont

from workshop_studio.ui.kit.fitting import FittedText, balanced, fit_text, text_width
from workshop_studio.ui.stage.ink import Face, Ink
from workshop_studio.ui.stage.lettering import FLOOR
from workshop_studio.ui.stage.lists import below_floor, set_lines
from workshop_studio.ui.stage.pieces import Digits, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workshop_studio.ui.theme.theme import Theme

_REMEMBERED = 2000
_Made = TypeVar("_Made")
_OVERSHOOT = 0.02
_DIGITS = "0123456789"


def clock_form(text: str) -> str:
    """Return a clock with all its digits 0: clocks of one form have one size."""
    return "".join("0" if letter.isdigit() else letter for letter in text)


class Typesetter(Ink):
    """Sets texts in the fonts of the stage, and remembers every one that was set lately."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._made: dict[tuple[object, ...], Any] = {}

    def remembered(self, key: tuple[object, ...], make: Callable[[], _Made]) -> _Made:
        """Return what was made for a key before, or make it now."""
        if key not in self._made:
            if len(self._made) >= _REMEMBERED:
                self._made.clear()
            self._made[key] = make()
        found: _Made = self._made[key]
        return found

    def fitted(
        self, text: str, face: Face, box: QSizeF, largest_px: int, floor_px: int = FLOOR,
    ) -> FittedText:  # fmt: skip
        """Return a text that lies inside the box, whole, with even lines.

        Below floor_px only where no other way is left to show all of it; `fits` is false then.
        """
        key = (text, face, box.width(), box.height(), largest_px, floor_px)
        return self.remembered(key, lambda: self._fit(text, face, box, largest_px, floor_px))

    def _fit(
        self, text: str, face: Face, box: QSizeF, largest_px: int, floor_px: int
    ) -> FittedText:
        font, ratio = self.font(face), face.ratio
        found = fit_text(
            text, font, box, largest_px=largest_px, floor_px=floor_px, line_ratio=ratio
        )
        if found.fits:
            return balanced(text, font, found, box.width())
        if found.height_px <= box.height():
            return found  # a word longer than the box goes on in the next line
        return below_floor(text, font, box, floor_px)

    def words(
        self, name: str, text: str, face: Face, tone: str, box: QRectF, *,
        largest_px: int = 0, is_right: bool = False, is_middle: bool = False,
    ) -> Words:  # fmt: skip
        """Return a text placed at the top of its box.

        is_right: at the right edge. is_middle: half way down.
        """
        size = largest_px or self.font(face).pixelSize()
        text_set = self.fitted(text, face, box.size(), size)
        return self.placed(name, text_set, face, tone, box, is_right=is_right, is_middle=is_middle)

    def placed(
        self, name: str, text: FittedText, face: Face, tone: str, box: QRectF, *,
        is_right: bool = False, is_middle: bool = False,
    ) -> Words:  # fmt: skip
        """Return a fitted text placed at the top of a box."""
        width = self.width("\n".join(text.lines), face, text.size_px)
        left = box.right() - width if is_right else box.left()
        top = box.top() + (max(0.0, box.height() - text.height_px) / 2 if is_middle else 0.0)
        return Words(name, QRectF(left, top, width, text.height_px), text, face, tone)

    def width(self, text: str, face: Face, size_px: int) -> float:
        """Return the width of a text at a size."""
        font = QFont(self.font(face))
        font.setPixelSize(size_px)
        return text_width(text, font)

    def digits(
        self, name: str, text: str, left: float, base: float, size: float, tone: str
    ) -> Digits:
        """Return a clock with its ink from `left` on."""
        cap, slack = self.glyphs.cap * size, _OVERSHOOT * size
        box = QRectF(left, base - cap - slack, self.glyphs.width(text) * size, cap + 2 * slack)
        return Digits(name, box, text, size, base, tone)

    def clock_size(self, text: str, largest: float, width: float) -> float:
        """Return the size at which a clock of this form fits a width, whatever its digits are."""
        form = clock_form(text)
        widest = self.remembered(("clock", form), lambda: self._widest(form))
        return min(largest, width / max(0.1, widest))

    def _widest(self, form: str) -> float:
        """Return the width at size 1 with the widest digits; the inner ones stand in cells."""
        first, last = (_DIGITS if end == "0" else end for end in (form[:1], form[-1:]))
        if len(form) < 2:
            return max((self.glyphs.width(one) for one in first), default=0.0)
        middle = form[1:-1]
        return max(self.glyphs.width(one + middle + other) for one in first for other in last)

    def listed(
        self, texts: Sequence[str], face: Face, box: QSizeF, largest_px: int = 48
    ) -> tuple[list[FittedText], float]:
        """Return the lines of a list in one size, and their distance; see `set_lines`."""
        key = (*texts, face, box.width(), box.height(), largest_px, "list")
        return self.remembered(key, lambda: self._list(texts, self.font(face), box, largest_px))

    def _list(
        self, texts: Sequence[str], font: QFont, box: QSizeF, largest_px: int
    ) -> tuple[list[FittedText], float]:
        rows, gap = set_lines(font, texts, box, largest_px)
        even = [
            balanced(text, font, row, box.width()) if row.fits else row
            for text, row in zip(texts, rows, strict=True)
        ]
        return even, gap
