"""Cards of teams as they will be printed, and feedback beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop_studio.ui.kit.basics import Banner, Button, Card, Text
from workshop_studio.ui.kit.cards import EmptyPage
from workshop_studio.ui.kit.choices import Choice
from workshop_studio.ui.kit.fields import SavedMark
from workshop_studio.ui.kit.lines import ShortText
from workshop_studio.ui.kit.marks import TeamBadge
from workshop_studio.ui.kit.pages import PagesView
from workshop_studio.ui.kit.segmented import SegmentedChoice
from workshop_studio.ui.review.form import FeedbackForm

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent

    from workshop_studio.domain.prints import PageImage
    from workshop_studio.services.capstones import Review
    from workshop_studio.ui.theme.theme import Theme

_WIDE = 1500
_SIDES = (("card", "Card"), ("feedback", "Feedback"))


class ReviewPage(QWidget):
    """Sets text and passes on what was pressed."""

    team_chosen = Signal(str)
    next_wanted = Signal()
    edited = Signal(str, object)
    side_chosen = Signal(str)
    banner_acted = Signal()
    card_wanted = Signal()
    feedback_wanted = Signal()
    station_wanted = Signal()
    done_said = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("page", "true")
        self.setObjectName("review")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(12)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addLayout(self._head(theme))
        self.banner = Banner(theme)
        self.banner.acted.connect(self.banner_acted)
        body.addWidget(self.banner)
        self._halves = row = QHBoxLayout()
        row.setSpacing(20)
        paper = Card(padding=0)
        paper.body.setContentsMargins(6, 6, 6, 6)
        self.pages = PagesView(theme, widest=1000, is_bare=True)
        self.pages.setAccessibleName("The card as it will be printed")
        paper.body.addWidget(self.pages)
        self.form = FeedbackForm(theme)
        self.form.edited.connect(self.edited)
        row.addWidget(paper, 1)
        row.addWidget(self.form, 1)
        body.addLayout(row, 1)
        body.addLayout(self._foot(theme))
        self.empty = EmptyPage(
            theme,
            "No team has opened its card yet. Open the station, and let a team type its code.",
            "Open the station",
            "monitor",
        )
        self.empty.acted.connect(self.station_wanted)
        column.addWidget(self._body, 1)
        column.addWidget(self.empty, 1)
        self.show_reviews(())

    def _head(self, theme: Theme) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(10)
        self._badge = TeamBadge(theme, "A", 26)
        self.title = ShortText(theme, "title")
        self.version = Text(theme, "body", "", "2")
        self.saved = SavedMark(theme)
        self.teams = Choice(theme)
        self.teams.setAccessibleName("Team")
        self.teams.setMinimumWidth(150)
        self.teams.activated.connect(self._team_chosen)
        self.print_card = Button(theme, "Print card", "plain", "printer")
        self.print_card.clicked.connect(self.card_wanted)
        self.print_feedback = Button(theme, "Print feedback", "primary", "printer")
        self.print_feedback.clicked.connect(self.feedback_wanted)
        self._badge_row = head
        head.addWidget(self._badge)
        head.addWidget(self.title)
        head.addWidget(self.version)
        head.addStretch(1)
        for widget in (self.saved, self.teams, self.print_card, self.print_feedback):
            head.addWidget(widget)
        return head

    def _foot(self, theme: Theme) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(12)
        self.side = SegmentedChoice(theme, _SIDES, name="What is shown at the left")
        self.side.choose("card")
        self.side.chosen.connect(self.side_chosen)
        self.progress = Text(theme, "body", "", "2")
        self.next = Button(theme, "Next team", "plain", "arrow-right")
        self.next.clicked.connect(self.next_wanted)
        foot.addWidget(self.side)
        foot.addStretch(1)
        foot.addWidget(self.progress)
        foot.addWidget(self.next)
        return foot

    def show_reviews(self, reviews: tuple[Review, ...]) -> None:
        """Show which teams have a card."""
        self.empty.setVisible(not reviews)
        self._body.setVisible(bool(reviews))
        names = [f"{r.desk.team.letter} {r.desk.team.name}" for r in reviews]
        if names == [self.teams.itemText(place) for place in range(self.teams.count())]:
            return
        self.teams.clear()
        for name, review in zip(names, reviews, strict=True):
            self.teams.addItem(name, review.desk.capstone.id)

    def show_review(self, review: Review, note: str, action: str) -> None:
        """Show a team's head and feedback; note: what to know about the card's version."""
        team, capstone = review.desk.team, review.desk.capstone
        self.teams.setCurrentIndex(self.teams.findData(capstone.id))
        badge = TeamBadge(self._theme, team.letter, 26)
        self._badge_row.replaceWidget(self._badge, badge)
        self._badge.deleteLater()
        self._badge = badge
        title = capstone.title.strip() or "no title yet"
        self.title.show_text(f"{team.name}, {title}")
        self.version.setText(f"version {capstone.revision}")
        self.form.show_feedback(review.feedback)
        self.show_note(note, action)

    def show_note(self, note: str, action: str) -> None:
        """Say what to know about the version of the card; an empty note hides it."""
        self.banner.say(note, "watch", action)

    def show_progress(self, text: str, *, can_go_on: bool) -> None:
        """Say how many teams have feedback and who is next."""
        self.progress.setText(text)
        self.next.setEnabled(can_go_on)

    def show_preview(self, sizes: tuple[tuple[float, float], ...]) -> None:
        """Show the pages of the card or of the feedback; their pictures follow."""
        self.pages.show_document(sizes)

    def show_picture(self, place: int, image: PageImage, dpi: int) -> None:
        """Draw a page."""
        self.pages.show_picture(place, image, dpi)

    def say_saving(self) -> None:
        """Say that feedback is on its way to the disk."""
        self.saved.show_saving()

    def say_saved(self, time_of_day: str) -> None:
        """Say that feedback is on disk."""
        self.saved.show_saved(time_of_day)

    def say_failed(self, text: str, action: str) -> None:
        """Say that something was not saved, and what is kept."""
        self.saved.show_failed()
        self.banner.say(text, "alert", action)

    def say_problem(self, text: str) -> None:
        """Say what did not work."""
        self.banner.say(text, "alert", "Understood")

    def say_done(self, text: str, *, can_undo: bool) -> None:
        """Pass on what was done, for a toast."""
        self.done_said.emit(text, can_undo)

    def flush(self) -> None:
        """Save now what is not saved yet."""
        self.form.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Part the page: the form keeps the room that five levels side by side need."""
        is_wide = event.size().width() >= _WIDE
        self._halves.setStretch(0, 53 if is_wide else 45)
        self._halves.setStretch(1, 47 if is_wide else 55)
        super().resizeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save on leaving the room."""
        self.flush()
        super().hideEvent(event)

    def _team_chosen(self, place: int) -> None:
        self.team_chosen.emit(str(self.teams.itemData(place)))
