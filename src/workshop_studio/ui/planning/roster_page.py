"""A roster before anything is taken from it: columns with their meanings, and what would happen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from workshop_studio.domain.roster import Field
from workshop_studio.ui.kit.basics import Button, Card, Rule, Text
from workshop_studio.ui.kit.choices import Choice
from workshop_studio.ui.planning.marks import MarkedRows
from workshop_studio.ui.planning.roster_presenter import NEW_COHORT, header_words, problem_words
from workshop_studio.ui.planning.title import Title

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from workshop_studio.domain.roster import RosterTable, RowProblem
    from workshop_studio.ui.planning.roster_presenter import RosterPreview
    from workshop_studio.ui.theme.theme import Theme

_MEANINGS = (
    Field.NAME, Field.GIVEN_NAME, Field.FAMILY_NAME, Field.MAIL, Field.FUNCTION, Field.MANAGER,
    Field.IGNORE,
)  # fmt: skip
_MOST_COLUMNS = 40
FEWEST_ROWS, SHOWN_ROWS = 7, 12
_LEAST_PX, _MOST_PX, _CELL_PX = 132, 200, 30


class ColumnChoice(Choice):
    """What one column means."""

    field_chosen = Signal(int, object)

    def __init__(self, theme: Theme, column: int, header: str) -> None:
        super().__init__(theme, f"Meaning of the column {header}")
        self._column = column
        for field in _MEANINGS:
            self.addItem(field.value.capitalize(), field.value)
        self.activated.connect(self._chosen)

    def show_field(self, field: Field) -> None:
        """Show a meaning without announcing it."""
        self.setCurrentIndex(_MEANINGS.index(field))

    def _chosen(self, place: int) -> None:
        self.field_chosen.emit(self._column, _MEANINGS[place])


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
            return problem_words(self._problems[index.row()])[index.column()]
        return None


class RosterPage(QWidget):
    """Shows a preview and passes on what is chosen."""

    field_chosen = Signal(int, object)
    header_chosen = Signal(int)
    target_chosen = Signal(str)
    name_typed = Signal(str)
    take_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._table: RosterTable | None = None
        self._choices: list[ColumnChoice] = []
        self._cells: list[list[Text]] = []
        self._targets: tuple[tuple[str, str], ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._header())
        column.addWidget(self._columns_card(), 1)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self._taking_card())
        below.addWidget(self._problems_card(), 1)
        column.addLayout(below, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step back with Escape, from wherever the focus is."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
            return
        super().keyPressEvent(event)

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._title = Title(self._theme)
        self._how = Text(self._theme, "body", tone="2")
        self._why_not = Text(self._theme, "body", tone="watch")
        self.back = Button(self._theme, "Step back", hint="Esc")
        self.back.setObjectName("step-back")
        self.back.clicked.connect(self.back_wanted)
        self.take = Button(self._theme, "Take people", "primary", "users")
        self.take.setObjectName("take-people")
        self.take.clicked.connect(self.take_wanted)
        row.addWidget(self._title)
        row.addSpacing(12)
        row.addWidget(self._how)
        row.addStretch(1)
        row.addWidget(self._why_not)
        row.addSpacing(8)
        row.addWidget(self.back)
        row.addWidget(self.take)
        return row

    def _columns_card(self) -> Card:
        card = Card(padding=16)
        self._lead = Text(self._theme, "body", tone="2")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head_px = 38 + _CELL_PX + 14
        self._scroll.setMinimumHeight(head_px + FEWEST_ROWS * (_CELL_PX + 1))
        self._scroll.setMaximumHeight(head_px + SHOWN_ROWS * (_CELL_PX + 1))
        self._note = Text(self._theme, "body-strong")
        head = QHBoxLayout()
        self.header = Choice(self._theme, "Header of the file")
        self.header.activated.connect(self._header_activated)
        head.addWidget(self._lead)
        head.addWidget(self.header)
        head.addStretch(1)
        head.addWidget(self._note)
        card.body.addLayout(head)
        card.body.addWidget(self._scroll)
        return card

    def _taking_card(self) -> Card:
        card = Card()
        card.setFixedWidth(380)
        self._count = Text(self._theme, "figure").numeric()
        self._counts = Text(self._theme, "body").wrapped()
        self._into_words = Text(self._theme, "body-strong", "Into")
        self.into = Choice(self._theme, "Cohort to take them into")
        self.into.activated.connect(self._target_activated)
        self._name_words = Text(self._theme, "body-strong", "Name of the new cohort")
        self.name = QLineEdit()
        self.name.setObjectName("cohort-name")
        self.name.setAccessibleName("Name of the new cohort")
        self.name.setMaxLength(80)
        self.name.textEdited.connect(self.name_typed)
        self._hints = Text(self._theme, "body", tone="2").wrapped()
        hints = QScrollArea()
        hints.setWidgetResizable(True)
        self._hints.setAlignment(Qt.AlignmentFlag.AlignTop)
        hints.setWidget(self._hints)
        rows: tuple[QWidget, ...] = (self._count, self._counts, self._into_words, self.into)
        for widget in (*rows, self._name_words, self.name):
            card.body.addWidget(widget)
        card.body.addWidget(hints, 1)
        return card

    def _problems_card(self) -> Card:
        card = Card(padding=16)
        self._problem_title = Text(self._theme, "section")
        self._problems = ProblemModel()
        self.problems = QTableView()
        self.problems.setObjectName("roster-problems")
        self.problems.setAccessibleName("Rows to look at")
        self.problems.setModel(self._problems)
        self.problems.setItemDelegate(
            MarkedRows(self._theme, self.problems, {0: "text-2", 2: "text-2"}, strong=())
        )
        self.problems.horizontalHeader().hide()
        self.problems.verticalHeader().hide()
        self.problems.verticalHeader().setDefaultSectionSize(34)
        header = self.problems.horizontalHeader()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(0, 96)
        header.resizeSection(2, 96)
        self.problems.setShowGrid(False)
        self.problems.setTabKeyNavigation(False)
        self.problems.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        card.body.addWidget(self._problem_title)
        card.body.addWidget(self.problems, 1)
        return card

    # --- what is shown ---------------------------------------------------------------------------

    def show_reading(self, file: str) -> None:
        """Say that a file is being read; it may take a moment."""
        self._title.setText(f"Reading {file}")
        self._how.setText("")
        self._why_not.setText("")
        self.take.setEnabled(False)
        self.take.setText("Take people")
        self._show_table(None)
        for text in (self._lead, self._note, self._count, self._counts, self._hints):
            text.setText("")
        self._problem_title.setText("")
        self._problems.show_problems(())
        for widget in (self.header, self._into_words, self.into, self._name_words, self.name):
            widget.hide()
        self.back.setFocus()

    def show_preview(self, preview: RosterPreview) -> None:
        """Show what would be taken."""
        wish = preview.wish
        self._title.setText(f"Read {wish.file}")
        self._how.setText(preview.how)
        self._lead.setText(f"What each column means. {_shown_words(wish.table)}")
        self._show_header(preview)
        if wish.table is not self._table:
            self._show_table(wish.table, wish.plan)
        for choice, cells, field in zip(self._choices, self._cells, wish.plan, strict=False):
            choice.show_field(field)
            for cell in cells:
                cell.set_tone(_tone(field))
        self._note.setText(wish.note)
        self._count.setText(preview.verb.replace("Take ", "") + " to take")
        self._counts.setText(preview.counts)
        self._hints.setText("\n\n".join(preview.hints))
        self._problem_title.setText(preview.problem_title)
        self._problems.show_problems(preview.read.problems)
        self._show_target(preview)
        self.take.setText(preview.verb)
        self.take.setEnabled(not preview.refusal)
        self.take.setAccessibleDescription(preview.refusal)
        self._why_not.setText(preview.refusal)

    @property
    def words(self) -> str:
        """Return file, how it was understood, and why nothing can be taken."""
        said = (self._title.text(), self._how.text(), self._why_not.text())
        return " / ".join(part for part in said if part)

    @property
    def note(self) -> str:
        """Return what the last choice did to another column."""
        return self._note.text()

    @property
    def counts(self) -> str:
        """Return how many would be taken and what they would be."""
        return f"{self._count.text()}. {self._counts.text()}"

    @property
    def hints(self) -> str:
        """Return what to know before taking them."""
        return self._hints.text()

    @property
    def problem_words(self) -> list[tuple[str, str, str]]:
        """Return what is listed: row, what is odd, what happens to it."""
        return [problem_words(problem) for problem in self._problems.problems]

    def choice(self, column: int) -> ColumnChoice:
        """Return the choice over a column."""
        return self._choices[column]

    def _show_header(self, preview: RosterPreview) -> None:
        rows = preview.header_rows
        if [self.header.itemData(place) for place in range(self.header.count())] != [*rows]:
            self.header.clear()
            for row in rows:
                self.header.addItem(header_words(row).capitalize(), row)
        self.header.setCurrentIndex(self.header.findData(preview.wish.table.header_row))
        self.header.show()

    def _show_target(self, preview: RosterPreview) -> None:
        if preview.cohorts != self._targets or not self.into.count():
            self._targets = preview.cohorts
            self.into.clear()
            for key, name in preview.cohorts:
                self.into.addItem(name, key)
            self.into.addItem("A new cohort", NEW_COHORT)
        self.into.setCurrentIndex(self.into.findData(preview.wish.target))
        is_new = preview.wish.target == NEW_COHORT
        self._into_words.setVisible(bool(preview.cohorts))
        self.into.setVisible(bool(preview.cohorts))
        self._name_words.setVisible(is_new)
        self.name.setVisible(is_new)
        if self.name.text() != preview.wish.name:
            self.name.setText(preview.wish.name)

    def _show_table(self, table: RosterTable | None, plan: tuple[Field, ...] = ()) -> None:
        self._table = table
        self._choices, self._cells = [], []
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(0)
        if table is not None:
            shown = min(len(table.header), _MOST_COLUMNS)
            for column in range(shown):
                self._fill_column(grid, table, column, _tone(plan[column]))
            for row in range(SHOWN_ROWS):
                grid.addWidget(Rule(), 2 * row + 2, 0, 1, shown)
            grid.setColumnStretch(shown, 1)
            grid.setRowStretch(2 * SHOWN_ROWS + 4, 1)
        self._scroll.setWidget(holder)

    def _fill_column(self, grid: QGridLayout, table: RosterTable, column: int, tone: str) -> None:
        header = table.header[column] or f"column {column + 1}"
        choice = ColumnChoice(self._theme, column, header)
        choice.field_chosen.connect(self.field_chosen)
        shown = [row[column] if column < len(row) else "" for row in table.rows[:SHOWN_ROWS]]
        cells = [Text(self._theme, "body", " ".join(text.split()), tone) for text in shown]
        name = Text(self._theme, "caption", " ".join(header.split()), "3")
        wanted = max(text.sizeHint().width() for text in (name, *cells))
        width = min(_MOST_PX, max(_LEAST_PX, wanted + 4))
        choice.setFixedWidth(width)
        for text in (name, *cells):
            _shorten(text, width)
        grid.addWidget(choice, 0, column)
        grid.addWidget(name, 1, column)
        for row, text in enumerate(cells):
            grid.addWidget(text, 2 * row + 3, column)
        self._choices.append(choice)
        self._cells.append(cells)

    def _header_activated(self, place: int) -> None:
        self.header_chosen.emit(int(self.header.itemData(place)))

    def _target_activated(self, place: int) -> None:
        self.target_chosen.emit(str(self.into.itemData(place)))


def _tone(field: Field) -> str:
    # What is ignored steps back, so that what is taken stands out.
    return "3" if field is Field.IGNORE else ""


def _shorten(cell: Text, width: int) -> None:
    whole = cell.text()
    cell.setText(cell.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, width))
    cell.setToolTip(whole if cell.text() != whole else "")
    cell.setFixedSize(width, _CELL_PX)


def _shown_words(table: RosterTable) -> str:
    rows, columns = len(table.rows), len(table.header)
    words = "1 row in the file." if rows == 1 else f"{rows:,} rows in the file, the first shown."
    if columns > _MOST_COLUMNS:
        words += f" The first {_MOST_COLUMNS} of {columns} columns."
    return words
