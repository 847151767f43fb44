"""Cards of teams as they will be printed, and feedback beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workshop_studio.domain.feedback import CRITERIA, Level
from workshop_studio.ui.kit.basics import Banner, Button, Card, Rule, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from workshop_studio.domain.feedback import Criterion, Rating
    from workshop_studio.domain.prints import PageImage
    from workshop_studio.services.capstones import Review
    from workshop_studio.ui.theme.theme import Theme

LEVELS = tuple(Level)


class CriterionRow(QWidget):
    """One criterion: five levels, what the chosen one means, a comment."""

    rated = Signal(str, object, str)

    def __init__(self, theme: Theme, criterion: Criterion) -> None:
        super().__init__()
        self._criterion = criterion
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.addWidget(Text(theme, "section", criterion.label))
        row = QHBoxLayout()
        row.setSpacing(6)
        self.levels = QButtonGroup(self)
        for place, level in enumerate(LEVELS):
            button = Button(theme, level.value, "segment")
            button.setCheckable(True)
            self.levels.addButton(button, place)
            row.addWidget(button)
        column.addLayout(row)
        self._sees = Text(theme, "body", tone="2").wrapped()
        column.addWidget(self._sees)
        self.comment = QLineEdit()
        self.comment.setPlaceholderText("One sentence, if it helps")
        self.comment.setAccessibleName(f"Comment on {criterion.label}")
        column.addWidget(self.comment)
        self.levels.idClicked.connect(self._changed)
        self.comment.editingFinished.connect(self._changed)

    def show_rating(self, rating: Rating) -> None:
        """Show a stored rating."""
        self.levels.setExclusive(False)
        for place, level in enumerate(LEVELS):
            self.levels.button(place).setChecked(level is rating.level)
        self.levels.setExclusive(True)
        self.comment.setText(rating.comment)
        self._explain()

    def _explain(self) -> None:
        place = self.levels.checkedId()
        self._sees.setText(self._criterion.cell(LEVELS[place]).sees if place >= 0 else "")

    def _changed(self, _: int = 0) -> None:
        self._explain()
        place = self.levels.checkedId()
        level = LEVELS[place] if place >= 0 else None
        self.rated.emit(self._criterion.key, level, self.comment.text())


class ReviewPage(QWidget):
    """Sets text and passes on what was pressed."""

    team_chosen = Signal(str)
    rated = Signal(str, object, str)
    save_wanted = Signal()
    done_said = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._picture = QPixmap()
        self.setProperty("page", "true")
        self.setObjectName("review")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 20)
        column.setSpacing(12)
        head = QHBoxLayout()
        self._title = Text(theme, "title", "Review")
        self.teams = QComboBox()
        self.teams.setAccessibleName("Team")
        self.teams.setMinimumWidth(260)
        self.teams.activated.connect(self._team_chosen)
        self._saved = Text(theme, "body", tone="2")
        self.save = Button(theme, "Save card as PDF", "primary", "download")
        self.save.clicked.connect(self.save_wanted)
        for widget in (self._title, self.teams):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self._saved)
        head.addWidget(self.save)
        self.banner = Banner(theme)
        self.banner.acted.connect(self._hide_banner)
        self._empty = Text(
            theme, "running-title", "No team has opened its card yet. Open the station in Settings."
        ).wrapped()
        self._body = QWidget()
        row = QHBoxLayout(self._body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        self._paper = QLabel()
        self._paper.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._paper.setAccessibleName("The card as it will be printed")
        scroll.setWidget(self._paper)
        row.addWidget(scroll, 1)
        card = Card()
        self.rows = {c.key: CriterionRow(theme, c) for c in CRITERIA}
        for place, one in enumerate(self.rows.values()):
            if place:
                card.body.addWidget(Rule())
            one.rated.connect(self.rated)
            card.body.addWidget(one)
        card.body.addStretch(1)
        row.addWidget(card, 1)
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addWidget(self._empty)
        column.addWidget(self._body, 1)
        column.addStretch(0)
        self.show_reviews(())

    def show_reviews(self, reviews: tuple[Review, ...]) -> None:
        """Show which teams have a card."""
        self._empty.setVisible(not reviews)
        self._body.setVisible(bool(reviews))
        self.save.setEnabled(bool(reviews))
        self.teams.setVisible(bool(reviews))
        self.teams.clear()
        for review in reviews:
            team = review.desk.team
            title = review.desk.capstone.title or "no title yet"
            self.teams.addItem(f"{team.letter} {team.name}, {title}", review.desk.capstone.id)

    def show_review(self, review: Review) -> None:
        """Show a team's feedback; its card follows."""
        place = self.teams.findData(review.desk.capstone.id)
        self.teams.setCurrentIndex(place)
        for key, row in self.rows.items():
            row.show_rating(review.feedback.rating(key))
        self._saved.setText("")

    def show_pages(self, pages: tuple[PageImage, ...]) -> None:
        """Show the first page of the card, as the printer will print it."""
        page = pages[0]
        image = QImage(
            page.rgb, page.width_px, page.height_px, page.width_px * 3, QImage.Format.Format_RGB888
        )
        self._picture = QPixmap.fromImage(image)
        self._fit()

    def _fit(self) -> None:
        if self._picture.isNull():
            return
        wide = max(320, min(self._picture.width(), self.width() // 2 - 60))
        self._paper.setPixmap(
            self._picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture of the card into its half."""
        self._fit()
        super().resizeEvent(event)

    def say_saved(self, text: str) -> None:
        """Say that feedback is on disk."""
        self._saved.setText(text)

    def say_problem(self, text: str) -> None:
        """Say what did not work."""
        self.banner.say(text, "alert", "Understood")

    def say_done(self, text: str, *, can_undo: bool) -> None:
        """Pass on what was done, for a toast."""
        self.done_said.emit(text, can_undo)

    def _team_chosen(self, place: int) -> None:
        self.team_chosen.emit(str(self.teams.itemData(place)))

    def _hide_banner(self) -> None:
        self.banner.say("")
