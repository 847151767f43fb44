"""The decision: what can be done, what each does, and how to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout

from workshop_studio.ui.kit.basics import Button, Card, Text
from workshop_studio.ui.kit.radio_row import RadioRow

if TYPE_CHECKING:
    from workshop_studio.services.scenarios import ScenarioView
    from workshop_studio.ui.theme.theme import Theme


class DecisionCard(Card):
    """Emits `decided` with an option and `taken_back`."""

    decided = Signal(str)
    taken_back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(spacing=6)
        self._theme = theme
        self._ids: list[str] = []
        self._says: list[str] = []
        self._decision = ""
        head = QHBoxLayout()
        self.question = Text(theme, "section")
        self._until = Text(theme, "caption", tone="3")
        head.addWidget(self.question)
        head.addStretch(1)
        head.addWidget(self._until)
        self.body.addLayout(head)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._chose)
        self.body.addLayout(self._list)
        foot = QHBoxLayout()
        self._says_text = Text(theme, "caption", tone="2").wrapped()
        self.undo = Button(theme, "Undo decision", icon="undo-2")
        self.undo.setObjectName("undo-decision")
        self.undo.clicked.connect(self.taken_back)
        self.decide = Button(theme, "Decide", "primary", hint="D")
        self.decide.show_hint(is_shown=True)
        self.decide.setObjectName("decide")
        self.decide.clicked.connect(self.press_decide)
        foot.addWidget(self._says_text, 1)
        foot.addWidget(self.undo)
        foot.addWidget(self.decide)
        self.body.addLayout(foot)

    def rows(self) -> list[RadioRow]:
        """Return the rows in their order."""
        return [button for button in self._group.buttons() if isinstance(button, RadioRow)]

    def show_view(self, view: ScenarioView) -> None:
        """Show the options on the day of the view, and the chosen one once it is decided."""
        self._fill(view)
        was_decided, self._decision = self._decision, view.play.decision
        if view.decided is not None:
            self.question.setText(f"Decided on day {view.play.decision_day}: {view.decided.label}")
            self._group.button(self._ids.index(view.play.decision)).setChecked(True)
        else:
            self.question.setText(f"Decision on day {view.day}")
            if was_decided:
                self._uncheck()
        for row in self.rows():
            row.lock(is_on=not view.is_open)
        self.undo.setVisible(view.decided is not None)
        self.decide.setVisible(view.decided is None)
        self._until.setText("" if view.decided else _window_words(view))
        self._update_foot(is_open=view.is_open)

    def press_decide(self) -> None:
        """Decide on the chosen row, when there is one and it may be pressed."""
        place = self._group.checkedId()
        if place >= 0 and not self._decision and not self.rows()[place].is_locked:
            self.decided.emit(self._ids[place])

    def _fill(self, view: ScenarioView) -> None:
        ids = [option.id for option in view.options]
        if ids == self._ids:
            return
        for row in self.rows():
            self._group.removeButton(row)
            row.deleteLater()
        self._ids, self._says = ids, [option.say for option in view.options]
        for place, option in enumerate(view.options):
            row = RadioRow(self._theme, option.label, option.hint)
            row.setObjectName(f"option-{option.id}")
            self._group.addButton(row, place)
            self._list.addWidget(row)

    def _uncheck(self) -> None:
        self._group.setExclusive(False)
        for row in self.rows():
            row.setChecked(False)
        self._group.setExclusive(True)

    def _chose(self, _: int) -> None:
        self._update_foot(is_open=True)

    def _update_foot(self, *, is_open: bool) -> None:
        place = self._group.checkedId()
        self.decide.setEnabled(is_open and place >= 0)
        self._says_text.setText(f"“{self._says[place]}”" if place >= 0 else "")


def _window_words(view: ScenarioView) -> str:
    point = view.scenario.decisions[0]
    if view.day > point.until_day:
        return f"closed since day {point.until_day + 1}"
    if view.day < point.from_day:
        return f"opens on day {point.from_day}"
    return f"open until day {point.until_day}"
