"""How it went: planned against actual with the reasons, once the session has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from workshop_studio.domain.debrief import debrief, ended_run
from workshop_studio.ui.kit.basics import Card, Rule, Text

if TYPE_CHECKING:
    from workshop_studio.domain.debrief import Debrief, DebriefRow
    from workshop_studio.domain.run_log import LogEntry
    from workshop_studio.domain.session import PlannedSession
    from workshop_studio.ui.theme.theme import Theme

_HEADS = ("", "planned", "was", "min", "why")
# The table below has all of them; these are the ones to talk about.
_MOST_CAUSES = 4
_NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class DebriefCard(Card):
    """Shows one ended session; everything stays with the session and can be read in Plan later."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(spacing=10)
        self.setObjectName("debrief")
        self._theme = theme
        self._shown: Debrief | None = None
        self._headline = Text(theme, "title").wrapped()
        self._causes = Text(theme, "body", tone="2").wrapped()
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 10, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(4, 2)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._causes)
        column.addSpacing(8)
        column.addWidget(self._rows)
        column.addStretch(1)
        scroll.setWidget(inside)
        self.body.addWidget(Text(theme, "section", "How it went"))
        self.body.addWidget(self._headline)
        self.body.addWidget(scroll, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        """Return everything that it says, row by row."""
        if self._shown is None:
            return ()
        return (self._headline.text(), self._causes.text(), *map(_row_text, self._shown.rows))

    def show_run(self, session: PlannedSession | None, log: tuple[LogEntry, ...]) -> None:
        """Show how the run went, or hide while it has not ended."""
        run = None if session is None else ended_run(session, log)
        seen = None if run is None else debrief(run)
        self.setVisible(seen is not None)
        if seen is None or seen == self._shown:
            return
        self._shown = seen
        self._headline.setText(seen.headline[:1].upper() + seen.headline[1:])
        causes = "\n".join(seen.causes[:_MOST_CAUSES])
        self._causes.setText(causes or "Everything took as long as planned.")
        self._fill(seen)

    def _fill(self, seen: Debrief) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                # Hidden at once: until it is deleted it would be seen through what replaces it.
                widget.hide()
                widget.deleteLater()
        for column, words in enumerate(_HEADS):
            side = _NUMBERS if 0 < column < 4 else Qt.AlignmentFlag.AlignLeft
            self._grid.addWidget(Text(self._theme, "caption", words, "3"), 0, column, side)
        for place, row in enumerate(seen.rows):
            self._add_row(2 * place + 1, row)

    def _add_row(self, at: int, row: DebriefRow) -> None:
        tone = "3" if row.actual == "skipped" else ""
        title = Text(self._theme, "body", row.title, tone).wrapped()
        self._grid.addWidget(Rule(), at, 0, 1, 5)
        self._grid.addWidget(title, at + 1, 0)
        role = "body-strong" if row.is_longer else "body"
        for column, words, look in (
            (1, row.planned, "body"),
            (2, row.actual, "body"),
            (3, row.difference, role),
        ):
            number = Text(self._theme, look, words, tone).numeric()
            self._grid.addWidget(number, at + 1, column, _NUMBERS)
        why = ", ".join(dict.fromkeys(row.reasons))
        self._grid.addWidget(Text(self._theme, "body", why, "2").wrapped(), at + 1, 4)


def _row_text(row: DebriefRow) -> str:
    parts = (row.title, row.planned, row.actual, row.difference, *row.reasons)
    return " ".join(part for part in parts if part)
