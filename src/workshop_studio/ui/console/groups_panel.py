"""Forms for all groups: send the room out, and begin a new round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit

from workshop_studio.ui.console.floating import FloatingPanel, minutes_in
from workshop_studio.ui.console.groups_panel_rows import GroupRow
from workshop_studio.ui.kit.basics import Text
from workshop_studio.ui.kit.marks import TeamBadge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from workshop_studio.ui.theme.theme import Theme

_HEADS = ("Group", "What it works on", "Mentor", "Place")
_TEXT_LENGTH, _NAME_LENGTH, _TITLE_LENGTH = 60, 40, 60


class SendOutPanel(FloatingPanel):
    """Emits `sent` with the minutes and the rows that have a name."""

    sent = Signal(int, object)

    def __init__(
        self, theme: Theme, rows: Sequence[GroupRow], left_min: int, over: QWidget
    ) -> None:
        super().__init__(theme, "Send out in groups", over)
        self.setObjectName("send-out")
        self._left_min = left_min
        head = QHBoxLayout()
        head.setSpacing(8)
        self.minutes = self.minutes_line("Minutes of the groups", left_min)
        self.common = self._line("One text for all", "", _TEXT_LENGTH)
        head.addWidget(self.minutes)
        head.addWidget(Text(theme, "body", "min", "2"))
        head.addWidget(self.common, 1)
        self.column.addLayout(head)
        self.column.addLayout(self._grid(rows))
        self._hint = Text(theme, "caption", "", "2").wrapped()
        self.column.addWidget(self._hint)
        self._verb = self.verbs("Send out", "users")
        self._verb.clicked.connect(self._send)
        self.minutes.textChanged.connect(self._look)
        for line in self.findChildren(QLineEdit):
            line.returnPressed.connect(self._send)
        self._look()

    def _grid(self, rows: Sequence[GroupRow]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 4)
        grid.setColumnStretch(3, 3)
        grid.setColumnStretch(4, 2)
        for column, words in enumerate(_HEADS, start=1):
            grid.addWidget(Text(self._theme, "caption", words, "2"), 0, column)
        self.lines: list[tuple[str, tuple[QLineEdit, ...]]] = []
        for place, row in enumerate(rows, start=1):
            name = self._line(f"Name of group {row.letter}", row.name, _NAME_LENGTH)
            name.textChanged.connect(self._look)
            others = (
                self._line(f"What group {row.letter} works on", row.text, _TEXT_LENGTH),
                self._line(f"Mentor of group {row.letter}", row.mentor, _NAME_LENGTH),
                self._line(f"Place of group {row.letter}", row.place, _NAME_LENGTH),
            )
            grid.addWidget(TeamBadge(self._theme, row.letter), place, 0)
            for column, line in enumerate((name, *others), start=1):
                grid.addWidget(line, place, column)
            self.lines.append((row.letter, (name, *others)))
        return grid

    def _line(self, name: str, text: str, length: int) -> QLineEdit:
        line = QLineEdit(text)
        line.setAccessibleName(name)
        line.setMaxLength(length)
        if name == "One text for all":
            line.setPlaceholderText(name)
        return line

    @property
    def rows(self) -> tuple[GroupRow, ...]:
        """Return the groups that have a name, as they stand in the form."""
        common = self.common.text().strip()
        found = []
        for letter, lines in self.lines:
            name, text, mentor, place = (line.text().strip() for line in lines)
            if name:
                found.append(GroupRow(letter, name, text or common, mentor, place))
        return tuple(found)

    @property
    def hint(self) -> str:
        """Return what it says about what was typed."""
        return self._hint.text()

    def _look(self) -> None:
        minutes, count = minutes_in(self.minutes), len(self.rows)
        more = minutes - self._left_min
        if count < 2:
            words = "Give at least two groups a name; a row without one stays away."
        elif not minutes:
            words = "Say for how many minutes."
        elif more > 0:
            words = f"{count} groups. The block takes {more} min longer."
        else:
            words = f"{count} groups. Mentor and place stay on this screen."
        self._hint.setText(words)
        self._verb.setEnabled(count >= 2 and minutes > 0)

    def _send(self) -> None:
        if self._verb.isEnabled():
            minutes, rows = minutes_in(self.minutes), self.rows
            self.close()
            self.sent.emit(minutes, rows)


class RoundPanel(FloatingPanel):
    """Emits `begun` with the minutes and the title of a new round."""

    begun = Signal(int, str)

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(theme, "New round", over)
        self.setObjectName("new-round")
        row = QHBoxLayout()
        row.setSpacing(8)
        self.minutes = self.minutes_line("Minutes of the round", 4)
        self.title = QLineEdit()
        self.title.setAccessibleName("What the room reads over the clocks")
        self.title.setPlaceholderText("What the room reads over the clocks")
        self.title.setMaxLength(_TITLE_LENGTH)
        row.addWidget(self.minutes)
        row.addWidget(Text(theme, "body", "min", "2"))
        row.addWidget(self.title, 1)
        self.column.addLayout(row)
        words = "All clocks start afresh, and groups that are back go out again."
        self.column.addWidget(Text(theme, "caption", words, "2").wrapped())
        self._verb = self.verbs("Begin the round", "repeat")
        self._verb.clicked.connect(self._begin)
        self.minutes.textChanged.connect(self._look)
        for line in (self.minutes, self.title):
            line.returnPressed.connect(self._begin)

    def _look(self) -> None:
        self._verb.setEnabled(minutes_in(self.minutes) > 0)

    def _begin(self) -> None:
        if self._verb.isEnabled():
            minutes, title = minutes_in(self.minutes), self.title.text().strip()
            self.close()
            self.begun.emit(minutes, title)
