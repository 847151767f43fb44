"""A choice in a list: radio mark, label, a hint at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from workshop_studio.ui.kit.fitting import break_lines

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from workshop_studio.ui.theme.theme import Theme

_SIDE, _TOP, _MARK, _GAP, _LINE = 12.0, 7.0, 18.0, 12.0, 20.0


class RadioRow(QAbstractButton):
    """One row; an exclusive button group makes a list of them. Words wrap, none is cut.

    A locked row cannot be pressed and keeps its choice legible.
    """

    def __init__(self, theme: Theme, label: str, hint: str) -> None:
        super().__init__()
        self._theme, self._hint = theme, hint
        self._is_locked = False
        self.setText(label)
        self.setCheckable(True)
        self.setAccessibleName(label)
        self.setAccessibleDescription(hint)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def is_locked(self) -> bool:
        """Return whether it cannot be pressed."""
        return self._is_locked

    def lock(self, *, is_on: bool) -> None:
        """Keep it from being pressed, or let it be pressed again."""
        self._is_locked = is_on
        self.setEnabled(not is_on)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height that its words need at the present width."""
        return QSize(240, round(2 * _TOP + _LINE * self._rows()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap again."""
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def _rows(self) -> int:
        return 1 + (0 if self._has_room() else len(self._hint_lines()))

    def _words_left(self) -> float:
        return _SIDE + _MARK + _GAP

    def _width(self) -> float:
        return max(40.0, self.width() - self._words_left() - _SIDE)

    def _has_room(self) -> bool:
        strong = QFontMetricsF(self._theme.font("body-strong"))
        usual = QFontMetricsF(self._theme.font("body"))
        words = strong.horizontalAdvance(self.text()) + usual.horizontalAdvance(self._hint)
        return words + 2 * _GAP <= self._width()

    def _hint_lines(self) -> tuple[str, ...]:
        return break_lines(self._hint, self._theme.font("body"), self._width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw fill, mark and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter)
        self._radio(painter)
        is_quiet = self._is_locked and not self.isChecked()
        font = self._theme.font("body" if is_quiet else "body-strong")
        painter.setPen(self._theme.colour("text-3" if is_quiet else "text"))
        base = _TOP + self._drop(font)
        self._line(painter, font, self.text(), QPointF(self._words_left(), base))
        usual = self._theme.font("body")
        painter.setPen(self._theme.colour("text-2" if self.isChecked() else "text-3"))
        if self._has_room():
            width = QFontMetricsF(usual).horizontalAdvance(self._hint)
            self._line(painter, usual, self._hint, QPointF(self.width() - _SIDE - width, base))
        else:
            for line in self._hint_lines():
                base += _LINE
                self._line(painter, usual, line, QPointF(self._words_left(), base))

    def _line(self, painter: QPainter, font: QFont, text: str, at: QPointF) -> None:
        painter.setFont(font)
        painter.drawText(at, text)

    def _drop(self, font: QFont) -> float:
        metrics = QFontMetricsF(font)
        return (_LINE + metrics.ascent() - metrics.descent()) / 2

    def _ground(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setPen(QPen(self._theme.colour("accent"), 1))
            painter.setBrush(self._theme.colour("accent-soft"))
        elif self.underMouse() and self.isEnabled():
            painter.setBrush(self._theme.colour("hover"))
        painter.drawRoundedRect(box, 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _radio(self, painter: QPainter) -> None:
        circle = QRectF(_SIDE, _TOP + (_LINE - _MARK) / 2, _MARK, _MARK)
        if self.isChecked():
            painter.setPen(QPen(self._theme.colour("accent"), 5.5))
            painter.setBrush(self._theme.colour("surface"))
            painter.drawEllipse(circle.adjusted(2.75, 2.75, -2.75, -2.75))
        elif not self._is_locked:
            painter.setPen(QPen(self._theme.colour("control"), 1.5))
            painter.setBrush(self._theme.colour("surface"))
            painter.drawEllipse(circle.adjusted(0.75, 0.75, -0.75, -0.75))
