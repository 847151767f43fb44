"""Short help for each section of the card, and the cards it stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from workshop_studio.domain.capstone import Section
from workshop_studio.ui.kit.basics import Button, Card, Text

if TYPE_CHECKING:
    from workshop_studio.ui.theme.theme import Theme

_COLUMN_PX = 372
TITLES = ("Worth a look", "What the back row should hear")
ADVICE: dict[Section, tuple[str, str]] = {
    Section.PURPOSE: (
        (
            "The people it is used on are often not the people who use it. Name one who never "
            "asked for it, and one thing it must never be used for."
        ),
        (
            "What somebody can do afterwards that they cannot do today, and which number would "
            "show it."
        ),
    ),
    Section.DATA: (
        (
            "Follow one piece of data from the moment it is made to the decision it changes. Where "
            "could it be wrong, late or missing, and who would notice?"
        ),
        (
            "Three checks, each with a limit. “We look at quality” is no check; “fewer than 2 % "
            "empty” is one."
        ),
    ),
    Section.CHOICE: (
        (
            "Which guesses tell the rest of the household something private? Baby food, "
            "gluten-free, alcohol."
        ),
        "Someone from another table can say your promise and your stop rule after one reading.",
    ),
    Section.WATCHING: (
        "It is Sunday evening. Who would see it first, and may that person switch it off alone?",
        (
            "One signal, one limit, one role that acts. Then who is told, beginning with the "
            "people it happened to."
        ),
    ),
    Section.OPEN: (
        (
            "“Not known yet” with a name beside it is worth more than a guess. Which of your "
            "answers is a guess?"
        ),
        (
            "The one question you would put to an expert tomorrow, and what you would change if "
            "the answer is bad."
        ),
    ),
}


class AdviceCard(Card):
    """A title and two or three lines of help."""

    def __init__(self, theme: Theme, title: str, text: str) -> None:
        super().__init__(padding=24, spacing=6)
        head = Text(theme, "label", title, group="station").wrapped()
        self.body.addWidget(head)
        self.body.addWidget(Text(theme, "help", text, "2", "station").wrapped())


class HelpColumn(QWidget):
    """The cards of one section below each other, and the way to the whole card at the bottom."""

    whole_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setFixedWidth(_COLUMN_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 24)
        self._pages = QStackedWidget()
        for section in Section:
            page = QWidget()
            cards = QVBoxLayout(page)
            cards.setContentsMargins(0, 0, 0, 0)
            cards.setSpacing(24)
            for card in advice_cards(theme, section):
                cards.addWidget(card)
            cards.addStretch(1)
            self._pages.addWidget(page)
        column.addWidget(self._pages, 1)
        self.whole = whole_card_button(theme)
        self.whole.clicked.connect(self.whole_wanted)
        column.addWidget(self.whole)

    def show_section(self, place: int) -> None:
        """Show the help of one section."""
        self._pages.setCurrentIndex(place)


def whole_card_button(theme: Theme) -> Button:
    """Return the button that shows all answers on one page."""
    button = Button(theme, "Show the whole card", "primary", size="station")
    button.setObjectName("show-whole-card")
    return button


def advice_cards(theme: Theme, section: Section) -> list[QWidget]:
    """Return the cards of a section, new ones each time."""
    return [
        AdviceCard(theme, title, text) for title, text in zip(TITLES, ADVICE[section], strict=True)
    ]
