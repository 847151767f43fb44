"""Draws the slides of the stage at 1920 x 1080 and scales them to whatever the projector has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from workshop_studio.domain.live import LineMark, StageFace, StageSnapshot
from workshop_studio.ui.kit.marks import PHASE_ROLE, PHASE_SHAPE, GlyphCache, draw_shape

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from workshop_studio.ui.theme.theme import Theme

WIDTH, HEIGHT = 1920.0, 1080.0
SIDE = 96.0
FLOOR = 32
GROUP = "stage at 1080"


def wrapped(font: QFont, text: str, width: float) -> list[str]:
    """Return the lines of a text broken at words, or inside a word that is wider than all."""
    layout = QTextLayout(text, font)
    units = text.encode("utf-16-le", "surrogatepass")
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        # Qt counts in UTF-16 units, Python in characters; they part beyond U+FFFF.
        start, end = 2 * line.textStart(), 2 * (line.textStart() + line.textLength())
        lines.append(units[start:end].decode("utf-16-le", "ignore").strip())
    layout.endLayout()
    return lines or [""]


def fitted(font: QFont, text: str, width: float, height: float) -> tuple[QFont, list[str]]:
    """Return the font, shrunk no further than the floor, and the lines that fit into a box.

    At the floor the lines are returned whole even when they are higher than the box: text on a
    stage is never cut.
    """
    size = font.pixelSize()
    while True:
        sized = QFont(font)
        sized.setPixelSize(size)
        lines = wrapped(sized, text, width)
        line_height = QFontMetricsF(sized).height()
        if size <= FLOOR or len(lines) * line_height <= height:
            return sized, lines
        size -= 2


class SlidePainter:
    """Draws a snapshot; knows the stage theme and no service."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._glyphs = GlyphCache(theme.figures(theme.font("clock", GROUP)))

    def colour(self, role: str) -> QColor:
        """Return a colour of the stage theme."""
        return self._theme.colour(role, "stage")

    def draw(self, painter: QPainter, snapshot: StageSnapshot, width: int, height: int) -> None:
        """Draw the snapshot into a window of any shape; the rest is canvas."""
        painter.fillRect(0, 0, width, height, self.colour("canvas"))
        if snapshot.face is StageFace.BLACK:
            painter.fillRect(0, 0, width, height, Qt.GlobalColor.black)
            return
        scale = min(width / WIDTH, height / HEIGHT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.translate((width - WIDTH * scale) / 2, (height - HEIGHT * scale) / 2)
        painter.scale(scale, scale)
        if snapshot.face is StageFace.COUNTDOWN:
            self._countdown(painter, snapshot)
        elif snapshot.face is StageFace.HOLDING:
            self._holding(painter, snapshot)
        if snapshot.message:
            self._message(painter, snapshot.message)
        painter.restore()

    def _words(self, painter: QPainter, text: str, role: str, tone: str, box: QRectF) -> float:
        """Draw fitted text into a box and return where it ends."""
        font, lines = fitted(self._theme.font(role, GROUP), text, box.width(), box.height())
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self.colour(tone))
        top = box.top()
        for line in lines:
            painter.drawText(QPointF(box.left(), top + metrics.ascent()), line)
            top += metrics.height()
        return top

    def _holding(self, painter: QPainter, snapshot: StageSnapshot) -> None:
        width = WIDTH - 2 * SIDE
        self._words(painter, snapshot.session_title, "kicker", "text-2", _box(96, width, 60))
        end = self._words(painter, snapshot.title, "title", "text", _box(360, width, 320))
        for line in snapshot.lines:
            end = self._words(painter, line.text, "line", "text-2", _box(end + 32, width, 140))
        self._clock_corner(painter, snapshot)

    def _clock_corner(self, painter: QPainter, snapshot: StageSnapshot) -> None:
        font = self._theme.figures(self._theme.font("label", GROUP))
        painter.setFont(font)
        painter.setPen(self.colour("text-2"))
        box = QRectF(WIDTH - SIDE - 300, 940, 300, 64)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, flags, snapshot.time_of_day)

    def _countdown(self, painter: QPainter, snapshot: StageSnapshot) -> None:
        width = WIDTH - 2 * SIDE
        self._words(painter, snapshot.session_title, "kicker", "text-2", _box(84, width, 56))
        self._words(painter, snapshot.title, "title", "text", _box(138, width, 204))
        clock = snapshot.clock
        if clock is not None:
            tone = PHASE_ROLE[clock.phase]
            size = min(410.0, 1060 / max(0.1, self._glyphs.width(clock.text)))
            base = 384 + self._glyphs.cap * 410
            self._glyphs.draw(painter, clock.text, SIDE - 8, base, size, self.colour(tone))
            self._caption(painter, clock.caption, PHASE_SHAPE[clock.phase], tone)
        self._lines(painter, snapshot)
        self._bar(painter, snapshot)
        if snapshot.next_up:
            self._next(painter, snapshot.next_up)
        self._clock_corner(painter, snapshot)

    def _caption(self, painter: QPainter, text: str, shape: str, tone: str) -> None:
        left = SIDE
        if shape != "none":
            draw_shape(painter, shape, QRectF(left, 740, 44, 44), self.colour(tone))
            left += 60
        role = "text-2" if shape == "none" else tone
        self._words(painter, text, "line", role, QRectF(left, 732, 1060 - left, 64))

    def _lines(self, painter: QPainter, snapshot: StageSnapshot) -> None:
        left, top, width = 1248.0, 384.0, WIDTH - SIDE - 1248
        has_marks = any(line.mark is not LineMark.PLAIN for line in snapshot.lines)
        for number, line in enumerate(snapshot.lines, start=1):
            tone = "text-2"
            font = self._theme.font("line", GROUP)
            if line.mark is LineMark.CURRENT:
                tone = "text"
                font.setWeight(self._theme.font("label", GROUP).weight())
            indent = 66.0 if has_marks else 0.0
            sized, rows = fitted(font, line.text, width - indent, 62)
            metrics = QFontMetricsF(sized)
            if has_marks:
                self._mark(painter, line.mark, number, left, top, sized)
            painter.setFont(sized)
            painter.setPen(self.colour(tone))
            for row in rows:
                painter.drawText(QPointF(left + indent, top + metrics.ascent()), row)
                top += metrics.height()
            top += 26

    def _mark(
        self, painter: QPainter, mark: LineMark, number: int, left: float, top: float, font: QFont
    ) -> None:
        metrics = QFontMetricsF(font)
        if mark is LineMark.DONE:
            middle = top + metrics.height() / 2 - 20
            pixmap = self._theme.pixmap("check", self.colour("text-2"), 40, 2.0)
            painter.drawPixmap(QPointF(left - 2, middle), pixmap)
            return
        painter.setFont(font)
        painter.setPen(self.colour("accent" if mark is LineMark.CURRENT else "text-3"))
        painter.drawText(QPointF(left, top + metrics.ascent()), str(number))

    def _bar(self, painter: QPainter, snapshot: StageSnapshot) -> None:
        gap, left, top = 8.0, SIDE, 902.0
        room = WIDTH - 2 * SIDE - gap * max(0, len(snapshot.segments) - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        for segment in snapshot.segments:
            span = segment.share * room
            painter.setBrush(self.colour("line"))
            painter.drawRoundedRect(QRectF(left, top, span, 14), 7, 7)
            if segment.done > 0:
                painter.setBrush(self.colour("text-3" if segment.done >= 1 else "accent"))
                painter.drawRoundedRect(QRectF(left, top, span * segment.done, 14), 7, 7)
            left += span + gap

    def _next(self, painter: QPainter, text: str) -> None:
        font, lines = fitted(self._theme.font("label", GROUP), f"Next: {text}", 1360, 64)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        base = 972 + metrics.ascent() / 2
        painter.setPen(self.colour("text-2"))
        painter.drawText(QPointF(SIDE, base), "Next: ")
        painter.setPen(self.colour("text"))
        left = SIDE + metrics.horizontalAdvance("Next: ")
        painter.drawText(QPointF(left, base), lines[0].removeprefix("Next: "))
        for row in lines[1:]:
            base += metrics.height()
            painter.drawText(QPointF(SIDE, base), row)

    def _message(self, painter: QPainter, text: str) -> None:
        font, lines = fitted(self._theme.font("sentence", GROUP), text, WIDTH - 2 * SIDE - 96, 260)
        metrics = QFontMetricsF(font)
        height = len(lines) * metrics.height() + 80
        box = QRectF(SIDE - 24, HEIGHT - height - 48, WIDTH - 2 * SIDE + 48, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour("accent-soft"))
        painter.drawRoundedRect(box, 24, 24)
        painter.setBrush(self.colour("accent"))
        painter.drawRoundedRect(QRectF(box.left(), box.top(), 12, box.height()), 6, 6)
        painter.setFont(font)
        painter.setPen(self.colour("text"))
        top = box.top() + 40
        for line in lines:
            painter.drawText(QPointF(box.left() + 56, top + metrics.ascent()), line)
            top += metrics.height()


def _box(top: float, width: float, height: float) -> QRectF:
    return QRectF(SIDE, top, width, height)
