"""Styles and the plain bricks that every printed page is built from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.graphics.shapes import STATE_DEFAULTS
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable, HRFlowable, Paragraph

from workshop_studio.domain.prints import Paper

if TYPE_CHECKING:
    from reportlab.lib.colors import Color
    from reportlab.pdfgen.canvas import Canvas

    from workshop_studio.reports.text import Typesetter

SIZES = {Paper.A4: A4, Paper.LETTER: LETTER}
SMALLEST = 7.5
# Drawings would name Helvetica in every file, which none of them embeds.
STATE_DEFAULTS["fontName"] = "Inter"


@dataclass(frozen=True, slots=True)
class Styles:
    """Paragraph styles around one body size, in points; nothing is smaller than 7.5."""

    body: ParagraphStyle
    quiet: ParagraphStyle
    label: ParagraphStyle
    head: ParagraphStyle


def styles(ink: dict[str, Color], size: float = 9.0) -> Styles:
    """Return the styles for a body of so many points; 9 is the governance card's."""
    leading = size * 11.2 / 9
    base = {
        "fontName": "Inter",
        "fontSize": size,
        "leading": leading,
        "textColor": ink["text"],
        "splitLongWords": 1,
    }
    strong = {
        **base,
        "fontName": "Inter-Strong",
        "fontSize": max(SMALLEST, size - 1),
        "leading": max(SMALLEST, size - 1) * 1.225,
        "spaceBefore": 1.5,
    }
    return Styles(
        ParagraphStyle("body", **base),
        ParagraphStyle("quiet", **{**base, "textColor": ink["text-2"]}),
        ParagraphStyle("label", **strong),
        ParagraphStyle(
            "head",
            fontName="Serif",
            fontSize=size + 2,
            leading=(size + 2) * 1.27,
            textColor=ink["accent"],
            spaceBefore=5,
            spaceAfter=1,
        ),
    )


class Story:
    """Collects flowables; every text goes through the typesetter and is literal."""

    def __init__(
        self, setter: Typesetter, ink: dict[str, Color], size: float = 9.0, air: float = 0.0
    ) -> None:
        """Set in a size; air: points more above and below each rule."""
        self.setter, self.ink, self._air = setter, ink, air
        self.styles = styles(ink, size)
        self.styles.head.spaceBefore += 2.5 * air
        self.parts: list[Flowable] = []

    def paragraph(self, text: str, style: ParagraphStyle) -> Paragraph:
        """Return a paragraph that prints the text as typed."""
        return Paragraph(self.setter.literal(text, style.fontName), style)

    def add(self, text: str, style: ParagraphStyle) -> None:
        """Add a paragraph."""
        self.parts.append(self.paragraph(text, style))

    def rule(self) -> None:
        """Add a hairline."""
        self.parts.append(
            HRFlowable(
                "100%",
                0.5,
                color=self.ink["line"],
                spaceBefore=1.8 + self._air,
                spaceAfter=0.5 + self._air,
            )
        )


class SplitLine(Flowable):  # type: ignore[misc]
    """A text at the left and its limit at the right, on one line; both fit, or use a paragraph."""

    def __init__(self, left: Paragraph, right: Paragraph, right_width: float) -> None:
        super().__init__()
        self._left, self._right, self._right_width = left, right, right_width

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size."""
        self.width = width
        high = [p.wrap(w, height)[1] for p, w in self._places()]
        self.height = max(high) + 2.5
        return width, self.height

    def _places(self) -> tuple[tuple[Paragraph, float], tuple[Paragraph, float]]:
        return (self._left, self.width - self._right_width - 5), (self._right, self._right_width)

    def draw(self) -> None:
        """Draw both."""
        (left, _), (right, wide) = self._places()
        left.drawOn(self.canv, 0, self.height - left.height)
        right.drawOn(self.canv, self.width - wide, self.height - right.height)


def width_of(text: str, style: ParagraphStyle) -> float:
    """Return the width of a text on one line, in points."""
    return line_width(text, style.fontName, style.fontSize)


def line_width(text: str, font: str, size: float) -> float:
    """Return the width of a text on one line, in points; line breaks count as spaces."""
    return float(pdfmetrics.stringWidth(" ".join(text.split()), font, size))


class Furniture:
    """Words at fixed places of a page, outside the flow."""

    def __init__(self, setter: Typesetter, ink: dict[str, Color]) -> None:
        self.setter, self.ink = setter, ink

    def paragraph(
        self, text: str, size: float, role: str, font: str = "Inter", *, is_right: bool = False
    ) -> Paragraph:
        """Return a paragraph of furniture; line breaks become spaces."""
        style = ParagraphStyle(
            "furniture",
            fontName=font,
            fontSize=size,
            leading=size * 1.2,
            textColor=self.ink[role],
            alignment=2 if is_right else 0,
            splitLongWords=1,
        )
        return Paragraph(self.setter.literal(" ".join(text.split()), font), style)

    def put(self, canvas: Canvas, line: Paragraph, x: float, top: float, width: float) -> float:
        """Draw a paragraph with its first line at `top`; return its height."""
        _, high = line.wrap(width, 10_000)
        line.drawOn(canvas, x, top - high)
        return float(high)

    def rule(self, canvas: Canvas, y: float, left: float, right: float, role: str) -> None:
        """Draw a horizontal rule: thick in the accent, thin otherwise."""
        canvas.setStrokeColor(self.ink[role])
        canvas.setLineWidth(1.4 if role == "accent" else 0.6)
        canvas.line(left, y, right, y)
