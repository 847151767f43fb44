"""One section of the card: its fields, and below them the help where no column is free for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workshop_studio.domain.capstone import FIELDS, Section
from workshop_studio.ui.capstone.advice import advice_cards
from workshop_studio.ui.capstone.answers import breakable
from workshop_studio.ui.capstone.field import FieldEditor
from workshop_studio.ui.capstone.head import HEAD, HeadEditor
from workshop_studio.ui.kit.basics import Text
from workshop_studio.ui.kit.growing_text import GrowingText

if TYPE_CHECKING:
    from workshop_studio.domain.capstone import Answer
    from workshop_studio.ui.theme.theme import Theme

_WIDEST = 984


class SectionPage(QScrollArea):
    """Card title, section title, head of the card in the first section, fields, help."""

    def __init__(self, theme: Theme, section: Section) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST)
        self._column = column = QVBoxLayout(inner)
        column.setContentsMargins(4, 0, 12, 24)
        column.setSpacing(0)
        self._product = Text(theme, "body", tone="2", group="station").wrapped()
        column.addWidget(self._product)
        column.addWidget(Text(theme, "title", section.value, group="station"))
        column.addSpacing(20)
        self.heads = {key: HeadEditor(theme, key) for key in HEAD} if _is_first(section) else {}
        if self.heads:
            row = QHBoxLayout()
            row.setSpacing(24)
            for head in self.heads.values():
                row.addWidget(head, 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        self.fields = {
            field.key: FieldEditor(theme, field) for field in FIELDS if field.section is section
        }
        for editor in self.fields.values():
            editor.text.cursorPositionChanged.connect(self._follow_soon)
            editor.text.grown.connect(self._follow_soon)
            column.addWidget(editor)
        self._help = QWidget()
        side_by_side = QHBoxLayout(self._help)
        side_by_side.setContentsMargins(0, 8, 0, 0)
        side_by_side.setSpacing(24)
        for card in advice_cards(theme, section):
            side_by_side.addWidget(card, 1)
        column.addWidget(self._help)
        column.addStretch(1)
        self._inner = inner
        self.setWidget(inner)
        self._following = QTimer(self)
        self._following.setSingleShot(True)
        self._following.setInterval(0)
        self._following.timeout.connect(self._follow)

    def show_product(self, title: str) -> None:
        """Show the product's name over the section's; the first section has it as a field."""
        self._product.setText(breakable(title.strip()))
        self._product.setVisible(bool(title.strip()))

    def show_help(self, *, is_shown: bool) -> None:
        """Show the help below the fields, or not."""
        self._help.setVisible(is_shown)

    def show_conflict(self, key: str, theirs: Answer) -> None:
        """Show both texts of a field, where they can be seen."""
        editor = self.heads[key] if key in self.heads else self.fields[key]
        editor.show_conflict(theirs)
        self._column.activate()
        self.ensureWidgetVisible(editor)

    def _follow_soon(self) -> None:
        self._following.start()

    def _follow(self) -> None:
        text = QApplication.focusWidget()
        if isinstance(text, GrowingText) and self.isAncestorOf(text):
            caret = text.cursorRect().bottomLeft()
            at = text.viewport().mapTo(self._inner, QPoint(caret.x(), caret.y()))
            self.ensureVisible(at.x(), at.y(), 0, 96)


def _is_first(section: Section) -> bool:
    return section is next(iter(Section))
