"""A roster before anything is taken from it: columns with their meanings, and what would happen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from workshop_studio.ui.kit.basics import Button, Card, Text
from workshop_studio.ui.kit.choices import Choice
from workshop_studio.ui.planning.roster_columns import ColumnsCard
from workshop_studio.ui.planning.roster_presenter import NEW_COHORT
from workshop_studio.ui.planning.roster_problems import ProblemsCard
from workshop_studio.ui.planning.title import Title

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from workshop_studio.ui.planning.roster_presenter import RosterPreview
    from workshop_studio.ui.theme.theme import Theme


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
        self.columns = ColumnsCard(theme)
        self.columns.field_chosen.connect(self.field_chosen)
        self.columns.header_chosen.connect(self.header_chosen)
        self.problems = ProblemsCard(theme)
        self._targets: tuple[tuple[str, str], ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._header())
        column.addWidget(self.columns, 1)
        below = QHBoxLayout()
        below.setSpacing(16)
        taking = self._taking_card()
        below.addWidget(taking)
        below.addWidget(self.problems, 1)
        column.addLayout(below, 1)
        self.regions: tuple[QWidget, ...] = (self.columns, taking, self.problems)

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

    # --- what is shown ---------------------------------------------------------------------------

    def show_reading(self, file: str) -> None:
        """Say that a file is being read; it may take a moment."""
        self._title.setText(f"Reading {file}")
        self._how.setText("")
        self._why_not.setText("")
        self.take.setEnabled(False)
        self.take.setText("Take people")
        self.columns.clear()
        self.problems.show_problems("", ())
        for text in (self._count, self._counts, self._hints):
            text.setText("")
        for widget in (self._into_words, self.into, self._name_words, self.name):
            widget.hide()
        self.back.setFocus()

    def show_preview(self, preview: RosterPreview) -> None:
        """Show what would be taken."""
        wish = preview.wish
        self._title.setText(f"Read {wish.file}")
        self._how.setText(preview.how)
        self.columns.show_preview(preview)
        self.problems.show_problems(preview.problem_title, preview.read.problems)
        self._count.setText(preview.verb.replace("Take ", "") + " to take")
        self._counts.setText(preview.counts)
        self._hints.setText("\n\n".join(preview.hints))
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
    def counts(self) -> str:
        """Return how many would be taken and what they would be."""
        return f"{self._count.text()}. {self._counts.text()}"

    @property
    def hints(self) -> str:
        """Return what to know before taking them."""
        return self._hints.text()

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

    def _target_activated(self, place: int) -> None:
        self.target_chosen.emit(str(self.into.itemData(place)))
