"""The scenario on the wall: a sentence and up to four charts, scaled like every slide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from workshop_studio.ui.kit.chart import LineChart
from workshop_studio.ui.kit.chart_style import STAGE
from workshop_studio.ui.kit.chart_view import ChartLine, ChartThreshold, ChartView, Dash
from workshop_studio.ui.kit.marks import draw_shape
from workshop_studio.ui.stage.slide import GROUP, HEIGHT, WIDTH, fitted

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent, QResizeEvent

    from workshop_studio.domain.live import StageChart, StageScenario
    from workshop_studio.ui.theme.theme import Theme

TILES = tuple(
    QRectF(80 + column * 892, 272 + row * 388, 868, 364) for row in range(2) for column in range(2)
)
STATE_WORDS = {
    "quiet": "Quiet",
    "watch": "Watch",
    "alert": "Alert",
    "recovering": "Recovering",
    "not-enough-data": "Too few rows",
    "cannot-compute": "Cannot compute",
}


def chart_view(chart: StageChart) -> ChartView:
    """Return the chart as the kit draws it; the line without the decision stays beside it."""
    lines = [
        ChartLine(
            chart.values,
            value_text=chart.value_text,
            is_running=True,
            state=chart.state if chart.state in {"alert", "watch"} else "",
            has_gap_rings=True,
        )
    ]
    if chart.without_decision:
        lines.append(
            ChartLine(chart.without_decision, label="nothing done", dash=Dash.DASHED, series=1)
        )
    levels = () if chart.amber is None else (ChartThreshold(chart.amber, chart.level_text),)
    return ChartView(
        title=f"{chart.title}. {chart.sentence}",
        lines=tuple(lines),
        low=chart.low,
        high=chart.high,
        last_day=max(2, chart.days),
        thresholds=levels,
        has_days=True,
    )


class ScenarioWall(QWidget):
    """Fills the stage while the scenario is on it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scenario: StageScenario | None = None
        self._charts = [LineChart(theme, STAGE) for _ in TILES]
        for chart in self._charts:
            chart.setParent(self)

    def show_scenario(self, scenario: StageScenario) -> None:
        """Show a scenario; at most four charts."""
        if scenario == self._scenario:
            return
        self._scenario = scenario
        for place, widget in enumerate(self._charts):
            widget.setVisible(place < len(scenario.charts))
            if place < len(scenario.charts):
                widget.set_view(chart_view(scenario.charts[place]))
        self.update()

    def _scale(self) -> tuple[float, float, float]:
        scale = min(self.width() / WIDTH, self.height() / HEIGHT)
        return scale, (self.width() - WIDTH * scale) / 2, (self.height() - HEIGHT * scale) / 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the charts into their tiles."""
        scale, left, top = self._scale()
        for tile, widget in zip(TILES, self._charts, strict=True):
            inner = tile.adjusted(28, 76, -20, -92)
            widget.setGeometry(
                round(left + inner.left() * scale),
                round(top + inner.top() * scale),
                round(inner.width() * scale),
                round(inner.height() * scale),
            )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sentence, the tiles and their heads."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.colour("canvas", "stage"))
        if self._scenario is None:
            return
        scale, left, top = self._scale()
        painter.translate(left, top)
        painter.scale(scale, scale)
        kicker = self._theme.font("kicker", GROUP)
        self._words(painter, self._scenario.kicker, kicker, "text-2", QRectF(80, 40, 1760, 54))
        sentence = self._theme.font("sentence", GROUP)
        self._words(painter, self._scenario.headline, sentence, "text", QRectF(80, 98, 1760, 160))
        for tile, chart in zip(TILES, self._scenario.charts, strict=False):
            self._tile(painter, tile, chart)

    def _words(self, painter: QPainter, text: str, font: QFont, role: str, box: QRectF) -> None:
        sized, lines = fitted(font, text, box.width(), box.height())
        metrics = QFontMetricsF(sized)
        painter.setFont(sized)
        painter.setPen(self._theme.colour(role, "stage"))
        top = box.top()
        for line in lines:
            painter.drawText(QPointF(box.left(), top + metrics.ascent()), line)
            top += metrics.height()

    def _tile(self, painter: QPainter, tile: QRectF, chart: StageChart) -> None:
        painter.save()
        painter.setPen(self._theme.colour("surface", "stage"))
        painter.setBrush(self._theme.colour("surface", "stage"))
        painter.drawRoundedRect(tile, 24, 24)
        painter.restore()
        label = self._theme.font("label", GROUP)
        word = STATE_WORDS.get(chart.state, chart.state)
        width = QFontMetricsF(label).horizontalAdvance(word)
        left = tile.right() - 32 - width
        draw_shape(
            painter,
            chart.state,
            QRectF(left - 44, tile.top() + 26, 32, 32),
            self._theme.colour(chart.state, "stage"),
        )
        head = QRectF(tile.left() + 32, tile.top() + 18, left - tile.left() - 96, 52)
        self._words(painter, chart.title, label, "text", head)
        sentence = QRectF(tile.left() + 32, tile.bottom() - 92, tile.width() - 64, 84)
        self._words(painter, chart.sentence, self._theme.font("floor", GROUP), "text-2", sentence)
        state_box = QRectF(left, tile.top() + 18, width + 4, 52)
        self._words(painter, word, label, chart.state, state_box)
