"""A plain typed bus: subscribe by event class, hear it after the commit that made it true."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_studio.domain.events import Event

E = TypeVar("E", bound="Event")


class EventBus:
    """Delivers events to subscribers on the thread that publishes."""

    def __init__(self) -> None:
        self._handlers: list[tuple[type[Event], Callable[[Any], None]]] = []

    def subscribe(self, kind: type[E], handler: Callable[[E], None]) -> Callable[[], None]:
        """Call handler for each event of the class or its subclasses; return how to stop it."""
        pair = (kind, handler)
        self._handlers.append(pair)

        def unsubscribe() -> None:
            if pair in self._handlers:
                self._handlers.remove(pair)

        return unsubscribe

    @property
    def subscriber_count(self) -> int:
        """Return how many subscriptions are open; 0 after a clean shutdown."""
        return len(self._handlers)

    def publish(self, *events: Event) -> None:
        """Tell every subscriber; one that fails does not silence the others and is not hidden."""
        failures: list[Exception] = []
        for event in events:
            for kind, handler in tuple(self._handlers):
                if isinstance(event, kind):
                    try:
                        handler(event)
                    except Exception as error:  # noqa: BLE001 - raised again below, all together
                        failures.append(error)
        if failures:
            raise ExceptionGroup("subscribers failed", failures)
