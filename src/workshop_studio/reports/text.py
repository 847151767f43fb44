"""Text of participants for paragraphs: literal, whole, and in fonts that have its signs."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

if TYPE_CHECKING:
    from pathlib import Path

FALLBACK = "DejaVuSans"
_FILES = {
    "Inter": "Inter-400.ttf",
    "Inter-Strong": "Inter-600.ttf",
    "Serif": "SourceSerif4-600.ttf",
    FALLBACK: "DejaVuSans.ttf",
}
# Marks that order mixed writing; they have no shape, but whoever copies the text needs them.
_ORDER_MARKS = frozenset("\u200e\u200f")
_VARIATION = range(0xFE00, 0xFE10)


class Typesetter:
    """Registers the bundled fonts and writes safe paragraph mark-up in them."""

    def __init__(self, fonts: Path) -> None:
        self._signs: dict[str, frozenset[int]] = {}
        for name, file in _FILES.items():
            font = TTFont(name, str(fonts / file))
            pdfmetrics.registerFont(font)
            self._signs[name] = frozenset(font.face.charToGlyph)
        self.replaced: list[str] = []

    def literal(self, text: str, font: str = "Inter") -> str:
        """Return mark-up that prints the text as typed.

        Mark-up in it is escaped, line breaks are kept, control characters and lone surrogates go,
        signs that the font lacks come from the fallback, and what no font has is written as its
        name in brackets and listed in `replaced`.
        """
        lines = unicodedata.normalize("NFC", text.replace("\r\n", "\n")).split("\n")
        return "<br/>".join(self._line(line, font) for line in lines)

    def _line(self, line: str, font: str) -> str:
        out, run, is_fallback = [], "", False
        for letter in line:
            if _is_shapeless(letter):
                continue
            letter = " " if letter == "\t" else letter
            # An accent stays in the font of its letter, or it would stand beside it.
            if run and unicodedata.combining(letter) and self._has(letter, font, is_fallback):
                run += letter
                continue
            shown, needs_fallback = self._sign(letter, font)
            if needs_fallback != is_fallback and run:
                out.append(_run(run, is_fallback))
                run = ""
            is_fallback = needs_fallback
            run += shown
        out.append(_run(run, is_fallback))
        return "".join(out)

    def _has(self, letter: str, font: str, is_fallback: bool) -> bool:  # noqa: FBT001 - private
        return ord(letter) in self._signs[FALLBACK if is_fallback else font]

    def _sign(self, letter: str, font: str) -> tuple[str, bool]:
        code = ord(letter)
        # The PDF library writes a wrong text map above U+FFFF, so those are spelled out too.
        if code <= 0xFFFF:
            if code in self._signs[font]:
                return letter, False
            if code in self._signs[FALLBACK]:
                return letter, True
        name = f"[{unicodedata.name(letter, f'U+{code:04X}').lower()}]"
        self.replaced.append(letter)
        return name, False


def _is_shapeless(letter: str) -> bool:
    """Return whether a sign has nothing to print: controls, lone surrogates, joiners."""
    if letter == "\t" or letter in _ORDER_MARKS:
        return False
    return unicodedata.category(letter) in {"Cc", "Cs", "Cf"} or ord(letter) in _VARIATION


def _run(text: str, is_fallback: bool) -> str:  # noqa: FBT001 - private, called in one place
    if not text:
        return ""
    safe = escape(text)
    return f'<font name="{FALLBACK}">{safe}</font>' if is_fallback else safe
