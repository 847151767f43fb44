"""Who wants to write: a field to find one's own name, and the names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from workshop_studio.ui.journal.middle import middle_column
from workshop_studio.ui.kit.basics import Button, Card, Text

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from workshop_studio.domain.journal import Writer
    from workshop_studio.ui.theme.theme import Theme

_ROW_PX = 44
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class NamesPage(QWidget):
    """Names only, nothing else about anybody. Emits the id of the chosen one."""

    typed = Signal(str)
    chosen = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column: QVBoxLayout = middle_column(self)
        column.addWidget(Text(theme, "title", "Find your name.", group="station"))
        column.addSpacing(4)
        column.addWidget(
            Text(
                theme,
                "help",
                "Type the first letters, then press Enter, or click on your name.",
                "2",
                "station",
            ).wrapped()
        )
        column.addSpacing(16)
        self.search = QLineEdit()
        self.search.setObjectName("find-name")
        self.search.setAccessibleName("Find your name")
        self.search.setFont(theme.font("body", "station"))
        self.search.setProperty("measure", "station")
        self.search.textChanged.connect(self.typed)
        self.search.returnPressed.connect(self._enter)
        self.search.installEventFilter(self)
        column.addWidget(self.search)
        column.addSpacing(12)
        holder = Card(padding=12)
        self.list = QListWidget()
        self.list.setObjectName("names")
        self.list.setAccessibleName("Names")
        self.list.setFont(theme.font("body", "station"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        holder.body.addWidget(self.list)
        self._nobody = Text(theme, "help", tone="2", group="station").wrapped()
        holder.body.addWidget(self._nobody)
        column.addWidget(holder, 1)
        column.addSpacing(12)
        self.back = Button(theme, "Back", "text", "arrow-left", "station")
        self.back.setObjectName("leave-names")
        self.back.clicked.connect(self.left)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)

    def show_names(self, writers: tuple[Writer, ...]) -> None:
        """Show these names; the first of them is what Enter chooses."""
        self.list.clear()
        for writer in writers:
            item = QListWidgetItem(writer.name)
            item.setSizeHint(QSize(0, _ROW_PX))
            item.setData(Qt.ItemDataRole.UserRole, writer.id)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(writers))
        self._nobody.setVisible(not writers)
        self._nobody.setText(
            "Nobody here has these letters. Your facilitator can add you to the list."
            if self.search.text().strip()
            else "There are no names yet. Your facilitator adds them from the roster."
        )

    def blank(self) -> None:
        """Forget what was looked for."""
        with QSignalBlocker(self.search):
            self.search.setText("")
        self.list.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move through the names while the field keeps the focus."""
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _MOVES
        ):
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _enter(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._choose(item)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
