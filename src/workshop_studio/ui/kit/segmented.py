"""One of a few answers side by side, with a check on the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from workshop_studio.ui.theme.theme import Theme

_ICON, _GAP = 14, 6
_RADIUS = 8.0


class Segment(QAbstractButton):
    """One answer; draws itself as the first, a middle or the last of its row, or alone."""

    def __init__(self, theme: Theme, word: str, icon: str, *, is_large: bool) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self._height, self._side = (40, 16) if is_large else (34, 14)
        self._font = theme.font("lead" if is_large else "body")
        self._rounds_left = self._rounds_right = True
        self.setText(word)
        self.setAccessibleName(word)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def stand(self, *, is_first: bool, is_last: bool) -> None:
        """Take the corners of a place in a row."""
        self._rounds_left, self._rounds_right = is_first, is_last

    def sizeHint(self) -> QSize:
        """Return the size with room for the check, so that choosing moves nothing."""
        words = QFontMetricsF(self._strong()).horizontalAdvance(self.text())
        return QSize(round(words + _ICON + _GAP) + 2 * self._side, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw fill, edge, check and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self.isChecked()
        fill = "accent-soft" if is_on else "hover" if self.underMouse() else "surface"
        edge = "accent" if is_on and self._stands_apart() else "line-strong"
        painter.setPen(QPen(self._theme.colour(edge), 1))
        painter.setBrush(self._theme.colour(fill))
        painter.drawPath(self._outline(0.5))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(self._outline(2.0))
        self._word(painter, is_on=is_on)

    def _word(self, painter: QPainter, *, is_on: bool) -> None:
        role = "accent-text" if is_on else "text-2" if self.isEnabled() else "text-3"
        font = self._strong() if is_on else self._font
        width = QFontMetricsF(font).horizontalAdvance(self.text())
        total = width + (_ICON + _GAP if is_on else 0)
        left = (self.width() - total) / 2
        if is_on:
            pixmap = self._theme.pixmap(
                self._icon, self._theme.colour(role), _ICON, self.devicePixelRatioF()
            )
            painter.drawPixmap(round(left), (self.height() - _ICON) // 2, pixmap)
            left += _ICON + _GAP
        painter.setFont(font)
        painter.setPen(self._theme.colour(role))
        box = QRectF(left, 0, width + 2, self.height())
        painter.drawText(
            box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text()
        )

    def _stands_apart(self) -> bool:
        return self._rounds_left and self._rounds_right

    def _strong(self) -> QFont:
        font = QFont(self._font)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _outline(self, inset: float) -> QPainterPath:
        """Return the outline: round corners at the ends of the row, square ones between."""
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        if not self._rounds_left and inset < 1:
            # The neighbour at the left already draws the edge between the two.
            box.setLeft(-1.0)
        radius = max(1.0, _RADIUS - inset)
        path = QPainterPath()
        path.addRoundedRect(box, radius, radius)
        square = QPainterPath()
        half = box.width() / 2
        if not self._rounds_left:
            square.addRect(QRectF(box.left(), box.top(), half, box.height()))
        if not self._rounds_right:
            square.addRect(QRectF(box.center().x(), box.top(), half, box.height()))
        return path.united(square).simplified()


class SegmentedChoice(QWidget):
    """A row of answers of which one or none is chosen; emits `chosen` with its key.

    Arrow keys move and choose, as with radio buttons; the row is one stop of the Tab key.
    options: pairs of key and word. icons: key to the icon shown when it is chosen, else a check.
    is_apart: separate buttons of equal width instead of a joined row.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        options: Sequence[tuple[str, str]],
        *,
        name: str = "",
        icons: dict[str, str] | None = None,
        is_apart: bool = False,
        is_large: bool = False,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._keys = [key for key, _ in options]
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8 if is_apart else 0)
        for place, (key, word) in enumerate(options):
            icon = (icons or {}).get(key, "check")
            segment = Segment(theme, word, icon, is_large=is_large)
            if not is_apart:
                segment.stand(is_first=place == 0, is_last=place == len(options) - 1)
            self._group.addButton(segment, place)
            row.addWidget(segment, 1 if is_apart else 0)
        if not is_apart:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group.idClicked.connect(self._clicked)

    @property
    def value(self) -> str:
        """Return the key of the chosen answer, empty when none is chosen."""
        place = self._group.checkedId()
        return self._keys[place] if place >= 0 else ""

    def segments(self) -> tuple[Segment, ...]:
        """Return the answers from left to right."""
        return tuple(b for b in self._group.buttons() if isinstance(b, Segment))

    def choose(self, key: str) -> None:
        """Show an answer as chosen without announcing it; an empty or unknown key shows none."""
        if key in self._keys:
            self._group.button(self._keys.index(key)).setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)

    def _clicked(self, place: int) -> None:
        self.chosen.emit(self._keys[place])
