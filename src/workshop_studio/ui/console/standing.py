"""The one calm area above the cards: sentences with their answers, never a box in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workshop_studio.ui.kit.basics import Button, Text
from workshop_studio.ui.kit.marks import ShapeMark

if TYPE_CHECKING:
    from workshop_studio.ui.console.standing_asks import Ask
    from workshop_studio.ui.theme.theme import Theme

MOST_WIDE, MOST_NARROW = 5, 3
_MOST_ANSWERS = 3


class AskRow(QFrame):
    """One sentence, what can be changed about it, and its answers."""

    answered = Signal(str, str)
    minutes_stepped = Signal(str, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._key = ""
        self.setProperty("banner", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 8, 5)
        row.setSpacing(8)
        self._shape = ShapeMark(theme, 16)
        self._text = Text(theme, "body").wrapped()
        row.addWidget(self._shape)
        row.addWidget(self._text, 1)
        self.fewer = self._stepper(theme, "minus", "One minute less ago", -1)
        self.more = self._stepper(theme, "plus", "One minute longer ago", 1)
        row.addWidget(self.fewer)
        row.addWidget(self.more)
        self.answers: list[Button] = []
        for _ in range(_MOST_ANSWERS):
            button = Button(theme, "", size="compact")
            button.clicked.connect(self._pressed)
            row.addWidget(button)
            self.answers.append(button)

    def _stepper(self, theme: Theme, icon: str, name: str, step: int) -> Button:
        button = Button(theme, "", icon=icon, size="compact")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setProperty("step", step)
        button.clicked.connect(self._stepped)
        return button

    @property
    def text(self) -> str:
        """Return its sentence."""
        return self._text.text()

    def show_ask(self, ask: Ask) -> None:
        """Show another sentence."""
        self._key = ask.key
        self._text.setText(ask.text)
        self._shape.set_shape(ask.look if ask.look != "quiet" else "none", ask.look)
        self._shape.setVisible(ask.look != "quiet")
        if self.property("banner") != ask.look:
            self.setProperty("banner", ask.look)
            self.style().unpolish(self)
            self.style().polish(self)
        for button in (self.fewer, self.more):
            button.setVisible(bool(ask.minutes))
        self.fewer.setEnabled(ask.minutes > 1)
        for place, button in enumerate(self.answers):
            has_one = place < len(ask.answers)
            button.setVisible(has_one)
            if has_one:
                answer = ask.answers[place]
                button.setText(answer.words)
                button.setAccessibleName(answer.words)
                button.setProperty("does", answer.does)

    def _pressed(self) -> None:
        self.answered.emit(self._key, self.sender().property("does"))

    def _stepped(self) -> None:
        self.minutes_stepped.emit(self._key, self.sender().property("step"))


class StandingArea(QWidget):
    """Shows the most urgent sentences; those for which there is no room are counted and wait."""

    answered = Signal(str, str)
    minutes_stepped = Signal(str, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._asks: tuple[Ask, ...] = ()
        self._most = MOST_NARROW
        self.rows: list[AskRow] = []
        self.setAccessibleName("Only on this screen")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.waiting = Text(theme, "caption", tone="2")
        self._column.addWidget(self.waiting)
        self.hide()

    def take_measure(self, *, is_wide: bool) -> None:
        """Show more of them where there is room."""
        most = MOST_WIDE if is_wide else MOST_NARROW
        if most != self._most:
            self._most = most
            self.show_asks(self._asks)

    def show_asks(self, asks: tuple[Ask, ...]) -> None:
        """Show what stands."""
        self._asks = asks
        shown = asks[: self._most]
        while len(self.rows) < len(shown):
            row = AskRow(self._theme)
            row.answered.connect(self.answered)
            row.minutes_stepped.connect(self.minutes_stepped)
            self._column.insertWidget(len(self.rows), row)
            self.rows.append(row)
        for place, row in enumerate(self.rows):
            if place < len(shown):
                row.show_ask(shown[place])
            row.setVisible(place < len(shown))
        rest = len(asks) - len(shown)
        self.waiting.setText(f"{rest} more after these" if rest else "")
        self.waiting.setVisible(rest > 0)
        self.setVisible(bool(asks))

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the sentences that are shown."""
        return tuple(row.text for row in self.rows if not row.isHidden() and not self.isHidden())

    def answer_of(self, words: str) -> Button:
        """Return the shown button with these words; raises LookupError."""
        for row in self.rows:
            for button in row.answers:
                if not row.isHidden() and not button.isHidden() and button.text() == words:
                    return button
        raise LookupError(words)
