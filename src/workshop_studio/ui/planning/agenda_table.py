"""The blocks of a session as a table; minutes are edited in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from workshop_studio.domain.projection import planned_times
from workshop_studio.domain.staging import wall_clock
from workshop_studio.ui.kit.literal import tip
from workshop_studio.ui.planning.agenda_words import LATE_WORDS, exercise_words, grouping_words
from workshop_studio.ui.planning.marks import ICON, KIND, Index, MarkedRows

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from workshop_studio.domain.agenda import Block
    from workshop_studio.domain.session import PlannedSession
    from workshop_studio.ui.theme.theme import Theme

_MINUTES, _LATE = 3, 6
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_HEADERS = ("starts", "block", "who with", "min", "never under", "exercise", "if we run late")
_TONES = {2: "text-2", 4: "text-2", 5: "text-2", 6: "text-2"}
_WIDTHS = {0: 68, 2: 136, 3: 72, 4: 100, 5: 108, 6: 112}


class AgendaRows(MarkedRows):
    """Rows whose minutes become a field; what was typed is announced, not written."""

    typed = Signal(int, str)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a field with the minutes."""
        field = QLineEdit(parent)
        field.setAlignment(_RIGHT)
        field.setAccessibleName("Minutes")
        return field

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Place the field inside the row's lines."""
        editor.setGeometry(option.rect.adjusted(2, 3, -2, -4))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Announce what was typed; the table is filled from what was saved."""
        if isinstance(editor, QLineEdit) and editor.text().strip() != str(index.data()):
            self.typed.emit(index.row(), editor.text())


class AgendaTable(QTableWidget):
    """Shows blocks; Enter, a double click or a digit edits the minutes of the chosen one."""

    chosen = Signal(str)
    typed = Signal(str, str)
    fixed_pressed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(0, len(_HEADERS))
        self._theme = theme
        self._blocks: tuple[Block, ...] = ()
        self._waiting: PlannedSession | None = None
        self.setObjectName("agenda")
        self.setAccessibleName("Blocks of the session")
        self.setHorizontalHeaderLabels(list(_HEADERS))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
            if column in {_MINUTES, 4}:
                name = QTableWidgetItem(_HEADERS[column])
                name.setTextAlignment(_RIGHT)
                self.setHorizontalHeaderItem(column, name)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(44)
        self.verticalHeader().setMinimumSectionSize(40)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        rows = AgendaRows(theme, self, _TONES, strong=(0, 1))
        rows.typed.connect(self._typed)
        self.setItemDelegate(rows)
        self.currentCellChanged.connect(self._moved)

    def show_session(self, session: PlannedSession) -> None:
        """Show the blocks of a session; the chosen row stays chosen.

        While minutes are being typed it waits: what comes from elsewhere must not take them away.
        """
        if self.state() is QAbstractItemView.State.EditingState:
            self._waiting = session
            return
        self._waiting = None
        self._blocks = session.agenda.blocks
        row = max(0, self.currentRow())
        self.setRowCount(len(self._blocks))
        times = planned_times(session.agenda, session.start_utc)
        for place, (block, (start, _)) in enumerate(zip(self._blocks, times, strict=True)):
            self._fill(place, block, wall_clock(start, session.zone))
        if self._blocks:
            self.setCurrentCell(min(row, len(self._blocks) - 1), max(0, self.currentColumn()))

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Show what came in while minutes were typed."""
        super().closeEditor(editor, hint)
        if self._waiting is not None:
            self.show_session(self._waiting)

    def choose(self, block_id: str) -> None:
        """Choose a block."""
        for row, block in enumerate(self._blocks):
            if block.id == block_id:
                self.setCurrentCell(row, max(0, self.currentColumn()))

    def edit_minutes(self) -> None:
        """Open the field of the chosen block, or say that its steps decide."""
        row = self.currentRow()
        if not 0 <= row < len(self._blocks):
            return
        if self._blocks[row].steps:
            self.fixed_pressed.emit(self._blocks[row].title)
            return
        self.setCurrentCell(row, _MINUTES)
        item = self.item(row, _MINUTES)
        if item is not None:
            self.editItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit with Enter, F2 or the first digit of the new minutes."""
        is_editing = self.state() is QAbstractItemView.State.EditingState
        is_digit = event.text().isdigit()
        if not is_editing and (event.key() in _ENTER or event.key() == Qt.Key.Key_F2 or is_digit):
            self.edit_minutes()
            field = self.indexWidget(self.currentIndex())
            if is_digit and isinstance(field, QLineEdit):
                field.setText(event.text())
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the minutes of the row that was clicked."""
        if self.itemAt(event.position().toPoint()) is not None:
            self.edit_minutes()

    def _fill(self, row: int, block: Block, starts: str) -> None:
        late = "protected" if block.is_protected else LATE_WORDS[block.when_late]
        texts = (
            starts,
            block.title,
            grouping_words(block),
            f"{block.planned_s / 60:g}",
            f"{block.minimum_s / 60:g}",
            exercise_words(block),
            late,
        )
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            if column in {0, _MINUTES, 4}:
                item.setFont(
                    self._theme.figures(
                        self._theme.font("body-strong" if column == _MINUTES else "body")
                    )
                )
            if column in {_MINUTES, 4}:
                item.setTextAlignment(_RIGHT)
            if column == 1:
                item.setData(KIND, block.kind.value)
                item.setToolTip(tip(f"{block.title}, {block.kind.value}"))
                spoken = f"{block.title}, {block.kind.value}"
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            elif column == _MINUTES and block.steps:
                item.setToolTip("Its steps add up to these minutes.")
            elif column == _LATE and block.is_protected:
                item.setData(ICON, "lock")
            self.setItem(row, column, item)

    def _typed(self, row: int, text: str) -> None:
        self.typed.emit(self._blocks[row].id, text)

    def _moved(self, row: int) -> None:
        if 0 <= row < len(self._blocks):
            self.chosen.emit(self._blocks[row].id)
