"""Painted marks: shapes of states, the big clock, the step bar, team badges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_studio.domain.timer import TimerPhase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from workshop_studio.domain.live import StageSegment
    from workshop_studio.ui.theme.theme import Theme

PHASE_ROLE = {
    TimerPhase.NORMAL: "text",
    TimerPhase.WARNING: "watch",
    TimerPhase.DANGER: "alert",
    TimerPhase.OVER: "alert",
    TimerPhase.PAUSED: "quiet",
}
PHASE_SHAPE = {
    TimerPhase.NORMAL: "none",
    TimerPhase.WARNING: "watch",
    TimerPhase.DANGER: "alert",
    TimerPhase.OVER: "over",
    TimerPhase.PAUSED: "paused",
}

_CLOSER = 49
"""How much closer than usual the characters of a clock stand, of 1000."""


def draw_shape(painter: QPainter, shape: str, box: QRectF, colour: QColor) -> None:
    """Draw the shape of a state or timer phase into a square box.

    Shapes: quiet, watch, alert, recovering, not-enough-data, cannot-compute, over, paused, none.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = max(1.5, box.width() / 8)
    pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = box.adjusted(width, width, -width, -width)
    middle = inner.center()
    if shape in {"quiet", "recovering", "not-enough-data"}:
        if shape == "not-enough-data":
            pen.setDashPattern([1.6, 1.6])
            painter.setPen(pen)
        painter.drawEllipse(inner)
        if shape == "recovering":
            top, bottom = middle.y() - inner.height() / 4, middle.y() + inner.height() / 4
            painter.drawLine(QPointF(middle.x(), bottom), QPointF(middle.x(), top))
            side = inner.width() / 6
            painter.drawLine(QPointF(middle.x() - side, top + side), QPointF(middle.x(), top))
            painter.drawLine(QPointF(middle.x() + side, top + side), QPointF(middle.x(), top))
    elif shape == "watch":
        painter.drawPolygon(
            QPolygonF([QPointF(middle.x(), inner.top()), inner.bottomRight(), inner.bottomLeft()])
        )
    elif shape in {"alert", "over"}:
        diamond = QPolygonF([
            QPointF(middle.x(), inner.top()), QPointF(inner.right(), middle.y()),
            QPointF(middle.x(), inner.bottom()), QPointF(inner.left(), middle.y()),
        ])  # fmt: skip
        painter.setBrush(colour)
        if shape == "over":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawPath(_with_plus_cut_out(diamond, inner))
        else:
            painter.drawPolygon(diamond)
    elif shape == "paused":
        bar = inner.width() / 4
        painter.fillRect(QRectF(inner.left(), inner.top(), bar, inner.height()), colour)
        painter.fillRect(QRectF(inner.right() - bar, inner.top(), bar, inner.height()), colour)
    elif shape == "cannot-compute":
        painter.drawRect(inner)
        painter.drawLine(inner.bottomLeft(), inner.topRight())
    painter.restore()


def _with_plus_cut_out(shape: QPolygonF, box: QRectF) -> QPainterPath:
    """Return the shape with a plus in its middle through which the ground shows."""
    whole = QPainterPath()
    whole.addPolygon(shape)
    whole.closeSubpath()
    middle, arm, half = box.center(), box.width() * 0.24, box.width() * 0.07
    plus = QPainterPath()
    plus.setFillRule(Qt.FillRule.WindingFill)
    plus.addRect(QRectF(middle.x() - arm, middle.y() - half, 2 * arm, 2 * half))
    plus.addRect(QRectF(middle.x() - half, middle.y() - arm, 2 * half, 2 * arm))
    return whole.subtracted(plus)


class GlyphCache:
    """Outlines of the clock's characters, made once; drawing a clock is then one fill each.

    The face's own figures are used, whose 1 has no foot. All digits but the first stand in cells
    of one width, so that no digit moves when another one changes.
    """

    def __init__(self, font: QFont) -> None:
        self._font = QFont(font)
        self._font.setPixelSize(1000)
        self._font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self._metrics = QFontMetricsF(self._font)
        self._paths: dict[str, QPainterPath] = {}
        self._cell = max(self._metrics.horizontalAdvance(digit) for digit in "0123456789")
        self.cap = self._metrics.capHeight() / 1000

    def width(self, text: str) -> float:
        """Return the width of the ink of the text at size 1."""
        if not text:
            return 0.0
        places = self._places(text)
        return (places[-1] + self._path(text[-1]).boundingRect().right()) / 1000

    def draw(
        self, painter: QPainter, text: str, left: float, base: float, size: float, colour: QColor
    ) -> None:
        """Fill the text with its ink from `left` on and its baseline at `base`."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(left, base)
        painter.scale(size / 1000, size / 1000)
        for letter, place in zip(text, self._places(text), strict=True):
            painter.fillPath(self._path(letter).translated(place, 0), colour)
        painter.restore()

    def _places(self, text: str) -> list[float]:
        """Return where each character's origin stands at size 1000, ink from 0 on."""
        places: list[float] = []
        pen = -self._path(text[0]).boundingRect().left() if text else 0.0
        for index, letter in enumerate(text):
            advance = self._metrics.horizontalAdvance(letter)
            room = self._cell if index and letter.isdigit() else advance
            places.append(pen + (room - advance) / 2)
            pen += room - _CLOSER
        return places

    def _path(self, letter: str) -> QPainterPath:
        if letter not in self._paths:
            path = QPainterPath()
            # Outlines of one glyph overlap; the other fill rule would punch holes there.
            path.setFillRule(Qt.FillRule.WindingFill)
            path.addText(0, 0, self._font, letter)
            self._paths[letter] = path
        return self._paths[letter]


class BigClock(QWidget):
    """The countdown; repaints only when what it says has changed."""

    def __init__(self, theme: Theme, pixel_size: int) -> None:
        super().__init__()
        self._theme = theme
        self._size = pixel_size
        self._glyphs = GlyphCache(theme.font("clock"))
        self._text, self._phase = "", TimerPhase.NORMAL
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Time left")
        theme.changed.connect(self.update)
        self._resize()

    @property
    def text(self) -> str:
        """Return the shown text."""
        return self._text

    def set_pixel_size(self, pixel_size: int) -> None:
        """Change how large it is."""
        if pixel_size != self._size:
            self._size = pixel_size
            self._resize()

    def show_time(self, text: str, phase: TimerPhase) -> None:
        """Show a time in the colour of its phase."""
        if (text, phase) == (self._text, self._phase):
            return
        # Only the first character and their number change how wide a clock is.
        is_other_width = (text[:1], len(text)) != (self._text[:1], len(self._text))
        self._text, self._phase = text, phase
        if is_other_width:
            self._resize()
        self.setAccessibleDescription(f"{text} {phase.value}")
        self.update()

    def _resize(self) -> None:
        # With the widest digit behind the first: the ink of a 1 ends before that of a 0.
        text = self._text or "00:00"
        widest = text[0] + "".join("0" if letter.isdigit() else letter for letter in text[1:])
        width = self._glyphs.width(widest) * self._size
        self.setFixedSize(QSize(round(width) + 4, round(self._glyphs.cap * self._size) + 12))
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the digits."""
        painter = QPainter(self)
        colour = self._theme.colour(PHASE_ROLE[self._phase])
        self._glyphs.draw(painter, self._text, 0, self.height() - 6, self._size, colour)


class ShapeMark(QWidget):
    """A state's shape on its own, beside its word."""

    def __init__(self, theme: Theme, size: int = 16) -> None:
        super().__init__()
        self._theme, self._shape, self._role = theme, "none", "text"
        self.setFixedSize(size, size)
        theme.changed.connect(self.update)

    def set_shape(self, shape: str, role: str) -> None:
        """Show a shape in a role's colour; "none" hides it."""
        self._shape, self._role = shape, role
        self.setVisible(shape != "none")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        draw_shape(QPainter(self), self._shape, QRectF(self.rect()), self._theme.colour(self._role))


class StepBar(QWidget):
    """The parts of a block and how far each has come, with names below."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._segments: tuple[StageSegment, ...] = ()
        self._labels: tuple[str, ...] = ()
        self._current = 0
        self.setFixedHeight(34)
        theme.changed.connect(self.update)

    def show_steps(
        self, segments: Sequence[StageSegment], labels: Sequence[str], current: int
    ) -> None:
        """Show segments; labels may be empty. It paints only when a pixel changes."""
        wanted = (tuple(segments), tuple(labels), current)
        pixels = self._pixels(wanted[0])
        if (pixels, *wanted[1:]) != (self._pixels(self._segments), self._labels, self._current):
            self._segments, self._labels, self._current = wanted
            self.update()

    def _pixels(self, segments: Sequence[StageSegment]) -> list[tuple[float, int]]:
        """Return each segment's share, and how many of its pixels are filled."""
        width = self.width() * self.devicePixelRatioF()
        return [(one.share, int(one.share * one.done * width)) for one in segments]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bar and names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap, left = 4.0, 0.0
        width = self.width() - gap * max(0, len(self._segments) - 1)
        for index, segment in enumerate(self._segments):
            span = segment.share * width
            painter.setBrush(self._theme.colour("line"))
            painter.drawRoundedRect(QRectF(left, 0, span, 6), 3, 3)
            if segment.done > 0:
                role = "text-2" if index < self._current else "accent"
                painter.setBrush(self._theme.colour(role))
                painter.drawRoundedRect(QRectF(left, 0, span * segment.done, 6), 3, 3)
            if index < len(self._labels):
                self._label(painter, index, QRectF(left, 12, span, 20))
                painter.setPen(Qt.PenStyle.NoPen)
            left += span + gap

    def _label(self, painter: QPainter, index: int, box: QRectF) -> None:
        is_current = index == self._current
        font = self._theme.font("caption")
        if is_current:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text" if is_current else "text-3"))
        words = QFontMetricsF(font).elidedText(
            self._labels[index], Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, words)


class TeamBadge(QWidget):
    """The letter of a team in its coloured rounded square."""

    def __init__(self, theme: Theme, letter: str, size: int = 22) -> None:
        super().__init__()
        self._theme, self._letter = theme, letter
        self.setFixedSize(size, size)
        self.setAccessibleName(f"Team {letter}")
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.team_colour(self._letter))
        painter.drawRoundedRect(self.rect(), self.width() / 5, self.width() / 5)
        font = self._theme.font("body-strong")
        font.setPixelSize(round(self.width() * 0.55))
        painter.setFont(font)
        painter.setPen(self._theme.colour("surface"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letter)
