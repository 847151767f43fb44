"""All answers of the card on one page, to read together before it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from workshop_studio.domain.capstone import FIELDS, Section
from workshop_studio.ui.capstone.answers import OPEN, breakable, in_words
from workshop_studio.ui.kit.basics import Button, Card, Rule, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workshop_studio.domain.capstone import Answer
    from workshop_studio.ui.theme.theme import Theme

# As on paper: what it is and does at the left, what is promised and watched at the right.
_COLUMNS = ((Section.PURPOSE, Section.DATA), (Section.CHOICE, Section.WATCHING, Section.OPEN))


class WholeCard(QWidget):
    """Reads like the printed card; nothing can be changed here."""

    back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(48, 24, 48, 24)
        outer.setSpacing(16)
        top = QHBoxLayout()
        self._title = Text(theme, "title", group="station").wrapped()
        self.leave = Button(theme, "Back to writing", "primary", "pencil", "station")
        self.leave.setObjectName("back-to-writing")
        self.leave.clicked.connect(self.back)
        top.addWidget(self._title, 1)
        top.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(top)
        self._owner = Text(theme, "help", tone="2", group="station").wrapped()
        outer.addWidget(self._owner)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        page = Card(padding=32)
        columns = QHBoxLayout()
        columns.setSpacing(48)
        self._answers: dict[str, Text] = {}
        for sections in _COLUMNS:
            columns.addWidget(self._column(theme, sections), 1)
        page.body.addLayout(columns)
        scroll.setWidget(page)
        outer.addWidget(scroll, 1)

    def _column(self, theme: Theme, sections: tuple[Section, ...]) -> QWidget:
        holder = QWidget()
        # Both columns are equally wide, whatever stands in them.
        holder.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for section in sections:
            head = Text(theme, "title", section.value)
            head.setContentsMargins(0, 12, 0, 4)
            column.addWidget(head)
            for field in FIELDS:
                if field.section is section:
                    if field.label != section.value:
                        label = Text(theme, "body-strong", field.label).wrapped()
                        label.setContentsMargins(0, 6, 0, 0)
                        column.addWidget(label)
                    answer = Text(theme, "lead").wrapped()
                    self._answers[field.key] = answer
                    column.addWidget(answer)
                    column.addWidget(Rule())
        column.addStretch(1)
        return holder

    def show_card(self, title: str, owner: str, answers: Mapping[str, Answer]) -> None:
        """Show what stands in the fields."""
        self._title.setText(breakable(title.strip()) or "A product without a name yet")
        self._owner.setText(f"Owner: {breakable(owner.strip()) or 'open'}")
        for field in FIELDS:
            words = in_words(answers[field.key], is_rows=field.is_rows)
            self._answers[field.key].setText(breakable(words))
            self._answers[field.key].set_tone("3" if words == OPEN else "")

    def blank(self) -> None:
        """Forget the card that was shown."""
        self._title.setText("")
        self._owner.setText("")
        for answer in self._answers.values():
            answer.setText("")

    def text(self, key: str) -> str:
        """Return what is shown for a field."""
        return self._answers[key].text()
