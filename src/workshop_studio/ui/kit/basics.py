"""Labels, cards and buttons that know the theme and nothing else."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from workshop_studio.ui.theme.theme import Theme


class Text(QLabel):
    """A label of one type role, in a tone: "", "2", "3", "private", "watch", "alert", "accent"."""

    def __init__(
        self, theme: Theme, role: str, text: str = "", tone: str = "", group: str = "console"
    ) -> None:
        super().__init__()
        self._theme, self._role, self._group = theme, role, group
        self._plain = ""
        self._line_px = theme.tokens.types[group][role].line
        self.setFont(theme.font(role, group))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.set_tone(tone)
        self.setText(text)

    def text(self) -> str:
        """Return what it says, as it was set."""
        return self._plain

    def setText(self, text: str) -> None:
        """Say something else."""
        self._plain = text
        super().setText(self._spaced(text) if self.wordWrap() else text)

    def setFont(self, font: QFont | str | Sequence[str]) -> None:
        """Take another font, and keep it through other tones and themes."""
        self._wanted = QFont(font)
        super().setFont(font)

    def event(self, event: QEvent) -> bool:
        """Keep the font when a style sheet is put on."""
        answer = super().event(event)
        if event.type() in {QEvent.Type.Polish, QEvent.Type.StyleChange}:
            self._keep_font()
        return answer

    def _keep_font(self) -> None:
        # A style sheet gives a label the font back that it had before it first met one.
        if self.font().pixelSize() != self._wanted.pixelSize():
            super().setFont(self._wanted)

    def set_tone(self, tone: str) -> None:
        """Change the tone."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)
            self._keep_font()

    def wrapped(self) -> Text:
        """Return itself with word wrap on, its lines as far apart as the type role says."""
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText(self._plain)
        return self

    def _spaced(self, text: str) -> str:
        # Only rich text knows a line height; the words themselves are escaped, never markup.
        lines = escape(text).replace("\n", "<br>")
        return f'<p style="line-height: {self._line_px}px">{lines}</p>' if text else ""

    def set_scale(self, scale: float) -> None:
        """Set its type role larger or smaller, line height too."""
        role = self._theme.tokens.types[self._group][self._role]
        self.setFont(self._theme.font(self._role, self._group, scale))
        self._line_px = round(role.line * scale)
        self.setText(self._plain)

    def numeric(self) -> Text:
        """Return itself with tabular figures."""
        self.setFont(self._theme.figures(self.font()))
        return self


class Chip(QLabel):
    """A small word on a soft fill: "quiet", "live", "watch" or "alert"."""

    def __init__(self, theme: Theme, text: str = "", look: str = "quiet") -> None:
        super().__init__(text)
        font = theme.font("caption")
        font.setWeight(theme.font("section").weight())
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("chip", look)

    def show_word(self, text: str, look: str) -> None:
        """Change word and look together."""
        self.setText(text)
        if self.property("chip") != look:
            self.setProperty("chip", look)
            self.style().unpolish(self)
            self.style().polish(self)


class Card(QFrame):
    """Surface on canvas with a hairline; `body` takes the content. look: true, private, accent."""

    def __init__(self, look: str = "true", padding: int = 20, spacing: int = 8) -> None:
        super().__init__()
        self.setProperty("card", look)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding - 4, padding, padding - 4)
        self.body.setSpacing(spacing)


class Rule(QFrame):
    """A hairline between rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("rule", "true")


class Button(QPushButton):
    """Verb and object, an icon, a key named in the tooltip.

    role: "primary" (one in a region), "plain", "text", "danger", "segment", "navigation".
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        role: str = "plain",
        icon: str = "",
        size: str = "normal",
        hint: str = "",
    ) -> None:
        super().__init__(text)
        self._theme, self._icon, self._role = theme, icon, role
        self.setProperty("role", role)
        # Not "size": that is a property of every widget, and a rule would never see ours.
        self.setProperty("measure", size)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        side = 14 if size == "compact" else 18
        self._icon_side = side
        self.setIconSize(QSize(side + 6, side))
        self.setAccessibleName(text)
        self._hint = hint
        self._is_hint_shown = False
        if hint:
            self.setToolTip(f"{text}  ({hint})")
        if size == "station":
            self.setFont(theme.font("help", "station"))
        self._recolour()
        theme.changed.connect(self._recolour)

    def show_hint(self, *, is_shown: bool) -> None:
        """Show its key inside the button, or only in the tooltip where space is short."""
        if self._hint and is_shown != self._is_hint_shown:
            self._is_hint_shown = is_shown
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size with the key, when it is shown."""
        size = super().sizeHint()
        return QSize(size.width() + self._hint_width(), size.height())

    def minimumSizeHint(self) -> QSize:
        """Return the size below which words would be cut."""
        return self.sizeHint()

    def _hint_width(self) -> int:
        if not self._is_hint_shown:
            return 0
        metrics = QFontMetricsF(self._theme.font("caption"))
        return round(metrics.horizontalAdvance(self._hint)) + 20

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, and its key at the right end."""
        if not self._is_hint_shown:
            super().paintEvent(event)
            return
        # Qt makes these types when they are first named; the first paint needs none of them.
        from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter  # noqa: PLC0415

        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        option.rect = inside.adjusted(0, 0, -self._hint_width(), 0)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)
        self._paint_hint(painter)

    def _paint_hint(self, painter: QPainter) -> None:
        wide = self._hint_width() - 8
        box = QRectF(self.width() - wide - 12, (self.height() - 18) / 2, wide, 18)
        is_filled = self._role == "primary" and self.isEnabled()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("on-accent" if is_filled else "line-strong"))
        painter.setBrush(
            Qt.BrushStyle.NoBrush if is_filled else QBrush(self._theme.colour("sunken"))
        )
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.colour("on-accent" if is_filled else "text-2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._hint)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        if icon != self._icon:
            self._icon = icon
            self._recolour()

    def _recolour(self) -> None:
        if self._icon:
            role = {"primary": "on-accent", "text": "accent-text", "danger": "alert"}
            self.setIcon(
                self._theme.icon(self._icon, role.get(self._role, "text"), self._icon_side)
            )


class HoldButton(QPushButton):
    """Does its work only after it was held for `hold_ms`; a slip does nothing."""

    held = Signal()

    def __init__(self, theme: Theme, text: str, hold_ms: int = 1000) -> None:
        super().__init__(text)
        self._theme = theme
        self._hold_ms = hold_ms
        self.setProperty("role", "danger")
        self.setToolTip("Hold for one second")
        self.setAccessibleDescription("Hold for one second")
        self._timer = QTimer(self)
        self._timer.setInterval(30)
        self._timer.timeout.connect(self._advance)
        self._since = QElapsedTimer()
        self.pressed.connect(self._begin)
        self.released.connect(self._stop)

    def _begin(self) -> None:
        self._since.start()
        self._timer.start()

    def _stop(self) -> None:
        self._timer.stop()
        self.update()

    def _advance(self) -> None:
        if self._since.elapsed() >= self._hold_ms:
            self._stop()
            self.setDown(False)
            self.held.emit()
        self.update()

    def event(self, event: QEvent) -> bool:
        """Keep Space from the shortcuts of the page: here it is held, not pressed."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hold with Enter as with Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.setDown(True)
            self._begin()
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.setDown(False)
            self._stop()
            return
        super().keyReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button and how far the hold has come."""
        super().paintEvent(event)
        if self._timer.isActive():
            share = min(1.0, self._since.elapsed() / self._hold_ms)
            painter = QPainter(self)
            bar = self.rect().adjusted(8, self.height() - 6, -8, -3)
            bar.setWidth(round(bar.width() * share))
            painter.fillRect(bar, self._theme.colour("alert"))


class Banner(QFrame):
    """A condition under the header: what happened, what was kept, one action. Hidden at first."""

    acted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("banner", "watch")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        self._text = Text(theme, "body").wrapped()
        self.action = Button(theme, "", size="compact")
        self.action.clicked.connect(self.acted)
        row.addWidget(self._text, 1)
        row.addWidget(self.action)
        self.hide()

    def say(self, text: str, look: str = "watch", action: str = "") -> None:
        """Show a sentence and, when named, an action; an empty text hides the banner."""
        self._text.setText(text)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        if self.property("banner") != look:
            self.setProperty("banner", look)
            self.style().unpolish(self)
            self.style().polish(self)
        self.setVisible(bool(text))

    @property
    def text(self) -> str:
        """Return what it says."""
        return self._text.text() if not self.isHidden() else ""


class ClickableCard(Card):
    """A card that is one big button."""

    clicked = Signal()

    def __init__(self, look: str = "true") -> None:
        super().__init__(look)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Click."""
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space click too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.clicked.emit()
            return
        super().keyPressEvent(event)
