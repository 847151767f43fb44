"""Draws the slides of the stage at 1920 x 1080 and scales them to whatever the projector has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QRegion, QTransform

from workshop_studio.domain.live import StageFace, StageSnapshot
from workshop_studio.ui.stage.agenda_slide import agenda
from workshop_studio.ui.stage.breakout_slide import breakouts
from workshop_studio.ui.stage.countdown_slide import countdown
from workshop_studio.ui.stage.lettering import FLOOR, HEIGHT, WIDTH
from workshop_studio.ui.stage.message import banded
from workshop_studio.ui.stage.pieces import Digits, Piece, Words
from workshop_studio.ui.stage.rehearsal import rehearsal_frame
from workshop_studio.ui.stage.sentence_slides import holding, long_message, prompt, word
from workshop_studio.ui.stage.typesetter import Typesetter

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFont

    from workshop_studio.ui.stage.ink import Face
    from workshop_studio.ui.theme.theme import Theme

FACES = {
    StageFace.HOLDING: holding,
    StageFace.COUNTDOWN: countdown,
    StageFace.BREAKOUTS: breakouts,
    StageFace.PROMPT: prompt,
    StageFace.WORD: word,
    StageFace.AGENDA: agenda,
}
_LEAST_DIGITS = 64
_EDGE_PX = 3


def is_readable(pieces: list[Piece]) -> bool:
    """Return whether nothing had to go below the floor to be shown whole."""
    return all(
        not (isinstance(piece, Words) and piece.text.size_px < FLOOR)
        and not (isinstance(piece, Digits) and piece.size_px < _LEAST_DIGITS)
        for piece in pieces
    )


class SlidePainter:
    """Lays snapshots out and draws them; knows the stage theme and no service."""

    def __init__(self, theme: Theme) -> None:
        self._setter = Typesetter(theme)
        # What is shown and what was shown before it, which is all that a repaint compares.
        self._recent: list[tuple[StageSnapshot, tuple[Piece, ...]]] = []

    def colour(self, role: str) -> QColor:
        """Return a colour of the stage theme."""
        return self._setter.colour(role)

    def font(self, face: Face) -> QFont:
        """Return the font of a piece's words."""
        return self._setter.font(face)

    def pieces(self, snapshot: StageSnapshot) -> tuple[Piece, ...]:
        """Return everything that is drawn for a snapshot, in order of drawing.

        The wall of a scenario and the black of the black face are not among them.
        """
        for known, pieces in self._recent:
            if known == snapshot:
                return pieces
        self._recent = [(snapshot, self._lay_out(snapshot)), *self._recent[:1]]
        return self._recent[0][1]

    def _lay_out(self, snapshot: StageSnapshot) -> tuple[Piece, ...]:
        if snapshot.face is StageFace.BLACK:
            return ()
        frame = rehearsal_frame() if snapshot.is_rehearsal else []
        return (*self._face(snapshot), *frame)

    def _face(self, snapshot: StageSnapshot) -> list[Piece]:
        lay_out = FACES.get(snapshot.face)
        is_in_band = not snapshot.message or banded(self._setter, snapshot.message).fits
        if lay_out is None:
            return [] if is_in_band else long_message(self._setter, snapshot)
        if not snapshot.message:
            return lay_out(self._setter, snapshot)
        if is_in_band:
            found = lay_out(self._setter, snapshot)
            # A band that would make the slide unreadable is no band: the message gets a slide.
            if is_readable(found):
                return found
        return long_message(self._setter, snapshot)

    def draw(
        self, painter: QPainter, snapshot: StageSnapshot, width: int, height: int,
        region: QRegion | None = None,
    ) -> None:  # fmt: skip
        """Draw the snapshot into a window of any shape; the rest is canvas.

        region: of the window, where it has to be drawn; all of it when missing.
        """
        if snapshot.face is StageFace.BLACK:
            painter.fillRect(0, 0, width, height, Qt.GlobalColor.black)
            return
        painter.fillRect(0, 0, width, height, self.colour("canvas"))
        place = placing(width, height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setTransform(place, combine=True)
        for piece in self.pieces(snapshot):
            if region is None or region.intersects(_reach(piece.box, place)):
                piece.draw(painter, self._setter)
        painter.restore()

    def changed_region(
        self, before: StageSnapshot, after: StageSnapshot, width: int, height: int
    ) -> QRegion:
        """Return what of a window of this size has to be drawn again; empty for nothing."""
        if StageFace.BLACK in {before.face, after.face} and before.face is not after.face:
            return QRegion(0, 0, width, height)
        old = {piece.name: piece for piece in self.pieces(before)}
        place, region = placing(width, height), QRegion()
        for piece in self.pieces(after):
            gone = old.pop(piece.name, None)
            if gone != piece:
                region += _reach(piece.box, place)
                if gone is not None:
                    region += _reach(gone.box, place)
        for piece in old.values():
            region += _reach(piece.box, place)
        return region


def placing(width: int, height: int) -> QTransform:
    """Return how the picture of 1920 x 1080 lies in a window: as large as it fits, centred."""
    scale = min(width / WIDTH, height / HEIGHT)
    place = QTransform.fromTranslate((width - WIDTH * scale) / 2, (height - HEIGHT * scale) / 2)
    return place.scale(scale, scale)


def _reach(box: QRectF, place: QTransform) -> QRegion:
    """Return the pixels of a box, and a few more for soft edges."""
    rect = place.mapRect(box).toAlignedRect()
    return QRegion(rect.adjusted(-_EDGE_PX, -_EDGE_PX, _EDGE_PX, _EDGE_PX))
