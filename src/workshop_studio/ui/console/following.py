"""What comes next, with what to say and what to have ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from workshop_studio.ui.kit.basics import Card, Rule, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from workshop_studio.domain.console import ConsoleReading
    from workshop_studio.domain.console_rows import NextRow
    from workshop_studio.ui.theme.theme import Theme


class _NextEntry(QWidget):
    """One coming block."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, 42)
        grid.setColumnStretch(1, 1)
        self._at = Text(theme, "body-strong").numeric().wrapped()
        self.title = Text(theme, "body-strong").wrapped()
        self._note = Text(theme, "body", tone="2").wrapped()
        grid.addWidget(self._at, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.title, 0, 1)
        grid.addWidget(self._note, 1, 1)

    def show_row(self, row: NextRow) -> None:
        """Show a coming block."""
        self._at.setText(row.at)
        self.title.setText(row.title)
        self._note.setText(row.note)
        self.show_note(is_shown=True)

    def show_note(self, *, is_shown: bool) -> None:
        """Show or leave out what to say."""
        self._note.setVisible(is_shown and bool(self._note.text()))


class NextCard(Card):
    """The next two blocks."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(spacing=6)
        self._is_fitting = False
        # Its height is what the page leaves, never what it would like to say.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.body.addWidget(Text(theme, "section", "Next"))
        self._entries = [_NextEntry(theme), _NextEntry(theme)]
        self._rule = Rule()
        self._nothing = Text(theme, "body", "Nothing follows.", "2")
        self.body.addWidget(self._entries[0])
        self.body.addWidget(self._rule)
        self.body.addWidget(self._entries[1])
        self.body.addWidget(self._nothing)
        self.body.addSpacing(6)
        self._ready_head = Text(theme, "caption", "To have ready", "2")
        self._materials = Text(theme, "body").wrapped()
        self.body.addWidget(self._ready_head)
        self.body.addWidget(self._materials)
        self.body.addStretch(1)

    def show_reading(self, reading: ConsoleReading) -> None:
        """Show what follows the running block."""
        rows = reading.next_rows
        for place, entry in enumerate(self._entries):
            entry.setVisible(place < len(rows))
            if place < len(rows):
                entry.show_row(rows[place])
        self._rule.setVisible(len(rows) > 1)
        self._nothing.setVisible(not rows)
        materials = rows[0].materials if rows else ()
        self._ready_head.setVisible(bool(materials))
        self._materials.setText("\n".join(f"–  {one}" for one in materials))
        self._give_way()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is less room."""
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        """Leave out whole parts, the least needed first, rather than cut a line."""
        if self._is_fitting:
            # To show a part lays the page out at once, and that may end here again.
            return
        self._is_fitting = True
        self._fit()
        self._is_fitting = False

    def _fit(self) -> None:
        has_materials = bool(self._materials.text())
        for shown in range(3, -1, -1):
            for part in (self._ready_head, self._materials):
                part.setVisible(has_materials and shown == 3)
            self._entries[1].show_note(is_shown=shown >= 2)
            self._entries[0].show_note(is_shown=shown >= 1)
            if self.body.totalHeightForWidth(self.width()) <= self.height():
                return
