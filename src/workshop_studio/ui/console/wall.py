"""The card that shows what is on the wall: a picture of the real stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from workshop_studio.domain.run import StageView
from workshop_studio.ui.kit.basics import Button, Card, Chip, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from workshop_studio.domain.console import ConsoleReading
    from workshop_studio.ui.theme.theme import Theme


class Thumbnail(QWidget):
    """A grab of the stage window, 16 to 9."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._picture = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(140)
        self.setAccessibleName("Live picture of the stage")

    def show_picture(self, picture: QPixmap) -> None:
        """Show a grab."""
        self._picture = picture
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Keep the shape of a projector."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return nine sixteenths of the width."""
        return width * 9 // 16

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it into rounded corners."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), 8, 8)
        painter.setClipPath(path)
        painter.fillPath(path, self._theme.colour("canvas", "stage"))
        if not self._picture.isNull():
            painter.drawPixmap(self.rect(), self._picture)


class WallCard(Card):
    """What the room sees, and black, freeze and the choice of slide."""

    black_pressed = Signal()
    freeze_pressed = Signal()
    view_chosen = Signal(object)
    window_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout()
        row.addWidget(Text(theme, "section", "On the wall"))
        row.addStretch(1)
        self.word = Chip(theme, "Live", "live")
        row.addWidget(self.word)
        self.body.addLayout(row)
        self.thumbnail = Thumbnail(theme)
        self.body.addWidget(self.thumbnail)
        self.black = Button(theme, "Black", size="compact", hint="B")
        self.black.setObjectName("black")
        self.freeze = Button(theme, "Freeze", size="compact", hint="F")
        self.freeze.setObjectName("freeze")
        self.slide = Button(theme, "Hold", size="compact", hint="H")
        self.slide.setObjectName("holding")
        self.black.clicked.connect(self.black_pressed)
        self.freeze.clicked.connect(self.freeze_pressed)
        self.slide.clicked.connect(self._choose)
        acts = QHBoxLayout()
        acts.setSpacing(6)
        for button in (self.black, self.freeze, self.slide):
            acts.addWidget(button)
        acts.addStretch(1)
        self.body.addLayout(acts)
        self.window_button = Button(theme, "Show stage in a window", "text", "maximize")
        self.window_button.clicked.connect(self.window_wanted)
        self.body.addWidget(self.window_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._view = StageView.COUNTDOWN

    def show_reading(self, reading: ConsoleReading) -> None:
        """Show whether the wall is live, frozen or black, as a word."""
        self._view = reading.view
        self.black.setText("Show again" if reading.is_black else "Black")
        self.freeze.setText("Unfreeze" if reading.is_frozen else "Freeze")
        is_holding = reading.view is not StageView.COUNTDOWN
        self.slide.setText("Countdown" if is_holding else "Hold")
        self.slide.setToolTip(
            "Show the countdown (H)" if is_holding else "Show the holding slide (H)"
        )
        if reading.is_black:
            self.word.show_word("Black", "alert")
        elif reading.is_frozen:
            self.word.show_word(f"Frozen {_age(reading.frozen_s)}", "watch")
        else:
            self.word.show_word("Live", "live")

    def toggle_slide(self) -> None:
        """Change between the holding slide and the countdown."""
        self._choose()

    def _choose(self) -> None:
        is_holding = self._view is not StageView.COUNTDOWN
        self.view_chosen.emit(StageView.COUNTDOWN if is_holding else StageView.HOLDING)


def _age(seconds: int) -> str:
    return f"{seconds} s" if seconds < 60 else f"{seconds // 60} min"
