"""Fields that open a list or a calendar: the chevron is painted, the wheel changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent, QWheelEvent

    from workshop_studio.ui.theme.theme import Theme

_CHEVRON_PX, _EDGE_PX = 16, 10
_BARE_CHEVRON_PX, _BARE_GAP_PX = 14, 8


class Choice(QComboBox):
    """One of a list. The wheel scrolls the page around it instead of changing the answer."""

    def __init__(self, theme: Theme, name: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        theme.changed.connect(self.update)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and its chevron."""
        super().paintEvent(event)
        draw_chevron(self, self._theme)


class BareChoice(Choice):
    """Looks like words with a chevron behind them until it is pointed at or has the keyboard."""

    def __init__(self, theme: Theme, font: QFont, name: str = "") -> None:
        super().__init__(theme, name)
        self.setProperty("look", "bare")
        self.setFont(font)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, then the chevron right behind them."""
        QComboBox.paintEvent(self, event)
        words = QFontMetricsF(self.font()).horizontalAdvance(self.currentText())
        left = min(words + _BARE_GAP_PX, self.width() - _BARE_CHEVRON_PX - 2.0)
        colour = self._theme.colour("text-2")
        pixmap = self._theme.pixmap(
            "chevron-down", colour, _BARE_CHEVRON_PX, self.devicePixelRatioF()
        )
        top = (self.height() - _BARE_CHEVRON_PX) / 2
        QPainter(self).drawPixmap(QPointF(left, top), pixmap)


class DateField(QDateTimeEdit):
    """A day and a time, with a calendar; in English like the rest of the page."""

    def __init__(self, theme: Theme, name: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.setDisplayFormat("ddd d MMM yyyy, HH:mm")
        self.setCalendarPopup(True)
        theme.changed.connect(self.update)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the page: a session moves only on purpose."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and its chevron."""
        super().paintEvent(event)
        draw_chevron(self, self._theme)


def draw_chevron(field: QWidget, theme: Theme) -> None:
    """Draw the chevron at the right end of a field."""
    colour = theme.colour("text-2" if field.isEnabled() else "text-3")
    pixmap = theme.pixmap("chevron-down", colour, _CHEVRON_PX, field.devicePixelRatioF())
    left, top = field.width() - _CHEVRON_PX - _EDGE_PX, (field.height() - _CHEVRON_PX) // 2
    QPainter(field).drawPixmap(left, top, pixmap)
