"""The people of a cohort by name, found by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
)

from workshop_studio.ui.kit.basics import Card, Text
from workshop_studio.ui.kit.literal import tip
from workshop_studio.ui.planning.carrying import carry
from workshop_studio.ui.planning.cohort_words import SIDE_WORDS, by_name, matches, people_words
from workshop_studio.ui.planning.marks import SIDE, TEAM, MarkedRows

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from workshop_studio.domain.cohort import Cohort, Participant
    from workshop_studio.ui.theme.theme import Theme

_ID = Qt.ItemDataRole.UserRole
_ROW_PX = 37


class PeopleRows(QTableWidget):
    """Rows of people that can be dragged onto a table; Enter opens a person's menu."""

    entered = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__(0, 4)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Carry the id of the person."""
        item = self.currentItem()
        if item is not None:
            carry(self, str(item.data(_ID)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the menu with Enter, for keyboards without a menu key."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit(QPoint(-1, -1))
            return
        super().keyPressEvent(event)


class PeopleTable(Card):
    """Name, function with the mark of its side, manager, team; a menu for each person."""

    menu_wanted = Signal(str, QPoint)

    def __init__(self, theme: Theme) -> None:
        super().__init__(padding=12)
        self._theme = theme
        self._people: tuple[Participant, ...] = ()
        self.finder = QLineEdit()
        self.finder.setPlaceholderText("Find a person")
        self.finder.setAccessibleName("Find a person")
        self.finder.setClearButtonEnabled(True)
        self.finder.setFixedWidth(300)
        self._glass = QAction(self.finder)
        self.finder.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._recolour()
        theme.changed.connect(self._recolour)
        self.finder.textChanged.connect(self._filter)
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        key.activated.connect(self.finder.setFocus)
        self._count = Text(theme, "body", tone="3")
        head = QHBoxLayout()
        head.setContentsMargins(4, 4, 8, 4)
        head.addWidget(self.finder)
        head.addStretch(1)
        head.addWidget(self._count)
        self.body.addLayout(head)
        self.table = self._made_table()
        self.body.addWidget(self.table)

    def _made_table(self) -> PeopleRows:
        table = PeopleRows()
        table.setObjectName("people")
        table.setAccessibleName("People of the cohort")
        table.setHorizontalHeaderLabels(["name", "function", "manager", "team"])
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(3, 72)
        header.setHighlightSections(False)
        last = QTableWidgetItem("team")
        last.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        table.setHorizontalHeaderItem(3, last)
        table.verticalHeader().setVisible(False)
        table.verticalHeader().setDefaultSectionSize(_ROW_PX)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setItemDelegate(MarkedRows(self._theme, table, {2: "text-2"}))
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._menu)
        table.entered.connect(self._menu)
        return table

    def show_cohort(self, cohort: Cohort) -> None:
        """Show the people; the chosen one stays chosen."""
        chosen = self.chosen
        self._people = by_name(cohort)
        self.table.setRowCount(len(self._people))
        for row, one in enumerate(self._people):
            team = cohort.team_of(one.id)
            for column, text in enumerate((one.name, one.function, one.manager)):
                item = QTableWidgetItem(text)
                item.setData(_ID, one.id)
                item.setToolTip(tip(one.mail if column == 0 else text))
                if column == 1:
                    item.setData(SIDE, one.side.value)
                    spoken = f"{one.function}, {SIDE_WORDS[one.side]}"
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
                self.table.setItem(row, column, item)
            where = team.name if team else "no table yet"
            seat = QTableWidgetItem("" if team else "none")
            seat.setData(_ID, one.id)
            seat.setData(TEAM, team.letter if team else "")
            seat.setToolTip(where)
            seat.setData(Qt.ItemDataRole.AccessibleTextRole, where)
            seat.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(row, 3, seat)
            if one.id == chosen:
                self.table.setCurrentCell(row, self.table.currentColumn())
        self._filter()

    @property
    def chosen(self) -> str:
        """Return the id of the chosen person, "" for nobody."""
        item = self.table.item(self.table.currentRow(), 0) if self.table.rowCount() else None
        return str(item.data(_ID)) if item is not None else ""

    def choose(self, participant_id: str) -> None:
        """Choose somebody, whatever was typed into the finder."""
        self.finder.clear()
        for row, one in enumerate(self._people):
            if one.id == participant_id:
                self.table.setCurrentCell(row, 0)
                self.table.setFocus()

    def names(self) -> list[str]:
        """Return the names that are shown, from the top."""
        rows = range(self.table.rowCount())
        return [self._people[row].name for row in rows if not self.table.isRowHidden(row)]

    def _filter(self) -> None:
        typed = self.finder.text()
        found = 0
        for row, one in enumerate(self._people):
            is_found = matches(one, typed)
            found += is_found
            self.table.setRowHidden(row, not is_found)
        everybody = people_words(len(self._people))
        self._count.setText(f"{found} of {everybody}" if typed.strip() else everybody)

    def _menu(self, at: QPoint) -> None:
        item = self.table.itemAt(at) or self.table.currentItem()
        if item is not None:
            if self.table.itemAt(at) is not item:
                at = self.table.visualItemRect(item).center()
            self.table.setCurrentCell(item.row(), item.column())
            self.menu_wanted.emit(item.data(_ID), self.table.viewport().mapToGlobal(at))

    def _recolour(self) -> None:
        colour = self._theme.colour("text-3")
        self._glass.setIcon(QIcon(self._theme.pixmap("search", colour, 16, 2.0)))
