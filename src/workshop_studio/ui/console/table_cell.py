"""One group on the console: badge, name, clock, and its state as word, shape and colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from workshop_studio.ui.kit.literal import tip
from workshop_studio.ui.kit.marks import PHASE_ROLE, PHASE_SHAPE, draw_shape

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from workshop_studio.domain.console_tracks import TrackReading
    from workshop_studio.ui.theme.theme import Theme

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_TOP_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(
    Qt.TextFlag.TextWordWrap
)
_INSET, _BADGE, _CLOCK, _WORD = 8, 22, 26, 17


class TableCell(QAbstractButton):
    """A button that shows a group; Enter, Space and a click press it, arrows go to the next.

    stepped: the arrow keys of somebody who walks along the groups, never Next and Back.
    """

    stepped = Signal(int)

    def __init__(self, theme: Theme, *, is_first: bool) -> None:
        super().__init__()
        self._theme, self._is_first = theme, is_first
        self._track: TrackReading | None = None
        self._is_wide = False
        self.has_two_lines = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(40)
        theme.changed.connect(self.update)

    @property
    def track(self) -> TrackReading | None:
        """Return what it shows."""
        return self._track

    def show_track(self, track: TrackReading) -> None:
        """Show a group; paints only when something else is said."""
        if track == self._track:
            return
        self._track = track
        self.setObjectName(f"group-{track.id}")
        state = track.word if track.is_back else f"{track.clock} {track.word}"
        self.setAccessibleName(f"{track.name}: {state}")
        about = [track.name, track.text]
        about += [f"Mentor: {track.mentor}" if track.mentor else ""]
        about += [f"Place: {track.place}" if track.place else ""]
        self.setToolTip(tip(", ".join(one for one in about if one)))
        self.update()

    def take_measure(self, *, is_wide: bool, has_two_lines: bool) -> None:
        """Show the name beside the badge where there is room, and the state in one line or two."""
        if (is_wide, has_two_lines) != (self._is_wide, self.has_two_lines):
            self._is_wide, self.has_two_lines = is_wide, has_two_lines
            self.updateGeometry()
            self.update()

    def word_width(self) -> float:
        """Return how wide the longest state is in one line."""
        metrics = QFontMetricsF(self._word_font())
        return max(metrics.horizontalAdvance(word) for word in ("Nearly there", "Last minute"))

    def sizeHint(self) -> QSize:
        """Return the size: three rows, or four where a state takes two."""
        words = _WORD * (2 if self.has_two_lines else 1)
        return QSize(90, _BADGE + 6 + _CLOCK + 2 + words + 8)

    def event(self, event: QEvent) -> bool:
        """Keep the arrows: with a group in hand they must not end the block."""
        if event.type() is QEvent.Type.ShortcutOverride and event.key() in _STEPS:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter as with Space; step along with the arrows."""
        key = Qt.Key(event.key())
        if key in _ENTER:
            self.click()
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def _word_font(self) -> QFont:
        return self._theme.font("caption")

    def _left(self) -> float:
        return 2.0 if self._is_first else float(_INSET)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the group."""
        track = self._track
        if track is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter)
        left, top = self._left(), 4.0
        self._badge(painter, track, QRectF(left, top, _BADGE, _BADGE))
        if self._is_wide:
            self._name(painter, track, left + _BADGE + 8, top)
        top += _BADGE + 6
        self._clock(painter, track, left, top)
        top += _CLOCK + 2
        role = PHASE_ROLE[track.phase]
        painter.setPen(self._theme.colour("text-2" if role == "text" else role))
        painter.setFont(self._word_font())
        words = QRectF(left, top, self.width() - left - 2, self.height() - top)
        if not track.is_back:
            painter.drawText(words, _TOP_LEFT, track.word)

    def _ground(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect()).adjusted(0 if self._is_first else 2, 1, -2, -1)
        if self.underMouse() or self.isDown():
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(box, 6, 6)
        if not self._is_first:
            painter.fillRect(QRectF(0, 4, 1, self.height() - 8), self._theme.colour("line"))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)

    def _badge(self, painter: QPainter, track: TrackReading, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.team_colour(track.letter or "A"))
        painter.drawRoundedRect(box, 4.4, 4.4)
        font = self._theme.font("body-strong")
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(self._theme.colour("surface"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, track.letter)

    def _name(self, painter: QPainter, track: TrackReading, left: float, top: float) -> None:
        font = self._theme.font("body-strong")
        room = self.width() - left - 4
        words = QFontMetricsF(font).elidedText(track.name, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(QRectF(left, top, room + 2, _BADGE), _LEFT, words)

    def _clock(self, painter: QPainter, track: TrackReading, left: float, top: float) -> None:
        if track.is_back:
            colour = self._theme.colour("accent-text")
            pixmap = self._theme.pixmap("check", colour, 16, self.devicePixelRatioF())
            painter.drawPixmap(round(left), round(top) + 5, pixmap)
            self._figure(painter, track.word, left + 20, top, "text-2")
            return
        role, shape = PHASE_ROLE[track.phase], PHASE_SHAPE[track.phase]
        if shape != "none":
            side = 15.0 if self._is_wide else 13.0
            box = QRectF(left, top + (_CLOCK - side) / 2, side, side)
            draw_shape(painter, shape, box, self._theme.colour(role))
            left += side + 4
        self._figure(painter, track.clock, left, top, role)

    def _figure(self, painter: QPainter, text: str, left: float, top: float, role: str) -> None:
        font = self._theme.figures(self._theme.font("section"))
        font.setWeight(QFont.Weight.DemiBold)
        room = self.width() - left - 2
        for pixels in range(22 if self._is_wide else 18, 10, -1):
            font.setPixelSize(pixels)
            if QFontMetricsF(font).horizontalAdvance(text) <= room:
                break
        painter.setFont(font)
        painter.setPen(self._theme.colour(role))
        painter.drawText(QRectF(left, top, room + 2, _CLOCK), _LEFT, text)
