"""A line that saves itself, and a label that shortens itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from workshop_studio.ui.kit.autosave import Autosave
from workshop_studio.ui.kit.basics import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from workshop_studio.ui.theme.theme import Theme


class QuietLine(QLineEdit):
    """Emits `settled` 600 ms after the last key, 1.8 s after the first, and on leaving.

    Only what a person typed settles; `fill` shows a stored text and says nothing.
    """

    settled = Signal()

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._autosave = Autosave(self)
        self._autosave.due.connect(self.settled)
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self.flush)

    def fill(self, text: str) -> None:
        """Show a stored text; what stood here before cannot be brought back with undo."""
        self._autosave.forget()
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def flush(self) -> None:
        """Say now what has not settled yet."""
        self._autosave.flush()

    def _typed(self, _: str) -> None:
        self._autosave.touch()


class ShortText(Text):
    """One line that ends in an ellipsis where there is no room; the whole stands in its tip."""

    def __init__(self, theme: Theme, role: str, text: str = "", tone: str = "") -> None:
        super().__init__(theme, role, "", tone)
        self._whole = text
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._shorten()

    @property
    def whole(self) -> str:
        """Return the text as it was given."""
        return self._whole

    def sizeHint(self) -> QSize:
        """Return the room for the whole text."""
        wide = QFontMetricsF(self.font()).horizontalAdvance(self._whole)
        return QSize(round(wide) + 4, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return hardly any width: the text can be shortened."""
        return QSize(40, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten to the new width."""
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        metrics = QFontMetricsF(self.font())
        shown = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")
