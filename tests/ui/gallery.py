"""Pictures of every widget of the kit: python tests/ui/gallery.py FOLDER.

Look at them after a change of the theme or of the kit; nothing compares them.
"""

from __future__ import annotations

import math
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from workshop_studio.ui.kit.basics import Card, Text
from workshop_studio.ui.kit.cards import EmptyPage, KindMark, PrivateCard
from workshop_studio.ui.kit.chart import LineChart
from workshop_studio.ui.kit.chart_style import STAGE
from workshop_studio.ui.kit.chart_view import (
    ChartLine,
    ChartMark,
    ChartThreshold,
    ChartView,
    Dash,
)
from workshop_studio.ui.kit.day_bar import DayBar, DayBlock
from workshop_studio.ui.kit.fields import Field, LengthCount, PassphraseField, SavedMark
from workshop_studio.ui.kit.palette import CommandPalette
from workshop_studio.ui.kit.palette_filter import Command
from workshop_studio.ui.kit.scrubber import Scrubber, ScrubberMark
from workshop_studio.ui.kit.segmented import SegmentedChoice
from workshop_studio.ui.kit.state_chip import StateChip
from workshop_studio.ui.kit.states import PHASES, STATES
from workshop_studio.ui.theme.theme import Theme, ThemeChoice

RESOURCES = Path(__file__).parents[2] / "resources"


def rising(
    days: int, start: int, top: float, base: float = 1.1, wave: float = 0.12
) -> tuple[float, ...]:
    """A calm series that leaves its level on day `start`."""
    level = [base + wave * math.sin(day * 1.7) for day in range(1, days + 1)]
    return tuple(
        v + max(0.0, top * (1 - math.exp(-(day - start) / 4))) if day >= start else v
        for day, v in enumerate(level, start=1)
    )


def family_view() -> ChartView:
    line = ChartLine(rising(30, 24, 9.0))
    return ChartView(
        "Data quality", (line,), 0, 10, 42, today=30,
        thresholds=(ChartThreshold(3),), future_note="not played yet",
    )  # fmt: skip


def gap_view() -> ChartView:
    values = (*rising(24, 40, 0, 0.06, 0.03), None, None, 0.14, 0.16, 0.19, 0.2)
    line = ChartLine(values, has_gap_rings=True)
    return ChartView(
        "Prediction drift", (line,), 0, 0.3, 42, today=30,
        thresholds=(ChartThreshold(0.15),), gap_words="no data",
    )  # fmt: skip


def cost_view() -> ChartView:
    watch = tuple(25 + (day - 30) * 10.25 for day in range(30, 43))
    none = (None,) * 6
    played = (0.0, 0.8, 2.5, 6.5, 12.0, 18.0, 25.0)
    return ChartView(
        "What it costs by day 42",
        (
            ChartLine(played, is_running=True),
            ChartLine(none + watch, "only watch", "€148 k", Dash.DASHED, 1),
            ChartLine((*none, 25, 27.5, *(29.0,) * 11), "roll back today", "€29 k", Dash.DASH_DOT),
            ChartLine(
                (*played[:3], 6.0, *(9.0,) * 15), "rolled back day 27", "€9 k", Dash.DOTTED, 2
            ),
        ),
        0, 150, 42, first_day=24, today=30, today_words="today", has_days=True, has_axis=True,
    )  # fmt: skip


def wall_view() -> ChartView:
    line = ChartLine(rising(30, 24, 9.0), value_text="8.3 %", state="alert")
    return ChartView(
        "Catalogue rows failing", (line,), 0, 11, 30, today=30,
        thresholds=(ChartThreshold(3, "act above 3"),),
        marks=(ChartMark(24, "new catalogue, day 24"),), has_days=True,
    )  # fmt: skip


def below_view() -> ChartView:
    values = tuple(71.0 - v for v in rising(30, 26, 6.0, 0.2))
    without = tuple([None] * 26 + [69.0, 68.8, 69.2, 69.0])
    return ChartView(
        "Swaps accepted",
        (
            ChartLine(without, dash=Dash.DASHED, series=3),
            ChartLine(values, value_text="65.0 %", state="alert"),
        ),
        60, 76, 30, today=30,
        thresholds=(ChartThreshold(69, "act below 69", has_words_below=True),), has_days=True,
    )  # fmt: skip


def chart_sheet(theme: Theme) -> QWidget:
    sheet = QWidget()
    sheet.setProperty("page", "true")
    sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    sheet.resize(820, 560)
    for view, box in (
        (family_view(), (20, 20, 758, 92)),
        (gap_view(), (20, 140, 758, 92)),
        (cost_view(), (20, 260, 512, 276)),
    ):
        chart = LineChart(theme)
        chart.setParent(sheet)
        chart.setGeometry(*box)
        chart.set_view(view)
    return sheet


def wall_picture(theme: Theme) -> QImage:
    image = QImage(1920, 700, QImage.Format.Format_RGB32)
    image.fill(theme.colour("surface", "stage"))
    painter = QPainter(image)
    for view, left, top in (
        (wall_view(), 40, 60), (below_view(), 1000, 60), (gap_view(), 40, 380),
        (cost_view(), 1000, 380),
    ):  # fmt: skip
        chart = LineChart(theme, STAGE)
        chart.resize(806, 290)
        chart.set_view(view)
        painter.drawPixmap(left, top, chart.grab())
    painter.end()
    return image


def state_row(theme: Theme) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    for state in (*STATES, *PHASES):
        chip = StateChip(theme)
        chip.show_state(state)
        line.addWidget(chip)
    line.addStretch(1)
    return row


def station_field(theme: Theme) -> QWidget:
    text = QTextEdit("Off until someone taps “Remember what I buy”.")
    text.setFont(theme.font("body", "station"))
    text.setFixedHeight(84)
    field = Field(theme, "Consent", text, "How do people agree, and to what?", "station")
    choice = SegmentedChoice(
        theme,
        (("answered", "Answered"), ("unknown", "Not known yet"), ("not", "Does not apply")),
        is_large=True,
    )
    choice.choose("answered")
    count = LengthCount(theme, 110, "station")
    count.show_length(120)
    field.add_foot(choice, count)
    return field


def rubric(theme: Theme) -> SegmentedChoice:
    words = ("No evidence yet", "Starting", "Developing", "Ready", "Exemplary")
    choice = SegmentedChoice(theme, [(w.lower(), w) for w in words], is_apart=True)
    choice.choose("ready")
    return choice


def day_bar(theme: Theme) -> DayBar:
    bar = DayBar(theme)
    day = (("other", 6), ("activity", 6), ("talk", 8), ("activity", 27), ("debrief", 6),
           ("activity", 32), ("other", 10), ("activity", 35), ("debrief", 8), ("journal", 6),
           ("other", 6))  # fmt: skip
    blocks = [DayBlock(str(i), kind, m, "14:23" if i == 5 else "13:30") for i, (kind, m) in
              enumerate(day)]  # fmt: skip
    bar.show_day(blocks, "16:00", "5")
    return bar


def scrubber(theme: Theme) -> Scrubber:
    slider = Scrubber(theme)
    marks = [ScrubberMark(d, i, i, r) for d, i, r in (
        (9, "flag", "text-2"), (18, "flag", "text-2"), (24, "lock", "private"),
        (27, "message-square", "text-2"), (36, "target", "text-2"),
    )]  # fmt: skip
    slider.show_days(1, 42, marks)
    slider.setValue(30)
    return slider


def kit_sheet(theme: Theme) -> QWidget:
    sheet = QWidget()
    sheet.setProperty("page", "true")
    sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    sheet.resize(1000, 900)
    column = QVBoxLayout(sheet)
    column.setContentsMargins(32, 24, 32, 24)
    column.setSpacing(20)
    private = PrivateCard(theme, "Notes")
    private.body.addWidget(Text(theme, "body", "“Is it fair?” goes back.").wrapped())
    card = Card()
    card.body.addWidget(scrubber(theme))
    card.body.addWidget(day_bar(theme))
    small = SegmentedChoice(theme, (("m", "Month"), ("h", "Half year"), ("l", "List")))
    small.choose("h")
    saved = [SavedMark(theme) for _ in range(3)]
    saved[0].show_saved("14:02")
    saved[1].show_saving()
    saved[2].show_failed()
    last = QHBoxLayout()
    for mark in saved:
        last.addWidget(mark)
    for kind in ("activity", "simulation", "debrief", "talk", "journal", "other"):
        last.addWidget(KindMark(theme, kind))
    last.addWidget(PassphraseField(theme), 1)
    for widget in (state_row(theme), station_field(theme), rubric(theme), small, card, private):
        column.addWidget(widget)
    column.addLayout(last)
    column.addWidget(EmptyPage(theme, "Start with the people who will come.", "Read a roster file"))
    return sheet


def palette_sheet(theme: Theme) -> QWidget:
    sheet = QWidget()
    sheet.setProperty("page", "true")
    sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    sheet.resize(900, 520)
    commands = [
        Command("end", "End block, start Break", "N", "skip-forward"),
        Command("pause", "Pause", "Space", "pause"),
        Command("black", "Black the stage", "B", "eye-off"),
        Command("freeze", "Freeze the stage", "F", "snowflake"),
        Command("print", "Print the run sheet", "Ctrl P", "printer"),
    ]
    palette = CommandPalette(theme, commands, sheet)
    palette.open()
    return sheet


def main(folder: Path) -> None:
    app = QApplication(sys.argv[:1])
    folder.mkdir(parents=True, exist_ok=True)
    theme = Theme(RESOURCES, ThemeChoice.LIGHT)
    for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
        theme.choose(choice, app)
        chart_sheet(theme).grab().save(str(folder / f"charts-{choice}.png"))
        kit_sheet(theme).grab().save(str(folder / f"kit-{choice}.png"))
        palette_sheet(theme).grab().save(str(folder / f"palette-{choice}.png"))
    wall_picture(theme).save(str(folder / "charts-stage.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
