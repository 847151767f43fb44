"""Paints a big number and the name on each screen, until a key, a click or some seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from workshop_studio.ui.kit.fitting import fit_text
from workshop_studio.ui.stage.lettering import GROUP, HEIGHT, SIDE, WIDTH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QGuiApplication, QPaintEvent, QWindow

    from workshop_studio.ui.stage.screens import ScreenOffer
    from workshop_studio.ui.theme.theme import Theme

SHOWN_MS = 6000
_AWAY = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress})
_NUMBER_PX = 560


class ScreenCard(QWidget):
    """One screen's number, name and what is on it; fills that screen."""

    def __init__(self, theme: Theme, offer: ScreenOffer) -> None:
        super().__init__(
            None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        )
        self._theme = theme
        self.number, self.name = str(offer.number), offer.identity.label
        self.role = "Stage" if offer.has_stage else "Console" if offer.has_console else ""
        self.setObjectName("screen-number")
        self.setWindowTitle(f"Screen {self.number}")
        self.setAccessibleName(" ".join(("Screen", self.number, self.name, self.role)).strip())
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw number, name and role in the measure of 1920 x 1080."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.colour("canvas", "stage"))
        scale = min(self.width() / WIDTH, self.height() / HEIGHT)
        painter.translate((self.width() - WIDTH * scale) / 2, (self.height() - HEIGHT * scale) / 2)
        painter.scale(scale, scale)
        inner = WIDTH - 2 * SIDE
        self._line(painter, self.number, QRectF(SIDE, 96, inner, 620), _NUMBER_PX, "text")
        self._line(painter, self.name, QRectF(SIDE, 740, inner, 130), 88, "text")
        self._line(painter, self.role, QRectF(SIDE, 890, inner, 90), 56, "text-2")

    def _line(self, painter: QPainter, text: str, box: QRectF, size_px: int, tone: str) -> None:
        if not text:
            return
        font = self._theme.font("floor", GROUP)
        fitted = fit_text(text, font, box.size(), largest_px=size_px, floor_px=32)
        font.setPixelSize(fitted.size_px)
        painter.setFont(font)
        painter.setPen(self._theme.colour(tone, "stage"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "\n".join(fitted.lines))


class ScreenNumbers(QObject):
    """Shows the cards and takes all of them away together."""

    def __init__(self, theme: Theme, app: QGuiApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._app = theme, app
        self.cards: list[ScreenCard] = []
        self._keys_before: QWindow | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.end_of_time)
        app.screenRemoved.connect(self._screens_changed)

    def show(self, offers: Sequence[ScreenOffer]) -> None:
        """Paint each number on its screen; shown ones are painted anew."""
        self.put_away()
        self._keys_before = self._app.focusWindow()
        for offer, screen in zip(offers, self._app.screens(), strict=False):
            card = ScreenCard(self._theme, offer)
            card.setScreen(screen)
            card.setGeometry(screen.geometry())
            card.showFullScreen()
            self.cards.append(card)
        self._app.installEventFilter(self)
        self._timer.start()

    def put_away(self) -> None:
        """Take every card away."""
        self._timer.stop()
        self._app.removeEventFilter(self)
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = []
        # Not every system gives the keys back to the window that had them.
        before, self._keys_before = self._keys_before, None
        if before is not None and before in self._app.topLevelWindows():
            before.requestActivate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the first key or click take the cards away and do nothing else."""
        if event.type() is QEvent.Type.ShortcutOverride:
            # Else the key would also do what it does on the console.
            event.accept()
            return True
        if event.type() in _AWAY:
            self.put_away()
            return True
        return False

    def end_of_time(self) -> None:
        """Take them away because they were up long enough."""
        self.put_away()

    def _screens_changed(self) -> None:
        self.put_away()
