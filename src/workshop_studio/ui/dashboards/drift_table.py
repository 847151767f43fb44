"""The daily drift table: PSI and normed Wasserstein of every feature, newest day first."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from workshop_studio.domain.scenario_kinds import Metric
from workshop_studio.ui.kit.marks import draw_shape
from workshop_studio.ui.kit.states import appearance_of

if TYPE_CHECKING:
    from workshop_studio.simulation.drift_days import DriftCell, DriftColumn
    from workshop_studio.ui.theme.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_METRICS = {Metric.PSI: "PSI", Metric.WASSERSTEIN_SD: "Wasserstein"}
_MARK, _HEADER_SIGNS = 12, 16


class DriftModel(QAbstractTableModel):
    """Played days as rows; column 0 is the day."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._columns: tuple[DriftColumn, ...] = ()
        self._day = 0

    def show_days(self, columns: tuple[DriftColumn, ...], day: int) -> None:
        """Show the days up to one."""
        if (columns, day) == (self._columns, self._day):
            return
        self.beginResetModel()
        self._columns, self._day = columns, day
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - the shape of Qt
        """Return how many days are played."""
        return 0 if parent.isValid() else self._day

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - the shape of Qt
        """Return the day and two numbers a feature."""
        return 0 if parent.isValid() else 1 + len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the names of the columns with their levels."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return "day"
        column = self._columns[section - 1]
        label = "\n".join(wrap(column.label, _HEADER_SIGNS))
        levels = f"watch {column.amber:g}\nact {column.red:g}"
        return f"{label}\n{_METRICS[column.metric]}\n{levels}"

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return text, mark, colour and alignment of a cell."""
        day = self._day - index.row()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if index.column() == 0:
            return str(day) if role == Qt.ItemDataRole.DisplayRole else None
        cell = self._columns[index.column() - 1].cells[day - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            return "no value" if cell.value is None else f"{cell.value:.2f}"
        look = appearance_of(cell.state.value)
        is_loud = cell.state.value != "quiet"
        if role == Qt.ItemDataRole.ForegroundRole and is_loud:
            return self._theme.colour(look.role)
        if role == Qt.ItemDataRole.DecorationRole and is_loud:
            return self._shape(cell)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.data(index)} {look.word}"
        return None

    def _shape(self, cell: DriftCell) -> QPixmap:
        look = appearance_of(cell.state.value)
        pixmap = QPixmap(_MARK, _MARK)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw_shape(painter, look.shape, QRectF(0, 0, _MARK, _MARK), self._theme.colour(look.role))
        painter.end()
        return pixmap


class DriftTable(QTableView):
    """The table; it scrolls, the page does not."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows = DriftModel(theme)
        self.setModel(self.rows)
        self.setAccessibleName("Drift per day")
        self.setFont(theme.figures(theme.font("body")))
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(37)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        header.setHighlightSections(False)
        theme.changed.connect(self.viewport().update)
