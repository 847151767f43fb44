"""A small panel at the foot of the agenda for what needs typing: a new block, minutes, a push."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from workshop_studio.domain.agenda import BlockKind
from workshop_studio.ui.kit.basics import Button, Text
from workshop_studio.ui.kit.choices import Choice

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from workshop_studio.domain.console_rows import AgendaRow
    from workshop_studio.ui.theme.theme import Theme

MOST_MINUTES = 600


class _Panel(QWidget):
    """Closes with Escape, which ends nothing."""

    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 10, 14, 10)
        self.column.setSpacing(8)
        self.hide()

    def minutes_line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setValidator(QIntValidator(0, MOST_MINUTES, line))
        line.setAccessibleName(name)
        line.setFixedWidth(64)
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
        return line

    def close_panel(self) -> None:
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
            return
        super().keyPressEvent(event)


class AddPanel(_Panel):
    """A block on the fly. Emits `added` with title, minutes, kind and the block it goes before."""

    added = Signal(str, str, object, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setObjectName("add-block")
        self.column.addWidget(Text(theme, "body-strong", "Add a block"))
        self.title = QLineEdit()
        self.title.setPlaceholderText("What it is called")
        self.title.setAccessibleName("Title of the new block")
        self.column.addWidget(self.title)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.minutes = self.minutes_line("Minutes of the new block")
        self.kind = Choice(theme, "Kind of the new block")
        for kind in BlockKind:
            self.kind.addItem(kind.value.capitalize(), kind.value)
        row.addWidget(self.minutes)
        row.addWidget(Text(theme, "body", "min", "2"))
        row.addWidget(self.kind, 1)
        self.column.addLayout(row)
        self.where = Choice(theme, "Where the new block goes")
        self.where.setMinimumContentsLength(12)
        self.where.setSizeAdjustPolicy(
            Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.column.addWidget(self.where)
        acts = QHBoxLayout()
        self.add = Button(theme, "Add it", size="compact", icon="plus")
        self.cancel = Button(theme, "Cancel", "text", size="compact", hint="Esc")
        self.add.clicked.connect(self._add)
        self.cancel.clicked.connect(self.close_panel)
        for line in (self.title, self.minutes):
            line.returnPressed.connect(self._add)
        acts.addStretch(1)
        acts.addWidget(self.cancel)
        acts.addWidget(self.add)
        self.column.addLayout(acts)

    def open(self, places: tuple[tuple[str, str], ...]) -> None:
        """Ask for a new block; places: the block it goes before, and words."""
        self.title.clear()
        self.minutes.setText("10")
        self.kind.setCurrentIndex(self.kind.findData(BlockKind.ACTIVITY.value))
        self.where.clear()
        for before_id, words in places:
            self.where.addItem(words, before_id)
        self.show()
        self.title.setFocus()

    def _add(self) -> None:
        kind = BlockKind(self.kind.currentData())
        self.added.emit(
            self.title.text(), self.minutes.text(), kind, self.where.currentData() or ""
        )
        if self.title.text().strip() and self.minutes.text().strip("0 "):
            self.close_panel()


class MinutesPanel(_Panel):
    """Minutes for one block: its new length, or by how much it is pushed."""

    length_typed = Signal(str, str)
    pushed = Signal(str, str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setObjectName("minutes-panel")
        self._block_id = ""
        self._is_push = False
        self.head = Text(theme, "body-strong").wrapped()
        self.column.addWidget(self.head)
        row = QHBoxLayout()
        row.setSpacing(6)
        self.minutes = self.minutes_line("Minutes")
        self.minutes.returnPressed.connect(self._enter)
        row.addWidget(self.minutes)
        row.addWidget(Text(theme, "body", "min", "2"))
        row.addStretch(1)
        self.set = Button(theme, "Set", size="compact")
        self.one = Button(theme, "Only this", size="compact")
        self.rest = Button(theme, "This and later", size="compact")
        self.set.clicked.connect(self._set)
        self.one.clicked.connect(self._push_one)
        self.rest.clicked.connect(self._push_rest)
        self.cancel = Button(theme, "", "text", "x", "compact", hint="Esc")
        self.cancel.setAccessibleName("Cancel")
        self.cancel.setToolTip("Cancel  (Esc)")
        self.cancel.clicked.connect(self.close_panel)
        row.addWidget(self.set)
        row.addWidget(self.cancel)
        self.column.addLayout(row)
        # Below the minutes: beside them the narrow agenda would cut their words.
        pushes = QHBoxLayout()
        pushes.setSpacing(6)
        pushes.addStretch(1)
        pushes.addWidget(self.one)
        pushes.addWidget(self.rest)
        self.column.addLayout(pushes)

    def ask_length(self, row: AgendaRow, typed: str = "") -> None:
        """Ask how long a block shall be."""
        self._open(row, f"{row.title}: how many minutes?", typed or str(row.minutes))
        if not typed:
            self.minutes.selectAll()

    def ask_push(self, row: AgendaRow, *, is_alone: bool) -> None:
        """Ask by how much a block is pushed; is_alone: it can be pushed without the later ones."""
        self._open(row, f"Push {row.title} by", "5", is_push=True)
        self.one.setVisible(is_alone)
        self.minutes.selectAll()

    def _open(self, row: AgendaRow, head: str, minutes: str, *, is_push: bool = False) -> None:
        self._block_id, self._is_push = row.block_id, is_push
        self.head.setText(head)
        self.minutes.setText(minutes)
        self.set.setVisible(not is_push)
        self.one.setVisible(is_push)
        self.rest.setVisible(is_push)
        self.show()
        self.minutes.setFocus()

    def _enter(self) -> None:
        if not self._is_push:
            self._set()
        elif self.one.isHidden():
            self._push_rest()
        else:
            self._push_one()

    def _set(self) -> None:
        self.length_typed.emit(self._block_id, self.minutes.text())
        self.close_panel()

    def _push_one(self) -> None:
        self._push(is_rest=False)

    def _push_rest(self) -> None:
        self._push(is_rest=True)

    def _push(self, *, is_rest: bool) -> None:
        self.pushed.emit(self._block_id, self.minutes.text(), is_rest)
        self.close_panel()
