"""Paints the rows of the agenda: planned and projected start, title, minutes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from workshop_studio.domain.projection import BlockState

if TYPE_CHECKING:
    from workshop_studio.domain.console_rows import AgendaRow
    from workshop_studio.ui.theme.theme import Theme

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
HEAD = 34
MORE = 30
_PAST = {BlockState.DONE, BlockState.SKIPPED}


@dataclass(frozen=True, slots=True)
class RowLook:
    """How a row stands out: pointed at, chosen with keys (in sight of the keyboard), or moved.

    ahead: the row as it would be after a way back that somebody looks at.
    """

    is_hovered: bool = False
    is_chosen: bool = False
    is_focused: bool = False
    is_moved: bool = False
    ahead: AgendaRow | None = None


def row_height(row: AgendaRow, *, is_wide: bool) -> int:
    """Return the height of a row, pixels."""
    if row.state is BlockState.RUNNING:
        return 76 if is_wide else 60
    if row.state is BlockState.DONE:
        return 42 if is_wide else 32
    return 56 if is_wide else 45


class AgendaPainter:
    """Draws into a width; the running row stands on the accent."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def head(self, painter: QPainter, width: int, *, is_wide: bool) -> None:
        """Draw the names of the columns."""
        edge, columns = _measures(is_wide=is_wide)
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.colour("text-3"))
        for left, word in zip(columns, ("planned", "now", "block"), strict=True):
            painter.drawText(QRectF(left, 0, 80, 30), _LEFT, word)
        painter.drawText(QRectF(width - 52 - edge, 0, 52, 30), _RIGHT, "min")

    def row(
        self, painter: QPainter, row: AgendaRow, box: QRectF, look: RowLook, *, is_wide: bool
    ) -> None:
        """Draw one row."""
        edge, columns = _measures(is_wide=is_wide)
        colour = self._theme.colour
        is_running, is_past = row.state is BlockState.RUNNING, row.state in _PAST
        if is_running:
            painter.fillRect(box, colour("accent-soft"))
            painter.fillRect(QRectF(0, box.top(), 4, box.height()), colour("accent"))
        elif look.is_hovered or look.is_chosen or look.is_moved:
            painter.fillRect(box, colour("hover"))
        body, strong = self._theme.font("body"), self._theme.font("body-strong")
        painter.setFont(self._theme.figures(body))
        painter.setPen(colour("text-3"))
        painter.drawText(QRectF(columns[0], box.top(), 60, box.height()), _LEFT, row.planned)
        painter.setFont(self._theme.figures(body if is_past else strong))
        painter.setPen(colour("text-3" if is_past else "text"))
        ahead = look.ahead or row
        now = _now(ahead)
        if now != _now(row):
            painter.setPen(colour("accent-text"))
        painter.drawText(QRectF(columns[1], box.top(), 60, box.height()), _LEFT, now)
        is_same = ahead.minutes == row.minutes
        painter.setFont(self._theme.figures(body if is_same else strong))
        painter.setPen(colour(("text-3" if is_past else "text-2") if is_same else "accent-text"))
        minutes = QRectF(box.width() - 52 - edge, box.top(), 52, box.height())
        painter.drawText(minutes, _RIGHT, str(ahead.minutes))
        has_more = look.is_hovered or look.is_chosen
        width = box.width() - columns[2] - edge - 24 - (MORE if has_more else 0)
        self._title(painter, row, QRectF(columns[2], box.top(), width, box.height()))
        if look.is_focused:
            painter.setPen(QPen(colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(5, 2, -3, -2), 6, 6)

    def gap(self, painter: QPainter, y: float, width: int) -> None:
        """Draw where a row that is moved will stand."""
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        painter.drawLine(QPointF(8, y), QPointF(width - 8, y))

    def _title(self, painter: QPainter, row: AgendaRow, box: QRectF) -> None:
        is_running, is_done = row.state is BlockState.RUNNING, row.state is BlockState.DONE
        font = self._theme.font("body-strong" if is_running else "body")
        if row.state is BlockState.SKIPPED:
            font = QFont(font)
            font.setStrikeOut(True)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text-3" if row.state in _PAST else "text"))
        metrics = QFontMetricsF(font)
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, box.width())
        has_detail = bool(row.detail) and not is_done
        line = QRectF(box)
        if has_detail:
            line = QRectF(box.left(), box.center().y() - 20, box.width(), 20)
        painter.drawText(line, _LEFT, title)
        if has_detail:
            small = self._theme.font("caption")
            painter.setFont(small)
            painter.setPen(self._theme.colour("text-2" if is_running else "text-3"))
            words = QFontMetricsF(small).elidedText(
                row.detail, Qt.TextElideMode.ElideRight, box.width()
            )
            painter.drawText(QRectF(box.left(), box.center().y(), box.width(), 18), _LEFT, words)


def _now(row: AgendaRow) -> str:
    return "–" if row.state is BlockState.SKIPPED else row.now


def _measures(*, is_wide: bool) -> tuple[float, tuple[float, float, float]]:
    """Return the edge and the left ends of the columns."""
    return (20.0, (20.0, 84.0, 148.0)) if is_wide else (14.0, (14.0, 64.0, 117.0))
