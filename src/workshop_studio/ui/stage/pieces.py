"""What a slide is made of: placed pieces, so that a layout can be looked at before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen, QPolygonF

from workshop_studio.ui.kit.marks import draw_shape
from workshop_studio.ui.stage.lettering import draw_lines

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from workshop_studio.ui.kit.fitting import FittedText
    from workshop_studio.ui.stage.ink import Face, Ink

_TURN = 360 * 16


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing on a slide of 1920 x 1080. box: all that it paints lies inside.

    name: unique on its slide. is_ground: other pieces may stand on it.
    """

    name: str
    box: QRectF
    is_ground: ClassVar[bool] = False

    def draw(self, painter: QPainter, ink: Ink) -> None:
        """Paint it."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Words(Piece):
    """A fitted text; its box is as wide and high as the lines."""

    text: FittedText
    face: Face
    tone: str

    def draw(self, painter: QPainter, ink: Ink) -> None:
        """Paint the lines."""
        painter.setPen(ink.colour(self.tone))
        draw_lines(painter, ink.font(self.face), self.text, self.box)


@dataclass(frozen=True, slots=True)
class Digits(Piece):
    """A clock in outlines of size_px; base: where it stands."""

    text: str
    size_px: float
    base: float
    tone: str

    def draw(self, painter: QPainter, ink: Ink) -> None:
        """Fill the outlines."""
        left = self.box.left()
        ink.glyphs.draw(painter, self.text, left, self.base, self.size_px, ink.colour(self.tone))


@dataclass(frozen=True, slots=True)
class Shape(Piece):
    """The shape of a state."""

    shape: str
    tone: str

    def draw(self, painter: QPainter, ink: Ink) -> None:
        """Paint it."""
        draw_shape(painter, self.shape, self.box, ink.colour(self.tone))


@dataclass(frozen=True, slots=True)
class Check(Piece):
    """The check of what is done, in strokes, so that it is sharp at every scale."""

    tone: str

    def draw(self, painter: QPainter, ink: Ink) -> None:
        """Paint it."""
        unit = self.box.width() / 24
        pen = QPen(ink.colour(self.tone), 2.25 * unit)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        corner = self.box.topLeft()
        points = (QPointF(4, 12), QPointF(9, 17), QPointF(20, 6))
        painter.drawPolyline(QPolygonF([corner + point * unit for point in points]))


@dataclass(frozen=True, slots=True)
class Badge(Piece):
    """The letter of a team in its coloured square."""

    letter: str

    def draw(self, painter: QPainter, ink: Ink) -> None:
        """Paint square and letter."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.theme.team_colour(self.letter, "stage"))
        painter.drawRoundedRect(self.box, self.box.width() / 4, self.box.width() / 4)
        font = ink.theme.font("label", "stage at 1080")
        font.setPixelSize(round(self.box.width() * 36 / 56))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(ink.colour("canvas"))
        painter.drawText(self.box, Qt.AlignmentFlag.AlignCenter, self.letter)


@dataclass(frozen=True, slots=True)
class Panel(Piece):
    """A plain rounded ground."""

    tone: str
    radius: float
    is_ground: ClassVar[bool] = True

    def draw(self, painter: QPainter, ink: Ink) -> None:
        """Fill it."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.colour(self.tone))
        painter.drawRoundedRect(self.box, self.radius, self.radius)


@dataclass(frozen=True, slots=True)
class Ring(Piece):
    """The time left as an arc from the top on, clockwise. share: 1 full, 0 empty.

    Text stands inside: see `inside`.
    """

    share: float
    tone: str
    is_ground: ClassVar[bool] = True

    @property
    def thickness(self) -> float:
        """Return how thick the arc is."""
        return self.box.width() * 0.095

    @property
    def inside(self) -> float:
        """Return the diameter of the free round in the middle."""
        return self.box.width() - 2 * self.thickness

    def draw(self, painter: QPainter, ink: Ink) -> None:
        """Paint the track and what is left of it."""
        half = self.thickness / 2
        round_ = self.box.adjusted(half, half, -half, -half)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(ink.colour("line"), self.thickness)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawEllipse(round_)
        pen.setColor(ink.colour(self.tone))
        painter.setPen(pen)
        # The gap opens at twelve and grows clockwise, as the hand of a clock would.
        span = round(self.share * _TURN)
        painter.drawArc(round_, 90 * 16, span)


@dataclass(frozen=True, slots=True)
class Segments(Piece):
    """The parts of a block; each its left end, width, and how many pixels are done."""

    parts: tuple[tuple[float, float, float], ...]

    def draw(self, painter: QPainter, ink: Ink) -> None:
        """Paint the bar."""
        top, height = self.box.top(), self.box.height()
        painter.setPen(Qt.PenStyle.NoPen)
        for left, span, done in self.parts:
            painter.setBrush(ink.colour("line"))
            painter.drawRoundedRect(QRectF(left, top, span, height), height / 2, height / 2)
            if done > 0:
                painter.save()
                painter.setClipRect(QRectF(left, top, done, height), Qt.ClipOperation.IntersectClip)
                painter.setBrush(ink.colour("text-3" if done >= span else "accent"))
                painter.drawRoundedRect(QRectF(left, top, span, height), height / 2, height / 2)
                painter.restore()


@dataclass(frozen=True, slots=True)
class TileBar(Piece):
    """What is left, along the foot of a tile, inside its round corners."""

    tile: QRectF
    radius: float
    tone: str

    def draw(self, painter: QPainter, ink: Ink) -> None:
        """Fill the part of the tile that the bar covers."""
        corners, bar = QPainterPath(), QPainterPath()
        corners.addRoundedRect(self.tile, self.radius, self.radius)
        bar.addRect(self.box)
        painter.fillPath(corners.intersected(bar), ink.colour(self.tone))


@dataclass(frozen=True, slots=True)
class Sign(Piece):
    """A short text in bold spaced letters, in the middle of its box; turn: in degrees, by 90."""

    text: str
    size_px: int
    tone: str
    turn: int = 0

    def draw(self, painter: QPainter, ink: Ink) -> None:
        """Paint it."""
        painter.save()
        painter.translate(self.box.center())
        painter.rotate(self.turn)
        width, height = self.box.width(), self.box.height()
        if self.turn:
            width, height = height, width
        painter.setFont(ink.spaced_font(self.size_px))
        painter.setPen(ink.colour(self.tone))
        box = QRectF(-width / 2, -height / 2, width, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text)
        painter.restore()
