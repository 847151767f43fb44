"""A second costs the stage a part of its slide, and the picture is the one of a whole painting."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect
from PySide6.QtGui import QImage, QPainter, QRegion

from workshop_studio.domain.live import (
    ClockStyle,
    LineMark,
    StageBreakouts,
    StageClock,
    StageFace,
    StageLine,
    StageSegment,
    StageSnapshot,
    StageTrack,
)
from workshop_studio.domain.timer import TimerPhase
from workshop_studio.ui.kit.marks import StepBar
from workshop_studio.ui.stage.slide import SlidePainter
from workshop_studio.ui.stage.stage import StageWindow
from workshop_studio.ui.theme.theme import Theme, ThemeChoice

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
LONG = "A sentence that is long enough for a slide of its own. " * 4
ROUNDING = 8
SIZES = ((1920, 1080), (1280, 720), (1024, 768), (2560, 1080))


@pytest.fixture
def theme(qapp):
    theme = Theme(RESOURCES, ThemeChoice.LIGHT)
    theme.choose(ThemeChoice.LIGHT, qapp)
    return theme


def a_slide(text="10:00", done=0.3, left=0.5, at="14:41", **changes):
    clock = StageClock(
        text,
        changes.pop("phase", TimerPhase.NORMAL),
        changes.pop("caption", "left, until 14:59"),
        changes.pop("style", ClockStyle.DIGITS),
        left,
    )
    facts = {
        "face": StageFace.COUNTDOWN,
        "session_title": "Ask early",
        "title": "Risk-question relay that needs two rows of words for all of its title",
        "clock": clock,
        "lines": tuple(
            StageLine(f"Step {n}", LineMark.CURRENT if n == 2 else LineMark.AHEAD)
            for n in range(1, 6)
        ),
        "segments": (StageSegment(0.5, 1.0), StageSegment(0.5, done)),
        "next_up": "Break, 10 minutes",
        "time_of_day": at,
    }
    if changes.get("face") is StageFace.BREAKOUTS:
        tracks = tuple(StageTrack(letter, "Heron", "Write two", clock) for letter in "AB")
        facts["breakouts"] = StageBreakouts(tracks, "Back together at 14:59")
    return StageSnapshot(**{**facts, **changes})


def draw(theme, image, snapshot, region=None):
    painter = QPainter(image)
    if region is not None:
        painter.setClipRegion(region)
    SlidePainter(theme).draw(painter, snapshot, image.width(), image.height())
    painter.end()


def furthest(one, other):
    """Return how far apart the two pictures are at their worst pixel, of 255."""
    levels = (np.frombuffer(image.constBits(), np.uint8).astype(int) for image in (one, other))
    return int(np.max(np.abs(np.subtract(*levels))))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "changes",
    [
        *({"phase": phase, "caption": "Nearly there, until 14:59"} for phase in TimerPhase),
        *({"style": style} for style in ClockStyle),
        {"message": "Two minutes left."},
        {"message": LONG},
        {"face": StageFace.BREAKOUTS},
        {"is_rehearsal": True, "callout": "Two more minutes, then back together"},
    ],
)
def test_a_tick_drawn_in_part_is_the_whole_slide_drawn(theme, changes, size):
    before = a_slide(**changes)
    after = a_slide("9:59", done=0.6, left=0.4, at="14:42", **changes)
    whole, part = (QImage(*size, QImage.Format.Format_RGB32) for _ in range(2))
    draw(theme, whole, before)  # Qt sets large letters otherwise the first time it meets them.
    draw(theme, whole, after)
    draw(theme, part, before)
    region = SlidePainter(theme).changed_region(before, after, *size)
    draw(theme, part, after, region)
    assert furthest(part, whole) <= ROUNDING


def test_a_second_of_the_usual_slide_is_half_of_it_at_most(theme):
    region = SlidePainter(theme).changed_region(a_slide(), a_slide("9:59"), 1920, 1080)
    area = sum(box.width() * box.height() for box in region)
    assert area < 1920 * 1080 / 2


def test_what_is_left_out_of_a_part_keeps_its_old_picture(theme):
    """Without this the test above would pass for a painter that ignores its clip."""
    whole, part = (QImage(1920, 1080, QImage.Format.Format_RGB32) for _ in range(2))
    draw(theme, whole, a_slide("9:59"))
    draw(theme, part, a_slide("10:00", title="Another title"))
    assert furthest(part, whole) > ROUNDING
    region = SlidePainter(theme).changed_region(a_slide("10:00"), a_slide("9:59"), 1920, 1080)
    draw(theme, part, a_slide("9:59"), region)
    assert furthest(part, whole) > ROUNDING


class Paintings(QObject):
    """The regions that a widget was asked to paint."""

    def __init__(self, widget):
        super().__init__()
        self.regions = []
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.regions.append(QRegion(event.region()))
        return False


@pytest.fixture
def stage(qtbot, theme):
    stage = StageWindow(theme)
    qtbot.addWidget(stage)
    stage.resize(1280, 720)
    stage.show_snapshot(a_slide())
    with qtbot.waitExposed(stage):
        stage.show()
    yield stage
    stage.allow_close()


def test_only_a_second_is_painted_in_part(stage, qtbot):
    seen = Paintings(stage)
    whole = QRegion(0, 0, 1280, 720)
    stage.show_snapshot(a_slide("9:59"))
    qtbot.waitUntil(lambda: len(seen.regions) == 1)
    assert whole.subtracted(seen.regions[0]) != QRegion()
    stage.show_snapshot(a_slide("9:59", title="Nora’s bag"))
    qtbot.waitUntil(lambda: len(seen.regions) == 2)
    # The title stands at the top left; the clock stays as it was drawn.
    assert seen.regions[1].intersects(QRect(64, 96, 400, 60))
    assert not seen.regions[1].intersects(QRect(64, 300, 400, 60))


def test_ten_looks_within_a_second_tell_nobody_anything(stage, qtbot):
    with qtbot.assertNotEmitted(stage.ticked), qtbot.assertNotEmitted(stage.changed):
        for tenth in range(10):
            stage.show_snapshot(a_slide(done=0.3 + tenth / 6000))
    with qtbot.waitSignal(stage.ticked), qtbot.assertNotEmitted(stage.changed):
        stage.show_snapshot(a_slide("9:59", done=0.3 + 1 / 600))


def test_a_bar_that_is_not_drawn_yet_does_not_fall_behind(stage):
    """What counts is the distance to what is drawn, not to the last look."""
    for tenth in range(101):
        stage.show_snapshot(a_slide(done=0.3 + tenth / 6000))
    drawn = stage.snapshot.segments[1].done
    assert drawn == pytest.approx(0.3 + 100 / 6000, abs=2 / 300)
    assert drawn > 0.3 + 50 / 6000


def test_black_hides_everything_at_once(stage, qtbot):
    seen = Paintings(stage)
    with qtbot.waitSignal(stage.changed):
        stage.show_snapshot(replace(a_slide(), face=StageFace.BLACK))
    qtbot.waitUntil(lambda: bool(seen.regions))
    assert QRegion(0, 0, 1280, 720).subtracted(seen.regions[0]) == QRegion()


def test_the_bar_of_the_console_is_painted_when_a_pixel_fills_and_not_before(qtbot, theme):
    bar = StepBar(theme)
    qtbot.addWidget(bar)
    bar.resize(500, 34)
    with qtbot.waitExposed(bar):
        bar.show()
    QCoreApplication.sendPostedEvents()
    seen = Paintings(bar)

    def paints(done, current=0):
        before = len(seen.regions)
        bar.show_steps([StageSegment(1.0, done)], ["Alone"], current)
        QCoreApplication.sendPostedEvents()
        return len(seen.regions) - before

    assert paints(0.2) == 1  # 100 of 500 pixels
    assert [paints(done) for done in (0.2002, 0.201, 0.2019)] == [0, 0, 0]  # still 100
    assert paints(0.203) == 1  # 101 and a half
    assert paints(0.203, current=1) == 1
    assert paints(0.203, current=1) == 0
