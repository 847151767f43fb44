"""The sections of the card at the left: a painted mark, the name, how far each has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from workshop_studio.domain.capstone import Section
from workshop_studio.ui.kit.basics import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from workshop_studio.domain.capstone import Capstone
    from workshop_studio.ui.theme.theme import Theme

_ICON, _SIDE, _GAP = 22, 16, 16


class SectionRow(QAbstractButton):
    """One section: ring, half or check, its name, and "5 of 7" at the right."""

    def __init__(self, theme: Theme, word: str) -> None:
        super().__init__()
        self._theme = theme
        self._done, self._whole = 0, 1
        self.setText(word)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self.show_progress(0, 1)

    def show_progress(self, done: int, whole: int) -> None:
        """Show how many of how many fields are answered."""
        self._done, self._whole = done, whole
        self.setAccessibleName(f"{self.text()}, {self.count} answered")
        self.update()

    @property
    def count(self) -> str:
        """Return "5 of 7"."""
        return f"{self._done} of {self._whole}"

    @property
    def mark(self) -> str:
        """Return the shape of its progress: "ring", "half" or "check"."""
        if self._done == self._whole:
            return "check"
        return "half" if self._done else "ring"

    def sizeHint(self) -> QSize:
        """Return a row that a finger hits."""
        return QSize(280, 52)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the row; the chosen one stands on a surface."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked() or self.underMouse():
            painter.setPen(self._theme.colour("line" if self.isChecked() else "hover"))
            painter.setBrush(self._theme.colour("surface" if self.isChecked() else "hover"))
            painter.drawRoundedRect(box, 10, 10)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 9, 9)
        role = "accent-text" if self._done else "text-3"
        self._draw_mark(painter, QRectF(_SIDE, (self.height() - _ICON) / 2, _ICON, _ICON), role)
        inner = box.adjusted(_SIDE + _ICON + _GAP, 0, -_SIDE, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._write(painter, inner, middle | Qt.AlignmentFlag.AlignLeft, self.text(), is_word=True)
        self._write(painter, inner, middle | Qt.AlignmentFlag.AlignRight, self.count)

    def _draw_mark(self, painter: QPainter, box: QRectF, role: str) -> None:
        icon = "circle-check" if self.mark == "check" else "circle"
        pixmap = self._theme.pixmap(icon, self._theme.colour(role), _ICON, self.devicePixelRatioF())
        painter.drawPixmap(box.topLeft(), pixmap)
        if self.mark == "half":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(role))
            painter.drawPie(box.adjusted(2, 2, -2, -2), -90 * 16, 180 * 16)

    def _write(
        self,
        painter: QPainter,
        box: QRectF,
        where: Qt.AlignmentFlag,
        text: str,
        *,
        is_word: bool = False,
    ) -> None:
        font = QFont(self._theme.font("help", "station"))
        if self.isChecked():
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font if is_word else self._theme.figures(font))
        painter.setPen(self._theme.colour("text" if self.isChecked() else "text-2"))
        painter.drawText(box, where, text)


class Navigation(QWidget):
    """All sections; emits `chosen` with the place of one."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        head = Text(theme, "small", "Governance card", "2", "station")
        head.setContentsMargins(_SIDE, 2, 0, 12)
        self.column.addWidget(head)
        self._group = QButtonGroup(self)
        self.rows: list[SectionRow] = []
        for place, section in enumerate(Section):
            row = SectionRow(theme, section.value)
            self._group.addButton(row, place)
            self.rows.append(row)
            self.column.addWidget(row)
        self._group.idClicked.connect(self.chosen)
        self.column.addStretch(1)

    def show_capstone(self, capstone: Capstone) -> None:
        """Show how far each section has come."""
        for row, section in zip(self.rows, Section, strict=True):
            row.show_progress(*capstone.progress(section))

    def select(self, place: int) -> None:
        """Mark a section without announcing it."""
        self.rows[place].setChecked(True)
