"""Painted marks of planning: the shape of a side, and rows that hold one beside their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from workshop_studio.domain.cohort import Side
from workshop_studio.ui.kit.marks import draw_shape

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPaintEvent

    from workshop_studio.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
SIDE = int(Qt.ItemDataRole.UserRole) + 1
TEAM = int(Qt.ItemDataRole.UserRole) + 2
KIND = int(Qt.ItemDataRole.UserRole) + 3
ICON = int(Qt.ItemDataRole.UserRole) + 4
MARK_PX = 14
_GAP, _PAD = 10, 12


def draw_side(painter: QPainter, side: Side, box: QRectF, colour: QColor) -> None:
    """Draw the shape of a side: a square builds, a ring faces customers, a shield guards."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / MARK_PX, box.height() / MARK_PX)
    pen = QPen(colour, 1.7)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    if side is Side.BUILDER:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(2, 2, 10, 10), 2, 2)
    elif side is Side.CUSTOMER_FACING:
        painter.drawEllipse(QPointF(7, 7), 5.2, 5.2)
    elif side is Side.GUARDIAN:
        shield = QPainterPath(QPointF(7, 1.2))
        shield.lineTo(12, 3)
        shield.lineTo(12, 7)
        shield.cubicTo(12, 10, 10, 12, 7, 13)
        shield.cubicTo(4, 12, 2, 10, 2, 7)
        shield.lineTo(2, 3)
        shield.closeSubpath()
        painter.drawPath(shield)
    else:
        draw_shape(painter, "not-enough-data", QRectF(0.5, 0.5, 13, 13), colour)
    painter.restore()


class SideMark(QWidget):
    """The shape of a side on its own, beside its word."""

    def __init__(self, theme: Theme, side: Side) -> None:
        super().__init__()
        self._theme, self._side = theme, side
        self.setFixedSize(MARK_PX, MARK_PX)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        draw_side(QPainter(self), self._side, QRectF(self.rect()), self._theme.colour("text-2"))


class MarkedRows(QStyledItemDelegate):
    """Rows of planning: a mark before the words, words in a tone, in a list a second text at right.

    tones: the tone of each column's words, "text" where none is named. strong: the columns that
    are set in semi-bold in the chosen row.
    """

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        tones: dict[int, str] | None = None,
        strong: tuple[int, ...] = (0,),
        pad_px: int = _PAD,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tones = tones or {}
        self._strong = strong
        self._pad = pad_px
        theme.changed.connect(parent.update)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row of a list; tables set their own."""
        return QSize(super().sizeHint(option, index).width(), 30)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, mark and words."""
        font = self._ground(painter, option, index)
        colour = self._theme.colour(self._tones.get(index.column(), "text"))
        box = QRect(option.rect).adjusted(self._pad, 0, -self._pad, 0)
        letter = str(index.data(TEAM) or "")
        if letter:
            self._badge(painter, letter, box)
            return
        side = index.data(SIDE)
        if side is not None:
            mark = QRectF(box.left(), box.center().y() - MARK_PX / 2 + 1, MARK_PX, MARK_PX)
            draw_side(painter, Side(str(side)), mark, self._theme.colour("text-2"))
            box.setLeft(box.left() + MARK_PX + _GAP)
        kind = str(index.data(KIND) or "")
        if kind:
            self._swatch(painter, kind, box)
            box.setLeft(box.left() + 12 + 14)
        icon = str(index.data(ICON) or "")
        if icon:
            pixmap = self._theme.pixmap(icon, colour, 14, painter.device().devicePixelRatio())
            painter.drawPixmap(box.left(), box.center().y() - 6, pixmap)
            box.setLeft(box.left() + 14 + 8)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        right = str(index.data(Qt.ItemDataRole.StatusTipRole) or "")
        if right:
            room = min(metrics.horizontalAdvance(right), box.width() * 0.5)
            painter.setPen(self._theme.colour("text-3"))
            words = metrics.elidedText(right, Qt.TextElideMode.ElideRight, room + 1)
            painter.drawText(box, _across("right"), words)
            box.setRight(box.right() - round(room) - _GAP)
        if option.state & QStyle.StateFlag.State_Selected and index.column() in self._strong:
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            metrics = QFontMetricsF(font)
        painter.setPen(colour)
        words = metrics.elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, box.width()
        )
        align = index.data(Qt.ItemDataRole.TextAlignmentRole)
        is_right = align is not None and bool(
            Qt.AlignmentFlag(int(align)) & Qt.AlignmentFlag.AlignRight
        )
        painter.drawText(box, _across("right" if is_right else "left"), words)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> QFont:
        blank = QStyleOptionViewItem(option)
        self.initStyleOption(blank, index)
        blank.text = ""
        blank.palette.setColor(QPalette.ColorRole.Highlight, self._theme.colour("accent-soft"))
        # The ring is drawn below; the style's own focus frame would cut through the words.
        blank.state &= ~QStyle.StateFlag.State_HasFocus
        style = option.widget.style() if option.widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, blank, painter, option.widget)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -2), 4, 4)
            painter.restore()
        return QFont(blank.font)

    def _badge(self, painter: QPainter, letter: str, box: QRect) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square = QRectF(box.right() - 24, box.center().y() - 11, 24, 24)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.team_colour(letter))
        painter.drawRoundedRect(square, 5, 5)
        font = self._theme.font("body-strong")
        font.setPixelSize(13)
        painter.setFont(font)
        painter.setPen(self._theme.colour("surface"))
        painter.drawText(square, int(Qt.AlignmentFlag.AlignCenter), letter)
        painter.restore()

    def _swatch(self, painter: QPainter, kind: str, box: QRect) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.kind_colour(kind))
        painter.drawRoundedRect(QRectF(box.left(), box.center().y() - 16, 12, 34), 4, 4)
        painter.restore()


def _across(side: str) -> int:
    flag = Qt.AlignmentFlag.AlignRight if side == "right" else Qt.AlignmentFlag.AlignLeft
    return int(flag | Qt.AlignmentFlag.AlignVCenter)
