"""The passphrase of a journal: chosen the first time, asked for afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop_studio.ui.journal.middle import middle_column
from workshop_studio.ui.kit.basics import Button, Text
from workshop_studio.ui.kit.cards import PrivateCard
from workshop_studio.ui.kit.fields import PassphraseField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from workshop_studio.ui.theme.theme import Theme

FIRST = (
    "Nobody can recover this passphrase. Without it your journal is lost. The facilitator cannot "
    "read your journal, and no administrator can open it for you."
)
RULE = "At least eight characters. Four short words work well."


class PassphrasePage(QWidget):
    """Emits the passphrase and, for a new journal, its repetition."""

    entered = Signal(str, str)
    typed = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column: QVBoxLayout = middle_column(self)
        column.addStretch(1)
        self._name = Text(theme, "body", tone="2", group="station").wrapped()
        column.addWidget(self._name)
        self._title = Text(theme, "title", group="station").wrapped()
        column.addWidget(self._title)
        column.addSpacing(16)
        self._first = PrivateCard(theme, "Before the first word")
        self._first.body.addWidget(Text(theme, "help", FIRST, group="station").wrapped())
        column.addWidget(self._first)
        column.addSpacing(20)
        self.first_line = self._line(theme, column, "Passphrase", "passphrase")
        self._rule = Text(theme, "help", RULE, "2", "station").wrapped()
        column.addWidget(self._rule)
        column.addSpacing(12)
        self._again_label = Text(theme, "label", "The same again", group="station")
        column.addWidget(self._again_label)
        self.again_line = self._line(theme, column, "", "passphrase-again")
        self.again_line.line.setAccessibleName("The same again")
        self._problem = Text(theme, "help", tone="alert", group="station").wrapped()
        column.addWidget(self._problem)
        column.addSpacing(20)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.enter = Button(theme, "", "primary", "key-round", "station")
        self.enter.setObjectName("open-journal")
        self.enter.clicked.connect(self._enter)
        self.back = Button(theme, "This is not me", "text", "arrow-left", "station")
        self.back.setObjectName("not-me")
        self.back.clicked.connect(self.left)
        row.addWidget(self.enter)
        row.addWidget(self.back)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        self._is_new = False

    def _line(
        self, theme: Theme, column: QVBoxLayout, label: str, object_name: str
    ) -> PassphraseField:
        if label:
            column.addWidget(Text(theme, "label", label, group="station"))
        column.addSpacing(6)
        field = PassphraseField(theme, label)
        field.line.setObjectName(object_name)
        field.line.setFont(theme.font("body", "station"))
        field.line.setProperty("measure", "station")
        field.line.textEdited.connect(self._typed)
        field.entered.connect(self._step)
        column.addWidget(field)
        column.addSpacing(6)
        return field

    def ask(self, name: str, *, is_new: bool) -> None:
        """Ask for a passphrase, or for a first one twice."""
        self._is_new = is_new
        self._name.setText(name)
        self._title.setText("Choose a passphrase." if is_new else "Open your journal.")
        for widget in (self._first, self._rule, self._again_label, self.again_line):
            widget.setVisible(is_new)
        words = "Begin my journal" if is_new else "Open my journal"
        self.enter.setText(words)
        self.enter.setAccessibleName(words)
        self.enter.setEnabled(True)
        self._forget()
        self._problem.setText("")
        self.first_line.setFocus()

    def refuse(self, text: str) -> None:
        """Say why it does not open; the passphrase is typed anew."""
        self._forget()
        self._problem.setText(text)
        self.enter.setEnabled(True)
        self.first_line.setFocus()

    def blank(self) -> None:
        """Forget name and passphrase."""
        self._forget()
        self._name.setText("")
        self._problem.setText("")

    @property
    def problem(self) -> str:
        """Return what is said about a refused passphrase."""
        return self._problem.text()

    def _forget(self) -> None:
        self.first_line.clear()
        self.again_line.clear()

    def _typed(self, _: str) -> None:
        self.typed.emit()

    def _step(self) -> None:
        """Enter goes from the first line to the second, and from the last into the journal."""
        if self._is_new and not self.again_line.text():
            self.again_line.line.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self._enter()

    def _enter(self) -> None:
        self._problem.setText("")
        self.entered.emit(self.first_line.text(), self.again_line.text())
