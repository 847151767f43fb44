"""All that was odd in a roster, row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from workshop_studio.ui.kit.basics import Card, Text
from workshop_studio.ui.kit.literal import tip
from workshop_studio.ui.planning.marks import MarkedRows
from workshop_studio.ui.planning.roster_presenter import problem_words

if TYPE_CHECKING:
    from workshop_studio.domain.roster import RowProblem
    from workshop_studio.ui.theme.theme import Theme


class ProblemModel(QAbstractTableModel):
    """All that was odd; rows are made when they are looked at, however many there are."""

    def __init__(self) -> None:
        super().__init__()
        self._problems: tuple[RowProblem, ...] = ()

    @property
    def problems(self) -> tuple[RowProblem, ...]:
        """Return what is listed."""
        return self._problems

    def show_problems(self, problems: tuple[RowProblem, ...]) -> None:
        """Show these instead."""
        if problems != self._problems:
            self.beginResetModel()
            self._problems = problems
            self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._problems)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Return three: row, what, kept."""
        return 0 if parent is not None and parent.isValid() else 3

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | None:
        """Return the words of a cell."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            words = problem_words(self._problems[index.row()])[index.column()]
            return words if role == Qt.ItemDataRole.DisplayRole else tip(words)
        return None


class ProblemsCard(Card):
    """Lists every odd row: which, what, and whether it is kept."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(padding=16)
        self._title = Text(theme, "section")
        self._model = ProblemModel()
        table = QTableView()
        table.setObjectName("roster-problems")
        table.setAccessibleName("Rows to look at")
        table.setModel(self._model)
        table.setItemDelegate(MarkedRows(theme, table, {0: "text-2", 2: "text-2"}, strong=()))
        table.horizontalHeader().hide()
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(34)
        header = table.horizontalHeader()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(0, 96)
        header.resizeSection(2, 96)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.body.addWidget(self._title)
        self.body.addWidget(table, 1)

    def show_problems(self, title: str, problems: tuple[RowProblem, ...]) -> None:
        """Show these under a title."""
        self._title.setText(title)
        self._model.show_problems(problems)

    @property
    def title(self) -> str:
        """Return how many rows were odd and how many are left out."""
        return self._title.text()

    @property
    def words(self) -> list[tuple[str, str, str]]:
        """Return what is listed: row, what is odd, what happens to it."""
        return [problem_words(problem) for problem in self._model.problems]
