"""A person on the way to another table: what a drag carries and who may take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDrag

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PERSON = "application/x-workshop-participant"


def carry(source: QWidget, participant_id: str) -> None:
    """Carry somebody until the button is let go; a card that takes them announces it."""
    drag = QDrag(source)
    drag.setMimeData(person_data(participant_id))
    drag.exec(Qt.DropAction.MoveAction)


def person_data(participant_id: str) -> QMimeData:
    """Return what a drag carries."""
    data = QMimeData()
    data.setData(PERSON, participant_id.encode())
    return data


def person_in(data: QMimeData) -> str:
    """Return whom a drag carries, "" for nobody."""
    return bytes(data.data(PERSON).data()).decode() if data.hasFormat(PERSON) else ""
