"""One group's tile on the wall of clocks, tall as designed or wide where room is short."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF

from workshop_studio.domain.live import ClockStyle
from workshop_studio.domain.timer import TimerPhase
from workshop_studio.ui.kit.marks import PHASE_ROLE
from workshop_studio.ui.stage.clock_forms import (
    ABOUT,
    has_figure,
    phase_indent,
    phase_words,
    share_left,
)
from workshop_studio.ui.stage.ink import LINE, STRONG, Face
from workshop_studio.ui.stage.lettering import FLOOR
from workshop_studio.ui.stage.pieces import Badge, Check, Panel, Piece, TileBar
from workshop_studio.ui.stage.typesetter import Typesetter, clock_form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workshop_studio.domain.live import StageClock, StageTrack
    from workshop_studio.ui.kit.fitting import FittedText

BACK = "Back"
_Texts = tuple["FittedText | None", ...]
_PACKED_RATIO = 1.06
_RADIUS, _BAR = 24.0, 12.0
_HIGH = 10_000.0
_CLOCK_GAP = 24.0
_LEAST_CLOCK, _LEAST_PX = 0.5, 12
_USUAL_CLOCK = "00:00"


@dataclass(frozen=True, slots=True)
class TileForm:
    """Sizes of all tiles of a wall, in pixels.

    words_share: of the width, where the clock stands right of the words; 0 where it stands below.
    is_packed: the last form before the floor: less leading, and the text under the badge.
    """

    name_px: int
    text_px: int
    caption_px: int
    clock_px: int
    side: float
    top: float
    foot: float
    words_share: float = 0.0
    is_packed: bool = False

    @property
    def is_wide(self) -> bool:
        """Return whether the clock stands right of the words."""
        return self.words_share > 0

    @property
    def badge(self) -> float:
        """Return the side of a badge."""
        return max(50.0, 56.0 * self.name_px / 44)

    @property
    def caption_gap(self) -> float:
        """Return the distance of the clock's foot and the words of its phase."""
        return 10.0 if self.is_wide else max(20.0, 0.1 * self.clock_px)

    @property
    def name_gap(self) -> float:
        """Return the distance of name and text."""
        return 2.0 if self.is_packed else 6.0

    @property
    def indent(self) -> float:
        """Return how far names stand right of the badge's left edge."""
        return self.badge + 20 * self.name_px / 44


@dataclass(frozen=True, slots=True)
class TileWords:
    """Names and texts of all tiles, each in one size, and the size of all clocks.

    caption_height: of the highest words of a phase.
    """

    names: _Texts
    texts: _Texts
    clock_px: float
    caption_height: float
    clock_room: float
    is_clear: bool


def tile_words(
    setter: Typesetter, tracks: Sequence[StageTrack], form: TileForm, tile: QSizeF
) -> TileWords:
    """Return how the words of all tiles are set, and how large their clocks can be; remembered.

    is_clear: nothing is below the floor and the clocks can be read from the back row.
    """
    # A second changes digits, and no digit changes how wide its clock is.
    shown = tuple(
        (
            t.letter,
            t.name,
            t.text,
            t.clock and (clock_form(t.clock.text), t.clock.style, t.clock.caption, t.clock.phase),
        )
        for t in tracks
    )
    key = ("tiles", shown, form, tile.width(), tile.height())
    return setter.remembered(key, lambda: _tile_words(setter, tracks, form, tile))


def _tile_words(
    setter: Typesetter, tracks: Sequence[StageTrack], form: TileForm, tile: QSizeF
) -> TileWords:
    cap = setter.glyphs.cap
    inner = tile.width() - 2 * form.side
    words_width = inner * (form.words_share or 1.0)
    clock_width = inner - words_width - 24 if form.is_wide else inner
    clock_px = min(
        setter.clock_size(text, form.clock_px, clock_width) for text in _clock_texts(tracks)
    )
    caption = _caption_height(setter, tracks, form, clock_width)
    foot = form.foot + caption + form.caption_gap
    names: _Texts = ()
    texts: _Texts = ()
    height = _HIGH
    for share, smallest in ((1.0, 0.8), (_LEAST_CLOCK, 0.0)):
        # Words give way a little before the clock does; then the clock gives way to the floor.
        beside = form.foot if form.is_wide else foot + share * clock_px * cap + _CLOCK_GAP
        room = tile.height() - form.top - beside
        names, texts, height = _fit_words(
            setter, tracks, form, words_width, room, max(_LEAST_PX, round(smallest * form.name_px))
        )
        if height <= room:
            break
    if form.is_wide:
        high = tile.height() - form.top - form.foot - caption - form.caption_gap
    else:
        high = tile.height() - form.top - height - foot - _CLOCK_GAP
    clock_px = min(clock_px, max(40.0, high / cap))
    shown = [text for text in (*names, *texts) if text is not None]
    is_clear = clock_px >= 72 and all(text.size_px >= FLOOR for text in shown)
    return TileWords(names, texts, clock_px, caption, clock_width, is_clear)


def _caption_height(
    setter: Typesetter, tracks: Sequence[StageTrack], form: TileForm, width: float
) -> float:
    """Return the height of the words of the phase: two rows when one of them needs two."""
    highest = form.caption_px * STRONG.ratio
    for clock in (track.clock for track in tracks if track.clock):
        room = width - phase_indent(clock, form.caption_px, is_strong=True)
        one_row = QSizeF(room, form.caption_px * STRONG.ratio)
        if clock.caption and not _is_set(
            setter.fitted(clock.caption, STRONG, one_row, form.caption_px)
        ):
            highest = 2 * FLOOR * STRONG.ratio
    return highest


def _is_set(text: FittedText) -> bool:
    return text.fits and text.size_px >= FLOOR


def _clock_texts(tracks: Sequence[StageTrack]) -> set[str]:
    """Return the clocks that all have to fit; none is ever set larger than 00:00 allows."""
    figures = {
        clock_form(track.clock.text) for track in tracks if track.clock and has_figure(track.clock)
    }
    return {_USUAL_CLOCK} | {text for text in figures if text.strip("+0123456789:") == ""}


def _fit_words(
    setter: Typesetter,
    tracks: Sequence[StageTrack],
    form: TileForm,
    width: float,
    room: float,
    least_px: int,
) -> tuple[_Texts, _Texts, float]:
    """Return names and texts in the largest pair of sizes at which the fullest tile has room."""
    names: _Texts = ()
    texts: _Texts = ()
    height = 0.0
    for size in range(form.name_px, least_px - 1, -2):
        text_px = round(size * form.text_px / form.name_px)
        if size >= FLOOR:
            text_px = max(FLOOR, text_px)
        names = tuple(
            _set(setter, t.name, STRONG, width - _name_indent(form, t), size, form) for t in tracks
        )
        texts = tuple(
            _set(setter, t.text, LINE, width - _text_indent(form, t), text_px, form) for t in tracks
        )
        heights = [_stack(form, *given) for given in zip(tracks, names, texts, strict=True)]
        height = max(heights, default=0.0)
        if height <= room and (size <= FLOOR or not _is_broken(tracks, names, texts)):
            break
    return names, texts, height


def _name_indent(form: TileForm, track: StageTrack) -> float:
    return form.indent if track.letter else 0.0


def _text_indent(form: TileForm, track: StageTrack) -> float:
    return 0.0 if form.is_packed and track.name else _name_indent(form, track)


def _set(
    setter: Typesetter, text: str, face: Face, width: float, size: int, form: TileForm
) -> FittedText | None:
    if not text:
        return None
    found = setter.fitted(text, face, QSizeF(width, _HIGH), size, size)
    return replace(found, line_px=size * _PACKED_RATIO) if form.is_packed else found


def _name_height(form: TileForm, track: StageTrack, name: FittedText | None) -> float:
    high = name.height_px if name else 0.0
    return max(high, form.badge) if track.letter else high


def _stack(
    form: TileForm, track: StageTrack, name: FittedText | None, text: FittedText | None
) -> float:
    high = _name_height(form, track, name)
    return high + (text.height_px + form.name_gap if text else 0.0)


def _is_broken(
    tracks: Sequence[StageTrack],
    names: Sequence[FittedText | None],
    texts: Sequence[FittedText | None],
) -> bool:
    given = [t.name for t in tracks] + [t.text for t in tracks]
    return any(
        text is not None and " ".join(text.lines).split() != words.split()
        for words, text in zip(given, (*names, *texts), strict=True)
    )


def tile_pieces(
    setter: Typesetter, number: int, track: StageTrack, box: QRectF, form: TileForm,
    words: TileWords,
) -> list[Piece]:  # fmt: skip
    """Return the pieces of one tile."""
    name = f"track {number}"
    pieces: list[Piece] = [Panel(f"{name} tile", box, "surface", _RADIUS)]
    pieces += _head(setter, name, track, box, form, words, number)
    if form.is_wide:
        inner = box.width() - 2 * form.side
        left = box.left() + form.side + inner - words.clock_room
        high = words.clock_px * setter.glyphs.cap + form.caption_gap + words.caption_height
        room_top = box.top() + max(form.top, (box.height() - _BAR - high) / 2)
        base = room_top + words.clock_px * setter.glyphs.cap
        right = box.right() - form.side
    else:
        left, right = box.left() + form.side, box.right() - form.side
        base = box.bottom() - form.foot - words.caption_height - form.caption_gap
    caption_top = base + form.caption_gap
    caption = QRectF(left, caption_top, right - left, words.caption_height)
    if track.clock is None:
        return pieces + _back(setter, name, left, base, words, form)
    pieces += _clock(setter, name, track.clock, left, right, base, words)
    pieces += phase_words(setter, name, track.clock, caption, form.caption_px, is_strong=True)
    return pieces + _bar(name, track.clock, box)


def _head(
    setter: Typesetter, name: str, track: StageTrack, box: QRectF, form: TileForm,
    words: TileWords, number: int,
) -> list[Piece]:  # fmt: skip
    pieces: list[Piece] = []
    set_name, set_text = words.names[number - 1], words.texts[number - 1]
    top = box.top() + form.top
    if form.is_wide:
        spare = box.height() - form.top - form.foot - _stack(form, track, set_name, set_text)
        top += max(0.0, spare / 2)
    left, high = box.left() + form.side, _name_height(form, track, set_name)
    has_one_row = set_name is None or len(set_name.lines) == 1
    if track.letter:
        drop = (high - form.badge) / 2 if has_one_row else 0.0
        badge = QRectF(left, top + drop, form.badge, form.badge)
        pieces.append(Badge(f"{name} badge", badge, track.letter))
    if set_name:
        drop = (high - set_name.height_px) / 2 if has_one_row else 0.0
        room = QRectF(left + _name_indent(form, track), top + drop, 0, 0)
        pieces.append(setter.placed(f"{name} name", set_name, STRONG, "text", room))
    if set_text:
        room = QRectF(left + _text_indent(form, track), top + high + form.name_gap, 0, 0)
        if not set_name:
            room.moveTop(top)
        pieces.append(setter.placed(f"{name} text", set_text, LINE, "text-2", room))
    return pieces


def _clock(
    setter: Typesetter, name: str, clock: StageClock, left: float, right: float, base: float,
    words: TileWords,
) -> list[Piece]:  # fmt: skip
    if not has_figure(clock):
        return []
    tone = PHASE_ROLE[clock.phase]
    if clock.style is not ClockStyle.ABOUT:
        size = setter.clock_size(clock.text, words.clock_px, right - left)
        return [setter.digits(f"{name} clock", clock.text, left, base, size, tone)]
    height = words.clock_px * setter.glyphs.cap
    box = QRectF(left, base - height, right - left, height)
    largest = round(words.clock_px * 0.6)
    return [
        setter.words(
            f"{name} clock", clock.text, ABOUT, tone, box, largest_px=largest, is_middle=True
        )
    ]


def _back(
    setter: Typesetter, name: str, left: float, base: float, words: TileWords, form: TileForm
) -> list[Piece]:
    """Return the word and the check of a group that has come back."""
    size = round(min(words.clock_px * 0.6, 2 * form.name_px))
    cap = setter.glyphs.cap * size
    side = round(cap * 1.25)
    icon = QRectF(left - side * 0.12, base - cap / 2 - side / 2, side, side)
    digits = setter.digits(f"{name} clock", BACK, left + side * 1.15, base, size, "text-2")
    return [Check(f"{name} check", icon, "text-2"), digits]


def _bar(name: str, clock: StageClock, tile: QRectF) -> list[Piece]:
    width = float(round(share_left(clock) * tile.width()))
    if width < 1:
        return []
    tone = "text-3" if clock.phase is TimerPhase.NORMAL else PHASE_ROLE[clock.phase]
    bar = QRectF(tile.left(), tile.bottom() - _BAR, width, _BAR)
    return [TileBar(f"{name} bar", bar, tile, _RADIUS, tone)]
