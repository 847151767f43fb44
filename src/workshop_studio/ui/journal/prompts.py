"""What to write about: the prompts of the session, and something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from workshop_studio.ui.journal.lines import SOMETHING_ELSE

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from workshop_studio.ui.theme.theme import Theme

_SIDE, _ICON, _GAP, _TOP = 16, 18, 12, 12
_MUCH = 10_000.0
_WRAP = Qt.TextFlag.TextWordWrap


class PromptRow(QAbstractButton):
    """One thing to write about, in as many lines as it needs."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self._theme = theme
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def hasHeightForWidth(self) -> bool:
        """Return that a narrow row is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines of the words."""
        room = width - 2 * _SIDE - _ICON - _GAP
        # Chosen words are bolder and wider; choosing must not move the rows below.
        metrics = QFontMetricsF(self._font(is_strong=True))
        box = metrics.boundingRect(QRectF(0, 0, room, _MUCH), int(_WRAP), self.text())
        return round(box.height()) + 2 * _TOP

    def sizeHint(self) -> QSize:
        """Return the size at reading width."""
        return QSize(560, self.heightForWidth(560))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ring or check and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self.isChecked()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        fill = "accent-soft" if is_on else "hover" if self.underMouse() else "surface"
        painter.setPen(self._theme.colour("accent" if is_on else "line"))
        painter.setBrush(self._theme.colour(fill))
        painter.drawRoundedRect(box, 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)
        role = "accent-text" if is_on else "text-2"
        pixmap = self._theme.pixmap(
            "circle-check" if is_on else "circle",
            self._theme.colour(role),
            _ICON,
            self.devicePixelRatioF(),
        )
        painter.drawPixmap(_SIDE, _TOP + 2, pixmap)
        painter.setFont(self._font(is_strong=is_on))
        painter.setPen(self._theme.colour("text" if is_on else "text-2"))
        words = QRectF(self.rect()).adjusted(_SIDE + _ICON + _GAP, _TOP, -_SIDE, -_TOP + 4)
        painter.drawText(words, int(_WRAP), self.text())

    def _font(self, *, is_strong: bool) -> QFont:
        font = QFont(self._theme.font("help", "station"))
        if is_strong:
            font.setWeight(QFont.Weight.Medium)
        return font


class PromptChoice(QWidget):
    """All prompts below each other; emits `chosen` with the words, "" for something else."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._prompts: list[str] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._clicked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def offer(self, prompts: tuple[str, ...]) -> None:
        """Offer these prompts and something else; without any there is no choice to show."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._prompts = [*prompts, ""] if prompts else []
        for place, prompt in enumerate(self._prompts):
            row = PromptRow(self._theme, prompt or SOMETHING_ELSE)
            self._group.addButton(row, place)
            self._column.addWidget(row)

    def choose(self, prompt: str) -> None:
        """Show which one is chosen, without announcing it."""
        if prompt in self._prompts:
            self._group.button(self._prompts.index(prompt)).setChecked(True)

    def rows(self) -> list[QAbstractButton]:
        """Return the rows from top to bottom."""
        return self._group.buttons()

    @property
    def prompt(self) -> str:
        """Return the chosen prompt."""
        place = self._group.checkedId()
        return self._prompts[place] if place >= 0 else ""

    def _clicked(self, place: int) -> None:
        self.chosen.emit(self._prompts[place])
