"""Fonts and colours of the stage by role, made once: clocks repaint often."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont

from workshop_studio.ui.kit.marks import GlyphCache
from workshop_studio.ui.stage.lettering import GROUP

if TYPE_CHECKING:
    from workshop_studio.ui.theme.theme import Theme

RATIOS = {"title": 100 / 88, "sentence": 74 / 64, "kicker": 52 / 40, "line": 58 / 48}


@dataclass(frozen=True, slots=True)
class Face:
    """A type role of the stage. is_strong: heavier. is_numeric: figures of one width."""

    role: str
    is_strong: bool = False
    is_numeric: bool = False

    @property
    def ratio(self) -> float:
        """Return the line height as a share of the size."""
        return RATIOS.get(self.role, 1.3)


KICKER, TITLE, SENTENCE, LINE = Face("kicker"), Face("title"), Face("sentence"), Face("line")
STRONG = Face("line", is_strong=True)


class Ink:
    """What pieces are painted with."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.glyphs = GlyphCache(theme.font("clock", GROUP))
        self._fonts: dict[Face, QFont] = {}
        self._colours: dict[str, QColor] = {}

    def colour(self, role: str) -> QColor:
        """Return a colour of the stage theme."""
        if role not in self._colours:
            self._colours[role] = self.theme.colour(role, "stage")
        return self._colours[role]

    def font(self, face: Face) -> QFont:
        """Return the font of a face in the size of its role."""
        if face not in self._fonts:
            font = self.theme.font(face.role, GROUP)
            if face.is_strong:
                font.setWeight(QFont.Weight.DemiBold)
            self._fonts[face] = self.theme.figures(font) if face.is_numeric else font
        return self._fonts[face]

    def spaced_font(self, size_px: int) -> QFont:
        """Return bold letters with air between them, for a sign."""
        font = self.theme.font("label", GROUP)
        font.setPixelSize(size_px)
        font.setWeight(QFont.Weight.Bold)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 124)
        return font
