"""What each face of the stage says, where it stands, and what is painted again."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from stage_layout import SLIDE, below_floor, checks, faults, named, said, shapes, squeezed

from workshop_studio.domain.live import (
    ClockStyle,
    LineMark,
    StageAgendaRow,
    StageBreakouts,
    StageChart,
    StageClock,
    StageFace,
    StageLine,
    StageScenario,
    StageSegment,
    StageSnapshot,
    StageTrack,
    StageWord,
)
from workshop_studio.domain.timer import TimerPhase
from workshop_studio.ui.kit.marks import PHASE_ROLE, PHASE_SHAPE
from workshop_studio.ui.stage.breakout_slide import GRIDS
from workshop_studio.ui.stage.lettering import FLOOR
from workshop_studio.ui.stage.message import band_box, in_band
from workshop_studio.ui.stage.pieces import Digits, Panel, Sign, Words
from workshop_studio.ui.stage.rehearsal import rehearsal_frame
from workshop_studio.ui.stage.scenario_wall import ScenarioWall, tiles
from workshop_studio.ui.stage.slide import SlidePainter
from workshop_studio.ui.stage.stage import StageWindow
from workshop_studio.ui.theme.theme import Theme, ThemeChoice

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
SHORT = "Keep the questions somebody can answer within a week."
LINE = "Write down who would be hurt first, and what they would say."
CALL = "Two more minutes, then back together"
SHOWN = [face for face in StageFace if face not in {StageFace.BLACK, StageFace.SCENARIO}]


@pytest.fixture(scope="module")
def theme(qapp):
    return Theme(RESOURCES, ThemeChoice.LIGHT)


@pytest.fixture(scope="module")
def painter(theme):
    return SlidePainter(theme)


def a_clock(style=ClockStyle.DIGITS, phase=TimerPhase.NORMAL, left=0.5, caption="left"):
    text = {ClockStyle.ABOUT: "about 5 min", ClockStyle.NONE: ""}.get(style, "4:48")
    return StageClock(text, phase, caption, style, left)


def a_wall(count=6, **changes):
    tracks = tuple(
        StageTrack("ABCDEFGH"[n], f"Group {n + 1}", "Unseen?", a_clock(left=0.25))
        for n in range(count)
    )
    facts = {"title": "Last pass", "breakouts": StageBreakouts(tracks, "Back together at 14:59")}
    return a_slide(StageFace.BREAKOUTS, **{**facts, **changes})


def a_slide(face=StageFace.COUNTDOWN, **changes):
    marks = (LineMark.DONE, LineMark.CURRENT, LineMark.AHEAD)
    facts = {
        "session_title": "Ask early",
        "title": "Risk-question relay",
        "clock": a_clock(),
        "lines": tuple(StageLine(f"Step {n}", mark) for n, mark in enumerate(marks)),
        "segments": (StageSegment(0.5, 1.0), StageSegment(0.5, 0.3)),
        "next_up": "Break, 10 minutes",
        "time_of_day": "14:41",
        "prompt": "What would Nora notice first?",
        "word": StageWord("Guardrail", "A rule the product keeps.", "No allergens.", "At Frame"),
        "agenda": tuple(
            StageAgendaRow(f"14:{n}9", f"Block {n}", "10 minutes", mark)
            for n, mark in enumerate(marks)
        ),
    }
    if face is StageFace.BREAKOUTS and "breakouts" not in changes:
        return a_wall(**changes)
    return StageSnapshot(face, **{**facts, **changes})


def painted(theme, snapshot, width=960, height=540) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    brush = QPainter(image)
    SlidePainter(theme).draw(brush, snapshot, width, height)
    brush.end()
    return image


# --- the four styles of the clock ----------------------------------------------------------------


@pytest.mark.parametrize("style", ClockStyle)
@pytest.mark.parametrize("phase", TimerPhase)
def test_every_style_says_the_phase_by_word_and_shape_beside_its_colour(painter, style, phase):
    clock = a_clock(style, phase, caption="Nearly there")
    pieces = painter.pieces(a_slide(clock=clock))
    assert "Nearlythere" in said(pieces)
    assert shapes(pieces) == ([] if PHASE_SHAPE[phase] == "none" else [PHASE_SHAPE[phase]])
    assert faults(pieces) == []


@pytest.mark.parametrize("style", [ClockStyle.DIGITS, ClockStyle.RING, ClockStyle.ABOUT])
@pytest.mark.parametrize("phase", TimerPhase)
def test_the_figure_has_the_colour_of_the_phase(painter, style, phase):
    pieces = painter.pieces(a_slide(clock=a_clock(style, phase)))
    assert named(pieces, "clock").tone == PHASE_ROLE[phase]


def test_the_ring_holds_its_digits_and_empties(painter):
    shares = []
    for left in (1.0, 0.5, 0.0):
        pieces = painter.pieces(a_slide(clock=a_clock(ClockStyle.RING, left=left)))
        assert faults(pieces) == []
        shares.append(named(pieces, "clock ring").share)
    assert shares == [1.0, 0.5, 0.0]


def test_a_ring_whose_time_is_over_is_whole_in_the_colour_of_alert(painter):
    clock = a_clock(ClockStyle.RING, TimerPhase.OVER, left=0.0, caption="Over")
    ring = named(painter.pieces(a_slide(clock=clock)), "clock ring")
    assert (ring.share, ring.tone) == (1.0, "alert")


def test_half_a_ring_is_painted_from_six_to_twelve_on_the_left_side(theme):
    slide = a_slide(title="", lines=(), clock=a_clock(ClockStyle.RING, left=0.5))
    ring = named(SlidePainter(theme).pieces(slide), "clock ring")
    image = painted(theme, slide, 1920, 1080)
    middle, reach = ring.box.center(), ring.box.width() / 2 - ring.thickness / 2

    def at(x, y):
        return image.pixelColor(round(middle.x() + x * reach), round(middle.y() + y * reach))

    assert at(-1, 0) == theme.colour("text", "stage")
    assert at(1, 0) == theme.colour("line", "stage")


def test_about_five_minutes_is_said_in_large_words(painter):
    words = named(painter.pieces(a_slide(clock=a_clock(ClockStyle.ABOUT))), "clock")
    assert isinstance(words, Words)
    assert words.text.lines == ("about 5 min",)
    assert words.text.size_px >= 150


def test_without_a_clock_the_lines_have_its_room(painter):
    usual = painter.pieces(a_slide())
    none = painter.pieces(a_slide(clock=a_clock(ClockStyle.NONE)))
    assert named(none, "line 1").text.size_px > 1.3 * named(usual, "line 1").text.size_px
    assert named(none, "line 1").box.left() < 300
    assert [p for p in none if isinstance(p, Digits)] == []


def test_long_lines_take_some_of_the_room_of_the_clock_before_they_become_small(painter):
    lines = tuple(StageLine(LINE, LineMark.AHEAD) for _ in range(5))
    short, long = painter.pieces(a_slide()), painter.pieces(a_slide(lines=lines))
    # Beside a full clock, five lines of sixty signs would stand at 32 pixels.
    assert named(long, "line 1").text.size_px >= 36
    assert 200 < named(long, "clock").size_px < named(short, "clock").size_px


def test_a_title_of_ninety_signs_and_five_long_lines_are_whole(painter):
    title = (
        "Debrief: which weakness of the lineage map would Nora feel first, and who would see it, ok"
    )
    assert len(title) == 90
    slide = a_slide(title=title, lines=tuple(StageLine(LINE, LineMark.AHEAD) for _ in range(5)))
    pieces = painter.pieces(slide)
    assert faults(pieces) == []
    assert below_floor(pieces, FLOOR) == []
    assert said(pieces).count(squeezed(LINE)) == 5


# --- the wall of clocks --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "columns", "rows"),
    [(2, 2, 1), (3, 3, 1), (4, 2, 2), (5, 3, 2), (6, 3, 2), (7, 4, 2), (8, 4, 2)],
)
def test_two_to_eight_groups_have_the_grid_of_the_design(painter, count, columns, rows):
    pieces = painter.pieces(a_wall(count))
    boxes = [p.box for p in pieces if isinstance(p, Panel)]
    assert len(boxes) == count
    assert len({round(box.left()) for box in boxes}) == columns
    assert len({round(box.top()) for box in boxes}) == rows
    assert GRIDS[count] == (columns, rows)
    assert faults(pieces) == []


def test_a_tile_of_six_has_the_measures_of_the_design(painter):
    # Read from the picture of the design: 96, 196, 557 x 392; digits 160; bar 12 at the foot.
    pieces = painter.pieces(a_wall(6))
    tile = named(pieces, "track 1 tile").box
    assert (tile.left(), tile.top()) == (96, 196)
    assert tile.width() == pytest.approx(557, abs=1)
    assert tile.height() == pytest.approx(392, abs=1)
    assert named(pieces, "track 1 clock").size_px == 160
    bar = named(pieces, "track 1 bar").box
    assert bar.bottom() == tile.bottom()
    assert (bar.height(), bar.width()) == (12, pytest.approx(0.25 * 557, abs=1))


def test_all_clocks_of_a_wall_have_one_size(painter):
    wall = a_wall(6)
    tracks = list(wall.breakouts.tracks)
    over = StageClock("+10:24", TimerPhase.OVER, "Over: pass it on")
    tracks[5] = replace(tracks[5], clock=over)
    pieces = painter.pieces(replace(wall, breakouts=StageBreakouts(tuple(tracks), "")))
    sizes = {round(p.size_px, 3) for p in pieces if isinstance(p, Digits)}
    assert len(sizes) == 1
    assert faults(pieces) == []


def test_a_group_that_is_back_says_so_with_a_check_and_has_no_bar(painter):
    wall = a_wall(3)
    tracks = (replace(wall.breakouts.tracks[0], clock=None), *wall.breakouts.tracks[1:])
    pieces = painter.pieces(replace(wall, breakouts=StageBreakouts(tracks, "")))
    assert named(pieces, "track 1 clock").text == "Back"
    assert checks(pieces) == ["track 1 check"]
    assert [p.name for p in pieces if p.name.endswith("bar")] == ["track 2 bar", "track 3 bar"]


def test_a_group_without_a_letter_has_no_badge_and_its_name_begins_at_the_edge(painter):
    wall = a_wall(2)
    tracks = (replace(wall.breakouts.tracks[0], letter=""), wall.breakouts.tracks[1])
    pieces = painter.pieces(replace(wall, breakouts=StageBreakouts(tracks, "")))
    assert [p.name for p in pieces if p.name.endswith("badge")] == ["track 2 badge"]
    first, second = named(pieces, "track 1 name").box, named(pieces, "track 2 name").box
    tile = named(pieces, "track 2 tile").box.left() - named(pieces, "track 1 tile").box.left()
    assert first.left() + tile < second.left()


def test_the_head_says_when_all_are_back_beside_the_time_of_day(painter):
    pieces = painter.pieces(a_wall())
    back, time = named(pieces, "back at").box, named(pieces, "time").box
    assert "Backtogetherat14:59" in said(pieces)
    assert back.right() < time.left()
    assert back.top() == pytest.approx(time.top(), abs=1)


def test_eight_groups_with_names_of_forty_signs_are_whole_at_the_floor(painter):
    name = "Kundenbeziehungsmanagement und Einkauf 3"
    assert len(name) == 40
    wall = a_wall(8)
    tracks = tuple(replace(track, name=name) for track in wall.breakouts.tracks)
    pieces = painter.pieces(replace(wall, breakouts=StageBreakouts(tracks, "Back at 14:59")))
    assert said(pieces).count(squeezed(name)) == 8
    assert below_floor(pieces, FLOOR) == []
    assert faults(pieces) == []


def test_the_bar_of_a_group_stays_inside_the_round_corners_of_its_tile(theme):
    wall = a_wall(6)
    tracks = tuple(replace(t, clock=replace(t.clock, left=1.0)) for t in wall.breakouts.tracks)
    wall = replace(wall, breakouts=StageBreakouts(tracks, ""))
    tile = named(SlidePainter(theme).pieces(wall), "track 1 tile").box
    image = painted(theme, wall, 1920, 1080)
    corner = image.pixelColor(round(tile.left()) + 1, round(tile.bottom()) - 2)
    inside = image.pixelColor(round(tile.center().x()), round(tile.bottom()) - 4)
    assert corner == theme.colour("canvas", "stage")
    assert inside == theme.colour("text-3", "stage")


# --- calls and messages --------------------------------------------------------------------------


@pytest.mark.parametrize("face", [StageFace.COUNTDOWN, StageFace.BREAKOUTS])
@pytest.mark.parametrize("call", [CALL, "Come back now"])
def test_a_call_stands_in_the_only_filled_band(painter, face, call):
    pieces = painter.pieces(a_slide(face, callout=call))
    band = named(pieces, "call band")
    assert (band.tone, named(pieces, "call").tone) == ("accent", "on-accent")
    assert named(pieces, "call").text.size_px >= 64
    assert band.box.width() > 1700
    assert faults(pieces) == []


@pytest.mark.parametrize("face", [StageFace.COUNTDOWN, StageFace.BREAKOUTS])
def test_a_call_and_a_message_stand_above_each_other(painter, face):
    pieces = painter.pieces(a_slide(face, callout=CALL, message=SHORT))
    assert named(pieces, "call band").box.bottom() < named(pieces, "message band").box.top()
    assert below_floor(pieces, FLOOR) == []
    assert faults(pieces) == []


@pytest.mark.parametrize("face", SHOWN)
def test_a_message_stands_in_its_band_with_every_face(painter, face):
    plain, told = painter.pieces(a_slide(face)), painter.pieces(a_slide(face, message=SHORT))
    assert named(told, "message band").box.bottom() <= 1060
    assert squeezed(SHORT) in said(told)
    assert faults(told) == []
    gone = set(said(plain)) - set(said(told))
    assert gone <= {"14:41", "Next:", "Break,10minutes"}  # the foot, which the band replaces


@pytest.mark.parametrize("face", [*SHOWN, StageFace.SCENARIO])
def test_a_long_message_has_any_face_to_itself_with_the_clock_at_its_foot(painter, face):
    long = f"{SHORT} " * 7
    pieces = painter.pieces(a_slide(face, message=long))
    assert squeezed(long) in said(pieces)
    assert "message band" not in {p.name for p in pieces}
    if face is not StageFace.BREAKOUTS:
        assert named(pieces, "clock").text == "4:48"
    assert below_floor(pieces, FLOOR) == []
    assert faults(pieces) == []


def test_a_message_that_would_make_the_wall_unreadable_has_a_slide_and_the_call_stays(painter):
    wall = a_wall(8)
    tracks = tuple(
        replace(t, name="Einkauf und Nora " * 2, text=LINE) for t in wall.breakouts.tracks
    )
    slide = replace(
        wall, breakouts=StageBreakouts(tracks, "Back at 14:59"), callout=CALL, message=SHORT
    )
    pieces = painter.pieces(slide)
    assert {squeezed(SHORT), squeezed(CALL)} <= set(said(pieces))
    assert "track 1 tile" not in {p.name for p in pieces}
    assert below_floor(pieces, FLOOR) == []


# --- sentences, words, agenda --------------------------------------------------------------------


def test_a_prompt_is_large_and_in_the_serif(theme, painter):
    pieces = painter.pieces(a_slide(StageFace.PROMPT, clock=None))
    prompt = named(pieces, "prompt")
    assert prompt.text.size_px >= 100
    assert painter.font(prompt.face).family() == theme.tokens.serif_family
    assert said(pieces) == ["Askearly", "14:41", "WhatwouldNoranoticefirst?"]


@pytest.mark.parametrize("face", [StageFace.PROMPT, StageFace.WORD, StageFace.AGENDA])
def test_a_clock_stands_small_at_the_foot_of_slides_of_words(painter, face):
    clock = a_clock(phase=TimerPhase.WARNING, caption="Nearly there")
    pieces = painter.pieces(a_slide(face, clock=clock))
    digits = named(pieces, "clock")
    assert digits.box.top() > 880
    assert digits.size_px == 120
    assert shapes(pieces) == ["watch"]
    assert faults(pieces) == []


def test_a_card_of_the_glossary_has_term_meaning_example_and_stage(painter):
    pieces = painter.pieces(a_slide(StageFace.WORD, clock=None))
    card = named(pieces, "card").box
    names = ("term", "meaning", "example", "stage")
    boxes = [named(pieces, name).box for name in names]
    assert all(card.contains(box) for box in boxes)
    assert [box.top() for box in boxes] == sorted(box.top() for box in boxes)
    assert named(pieces, "term").text.size_px > named(pieces, "meaning").text.size_px


def test_the_current_row_of_the_agenda_is_marked_by_a_word_and_a_ground(painter):
    pieces = painter.pieces(a_slide(StageFace.AGENDA, clock=None))
    names = {p.name for p in pieces}
    assert {"row 2 ground", "row 2 now"} <= names
    assert "row 1 ground" not in names
    assert "row 3 now" not in names
    assert checks(pieces) == ["row 1 check"]
    assert named(pieces, "row 2 title").face.is_strong


def test_times_titles_and_minutes_of_the_agenda_stand_in_columns(painter):
    pieces = painter.pieces(a_slide(StageFace.AGENDA, clock=None))
    rights = {round(named(pieces, f"row {n} minutes").box.right()) for n in (1, 2, 3)}
    lefts = {round(named(pieces, f"row {n} title").box.left()) for n in (1, 2, 3)}
    assert len(rights) == len(lefts) == 1


def test_the_agenda_is_called_now_and_next_unless_it_has_another_title(painter):
    assert "Nowandnext" in said(painter.pieces(a_slide(StageFace.AGENDA, title="")))
    assert "Today" in said(painter.pieces(a_slide(StageFace.AGENDA, title="Today")))


# --- rehearsal -----------------------------------------------------------------------------------


@pytest.mark.parametrize("face", SHOWN)
def test_a_rehearsal_is_flagged_on_every_face_and_hides_nothing_of_it(painter, face):
    plain = painter.pieces(a_slide(face, message=SHORT))
    flagged = painter.pieces(a_slide(face, message=SHORT, is_rehearsal=True))
    assert flagged[: len(plain)] == plain
    frame = flagged[len(plain) :]
    assert {p.text for p in frame if isinstance(p, Sign)} == {"REHEARSAL"}
    assert not any(one.box.intersects(other.box) for one in plain for other in frame)


def test_black_stays_black_in_a_rehearsal(theme):
    image = painted(theme, a_slide(StageFace.BLACK, is_rehearsal=True))
    assert all(image.pixelColor(x, y) == QColor("black") for x in range(960) for y in (3, 270))


def test_the_frame_of_a_rehearsal_leaves_the_wall_of_the_scenario_free(theme):
    band = band_box(in_band(theme, SHORT, is_slim=True))
    kicker, headline = QRectF(80, 42, 1760, 52), QRectF(80, 96, 1760, 152)
    content = [*tiles(), *tiles(band.top() - 16), band, kicker, headline]
    for piece in rehearsal_frame():
        assert not any(piece.box.intersects(box) for box in content), piece.name


def test_the_words_of_a_rehearsal_can_be_read_from_the_back_row():
    # 48 px letters are the lines of a slide, readable from ten metres.
    assert max(p.size_px for p in rehearsal_frame() if isinstance(p, Sign)) >= 48


def a_scenario():
    chart = StageChart(
        "Trust", (1.0, 2.0), (), 2, 0, None, 1.5, "act above 1.5", "2.0", "alert", "Up.", 0.0, 3.0
    )
    return a_slide(StageFace.SCENARIO, scenario=StageScenario("Day 2", "It rose.", (chart,) * 4))


def test_a_rehearsal_is_flagged_over_the_scenario_too(qtbot, theme):
    stage = StageWindow(theme)
    qtbot.addWidget(stage)
    stage.resize(960, 540)
    stage.show_snapshot(a_scenario())
    plain = stage.grab().toImage()
    stage.show_snapshot(replace(a_scenario(), is_rehearsal=True))
    flagged = stage.grab().toImage()
    assert stage.findChild(ScenarioWall).isVisibleTo(stage)
    frame = theme.colour("text", "stage")
    assert flagged.pixelColor(4, 535) == frame != plain.pixelColor(4, 535)
    inner = QRectF(29, 21, 902, 508).toRect()
    assert flagged.copy(inner) == plain.copy(inner)
    stage.allow_close()


# --- contrast ------------------------------------------------------------------------------------


def luminance(colour):
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def every_kind_of_slide():
    for phase in TimerPhase:
        for style in ClockStyle:
            yield a_slide(clock=a_clock(style, phase), callout=CALL, message=SHORT)
        tracks = tuple(
            StageTrack("AB"[n], "Basil", "Unseen?", a_clock(phase=phase)) for n in range(2)
        )
        yield a_wall(breakouts=StageBreakouts(tracks, "Back at 14:59"))
    for face in SHOWN:
        yield a_slide(face, message=SHORT)


def test_every_text_has_seven_times_the_light_of_its_ground(theme, painter):
    for slide in every_kind_of_slide():
        pieces = painter.pieces(slide)
        for words in (p for p in pieces if isinstance(p, Words | Digits)):
            grounds = [
                p for p in pieces if isinstance(p, Panel) and p.box.contains(words.box.center())
            ]
            ground = grounds[-1].tone if grounds else "canvas"
            found = contrast(theme.colour(words.tone, "stage"), theme.colour(ground, "stage"))
            assert found >= 7, (words.name, ground)


@pytest.mark.parametrize("letter", "ABCDEF")
def test_the_letter_of_a_team_has_seven_times_the_light_of_its_badge(theme, letter):
    badge = theme.team_colour(letter, "stage")
    assert contrast(theme.colour("canvas", "stage"), badge) >= 7


# --- what is painted again -----------------------------------------------------------------------


def later(slide, text):
    return replace(slide, clock=replace(slide.clock, text=text))


def test_a_second_repaints_the_clock_and_nothing_else(painter):
    slide = a_slide()
    digits = named(painter.pieces(slide), "clock").box
    region = painter.changed_region(slide, later(slide, "4:47"), 1920, 1080)
    assert not region.isEmpty()
    assert digits.adjusted(-8, -8, 60, 8).contains(QRectF(region.boundingRect()))


def test_a_ring_is_painted_again_only_when_it_has_moved_visibly(painter):
    slide = a_slide(clock=a_clock(ClockStyle.RING, left=0.5))
    hardly = replace(slide, clock=replace(slide.clock, left=0.50001))
    more = replace(slide, clock=replace(slide.clock, left=0.49))
    assert painter.changed_region(slide, hardly, 1920, 1080).isEmpty()
    assert not painter.changed_region(slide, more, 1920, 1080).isEmpty()


def test_a_slide_painted_piece_by_piece_is_the_slide_painted_at_once(theme):
    painter, size = SlidePainter(theme), (960, 540)
    shown = [
        a_slide(), later(a_slide(), "4:47"), a_slide(message=SHORT), a_wall(5),
        a_wall(5, callout=CALL), a_wall(8), a_slide(StageFace.WORD),
        a_slide(StageFace.BLACK), a_slide(clock=a_clock(ClockStyle.RING)),
        a_slide(clock=a_clock(ClockStyle.RING, left=0.3), is_rehearsal=True), a_slide(),
    ]  # fmt: skip
    image = painted(theme, shown[0], *size)
    for before, after in pairwise(shown):
        region = painter.changed_region(before, after, *size)
        brush = QPainter(image)
        brush.setClipRegion(region)
        painter.draw(brush, after, *size, region)
        brush.end()
        assert image == painted(theme, after, *size), after.face


class Paints(QObject):
    """Counts the repaints of a window and notes what they covered."""

    def __init__(self, window):
        super().__init__()
        self.regions: list[QRegion] = []
        window.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == event.Type.Paint:
            self.regions.append(QRegion(event.region()))
        return False


def test_all_clocks_of_the_wall_change_in_one_repaint(qtbot, theme):
    stage = StageWindow(theme)
    qtbot.addWidget(stage)
    stage.resize(960, 540)
    wall = a_wall(8)
    stage.show_snapshot(wall)
    with qtbot.waitExposed(stage):
        stage.show()
    paints = Paints(stage)
    tracks = tuple(replace(t, clock=replace(t.clock, text="4:47")) for t in wall.breakouts.tracks)
    later = StageBreakouts(tracks, wall.breakouts.back_at)
    with qtbot.waitSignal(stage.ticked):
        stage.show_snapshot(replace(wall, breakouts=later))
    qtbot.waitUntil(lambda: bool(paints.regions))
    assert len(paints.regions) == 1
    for piece in SlidePainter(theme).pieces(wall):
        if piece.name.endswith("clock"):
            middle = piece.box.center() / 2
            assert paints.regions[0].contains(middle.toPoint())
    assert not paints.regions[0].contains(QRectF(40, 40, 60, 30).toRect())  # the title
    stage.allow_close()


def test_the_stage_does_not_tell_of_a_change_that_nobody_can_see(qtbot, theme):
    stage = StageWindow(theme)
    qtbot.addWidget(stage)
    slide = a_slide(StageFace.AGENDA, clock=None)
    stage.show_snapshot(slide)
    unseen = replace(slide, segments=(StageSegment(0.5, 1.0), StageSegment(0.5, 0.9)))
    with qtbot.assertNotEmitted(stage.changed), qtbot.assertNotEmitted(stage.ticked):
        stage.show_snapshot(unseen)
    with qtbot.waitSignal(stage.ticked):
        stage.show_snapshot(replace(unseen, time_of_day="14:42"))
    stage.allow_close()


def test_every_slide_has_a_picture(theme):
    pictures = [painted(theme, a_slide(face, clock=None), 480, 270) for face in SHOWN]
    assert all(
        one != other for place, one in enumerate(pictures) for other in pictures[place + 1 :]
    )
    assert SLIDE.width() == 1920
