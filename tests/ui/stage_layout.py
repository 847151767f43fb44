"""How tests look at the layout of a slide: what is where, and what may not happen."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import QRectF

from workshop_studio.ui.stage.pieces import Check, Digits, Piece, Ring, Shape, Words

SLIDE = QRectF(0, 0, 1920, 1080)
SLACK = 1.0


def squeezed(text: str) -> str:
    return "".join(text.split())


def said(pieces) -> list[str]:
    """Return every text of a slide without its blanks, which breaks of lines may swallow."""
    return [
        squeezed("".join(p.text.lines)) if isinstance(p, Words) else p.text
        for p in pieces
        if isinstance(p, Words | Digits)
    ]


def named(pieces, name) -> Piece:
    return next(p for p in pieces if p.name == name)


def shrunk(box: QRectF) -> QRectF:
    return box.adjusted(SLACK, SLACK, -SLACK, -SLACK)


def faults(pieces) -> list[str]:
    """Return every piece that leaves the slide, covers another one, or sticks out of its ground."""
    found = [p.name for p in pieces if not SLIDE.contains(shrunk(p.box))]
    found += [p.name for p in pieces if [q.name for q in pieces].count(p.name) > 1]
    for one, other in combinations(pieces, 2):
        if not shrunk(one.box).intersects(shrunk(other.box)):
            continue
        if not one.is_ground and not other.is_ground:
            found.append(f"{one.name} covers {other.name}")
        elif not holds(one, other) and not holds(other, one):
            found.append(f"{one.name} sticks out of {other.name}")
    return found


def holds(ground: Piece, piece: Piece) -> bool:
    """Return whether a ground has all of a piece on it; a ring holds it in its free middle."""
    if not ground.is_ground:
        return False
    if not isinstance(ground, Ring):
        return ground.box.contains(shrunk(piece.box))
    middle, reach = ground.box.center(), ground.inside / 2
    corners = (piece.box.topLeft(), piece.box.bottomRight(), piece.box.topRight())
    return all(
        (at.x() - middle.x()) ** 2 + (at.y() - middle.y()) ** 2 <= reach**2 for at in corners
    )


def below_floor(pieces, floor_px: int) -> list[str]:
    return [p.name for p in pieces if isinstance(p, Words) and p.text.size_px < floor_px]


def shapes(pieces) -> list[str]:
    return [p.shape for p in pieces if isinstance(p, Shape)]


def checks(pieces) -> list[str]:
    return [p.name for p in pieces if isinstance(p, Check)]
