"""The card that shows what is on the wall: a picture of the real stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from workshop_studio.domain.run import StageView
from workshop_studio.ui.console.wall_menu import WallMenu
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

    @property
    def picture(self) -> QPixmap:
        """Return what is shown."""
        return self._picture

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
    style_chosen = Signal(object)
    window_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(padding=16)
        self._theme = theme
        self._is_shown = True
        self._is_wide = self._is_frozen = False
        row = QHBoxLayout()
        row.addWidget(Text(theme, "section", "On the wall"))
        row.addStretch(1)
        self.word = Chip(theme, "Live", "live")
        row.addWidget(self.word)
        self.body.addLayout(row)
        self.thumbnail = Thumbnail(theme)
        self.body.addWidget(self.thumbnail)
        self.body.addSpacing(4)
        self.body.addLayout(self._acts())
        self.window_button = Button(theme, "Show stage in a window", "text", "maximize")
        self.window_button.clicked.connect(self.window_wanted)
        self.body.addWidget(self.window_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _acts(self) -> QHBoxLayout:
        theme = self._theme
        self.black = Button(theme, "Black", icon="eye-off", size="compact", hint="B")
        self.black.setObjectName("black")
        self.freeze = Button(theme, "Freeze", icon="snowflake", size="compact", hint="F")
        self.freeze.setObjectName("freeze")
        self.slide = Button(theme, "Change", icon="chevron-down", size="compact")
        self.slide.setObjectName("slide")
        self.slide.setToolTip("Choose what the wall shows; H changes to the holding slide and back")
        self.black.clicked.connect(self.black_pressed)
        self.freeze.clicked.connect(self.freeze_pressed)
        self.menu = WallMenu(self.slide)
        self.menu.view_chosen.connect(self.view_chosen)
        self.menu.style_chosen.connect(self.style_chosen)
        self.slide.setMenu(self.menu)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.black)
        row.addWidget(self.freeze)
        row.addStretch(1)
        row.addWidget(self.slide)
        return row

    def take_measure(self, *, is_wide: bool) -> None:
        """Show keys in the buttons where there is room for them."""
        self._is_wide = is_wide
        self.black.show_hint(is_shown=is_wide)
        self.freeze.show_hint(is_shown=is_wide)
        self._fit_slide()

    def _fit_slide(self) -> None:
        # "Unfreeze" needs the room of the last word; its chevron and its tip say enough.
        self.slide.setText("" if self._is_frozen and not self._is_wide else "Change")

    def show_reading(self, reading: ConsoleReading) -> None:
        """Show whether the wall is live, frozen or black, as a word."""
        self.black.setText("Show" if reading.is_black else "Black")
        self.black.set_icon("eye" if reading.is_black else "eye-off")
        self.freeze.setText("Unfreeze" if reading.is_frozen else "Freeze")
        self._is_frozen = reading.is_frozen
        self._fit_slide()
        self.menu.show_reading(reading)
        frozen = f"Frozen {_age(reading.frozen_s)}" if reading.is_frozen else ""
        if reading.is_black:
            self.word.show_word(f"Black, {frozen.lower()}" if frozen else "Black", "alert")
        elif frozen:
            self.word.show_word(frozen, "watch")
        elif self._is_shown:
            self.word.show_word("Live", "live")
        else:
            self.word.show_word("Not shown", "watch")

    def show_stage(self, *, is_shown: bool) -> None:
        """Say from the next reading on whether the room sees the stage at all."""
        self._is_shown = is_shown

    def show_scenario_ready(self, *, is_ready: bool) -> None:
        """Offer the scenario slide only when there is one to show."""
        self.menu.slides[StageView.SCENARIO].setVisible(is_ready)


def _age(seconds: int) -> str:
    return f"{seconds} s" if seconds < 60 else f"{seconds // 60} min"
