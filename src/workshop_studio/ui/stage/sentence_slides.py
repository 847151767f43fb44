"""The slides of words: holding, a prompt, a word of the shared vocabulary, a long message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF

from workshop_studio.ui.stage.countdown_slide import block_lines
from workshop_studio.ui.stage.foot import INNER, foot, kicker
from workshop_studio.ui.stage.ink import LINE, SENTENCE, TITLE, Face
from workshop_studio.ui.stage.lettering import FLOOR, SIDE
from workshop_studio.ui.stage.message import PAGE
from workshop_studio.ui.stage.pieces import Panel, Piece

if TYPE_CHECKING:
    from workshop_studio.domain.live import StageSnapshot, StageWord
    from workshop_studio.ui.stage.typesetter import Typesetter

EXAMPLE = "Example"
_LABEL = Face("label")
_TOP = 172.0
_PAD_X, _PAD_Y = 64.0, 44.0
_TERM_SIZES, _MEANING_PX, _LEAST_PX = (112, 84, 60, 44), 66, 10
_TERM_GAP, _EXAMPLE_GAP, _LABEL_GAP = 20.0, 28.0, 36.0
_HIGH = 10_000.0


def holding(
    setter: Typesetter, snapshot: StageSnapshot, *, has_message: bool = True
) -> list[Piece]:
    """Return the slide before the start, after the end and while a question is open."""
    below, bottom = foot(setter, snapshot, has_message=has_message)
    pieces = kicker(setter, snapshot.session_title) + below
    room = QRectF(SIDE, _TOP, INNER, bottom - _TOP)
    title_room = min(300.0, room.height() * (0.45 if snapshot.lines else 1.0))
    text = setter.fitted(snapshot.title, TITLE, QSizeF(INNER, title_room), 88)
    title_height = text.height_px if snapshot.title else 0.0
    space = QSizeF(INNER, room.height() - title_height - 32)
    lines: list[Piece] = []
    if snapshot.lines:
        lines = block_lines(
            setter, snapshot.lines, QRectF(SIDE, _TOP + title_height + 32, INNER, space.height()),
            56, is_middle=False,
        )  # fmt: skip
    used = max((piece.box.bottom() for piece in lines), default=_TOP + title_height) - _TOP
    # The design's place where there is room, further up where there is not.
    drop = min(360.0 - _TOP, max(0.0, room.height() - used))
    if snapshot.title:
        box = QRectF(SIDE, _TOP + drop, INNER, title_height)
        pieces.append(setter.placed("title", text, TITLE, "text", box))
    if snapshot.lines:
        place = QRectF(SIDE, _TOP + drop + title_height + 32, INNER, space.height())
        pieces += block_lines(setter, snapshot.lines, place, 56, is_middle=False)
    return pieces


def prompt(setter: Typesetter, snapshot: StageSnapshot, *, has_message: bool = True) -> list[Piece]:
    """Return one sentence for the room to think about."""
    below, bottom = foot(setter, snapshot, has_message=has_message)
    pieces = kicker(setter, snapshot.session_title) + below
    if snapshot.prompt:
        room = QRectF(SIDE, _TOP, INNER, bottom - _TOP)
        text = setter.fitted(snapshot.prompt, SENTENCE, room.size(), 120)
        # A little above the middle is where a sentence looks as if it stood in the middle.
        drop = (room.height() - text.height_px) * 0.42
        place = room.adjusted(0, drop, 0, 0)
        pieces.append(setter.placed("prompt", text, SENTENCE, "text", place))
    return pieces


def long_message(
    setter: Typesetter, snapshot: StageSnapshot, *, has_message: bool = False
) -> list[Piece]:
    """Return the slide of a message that has no room in a band; the clock goes on at its foot."""
    below, bottom = foot(setter, snapshot, has_message=has_message)
    pieces = kicker(setter, snapshot.session_title) + below
    top = PAGE.top() if bottom > 800 else _TOP
    room = QRectF(SIDE, top, INNER, min(PAGE.height(), bottom - top))
    pieces.append(setter.words("message", snapshot.message, SENTENCE, "text", room, largest_px=80))
    return pieces


def word(setter: Typesetter, snapshot: StageSnapshot, *, has_message: bool = True) -> list[Piece]:
    """Return a card of the glossary."""
    below, bottom = foot(setter, snapshot, has_message=has_message)
    pieces = kicker(setter, snapshot.session_title) + below
    if snapshot.word is not None:
        card = QRectF(SIDE, _TOP, INNER, bottom - _TOP)
        pieces.append(Panel("card", card, "surface", 24))
        inner = card.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
        pieces += _card(setter, snapshot.word, inner)
    return pieces


def _card(setter: Typesetter, word: StageWord, room: QRectF) -> list[Piece]:
    """Return term and meaning from the top on, example and place in the lifecycle at the foot."""
    pieces, foot_top = _stage_pill(setter, word.stage, room)
    term_px, size = _card_sizes(setter, word, QSizeF(room.width(), foot_top - room.top()))
    top = room.top()
    if word.term:
        box = QRectF(room.left(), top, room.width(), 2.4 * term_px)
        term = setter.words("term", word.term, TITLE, "text", box, largest_px=term_px)
        pieces.append(term)
        top = term.box.bottom() + _TERM_GAP
    if word.meaning:
        high = foot_top - top - (_example_height(setter, word, room.width(), size) + _EXAMPLE_GAP)
        box = QRectF(room.left(), top, room.width(), high)
        meaning = setter.words("meaning", word.meaning, LINE, "text", box, largest_px=size)
        pieces.append(meaning)
        top = meaning.box.bottom() + _EXAMPLE_GAP
    if word.example:
        box = QRectF(room.left(), top, room.width(), foot_top - top)
        pieces += _example(setter, word.example, box, _example_px(size))
    return pieces


def _card_sizes(setter: Typesetter, word: StageWord, room: QSizeF) -> tuple[int, int]:
    """Return the largest sizes of term and meaning at which all of the card has room."""
    term_px, size = _TERM_SIZES[-1], _LEAST_PX
    for term_px in _TERM_SIZES:
        box = QSizeF(room.width(), 2.4 * term_px)
        term = setter.fitted(word.term, TITLE, box, term_px) if word.term else None
        left = room.height() - (term.height_px + _TERM_GAP if term else 0.0)
        least = FLOOR if term_px != _TERM_SIZES[-1] else _LEAST_PX
        for size in range(_MEANING_PX, least - 1, -2):
            box = QSizeF(room.width(), _HIGH)
            meaning = setter.fitted(word.meaning, LINE, box, size, size)
            used = meaning.height_px if word.meaning else 0.0
            used += _example_height(setter, word, room.width(), size) + _EXAMPLE_GAP
            if used <= left:
                return term_px, size
    return term_px, size


def _example_px(meaning_px: int) -> int:
    wanted = round(meaning_px * 0.8)
    return max(FLOOR, wanted) if meaning_px >= FLOOR else wanted


def _example_height(setter: Typesetter, word: StageWord, width: float, meaning_px: int) -> float:
    if not word.example:
        return 0.0
    size = _example_px(meaning_px)
    label = setter.width(EXAMPLE, _LABEL, setter.font(_LABEL).pixelSize()) + _LABEL_GAP
    return setter.fitted(word.example, LINE, QSizeF(width - label, _HIGH), size, size).height_px + 1


def _example(setter: Typesetter, example: str, room: QRectF, size_px: int) -> list[Piece]:
    """Return the example beside its label."""
    label = setter.words(
        "example label", EXAMPLE, _LABEL, "text-3", QRectF(room.topLeft(), QSizeF(240, 58))
    )
    left = label.box.right() + _LABEL_GAP
    box = QRectF(left, room.top(), room.right() - left, room.height())
    text = setter.words("example", example, LINE, "text-2", box, largest_px=size_px)
    drop = max(0.0, (text.text.line_px - label.text.line_px) / 2)
    label.box.translate(0, drop)
    return [label, text]


def _stage_pill(setter: Typesetter, stage: str, room: QRectF) -> tuple[list[Piece], float]:
    """Return where in the lifecycle the word belongs, as a label at the card's foot."""
    if not stage:
        return [], room.bottom()
    text = setter.fitted(stage, _LABEL, QSizeF(room.width() - 56, 100), 40)
    width = setter.width("\n".join(text.lines), _LABEL, text.size_px)
    height = text.height_px + 20
    pill = QRectF(room.left(), room.bottom() - height, width + 56, height)
    inner = pill.adjusted(28, 10, -28, -10)
    return [
        Panel("stage pill", pill, "accent-soft", min(24.0, height / 2)),
        setter.placed("stage", text, _LABEL, "text", inner),
    ], pill.top() - 24
