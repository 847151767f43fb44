"""What was just done, with a way back; it never takes the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from workshop_studio.ui.theme.theme import Theme

# The largest width that Qt knows, and what a sentence needs at least.
_ANY_PX = 16_777_215
_LEAST_PX = 120


class Toast(QFrame):
    """A thing that was done, with Undo; bottom left of its window, never takes the focus.

    also_pressed: the second button, which offers what may have been meant instead. most_px: how
    wide it may be, 0 for any width.
    """

    undone = Signal()
    also_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.lift_px, self.left_px, self.most_px = 0, 104, 0
        self.setProperty("toast", "true")
        self.setMinimumHeight(42)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self.undo = QPushButton("Undo")
        self.undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.undo.clicked.connect(self._undo)
        self.also = QPushButton()
        self.also.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.also.clicked.connect(self._press_also)
        row.addWidget(self._text)
        row.addWidget(self.also)
        row.addWidget(self.undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str, *, can_undo: bool = False, also: str = "") -> None:
        """Show a sentence for 30 s with Undo, else for 6 s."""
        self._text.setText(text)
        self.also.setText(also)
        self.also.setVisible(bool(also))
        self.undo.setVisible(can_undo)
        self._fit()
        self.place()
        self.raise_()
        self.show()
        self._timer.start(30_000 if can_undo else 6_000)

    def _fit(self) -> None:
        """Stay within `most_px` by taking more lines, unless a second button needs the width."""
        self._text.setWordWrap(False)
        self._text.setMinimumWidth(0)
        self._text.setMaximumWidth(_ANY_PX)
        self.adjustSize()
        over = self.width() - self.most_px
        if self.most_px and over > 0 and self.also.isHidden():
            wide = self._text.sizeHint().width() - over
            self._text.setWordWrap(True)
            self._text.setFixedWidth(max(_LEAST_PX, wide))
            self.adjustSize()

    def place(self) -> None:
        """Stand bottom left, `lift_px` above the edge so that nothing that matters is covered."""
        self.move(self.left_px, self._over.height() - self.height() - 16 - self.lift_px)

    @property
    def text(self) -> str:
        """Return what it says, "" when it is not shown."""
        return "" if self.isHidden() else self._text.text()

    def _undo(self) -> None:
        self.hide()
        self.undone.emit()

    def _press_also(self) -> None:
        self.hide()
        self.also_pressed.emit()
