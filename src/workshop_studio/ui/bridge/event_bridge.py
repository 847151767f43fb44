"""Events of the bus, heard on the GUI thread whichever thread committed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from workshop_studio.domain.events import Event

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_studio.services.event_bus import EventBus


class EventBridge(QObject):
    """Subscribes once to all events and emits each as one queued signal."""

    happened = Signal(object)
    _arrived = Signal(object)

    def __init__(self, bus: EventBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._forward, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe: Callable[[], None] | None = bus.subscribe(Event, self._hear)

    def close(self) -> None:
        """Stop listening to the bus."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None

    def _hear(self, event: Event) -> None:
        self._arrived.emit(event)

    @Slot(object)
    def _forward(self, event: Event) -> None:
        self.happened.emit(event)
