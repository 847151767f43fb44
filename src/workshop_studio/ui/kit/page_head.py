"""The head of a page: serif title, a line beside it, and at the right what belongs to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from workshop_studio.ui.kit.basics import Button, Text
from workshop_studio.ui.kit.cards import IconMark

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from workshop_studio.ui.theme.theme import Theme


_MARK_PX = 12


class IconChip(QFrame):
    """A word on a soft fill with an icon before it."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self.setProperty("chip", "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(6)
        self._mark = IconMark(theme, icon, "quiet", 14)
        self._icon = icon
        self._word = QLabel()
        font = theme.font("caption")
        font.setWeight(theme.font("section").weight())
        self._word.setFont(font)
        row.addWidget(self._mark)
        row.addWidget(self._word)

    def text(self) -> str:
        """Return its word."""
        return self._word.text()

    def use_icon(self, icon: str) -> None:
        """Take another icon with the next word."""
        self._icon = icon

    def show_word(self, text: str, look: str) -> None:
        """Change word and look ("quiet", "watch", "alert") together."""
        self._word.setText(text)
        self._mark.show_icon(self._icon, look)
        if self.property("chip") != look:
            self.setProperty("chip", look)
            for widget in (self, self._word):
                widget.style().unpolish(widget)
                widget.style().polish(widget)


class MenuChip(QPushButton):
    """A chip that opens a menu: what can be done about what it says."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self.setProperty("chip", "quiet")
        font = theme.font("caption")
        font.setWeight(theme.font("section").weight())
        self.setFont(font)
        self.setIconSize(QSize(20, 14))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._recolour)
        self._recolour()

    def show_word(self, text: str, look: str) -> None:
        """Change word and look ("quiet", "watch", "alert") together."""
        self.setText(text)
        self.setAccessibleName(text)
        if self.property("chip") != look:
            self.setProperty("chip", look)
            self.style().unpolish(self)
            self.style().polish(self)
        self._recolour()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip, and at its right end the mark of a menu."""
        # Qt makes these types when they are first named; the first paint needs none of them.
        from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter  # noqa: PLC0415

        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        # The style leaves no room at the left of words that do not stand in the middle.
        option.rect = self.rect().adjusted(8, 0, -_MARK_PX - 12, 0)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)
        colour = self._theme.colour(self.property("chip"))
        mark = self._theme.pixmap("chevron-down", colour, _MARK_PX, self.devicePixelRatioF())
        top = (self.height() - _MARK_PX) // 2
        painter.drawPixmap(self.width() - _MARK_PX - 8, top, mark)

    def _recolour(self) -> None:
        self.setIcon(self._theme.icon(self._icon, self.property("chip"), 14))


class PageHead(QWidget):
    """72 px high, 56 where space is short; there the line beside the title goes.

    `palette_wanted` when "Do anything" is pressed; it is shown by `offer_palette`.
    """

    palette_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._row = QHBoxLayout(self)
        self._row.setSpacing(12)
        self._title = Text(theme, "title")
        self._subtitle = Text(theme, "body", tone="3")
        self._row.addWidget(self._title)
        self._row.addWidget(self._subtitle)
        self._row.addStretch(1)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(12)
        self._row.addLayout(self._chips)
        self.anything = Button(theme, "Do anything", "find", "search", hint="Ctrl+K")
        self.anything.setObjectName("find")
        self.anything.clicked.connect(self.palette_wanted)
        self._row.addWidget(self.anything)
        self.take_measure(is_wide=False)

    def chip(self, icon: str) -> IconChip:
        """Return a new chip at the right."""
        chip = IconChip(self._theme, icon)
        self._chips.addWidget(chip)
        return chip

    def menu_chip(self, icon: str) -> MenuChip:
        """Return a new chip at the right that can open a menu."""
        chip = MenuChip(self._theme, icon)
        self._chips.addWidget(chip)
        return chip

    def add(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        self._row.addWidget(widget)

    def show_titles(self, title: str, subtitle: str) -> None:
        """Show both lines."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)

    def titles(self) -> tuple[str, str]:
        """Return both lines."""
        return self._title.text(), self._subtitle.text()

    def take_measure(self, *, is_wide: bool) -> None:
        """Take the wide or the narrow measures."""
        self.setFixedHeight(72 if is_wide else 56)
        edge = 32 if is_wide else 16
        self._row.setContentsMargins(edge, 0, edge, 0)
        self._title.setFont(self._theme.font("title", scale=1.0 if is_wide else 20 / 24))
        self._subtitle.setVisible(is_wide)
        self.anything.show_hint(is_shown=is_wide)
        self.anything.setMinimumWidth(220 if is_wide else 0)
