"""Draws the slides of the stage at 1920 x 1080 and scales them to whatever the projector has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from workshop_studio.domain.live import LineMark, StageFace, StageSnapshot
from workshop_studio.ui.kit.fitting import FittedText, balanced, fit_text, text_width
from workshop_studio.ui.kit.marks import PHASE_ROLE, PHASE_SHAPE, GlyphCache, draw_shape
from workshop_studio.ui.stage.lettering import FLOOR, GROUP, HEIGHT, SIDE, WIDTH, draw_lines
from workshop_studio.ui.stage.message import draw_band, draw_page, in_band

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor

    from workshop_studio.domain.live import StageClock, StageLine
    from workshop_studio.ui.theme.theme import Theme

_INNER = WIDTH - 2 * SIDE
_CLOCK_TOP, _CLOCK_PX, _CLOCK_ROOM = 384.0, 410.0, 1060.0
_CAPTION_PX, _FOOT_PX = 56, 44
_LINES = QRectF(1248, 330, WIDTH - SIDE - 1248, 530)
_LINES_MIDDLE, _INDENT = 580.0, 64.0
_LINE_RATIO = 58 / 48
_ONE_ROW_FLOOR = 42


def set_lines(
    font: QFont, texts: Sequence[str], box: QSizeF, largest_px: int = 48
) -> tuple[list[FittedText], float]:
    """Return the lines of a list, all in the largest size that fits the box, and their distance.

    A little smaller is better than two rows for one line, and two rows are better than much
    smaller. At the floor the distance gives way too. Nothing is shortened.
    """
    sizes = [(size, True) for size in range(largest_px, _ONE_ROW_FLOOR - 1, -1)]
    sizes += [(size, False) for size in range(largest_px, FLOOR - 1, -1)]
    for size, is_one_row in sizes:
        gap = 26.0 * size / largest_px
        rows = [
            fit_text(text, font, box, largest_px=size, floor_px=size, line_ratio=_LINE_RATIO)
            for text in texts
        ]
        used = sum(row.height_px for row in rows) + gap * max(0, len(rows) - 1)
        has_wrapped = is_one_row and any(len(row.lines) > 1 for row in rows)
        if used <= box.height() and all(row.fits for row in rows) and not has_wrapped:
            break
    if len(rows) > 1 and used > box.height():
        gap = max(0.0, gap - (used - box.height()) / (len(rows) - 1))
    return rows, gap


class SlidePainter:
    """Draws a snapshot; knows the stage theme and no service."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._glyphs = GlyphCache(theme.font("clock", GROUP))

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
        if snapshot.message and not in_band(self._theme, snapshot.message).fits:
            self._long_message(painter, snapshot)
        else:
            self._face(painter, snapshot)
        painter.restore()

    def _face(self, painter: QPainter, snapshot: StageSnapshot) -> None:
        if snapshot.face is StageFace.COUNTDOWN:
            self._countdown(painter, snapshot)
        elif snapshot.face is StageFace.HOLDING:
            self._holding(painter, snapshot)
        if snapshot.message:
            draw_band(painter, self._theme, in_band(self._theme, snapshot.message))

    def _long_message(self, painter: QPainter, snapshot: StageSnapshot) -> None:
        self._words(painter, snapshot.session_title, "kicker", "text-3", _box(88, 52))
        draw_page(painter, self._theme, snapshot.message)
        if snapshot.clock is not None:
            self._glyphs.draw(
                painter, snapshot.clock.text, SIDE, 1004, 120,
                self.colour(PHASE_ROLE[snapshot.clock.phase]),
            )  # fmt: skip
        self._clock_corner(painter, snapshot)

    def _words(self, painter: QPainter, text: str, role: str, tone: str, box: QRectF) -> float:
        """Draw fitted text into a box and return where it ends."""
        font = self._theme.font(role, GROUP)
        kind = self._theme.tokens.types[GROUP][role]
        ratio = {"title": 100 / 88, "kicker": 52 / 40, "line": _LINE_RATIO}.get(role, 1.3)
        fitted = fit_text(
            text, font, box.size(), largest_px=round(kind.size), floor_px=FLOOR, line_ratio=ratio
        )
        fitted = balanced(text, font, fitted, box.width())
        painter.setPen(self.colour(tone))
        return draw_lines(painter, font, fitted, box)

    def _holding(self, painter: QPainter, snapshot: StageSnapshot) -> None:
        self._words(painter, snapshot.session_title, "kicker", "text-3", _box(88, 52))
        end = self._words(painter, snapshot.title, "title", "text", _box(360, 300))
        for line in snapshot.lines:
            end = self._words(painter, line.text, "line", "text-2", _box(end + 32, 116))
        self._clock_corner(painter, snapshot)

    def _clock_corner(self, painter: QPainter, snapshot: StageSnapshot) -> None:
        font = self._theme.font("line", GROUP)
        font.setPixelSize(_FOOT_PX)
        painter.setFont(font)
        painter.setPen(self.colour("text-2"))
        box = QRectF(WIDTH - SIDE - 300, 944, 300, 56)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, flags, snapshot.time_of_day)

    def _countdown(self, painter: QPainter, snapshot: StageSnapshot) -> None:
        self._words(painter, snapshot.session_title, "kicker", "text-3", _box(88, 52))
        self._words(painter, snapshot.title, "title", "text", _box(142, 200))
        if snapshot.clock is not None:
            self._clock(painter, snapshot.clock)
        self._lines(painter, snapshot.lines)
        if snapshot.message:
            return  # the band stands where bar and next-up are
        self._bar(painter, snapshot)
        if snapshot.next_up:
            self._next(painter, snapshot.next_up)
        self._clock_corner(painter, snapshot)

    def _clock(self, painter: QPainter, clock: StageClock) -> None:
        tone, shape = PHASE_ROLE[clock.phase], PHASE_SHAPE[clock.phase]
        size = min(_CLOCK_PX, _CLOCK_ROOM / max(0.1, self._glyphs.width(clock.text)))
        base = _CLOCK_TOP + self._glyphs.cap * _CLOCK_PX
        self._glyphs.draw(painter, clock.text, SIDE, base, size, self.colour(tone))
        left = SIDE
        if shape != "none":
            draw_shape(painter, shape, QRectF(left, 740, 46, 46), self.colour(tone))
            left += 64
        box = QRectF(left, 730, 1100 - left, 68)
        font = self._theme.font("line", GROUP)
        fitted = fit_text(
            clock.caption, font, box.size(), largest_px=_CAPTION_PX, floor_px=FLOOR
        )  # fmt: skip
        painter.setPen(self.colour("text-2" if shape == "none" else tone))
        draw_lines(painter, font, fitted, box)

    def _lines(self, painter: QPainter, lines: Sequence[StageLine]) -> None:
        if not lines:
            return
        has_marks = any(line.mark is not LineMark.PLAIN for line in lines)
        indent = _INDENT if has_marks else 0.0
        usual = self._theme.font("line", GROUP)
        strong = QFont(usual)
        strong.setWeight(QFont.Weight.DemiBold)
        # Measured in the heavier weight: a line must not change its size when its turn comes.
        room = QSizeF(_LINES.width() - indent, _LINES.height())
        rows, gap = set_lines(strong, [line.text for line in lines], room)
        height = sum(row.height_px for row in rows) + gap * (len(rows) - 1)
        top = max(_LINES.top(), _LINES_MIDDLE - height / 2)
        for number, (line, row) in enumerate(zip(lines, rows, strict=True), start=1):
            is_now = line.mark is LineMark.CURRENT
            font = strong if is_now else usual
            if has_marks:
                self._mark(painter, line.mark, number, QPointF(_LINES.left(), top), row)
            painter.setPen(self.colour("text" if is_now else "text-2"))
            box = QRectF(_LINES.left() + indent, top, room.width(), row.height_px)
            top = draw_lines(painter, font, row, box) + gap

    def _mark(
        self, painter: QPainter, mark: LineMark, number: int, at: QPointF, row: FittedText
    ) -> None:
        if mark is LineMark.DONE:
            side = round(row.size_px * 0.875)
            drop = (row.line_px - side) / 2
            pixmap = self._theme.pixmap("check", self.colour("text-3"), side, 2.0)
            painter.drawPixmap(QPointF(at.x() - 2, at.y() + drop), pixmap)
            return
        font = self._theme.font("line", GROUP)
        font.setWeight(QFont.Weight.DemiBold)
        font.setPixelSize(row.size_px)
        painter.setFont(font)
        painter.setPen(self.colour("accent" if mark is LineMark.CURRENT else "text-3"))
        metrics = QFontMetricsF(font)
        base = (row.line_px + metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(at.x(), at.y() + base), str(number))

    def _bar(self, painter: QPainter, snapshot: StageSnapshot) -> None:
        gap, left, top = 6.0, SIDE, 902.0
        room = _INNER - gap * max(0, len(snapshot.segments) - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        for segment in snapshot.segments:
            span = segment.share * room
            painter.setBrush(self.colour("line"))
            painter.drawRoundedRect(QRectF(left, top, span, 14), 7, 7)
            if segment.done > 0:
                painter.save()
                painter.setClipRect(QRectF(left, top, span * segment.done, 14))
                painter.setBrush(self.colour("text-3" if segment.done >= 1 else "accent"))
                painter.drawRoundedRect(QRectF(left, top, span, 14), 7, 7)
                painter.restore()
            left += span + gap

    def _next(self, painter: QPainter, text: str) -> None:
        font = self._theme.font("line", GROUP)
        font.setPixelSize(_FOOT_PX)
        lead = text_width("Next: ", font)
        box = QRectF(SIDE + lead, 944, 1360 - lead, 92)
        fitted = fit_text(
            text, font, QSizeF(box.width(), 56), largest_px=_FOOT_PX, floor_px=FLOOR,
            line_ratio=56 / 44,
        )  # fmt: skip
        first = FittedText(fitted.size_px, fitted.line_px, ("Next:",), fits=True)
        painter.setPen(self.colour("text-2"))
        draw_lines(painter, font, first, QRectF(SIDE, 944, lead, 56))
        painter.setPen(self.colour("text"))
        draw_lines(painter, font, fitted, box)


def _box(top: float, height: float) -> QRectF:
    return QRectF(SIDE, top, _INNER, height)
