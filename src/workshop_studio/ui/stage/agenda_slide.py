"""Now and next: at most five rows with their times, the current one marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF

from workshop_studio.domain.live import LineMark
from workshop_studio.ui.kit.fitting import FittedText
from workshop_studio.ui.stage.foot import INNER, foot, kicker
from workshop_studio.ui.stage.ink import LINE, STRONG, TITLE, Face
from workshop_studio.ui.stage.lettering import FLOOR, SIDE
from workshop_studio.ui.stage.pieces import Check, Panel, Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workshop_studio.domain.live import StageAgendaRow, StageSnapshot
    from workshop_studio.ui.stage.typesetter import Typesetter

HEADING, NOW = "Now and next", "Now"
_TIME, _STRONG_TIME = Face("line", is_numeric=True), Face("line", is_strong=True, is_numeric=True)
_LARGEST, _TITLE_TOP, _GAP = 56, 142.0, 12.0
_ROW, _PAD, _TIME_GAP = 132.0, 36.0, 40.0


def agenda(setter: Typesetter, snapshot: StageSnapshot, *, has_message: bool = True) -> list[Piece]:
    """Return the pieces of now-and-next."""
    below, bottom = foot(setter, snapshot, has_message=has_message)
    pieces = kicker(setter, snapshot.session_title) + below
    box = QRectF(SIDE, _TITLE_TOP, INNER, 200 if bottom > 800 else 100)
    title = setter.words("title", snapshot.title or HEADING, TITLE, "text", box)
    pieces.append(title)
    top = title.box.bottom() + 40
    if snapshot.agenda:
        room = QRectF(SIDE - 24, top, INNER + 48, bottom - top)
        pieces += _rows(setter, snapshot.agenda, room)
    return pieces


def _rows(setter: Typesetter, rows: Sequence[StageAgendaRow], room: QRectF) -> list[Piece]:
    height = min(_ROW, (room.height() - _GAP * (len(rows) - 1)) / len(rows))
    size, titles = _set_titles(setter, rows, room.width(), height)
    columns = _columns(setter, rows, room.width(), size)
    pieces: list[Piece] = []
    for number, (row, title) in enumerate(zip(rows, titles, strict=True), start=1):
        box = QRectF(room.left(), room.top() + (number - 1) * (height + _GAP), room.width(), height)
        pieces += _row(setter, f"row {number}", row, title, box, columns, size)
    return pieces


def _columns(
    setter: Typesetter, rows: Sequence[StageAgendaRow], width: float, size: int
) -> tuple[float, float, float]:
    """Return the widths of the times, of the minutes, and what is left for the titles."""
    at = max(setter.width(row.at, _STRONG_TIME, size) for row in rows)
    minutes = max(setter.width(row.minutes, LINE, size) for row in rows)
    mark = max(setter.width(NOW, STRONG, size), float(size))
    left = _PAD + mark + 32 + at + _TIME_GAP
    return mark, left, width - left - minutes - 48 - _PAD


def _set_titles(
    setter: Typesetter, rows: Sequence[StageAgendaRow], width: float, height: float
) -> tuple[int, list[FittedText]]:
    """Return the titles in one size, that of their times and minutes."""
    titles: list[FittedText] = []
    size = _LARGEST
    for size in range(_LARGEST, 11, -2):
        room = QSizeF(_columns(setter, rows, width, size)[2], height - 8)
        titles = [setter.fitted(row.title, STRONG, room, size, min(size, FLOOR)) for row in rows]
        if all(title.size_px == size for title in titles):
            break
    return size, titles


def _row(
    setter: Typesetter, name: str, row: StageAgendaRow, title: FittedText, box: QRectF,
    columns: tuple[float, float, float], size: int,
) -> list[Piece]:  # fmt: skip
    """Return a row: what it is now, when, what, and for how long."""
    is_now, is_done = row.mark is LineMark.CURRENT, row.mark is LineMark.DONE
    tone = "text" if is_now else "text-3" if is_done else "text-2"
    face = STRONG if is_now else LINE
    _, left, width = columns
    pieces: list[Piece] = []
    if is_now:
        pieces.append(Panel(f"{name} ground", box, "accent-soft", 20))
        edge = QRectF(box.left(), box.top() + 16, 10, box.height() - 32)
        pieces.append(Panel(f"{name} edge", edge, "accent", 5))
        place = box.adjusted(_PAD, 0, 0, 0)
        pieces.append(_cell(setter, f"{name} now", NOW, STRONG, "accent", place, size))
    elif is_done:
        side = float(round(size * 0.875))
        place = QRectF(box.left() + _PAD, box.center().y() - side / 2, side, side)
        pieces.append(Check(f"{name} check", place, "text-3"))
    if row.at:
        at_left = box.left() + left - _TIME_GAP - setter.width(row.at, _time(face), size)
        place = QRectF(at_left, box.top(), box.width(), box.height())
        pieces.append(_cell(setter, f"{name} at", row.at, _time(face), tone, place, size))
    if row.title:
        place = QRectF(box.left() + left, box.top(), width, box.height())
        pieces.append(setter.placed(f"{name} title", title, face, tone, place, is_middle=True))
    if row.minutes:
        place = box.adjusted(0, 0, -_PAD, 0)
        minutes = _cell(
            setter, f"{name} minutes", row.minutes, LINE, tone, place, size, is_right=True
        )
        pieces.append(minutes)
    return pieces


def _time(face: Face) -> Face:
    return _STRONG_TIME if face is STRONG else _TIME


def _cell(
    setter: Typesetter, name: str, text: str, face: Face, tone: str, box: QRectF, size: int, *,
    is_right: bool = False,
) -> Piece:  # fmt: skip
    """Return a short text of one line in the middle of a row's height."""
    line = FittedText(size, size * face.ratio, (text,), fits=True)
    return setter.placed(name, line, face, tone, box, is_right=is_right, is_middle=True)
