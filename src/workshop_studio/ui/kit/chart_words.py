"""Where the words of a chart stand: levels, missing days, the future; off curves and labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_studio.ui.kit.chart_places import Box, Point, calmest, dense
from workshop_studio.ui.kit.chart_view import (
    ChartLine,
    ChartThreshold,
    ChartView,
    gap_points,
    last_point,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from workshop_studio.ui.kit.chart_labels import EndLabels
    from workshop_studio.ui.kit.chart_style import ChartInk, ChartStyle, Frame

_DENSE_PX = 10.0
"""How close points of a curve stand when words look for a place: less than a letter's height."""
_MOST_AFTER = 3
"""Rings after the end of a line; more of them would look like a line themselves."""


class ChartWords:
    """The places of words and rings of one view in a style; paints nothing."""

    def __init__(
        self, view: ChartView, style: ChartStyle, ink: ChartInk, labels: EndLabels
    ) -> None:
        self._view, self._style, self._ink, self._labels = view, style, ink, labels

    def points(self, frame: Frame) -> list[Point]:
        """Return curves and lines of marks as points, to find out what they run through."""
        ends = [(0.0, frame.box.top()), (0.0, frame.box.bottom())]
        upright = dense(ends, _DENSE_PX * self._style.scale)
        found = [
            (frame.x(mark.day), y)
            for mark in self._view.marks
            if mark.is_on_axis
            for _, y in upright
        ]
        for line in self._view.lines:
            stretch: list[Point] = []
            for place, value in enumerate((*line.values, None)):
                if value is not None:
                    stretch.append((frame.x(frame.first_day + place), frame.y(value)))
                    continue
                found += dense(stretch, _DENSE_PX * self._style.scale)
                stretch = []
        return found

    def level(self, frame: Frame, area: QRectF, threshold: ChartThreshold) -> Box:
        """Return where the words of a level stand: beside it, where no curve runs."""
        font, away = self._ink.small, self._style.threshold_px + 1
        width = self._ink.width(font, threshold.words)
        height = self._ink.cap(font) + 2 * self._ink.descent(font)
        y = frame.y(threshold.value)
        tops = [y - height - away, y + away]
        if threshold.has_words_below:
            tops.reverse()
        room = max(0.0, frame.box.width() - width)
        offered = [
            Box(frame.box.left() + room * share, top, width, height)
            for share in (0.0, 1.0, 0.5, 0.25, 0.75)
            for top in tops
        ]
        low, high = area.top(), frame.box.bottom() + self._style.dot_px
        inside = [box for box in offered if box.top >= low and box.bottom <= high]
        return calmest(inside or offered, self.points(frame), margin=self._style.line_px)

    def rings(self, frame: Frame, line: ChartLine) -> list[Point]:
        """Return where rings stand: none touch, and a few say it of a line that ended."""
        first, apart = self._view.first_day, 2.3 * self._style.ring_px
        end = last_point(line, first)
        shown: list[Point] = []
        after = 0
        for day, value in gap_points(line, first, self._view.today):
            x = frame.x(day)
            if shown and x - shown[-1][0] < apart:
                continue
            if end and day > end[0]:
                after += 1
                if after > _MOST_AFTER:
                    break
                # The dot at the end of the line needs its place as well.
                x = max(x, frame.x(end[0]) + self._style.dot_px + 1.3 * self._style.ring_px)
            shown.append((x, frame.y(value)))
        return shown

    def gap(self, frame: Frame, area: QRectF, rings: list[Point]) -> Box:
        """Return where the words of missing days stand: near the last ring, off the curves."""
        font, away = self._ink.small, self._style.ring_px + 3 * self._style.scale
        width = self._ink.width(font, self._view.gap_words)
        height = self._ink.cap(font) + 2 * self._ink.descent(font)
        x, y = rings[-1]
        left = max(frame.box.left(), min(x - width / 2, frame.box.right() - width))
        beside = x + away + self._style.gap_px / 2
        offered = [
            Box(left, y + away, width, height),
            Box(left, y - away - height, width, height),
            Box(beside, y - height / 2, width, height),
        ]
        offered += [
            Box(left, frame.box.top() + share * (frame.box.height() - height), width, height)
            for share in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
        ]
        low, high = frame.box.top() - self._style.dot_px, frame.box.bottom() + self._style.dot_px
        inside = [
            box for box in offered
            if box.top >= low and box.bottom <= high and box.right <= frame.box.right()
        ]  # fmt: skip
        levels = [
            (left + share * width, frame.y(level.value))
            for level in self._view.thresholds
            for share in (0.0, 0.5, 1.0)
        ]
        named = [t for t in self._view.thresholds if t.words]
        taken = [self.level(frame, area, level) for level in named]
        return calmest(inside or offered, [*self.points(frame), *levels], taken, margin=2.0)

    def future(self, frame: Frame, area: QRectF, left: float) -> Box | None:
        """Return where "not played yet" stands, None when too few days are left for it."""
        font = self._ink.small
        width, height = self._ink.width(font, self._view.future_note), self._ink.height(font)
        if left + width > frame.box.right():
            return None  # the shade alone says it
        lines = [frame.y(threshold.value) for threshold in self._view.thresholds]
        tops = (
            area.top() + 3,
            frame.box.bottom() - height - 3,
            frame.box.center().y() - height / 2,
        )
        return calmest(
            [Box(left, top, width, height) for top in tops],
            [(left, y) for y in lines],
            [label for _, label in self._labels.boxes(frame, area)],
        )
