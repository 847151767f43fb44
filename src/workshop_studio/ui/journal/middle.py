"""A calm column in the middle of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QBoxLayout

_WIDTH_PX = 560


def middle_column(page: QWidget) -> QVBoxLayout:
    """Return a column of reading width in the middle of a page without a layout."""
    row: QBoxLayout = QHBoxLayout(page)
    row.setContentsMargins(24, 56, 24, 40)
    row.addStretch(1)
    holder = QWidget()
    holder.setFixedWidth(_WIDTH_PX)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    row.addWidget(holder)
    row.addStretch(1)
    return column
