"""The scenario on the wall: a sentence and up to four charts, scaled like every slide."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from workshop_studio.ui.kit.chart import LineChart
from workshop_studio.ui.kit.chart_style import STAGE
from workshop_studio.ui.kit.chart_view import ChartLine, ChartMark, ChartThreshold, ChartView, Dash
from workshop_studio.ui.kit.fitting import FittedText, balanced, fit_text
from workshop_studio.ui.kit.state_chip import draw_stage_chip, stage_chip_width
from workshop_studio.ui.stage.lettering import FLOOR, GROUP, HEIGHT, WIDTH, draw_lines
from workshop_studio.ui.stage.message import band_box, draw_band, in_band
from workshop_studio.ui.stage.rehearsal import rehearsal_frame
from workshop_studio.ui.stage.typesetter import Typesetter

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from workshop_studio.domain.live import StageChart, StageScenario
    from workshop_studio.ui.theme.theme import Theme

SIDE, TOP, BOTTOM, GAP = 80.0, 262.0, 1046.0, 24.0
_INSET, _HEAD_TOP, _HEAD_LINE, _FOOT = 32.0, 18.0, 52.0, 12.0
_SENTENCE = 36
SAME, OTHER = "same without it", "no decision"


def is_same(chart: StageChart) -> bool:
    """Return whether the line without the decision lies on the played one all along."""
    slack = 0.005 * (chart.high - chart.low)
    pairs = zip(chart.values, chart.without_decision, strict=False)
    return all(
        other is None or (value is not None and math.isclose(value, other, abs_tol=slack))
        for value, other in pairs
    )


def chart_view(chart: StageChart) -> ChartView:
    """Return the chart as the kit draws it; the line without the decision stays beside it."""
    has_other = bool(chart.without_decision)
    is_hidden = has_other and is_same(chart)
    lines = [
        ChartLine(
            chart.values,
            label=SAME if is_hidden else "",
            value_text=chart.value_text,
            is_running=True,
            state=chart.state if chart.state in {"alert", "watch"} else "",
            has_gap_rings=True,
        )
    ]
    if has_other and not is_hidden:
        lines.append(ChartLine(chart.without_decision, label=OTHER, dash=Dash.DASHED, series=1))
    is_below = "below" in chart.level_text
    levels = () if chart.red is None else (ChartThreshold(chart.red, chart.level_text, is_below),)
    marks: tuple[ChartMark, ...] = ()
    if chart.decision_day:
        marks = (ChartMark(chart.decision_day, str(chart.decision_day), is_on_axis=True),)
    return ChartView(
        title=f"{chart.title}. {chart.sentence}",
        lines=tuple(lines),
        low=chart.low,
        high=chart.high,
        last_day=max(2, chart.days),
        today=max(2, chart.days),
        thresholds=levels,
        marks=marks,
        gap_words="no data",
        has_days=True,
    )


def tiles(bottom: float = BOTTOM) -> tuple[QRectF, ...]:
    """Return the four tiles, two by two, down to a bottom."""
    width, height = (WIDTH - 2 * SIDE - GAP) / 2, (bottom - TOP - GAP) / 2
    return tuple(
        QRectF(SIDE + column * (width + GAP), TOP + row * (height + GAP), width, height)
        for row in range(2)
        for column in range(2)
    )


class ScenarioWall(QWidget):
    """Fills the stage while the scenario is on it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scenario: StageScenario | None = None
        self._message = ""
        self._is_rehearsal = False
        self._tiles = tiles()
        self._words: list[tuple[str, FittedText, QRectF]] = []
        self._ground: QPixmap | None = None
        self._charts = [LineChart(theme, STAGE) for _ in self._tiles]
        for chart in self._charts:
            chart.setParent(self)

    def show_scenario(
        self, scenario: StageScenario, message: str = "", *, is_rehearsal: bool = False
    ) -> bool:
        """Show a scenario of at most four charts, and a message that fits the band under them.

        Return whether it is another picture than before.
        """
        shown = (scenario, message, is_rehearsal)
        if shown == (self._scenario, self._message, self._is_rehearsal):
            return False
        self._scenario, self._message, self._is_rehearsal = shown
        self._tiles = tiles(band_box(self._band()).top() - 16 if message else BOTTOM)
        for place, widget in enumerate(self._charts):
            widget.setVisible(place < len(scenario.charts))
            if place < len(scenario.charts):
                widget.set_view(chart_view(scenario.charts[place]))
        self._arrange()
        self.update()
        return True

    def _band(self) -> FittedText:
        return in_band(self._theme, self._message, is_slim=True)

    @property
    def words(self) -> list[tuple[str, FittedText, QRectF]]:
        """Return every sentence of the slide with how it is set and the box it has to stay in."""
        return self._words

    def _set_words(self, head_px: float, foot_px: float) -> list[tuple[str, FittedText, QRectF]]:
        if self._scenario is None:
            return []
        kicker, sentence = QRectF(SIDE, 42, 1760, 52), QRectF(SIDE, 96, 1760, 152)
        found = [
            self._fitted(self._scenario.kicker, "kicker", kicker, 1.3),
            self._fitted(self._scenario.headline, "sentence", sentence, 74 / 64),
        ]
        for tile, chart in zip(self._tiles, self._scenario.charts, strict=False):
            head = QRectF(
                tile.left() + _INSET, tile.top() + _HEAD_TOP, self._head_width(chart), head_px,
            )  # fmt: skip
            foot = QRectF(0, 0, tile.width() - 2 * _INSET, foot_px)
            foot.moveBottomLeft(QPointF(tile.left() + _INSET, tile.bottom() - _FOOT))
            found.append(self._fitted(chart.title, "label", head, 1.3))
            found.append(self._fitted(chart.sentence, "floor", foot, 1.25, _SENTENCE))
        return found

    def _fitted(
        self, text: str, role: str, box: QRectF, ratio: float, largest: int = 0
    ) -> tuple[str, FittedText, QRectF]:
        font = self._theme.font(role, GROUP)
        size = largest or font.pixelSize()
        fitted = fit_text(text, font, box.size(), largest_px=size, floor_px=FLOOR, line_ratio=ratio)
        fitted = balanced(text, font, fitted, box.width())
        if role == "label":
            # Titles shrunk to their tile keep the height of the chip beside them.
            box = box.adjusted(0, max(0.0, (_HEAD_LINE - fitted.height_px) / 2), 0, 0)
        return role, fitted, box

    def _head_width(self, chart: StageChart) -> float:
        chip = stage_chip_width(self._theme, chart.state)
        return self._tiles[0].width() - _INSET - chip - 28 - 20

    def _head_height(self) -> float:
        """Return the height of the titles: one line unless one of them needs two."""
        charts = self._scenario.charts if self._scenario else ()
        font = self._theme.font("label", GROUP)
        for rows in (1, 2, 3):
            height = rows * _HEAD_LINE if rows == 1 else rows * 1.3 * FLOOR
            boxes = [QSizeF(self._head_width(chart), height) for chart in charts]
            if all(
                fit_text(c.title, font, box, largest_px=38, floor_px=FLOOR, line_ratio=1.3).fits
                for c, box in zip(charts, boxes, strict=True)
            ):  # fmt: skip
                break
        return height

    def _foot_height(self) -> float:
        """Return the height of the sentences: one line where all of them fit into one."""
        charts = self._scenario.charts if self._scenario else ()
        font = self._theme.font("floor", GROUP)
        line = QSizeF(self._tiles[0].width() - 2 * _INSET, 1.25 * _SENTENCE)
        for rows in (1, 2):
            box = QSizeF(line.width(), rows * line.height())
            if all(
                fit_text(
                    c.sentence, font, box, largest_px=_SENTENCE, floor_px=FLOOR, line_ratio=1.25
                ).fits
                for c in charts
            ):  # fmt: skip
                return box.height()
        return 3 * 1.25 * FLOOR

    def _scale(self) -> tuple[float, float, float]:
        scale = min(self.width() / WIDTH, self.height() / HEIGHT)
        return scale, (self.width() - WIDTH * scale) / 2, (self.height() - HEIGHT * scale) / 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the charts into their tiles."""
        self._arrange()

    def _arrange(self) -> None:
        scale, left, top = self._scale()
        head_px, foot = self._head_height(), self._foot_height()
        self._words = self._set_words(head_px, foot)
        self._ground = None
        head = _HEAD_TOP + head_px
        for tile, widget in zip(self._tiles, self._charts, strict=True):
            inner = tile.adjusted(_INSET - 11, head, -20, -foot - _FOOT - 6)
            widget.set_style(STAGE.scaled(scale))
            widget.setGeometry(
                round(left + inner.left() * scale),
                round(top + inner.top() * scale),
                round(inner.width() * scale),
                round(inner.height() * scale),
            )
        # One room for all numbers, so that the days of the four charts stand under each other.
        room = max(widget.label_room() for widget in self._charts)
        for widget in self._charts:
            widget.keep_room(max(room, 240 * scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sentence, the tiles and their heads: once, however often the charts repaint."""
        if self._ground is None:
            ratio = self.devicePixelRatioF()
            self._ground = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            self._ground.setDevicePixelRatio(ratio)
            painter = QPainter(self._ground)
            self._draw_ground(painter)
            painter.end()
        QPainter(self).drawPixmap(0, 0, self._ground)

    def _draw_ground(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.colour("canvas", "stage"))
        if self._scenario is None:
            return
        scale, left, top = self._scale()
        painter.translate(left, top)
        painter.scale(scale, scale)
        for tile, chart in zip(self._tiles, self._scenario.charts, strict=False):
            painter.setPen(self._theme.colour("surface", "stage"))
            painter.setBrush(self._theme.colour("surface", "stage"))
            painter.drawRoundedRect(tile, 24, 24)
            corner = QPointF(tile.right() - 28, tile.top() + 20)
            draw_stage_chip(painter, self._theme, chart.state, corner)
        if self._message:
            draw_band(painter, self._theme, self._band())
        tones = {"kicker": "text-3", "floor": "text-2"}
        for role, fitted, box in self._words:
            painter.setPen(self._theme.colour(tones.get(role, "text"), "stage"))
            draw_lines(painter, self._theme.font(role, GROUP), fitted, box)
        if self._is_rehearsal:
            setter = Typesetter(self._theme)
            for piece in rehearsal_frame():
                piece.draw(painter, setter)
