"""The first rows of a roster, and over each column what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QWidget

from workshop_studio.domain.roster import Field
from workshop_studio.ui.kit.basics import Card, Rule, Text
from workshop_studio.ui.kit.choices import Choice
from workshop_studio.ui.kit.literal import tip
from workshop_studio.ui.planning.roster_presenter import header_words

if TYPE_CHECKING:
    from workshop_studio.domain.roster import RosterTable
    from workshop_studio.ui.planning.roster_presenter import RosterPreview
    from workshop_studio.ui.theme.theme import Theme

_MEANINGS = (
    Field.NAME, Field.GIVEN_NAME, Field.FAMILY_NAME, Field.MAIL, Field.FUNCTION, Field.MANAGER,
    Field.IGNORE,
)  # fmt: skip
_MOST_COLUMNS = 40
FEWEST_ROWS, SHOWN_ROWS = 7, 12
_LEAST_PX, _MOST_PX, _CELL_PX = 128, 200, 30


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


class ColumnsCard(Card):
    """Shows a table under a plan and passes on what is chosen."""

    field_chosen = Signal(int, object)
    header_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(padding=16)
        self._theme = theme
        self._table: RosterTable | None = None
        self._choices: list[ColumnChoice] = []
        self._cells: list[list[Text]] = []
        self._lead = Text(theme, "body", tone="2")
        self.header = Choice(theme, "Header of the file")
        self.header.activated.connect(self._header_activated)
        self._note = Text(theme, "body-strong")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.header)
        head.addWidget(self._lead)
        head.addStretch(1)
        head.addWidget(self._note)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head_px = 36 + _CELL_PX + 1 + 8
        self._scroll.setMinimumHeight(head_px + FEWEST_ROWS * (_CELL_PX + 1))
        self._scroll.setMaximumHeight(head_px + SHOWN_ROWS * (_CELL_PX + 1))
        self.body.addLayout(head)
        self.body.addWidget(self._scroll)

    def clear(self) -> None:
        """Show nothing while a file is being read."""
        self._show_table(None)
        self._lead.setText("")
        self._note.setText("")
        self.header.hide()

    def show_preview(self, preview: RosterPreview) -> None:
        """Show the first rows and what each column means."""
        wish = preview.wish
        self._lead.setText(f"What each column means. {_shown_words(wish.table)}")
        self._note.setText(wish.note)
        self._show_header(preview)
        if wish.table is not self._table:
            self._show_table(wish.table, wish.plan)
        for choice, cells, field in zip(self._choices, self._cells, wish.plan, strict=False):
            choice.show_field(field)
            for cell in cells:
                cell.set_tone(_tone(field))

    @property
    def note(self) -> str:
        """Return what the last choice did to another column."""
        return self._note.text()

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

    def _show_table(self, table: RosterTable | None, plan: tuple[Field, ...] = ()) -> None:
        self._table = table
        self._choices, self._cells = [], []
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        if table is not None:
            shown = min(len(table.header), _MOST_COLUMNS)
            for column in range(shown):
                self._fill_column(grid, table, column, _tone(plan[column]))
            for row in range(min(SHOWN_ROWS, len(table.rows))):
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


def _tone(field: Field) -> str:
    # What is ignored steps back, so that what is taken stands out.
    return "3" if field is Field.IGNORE else ""


def _shorten(cell: Text, width: int) -> None:
    whole = cell.text()
    cell.setText(cell.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, width))
    cell.setToolTip(tip(whole) if cell.text() != whole else "")
    cell.setFixedSize(width, _CELL_PX)


def _shown_words(table: RosterTable) -> str:
    rows, columns = len(table.rows), len(table.header)
    words = "1 row in the file." if rows == 1 else f"{rows:,} rows in the file, the first shown."
    if columns > _MOST_COLUMNS:
        words += f" The first {_MOST_COLUMNS} of {columns} columns."
    return words
