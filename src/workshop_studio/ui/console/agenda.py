"""The agenda of the console: planned and projected times, painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_studio.domain.projection import BlockState

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from workshop_studio.domain.console_rows import AgendaRow
    from workshop_studio.ui.theme.theme import Theme

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class AgendaList(QWidget):
    """One row a block; the running one stands on the accent."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: tuple[AgendaRow, ...] = ()
        self._preview: dict[str, AgendaRow] = {}
        self._edge = 14.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Agenda")
        theme.changed.connect(self.update)

    def show_rows(self, rows: tuple[AgendaRow, ...]) -> None:
        """Show the rows of a reading."""
        if rows != self._rows:
            self._rows = rows
            self._take_height()

    def show_preview(self, rows: tuple[AgendaRow, ...]) -> None:
        """Show in accent what would change; no rows end that."""
        preview = {row.block_id: row for row in rows}
        if preview != self._preview:
            self._preview = preview
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give rows more room where there is more."""
        super().resizeEvent(event)
        self._take_height()

    def _take_height(self) -> None:
        self.setFixedHeight(34 + sum(self._height(row) for row in self._rows))
        self.update()

    @property
    def _is_wide(self) -> bool:
        return self.width() >= 400

    def _height(self, row: AgendaRow) -> int:
        if row.state is BlockState.RUNNING:
            return 76 if self._is_wide else 60
        if row.state is BlockState.DONE:
            return 42 if self._is_wide else 32
        return 56 if self._is_wide else 45

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        return QSize(340, self.minimumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw header and rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        columns = (20.0, 84.0, 148.0) if self._is_wide else (14.0, 64.0, 117.0)
        self._edge = 20.0 if self._is_wide else 14.0
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.colour("text-3"))
        for left, word in zip(columns, ("planned", "now", "block"), strict=True):
            painter.drawText(QRectF(left, 0, 80, 30), _LEFT, word)
        painter.drawText(QRectF(self.width() - 52 - self._edge, 0, 52, 30), _RIGHT, "min")
        top = 34.0
        for row in self._rows:
            height = float(self._height(row))
            self._row(painter, row, QRectF(0, top, self.width(), height), columns)
            top += height

    def _row(
        self, painter: QPainter, row: AgendaRow, box: QRectF, columns: tuple[float, float, float]
    ) -> None:
        is_running, is_done = row.state is BlockState.RUNNING, row.state is BlockState.DONE
        if is_running:
            painter.fillRect(box, self._theme.colour("accent-soft"))
            painter.fillRect(QRectF(0, box.top(), 4, box.height()), self._theme.colour("accent"))
        body = self._theme.font("body")
        strong = self._theme.font("body-strong")
        painter.setFont(self._theme.figures(body))
        painter.setPen(self._theme.colour("text-3"))
        painter.drawText(QRectF(columns[0], box.top(), 60, box.height()), _LEFT, row.planned)
        will = self._preview.get(row.block_id, row)
        now_font = self._theme.figures(body if is_done else strong)
        painter.setFont(now_font)
        tone = "text-3" if is_done else "text"
        painter.setPen(self._theme.colour(tone if will.now == row.now else "accent-text"))
        painter.drawText(QRectF(columns[1], box.top(), 60, box.height()), _LEFT, will.now)
        is_gone = will.state is BlockState.SKIPPED is not row.state
        is_same = will.minutes == row.minutes and not is_gone
        painter.setFont(self._theme.figures(body if is_same else strong))
        tone = "text-3" if is_done else "text-2"
        painter.setPen(self._theme.colour(tone if is_same else "accent-text"))
        minutes = QRectF(self.width() - 52 - self._edge, box.top(), 52, box.height())
        painter.drawText(minutes, _RIGHT, "out" if is_gone else str(will.minutes))
        self._title(painter, row, box, columns[2], strong if is_running else body)

    def _title(
        self, painter: QPainter, row: AgendaRow, box: QRectF, left: float, font: QFont
    ) -> None:
        width = self.width() - left - self._edge - 24
        is_done = row.state is BlockState.DONE
        painter.setFont(font)
        painter.setPen(self._theme.colour("text-3" if is_done else "text"))
        title = QFontMetricsF(font).elidedText(row.title, Qt.TextElideMode.ElideRight, width)
        has_detail = bool(row.detail) and not is_done
        title_box = QRectF(left, box.top(), width, box.height())
        if has_detail:
            title_box = QRectF(left, box.center().y() - 20, width, 20)
        painter.drawText(title_box, _LEFT, title)
        if has_detail:
            small = self._theme.font("caption")
            painter.setFont(small)
            painter.setPen(self._theme.colour("text-2" if font.weight() > 500 else "text-3"))
            words = QFontMetricsF(small).elidedText(row.detail, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRectF(left, box.center().y(), width, 18), _LEFT, words)
