"""A state as word, shape and colour on its soft fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_studio.ui.kit.marks import draw_shape
from workshop_studio.ui.kit.states import appearance_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from workshop_studio.domain.timer import TimerPhase
    from workshop_studio.ui.theme.theme import Theme

_HEIGHT, _SIDE, _GAP, _SHAPE = 24, 8, 6, 12


def stage_chip_width(theme: Theme, state: str) -> float:
    """Return the width of a chip of the wall in the picture of 1920 x 1080."""
    words = QFontMetricsF(_stage_font(theme)).horizontalAdvance(appearance_of(state).word)
    return words + 26 + 12 + 36


def _stage_font(theme: Theme) -> QFont:
    font = theme.font("floor", "stage at 1080")
    font.setWeight(QFont.Weight.DemiBold)
    return font


def draw_stage_chip(painter: QPainter, theme: Theme, state: str, corner: QPointF) -> float:
    """Draw a state of the wall with its upper right corner at a point; return its left edge.

    Sizes are those of the picture of 1920 x 1080.
    """
    look = appearance_of(state)
    font, width = _stage_font(theme), stage_chip_width(theme, state)
    box = QRectF(corner.x() - width, corner.y(), width, 48)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(f"{look.role}-soft", "stage"))
    painter.drawRoundedRect(box, 10, 10)
    colour = theme.colour(look.role, "stage")
    draw_shape(painter, look.shape, QRectF(box.left() + 18, box.top() + 11, 26, 26), colour)
    painter.setFont(font)
    painter.setPen(colour)
    words = box.adjusted(18 + 26 + 12, 0, 0, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, look.word)
    painter.restore()
    return box.left()


class StateChip(QWidget):
    """Shows "Alert, day 6" or "Nearly there"; as wide as its words.

    scale: 1 on the console; theme_name: "stage" for a chip among projected things.
    """

    def __init__(self, theme: Theme, *, scale: float = 1.0, theme_name: str | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._theme_name = theme_name
        self._scale = scale
        self._look = appearance_of("quiet")
        self._words = self._look.word
        self._font = theme.font("caption", scale=scale)
        self._font.setWeight(QFont.Weight.DemiBold)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def words(self) -> str:
        """Return what it says."""
        return self._words

    def show_state(self, state: str | TimerPhase, words: str = "") -> None:
        """Show a state or timer phase; words replace its word, such as "Alert, day 6".

        Raises KeyError for an unknown state.
        """
        look = appearance_of(state)
        if (look, words or look.word) == (self._look, self._words):
            return
        self._look, self._words = look, words or look.word
        self.setAccessibleName(self._words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of shape and words with their margins."""
        width = QFontMetricsF(self._font).horizontalAdvance(self._words) + 1
        width += (2 * _SIDE + self._indent()) * self._scale
        return QSize(round(width), round(_HEIGHT * self._scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw fill, shape and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, name = self._scale, self._theme_name
        soft = "quiet" if self._look.role == "text" else self._look.role
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(f"{soft}-soft", name))
        painter.drawRoundedRect(QRectF(self.rect()), 4 * scale, 4 * scale)
        colour = self._theme.colour(self._look.role, name)
        side = _SHAPE * scale
        top = (self.height() - side) / 2
        draw_shape(painter, self._look.shape, QRectF(_SIDE * scale, top, side, side), colour)
        painter.setFont(self._font)
        painter.setPen(colour)
        left = (_SIDE + self._indent()) * scale
        box = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(
            box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._words
        )

    def _indent(self) -> int:
        return 0 if self._look.shape == "none" else _SHAPE + _GAP
