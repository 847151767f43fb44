"""Parts of forms: the labelled field, its counter, whether it is saved, and the passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from workshop_studio.ui.kit.basics import Button, Text
from workshop_studio.ui.kit.cards import IconMark
from workshop_studio.ui.kit.marks import ShapeMark

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from workshop_studio.ui.theme.theme import Theme


def count_text(length: int, bound: int) -> str:
    """Return "81 of 110", or what to do when a text is over its bound."""
    if length <= bound:
        return f"{length} of {bound}"
    return f"{length - bound} over {bound}. Keep typing, shorten later"


class LengthCount(QWidget):
    """How much of its length a text has used; over the bound it says so and cuts nothing."""

    def __init__(self, theme: Theme, bound: int, group: str = "console") -> None:
        super().__init__()
        self._bound = bound
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        self._shape = ShapeMark(theme, 14)
        self._text = Text(theme, "small" if group == "station" else "caption", "", "3", group)
        self._text.numeric()
        row.addWidget(self._shape)
        row.addWidget(self._text)
        self.show_length(0)

    def show_length(self, length: int, bound: int = 0) -> None:
        """Show the number of characters of the text, against another bound when one is named."""
        self._bound = bound or self._bound
        is_over = length > self._bound
        self._text.setText(count_text(length, self._bound))
        self._text.set_tone("watch" if is_over else "3")
        font = self._text.font()
        font.setWeight(QFont.Weight.DemiBold if is_over else QFont.Weight.Normal)
        self._text.setFont(font)
        self._shape.set_shape("watch" if is_over else "none", "watch")

    @property
    def text(self) -> str:
        """Return what it says."""
        return self._text.text()


class SavedMark(QWidget):
    """Whether what was typed is on the disk: "saving", "saved 14:02" or "not saved"."""

    def __init__(self, theme: Theme, group: str = "console") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._icon = IconMark(theme, "check", "text-3", 16)
        self._text = Text(theme, "help" if group == "station" else "body", "", "3", group)
        row.addWidget(self._icon)
        row.addWidget(self._text)
        self._icon.hide()

    def show_saving(self) -> None:
        """Say that a write is under way."""
        self._show("saving", "", "3")

    def show_saved(self, time_of_day: str) -> None:
        """Say when the last write was done, such as "14:02"."""
        self._show(f"saved {time_of_day}", "check", "3")

    def show_failed(self) -> None:
        """Say that the last write failed; the reason stands in a banner."""
        self._show("not saved", "triangle-alert", "alert")

    def forget(self) -> None:
        """Say nothing."""
        self._show("", "", "3")

    @property
    def text(self) -> str:
        """Return what it says."""
        return self._text.text()

    def _show(self, words: str, icon: str, tone: str) -> None:
        self._text.setText(words)
        self._text.set_tone(tone)
        self._icon.setVisible(bool(icon))
        if icon:
            self._icon.show_icon(icon, "alert" if tone == "alert" else "text-3")


class Field(QWidget):
    """A label, one line of help, the widget, and below it a row for what belongs to it.

    group: "console" or "station". `foot` takes widgets of the last row from the left; it is
    empty at first and then has no height.
    """

    def __init__(
        self, theme: Theme, label: str, widget: QWidget, help_text: str = "", group: str = "console"
    ) -> None:
        super().__init__()
        is_station = group == "station"
        self.widget = widget
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        name = Text(theme, "label" if is_station else "body-strong", label, "", group)
        name.setBuddy(widget)
        column.addWidget(name)
        if help_text:
            column.addSpacing(2)
            role = "help" if is_station else "body"
            column.addWidget(Text(theme, role, help_text, "2", group).wrapped())
        column.addSpacing(10 if is_station else 6)
        column.addWidget(widget)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(0, 8, 0, 0)
        self.foot.setSpacing(8)
        self._column = column
        widget.setAccessibleName(label)
        widget.setAccessibleDescription(help_text)

    def add_foot(self, left: QWidget | None, right: QWidget | None = None) -> None:
        """Put widgets below the field, at its left and right end; call it once."""
        if left is not None:
            self.foot.addWidget(left)
        self.foot.addStretch(1)
        if right is not None:
            self.foot.addWidget(right)
        self._column.addLayout(self.foot)


class PassphraseField(QWidget):
    """A line for a secret: hidden, shown on request, and forgotten when the page is left."""

    entered = Signal()

    def __init__(self, theme: Theme, name: str = "Passphrase") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.reveal = Button(theme, "Show", "text", "eye")
        self.reveal.setCheckable(True)
        row.addWidget(self.line, 1)
        row.addWidget(self.reveal)
        self.setFocusProxy(self.line)
        self.reveal.toggled.connect(self._show_or_hide)
        self.line.returnPressed.connect(self.entered)
        self._show_or_hide(is_shown=False)

    def text(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def clear(self) -> None:
        """Forget what was typed and hide the next text."""
        # `clear` could be undone by the next person; a new text has no history.
        self.line.setText("")
        self.reveal.setChecked(False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the secret with the page."""
        self.clear()

    def _show_or_hide(self, is_shown: bool) -> None:  # noqa: FBT001
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self.reveal.setText("Hide" if is_shown else "Show")
        self.reveal.setAccessibleName("Hide what is typed" if is_shown else "Show what is typed")
        self.reveal.set_icon("eye-off" if is_shown else "eye")
