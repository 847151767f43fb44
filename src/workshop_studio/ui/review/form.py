"""The feedback form: criteria, strengths, a question, the next step. Every part saves itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workshop_studio.domain.capstone import visible_length
from workshop_studio.domain.feedback import (
    COMMENT_BOUND,
    CRITERIA,
    QUESTION_BOUND,
    STEP_BOUND,
    STRENGTH_BOUND,
    Level,
    Rating,
)
from workshop_studio.ui.kit.basics import Card, Rule, Text
from workshop_studio.ui.kit.fields import LengthCount
from workshop_studio.ui.kit.lines import QuietLine
from workshop_studio.ui.kit.segmented import SegmentedChoice

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from workshop_studio.domain.feedback import Criterion, Feedback
    from workshop_studio.ui.theme.theme import Theme

_ASIDE = 20


def _section(padding: int = 12) -> tuple[QWidget, QVBoxLayout]:
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.setContentsMargins(_ASIDE, padding, _ASIDE, padding)
    column.setSpacing(8)
    return widget, column


class CountedLine(QWidget):
    """A line that saves itself, with its live length below while somebody writes in it."""

    settled = Signal()

    def __init__(self, theme: Theme, name: str, bound: int, hint: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.line = QuietLine(name, hint)
        self.count = LengthCount(theme, bound)
        column.addWidget(self.line)
        column.addWidget(self.count)
        self.line.textChanged.connect(self._count)
        self.line.settled.connect(self.settled)
        self._count("")

    def fill(self, text: str) -> None:
        """Show a stored text."""
        self.line.fill(text)

    def _count(self, text: str) -> None:
        self.count.show_length(visible_length(text))
        self.count.setVisible(bool(text))


class CriterionRow(QWidget):
    """One criterion: five levels, what the chosen one means, a comment."""

    edited = Signal(str, object)

    def __init__(self, theme: Theme, criterion: Criterion) -> None:
        super().__init__()
        self._criterion = criterion
        column = QVBoxLayout(self)
        column.setContentsMargins(_ASIDE, 12, _ASIDE, 12)
        column.setSpacing(8)
        column.addWidget(Text(theme, "section", criterion.label))
        self.levels = SegmentedChoice(
            theme,
            [(level.name, level.value) for level in Level],
            name=f"Level of {criterion.label}",
            is_apart=True,
        )
        column.addWidget(self.levels)
        self.sees = Text(theme, "body", tone="2").wrapped()
        column.addWidget(self.sees)
        self.comment = CountedLine(
            theme, f"Comment on {criterion.label}", COMMENT_BOUND, "One sentence, if it helps"
        )
        column.addWidget(self.comment)
        self.levels.chosen.connect(self._chosen)
        self.comment.settled.connect(self._changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the levels equal room where there is enough, else room by their words."""
        super().resizeEvent(event)
        row = self.levels.layout()
        hints = [segment.sizeHint().width() for segment in self.levels.segments()]
        is_even = event.size().width() >= len(hints) * (max(hints) + 8)
        if isinstance(row, QHBoxLayout):
            for place, hint in enumerate(hints):
                row.setStretch(place, 1 if is_even else hint)

    def show_rating(self, rating: Rating) -> None:
        """Show a stored rating."""
        self.levels.choose(rating.level.name if rating.level else "")
        self.comment.fill(rating.comment)
        self._explain()

    def _explain(self) -> None:
        key = self.levels.value
        self.sees.setText(self._criterion.cell(Level[key]).sees if key else "Not rated yet.")

    def _chosen(self, _: str) -> None:
        self._changed()

    def _changed(self) -> None:
        self._explain()
        key = self.levels.value
        rating = Rating(
            self._criterion.key, Level[key] if key else None, self.comment.line.text().strip()
        )
        self.edited.emit(self._criterion.key, rating)


class FeedbackForm(Card):
    """Emits `edited` with the key of a part and its value: a Rating or a text."""

    edited = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(padding=4, spacing=0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        scroll.setWidget(inner)
        self.body.setContentsMargins(0, 4, 0, 4)
        self.body.addWidget(scroll)
        self.rows = {c.key: CriterionRow(theme, c) for c in CRITERIA}
        for row in self.rows.values():
            row.edited.connect(self.edited)
            self._column.addWidget(row)
            self._column.addWidget(Rule())
        self._add_texts(theme)
        self._column.addStretch(1)

    def _add_texts(self, theme: Theme) -> None:
        self.strengths = (
            CountedLine(theme, "Strength", STRENGTH_BOUND, "What should stay as it is?"),
            CountedLine(theme, "Second strength", STRENGTH_BOUND, "A second one, if there is one"),
        )
        column = self._head(theme, "Strength", "up to two")
        for one in self.strengths:
            one.settled.connect(self._strengths_changed)
            column.addWidget(one)
        self._column.addWidget(Rule())
        self.question = CountedLine(
            theme, "One question", QUESTION_BOUND, "What would you like to hear from the team?"
        )
        self.question.settled.connect(self._question_changed)
        self._head(theme, "One question", "").addWidget(self.question)
        self._column.addWidget(Rule())
        self.step = CountedLine(theme, "Next step", STEP_BOUND, "What to do first")
        self.owner = QuietLine("Owner of the next step", "Owner")
        self.date = QuietLine("Date of the next step", "Date")
        self.step.settled.connect(self._step_changed)
        self.owner.settled.connect(self._owner_changed)
        self.date.settled.connect(self._date_changed)
        column = self._head(theme, "Next step", "owner and date")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.step.line, 4)
        row.addWidget(self.owner, 2)
        row.addWidget(self.date, 2)
        column.addLayout(row)
        column.addWidget(self.step.count)

    def _head(self, theme: Theme, words: str, aside: str) -> QVBoxLayout:
        widget, column = _section()
        head = QHBoxLayout()
        head.addWidget(Text(theme, "section", words), 1)
        head.addWidget(Text(theme, "body", aside, "3"))
        column.addLayout(head)
        self._column.addWidget(widget)
        return column

    def show_feedback(self, feedback: Feedback) -> None:
        """Show stored feedback."""
        for key, row in self.rows.items():
            row.show_rating(feedback.rating(key))
        first, second, *_ = (*feedback.strengths, "", "")
        self.strengths[0].fill(first)
        self.strengths[1].fill(second)
        self.question.fill(feedback.question)
        self.step.fill(feedback.next_step)
        self.owner.fill(feedback.next_owner)
        self.date.fill(feedback.next_date)

    def flush(self) -> None:
        """Say now what has not settled yet."""
        lines = [row.comment.line for row in self.rows.values()]
        lines += [one.line for one in (*self.strengths, self.question, self.step)]
        for line in (*lines, self.owner, self.date):
            line.flush()

    def _strengths_changed(self) -> None:
        said = [one.line.text().strip() for one in self.strengths]
        self.edited.emit("strength", "\n".join(text for text in said if text))

    def _question_changed(self) -> None:
        self.edited.emit("question", self.question.line.text().strip())

    def _step_changed(self) -> None:
        self.edited.emit("next_step", self.step.line.text().strip())

    def _owner_changed(self) -> None:
        self.edited.emit("next_owner", self.owner.text().strip())

    def _date_changed(self) -> None:
        self.edited.emit("next_date", self.date.text().strip())
