"""F6 goes from one region of a page to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


def neighbour(regions: Sequence[QWidget], focused: QWidget | None, step: int) -> QWidget | None:
    """Return the first widget that takes the keyboard in the region `step` places on.

    Regions that are hidden or hold nothing to focus are passed over; None when all are.
    """
    here = next((i for i, one in enumerate(regions) if focused and one.isAncestorOf(focused)), -1)
    start = here if here >= 0 or step > 0 else 0
    for distance in range(1, len(regions) + 1):
        found = _first(regions[(start + step * distance) % len(regions)])
        if found is not None:
            return found
    return None


def _first(region: QWidget) -> QWidget | None:
    if not region.isVisible():
        return None
    for child in (region, *region.findChildren(QWidget)):
        takes_tab = bool(child.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
        if takes_tab and child.isVisible() and child.isEnabled():
            return child
    return None
