"""Whatever the words are: nothing leaves a slide, covers another thing, or is cut."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stage_layout import below_floor, faults, said, squeezed

from workshop_studio.domain.live import (
    ClockStyle,
    LineMark,
    StageAgendaRow,
    StageBreakouts,
    StageClock,
    StageFace,
    StageLine,
    StageSegment,
    StageSnapshot,
    StageTrack,
    StageWord,
)
from workshop_studio.domain.timer import TimerPhase
from workshop_studio.ui.stage.lettering import FLOOR
from workshop_studio.ui.stage.slide import SlidePainter
from workshop_studio.ui.theme.theme import Theme, ThemeChoice

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FACES = [face for face in StageFace if face not in {StageFace.BLACK, StageFace.SCENARIO}]
SLOW = settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
CALLS = ["", "Come back now", "Two more minutes, then back together"]
USUAL = "eeeaaiiinnnrrsttludgmhkobwfzvpcyäöüß"


@pytest.fixture(scope="module")
def painter(qapp) -> SlidePainter:
    return SlidePainter(Theme(RESOURCES, ThemeChoice.LIGHT))


@st.composite
def sentences(draw, most: int, letters: str = USUAL, longest_word: int = 22):
    """Return a text of at most so many signs, often of just as many, with words of German length.

    Made from a seed: hypothesis by itself hardly ever writes a long text.
    """
    length = draw(st.just(most) | st.integers(0, most))
    dice = Random(draw(st.integers(0, 10_000)))
    text = ""
    while len(text) < length:
        size = min(longest_word, max(1, round(dice.expovariate(1 / (longest_word / 3)))))
        text += "".join(dice.choice(letters) for _ in range(size)) + " "
    return text[:length].strip()


@st.composite
def clocks(draw, styles=tuple(ClockStyle)):
    phase = draw(st.sampled_from(TimerPhase))
    style = draw(st.sampled_from(styles))
    digits = draw(st.sampled_from(["0:41", "17:42", "88:88", "1:08:08"]))
    text = {ClockStyle.ABOUT: draw(st.sampled_from(["about 5 min", "about 1 h 20 min"]))}
    text[ClockStyle.NONE] = ""
    figure = text.get(style, f"+{digits}" if phase is TimerPhase.OVER else digits)
    caption = draw(st.sampled_from(["left", "Over: pass it on", "Nearly there, until 14:59", ""]))
    return StageClock(figure, phase, caption, style, draw(st.floats(0, 1)))


@st.composite
def tracks(draw, name, text):
    clock = draw(st.none() | clocks())
    if clock is not None and draw(st.booleans()):
        word = draw(st.sampled_from(["left", "Nearly there", "Last minute", "Over: pass it on"]))
        clock = StageClock(clock.text, clock.phase, word, clock.style, clock.left)
    elif clock is not None:
        clock = StageClock(clock.text, clock.phase, "left", clock.style, clock.left)
    return StageTrack(draw(st.sampled_from(["", *"ABCDEFGH"])), draw(name), draw(text), clock)


@st.composite
def slides(draw, *, is_usual: bool):
    """Return any slide; usual ones keep within what a session pack and a console let through."""
    if is_usual:
        title, line, long = sentences(90), sentences(60), sentences(240)
        name, message = sentences(40), sentences(140)
        lens = sentences(30)
    else:
        wild = USUAL + "WMWM@"
        title = line = long = message = sentences(400, wild, 90)
        name = lens = sentences(160, wild, 90)
    face = draw(st.sampled_from(FACES))
    count = draw(st.integers(2, 8))
    marks = st.sampled_from(LineMark)
    lines = draw(st.lists(st.builds(StageLine, line, marks), max_size=5))
    rows = st.builds(StageAgendaRow, st.just("14:59"), title, st.just("120 minutes"), marks)
    group = tracks(name, lens)
    wall = StageBreakouts(
        tuple(draw(st.lists(group, min_size=count, max_size=count))),
        draw(st.sampled_from(["", "Back together at 14:59"])),
    )
    shares = draw(st.lists(st.floats(0, 1), max_size=5))
    return StageSnapshot(
        face,
        session_title=draw(sentences(60)),
        title=draw(title),
        clock=draw(st.none() | clocks()),
        lines=tuple(lines),
        segments=tuple(StageSegment(1 / len(shares), done) for done in shares),
        next_up=draw(title),
        time_of_day="14:41",
        message=draw(st.just("") | message),
        breakouts=wall if face is StageFace.BREAKOUTS else None,
        word=draw(st.builds(StageWord, sentences(40), long, long, title)),
        prompt=draw(long),
        agenda=tuple(draw(st.lists(rows, max_size=5))),
        callout=draw(st.sampled_from(CALLS)),
        is_rehearsal=draw(st.booleans()),
    )


def expected(slide: StageSnapshot) -> set[str]:
    """Return what has to be on a slide; a message that took the slide leaves only itself."""
    face = slide.face
    texts: list[str] = []
    if face is StageFace.COUNTDOWN:
        texts = [slide.title, *(line.text for line in slide.lines)]
        texts += [slide.clock.text, slide.clock.caption] if slide.clock else []
    elif face is StageFace.HOLDING:
        texts = [slide.title, *(line.text for line in slide.lines)]
    elif face is StageFace.BREAKOUTS:
        for track in slide.breakouts.tracks:
            texts += [track.name, track.text]
            texts += [track.clock.text, track.clock.caption] if track.clock else ["Back"]
        texts += [slide.breakouts.back_at, slide.title]
    elif face is StageFace.PROMPT:
        texts = [slide.prompt]
    elif face is StageFace.WORD:
        texts = [slide.word.term, slide.word.meaning, slide.word.example, slide.word.stage]
    else:
        for row in slide.agenda:
            texts += [row.at, row.title, row.minutes]
    return {squeezed(text) for text in texts if text}


def is_taken(slide, pieces) -> bool:
    """Return whether the message has the slide to itself."""
    names = {piece.name for piece in pieces}
    return "message" in names and "message band" not in names


def all_of(slide, pieces) -> set[str]:
    want = {squeezed(slide.message), squeezed(slide.callout)} - {""}
    return want if is_taken(slide, pieces) else want | expected(slide)


@SLOW
@given(slide=slides(is_usual=False))
def test_nothing_leaves_the_slide_or_covers_another_thing_however_long_the_words(painter, slide):
    assert faults(painter.pieces(slide)) == []


@SLOW
@given(slide=slides(is_usual=False))
def test_every_word_is_on_the_slide_however_long_it_is(painter, slide):
    pieces = painter.pieces(slide)
    missing = all_of(slide, pieces) - {squeezed(text) for text in said(pieces)}
    assert missing == set()


@SLOW
@given(slide=slides(is_usual=True))
def test_nothing_of_a_usual_length_is_set_below_the_floor(painter, slide):
    assert below_floor(painter.pieces(slide), FLOOR) == []


@SLOW
@given(slide=slides(is_usual=True))
def test_usual_words_are_whole_and_apart(painter, slide):
    pieces = painter.pieces(slide)
    assert faults(pieces) == []
    assert all_of(slide, pieces) <= {squeezed(text) for text in said(pieces)}
